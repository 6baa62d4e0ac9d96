package layout

import "actormap/wasm/geom"

// touchEps forgives rounding where two bodies stand exactly Gap apart, px.
const touchEps = 1e-6

// separation returns the clear distance between body i at p and body j at q along the axis
// that parts them most, px; negative is the depth by which they overlap. Shape and label
// box count each for itself, so that a neighbour may tuck in beside a label.
func (m *model) separation(i int, p geom.Vec, j int, q geom.Vec) float64 {
	a, b := &m.shapes[i], &m.shapes[j]
	dx := p.X - q.X
	if dx < 0 {
		dx = -dx
	}
	whole := max(dx-a.left-b.left, p.Y-a.halfH-q.Y-b.down, q.Y-b.halfH-p.Y-a.down)
	if whole >= m.gap || a.labelW == 0 && b.labelW == 0 {
		return whole
	}
	return a.apart(p, b, q, dx)
}

// apart is the smallest separation of the up to four pairs of boxes; dx is the distance of
// the middles along x.
func (a *shape) apart(p geom.Vec, b *shape, q geom.Vec, dx float64) float64 {
	dy := p.Y - q.Y
	if dy < 0 {
		dy = -dy
	}
	least := max(dx-a.halfW-b.halfW, dy-a.halfH-b.halfH)
	if b.labelW > 0 {
		least = min(least, max(dx-a.halfW-b.labelW, p.Y-a.halfH-q.Y-b.labelBottom, q.Y+b.labelTop-p.Y-a.halfH))
	}
	if a.labelW > 0 {
		least = min(least, max(dx-a.labelW-b.halfW, q.Y-b.halfH-p.Y-a.labelBottom, p.Y+a.labelTop-q.Y-b.halfH))
	}
	if a.labelW > 0 && b.labelW > 0 {
		least = min(least, max(dx-a.labelW-b.labelW, p.Y+a.labelTop-q.Y-b.labelBottom, q.Y+b.labelTop-p.Y-a.labelBottom))
	}
	return least
}

// overlap reports whether body i at p and body j at q are less than the gap apart.
func (m *model) overlap(i int, p geom.Vec, j int, q geom.Vec) bool {
	return m.separation(i, p, j, q) < m.gap-touchEps
}

// A sight is a drawn line as seen from bodies beside it: everything that does not depend on
// the body.
type sight struct {
	p, q       geom.Vec // ends
	d          geom.Vec // q - p
	length     float64
	absX, absY float64 // of the unit normal
	half       float64 // px that parallel lines take to each side
}

func (m *model) sightOf(p, q geom.Vec, lanes int) sight {
	d := q.Sub(p)
	length := d.Len()
	s := sight{p: p, q: q, d: d, length: length, half: float64(m.lane*float64(lanes-1)) / 2}
	if length > 0 {
		s.absX, s.absY = d.Y/length, d.X/length
		if s.absX < 0 {
			s.absX = -s.absX
		}
		if s.absY < 0 {
			s.absY = -s.absY
		}
	}
	return s
}

// clearance returns the distance from the line to body k at c along the axis that parts them
// most, px; negative when the line runs over the shape or the label box. side is the cross
// product of the line with c - p. What is farther than most may be returned as anything
// above it.
func (s *sight) clearance(b *shape, c geom.Vec, side, most float64) float64 {
	off := side
	if off < 0 {
		off = -off
	}
	if s.length > 0 {
		off /= s.length
	}
	if off-b.reach-s.half > most {
		return most + 1
	}
	clear := max(off-float64(b.halfW*s.absX)-float64(b.halfH*s.absY), s.beyond(c, b.halfW, b.halfH))
	if b.labelW > 0 {
		halfH := (b.labelBottom - b.labelTop) / 2
		middle := (b.labelTop + b.labelBottom) / 2
		off = side + float64(s.d.X*middle)
		if off < 0 {
			off = -off
		}
		if s.length > 0 {
			off /= s.length
		}
		label := max(off-float64(b.labelW*s.absX)-float64(halfH*s.absY),
			s.beyond(geom.Vec{X: c.X, Y: c.Y + middle}, b.labelW, halfH))
		clear = min(clear, label)
	}
	return clear - s.half
}

// beyond is how far a box lies outside the line's own bounding box, along the better axis.
func (s *sight) beyond(c geom.Vec, halfW, halfH float64) float64 {
	left, right := s.p.X, s.q.X
	if left > right {
		left, right = right, left
	}
	top, bottom := s.p.Y, s.q.Y
	if top > bottom {
		top, bottom = bottom, top
	}
	x, y := left-c.X-halfW, top-c.Y-halfH
	if r := c.X - halfW - right; r > x {
		x = r
	}
	if r := c.Y - halfH - bottom; r > y {
		y = r
	}
	if x > y {
		return x
	}
	return y
}
