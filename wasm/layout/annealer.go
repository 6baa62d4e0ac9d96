package layout

import (
	"math"

	"actormap/wasm/geom"
)

// An annealer minimises an energy by simulated annealing with threshold accepting (Kirkpatrick,
// Gelatt, Vecchi 1983, "Optimization by simulated annealing"; Dueck, Scheuer 1990, "Threshold
// accepting"; for drawings Davidson, Harel 1996, "Drawing graphs nicely using simulated
// annealing"): it moves single nodes and swaps pairs, at first accepting small losses, in the end
// only gains. It can stop after any visit and go on later.
type annealer struct {
	delta       *delta
	energy      *energy   // of delta
	instance    *instance // of energy
	r           *random
	free        []int     // nodes that may move
	order       []int     // the free nodes in the order of the present sweep
	next        int       // index in order of the node to visit
	steps       int       // evaluations of the run
	left        int       // evaluations left
	temperature float64   // largest loss accepted at first, in crossings
	meanEnergy  float64   // of nodeEnergy
	best        Placement // the best placement so far
	bestTotal   float64
	nodeEnergy  []float64 // of each node when last visited
}

// quenchFraction is the last part of a run, in which only gains are accepted; it is less for maps
// with many edges, whose energy has more local minima.
const quenchFraction = 0.18

// newAnnealer begins at the placement of an energy.
func newAnnealer(st *energy, r *random) *annealer {
	s := &annealer{delta: newDelta(st), energy: st, instance: st.instance, r: r, best: st.pos.Clone(), bestTotal: st.total(), nodeEnergy: make([]float64, st.instance.n),
		free: make([]int, 0, st.instance.n), order: make([]int, 0, st.instance.n)}
	s.listFree()
	return s
}

// listFree lists the nodes that may move, after the anchor has changed.
func (s *annealer) listFree() {
	s.free = s.free[:0]
	for i := range s.instance.n {
		s.nodeEnergy[i] = unbounded
		if !s.instance.pinned[i] && !s.energy.anchor.fixed(i) {
			s.free = append(s.free, i)
		}
	}
	s.order = append(s.order[:0], s.free...)
}

// initialTemperature returns the temperature that suits a run from the present placement, in
// crossings: it grows with the root of the energy a node.
func (s *annealer) initialTemperature() float64 {
	return float64(temperaturePerCrossing * math.Sqrt(max(s.bestTotal, 0)/float64(max(s.instance.n, 1))))
}

// temperaturePerCrossing is the temperature at an energy of one crossing a node.
const temperaturePerCrossing = 1.6

// start grants a number of evaluations for a run. The temperature is the loss accepted at first, in
// crossings, and falls to 0.
func (s *annealer) start(budget int, heat float64) {
	if len(s.free) == 0 {
		budget = 0
	}
	s.steps, s.left, s.temperature, s.next = budget, budget, heat, 0
}

// visitNext visits one node and returns the cost in evaluations; 0 at the end of the run, where the
// best placement becomes the present one.
func (s *annealer) visitNext() (spent int) {
	if s.left <= 0 {
		return 0
	}
	before := s.left
	if s.next == 0 {
		shuffle(s.r, s.order)
		s.meanEnergy = s.meanNodeEnergy()
	}
	i := s.order[s.next]
	s.next = (s.next + 1) % len(s.order)
	if s.nodeEnergy[i] >= s.meanEnergy || s.r.intN(2) == 0 { // bodies that stand well are visited half as often
		s.improveNode(i)
	}
	if s.left <= 0 {
		s.adopt(s.best)
	}
	return max(before-s.left, 1)
}

// improveNode tries to move node i, or to swap it with another.
func (s *annealer) improveNode(i int) {
	left := float64(s.left) / float64(s.steps)
	threshold := float64(s.temperature * max(left-float64(quenchFraction*s.energy.edgeNodeWeight), 0))
	if s.energy.anchor == nil && len(s.order) > 1 && s.r.intN(16) == 0 {
		s.swap(i, s.order[s.r.intN(len(s.order))], threshold)
	} else {
		s.tryMoves(i, clamp(left*maxRange, minRange, 1), threshold)
	}
	if t := s.energy.total(); t < s.bestTotal-1e-9 {
		s.bestTotal = t
		copy(s.best, s.energy.pos)
	}
}

// How far a node may move at first and at the end, as shares of the frame.
const (
	maxRange = 0.8
	minRange = 0.04
)

// run spends a number of evaluations at once.
func (s *annealer) run(budget int, heat float64) {
	s.start(budget, heat)
	for s.visitNext() > 0 {
	}
}

// meanNodeEnergy is the mean energy of the nodes visited so far.
func (s *annealer) meanNodeEnergy() float64 {
	sum, count := 0.0, 0
	for _, i := range s.free {
		if s.nodeEnergy[i] < unbounded {
			sum += s.nodeEnergy[i]
			count++
		}
	}
	return sum / float64(max(count, 1))
}

