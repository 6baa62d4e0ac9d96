package layout

import (
	"math"
	"sync"

	"actormap/wasm/layout/internal/netgraph"
)

// A pipeline lays one connected network out by stages, one after another. A stage works in bounded
// slices, so that a page can show what there is in between; a pipeline knows no clock.
type pipeline struct {
	net          *netgraph.Network
	at           netgraph.Points // steps
	paths        *netgraph.PathFinder
	stages       []stage
	candidates   []*pipeline   // pipelines that go on from the result of the stages; the best is kept
	uncoarsening *uncoarsening // while it works on coarser levels
	ticks        int           // of the t-FDP stage that ends it, if candidates compete
	charge       float32       // of the t-FDP stage, if this candidate is kept
	r            *netgraph.Random
	spent        int // cost so far, in node pairs
	planned      int // estimate of the whole cost, in node pairs
}

// A stage does a slice of work and returns its cost in node pairs, and whether it has more to do
// before the next stage.
type stage func() (work int, again bool)

// finished reports whether the layout is done.
func (c *pipeline) finished() bool { return len(c.stages) == 0 && len(c.candidates) == 0 }

// run works for about a cost in node pairs, of all candidates together, and returns the cost.
// Candidates run in goroutines of their own, which it waits for; that changes no bit, as they share
// nothing that they write to.
func (c *pipeline) run(pairs int) (spent int) {
	for len(c.stages) > 0 && spent < pairs {
		work, again := c.stages[0]()
		spent += max(work, 1)
		if !again {
			c.stages = c.stages[1:]
		}
	}
	if len(c.stages) == 0 && len(c.candidates) > 0 && spent < pairs {
		spent += c.runCandidates(pairs - spent)
	}
	c.spent += spent
	return spent
}

// runCandidates runs the candidates in goroutines, and adds the stage that selects the best when
// all are finished.
func (c *pipeline) runCandidates(pairs int) (spent int) {
	costs := make([]int, len(c.candidates))
	var wait sync.WaitGroup
	for k, rival := range c.candidates {
		wait.Go(func() { costs[k] = rival.run(max(pairs/len(c.candidates), 1)) })
	}
	wait.Wait()
	over := true
	for k, rival := range c.candidates {
		spent += costs[k]
		over = over && rival.finished()
	}
	if over {
		c.add(c.selectBest())
	}
	return spent
}

// finish does all that is left.
func (c *pipeline) finish() {
	for !c.finished() {
		c.run(math.MaxInt)
	}
}

// selectBest returns the stage that takes over the drawing of the candidate with the highest score,
// the first of equals.
func (c *pipeline) selectBest() stage {
	var scorer *scorer
	var best *pipeline
	most, next := float32(0), 0
	return func() (int, bool) {
		if scorer == nil {
			scorer = newScorer(c.net, c.paths, c.r)
		}
		work, score, again := scorer.step(c.candidates[next].at)
		if again {
			return work, true
		}
		if best == nil || score > most {
			best, most = c.candidates[next], score
		}
		if next++; next < len(c.candidates) {
			return work, true
		}
		c.at, c.candidates = best.at, nil
		c.add(c.tfdpStage(c.ticks, best.charge, scorer))
		return work, false
	}
}

// snapshot writes the present positions into out.
func (c *pipeline) snapshot(out netgraph.Points) {
	now := c
	if len(c.candidates) > 0 && c.candidates[0].spent > 0 {
		now = c.candidates[0]
	}
	if now.uncoarsening != nil {
		now.uncoarsening.snapshot(out)
		return
	}
	now.at.CopyTo(out)
}

// add appends a stage.
func (c *pipeline) add(t stage) { c.stages = append(c.stages, t) }

// once returns a stage that does its work in one slice, of a cost in node pairs.
func once(pairs int, do func()) stage {
	return func() (int, bool) {
		do()
		return pairs, false
	}
}

// repeat returns a stage that runs another one n times.
func repeat(n int, piece stage) stage {
	return func() (int, bool) {
		work, again := piece()
		if !again {
			n--
		}
		return work, n > 0
	}
}

// addCandidate adds a pipeline that goes on from the result of the stages of c.
func (c *pipeline) addCandidate(seed uint64) *pipeline {
	r := &pipeline{net: c.net, at: netgraph.NewPoints(c.net.N), charge: weakCharge, r: &netgraph.Random{State: seed}}
	c.candidates = append(c.candidates, r)
	r.add(once(c.net.N, func() {
		c.at.CopyTo(r.at)
		r.paths = c.paths.Clone()
	}))
	return r
}
