package view

import (
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"actormap/wasm/geom"
	"actormap/wasm/scene"
)

// A recorder is a stage and a screen that write down what is asked of them.
type recorder struct {
	frame   *scene.Frame
	dpr     float64
	rasters []int // sprites a call
	wakes   int
	drawn   int
	updates int
}

func (r *recorder) Update()             { r.updates++ }
func (r *recorder) Frame() *scene.Frame { return r.frame }
func (r *recorder) Drawn()              { r.drawn++ }
func (r *recorder) PixelRatio() float64 { return r.dpr }
func (r *recorder) Wake()               { r.wakes++ }
func (r *recorder) Raster(sprites []Sprite, _ float64) Sheet {
	r.rasters = append(r.rasters, len(sprites))
	return *sheetOf(sprites, 40, 16)
}

func newGame(t *testing.T, r *recorder) *Game {
	t.Helper()
	g, err := NewGame(r, r)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestShaderCompiles(t *testing.T) {
	if _, err := ebiten.NewShader(shapeKage); err != nil {
		t.Fatal(err)
	}
}

func TestShapesComeFirstAndLabelsAFrameLater(t *testing.T) {
	r := &recorder{dpr: 1, frame: &scene.Frame{Width: 100, Height: 80, Paper: paper, Shapes: everyKind(), Texts: []scene.Text{label("Kyiv")}}}
	g := newGame(t, r)
	canvas := ebiten.NewImage(100, 80)
	g.paint(canvas)
	if len(r.rasters) != 0 || r.drawn != 0 || r.wakes != 1 {
		t.Fatalf("first frame: %d sheets, told %d times, %d wakes; want 0, 0, 1", len(r.rasters), r.drawn, r.wakes)
	}
	g.paint(canvas)
	if len(r.rasters) != 1 || r.drawn != 1 || r.wakes != 1 {
		t.Fatalf("second frame: %d sheets, told %d times, %d wakes; want 1, 1, 1", len(r.rasters), r.drawn, r.wakes)
	}
	g.paint(canvas)
	if len(r.rasters) != 1 || r.drawn != 2 {
		t.Errorf("third frame: %d sheets, told %d times; want 1, 2", len(r.rasters), r.drawn)
	}
}

func TestNoFrameYetDrawsNothing(t *testing.T) {
	r := &recorder{dpr: 1}
	g := newGame(t, r)
	g.paint(ebiten.NewImage(10, 10))
	if r.drawn != 0 || r.wakes != 0 {
		t.Errorf("told %d times, %d wakes; want 0, 0", r.drawn, r.wakes)
	}
}

func TestManyLabelsComeInSheetsOfBoundedSize(t *testing.T) {
	texts := make([]scene.Text, 2*maxRaster+5)
	for i := range texts {
		texts[i] = label(string(rune('Ā' + i)))
	}
	r := &recorder{dpr: 1, frame: &scene.Frame{Width: 10, Height: 10, Paper: paper, Texts: texts}}
	g := newGame(t, r)
	canvas := ebiten.NewImage(10, 10)
	g.paint(canvas)
	g.paint(canvas)
	if len(r.rasters) != 3 || r.rasters[0] != maxRaster || r.rasters[2] != 5 {
		t.Errorf("sheets of %v sprites, want %d, %d, 5", r.rasters, maxRaster, maxRaster)
	}
}

func TestCrowdedAtlasForgetsThePast(t *testing.T) {
	r := &recorder{dpr: 1, frame: &scene.Frame{Width: 10, Height: 10, Paper: paper, Texts: []scene.Text{label("Kyiv")}}}
	g := newGame(t, r)
	canvas := ebiten.NewImage(10, 10)
	g.paint(canvas)
	g.paint(canvas)
	fill(&g.labels.atlas)
	r.frame.Texts = append(r.frame.Texts, label("Paris"))
	g.paint(canvas)
	if len(g.labels.atlas.pages) != 1 || len(g.labels.quads[0].Vertices) != 2*4 {
		t.Errorf("%d pages and %d vertices, want 1 and 8", len(g.labels.atlas.pages), len(g.labels.quads[0].Vertices))
	}
}

func TestNoPictureIsKeptBesideTheCanvas(t *testing.T) {
	var game ebiten.Game = newGame(t, &recorder{})
	if w, h := game.Layout(1040, 740); w != 1 || h != 1 {
		t.Errorf("Layout(1040, 740) = %d, %d, want 1, 1", w, h)
	}
	if _, ok := game.(ebiten.FinalScreenDrawer); !ok {
		t.Error("the canvas itself is not painted")
	}
}

func TestUpdateDrivesTheStage(t *testing.T) {
	r := &recorder{}
	g := newGame(t, r)
	if err := g.Update(); err != nil || r.updates != 1 {
		t.Errorf("error %v, %d updates, want nil and 1", err, r.updates)
	}
}

func TestAFrameIsPartedAtItsVeil(t *testing.T) {
	box := func(x, y, halfW, halfH float64) scene.Shape {
		return scene.Shape{Kind: scene.Box, At: geom.Vec{X: x, Y: y}, HalfW: halfW, HalfH: halfH, Fill: scene.Color{A: 200}}
	}
	chip, veil, outlined, rounded := box(50, 40, 20, 8), box(50, 40, 51, 41), box(50, 40, 51, 41), box(50, 40, 51, 41)
	outlined.Line, rounded.Corner = scene.Color{A: 1}, 4
	clear := veil
	clear.Fill.A = 0
	dot := scene.Shape{Kind: scene.Disc, HalfW: 900}
	for name, c := range map[string]struct {
		shapes       []scene.Shape
		below, above int
		veiled       bool
	}{
		"none":          {[]scene.Shape{chip, dot, outlined, rounded, box(50, 40, 49, 60), box(50, 40, 70, 39)}, 0, 6, false},
		"first":         {[]scene.Shape{veil, chip}, 0, 1, true},
		"above signs":   {[]scene.Shape{dot, chip, veil, dot}, 2, 1, true},
		"hardly begun":  {[]scene.Shape{dot, clear, dot}, 1, 1, false},
		"just so large": {[]scene.Shape{box(50, 40, 50, 40)}, 0, 0, true},
		"nothing":       {nil, 0, 0, false},
	} {
		below, ink, above := parted(&scene.Frame{Width: 100, Height: 80, Shapes: c.shapes})
		if len(below) != c.below || len(above) != c.above || (ink.A == 200) != c.veiled {
			t.Errorf("%s: %d shapes, veil %v, %d shapes", name, len(below), ink, len(above))
		}
	}
}

func TestACoverIsPremultiplied(t *testing.T) {
	var m Mesh
	m.Cover(image.Rect(0, 0, 4, 3), scene.Color{R: 255, G: 51, A: 102})
	if v := m.Vertices[2]; v.ColorR != 0.4 || v.ColorG != float32(51)/255*0.4 || v.ColorB != 0 || v.ColorA != 0.4 || v.DstX != 4 || v.DstY != 3 {
		t.Errorf("a corner is %+v", v)
	}
}
