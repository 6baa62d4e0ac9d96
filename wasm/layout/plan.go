package layout

// Sizes from which a network is laid out another way.
const (
	allPairsUpTo = 1500  // stress over all pairs
	startsUpTo   = 20000 // a global start and a multilevel one, the better kept
	coarseStart  = 800   // bodies of the coarse network that larger ones begin with
	coarsest     = 150   // bodies at which unfolding begins
	fewTies      = 1.4   // a body, below which branches are better unfolded
)

// Effort of the phases; plan.effort multiplies the epochs and ticks.
const (
	landmarkEpochs = 10
	tieEpochs      = 3
	tieShare       = 0.3 // of a tie against a way of one step to a landmark, in those
	unfoldTicks    = 18
	branchTicks    = 36 // of a network that is nearly a tree
	driftMoves     = 4
	largeTicks     = 12
	largeGathering = 16 // ticks
	largeTheta     = 1.2
)

// pairsATick is about how many pairs a tick looks at for each body.
const pairsATick = 70

// treelike reports whether a network is nearly a tree.
func (net *network) treelike() bool { return float64(len(net.to)/2) < fewTies*float64(net.n) }

// newCourse plans the layout of a connected network of two bodies or more.
func newCourse(net *network, seed uint64, effort float64) *course {
	c := &course{net: net, at: newPoints(net.n), r: &random{state: seed}}
	count := func(n int) int { return max(1, int(float64(n)*effort+0.5)) }
	c.ticks = count(gatherTicks)
	tick := net.n * pairsATick
	unfold, moves := count(unfoldTicks), count(driftMoves)
	if net.treelike() {
		unfold, moves = count(branchTicks), 0
	}
	switch {
	case net.n <= allPairsUpTo:
		c.planAllPairs()
		c.total = net.n*(pairsPerEdge*len(net.to)+net.n*7) + tick*c.ticks
		c.rival(seed + 1)
		if moves == 0 && net.n > coarsest {
			c.rival(seed+2).planUnfolding(unfold, 0)
			c.total += tick * 2 * unfold
		}
	case net.n <= startsUpTo:
		c.planLandmarks(count(landmarkEpochs))
		c.rival(seed + 1).planTightening(count(tieEpochs))
		c.rival(seed+2).planUnfolding(unfold, moves)
		ways := fewLandmarks * (pairsPerEdge*len(net.to) + net.n)
		c.total = ways*count(landmarkEpochs+tieEpochs+driftMoves) + tick*(c.ticks+2*unfold)
	default:
		c.planFromCoarse(count(largeTicks))
		c.planGathering(count(largeGathering))
		c.total = tick * (2*count(largeTicks) + count(largeGathering))
	}
	return c
}

// planPivots begins from pivots.
func (c *course) planPivots() {
	c.w = newPathFinder(c.net)
	var p *pivotMDS
	c.then(func() (int, bool) {
		if p == nil {
			p = newPivotMDS(c.net, c.w, c.r)
		}
		return p.step(c.at)
	})
}

// planAllPairs begins from pivots and lowers the stress over all pairs.
func (c *course) planAllPairs() {
	c.planPivots()
	var s *sgd
	c.then(func() (int, bool) {
		if s == nil {
			s = newSGD(c.net, c.at, c.r)
		}
		return s.measure(c.w)
	})
	c.then(func() (int, bool) {
		work, again := s.step()
		if again {
			return work, true
		}
		s.copyTo(c.at)
		return work, !s.converged(c.w)
	})
}

// planLandmarks begins from pivots and lowers the sampled stress.
func (c *course) planLandmarks(epochs int) {
	c.planPivots()
	c.then(c.sampling(epochs, 0))
}

// planTightening goes on from low stress: ties count more.
func (c *course) planTightening(epochs int) { c.then(c.sampling(epochs, tieShare)) }

// sampling makes a task of epochs that lower the sampled stress, with so much weight on ties.
func (c *course) sampling(epochs int, tie float32) task {
	var marks *sampledStress
	return times(epochs, func() (int, bool) {
		if marks == nil {
			marks = newSampledStress(c.net, c.w, c.at, c.r)
			marks.edgeWeight = tie
		}
		return marks.step()
	})
}

// planUnfolding goes on from low stress too, but takes its shape only: clusters are placed at
// the middle of their bodies, and these are found anew from coarse to fine. Then the shape is
// mended where unfolding has bent it.
func (c *course) planUnfolding(ticks, moves int) {
	var levels []level
	c.then(coarsenStage(&levels, c.net, coarsest))
	c.then(once(2*pairsPerEdge*len(c.net.to), func() {
		c.at.rescale(c.net)
		clouds := []points{c.at}
		for k := range len(levels) - 1 {
			clouds = append(clouds, newPoints(levels[k+1].net.n))
			levels[k].restrict(clouds[k], clouds[k+1], levels[k+1].net)
		}
		c.going = newDescent(levels, clouds, ticks, defaultTheta, c.r)
	}))
	c.then(c.descending)
	c.charge = defaultCharge
	if moves > 0 {
		var d *clusterMajorization
		c.then(times(moves, func() (int, bool) {
			if d == nil {
				d = newClusterMajorization(levels, newSampledStress(c.net, c.w, c.at, c.r))
			}
			return d.step()
		}))
	}
}

// descending is the task of a descent that has been prepared.
func (c *course) descending() (int, bool) {
	work, more := c.going.step()
	if !more {
		c.going = nil
	}
	return work, more
}

// planFromCoarse lays a coarse network out by stress over all pairs and unfolds it.
func (c *course) planFromCoarse(ticks int) {
	var levels []level
	var start *course
	c.then(coarsenStage(&levels, c.net, coarseStart))
	c.then(func() (int, bool) {
		if start == nil {
			start = newCourse(levels[len(levels)-1].net, c.r.uint64(), 1)
		}
		if start.net.n > startsUpTo || start.over() {
			return 1, false
		}
		return start.spend(1), true
	})
	c.then(once(3*pairsPerEdge*len(c.net.to), func() {
		clouds := []points{c.at}
		for _, l := range levels[1:] {
			clouds = append(clouds, newPoints(l.net.n))
		}
		last := clouds[len(clouds)-1]
		if start.net.n <= startsUpTo {
			start.at.copyTo(last)
		} else {
			scatterAll(last, c.r)
		}
		last.rescale(start.net)
		c.going = newDescent(levels, clouds, ticks, largeTheta, c.r)
	}))
	c.then(c.descending)
}

// planGathering ends a course without rivals.
func (c *course) planGathering(ticks int) {
	c.then(once(c.net.n*landmarksPerEpoch, func() {
		c.w = newPathFinder(c.net)
		c.w.singleSource(0, make([]uint16, c.net.n)) // tells how long ways are
		j := newJudge(c.net, c.w, c.r)
		c.then(c.gathering(ticks, defaultCharge, j))
	}))
}

// scatterAll puts bodies on chance places of a square with room for each: the last resort for
// networks that do not become coarser, such as huge stars.
func scatterAll(at points, r *random) {
	side := sqrt32(float32(len(at.x)))
	for i := range at.x {
		at.x[i], at.y[i] = float32(side*float32(r.float64())), float32(side*float32(r.float64()))
	}
}
