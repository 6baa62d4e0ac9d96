package layout

import "actormap/wasm/geom"

// tolerance forgives rounding where two nodes stand exactly Gap apart, px.
const tolerance = 1e-6

// separation returns the distance between node i at p and node j at q along the axis that separates
// them most, px; negative is the depth of the overlap. Shape and label are separate boxes, so that
// a neighbour may stand beside a label.
func (m *instance) separation(i int, p geom.Vec, j int, q geom.Vec) float64 {
	a, b := &m.shapes[i], &m.shapes[j]
	dx := p.X - q.X
	if dx < 0 {
		dx = -dx
	}
	whole := max(dx-a.left-b.left, p.Y-a.halfH-q.Y-b.down, q.Y-b.halfH-p.Y-a.down)
	if whole >= m.gap || a.labelW == 0 && b.labelW == 0 {
		return whole
	}
	return a.boxSeparation(p, b, q, dx)
}

// boxSeparation returns the least separation of the up to four pairs of boxes; dx is the horizontal
// distance of the centres.
func (a *shape) boxSeparation(p geom.Vec, b *shape, q geom.Vec, dx float64) float64 {
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

// overlaps reports whether node i at p and node j at q are closer than the gap.
func (m *instance) overlaps(i int, p geom.Vec, j int, q geom.Vec) bool {
	return m.separation(i, p, j, q) < m.gap-tolerance
}
