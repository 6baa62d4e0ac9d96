package layout

import (
	"math"

	"actormap/wasm/geom"
)

// A Quality says in figures how readable a placement is.
type Quality struct {
	Stress     float64 // normalised at the best scale, within components; 0 is perfect
	Crossings  int     // pairs of drawn lines that cross, parallel ones each
	NodeOnLine int     // shapes with a foreign line nearer than lineClear
	LabelHits  int     // label boxes with a foreign line under them
	Overlaps   int     // pairs of bodies nearer than the gap
	Outside    int     // bodies that are not wholly in the frame
	Empty      float64 // radius of the largest empty disc in the frame, as a share of the even spacing
}

// lineClear is how near a line may come to the shape of a body that it does not belong to, px.
const lineClear = 4.0

// Quality measures a placement of all bodies.
func (p *Problem) Quality(at Placement) Quality {
	m := newInstance(p)
	if len(at) != m.n {
		return Quality{Outside: m.n}
	}
	st := newEnergy(m, at)
	st.scaleX, st.scaleY = 1, 1
	st.recompute()
	q := Quality{Empty: m.emptiest(at) / m.spacing()}
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
	st.countLines(&q)
	return q
}

func (st *energy) countLines(q *Quality) {
	for e := range st.edges {
		a, b := st.edges[e].a, st.edges[e].b
		for f := range e {
			if st.edgesCross(e, f) {
				q.Crossings += st.edges[e].multiplicity * st.edges[f].multiplicity
			}
		}
		line := &st.segments[e]
		for k, c := range st.pos {
			if k == a || k == b {
				continue
			}
			toShape, toLabel := line.clearance(&st.shapes[k], c, line.cross(c))
			if toShape < lineClear {
				q.NodeOnLine++
			}
			if toLabel < 0 {
				q.LabelHits++
			}
		}
	}
}

// emptiest returns the radius of the largest disc around a point of a lattice in the frame
// that holds no part of a body, px. Beyond the frame's edge nothing counts as full.
func (m *instance) emptiest(at Placement) float64 {
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
