package layout

import "actormap/wasm/geom"

// weigh returns what body i adds to the cost at p, its own mass being out of the grid. It
// gives up and reports false as soon as the state would cost more than limit with it; base
// is the state without the body. The cheap terms come first, so that most bad moves never
// reach the dear ones.
func (st *state) weigh(i int, p geom.Vec, base share, limit float64) (share, bool) {
	s := share{rest: st.cells.cost(i, p)}
	for j := range st.n {
		if j == i {
			continue
		}
		sq, l := st.stressPair(i, p, j)
		s.sumSq += sq
		s.sumLen += l
		s.rest += st.crowd(i, p, j)
	}
	limit -= base.rest + st.stressCost(base.sumSq+s.sumSq, base.sumLen+s.sumLen)
	if s.rest > limit {
		return s, false
	}
	for e := range st.edges {
		a, b := st.edges[e].a, st.edges[e].b
		if a == i || b == i {
			continue
		}
		line := st.sightOf(st.pos[a], st.pos[b], st.edges[e].lanes)
		s.rest += st.beside(&line, i, p)
	}
	for _, e := range st.at[i] {
		if s.rest > limit {
			return s, false
		}
		s.rest += st.weighEdge(i, p, e)
	}
	return s, s.rest <= limit
}

// weighEdge returns what an edge of body i costs with the body at p: the bodies beside it
// and the lines that it crosses.
func (st *state) weighEdge(i int, p geom.Vec, e int) float64 {
	other := st.edges[e].a + st.edges[e].b - i
	line := st.sightOf(p, st.pos[other], st.edges[e].lanes)
	sum := 0.0
	for k, c := range st.pos {
		side := line.d.Cross(c.Sub(p))
		st.side[k] = side
		if k != i && k != other {
			sum += st.besideAt(&line, k, c, side)
		}
	}
	for f := range st.edges {
		u, v := st.edges[f].a, st.edges[f].b
		if st.side[u] > 0 == (st.side[v] > 0) || u == i || v == i || u == other || v == other {
			continue
		}
		sum += st.crossingAt(p, line.d, st.side[u], st.side[v], st.pos[u], st.pos[v])
	}
	return sum
}

// lift takes body i out of the sums and returns its share and the state without it.
func (st *state) lift(i int) (own, base share) {
	st.cells.add(i, st.pos[i], -1)
	own, _ = st.weigh(i, st.pos[i], share{}, inf)
	base = share{st.sumSq - own.sumSq, st.sumLen - own.sumLen, st.rest - own.rest}
	return own, base
}

// put sets body i down at p, where it adds s to the base.
func (st *state) put(i int, p geom.Vec, base, s share) {
	st.pos[i] = p
	st.cells.add(i, p, 1)
	st.sumSq, st.sumLen, st.rest = base.sumSq+s.sumSq, base.sumLen+s.sumLen, base.rest+s.rest
}

// inf is larger than any cost.
const inf = 1e300
