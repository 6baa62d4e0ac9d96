package anneal

import (
	"math"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// A segment is a drawn edge with everything that the inner loops need and that does not depend on
// other nodes or edges.
type segment struct {
	x, y       float64 // start, px
	dx, dy     float64 // from there to the end
	absX, absY float64 // absolute values of dx and dy
	inv        float64 // 1 over the length
	halfWidth  float64 // of the bundle of parallel links, px
	weight     float64 // of its crossings
	margin     float64 // cross product below which a point is too near, px²
}

// An extent is how far a node reaches around its centre, px.
type extent struct{ side, up, down float64 }

// newSegment returns edge e from p to q; margin is the distance that nodes should keep, px.
func newSegment(m *instance.Instance, e *instance.Edge, p, q geom.Vec, margin float64) segment {
	d := q.Sub(p)
	length := d.Len()
	if length < 1e-9 {
		length = 1e-9 // so that it may be divided by
	}
	s := segment{x: p.X, y: p.Y, dx: d.X, dy: d.Y, absX: math.Abs(d.X), absY: math.Abs(d.Y), inv: 1 / length, weight: e.CrossingWeight}
	if e.Multiplicity > 1 {
		s.halfWidth = float64(m.ParallelGap*float64(e.Multiplicity-1)) / 2
	}
	s.margin = float64((margin + s.halfWidth) * length)
	return s
}

// Cross returns the cross product of the segment with the vector from its start to c, px²: the sign
// tells the side, the size is distance times length.
func (s *segment) Cross(c geom.Vec) float64 {
	return float64(s.dx*(c.Y-s.y)) - float64(s.dy*(c.X-s.x))
}

// side returns 1 if c lies on the left of the segment as seen on the screen, else 0.
func (s *segment) side(c geom.Vec) uint64 { return math.Float64bits(s.Cross(c)) >> 63 }

// nearBound returns the size of the cross product below which the segment may be too near to a
// node.
func (s *segment) nearBound(e *extent) float64 {
	return float64(s.absY*e.side) + float64(s.absX*e.down) + s.margin
}

// crossingTerm returns the energy of a crossing: flat angles cost more (Huang, Hong, Eades 2008,
// "Effects of crossing angles").
func (s *segment) crossingTerm(o *segment) float64 {
	cos := float64((float64(s.dx*o.dx)+float64(s.dy*o.dy))*s.inv) * o.inv
	return float64(s.weight * o.weight * (weightCrossing + float64(weightFlatCrossing*cos*cos)))
}

// Clearance returns the distances from the segment to the shape and to the label box of a node at
// c, each along the axis that separates them most, px; negative if the segment runs over it. cross
// is s.cross(c).
func (s *segment) Clearance(b *instance.Shape, c geom.Vec, cross float64) (toShape, toLabel float64) {
	x := math.Abs(c.X-s.x-s.dx/2) - s.absX/2
	y := c.Y - s.y - s.dy/2
	toShape, toLabel = s.toBox(cross, x, math.Abs(y), b.HalfW, b.HalfH)-s.halfWidth, instance.Unbounded
	if b.LabelW > 0 {
		halfH := (b.LabelBottom - b.LabelTop) / 2
		drop := (b.LabelTop + b.LabelBottom) / 2
		toLabel = s.toBox(cross+float64(s.dx*drop), x, math.Abs(y+drop), b.LabelW, halfH) - s.halfWidth
	}
	return toShape, toLabel
}

// toBox returns the distance from the segment to a box. cross is that of the box's centre; x is how
// far the centre lies beyond the end of the segment's bounding box, y how far from the middle of
// the segment.
func (s *segment) toBox(cross, x, y, halfW, halfH float64) float64 {
	clear := float64((math.Abs(cross) - float64(halfW*s.absY) - float64(halfH*s.absX)) * s.inv)
	if x -= halfW; x > clear {
		clear = x
	}
	if y -= halfH + s.absY/2; y > clear {
		clear = y
	}
	return clear
}
