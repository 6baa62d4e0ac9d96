package view

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// A layerCache keeps a picture of the static layer of a frame while only the camera moves, so that a
// frame paints what comes into view and copies the rest.
type layerCache struct {
	picture *ebiten.Image // as large as the canvas
	buffer  scrollBuffer
	serial  int      // of the layer that was painted last, here or on the canvas
	origin  geom.Vec // Layer.Offset, px, at which the buffer's origin is the canvas' corner
	dpr     float64
	quad    Mesh
}

// visibleRegion returns the part of the layer, in device pixels of the buffer, that a canvas shows. It is false
// where the picture cannot be used: of another layer or size, or shifted by a part of a pixel.
func (k *layerCache) visibleRegion(l display.Layer, canvas image.Rectangle, dpr float64) (view image.Rectangle, ok bool) {
	by := k.origin.Sub(l.Offset()).Mul(dpr)
	x, y := math.Round(by.X), math.Round(by.Y)
	const exact = 1.0 / 64 // of a pixel: what shading does not show
	ok = k.buffer.size == canvas.Size() && k.dpr == dpr && math.Abs(by.X-x) < exact && math.Abs(by.Y-y) < exact
	return canvas.Sub(canvas.Min).Add(image.Pt(int(x), int(y))), ok
}

// begin makes the picture fit the canvas, with nothing on it, and returns the part of the layer that
// the canvas shows.
func (k *layerCache) begin(l display.Layer, canvas image.Rectangle, dpr float64) (view image.Rectangle) {
	size := canvas.Size()
	if k.picture == nil || k.picture.Bounds().Size() != size {
		if k.picture != nil {
			k.picture.Deallocate()
		}
		k.picture = ebiten.NewImageWithOptions(image.Rectangle{Max: size}, &ebiten.NewImageOptions{Unmanaged: true})
	}
	k.buffer, k.origin, k.dpr = scrollBuffer{size: size}, l.Offset(), dpr
	return image.Rectangle{Max: size}
}

// paintStatic paints the static layer of a frame. One that looks different from the frame before is painted on the
// canvas at once, since it may well go on changing; one that does not, or is stable, is kept.
func (g *Game) paintStatic(canvas ebiten.FinalScreen, f *display.Frame, dpr float64) {
	k, layer := &g.layer, f.Static
	changed := k.serial != layer.Serial()
	if changed {
		k.serial, k.buffer = layer.Serial(), scrollBuffer{}
	}
	if changed && !layer.Stable() {
		g.paintShapes(canvas, f.Paper, layer.Shapes(geom.Rect{Max: geom.Vec{X: f.Width, Y: f.Height}}), dpr)
		return
	}
	view, ok := k.visibleRegion(layer, canvas.Bounds(), dpr)
	if !ok {
		view = k.begin(layer, canvas.Bounds(), dpr)
	}
	for _, part := range k.buffer.scrollTo(view) {
		g.mesh.Build(layer.Shapes(partOnScreen(part.Sub(view.Min), dpr)), dpr)
		g.cacheRegion(part, view.Min, f.Paper)
	}
	k.quad.reset()
	for _, p := range k.buffer.pieces(view) {
		k.quad.copy(p.region.Sub(view.Min), p.at)
	}
	canvas.DrawTriangles32(k.quad.Vertices, k.quad.Indices, k.picture, &ebiten.DrawTrianglesOptions{Blend: ebiten.BlendCopy})
}

// cacheRegion paints the mesh, whose pixel (0, 0) is a point of the layer, on a part of the picture.
func (g *Game) cacheRegion(part image.Rectangle, origin image.Point, paper display.Color) {
	at := image.Point{} // to where the mesh has been moved
	for _, p := range g.layer.buffer.pieces(part) {
		to := p.at.Sub(p.region.Min).Add(origin)
		g.mesh.Move(to.Sub(at))
		at = to
		box := image.Rectangle{Min: p.at, Max: p.at.Add(p.region.Size())}
		g.paintMesh(g.layer.picture.SubImage(box).(*ebiten.Image), paper)
	}
}

// partOnScreen returns a box of device pixels in px of the screen.
func partOnScreen(b image.Rectangle, dpr float64) geom.Rect {
	return geom.Rect{
		Min: geom.Vec{X: float64(b.Min.X) / dpr, Y: float64(b.Min.Y) / dpr},
		Max: geom.Vec{X: float64(b.Max.X) / dpr, Y: float64(b.Max.Y) / dpr},
	}
}
