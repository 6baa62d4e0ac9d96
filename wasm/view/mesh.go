package view

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// A figure says how shape.kage reads the custom values of a vertex.
type figure float32

// The figures, with the meaning of Src and Custom0..3 in device pixels.
const (
	boxFigure      figure = iota // Src: point from the centre; half width, half height, corner radius, outline width (0: filled)
	hexagonFigure                // Src: point from the centre; circumradius, -, -, outline width (0: filled)
	dashedFigure                 // Src: arc length, side; half width, dash on (0: solid), dash off, total length
	dottedFigure                 // Src: arc length, side; half width, step (0: solid with round ends), -, total length
	triangleFigure               // Src and Custom0: distance to each edge, positive inside
	halfFigure                   // Src: point from the centre; radius: the left half of a disc

	// As dashedFigure, with marks that take turns; in the order of display.Mix.
	dashDotFigure
	dashDashDotFigure
	dashDotDotFigure
)

// fringePX is how far a figure's triangles reach beyond its edge, in device pixels: half a pixel,
// where shape.kage's coverage ends. More would only be shaded to nothing, and without a graphics
// card shading is what a frame of thin lines costs.
const fringePX = 0.5

// A Mesh is the shapes of a frame as triangles for shape.kage, in painter's order. Its
// slices are reused: after the first frames building allocates nothing.
type Mesh struct {
	Vertices []ebiten.Vertex
	Indices  []uint32
	sections []crossSection // scratch of one stroke
}

// Build fills m with the shapes, scaled from CSS to device pixels by dpr. Shapes that are
// not finite, and colours with alpha 0, are left out.
func (m *Mesh) Build(shapes []display.Shape, dpr float64) {
	m.reset()
	for i := range shapes {
		m.add(&shapes[i], dpr)
	}
}

// FillRect fills m with a box of device pixels in one colour, premultiplied, for paper.kage.
func (m *Mesh) FillRect(b image.Rectangle, c display.Color) {
	m.reset()
	a := float32(c.A) / 255
	m.box(b, image.Point{}, ebiten.Vertex{
		ColorR: float32(c.R) / 255 * a, ColorG: float32(c.G) / 255 * a, ColorB: float32(c.B) / 255 * a, ColorA: a,
	})
}

func (m *Mesh) reset() { m.Vertices, m.Indices = m.Vertices[:0], m.Indices[:0] }

// box appends a box of device pixels whose Src begins at a point and whose vertices are else v.
func (m *Mesh) box(b image.Rectangle, from image.Point, v ebiten.Vertex) {
	first := uint32(len(m.Vertices))
	for _, p := range [4]image.Point{b.Min, {X: b.Max.X, Y: b.Min.Y}, b.Max, {X: b.Min.X, Y: b.Max.Y}} {
		src := p.Sub(b.Min).Add(from)
		v.DstX, v.DstY, v.SrcX, v.SrcY = float32(p.X), float32(p.Y), float32(src.X), float32(src.Y)
		m.Vertices = append(m.Vertices, v)
	}
	m.square(first)
}

// Move shifts everything in m by device pixels.
func (m *Mesh) Move(by image.Point) {
	for i := range m.Vertices {
		m.Vertices[i].DstX += float32(by.X)
		m.Vertices[i].DstY += float32(by.Y)
	}
}

// copy appends a box of device pixels that shows as large a part of an image, from a point on.
func (m *Mesh) copy(b image.Rectangle, from image.Point) {
	m.box(b, from, ebiten.Vertex{ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1})
}

// add appends one shape: first its fill, then its line above it.
func (m *Mesh) add(s *display.Shape, dpr float64) {
	switch s.Kind {
	case display.Disc:
		m.centred(s, boxFigure, geom.Vec{X: s.HalfW, Y: s.HalfW}, s.HalfW, dpr)
	case display.Box, display.Overlay:
		corner := min(s.Corner, s.HalfW, s.HalfH)
		m.centred(s, boxFigure, geom.Vec{X: s.HalfW, Y: s.HalfH}, corner, dpr)
	case display.Hexagon:
		m.centred(s, hexagonFigure, geom.Vec{X: s.HalfW, Y: s.HalfW}, 0, dpr)
	case display.Stroke:
		m.stroke(s, dpr)
	case display.Triangle:
		m.triangle(s, dpr)
	case display.HalfDisc:
		r := s.HalfW * dpr
		if s.Fill.A > 0 && r > 0 {
			m.quad(s.At.Mul(dpr), geom.Vec{X: r, Y: r}, s.Fill, halfFigure, [4]float32{float32(r)})
		}
	}
}

