// Package anneal improves the placement of a small map by simulated annealing on all that a reader sees: an
// Energy sums stress, crossings, edges on nodes and labels, overlaps and the filling of the frame; a Delta
// evaluates moves of one node; an Annealer makes them; a Cleanup clears edges of nodes after a drag.
// weights.go has all weights.
package anneal

import (
	"math"
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// An Annealer minimises an energy by simulated annealing with threshold accepting (Kirkpatrick,
// Gelatt, Vecchi 1983, "Optimization by simulated annealing"; Dueck, Scheuer 1990, "Threshold
// accepting"; for drawings Davidson, Harel 1996, "Drawing graphs nicely using simulated
// annealing"): it moves single nodes and swaps pairs, at first accepting small losses, in the end
// only gains. It can stop after any visit and go on later.
type Annealer struct {
	delta       *delta
	energy      *Energy            // of delta
	instance    *instance.Instance // of energy
	r           *netgraph.Random
	free        []int      // nodes that may move
	order       []int      // the free nodes in the order of the present sweep
	next        int        // index in order of the node to visit
	steps       int        // evaluations of the run
	left        int        // evaluations left
	temperature float64    // largest loss accepted at first, in crossings
	meanEnergy  float64    // of nodeEnergy
	Best        []geom.Vec // the best placement so far
	BestTotal   float64
	nodeEnergy  []float64 // of each node when last visited
}

// NewAnnealer begins at the placement of an energy.
func NewAnnealer(st *Energy, r *netgraph.Random) *Annealer {
	s := &Annealer{delta: NewDelta(st), energy: st, instance: st.Instance, r: r, Best: slices.Clone(st.Pos), BestTotal: st.Total(), nodeEnergy: make([]float64, st.Instance.N),
		free: make([]int, 0, st.Instance.N), order: make([]int, 0, st.Instance.N)}
	s.listFree()
	return s
}

// listFree lists the nodes that may move, after the anchor has changed.
func (s *Annealer) listFree() {
	s.free = s.free[:0]
	for i := range s.instance.N {
		s.nodeEnergy[i] = instance.Unbounded
		if !s.instance.Pinned[i] && !s.energy.Anchor.fixed(i) {
			s.free = append(s.free, i)
		}
	}
	s.order = append(s.order[:0], s.free...)
}

// InitialTemperature returns the temperature that suits a run from the present placement, in
// crossings: it grows with the root of the energy a node.
func (s *Annealer) InitialTemperature() float64 {
	return float64(temperaturePerCrossing * math.Sqrt(max(s.BestTotal, 0)/float64(max(s.instance.N, 1))))
}

// Start grants a number of evaluations for a run. The temperature is the loss accepted at first, in
// crossings, and falls to 0.
func (s *Annealer) Start(budget int, temperature float64) {
	if len(s.free) == 0 {
		budget = 0
	}
	s.steps, s.left, s.temperature, s.next = budget, budget, temperature, 0
}

// VisitNext visits one node and returns the cost in evaluations; 0 at the end of the run, where the
// best placement becomes the present one.
func (s *Annealer) VisitNext() (spent int) {
	if s.left <= 0 {
		return 0
	}
	before := s.left
	if s.next == 0 {
		netgraph.Shuffle(s.r, s.order)
		s.meanEnergy = s.meanNodeEnergy()
	}
	i := s.order[s.next]
	s.next = (s.next + 1) % len(s.order)
	if s.nodeEnergy[i] >= s.meanEnergy || s.r.IntN(2) == 0 { // nodes of low energy are visited half as often
		s.improveNode(i)
	}
	if s.left <= 0 {
		s.adopt(s.Best)
	}
	return max(before-s.left, 1)
}

// improveNode tries to move node i, or to swap it with another.
func (s *Annealer) improveNode(i int) {
	left := float64(s.left) / float64(s.steps)
	threshold := float64(s.temperature * max(left-float64(quenchFraction*s.energy.edgeNodeWeight), 0))
	if s.energy.Anchor == nil && len(s.order) > 1 && s.r.IntN(16) == 0 {
		s.swap(i, s.order[s.r.IntN(len(s.order))], threshold)
	} else {
		s.tryMoves(i, instance.Clamp(left*maxRange, minRange, 1), threshold)
	}
	if t := s.energy.Total(); t < s.BestTotal-1e-9 {
		s.BestTotal = t
		copy(s.Best, s.energy.Pos)
	}
}

// Run spends a number of evaluations at once.
func (s *Annealer) Run(budget int, temperature float64) {
	s.Start(budget, temperature)
	for s.VisitNext() > 0 {
	}
}

// meanNodeEnergy is the mean energy of the nodes visited so far.
func (s *Annealer) meanNodeEnergy() float64 {
	sum, count := 0.0, 0
	for _, i := range s.free {
		if s.nodeEnergy[i] < instance.Unbounded {
			sum += s.nodeEnergy[i]
			count++
		}
	}
	return sum / float64(max(count, 1))
}

// adopt makes a placement the present and the best one.
func (s *Annealer) adopt(at []geom.Vec) {
	copy(s.energy.Pos, at)
	s.energy.Recompute()
	s.BestTotal = s.energy.Total()
	copy(s.Best, s.energy.Pos)
}

// tryMoves evaluates a few positions for node i and goes on from each that is accepted; the node is
// removed once for all of them.
func (s *Annealer) tryMoves(i int, within, threshold float64) {
	limit := s.energy.Total() + float64(threshold*s.r.Float64())
	own := s.delta.Remove(i)
	s.nodeEnergy[i] = own.Other
	s.left--
	at, moved := s.energy.Pos[i], false
	for range movesPerVisit {
		p := s.propose(i, at, within)
		s.left--
		if next, ok := s.delta.Evaluate(p, limit-1e-9); ok {
			at, own, moved = p, next, true
			limit = s.delta.totalWith(next) + float64(threshold*s.r.Float64())
		}
	}
	if moved {
		s.delta.Commit(at, own)
		return
	}
	s.delta.rollback()
}

// propose returns a position to try for node i, now at p: mostly near p or near the minimum of its
// stress, sometimes near the barycentre of its neighbours or anywhere.
func (s *Annealer) propose(i int, p geom.Vec, within float64) geom.Vec {
	if s.energy.Anchor.bounded(i) {
		l := s.energy.Anchor.MaxDisplacement[i]
		return s.instance.Inside(i, s.energy.Anchor.clampTo(i, s.energy.Anchor.At[i].Add(geom.Vec{X: float64(l * s.r.Signed()), Y: float64(l * s.r.Signed())})))
	}
	w, h := s.instance.Frame.W(), s.instance.Frame.H()
	switch k := s.r.IntN(16); {
	case k == 0:
		p = geom.Vec{X: s.instance.Frame.Min.X + float64(w*s.r.Float64()), Y: s.instance.Frame.Min.Y + float64(h*s.r.Float64())}
	case k < 3 && len(s.instance.Adjacent[i]) > 0:
		p = s.barycentre(i)
		within = 0.3
	case k >= 11:
		p = s.majorize(i, p)
		within = float64(within * s.r.Float64())
	}
	d := geom.Vec{X: float64(s.r.Signed() * w * within / 2), Y: float64(s.r.Signed() * h * within / 2)}
	return s.instance.Inside(i, p.Add(d))
}

// barycentre is the mean position of the neighbours of node i.
func (s *Annealer) barycentre(i int) geom.Vec {
	var sum geom.Vec
	for _, t := range s.instance.Adjacent[i] {
		sum = sum.Add(s.energy.Pos[t.To])
	}
	return sum.Mul(1 / float64(len(s.instance.Adjacent[i])))
}

// majorize returns the minimum of the majorant of the stress of node i at p (Gansner, Koren, North
// 2004, "Graph drawing by stress majorization"), at the scale of the present drawing.
func (s *Annealer) majorize(i int, p geom.Vec) geom.Vec {
	weight, pull := s.instance.Weight[i*s.instance.N:(i+1)*s.instance.N], s.instance.WeightedDistance[i*s.instance.N:(i+1)*s.instance.N]
	scale := s.energy.SumSquares / max(s.energy.SumLengths, 1e-9) // px a step
	sum, x, y := 0.0, 0.0, 0.0
	for j, q := range s.energy.Pos {
		if weight[j] == 0 {
			continue
		}
		d := p.Sub(q)
		length := geom.Vec{X: float64(d.X * s.energy.ScaleY), Y: float64(d.Y * s.energy.ScaleX)}.Len()
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
func (s *Annealer) swap(i, j int, threshold float64) {
	if i == j {
		return
	}
	limit := s.energy.Total() + float64(threshold*s.r.Float64())
	p, q := s.energy.Pos[i], s.energy.Pos[j]
	before := Terms{s.energy.SumSquares, s.energy.SumLengths, s.energy.other}
	s.delta.moveTo(i, s.instance.Inside(i, q))
	s.delta.moveTo(j, s.instance.Inside(j, p))
	s.left -= 4
	if s.energy.Total() < limit-1e-9 {
		return
	}
	s.energy.density.add(i, s.energy.Pos[i], -1)
	s.energy.density.add(j, s.energy.Pos[j], -1)
	s.energy.Pos[i], s.energy.Pos[j] = p, q
	s.energy.density.add(i, p, 1)
	s.energy.density.add(j, q, 1)
	s.energy.SumSquares, s.energy.SumLengths, s.energy.other = before.sumSquares, before.sumLengths, before.Other
	s.energy.updateEdges(i)
	s.energy.updateEdges(j)
}
