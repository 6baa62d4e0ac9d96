package layout

import "actormap/wasm/geom"

// A search improves a state by moving single bodies and exchanging two, first accepting small
// losses so that it leaves poor valleys, then only gains.
type search struct {
	*state
	r      *random
	budget int   // evaluations left
	free   []int // bodies that may move
	best   Placement
	least  float64
	bother []float64 // of each body: its share of the cost when last visited
}

// greedyShare is the last part of a search, in which only gains are accepted.
const greedyShare = 0.4

func newSearch(st *state, r *random) *search {
	s := &search{state: st, r: r, best: st.pos.Clone(), least: st.total(), bother: make([]float64, st.n)}
	for i := range st.n {
		s.bother[i] = inf
		if !st.pinned[i] {
			s.free = append(s.free, i)
		}
	}
	return s
}

// run spends a budget of evaluations. heat is the loss that it accepts at first, in
// crossings; it falls to nothing.
func (s *search) run(budget int, heat float64) {
	if len(s.free) == 0 || budget <= 0 {
		return
	}
	s.budget = budget
	order := append([]int(nil), s.free...)
	for s.budget > 0 {
		shuffle(s.r, order)
		left := float64(s.budget) / float64(budget)
		loss := heat * max(left-greedyShare, 0)
		reach := clamp(left*0.5, 0.02, 1)
		mean := s.meanBother()
		for _, i := range order {
			if s.bother[i] < mean && s.r.below(2) == 0 {
				continue // bodies that stand well are visited half as often
			}
			if len(order) > 1 && s.r.below(8) == 0 {
				s.exchange(i, order[s.r.below(len(order))], loss)
			} else {
				s.visit(i, reach, loss)
			}
			if t := s.total(); t < s.least-1e-9 {
				s.least = t
				copy(s.best, s.pos)
			}
		}
	}
	s.settle(s.best)
}

// meanBother is the mean of what the bodies that were visited cost.
func (s *search) meanBother() float64 {
	sum, count := 0.0, 0
	for _, i := range s.free {
		if s.bother[i] < inf {
			sum += s.bother[i]
			count++
		}
	}
	return sum / float64(max(count, 1))
}

// settle makes a placement the present one.
func (s *search) settle(at Placement) {
	copy(s.pos, at)
	s.recompute()
	s.least = s.total()
	copy(s.best, s.pos)
}

// tries is how many places a visit looks at: lifting a body costs as much as weighing it.
const tries = 8

// visit tries a few places for body i and takes the first that is good enough.
func (s *search) visit(i int, reach, loss float64) {
	limit := s.total() + float64(loss*s.r.unit())
	own, base := s.lift(i)
	s.bother[i] = own.rest
	s.budget--
	from := s.pos[i]
	for range tries {
		p := s.proposal(i, reach)
		s.budget--
		if next, ok := s.weigh(i, p, base, limit-1e-9); ok {
			s.put(i, p, base, next)
			return
		}
	}
	s.pos[i] = from
	s.cells.add(i, from, 1)
}

// proposal returns a place to try for body i: mostly near where it is, sometimes amid its
// neighbours or anywhere.
func (s *search) proposal(i int, reach float64) geom.Vec {
	w, h := s.frame.W(), s.frame.H()
	p := s.pos[i]
	switch k := s.r.below(16); {
	case k == 0:
		p = geom.Vec{X: s.frame.Min.X + float64(w*s.r.unit()), Y: s.frame.Min.Y + float64(h*s.r.unit())}
	case k < 3 && len(s.ties[i]) > 0:
		p = s.amid(i)
		reach = 0.3
	}
	d := geom.Vec{X: float64(s.r.signed() * w * reach / 2), Y: float64(s.r.signed() * h * reach / 2)}
	return s.inside(i, p.Add(d))
}

// amid is the mean place of the bodies tied to body i.
func (s *search) amid(i int) geom.Vec {
	var sum geom.Vec
	for _, t := range s.ties[i] {
		sum = sum.Add(s.pos[t.to])
	}
	return sum.Mul(1 / float64(len(s.ties[i])))
}

// exchange lets two bodies change places when that is good enough.
func (s *search) exchange(i, j int, loss float64) {
	if i == j {
		return
	}
	limit := s.total() + float64(loss*s.r.unit())
	p, q := s.pos[i], s.pos[j]
	before := share{s.sumSq, s.sumLen, s.rest}
	s.shift(i, s.inside(i, q))
	s.shift(j, s.inside(j, p))
	s.budget -= 4
	if s.total() < limit-1e-9 {
		return
	}
	s.cells.add(i, s.pos[i], -1)
	s.cells.add(j, s.pos[j], -1)
	s.pos[i], s.pos[j] = p, q
	s.cells.add(i, p, 1)
	s.cells.add(j, q, 1)
	s.sumSq, s.sumLen, s.rest = before.sumSq, before.sumLen, before.rest
	s.redraw(i)
	s.redraw(j)
}

// shift moves body i to p whatever it costs.
func (st *state) shift(i int, p geom.Vec) {
	_, base := st.lift(i)
	next, _ := st.weigh(i, p, base, inf)
	st.put(i, p, base, next)
}