// adopt makes a placement the present and the best one.
func (s *annealer) adopt(at Placement) {
	copy(s.energy.pos, at)
	s.energy.recompute()
	s.bestTotal = s.energy.total()
	copy(s.best, s.energy.pos)
}

// movesPerVisit is the number of positions that a visit evaluates: removing a node costs as much as
// one evaluation.
const movesPerVisit = 8

// tryMoves evaluates a few positions for node i and goes on from each that is accepted; the node is
// removed once for all of them.
func (s *annealer) tryMoves(i int, within, threshold float64) {
	limit := s.energy.total() + float64(threshold*s.r.float64())
	own := s.delta.remove(i)
	s.nodeEnergy[i] = own.other
	s.left--
	at, moved := s.energy.pos[i], false
	for range movesPerVisit {
		p := s.propose(i, at, within)
		s.left--
		if next, ok := s.delta.evaluate(p, limit-1e-9); ok {
			at, own, moved = p, next, true
			limit = s.delta.totalWith(next) + float64(threshold*s.r.float64())
		}
	}
	if moved {
		s.delta.commit(at, own)
		return
	}
	s.delta.rollback()
}

// propose returns a position to try for node i, now at p: mostly near p or near the minimum of its
// stress, sometimes near the barycentre of its neighbours or anywhere.
func (s *annealer) propose(i int, p geom.Vec, within float64) geom.Vec {
	if s.energy.anchor.bounded(i) {
		l := s.energy.anchor.maxDisplacement[i]
		return s.instance.inside(i, s.energy.anchor.clampTo(i, s.energy.anchor.at[i].Add(geom.Vec{X: float64(l * s.r.signed()), Y: float64(l * s.r.signed())})))
	}
	w, h := s.instance.frame.W(), s.instance.frame.H()
	switch k := s.r.intN(16); {
	case k == 0:
		p = geom.Vec{X: s.instance.frame.Min.X + float64(w*s.r.float64()), Y: s.instance.frame.Min.Y + float64(h*s.r.float64())}
	case k < 3 && len(s.instance.adjacent[i]) > 0:
		p = s.barycentre(i)
		within = 0.3
	case k >= 11:
		p = s.majorize(i, p)
		within = float64(within * s.r.float64())
	}
	d := geom.Vec{X: float64(s.r.signed() * w * within / 2), Y: float64(s.r.signed() * h * within / 2)}
	return s.instance.inside(i, p.Add(d))
}

// barycentre is the mean position of the neighbours of node i.
func (s *annealer) barycentre(i int) geom.Vec {
	var sum geom.Vec
	for _, t := range s.instance.adjacent[i] {
		sum = sum.Add(s.energy.pos[t.to])
	}
	return sum.Mul(1 / float64(len(s.instance.adjacent[i])))
}

// majorize returns the minimum of the majorant of the stress of node i at p (Gansner, Koren, North
// 2004, "Graph drawing by stress majorization"), at the scale of the present drawing.
func (s *annealer) majorize(i int, p geom.Vec) geom.Vec {
	weight, pull := s.instance.weight[i*s.instance.n:(i+1)*s.instance.n], s.instance.weightedDistance[i*s.instance.n:(i+1)*s.instance.n]
	scale := s.energy.sumSquares / max(s.energy.sumLengths, 1e-9) // px a step
	sum, x, y := 0.0, 0.0, 0.0
	for j, q := range s.energy.pos {
		if weight[j] == 0 {
			continue
		}
		d := p.Sub(q)
		length := geom.Vec{X: float64(d.X * s.energy.scaleY), Y: float64(d.Y * s.energy.scaleX)}.Len()
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

// swap exchanges the positions of two nodes if the result is accepted.
func (s *annealer) swap(i, j int, threshold float64) {
	if i == j {
		return
	}
	limit := s.energy.total() + float64(threshold*s.r.float64())
	p, q := s.energy.pos[i], s.energy.pos[j]
	before := terms{s.energy.sumSquares, s.energy.sumLengths, s.energy.other}
	s.delta.moveTo(i, s.instance.inside(i, q))
	s.delta.moveTo(j, s.instance.inside(j, p))
	s.left -= 4
	if s.energy.total() < limit-1e-9 {
		return
	}
	s.energy.density.add(i, s.energy.pos[i], -1)
	s.energy.density.add(j, s.energy.pos[j], -1)
	s.energy.pos[i], s.energy.pos[j] = p, q
	s.energy.density.add(i, p, 1)
	s.energy.density.add(j, q, 1)
	s.energy.sumSquares, s.energy.sumLengths, s.energy.other = before.sumSquares, before.sumLengths, before.other
	s.energy.updateEdges(i)
	s.energy.updateEdges(j)
}