// centred appends a figure that is symmetric around s.At, of the given half extents in CSS
// pixels.
func (m *Mesh) centred(s *display.Shape, f figure, half geom.Vec, corner, dpr float64) {
	custom := [4]float32{float32(half.X * dpr), float32(half.Y * dpr), float32(corner * dpr), 0}
	if f == hexagonFigure {
		custom[1], custom[2] = 0, 0
	}
	at, half := s.At.Mul(dpr), half.Mul(dpr)
	if s.Fill.A > 0 {
		m.quad(at, half, s.Fill, f, custom)
	}
	if s.Line.A > 0 && s.Width > 0 {
		custom[3] = float32(s.Width * dpr)
		reach := geom.Vec{X: s.Width * dpr / 2, Y: s.Width * dpr / 2}
		m.quad(at, half.Add(reach), s.Line, f, custom)
	}
}

// quad appends a box around a centre, grown by the fringe, whose Src is the point from the centre.
func (m *Mesh) quad(at, half geom.Vec, c display.Color, f figure, custom [4]float32) {
	if !finite(at.X, at.Y, half.X, half.Y) {
		return
	}
	v := vertex(c, f, custom)
	first := uint32(len(m.Vertices))
	for _, corner := range [4]geom.Vec{{X: -1, Y: -1}, {X: 1, Y: -1}, {X: 1, Y: 1}, {X: -1, Y: 1}} {
		p := geom.Vec{X: corner.X * (half.X + fringePX), Y: corner.Y * (half.Y + fringePX)}
		v.DstX, v.DstY = float32(at.X+p.X), float32(at.Y+p.Y)
		v.SrcX, v.SrcY = float32(p.X), float32(p.Y)
		m.Vertices = append(m.Vertices, v)
	}
	m.square(first)
}

// triangle appends a filled triangle as the box around it; each corner carries its distance
// to the three edges, which are linear in the point and so interpolate exactly. A
// triangle without area is left out.
func (m *Mesh) triangle(s *display.Shape, dpr float64) {
	p := [3]geom.Vec{s.Points[0].Mul(dpr), s.Points[1].Mul(dpr), s.Points[2].Mul(dpr)}
	area := p[1].Sub(p[0]).Cross(p[2].Sub(p[0]))
	if s.Fill.A == 0 || area == 0 || !finite(area) {
		return
	}
	if area < 0 {
		p[1], p[2] = p[2], p[1]
	}
	b := geom.Rect{Min: p[0], Max: p[0]}.Union(geom.Rect{Min: p[1], Max: p[1]}).Union(geom.Rect{Min: p[2], Max: p[2]}).Grow(fringePX)
	v := vertex(s.Fill, triangleFigure, [4]float32{})
	first := uint32(len(m.Vertices))
	for _, at := range [4]geom.Vec{b.Min, {X: b.Max.X, Y: b.Min.Y}, b.Max, {X: b.Min.X, Y: b.Max.Y}} {
		v.DstX, v.DstY = float32(at.X), float32(at.Y)
		v.SrcX, v.SrcY, v.Custom0 = edge(p[0], p[1], at), edge(p[1], p[2], at), edge(p[2], p[0], at)
		m.Vertices = append(m.Vertices, v)
	}
	m.square(first)
}

// edge returns the distance of p from the line ab, positive to its clockwise side (y down).
func edge(a, b, p geom.Vec) float32 {
	return float32(b.Sub(a).Unit().Cross(p.Sub(a)))
}

// square appends the two triangles of four corners in order, the first of which is given.
func (m *Mesh) square(first uint32) {
	m.Indices = append(m.Indices, first, first+1, first+2, first, first+2, first+3)
}

// vertex returns a vertex with everything but its place. The alpha carries the figure: it is
// at most 1, so that twice the figure's number can be added and taken off again.
func vertex(c display.Color, f figure, custom [4]float32) ebiten.Vertex {
	return ebiten.Vertex{
		ColorR: float32(c.R) / 255, ColorG: float32(c.G) / 255, ColorB: float32(c.B) / 255,
		ColorA:  float32(c.A)/255 + 2*float32(f),
		Custom0: custom[0], Custom1: custom[1], Custom2: custom[2], Custom3: custom[3],
	}
}

// finite reports whether every number is one, neither infinite nor NaN: x-x is 0 for those only.
func finite(numbers ...float64) bool {
	for _, x := range numbers {
		if x-x != 0 {
			return false
		}
	}
	return true
}
