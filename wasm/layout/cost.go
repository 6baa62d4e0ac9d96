package layout

import (
	"math"

	"actormap/wasm/geom"
)

// What the search pays, in units of one crossing. Found by eye and by the figures of Quality
// on the test maps: see quality.go for the counts that they trade.
const (
	payStress   = 5.5  // for each drawn edge: times the normalised stress
	payShape    = 10.2 // the same where the picture need not fill its frame
	payCrossing = 1.0  // at a right angle
	paySlant    = 0.5  // more for two lines that cross at a flat angle
	payTouch    = 2.8  // a line that runs over a foreign shape
	payNear     = 1.1  // a line that comes near one
	payUnder    = 1.4  // a line under a foreign label: its halo keeps it readable
	payBrush    = 0.5  // a line that comes near one
	payOverlap  = 6.0  // two bodies too close, and
	payDepth    = 0.3  // for each px of it
	payCrowd    = 0.2  // two bodies that could stand freer
	payEdge     = 0.6  // a body that leans against the frame
	payOwnLabel = 0.25 // a line that leaves its body through the label
	payUneven   = 0.45 // the squared mass of each cell
)

// Up to sparse times as many edges as there are bodies, lines can keep off the bodies. Where there are more,
// lines run over bodies or under names wherever they go, and to forbid it would only buy
// more crossings.
const (
	sparse    = 1.8
	leastCare = 0.5
)

// maxLean bounds how unlike the axes are in the stress: in a tall frame steps down may be so
// much longer than steps across.
const maxLean = 1.6

// A state is a placement with its cost, ready for moves of single bodies. Every term is a sum
// over pairs, so that a move costs the pairs of one body only.
type state struct {
	*instance
	pos    Placement
	leanX  float64 // px of x for one px in the stress
	leanY  float64
	sumSq  float64 // of weight · length²
	sumLen float64 // of weight · steps · length
	sumOne float64 // of weight · steps², which no move changes
	rest   float64 // cost of everything but the stress
	tether *tether // nil: none
	cells  grid
	care   float64 // how much lines keep off bodies, 0 to 1
	strain float64 // price of the normalised stress
	margin float64 // px to a line that a body would like to keep
	free   float64 // px to another body that a body would like to keep
	border float64 // px to the frame's edge that a body would like to keep
	lines  []sight // of each edge
	spans  []span
	sides  []bool // scratch: of each body, on which side of a line it lies
}

// A share is what one body adds to a state.
type share struct{ sumSq, sumLen, rest float64 }

func newState(m *instance, at Placement) *state {
	st := &state{instance: m, pos: at.Clone(), leanX: 1, leanY: 1}
	if !m.loose {
		st.leanX = math.Sqrt(clamp(m.frame.W()/m.frame.H(), 1/float64(maxLean), maxLean))
		st.leanY = 1 / st.leanX
	}
	st.care = clamp(sparse*float64(m.n)/float64(len(m.edges)+1), leastCare, 1)
	pay := payStress
	if m.loose {
		pay = payShape
	}
	// Crossings grow with the square of the lines: of many, each must weigh more in the stress.
	st.strain = float64(pay*float64(len(m.edges)+1)) / math.Sqrt(st.care)
	st.margin = clamp(0.13*m.spacing(), 5, 18)
	st.free = m.gap + clamp(0.16*m.spacing(), 4, 26)
	st.border = clamp(0.12*m.spacing(), 3, 18)
	st.cells = newGrid(m)
	st.lines = make([]sight, len(m.edges))
	st.sides = make([]bool, m.n)
	for i := range m.shapes {
		s := &m.shapes[i]
		st.spans = append(st.spans, span{s.left, s.halfH, s.down})
	}
	for k, pull := range m.weightedDistance {
		if pull > 0 {
			st.sumOne += float64(pull*m.distance[k]) / 2
		}
	}
	st.recompute()
	return st
}

// recompute takes all sums anew: at the start, and now and then to shed rounding.
func (st *state) recompute() {
	var all share
	st.cells.clear()
	for i, p := range st.pos {
		own := st.amongBodies(i, p) // every pair twice
		all.sumSq += own.sumSq / 2
		all.sumLen += own.sumLen / 2
		all.rest += own.rest/2 + st.evenness(i, p) + st.lean(i, p) + st.tether.cost(i, p)
		st.cells.add(i, p, 1)
	}
	for e := range st.edges {
		st.draw(e)
		all.rest += st.underOwn(e, &st.lines[e]) + st.along(e)
	}
	st.sumSq, st.sumLen, st.rest = all.sumSq, all.sumLen, all.rest
}

