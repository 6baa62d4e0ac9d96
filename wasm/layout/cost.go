package layout

import (
	"math"

	"actormap/wasm/geom"
)

// What the search pays, in units of one crossing. Found by eye and by the figures of Quality
// on the test maps: see quality.go for the counts that they trade.
const (
	payStress   = 5.0  // for each drawn edge: times the normalised stress
	payCrossing = 1.0  // at a right angle
	paySlant    = 0.8  // more for two lines that cross at a flat angle
	payTouch    = 2.5  // a line that runs over a foreign body or its label
	payNear     = 0.9  // a line that comes near one
	payOverlap  = 6.0  // two bodies too close, and
	payDepth    = 0.3  // for each px of it
	payCrowd    = 0.35 // two bodies that could stand freer
	payUneven   = 0.45 // the squared mass of each cell
)

// maxLean bounds how unlike the axes are in the stress: in a tall frame steps down may be so
// much longer than steps across.
const maxLean = 1.6

// A state is a placement with its cost, ready for moves of single bodies. Every term is a sum
// over pairs, so that a move costs the pairs of one body only.
type state struct {
	*model
	pos    Placement
	leanX  float64 // px of x for one px in the stress
	leanY  float64
	sumSq  float64 // of weight · length²
	sumLen float64 // of weight · steps · length
	sumOne float64 // of weight · steps², which no move changes
	rest   float64 // cost of everything but the stress
	cells  grid
	margin float64 // px to a line that a body would like to keep
	free   float64 // px to another body that a body would like to keep
	side   []float64
}

// A share is what one body adds to a state.
type share struct{ sumSq, sumLen, rest float64 }

func newState(m *model, at Placement) *state {
	st := &state{model: m, pos: at.Clone(), side: make([]float64, m.n)}
	lean := math.Sqrt(clamp(m.frame.W()/m.frame.H(), 1/float64(maxLean), maxLean))
	st.leanX, st.leanY = lean, 1/lean
	st.margin = clamp(0.13*m.spacing(), 5, 18)
	st.free = m.gap + clamp(0.16*m.spacing(), 4, 26)
	st.cells = newGrid(m)
	st.recompute()
	return st
}

// recompute takes all sums anew: at the start, and now and then to shed rounding.
func (st *state) recompute() {
	st.sumSq, st.sumLen, st.sumOne, st.rest = 0, 0, 0, 0
	st.cells.clear()
	for i := range st.n {
		for j := range i {
			st.sumOne += float64(st.weight[i*st.n+j] * st.steps2(i, j))
			sq, l := st.stressPair(i, st.pos[i], j)
			st.sumSq += sq
			st.sumLen += l
			st.rest += st.crowd(i, st.pos[i], j)
		}
		st.rest += st.cells.cost(i, st.pos[i])
		st.cells.add(i, st.pos[i], 1)
	}
	for e := range st.edges {
		a, b := st.edges[e].a, st.edges[e].b
		s := st.sightOf(st.pos[a], st.pos[b], st.edges[e].lanes)
		for k := range st.n {
			if k != a && k != b {
				st.rest += st.beside(&s, k, st.pos[k])
			}
		}
		for f := range e {
			st.rest += st.crossing(e, f)
		}
	}
}

// steps2 is the squared ideal distance; 0 between components, whose weight is 0 too.
func (st *state) steps2(i, j int) float64 {
	d := st.steps[i*st.n+j]
	if math.IsInf(d, 1) {
		return 0
	}
	return float64(d * d)
}

// total is the cost that the search lowers.
func (st *state) total() float64 { return st.stressCost(st.sumSq, st.sumLen) + st.rest }

// stressCost prices the scale-free normalised stress: 1 - sumLen²/(sumSq·sumOne) is what is
// left of the stress, 0 to 1, at the best of all scales.
func (st *state) stressCost(sumSq, sumLen float64) float64 {
	if sumSq <= 0 || st.sumOne <= 0 {
		return 0
	}
	return float64(payStress * float64(len(st.edges)+1) * (1 - sumLen/sumSq*sumLen/st.sumOne))
}

// stressPair returns the two sums of one pair with body i at p.
func (st *state) stressPair(i int, p geom.Vec, j int) (sq, l float64) {
	w := st.weight[i*st.n+j]
	if w == 0 {
		return 0, 0
	}
	dx, dy := float64((p.X-st.pos[j].X)*st.leanY), float64((p.Y-st.pos[j].Y)*st.leanX)
	d2 := float64(dx*dx) + float64(dy*dy)
	return float64(w * d2), float64(w * st.steps[i*st.n+j] * math.Sqrt(d2))
}

// crowd prices two bodies that are close or overlap, body i being at p.
func (st *state) crowd(i int, p geom.Vec, j int) float64 {
	q := st.pos[j]
	a, b := &st.shapes[i], &st.shapes[j]
	dx := p.X - q.X
	if dx < 0 {
		dx = -dx
	}
	if dx-a.left-b.left >= st.free || p.Y-a.halfH-q.Y-b.down >= st.free || q.Y-b.halfH-p.Y-a.down >= st.free {
		return 0
	}
	g := a.apart(p, b, q, dx)
	if g >= st.free {
		return 0
	}
	if g < st.gap-touchEps {
		return payCrowd + payOverlap + float64(payDepth*(st.gap-g))
	}
	u := (st.free - g) / (st.free - st.gap)
	return float64(payCrowd * u * u)
}

// beside prices a line near the foreign body k at c.
func (st *state) beside(s *sight, k int, c geom.Vec) float64 {
	return st.besideAt(s, k, c, s.d.Cross(c.Sub(s.p)))
}

func (st *state) besideAt(s *sight, k int, c geom.Vec, side float64) float64 {
	g := s.clearance(&st.shapes[k], c, side, st.margin)
	if g >= st.margin {
		return 0
	}
	if g < 0 {
		// Deeper is worse, so that the search finds its way out.
		return payNear + payTouch + float64(0.03*clamp(-g, 0, 30))
	}
	u := 1 - g/st.margin
	return float64(payNear * u * u)
}

// crossing prices two edges of the present placement.
func (st *state) crossing(e, f int) float64 {
	a, b, c, d := st.edges[e].a, st.edges[e].b, st.edges[f].a, st.edges[f].b
	if a == c || a == d || b == c || b == d {
		return 0
	}
	p := st.pos[a]
	along := st.pos[b].Sub(p)
	return st.crossingAt(p, along, along.Cross(st.pos[c].Sub(p)), along.Cross(st.pos[d].Sub(p)), st.pos[c], st.pos[d])
}

// crossingAt prices the line from p along d and the line from u to v, which share no end;
// sideU and sideV are the cross products of d with the ends of the latter.
func (st *state) crossingAt(p, d geom.Vec, sideU, sideV float64, u, v geom.Vec) float64 {
	if sideU > 0 == (sideV > 0) {
		return 0
	}
	w := v.Sub(u)
	from := w.Cross(p.Sub(u))
	to := w.Cross(p.Add(d).Sub(u))
	if from > 0 == (to > 0) {
		return 0
	}
	dot := d.Dot(w)
	return payCrossing + float64(paySlant*dot/(d.Dot(d)+1e-9)*dot/(w.Dot(w)+1e-9))
}
