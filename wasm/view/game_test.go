package view

import (
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// A recorder is a stage and a screen that write down what is asked of them.
type recorder struct {
	frame   *display.Frame
	dpr     float64
	rasters []int // sprites a call
	wakes   int
	drawn   int
	updates int
}

func (r *recorder) Update()               { r.updates++ }
func (r *recorder) Frame() *display.Frame { return r.frame }
func (r *recorder) Drawn()                { r.drawn++ }
func (r *recorder) PixelRatio() float64   { return r.dpr }
func (r *recorder) Wake()                 { r.wakes++ }
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
	r := &recorder{dpr: 1, frame: &display.Frame{Width: 100, Height: 80, Paper: paper, Shapes: everyKind(), Texts: []display.Text{label("Kyiv")}}}
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
	texts := make([]display.Text, 2*maxRaster+5)
	for i := range texts {
		texts[i] = label(string(rune('Ā' + i)))
	}
	r := &recorder{dpr: 1, frame: &display.Frame{Width: 10, Height: 10, Paper: paper, Texts: texts}}
	g := newGame(t, r)
	canvas := ebiten.NewImage(10, 10)
	g.paint(canvas)
	g.paint(canvas)
	if len(r.rasters) != 3 || r.rasters[0] != maxRaster || r.rasters[2] != 5 {
		t.Errorf("sheets of %v sprites, want %d, %d, 5", r.rasters, maxRaster, maxRaster)
	}
}

func TestAFullAtlasDropsThePast(t *testing.T) {
	r := &recorder{dpr: 1, frame: &display.Frame{Width: 10, Height: 10, Paper: paper, Texts: []display.Text{label("Kyiv")}}}
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

func TestUpdateDrivesTheSource(t *testing.T) {
	r := &recorder{}
	g := newGame(t, r)
	if err := g.Update(); err != nil || r.updates != 1 {
		t.Errorf("error %v, %d updates, want nil and 1", err, r.updates)
	}
}

func TestTheOverlayIsFoundByItsKind(t *testing.T) {
	dot := display.Shape{Kind: display.Disc, HalfW: 900}
	overlay := display.Shape{Kind: display.Overlay, At: geom.Vec{X: 50, Y: 40}, HalfW: 51, HalfH: 41}
	box := overlay
	box.Kind = display.Box
	for name, c := range map[string]struct {
		shapes []display.Shape
		want   int
	}{
		"nothing":                 {nil, -1},
		"a box as large":          {[]display.Shape{dot, box}, -1},
		"first":                   {[]display.Shape{overlay, dot}, 0},
		"above glyphs":            {[]display.Shape{dot, box, overlay, dot}, 2},
		"invisible at its begin.": {[]display.Shape{dot, overlay}, 1},
	} {
		if got := overlayOf(c.shapes); got != c.want {
			t.Errorf("%s: the overlay is shape %d, want %d", name, got, c.want)
		}
	}
}

// A fakeLayer is a static layer that counts how often its shapes are asked for.
type fakeLayer struct{ asked int }

func (l *fakeLayer) Serial() int      { return 1 }
func (l *fakeLayer) Offset() geom.Vec { return geom.Vec{} }
func (l *fakeLayer) Stable() bool     { return false }
func (l *fakeLayer) Shapes(geom.Rect) []display.Shape {
	l.asked++
	return everyKind()
}

// TestAStaticLayerIsPaintedOnceAndThenCopied: the first frame with a layer paints it at once, the second one makes the
// copy, and no later one asks for its shapes.
func TestAStaticLayerIsPaintedOnceAndThenCopied(t *testing.T) {
	layer := &fakeLayer{}
	r := &recorder{dpr: 1, frame: &display.Frame{Width: 100, Height: 80, Paper: paper, Static: layer, Shapes: everyKind()}}
	g := newGame(t, r)
	canvas := ebiten.NewImage(100, 80)
	for frame, want := range []int{1, 2, 2, 2} {
		if g.paint(canvas); layer.asked != want {
			t.Errorf("frame %d: the layer has been asked for shapes %d times, want %d", frame, layer.asked, want)
		}
	}
}

// TestAnOverlayIsNoFigure: above a static layer it is painted as paper is, and the mesh holds what lies above it only.
func TestAnOverlayIsNoFigure(t *testing.T) {
	dot := display.Shape{Kind: display.Disc, HalfW: 9, Fill: display.Color{A: 255}}
	overlay := display.Shape{Kind: display.Overlay, At: geom.Vec{X: 50, Y: 40}, HalfW: 51, HalfH: 41, Fill: display.Color{A: 200}}
	g := newGame(t, &recorder{dpr: 1})
	g.paintAbove(ebiten.NewImage(100, 80), &display.Frame{Width: 100, Height: 80, Shapes: []display.Shape{dot, dot, overlay, dot}}, 1)
	if n := len(g.mesh.Indices); n != 6 {
		t.Errorf("%d corners in the last batch, want those of one disc: 6", n)
	}
	if a := g.fillMesh.Vertices[0].ColorA; a != float32(200)/255 {
		t.Errorf("the overlay is laid on with alpha %v, want 200 of 255", a)
	}
}

func TestACoverIsPremultiplied(t *testing.T) {
	var m Mesh
	m.FillRect(image.Rect(0, 0, 4, 3), display.Color{R: 255, G: 51, A: 102})
	if v := m.Vertices[2]; v.ColorR != 0.4 || v.ColorG != float32(51)/255*0.4 || v.ColorB != 0 || v.ColorA != 0.4 || v.DstX != 4 || v.DstY != 3 {
		t.Errorf("a corner is %+v", v)
	}
}
