package layout

import (
	"math"

	"actormap/wasm/geom"
)

// Metrics measures how readable a placement is.
type Metrics struct {
	Stress        float64 // normalised at the best scale, within components; 0 is perfect
	Crossings     int     // pairs of edges that cross, parallel ones each
	EdgesOnNodes  int     // shapes with a foreign edge nearer than edgeClearance
	EdgesOnLabels int     // label boxes with a foreign edge on them
	Overlaps      int     // pairs of nodes nearer than the gap
	Outside       int     // nodes that are not wholly in the frame
	EmptyCircle   float64 // radius of the largest empty circle in the frame, in spacings of an even layout
}

// Measure measures a placement of all nodes.
func Measure(p *Problem, at Placement) Metrics {
	m := newInstance(p)
	if len(at) != m.n {
		return Metrics{Outside: m.n}
	}
	st := newEnergy(m, at)
	st.scaleX, st.scaleY = 1, 1
	st.recompute()
	q := Metrics{EmptyCircle: emptyCircle(m, at) / m.spacing()}
	if st.sumSquares > 0 && st.sumIdeal > 0 {
		q.Stress = 1 - st.sumLengths/st.sumSquares*st.sumLengths/st.sumIdeal
	}
	for i := range m.n {
		if m.inside(i, at[i]).Sub(at[i]).Len() > tolerance {
			q.Outside++
		}
		for j := range i {
			if m.overlaps(i, at[i], j, at[j]) {
				q.Overlaps++
			}
		}
	}
	countEdges(st, &q)
	return q
}

// countEdges counts crossings and edges on nodes and labels.
func countEdges(st *energy, q *Metrics) {
	for e := range st.instance.edges {
		a, b := st.instance.edges[e].a, st.instance.edges[e].b
		for f := range e {
			if st.edgesCross(e, f) {
				q.Crossings += st.instance.edges[e].multiplicity * st.instance.edges[f].multiplicity
			}
		}
		line := &st.segments[e]
		for k, c := range st.pos {
			if k == a || k == b {
				continue
			}
			toShape, toLabel := line.clearance(&st.instance.shapes[k], c, line.cross(c))
			if toShape < edgeClearance {
				q.EdgesOnNodes++
			}
			if toLabel < 0 {
				q.EdgesOnLabels++
			}
		}
	}
}

// emptyCircle returns the radius of the largest circle around a point of a lattice in the frame
// that holds no part of a node, px. Beyond the frame's border nothing counts as occupied.
func emptyCircle(m *instance, at Placement) float64 {
	const lattice = 24
	most := 0.0
	for y := range lattice {
		for x := range lattice {
			p := geom.Vec{
				X: m.frame.Min.X + float64(m.frame.W()*(float64(x)+0.5)/lattice),
				Y: m.frame.Min.Y + float64(m.frame.H()*(float64(y)+0.5)/lattice),
			}
			nearest := math.Inf(1)
			for i := range at {
				s := &m.shapes[i]
				dx := max(math.Abs(p.X-at[i].X)-s.left, 0)
				dy := max(at[i].Y-s.halfH-p.Y, p.Y-at[i].Y-s.down, 0)
				nearest = min(nearest, float64(dx*dx)+float64(dy*dy))
			}
			if nearest > most && !math.IsInf(nearest, 1) {
				most = nearest
			}
		}
	}
	return math.Sqrt(most)
}
