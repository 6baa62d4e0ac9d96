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
	c := &course{net: net, at: newCloud(net.n), r: &random{state: seed}}
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
		c.total = net.n*net.n*7 + tick*c.ticks
		c.rival(seed + 1)
		if moves == 0 && net.n > coarsest {
			c.rival(seed+2).planUnfolding(unfold, 0)
			c.total += tick * 2 * unfold
		}
	case net.n <= startsUpTo:
		c.planLandmarks(count(landmarkEpochs))
		c.rival(seed + 1).planTightening(count(tieEpochs))
		c.rival(seed+2).planUnfolding(unfold, moves)
		c.total = net.n*landmarkCount*count(landmarkEpochs+tieEpochs+driftMoves) + tick*(c.ticks+2*unfold)
	default:
		c.planFromCoarse(count(largeTicks))
		c.planGathering(count(largeGathering))
		c.total = tick * (2*count(largeTicks) + count(largeGathering))
	}
	return c
}

// planAllPairs begins from pivots and lowers the stress over all pairs.
func (c *course) planAllPairs() {
	c.w = newWaves(c.net)
	c.then(once(c.net.n*pivotCount, func() { pivotPlace(c.net, c.w, c.r, c.at) }))
	var s *stress
	c.then(once(c.net.n*c.net.n/2, func() { s = newStress(c.net, c.w, c.at, c.r) }))
	c.then(func() (int, bool) {
		s.epoch()
		s.copyTo(c.at)
		return c.net.n * c.net.n / 2, !s.done(c.w)
	})
}

// planLandmarks begins from pivots and lowers the sampled stress.
func (c *course) planLandmarks(epochs int) {
	c.w = newWaves(c.net)
	c.then(once(c.net.n*pivotCount, func() { pivotPlace(c.net, c.w, c.r, c.at) }))
	var marks *landmarks
	c.then(times(epochs, func() int {
		if marks == nil {
			marks = newLandmarks(c.net, c.w, c.at, c.r)
		}
		return marks.epoch()
	}))
}

// planTightening goes on from low stress: ties count more.
func (c *course) planTightening(epochs int) {
	var marks *landmarks
	c.then(times(epochs, func() int {
		if marks == nil {
			marks = newLandmarks(c.net, c.w, c.at, c.r)
			marks.tie = tieShare
		}
		return marks.epoch()
	}))
}

// planUnfolding goes on from low stress too, but takes its shape only: clusters are placed at
// the middle of their bodies, and these are found anew from coarse to fine. Then the shape is
// mended where unfolding has bent it.
func (c *course) planUnfolding(ticks, moves int) {
	var levels []level
	c.then(once(2*len(c.net.to), func() {
		levels = levelsOf(c.net, coarsest)
		c.at.rescale(c.net)
		clouds := []cloud{c.at}
		for k := range len(levels) - 1 {
			clouds = append(clouds, newCloud(levels[k+1].net.n))
			levels[k].gather(clouds[k], clouds[k+1], levels[k+1].net)
		}
		c.going = newDescent(levels, clouds, ticks, usualTheta, c.r)
	}))
	c.then(c.descending)
	c.charge = usualCharge
	if moves > 0 {
		var d *drift
		c.then(times(moves, func() int {
			if d == nil {
				d = newDrift(levels, newLandmarks(c.net, c.w, c.at, c.r))
			}
			return d.move()
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
	c.then(once(3*len(c.net.to), func() {
		levels := levelsOf(c.net, coarseStart)
		clouds := []cloud{c.at}
		for _, l := range levels[1:] {
			clouds = append(clouds, newCloud(l.net.n))
		}
		last := len(levels) - 1
		if start := newCourse(levels[last].net, c.r.next(), 1); levels[last].net.n <= startsUpTo {
			start.finish()
			copy(clouds[last].x, start.at.x)
			copy(clouds[last].y, start.at.y)
		} else {
			scatterAll(clouds[last], c.r)
		}
		clouds[last].rescale(levels[last].net)
		c.going = newDescent(levels, clouds, ticks, largeTheta, c.r)
	}))
	c.then(c.descending)
}

// planGathering ends a course without rivals.
func (c *course) planGathering(ticks int) {
	c.then(once(c.net.n*landmarkCount, func() {
		c.w = newWaves(c.net)
		c.w.from(0, make([]uint16, c.net.n)) // tells how long ways are
		j := newJudge(c.net, c.w, c.r)
		c.then(c.gathering(ticks, usualCharge, j))
	}))
}

// scatterAll puts bodies on chance places of a square with room for each: the last resort for
// networks that do not become coarser, such as huge stars.
func scatterAll(at cloud, r *random) {
	side := sqrt32(float32(len(at.x)))
	for i := range at.x {
		at.x[i], at.y[i] = float32(side*float32(r.unit())), float32(side*float32(r.unit()))
	}
}
