package layout

import "actormap/wasm/geom"

// A sight is a drawn line as seen from bodies beside it: everything that does not depend on
// the body.
type sight struct {
	p, q       geom.Vec // ends
	d          geom.Vec // q - p
	length     float64  // px; at least a hair, so that it may be divided by
	absX, absY float64  // of the unit normal
	half       float64  // px that parallel lines take to each side
	min, max   geom.Vec // corners of the box around both ends
}

func (m *model) sightOf(p, q geom.Vec, lanes int) sight {
	d := q.Sub(p)
	s := sight{p: p, q: q, d: d, min: p, max: q}
	s.length = d.Len()
	if s.length < 1e-9 {
		s.length = 1e-9
	}
	if lanes > 1 {
		s.half = float64(m.lane*float64(lanes-1)) / 2
	}
	s.absX, s.absY = d.Y/s.length, d.X/s.length
	if s.absX < 0 {
		s.absX = -s.absX
		s.min.Y, s.max.Y = q.Y, p.Y
	}
	if s.absY < 0 {
		s.absY = -s.absY
		s.min.X, s.max.X = q.X, p.X
	}
	return s
}

// side returns the cross product of the line with the way from its start to c: positive on
// its right as seen on the screen, px².
func (s *sight) side(c geom.Vec) float64 {
	return float64(s.d.X*(c.Y-s.p.Y)) - float64(s.d.Y*(c.X-s.p.X))
}

// clearance returns the distance from the line to body b at c along the axis that parts them
// most, px; negative when the line runs over the shape or the label box. side is
// s.side(c).
func (s *sight) clearance(b *shape, c geom.Vec, side float64) float64 {
	off := side / s.length
	if off < 0 {
		off = -off
	}
	clear := off - float64(b.halfW*s.absX) - float64(b.halfH*s.absY)
	if o := s.beyond(c, b.halfW, b.halfH); o > clear {
		clear = o
	}
	if b.labelW > 0 {
		halfH := (b.labelBottom - b.labelTop) / 2
		middle := (b.labelTop + b.labelBottom) / 2
		off = (side + float64(s.d.X*middle)) / s.length
		if off < 0 {
			off = -off
		}
		label := off - float64(b.labelW*s.absX) - float64(halfH*s.absY)
		if o := s.beyond(geom.Vec{X: c.X, Y: c.Y + middle}, b.labelW, halfH); o > label {
			label = o
		}
		if label < clear {
			clear = label
		}
	}
	return clear - s.half
}

// beyond is how far a box lies outside the line's own bounding box, along the better axis;
// negative inside.
func (s *sight) beyond(c geom.Vec, halfW, halfH float64) float64 {
	x, y := s.min.X-c.X-halfW, s.min.Y-c.Y-halfH
	if r := c.X - halfW - s.max.X; r > x {
		x = r
	}
	if r := c.Y - halfH - s.max.Y; r > y {
		y = r
	}
	if x > y {
		return x
	}
	return y
}
