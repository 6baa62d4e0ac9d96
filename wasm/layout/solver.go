package layout

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/overlap"
	"actormap/wasm/layout/internal/stress"
)

// A Solver works on a layout in slices: it has a first drawing at once, which gets better as it
// runs. The sizes of the slices make no difference to the outcome.
//
// Up to SmallMax nodes it is a multi-start search: drawings by stochastic gradient descent on
// stress from random positions, of which the best few go through simulated annealing on everything
// that a reader sees, edges and labels too. After each round the better half stays (successive
// halving; Jamieson, Talwalkar 2016, "Non-stochastic best arm identification and hyperparameter
// optimization") until one is left, which gets most of the effort: one long, slow cooling finds
// better minima than many short ones. Then overlaps are removed and annealing runs once more at
// temperature 0, as that may have put edges over nodes.
//
// Above SmallMax nodes it solves the components of the links by multilevel methods, some of them in
// goroutines of their own; each call of Run waits for those that it started. A Solver is not safe
// for use by several goroutines.
type Solver struct {
	problem    *Problem
	instance   *instance.Instance
	origin     geom.Vec  // of the frame, px
	previous   *previous // former positions, or nil
	r          *netgraph.Random
	budget     int
	starts     int                // candidates still to be made
	candidates []*anneal.Annealer // by rising energy
	current    int                // index of the candidate at work
	rounds     int
	final      *anneal.Annealer // annealing after overlap removal
	large      *largeSolver     // does all the work above SmallMax nodes
	done       bool
}

// NewSolver makes the first drawing. seed and budget are those of Solve.
func NewSolver(p *Problem, seed uint64, budget int) *Solver {
	return newSolver(p, seed, budget, nil)
}

// newSolver is NewSolver with former positions, or nil.
func newSolver(p *Problem, seed uint64, budget int, previous *previous) *Solver {
	if len(p.Nodes) > SmallMax {
		return &Solver{large: newLargeSolver(p, seed, budget)}
	}
	frame := instance.SafeFrame(p.Frame)
	s := &Solver{problem: p, instance: p.instanceAtOrigin(frame), origin: frame.Min, previous: previous,
		r: &netgraph.Random{State: seed}, budget: budget}
	if s.instance.N == 0 {
		s.done = true
		return s
	}
	s.starts = s.countStarts() - 1
	s.addCandidate()
	return s
}

// startCost returns the cost of a start, in evaluations.
func (s *Solver) startCost() int {
	pairs := 1
	for _, part := range s.instance.Components {
		pairs += len(part) * len(part) / 2
	}
	return 1 + pairs*stress.Epochs/pairsPerStartEvaluation
}

// countStarts returns the number of starts: what the budget would pay for, although they come on
// top of it.
func (s *Solver) countStarts() int {
	if len(s.instance.Components) == 0 {
		return 1
	}
	return int(instance.Clamp(float64(s.budget)/float64(s.startCost()), minStarts, maxStarts))
}

// beamWidth returns the number of candidates for annealing: maps have many local minima, but one is
// worth nothing until its bottom is reached.
func (s *Solver) beamWidth() int {
	const fewest, most, perBody = 2, 16, 200.0 // evaluations
	return int(instance.Clamp(float64(s.budget)/float64(perBody*float64(s.instance.N)), fewest, most))
}

// addCandidate makes a start and keeps it if it is among the best few.
func (s *Solver) addCandidate() {
	next := anneal.NewAnnealer(anneal.NewEnergy(s.instance, initialPlacement(s.instance, s.r, s.previous)), s.r)
	s.candidates = append(s.candidates, next)
	for k := len(s.candidates) - 1; k > 0 && s.candidates[k].BestTotal < s.candidates[k-1].BestTotal; k-- {
		s.candidates[k-1], s.candidates[k] = s.candidates[k], s.candidates[k-1]
	}
	if most := s.beamWidth(); len(s.candidates) > most {
		s.candidates = s.candidates[:most]
	}
}

