package layout

import "actormap/wasm/geom"

// weigh returns what body i adds to the cost at p, its own mass being out of the grid. It
// gives up and reports false as soon as the state would cost more than limit with it; base
// is the state without the body. The cheap terms come first, so that most bad moves never
// reach the dear ones.
func (st *state) weigh(i int, p geom.Vec, base share, limit float64) (share, bool) {
	s := st.stressOf(i, p)
	limit -= base.rest + st.stressCost(base.sumSq+s.sumSq, base.sumLen+s.sumLen)
	s.rest = st.cells.cost(i, p) + st.lean(i, p)
	for j := range st.pos {
		if j != i {
			s.rest += st.crowd(i, p, j)
		}
	}
	if s.rest > limit {
		return s, false
	}
	s.rest += st.weighUnderLines(i, p)
	for _, e := range st.at[i] {
		if s.rest > limit {
			return s, false
		}
		s.rest += st.weighEdge(i, p, e)
	}
	return s, s.rest <= limit
}

// weighUnderLines returns what body i costs at p with the lines that are not its own.
func (st *state) weighUnderLines(i int, p geom.Vec) float64 {
	sum, touch := 0.0, st.touch[i]
	for e := range st.lines {
		l := &st.lines[e]
		near := touch + l.half
		if p.X < l.min.X-near || p.X > l.max.X+near || p.Y < l.min.Y-near || p.Y > l.max.Y+near {
			continue
		}
		side := l.side(p)
		near *= l.length
		if side > near || side < -near || st.edges[e].a == i || st.edges[e].b == i {
			continue
		}
		sum += st.beside(l, i, p, side)
	}
	return sum
}

// weighEdge returns what an edge of body i costs with the body at p: the bodies beside it
// and the lines that it crosses.
func (st *state) weighEdge(i int, p geom.Vec, e int) float64 {
	a, b := st.edges[e].a, st.edges[e].b
	from, to := p, st.pos[b]
	if b == i {
		from, to = st.pos[a], p
	}
	line := st.sightOf(from, to, st.edges[e].lanes)
	sum := st.underOwn(e, &line)
	for k, c := range st.pos {
		side := line.side(c)
		st.side[k] = side
		near := (st.touch[k] + line.half) * line.length
		if side > near || side < -near || k == a || k == b {
			continue
		}
		sum += st.beside(&line, k, c, side)
	}
	for f := range st.edges {
		u, v := st.edges[f].a, st.edges[f].b
		if st.side[u] > 0 == (st.side[v] > 0) || u == a || v == a || u == b || v == b {
			continue
		}
		sum += crossing(&line, &st.lines[f], st.side[u], st.side[v])
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
	st.redraw(i)
}

// redraw takes the lines of body i anew after it was moved.
func (st *state) redraw(i int) {
	for _, e := range st.at[i] {
		st.lines[e] = st.sightOf(st.pos[st.edges[e].a], st.pos[st.edges[e].b], st.edges[e].lanes)
	}
}

// inf is larger than any cost.
const inf = 1e300
