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
