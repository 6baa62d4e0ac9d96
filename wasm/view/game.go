package view

import (
	_ "embed"
	"fmt"
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"actormap/wasm/display"
)

// A Source is what a Game shows and drives.
type Source interface {
	// Update takes in what has arrived and moves on by one frame.
	Update()
	// Frame returns the present picture, or nil while there is none.
	Frame() *display.Frame
	// Drawn is called after a frame has been painted with all of its labels.
	Drawn()
}

// A Screen is the canvas that a Game paints on, as the browser has it.
type Screen interface {
	// PixelRatio returns device pixels per CSS pixel.
	PixelRatio() float64
	// Raster shapes sprites at dpr device pixels per CSS pixel. It may be slow: tens of
	// milliseconds for a hundred.
	Raster(sprites []Sprite, dpr float64) Sheet
	// Wake asks for another frame.
	Wake()
}

// maxRaster is how many sprites one sheet holds: 64 rows of the largest size stay below
// what a 2D canvas may be high.
const maxRaster = 64

// A Game paints a Source on a Screen by Ebitengine. It handles no input and keeps no time.
type Game struct {
	source Source
	screen Screen

	paper    *ebiten.Shader
	shader   *ebiten.Shader
	mesh     Mesh
	fillMesh Mesh // the paper, and the dim overlay
	layer    layerCache
	labels   Labels
	pages    []*ebiten.Image

	shapesShown bool // the first frame has been painted, without labels
	options     ebiten.DrawTrianglesShaderOptions
	glyphs      ebiten.DrawTrianglesOptions
}

//go:embed paper.kage
var paperKage []byte

//go:embed shape.kage
var shapeKage []byte

// NewGame compiles the shaders; it fails only if one of them is wrong.
func NewGame(source Source, screen Screen) (*Game, error) {
	paper, err := ebiten.NewShader(paperKage)
	if err != nil {
		return nil, fmt.Errorf("view: paper.kage: %w", err)
	}
	shader, err := ebiten.NewShader(shapeKage)
	if err != nil {
		return nil, fmt.Errorf("view: shape.kage: %w", err)
	}
	return &Game{
		source: source, screen: screen, paper: paper, shader: shader,
		glyphs: ebiten.DrawTrianglesOptions{ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha},
	}, nil
}

// Run hands the process to Ebitengine; it returns only when the program ends. One update
// belongs to each frame, and the canvas never takes the focus.
func (g *Game) Run() error {
	ebiten.SetTPS(ebiten.SyncWithFPS)
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true, DisableHiDPI: true})
}

// Layout asks for the smallest picture that Ebitengine keeps beside the canvas: all is painted
// on the canvas itself. A picture as large as it would cost every frame a clearing, a second filling and a
// copying of all pixels, which without a graphics card takes longer than a whole map.
func (g *Game) Layout(int, int) (int, int) { return 1, 1 }

// Update drives the source.
func (g *Game) Update() error {
	g.source.Update()
	return nil
}

// Draw has nothing to do: see Layout.
func (g *Game) Draw(*ebiten.Image) {}

// DrawFinalScreen paints the frame in device pixels of the canvas.
func (g *Game) DrawFinalScreen(canvas ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	g.paint(canvas)
}

// paint paints the frame: paper, shapes, labels. The very first frame is painted without
// labels, because the first text of a browser costs more than anything else in the start;
// the source is told from the first frame on that has them.
func (g *Game) paint(canvas ebiten.FinalScreen) {
	f := g.source.Frame()
	if f == nil {
		return
	}
	dpr := g.screen.PixelRatio()
	if f.Static == nil {
		g.paintShapes(canvas, f.Paper, f.Shapes, dpr)
	} else {
		g.paintStatic(canvas, f, dpr)
		g.paintAbove(canvas, f, dpr)
	}
	if !g.shapesShown {
		g.shapesShown = true
		g.screen.Wake()
		return
	}
	g.rasterize(f.Texts, dpr)
	for i := range g.labels.quads {
		q := &g.labels.quads[i]
		if len(q.Indices) > 0 {
			canvas.DrawTriangles32(q.Vertices, q.Indices, g.pages[i], &g.glyphs)
		}
	}
	g.source.Drawn()
}

// paintShapes covers the canvas with paper and shapes.
func (g *Game) paintShapes(canvas ebiten.FinalScreen, paper display.Color, shapes []display.Shape, dpr float64) {
	g.mesh.Build(shapes, dpr)
	g.paintMesh(canvas, paper)
}

// paintAbove paints the shapes of a frame above its static layer. A dim overlay is painted as paper is,
// which is less work than a figure of its size.
func (g *Game) paintAbove(canvas ebiten.FinalScreen, f *display.Frame, dpr float64) {
	shapes := f.Shapes
	if i := overlayOf(shapes); i >= 0 {
		if i > 0 {
			g.mesh.Build(shapes[:i], dpr)
			g.ink(canvas)
		}
		g.fill(canvas, shapes[i].Fill)
		shapes = shapes[i+1:]
	}
	g.mesh.Build(shapes, dpr)
	g.ink(canvas)
}

// overlayOf returns the index of the dim overlay, or -1.
func overlayOf(shapes []display.Shape) int {
	for i := range shapes {
		if shapes[i].Kind == display.Overlay {
			return i
		}
	}
	return -1
}

// paintMesh covers all of an image with paper and the shapes of the mesh.
func (g *Game) paintMesh(on ebiten.FinalScreen, paper display.Color) {
	g.fill(on, paper)
	g.ink(on)
}

// ink paints the shapes of the mesh.
func (g *Game) ink(on ebiten.FinalScreen) {
	on.DrawTrianglesShader32(g.mesh.Vertices, g.mesh.Indices, g.shader, &g.options)
}

// fill lays one colour over all of an image.
func (g *Game) fill(on ebiten.FinalScreen, c display.Color) {
	g.fillMesh.FillRect(on.Bounds(), c)
	on.DrawTrianglesShader32(g.fillMesh.Vertices, g.fillMesh.Indices, g.paper, &g.options)
}

// rasterize builds the labels and rasters those that are new. When the atlas is full of labels of
// the past it begins again, once.
func (g *Game) rasterize(texts []display.Text, dpr float64) {
	g.labels.Build(texts, dpr)
	if len(g.labels.missing) == 0 {
		return
	}
	if g.labels.Full() {
		g.labels.reset(dpr)
		g.labels.Build(texts, dpr)
	}
	for len(g.labels.missing) > 0 {
		some := g.labels.Missing(maxRaster)
		sheet := g.screen.Raster(some, dpr)
		g.labels.Store(some, &sheet, g.write)
		g.labels.Build(texts, dpr)
	}
}

// write puts pixels on a page's texture, making it when it is new or of another size.
func (g *Game) write(u Upload) {
	for len(g.pages) <= u.Page {
		g.pages = append(g.pages, nil)
	}
	size := g.labels.atlas.pages[u.Page].size
	if p := g.pages[u.Page]; p == nil || p.Bounds().Dx() != size {
		if p != nil {
			p.Deallocate()
		}
		g.pages[u.Page] = ebiten.NewImageWithOptions(image.Rect(0, 0, size, size), &ebiten.NewImageOptions{Unmanaged: true})
	}
	part := g.pages[u.Page].SubImage(image.Rect(u.X, u.Y, u.X+u.W, u.Y+u.H)).(*ebiten.Image)
	part.WritePixels(u.Pixels)
}
