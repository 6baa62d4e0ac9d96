package layout

import (
	"math"

	"actormap/wasm/geom"
)

// A sight is a drawn line as seen from bodies beside it and from other lines: everything that
// does not depend on them, in one place for the inner loops.
type sight struct {
	x, y       float64 // where it starts, px
	dx, dy     float64 // from there to its end
	absX, absY float64 // of the same
	inv        float64 // 1 over the length
	half       float64 // px that parallel lines take to each side
	ink        float64
	keep       float64 // px² of the cross product up to which a body is too near, but for its size
}

// A span is how far a body reaches around its middle, px.
type span struct{ side, up, down float64 }

// sightOf returns edge e from p to q; margin is how many px a body would like to keep.
func (m *instance) sightOf(e *edge, p, q geom.Vec, margin float64) sight {
	d := q.Sub(p)
	length := d.Len()
	if length < 1e-9 {
		length = 1e-9 // so that it may be divided by
	}
	s := sight{x: p.X, y: p.Y, dx: d.X, dy: d.Y, absX: math.Abs(d.X), absY: math.Abs(d.Y), inv: 1 / length, ink: e.crossingWeight}
	if e.multiplicity > 1 {
		s.half = float64(m.lane*float64(e.multiplicity-1)) / 2
	}
	s.keep = float64((margin + s.half) * length)
	return s
}

// cross returns the cross product of the line with the way from its start to c: its sign
// tells the side, its size is the distance times the length, px².
func (s *sight) cross(c geom.Vec) float64 {
	return float64(s.dx*(c.Y-s.y)) - float64(s.dy*(c.X-s.x))
}

// side returns 1 when c lies on the left of the line as seen on the screen, else 0.
func (s *sight) side(c geom.Vec) uint64 { return math.Float64bits(s.cross(c)) >> 63 }

// near returns below which size of the cross product the line may come too near to a body.
func (s *sight) near(e *span) float64 {
	return float64(s.absY*e.side) + float64(s.absX*e.down) + s.keep
}

// slant prices the crossing of two lines: the flatter their angle, the dearer.
func (s *sight) slant(o *sight) float64 {
	cos := float64((float64(s.dx*o.dx)+float64(s.dy*o.dy))*s.inv) * o.inv
	return float64(s.ink * o.ink * (payCrossing + float64(paySlant*cos*cos)))
}

// clearance returns the distances from the line to the shape and to the label box of body b at
// c, each along the axis that parts them most, px; negative when the line runs over it. cross
// is s.cross(c).
func (s *sight) clearance(b *shape, c geom.Vec, cross float64) (toShape, toLabel float64) {
	x := math.Abs(c.X-s.x-s.dx/2) - s.absX/2
	y := c.Y - s.y - s.dy/2
	toShape, toLabel = s.toBox(cross, x, math.Abs(y), b.halfW, b.halfH)-s.half, inf
	if b.labelW > 0 {
		halfH := (b.labelBottom - b.labelTop) / 2
		drop := (b.labelTop + b.labelBottom) / 2
		toLabel = s.toBox(cross+float64(s.dx*drop), x, math.Abs(y+drop), b.labelW, halfH) - s.half
	}
	return toShape, toLabel
}

// toBox returns the distance from the line to a box. cross is that of the box's middle, x how
// far the middle lies beyond the end of the line's own box across, y how far from the middle
// of the line down.
func (s *sight) toBox(cross, x, y, halfW, halfH float64) float64 {
	clear := float64((math.Abs(cross) - float64(halfW*s.absY) - float64(halfH*s.absX)) * s.inv)
	if x -= halfW; x > clear {
		clear = x
	}
	if y -= halfH + s.absY/2; y > clear {
		clear = y
	}
	return clear
}
