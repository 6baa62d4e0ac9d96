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
	payEdge     = 0.6  // a body that leans against the frame
	payOwnLabel = 0.25 // a line that leaves its body through the label
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
	border float64 // px to the frame's edge that a body would like to keep
	lines  []sight // of each edge
	side   []float64
	touch  []float64 // of each body: how near a line must come to its middle to matter, px
}

// A share is what one body adds to a state.
type share struct{ sumSq, sumLen, rest float64 }

func newState(m *model, at Placement) *state {
	st := &state{model: m, pos: at.Clone(), side: make([]float64, m.n)}
	lean := math.Sqrt(clamp(m.frame.W()/m.frame.H(), 1/float64(maxLean), maxLean))
	st.leanX, st.leanY = lean, 1/lean
	st.margin = clamp(0.13*m.spacing(), 5, 18)
	st.free = m.gap + clamp(0.16*m.spacing(), 4, 26)
	st.border = clamp(0.12*m.spacing(), 3, 18)
	st.cells = newGrid(m)
	st.lines = make([]sight, len(m.edges))
	st.touch = make([]float64, m.n)
	for i := range m.n {
		st.touch[i] = m.shapes[i].reach + st.margin
	}
	for k, pull := range m.pull {
		if pull > 0 {
			st.sumOne += float64(pull*m.steps[k]) / 2
		}
	}
	st.recompute()
	return st
}

// recompute takes all sums anew: at the start, and now and then to shed rounding.
func (st *state) recompute() {
	var all share
	st.cells.clear()
	for i := range st.n {
		own := st.stressOf(i, st.pos[i])
		all.sumSq += own.sumSq / 2
		all.sumLen += own.sumLen / 2
		for j := range i {
			all.rest += st.crowd(i, st.pos[i], j)
		}
		all.rest += st.cells.cost(i, st.pos[i]) + st.lean(i, st.pos[i])
		st.cells.add(i, st.pos[i], 1)
	}
	for e := range st.edges {
		a, b := st.edges[e].a, st.edges[e].b
		st.lines[e] = st.sightOf(st.pos[a], st.pos[b], st.edges[e].lanes)
		for k, c := range st.pos {
			if k != a && k != b {
				all.rest += st.beside(&st.lines[e], k, c, st.lines[e].side(c))
			}
		}
		all.rest += st.underOwn(e, &st.lines[e])
		for f := range e {
			all.rest += st.crossing(e, f)
		}
	}
	st.sumSq, st.sumLen, st.rest = all.sumSq, all.sumLen, all.rest
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

// stressOf returns what body i at p adds to the two sums of the stress.
func (st *state) stressOf(i int, p geom.Vec) share {
	var s share
	if st.coarse {
		return s
	}
	weight, pull := st.weight[i*st.n:(i+1)*st.n], st.pull[i*st.n:(i+1)*st.n]
	for j, q := range st.pos {
		dx, dy := float64((p.X-q.X)*st.leanY), float64((p.Y-q.Y)*st.leanX)
		if j == i {
			continue
		}
		d2 := float64(dx*dx) + float64(dy*dy)
		s.sumSq += float64(weight[j] * d2)
		s.sumLen += float64(pull[j] * math.Sqrt(d2))
	}
	return s
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

// beside prices a line near the foreign body k at c; side is the cross product of the line
// with the way from its start to c.
func (st *state) beside(s *sight, k int, c geom.Vec, side float64) float64 {
	g := s.clearance(&st.shapes[k], c, side)
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

// underOwn prices a line that leaves one of its bodies through that body's label.
func (st *state) underOwn(e int, s *sight) float64 {
	sum := 0.0
	if a := &st.shapes[st.edges[e].a]; a.labelW > 0 && s.d.Y > 0 && leavesThrough(a, s.d.X, s.d.Y) {
		sum = payOwnLabel
	}
	if b := &st.shapes[st.edges[e].b]; b.labelW > 0 && s.d.Y < 0 && leavesThrough(b, s.d.X, -s.d.Y) {
		sum += payOwnLabel
	}
	return sum
}

// leavesThrough reports whether the ray from the middle of a body along (x, y), y positive
// (down), meets its label box. Where the label is wider than the shape it may meet its side.
func leavesThrough(b *shape, x, y float64) bool {
	if x < 0 {
		x = -x
	}
	return float64(x*b.labelTop) < float64(b.labelW*y)
}

// lean prices body i at p for standing close to the frame's edge.
func (st *state) lean(i int, p geom.Vec) float64 {
	r := &st.room[i]
	d := min(p.X-r.Min.X, r.Max.X-p.X, p.Y-r.Min.Y, r.Max.Y-p.Y)
	if d >= st.border {
		return 0
	}
	u := 1 - clamp(d, 0, st.border)/st.border
	return float64(payEdge * u * u)
}

// crossing prices two edges of the present placement.
func (st *state) crossing(e, f int) float64 {
	a, b, c, d := st.edges[e].a, st.edges[e].b, st.edges[f].a, st.edges[f].b
	if a == c || a == d || b == c || b == d {
		return 0
	}
	l := &st.lines[e]
	return crossing(l, &st.lines[f], l.side(st.pos[c]), l.side(st.pos[d]))
}

// crossing prices two lines without a common end; sideP and sideQ are the sides of the
// first on which the ends of the second lie. Every side is reckoned from its own line in one
// direction, so that both orders agree to the last bit where ends lie on a line.
func crossing(l, k *sight, sideP, sideQ float64) float64 {
	if sideP > 0 == (sideQ > 0) {
		return 0
	}
	if k.side(l.p) > 0 == (k.side(l.q) > 0) {
		return 0
	}
	cos := l.d.Dot(k.d) / (l.length * k.length)
	return payCrossing + float64(paySlant*cos*cos)
}
