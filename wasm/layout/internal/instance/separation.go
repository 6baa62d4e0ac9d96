package instance

import "actormap/wasm/geom"

// Tolerance forgives rounding where two nodes stand exactly Gap apart, px.
const Tolerance = 1e-6

// Separation returns the distance between node i at p and node j at q along the axis that separates
// them most, px; negative is the depth of the overlap. Shape and label are separate boxes, so that
// a neighbour may stand beside a label.
func (m *Instance) Separation(i int, p geom.Vec, j int, q geom.Vec) float64 {
	a, b := &m.Shapes[i], &m.Shapes[j]
	dx := p.X - q.X
	if dx < 0 {
		dx = -dx
	}
	whole := max(dx-a.Left-b.Left, p.Y-a.HalfH-q.Y-b.Down, q.Y-b.HalfH-p.Y-a.Down)
	if whole >= m.Gap || a.LabelW == 0 && b.LabelW == 0 {
		return whole
	}
	return a.BoxSeparation(p, b, q, dx)
}

// BoxSeparation returns the least separation of the up to four pairs of boxes; dx is the horizontal
// distance of the centres.
func (a *Shape) BoxSeparation(p geom.Vec, b *Shape, q geom.Vec, dx float64) float64 {
	dy := p.Y - q.Y
	if dy < 0 {
		dy = -dy
	}
	least := max(dx-a.HalfW-b.HalfW, dy-a.HalfH-b.HalfH)
	if b.LabelW > 0 {
		least = min(least, max(dx-a.HalfW-b.LabelW, p.Y-a.HalfH-q.Y-b.LabelBottom, q.Y+b.LabelTop-p.Y-a.HalfH))
	}
	if a.LabelW > 0 {
		least = min(least, max(dx-a.LabelW-b.HalfW, q.Y-b.HalfH-p.Y-a.LabelBottom, p.Y+a.LabelTop-q.Y-b.HalfH))
	}
	if a.LabelW > 0 && b.LabelW > 0 {
		least = min(least, max(dx-a.LabelW-b.LabelW, p.Y+a.LabelTop-q.Y-b.LabelBottom, q.Y+b.LabelTop-p.Y-a.LabelBottom))
	}
	return least
}

// Overlaps reports whether node i at p and node j at q are closer than the gap.
func (m *Instance) Overlaps(i int, p geom.Vec, j int, q geom.Vec) bool {
	return m.Separation(i, p, j, q) < m.Gap-Tolerance
}
