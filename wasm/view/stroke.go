package view

import (
	"math"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// A crossSection is one cross-section of a stroke, in device pixels.
type crossSection struct {
	at    geom.Vec
	left  geom.Vec // unit, across the direction of travel
	along float64  // arc length from the start
}

const (
	// flatnessPX is how far a chord may lie beside the curve, in device pixels. Skia, which draws for
	// several browsers, has the same (GrPathUtils::kDefaultTolerance).
	flatnessPX = 0.25
	// maxChords bounds the work for one stroke; 48 chords are exact to flatnessPX for a curve
	// whose control point is 1,152 device pixels off its chord.
	maxChords = 48
)

// stroke appends a quadratic Bezier of some width as a strip of quads along it: the arc
// length runs along the strip and the distance across it, so that shape.kage can dash it.
func (m *Mesh) stroke(s *display.Shape, dpr float64) {
	half := s.Width * dpr / 2
	c := geom.Curve{A: s.Curve.A.Mul(dpr), C: s.Curve.C.Mul(dpr), B: s.Curve.B.Mul(dpr)}
	if s.Line.A == 0 || half <= 0 || !finite(half, c.A.X, c.A.Y, c.B.X, c.B.Y, c.C.X, c.C.Y) {
		return
	}
	total := m.walk(c)
	dots := s.Dash.On <= 0 && s.Dash.Off > 0
	f, custom := dashedFigure, [4]float32{float32(half), float32(s.Dash.On * dpr), float32(s.Dash.Off * dpr), float32(total)}
	reach := float64(fringePX)
	if dots || (s.Round && s.Dash.On <= 0) {
		f, custom[1], custom[2] = dottedFigure, custom[2], 0
		reach += half
	} else if total == 0 {
		return
	} else if s.Dash.Mix != display.OnlyDashes {
		f = dashDotFigure + figure(s.Dash.Mix-display.DashDot)
	}
	if len(m.sections) == 2 {
		m.lengthen(reach)
	} else {
		m.extend(reach)
	}
	m.strip(s.Line, f, custom, half+fringePX)
}

// walk fills m.bend with cross-sections along c and returns its length. That of each piece is the
// curve's, by the speed at the two Gauss-Legendre points of the piece: dashes must lie where another
// painter puts them, though chords are shorter.
func (m *Mesh) walk(c geom.Curve) float64 {
	n := chords(c)
	step := 1 / float64(n)
	const off = 0.21132486540518713 // (1 - 1/sqrt(3)) / 2
	m.sections = append(m.sections[:0], crossSection{at: c.A, left: c.Tangent(0).Unit().Left()})
	along := 0.0
	for k := range n {
		t := float64(k) * step
		along += (c.Tangent(t+off*step).Len() + c.Tangent(t+step-off*step).Len()) * step // Tangent is half the speed
		t = float64(k+1) * step
		m.sections = append(m.sections, crossSection{at: c.At(t), left: c.Tangent(t).Unit().Left(), along: along})
	}
	return along
}

// chords returns into how many chords, evenly in t, a curve must be cut so that none lies
// further from it than flatnessPX: the gap of a quadratic is |A-2C+B| / (4 n^2).
func chords(c geom.Curve) int {
	bow := c.A.Add(c.B).Sub(c.C.Mul(2)).Len()
	n := math.Ceil(math.Sqrt(bow / (4 * flatnessPX)))
	return int(min(max(n, 1), maxChords))
}

// extend adds a straight piece of the given length before and after the curve, for the
// fringe and the round ends.
func (m *Mesh) extend(by float64) {
	first, last := m.sections[0], m.sections[len(m.sections)-1]
	head, tail := first, last
	head.at, head.along = first.at.Add(right(first.left).Mul(-by)), first.along-by
	tail.at, tail.along = last.at.Add(right(last.left).Mul(by)), last.along+by
	m.sections = append(m.sections, tail, tail)
	copy(m.sections[1:], m.sections[:len(m.sections)-1])
	m.sections[0] = head
}

// lengthen is extend for a straight stroke, which needs no further cross-sections for it:
// what is interpolated along it is linear.
func (m *Mesh) lengthen(by float64) {
	head, tail := &m.sections[0], &m.sections[1]
	head.at, head.along = head.at.Add(right(head.left).Mul(-by)), head.along-by
	tail.at, tail.along = tail.at.Add(right(tail.left).Mul(by)), tail.along+by
}

// right turns a vector a quarter clockwise as seen on the screen, the inverse of geom's Left: it
// gives the direction of travel back from a normal.
func right(v geom.Vec) geom.Vec { return geom.Vec{X: -v.Y, Y: v.X} }

// strip appends m.bend as a strip that reaches side px to both sides.
func (m *Mesh) strip(c display.Color, f figure, custom [4]float32, side float64) {
	v := vertex(c, f, custom)
	first := uint32(len(m.Vertices))
	for i := range m.sections {
		k := &m.sections[i]
		for _, across := range [2]float64{side, -side} {
			at := k.at.Add(k.left.Mul(across))
			v.DstX, v.DstY = float32(at.X), float32(at.Y)
			v.SrcX, v.SrcY = float32(k.along), float32(across)
			m.Vertices = append(m.Vertices, v)
		}
	}
	for k := first; int(k)+3 < len(m.Vertices); k += 2 {
		m.Indices = append(m.Indices, k, k+1, k+3, k, k+3, k+2)
	}
}
