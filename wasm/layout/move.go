package layout

import (
	"math"
	"math/bits"

	"actormap/wasm/geom"
)

// A move weighs places for one body that was lifted out of a state. What does not depend on
// the place is found once, by lift; the rest is arranged so that all lines of the body are
// tested against another line at once, as bits of a word: line k of the body and line f cross
// when the ends of f lie on both sides of k, and the ends of k on both sides of f. The sides
// of every body on every own line are n words (across), the sides of the own neighbours on
// line f are one word (far[f]), the side of the body itself is one bit, spread (beyond[f]).
// So the crossings with f are ((across[a] ^ across[b]) & (far[f] ^ beyond[f])): three
// operations, however many lines the body has. More than 64 lines are taken in blocks.
type move struct {
	*state
	body   int
	base   share    // the state without the body
	own    []sight  // the body's lines of a block, with the body at the place in question
	across []uint64 // of each body: bit k is the side of own line k on which it lies
	far    []uint64 // blocks x edges: bit k is the side of edge f on which neighbour k lies
	may    []uint64 // blocks x edges: bit k is set when own line k and edge f share no end
	beyond []uint64 // of each edge: all bits are the side on which the body lies
	under  []int    // edges that may come too near to the body
	over   []brush  // own lines that may come too near to other bodies
}

// A brush is a line of the lifted body, by its place in the block, and a body near it.
type brush struct {
	line, body int
	cross      float64
}

// block is how many lines of a body are tested at once: the bits of a word.
const block = 64

func newMove(st *state) *move {
	most := 0
	for i := range st.n {
		most = max(most, len(st.incident[i]))
	}
	blocks := (most + block - 1) / block
	return &move{state: st, own: make([]sight, min(most, block)),
		across: make([]uint64, st.n), beyond: make([]uint64, len(st.edges)),
		far: make([]uint64, blocks*len(st.edges)), may: make([]uint64, blocks*len(st.edges))}
}

// lift takes body i out of the sums and returns its share.
func (mv *move) lift(i int) (own share) {
	mv.body = i
	mv.cells.add(i, mv.pos[i], -1)
	for from := 0; from < len(mv.incident[i]); from += block {
		mv.face(from)
	}
	mv.base = share{}
	own, _ = mv.weigh(mv.pos[i], inf)
	mv.base = share{mv.sumSq - own.sumSq, mv.sumLen - own.sumLen, mv.rest - own.rest}
	return own
}

// face finds the sides of the neighbours on all lines, for a block of the body's own lines.
func (mv *move) face(from int) {
	lines := mv.lines
	far := mv.far[from/block*len(lines):][:len(lines)]
	may := mv.may[from/block*len(lines):][:len(lines)]
	edges := mv.blockOf(from)
	for f := range far {
		far[f], may[f] = 0, 1<<uint(len(edges))-1
	}
	for k, e := range edges {
		j := mv.edges[e].other(mv.body)
		c := mv.pos[j]
		for f := range far {
			far[f] |= lines[f].side(c) << uint(k)
		}
		for _, f := range mv.incident[j] {
			may[f] &^= 1 << uint(k)
		}
	}
	for _, f := range mv.incident[mv.body] {
		may[f] = 0
	}
}

// blockOf returns the edges of the body from one index on, at most a block of them.
func (mv *move) blockOf(from int) []int {
	edges := mv.incident[mv.body][from:]
	return edges[:min(len(edges), block)]
}

// weigh returns what the lifted body adds to the cost at p. It gives up and reports false as
// soon as the state would cost more than limit with it. The cheap terms come first, so that
// most bad moves never reach the dear ones.
func (mv *move) weigh(p geom.Vec, limit float64) (share, bool) {
	i := mv.body
	s := mv.amongBodies(i, p)
	limit -= mv.base.rest + mv.stressCost(mv.base.sumSq+s.sumSq, mv.base.sumLen+s.sumLen)
	s.rest += mv.evenness(i, p) + mv.lean(i, p) + mv.tether.cost(i, p)
	if s.rest > limit {
		return s, false
	}
	mv.look(p)
	for from := 0; from < len(mv.incident[i]) && s.rest <= limit; from += block {
		s.rest += mv.crossings(p, from, limit-s.rest)
		if s.rest <= limit {
			s.rest += mv.overBodies(from)
		}
	}
	for k := 0; k < len(mv.under) && s.rest <= limit; k++ {
		l := &mv.lines[mv.under[k]]
		s.rest += mv.beside(l, i, p, l.cross(p))
	}
	return s, s.rest <= limit
}

