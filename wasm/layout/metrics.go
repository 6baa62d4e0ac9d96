package layout

import (
	"math"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/instance"
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

// Measure measures a placement of all nodes, of a problem of at most MaxDragNodes nodes.
func Measure(p *Problem, at Placement) Metrics {
	m := p.instance()
	if len(at) != m.N {
		return Metrics{Outside: m.N}
	}
	st := anneal.NewEnergy(m, at)
	st.ScaleX, st.ScaleY = 1, 1
	st.Recompute()
	q := Metrics{EmptyCircle: emptyCircle(m, at) / m.Spacing()}
	if st.SumSquares > 0 && st.SumIdeal > 0 {
		q.Stress = 1 - st.SumLengths/st.SumSquares*st.SumLengths/st.SumIdeal
	}
	for i := range m.N {
		if m.Inside(i, at[i]).Sub(at[i]).Len() > instance.Tolerance {
			q.Outside++
		}
		for j := range i {
			if m.Overlaps(i, at[i], j, at[j]) {
				q.Overlaps++
			}
		}
	}
	countEdges(st, &q)
	return q
}

// countEdges counts crossings and edges on nodes and labels.
func countEdges(st *anneal.Energy, q *Metrics) {
	for e := range st.Instance.Edges {
		a, b := st.Instance.Edges[e].A, st.Instance.Edges[e].B
		for f := range e {
			if st.EdgesCross(e, f) {
				q.Crossings += st.Instance.Edges[e].Multiplicity * st.Instance.Edges[f].Multiplicity
			}
		}
		line := &st.Segments[e]
		for k, c := range st.Pos {
			if k == a || k == b {
				continue
			}
			toShape, toLabel := line.Clearance(&st.Instance.Shapes[k], c, line.Cross(c))
			if toShape < anneal.EdgeClearance {
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
func emptyCircle(m *instance.Instance, at Placement) float64 {
	const lattice = 24
	most := 0.0
	for y := range lattice {
		for x := range lattice {
			p := geom.Vec{
				X: m.Frame.Min.X + float64(m.Frame.W()*(float64(x)+0.5)/lattice),
				Y: m.Frame.Min.Y + float64(m.Frame.H()*(float64(y)+0.5)/lattice),
			}
			nearest := math.Inf(1)
			for i := range at {
				s := &m.Shapes[i]
				dx := max(math.Abs(p.X-at[i].X)-s.Left, 0)
				dy := max(at[i].Y-s.HalfH-p.Y, p.Y-at[i].Y-s.Down, 0)
				nearest = min(nearest, float64(dx*dx)+float64(dy*dy))
			}
			if nearest > most && !math.IsInf(nearest, 1) {
				most = nearest
			}
		}
	}
	return math.Sqrt(most)
}