// along prices an edge with the bodies beside it and the edges before it.
func (st *state) along(e int) float64 {
	sum, l := 0.0, &st.lines[e]
	for k, c := range st.pos {
		cross := l.cross(c)
		st.sides[k] = math.Signbit(cross)
		if math.Abs(cross) < l.near(&st.spans[k]) && k != st.edges[e].a && k != st.edges[e].b {
			sum += st.beside(l, k, c, cross)
		}
	}
	for f := range e {
		if st.sides[st.edges[f].a] != st.sides[st.edges[f].b] && st.cross(e, f) {
			sum += l.slant(&st.lines[f])
		}
	}
	return sum
}

// total is the cost that the search lowers.
func (st *state) total() float64 { return st.stressCost(st.sumSq, st.sumLen) + st.rest }

// stressCost prices the scale-free normalised stress: 1 - sumLen²/(sumSq·sumOne) is what is
// left of the stress, 0 to 1, at the best of all scales.
func (st *state) stressCost(sumSq, sumLen float64) float64 {
	if sumSq <= 0 || st.sumOne <= 0 {
		return 0
	}
	return float64(st.strain * (1 - sumLen/sumSq*sumLen/st.sumOne))
}

// evenness prices body i at p for making the picture fuller where it is full.
func (st *state) evenness(i int, p geom.Vec) float64 {
	if st.loose {
		return 0
	}
	return st.cells.cost(i, p)
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
	g := a.boxSeparation(p, b, q, dx)
	if g >= st.free {
		return 0
	}
	if g < st.gap-tolerance {
		return payCrowd + payOverlap + float64(payDepth*(st.gap-g))
	}
	u := (st.free - g) / (st.free - st.gap)
	return float64(payCrowd * u * u)
}

// beside prices a line near the foreign body k at c; cross is s.cross(c).
func (st *state) beside(s *sight, k int, c geom.Vec, cross float64) float64 {
	toShape, toLabel := s.clearance(&st.shapes[k], c, cross)
	sum := 0.0
	if toShape < 0 {
		// Deeper is worse, so that the search finds its way out.
		sum = payNear + payTouch + float64(payDeeper*clamp(-toShape, 0, maxDeep))
	} else if toShape < st.margin {
		u := 1 - toShape/st.margin
		sum = float64(payNear * u * u)
	}
	if toLabel < 0 {
		sum += payBrush + payUnder + float64(payDeeper*clamp(-toLabel, 0, maxDeep))
	} else if toLabel < st.margin {
		u := 1 - toLabel/st.margin
		sum += float64(payBrush * u * u)
	}
	return float64(st.care * sum)
}

// Where a line runs over a body, each px by which it is too near pays payDeeper, up to maxDeep.
const (
	payDeeper = 0.03
	maxDeep   = 30.0
)

// underOwn prices a line that leaves one of its bodies through that body's label.
func (st *state) underOwn(e int, s *sight) float64 {
	sum := 0.0
	if a := &st.shapes[st.edges[e].a]; a.labelW > 0 && s.dy > 0 && leavesThrough(a, s.dx, s.dy) {
		sum = payOwnLabel
	}
	if b := &st.shapes[st.edges[e].b]; b.labelW > 0 && s.dy < 0 && leavesThrough(b, s.dx, -s.dy) {
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
	r := &st.feasible[i]
	d := min(p.X-r.Min.X, r.Max.X-p.X, p.Y-r.Min.Y, r.Max.Y-p.Y)
	if d >= st.border {
		return 0
	}
	u := 1 - clamp(d, 0, st.border)/st.border
	return float64(payEdge * u * u)
}

// cross reports whether two edges without a common end cross in the present placement. Every
// side is reckoned from its own line in one direction, so that both orders agree to the last
// bit where ends lie on a line.
func (st *state) cross(e, f int) bool {
	a, b, c, d := st.edges[e].a, st.edges[e].b, st.edges[f].a, st.edges[f].b
	if a == c || a == d || b == c || b == d {
		return false
	}
	l, k := &st.lines[e], &st.lines[f]
	return l.side(st.pos[c]) != l.side(st.pos[d]) && k.side(st.pos[a]) != k.side(st.pos[b])
}
