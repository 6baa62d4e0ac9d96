package layout

import (
	"math"

	"actormap/wasm/geom"
)

// A search improves a state by moving single bodies and exchanging two, first accepting small
// losses so that it leaves poor valleys, then only gains. It can be left after any step and
// taken up again.
type search struct {
	*move
	r      *random
	free   []int // bodies that may move
	order  []int // the same in the order of the present round
	turn   int   // place in order of the body to visit next
	budget int   // evaluations that the present run may spend
	left   int   // of them
	heat   float64
	mean   float64 // of bother
	best   Placement
	least  float64
	bother []float64 // of each body: its share of the cost when last visited
}

// greedyShare is the last part of a search, in which only gains are accepted; of maps with many
// lines, whose valleys are rougher, it is less.
const greedyShare = 0.18

func newSearch(st *state, r *random) *search {
	s := &search{move: newMove(st), r: r, best: st.pos.Clone(), least: st.total(), bother: make([]float64, st.n),
		free: make([]int, 0, st.n), order: make([]int, 0, st.n)}
	s.release()
	return s
}

// release lists anew which bodies may move.
func (s *search) release() {
	s.free = s.free[:0]
	for i := range s.n {
		s.bother[i] = inf
		if !s.pinned[i] && !s.tether.stuck(i) {
			s.free = append(s.free, i)
		}
	}
	s.order = append(s.order[:0], s.free...)
}

// warmth is the heat that suits a search from the present state, in crossings: what a body pays
// differs more between places where bodies pay more, though less than in proportion.
func (s *search) warmth() float64 {
	return float64(unitWarmth * math.Sqrt(max(s.least, 0)/float64(max(s.n, 1))))
}

// unitWarmth is the warmth where a body pays one crossing.
const unitWarmth = 1.6

// begin grants a budget of evaluations for a run. heat is the loss that it accepts at first,
// in crossings; it falls to nothing.
func (s *search) begin(budget int, heat float64) {
	if len(s.free) == 0 {
		budget = 0
	}
	s.budget, s.left, s.heat, s.turn = budget, budget, heat, 0
}

// step visits one body and returns what that cost, in evaluations; 0 when the run is over.
// At its end the best placement that it came by is the present one.
func (s *search) step() (spent int) {
	if s.left <= 0 {
		return 0
	}
	before := s.left
	if s.turn == 0 {
		shuffle(s.r, s.order)
		s.mean = s.meanBother()
	}
	i := s.order[s.turn]
	s.turn = (s.turn + 1) % len(s.order)
	if s.bother[i] >= s.mean || s.r.intN(2) == 0 { // bodies that stand well are visited half as often
		s.improve(i)
	}
	if s.left <= 0 {
		s.settle(s.best)
	}
	return max(before-s.left, 1)
}

// improve tries to move body i, or to exchange it with another.
func (s *search) improve(i int) {
	left := float64(s.left) / float64(s.budget)
	loss := float64(s.heat * max(left-float64(greedyShare*s.care), 0))
	if s.tether == nil && len(s.order) > 1 && s.r.intN(16) == 0 {
		s.exchange(i, s.order[s.r.intN(len(s.order))], loss)
	} else {
		s.visit(i, clamp(left*mostReach, leastReach, 1), loss)
	}
	if t := s.total(); t < s.least-1e-9 {
		s.least = t
		copy(s.best, s.pos)
	}
}

// How far a body is moved at first and at the end, as shares of the frame.
const (
	mostReach  = 0.8
	leastReach = 0.04
)

// run spends a whole budget at once.
func (s *search) run(budget int, heat float64) {
	s.begin(budget, heat)
	for s.step() > 0 {
	}
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

// visit tries a few places for body i. From each that is good enough it goes on: the body is
// lifted once for all of them.
func (s *search) visit(i int, reach, loss float64) {
	limit := s.total() + float64(loss*s.r.float64())
	own := s.lift(i)
	s.bother[i] = own.rest
	s.left--
	at, moved := s.pos[i], false
	for range tries {
		p := s.proposal(i, at, reach)
		s.left--
		if next, ok := s.weigh(p, limit-1e-9); ok {
			at, own, moved = p, next, true
			limit = s.with(next) + float64(loss*s.r.float64())
		}
	}
	if moved {
		s.put(at, own)
		return
	}
	s.leave()
}

// proposal returns a place to try for body i, now at p: mostly near there or near where its
// distances would be right, sometimes amid its neighbours or anywhere.
func (s *search) proposal(i int, p geom.Vec, reach float64) geom.Vec {
	if s.tether.holds(i) {
		l := s.tether.leash[i]
		return s.inside(i, s.tether.within(i, s.tether.at[i].Add(geom.Vec{X: float64(l * s.r.signed()), Y: float64(l * s.r.signed())})))
	}
	w, h := s.frame.W(), s.frame.H()
	switch k := s.r.intN(16); {
	case k == 0:
		p = geom.Vec{X: s.frame.Min.X + float64(w*s.r.float64()), Y: s.frame.Min.Y + float64(h*s.r.float64())}
	case k < 3 && len(s.adjacent[i]) > 0:
		p = s.amid(i)
		reach = 0.3
	case k >= 11:
		p = s.easy(i, p)
		reach = float64(reach * s.r.float64())
	}
	d := geom.Vec{X: float64(s.r.signed() * w * reach / 2), Y: float64(s.r.signed() * h * reach / 2)}
	return s.inside(i, p.Add(d))
}

// amid is the mean place of the bodies tied to body i.
func (s *search) amid(i int) geom.Vec {
	var sum geom.Vec
	for _, t := range s.adjacent[i] {
		sum = sum.Add(s.pos[t.to])
	}
	return sum.Mul(1 / float64(len(s.adjacent[i])))
}

// easy is where body i has less stress than at p: the mean of the places that would each set
// its distance to one other body right without a turn (the step of stress majorization; Gansner,
// Koren, North 2004, "Graph drawing by stress majorization"), at the scale of the present picture.
func (s *search) easy(i int, p geom.Vec) geom.Vec {
	weight, pull := s.weight[i*s.n:(i+1)*s.n], s.weightedDistance[i*s.n:(i+1)*s.n]
	scale := s.sumSq / max(s.sumLen, 1e-9) // px a step
	sum, x, y := 0.0, 0.0, 0.0
	for j, q := range s.pos {
		if weight[j] == 0 {
			continue
		}
		d := p.Sub(q)
		length := geom.Vec{X: float64(d.X * s.leanY), Y: float64(d.Y * s.leanX)}.Len()
		share := pull[j] * scale / max(length, 1e-9)
		sum += weight[j]
		x += float64(weight[j]*q.X) + float64(share*d.X)
		y += float64(weight[j]*q.Y) + float64(share*d.Y)
	}
	if sum == 0 {
		return p
	}
	return geom.Vec{X: x / sum, Y: y / sum}
}

// exchange lets two bodies change places when that is good enough.
func (s *search) exchange(i, j int, loss float64) {
	if i == j {
		return
	}
	limit := s.total() + float64(loss*s.r.float64())
	p, q := s.pos[i], s.pos[j]
	before := share{s.sumSq, s.sumLen, s.rest}
	s.shift(i, s.inside(i, q))
	s.shift(j, s.inside(j, p))
	s.left -= 4
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
