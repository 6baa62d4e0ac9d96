package layout

import "actormap/wasm/geom"

// A Solving is a layout in the making: a first picture at once, which gets better as
// evaluations are spent. In what portions they are spent makes no difference to the outcome.
//
// It makes layouts by stress alone from chance places, keeps the best few, searches from each
// for a little and keeps the better half of them in each round, until one is left. That gets
// most of the effort: a search that begins hot and cools slowly finds better places than many
// short ones. Its picture is cleared of what still overlaps and searched once more, gains only:
// making room may have drawn lines over some bodies.
type Solving struct {
	problem *Problem
	*instance
	origin geom.Vec // of the frame
	known  *memory  // of former places, or nil
	r      *random
	budget int
	starts int         // still to be made
	field  []*annealer // the best first
	turn   int         // of the field: whose search runs
	rounds int
	last   *annealer    // the search after making room
	large  *largeSolver // does it all where there are more than maxStory bodies
	done   bool
}

// Starts and their shares of the work.
const (
	maxStarts  = 48
	minStarts  = 4
	startShare = 40 // pairs moved for one evaluation of the budget
	finalRound = 5  // rounds that the last one is worth
)

// NewSolving makes the first picture. seed and budget are those of Solve.
func NewSolving(p *Problem, seed uint64, budget int) *Solving {
	return newSolving(p, seed, budget, nil)
}

func newSolving(p *Problem, seed uint64, budget int, known *memory) *Solving {
	if len(p.Bodies) > maxStory {
		return &Solving{large: newLargeSolver(p, seed, budget)}
	}
	frame := safeFrame(p.Frame)
	s := &Solving{problem: p, instance: newInstance(p.atOrigin(frame)), origin: frame.Min, known: known,
		r: &random{state: seed}, budget: budget}
	if s.n == 0 {
		s.done = true
		return s
	}
	s.starts = s.countStarts() - 1
	s.addStart()
	return s
}

// startCost is what a start costs, in evaluations.
func (s *Solving) startCost() int {
	pairs := 1
	for _, part := range s.components {
		pairs += len(part) * len(part) / 2
	}
	return 1 + pairs*sgdEpochs/startShare
}

// countStarts returns how many layouts by stress are made: as many as the budget would pay,
// though they come on top.
func (s *Solving) countStarts() int {
	if len(s.components) == 0 {
		return 1
	}
	return int(clamp(float64(s.budget)/float64(s.startCost()), minStarts, maxStarts))
}

// finalists returns from how many starts the search goes on: maps have many valleys, but a
// valley is worth nothing unless its bottom is reached.
func (s *Solving) finalists() int {
	const fewest, most, perBody = 2, 16, 200.0 // evaluations
	return int(clamp(float64(s.budget)/float64(perBody*float64(s.n)), fewest, most))
}

// addStart makes a layout by stress and keeps it if it is among the best few.
func (s *Solving) addStart() {
	next := newAnnealer(newEnergy(s.instance, s.start(s.r, s.known)), s.r)
	s.field = append(s.field, next)
	for k := len(s.field) - 1; k > 0 && s.field[k].bestTotal < s.field[k-1].bestTotal; k-- {
		s.field[k-1], s.field[k] = s.field[k], s.field[k-1]
	}
	if most := s.finalists(); len(s.field) > most {
		s.field = s.field[:most]
	}
}

// Spend works for about the given number of evaluations and reports whether the layout is
// finished.
func (s *Solving) Spend(evaluations int) (done bool) {
	if s.large != nil {
		return s.large.step(evaluations)
	}
	for !s.done && evaluations > 0 {
		evaluations -= s.step()
	}
	return s.done
}

// step does the next piece of work and returns what it cost in evaluations.
func (s *Solving) step() (spent int) {
	switch {
	case s.last != nil:
		if spent = s.last.visitNext(); spent == 0 {
			newOverlapRemover(s.instance).run(s.last.best)
			s.centreLoose(s.last.best)
			s.done = true
		}
	case s.starts > 0:
		s.starts--
		s.addStart()
		spent = s.startCost()
	case s.rounds == 0:
		s.beginRounds()
	default:
		spent = s.compete()
	}
	return spent
}

func (s *Solving) beginRounds() {
	s.rounds = 1
	for k := len(s.field); k > 1; k = (k + 1) / 2 {
		s.rounds++
	}
	s.beginRound()
}

// beginRound grants each of the field the same effort.
func (s *Solving) beginRound() {
	s.turn = 0
	effort := s.budget / (s.rounds - 1 + finalRound) / len(s.field)
	if len(s.field) == 1 {
		effort *= finalRound
	}
	for _, f := range s.field {
		f.start(effort, f.initialTemperature())
	}
}

// compete lets the next of the field search on; after a round the better half stays.
func (s *Solving) compete() (spent int) {
	if spent = s.field[s.turn].visitNext(); spent > 0 {
		return spent
	}
	if s.turn++; s.turn < len(s.field) {
		return 0
	}
	for k := 1; k < len(s.field); k++ {
		for j := k; j > 0 && s.field[j].bestTotal < s.field[j-1].bestTotal; j-- {
			s.field[j-1], s.field[j] = s.field[j], s.field[j-1]
		}
	}
	if len(s.field) == 1 {
		s.makeRoom()
		return 0
	}
	s.field = s.field[:(len(s.field)+1)/2]
	s.beginRound()
	return 0
}

// makeRoom clears the winner of overlaps and begins the last search, if that changed anything.
func (s *Solving) makeRoom() {
	at := s.field[0].best.Clone()
	clean := newOverlapRemover(s.instance).run(at)
	s.last = newAnnealer(newEnergy(s.instance, at), s.r)
	if !clean {
		s.last.start(s.budget/8, 0)
	}
}

// At returns the best placement so far, without overlaps as far as there is room; of more than
// maxStory bodies overlaps are cleared at the end.
func (s *Solving) At() Placement {
	if s.large != nil {
		return s.large.snapshot()
	}
	at := Placement{}
	switch {
	case s.last != nil:
		at = s.last.best.Clone()
	case len(s.field) > 0:
		at = s.field[0].best.Clone()
	}
	if !s.done && s.n > 0 {
		newOverlapRemover(s.instance).run(at)
	}
	for i := range at {
		at[i] = at[i].Add(s.origin)
		if s.pinned[i] {
			at[i] = s.problem.Bodies[i].At
		}
	}
	return at
}

// Progress tells how much of the work is done, 0 to 1, as far as it can be known beforehand.
func (s *Solving) Progress() float64 {
	switch {
	case s.large != nil:
		return s.large.progress()
	case s.done:
		return 1
	case s.rounds == 0 || s.n == 0:
		return 0
	case s.last != nil:
		return 0.9
	}
	return 0.9 * (1 - float64(len(s.field)-1)/float64(s.finalists()))
}