// amongBodies returns what body i at p adds to the sums of the stress and for standing too
// close to others.
func (st *state) amongBodies(i int, p geom.Vec) (s share) {
	weight, pull := st.weight[i*st.n:(i+1)*st.n], st.weightedDistance[i*st.n:(i+1)*st.n]
	own := &st.spans[i]
	side, up, down := own.side+st.free, own.up+st.free, own.down+st.free
	for j, q := range st.pos {
		dx, dy := p.X-q.X, p.Y-q.Y
		x, y := float64(dx*st.leanY), float64(dy*st.leanX)
		d2 := float64(x*x) + float64(y*y)
		s.sumSq += float64(weight[j] * d2)
		s.sumLen += float64(pull[j] * math.Sqrt(d2))
		if o := &st.spans[j]; dy < up+o.down && dy > -down-o.up && math.Abs(dx) < side+o.side && j != i {
			s.rest += st.crowd(i, p, j)
		}
	}
	return s
}

// look notes on which side of each line p lies, and which lines come near.
func (mv *move) look(p geom.Vec) {
	mv.under = mv.under[:0]
	own := &mv.spans[mv.body]
	beyond := mv.beyond[:len(mv.lines)]
	for f := range mv.lines {
		l := &mv.lines[f]
		cross := l.cross(p)
		beyond[f] = -(math.Float64bits(cross) >> 63)
		if math.Abs(cross) < l.near(own) && mv.edges[f].a != mv.body && mv.edges[f].b != mv.body {
			mv.under = append(mv.under, f)
		}
	}
}

// crossings returns what the crossings of a block of the body's lines cost with the body at p,
// or more than limit as soon as it is known to be more.
func (mv *move) crossings(p geom.Vec, from int, limit float64) float64 {
	mv.stretch(p, from)
	sum := 0.0
	far := mv.far[from/block*len(mv.edges):][:len(mv.edges)]
	may := mv.may[from/block*len(mv.edges):][:len(mv.edges)]
	beyond := mv.beyond[:len(mv.edges)]
	for f := range mv.edges {
		e := &mv.edges[f]
		hits := (mv.across[e.a] ^ mv.across[e.b]) & (far[f] ^ beyond[f]) & may[f]
		if hits == 0 {
			continue
		}
		for ; hits != 0; hits &= hits - 1 {
			sum += mv.lines[f].slant(&mv.own[bits.TrailingZeros64(hits)])
		}
		if sum > limit {
			return sum
		}
	}
	return sum
}

// stretch draws a block of the body's lines with the body at p, and notes on which sides of
// them all bodies lie and which of these are near.
func (mv *move) stretch(p geom.Vec, from int) {
	edges := mv.blockOf(from)
	own := mv.own[:len(edges)]
	for k, e := range edges {
		a, b := mv.pos[mv.edges[e].a], mv.pos[mv.edges[e].b]
		if mv.edges[e].a == mv.body {
			a = p
		} else {
			b = p
		}
		own[k] = mv.sightOf(&mv.edges[e], a, b, mv.margin)
	}
	mv.over = mv.over[:0]
	for u, c := range mv.pos {
		sides, reach := uint64(0), &mv.spans[u]
		for k := range own {
			l := &own[k]
			cross := l.cross(c)
			sides |= math.Float64bits(cross) >> 63 << uint(k)
			if math.Abs(cross) < l.near(reach) {
				mv.over = append(mv.over, brush{k, u, cross})
			}
		}
		mv.across[u] = sides
	}
}

// overBodies returns what a block of the body's lines costs with the bodies beside them and
// with the labels at their ends.
func (mv *move) overBodies(from int) float64 {
	sum := 0.0
	edges := mv.blockOf(from)
	for _, o := range mv.over {
		if e := &mv.edges[edges[o.line]]; o.body != e.a && o.body != e.b {
			sum += mv.beside(&mv.own[o.line], o.body, mv.pos[o.body], o.cross)
		}
	}
	for k, e := range edges {
		sum += mv.underOwn(e, &mv.own[k])
	}
	return sum
}

// put sets the lifted body down at p, where it adds s.
func (mv *move) put(p geom.Vec, s share) {
	mv.pos[mv.body] = p
	mv.cells.add(mv.body, p, 1)
	mv.sumSq, mv.sumLen, mv.rest = mv.base.sumSq+s.sumSq, mv.base.sumLen+s.sumLen, mv.base.rest+s.rest
	mv.redraw(mv.body)
}

// with is what the state costs with the lifted body where it adds s.
func (mv *move) with(s share) float64 {
	return mv.stressCost(mv.base.sumSq+s.sumSq, mv.base.sumLen+s.sumLen) + mv.base.rest + s.rest
}

// leave sets the lifted body down where it was.
func (mv *move) leave() { mv.cells.add(mv.body, mv.pos[mv.body], 1) }

// shift moves body i to p whatever it costs.
func (mv *move) shift(i int, p geom.Vec) {
	mv.lift(i)
	s, _ := mv.weigh(p, inf)
	mv.put(p, s)
}

// redraw takes the lines of body i anew after it was moved.
func (st *state) redraw(i int) {
	for _, e := range st.incident[i] {
		st.draw(e)
	}
}

// draw takes one line anew.
func (st *state) draw(e int) {
	st.lines[e] = st.sightOf(&st.edges[e], st.pos[st.edges[e].a], st.pos[st.edges[e].b], st.margin)
}

// inf is larger than any cost.
const inf = 1e300