// Run works for about the given number of evaluations and reports whether the layout is finished.
func (s *Solver) Run(evaluations int) (done bool) {
	if s.large != nil {
		return s.large.step(evaluations)
	}
	for !s.done && evaluations > 0 {
		evaluations -= s.step()
	}
	return s.done
}

// step does the next slice of work and returns its cost in evaluations.
func (s *Solver) step() (spent int) {
	switch {
	case s.final != nil:
		if spent = s.final.VisitNext(); spent == 0 {
			overlap.NewRemover(s.instance).Run(s.final.Best)
			overlap.CentreLoose(s.instance, s.final.Best)
			s.done = true
		}
	case s.starts > 0:
		s.starts--
		s.addCandidate()
		spent = s.startCost()
	case s.rounds == 0:
		s.beginRounds()
	default:
		spent = s.runCandidates()
	}
	return spent
}

// beginRounds counts the rounds and begins the first.
func (s *Solver) beginRounds() {
	s.rounds = 1
	for k := len(s.candidates); k > 1; k = (k + 1) / 2 {
		s.rounds++
	}
	s.beginRound()
}

// beginRound grants each candidate the same effort.
func (s *Solver) beginRound() {
	s.current = 0
	effort := s.budget / (s.rounds - 1 + finalRound) / len(s.candidates)
	if len(s.candidates) == 1 {
		effort *= finalRound
	}
	for _, f := range s.candidates {
		f.Start(effort, f.InitialTemperature())
	}
}

// runCandidates lets the current candidate go on; after a round the better half stays.
func (s *Solver) runCandidates() (spent int) {
	if spent = s.candidates[s.current].VisitNext(); spent > 0 {
		return spent
	}
	if s.current++; s.current < len(s.candidates) {
		return 0
	}
	for k := 1; k < len(s.candidates); k++ {
		for j := k; j > 0 && s.candidates[j].BestTotal < s.candidates[j-1].BestTotal; j-- {
			s.candidates[j-1], s.candidates[j] = s.candidates[j], s.candidates[j-1]
		}
	}
	if len(s.candidates) == 1 {
		s.removeOverlaps()
		return 0
	}
	s.candidates = s.candidates[:(len(s.candidates)+1)/2]
	s.beginRound()
	return 0
}

// removeOverlaps removes the overlaps of the best candidate and begins the final annealing, if
// there were any.
func (s *Solver) removeOverlaps() {
	at := slices.Clone(s.candidates[0].Best)
	clean := overlap.NewRemover(s.instance).Run(at)
	s.final = anneal.NewAnnealer(anneal.NewEnergy(s.instance, at), s.r)
	if !clean {
		s.final.Start(s.budget/8, 0)
	}
}

// At returns the best placement so far, without overlaps as far as the frame has room; above
// SmallMax nodes overlaps are removed at the end.
func (s *Solver) At() Placement {
	if s.large != nil {
		return s.large.snapshot()
	}
	at := Placement{}
	switch {
	case s.final != nil:
		at = slices.Clone(s.final.Best)
	case len(s.candidates) > 0:
		at = slices.Clone(s.candidates[0].Best)
	}
	if !s.done && s.instance.N > 0 {
		overlap.NewRemover(s.instance).Run(at)
	}
	for i := range at {
		at[i] = at[i].Add(s.origin)
		if s.instance.Pinned[i] {
			at[i] = s.problem.Nodes[i].At
		}
	}
	return at
}

// Progress returns the share of the work that is done, 0 to 1, as far as it can be known
// beforehand.
func (s *Solver) Progress() float64 {
	switch {
	case s.large != nil:
		return s.large.progress()
	case s.done:
		return 1
	case s.rounds == 0 || s.instance.N == 0:
		return 0
	case s.final != nil:
		return 0.9
	}
	return 0.9 * (1 - float64(len(s.candidates)-1)/float64(s.beamWidth()))
}
