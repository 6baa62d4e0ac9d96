package layout

// Numbers of nodes from which a network is laid out another way.
const (
	maxFullStress    = 1500  // stress over all pairs
	maxCompeting     = 20000 // a candidate by stress and a multilevel one, the better kept
	coarseStartNodes = 800   // nodes of the coarse network that larger ones begin with
	coarsestNodes    = 150   // nodes at which uncoarsening begins
	treeDensity      = 1.4   // edges a node below which a network is laid out as a tree
)

// Effort of the stages; the effort of a budget multiplies epochs and ticks.
const (
	sampledEpochs   = 10
	edgeEpochs      = 3
	edgeShare       = 0.3 // weight of an edge in edgeEpochs, relative to a landmark at one step
	multilevelTicks = 18
	treeTicks       = 36 // of networks that are nearly trees
	clusterMoves    = 4
	largeTicks      = 12
	largeTFDPTicks  = 16
	largeTheta      = 1.2
)

// pairsPerTick is about the cost of a tick a node, in node pairs.
const pairsPerTick = 70

// treelike reports whether a network is nearly a tree.
func treelike(net *network) bool { return float64(len(net.to)/2) < treeDensity*float64(net.n) }

// newPipeline plans the layout of a connected network of two nodes or more.
func newPipeline(net *network, seed uint64, effort float64) *pipeline {
	c := &pipeline{net: net, at: newPoints(net.n), r: &random{state: seed}}
	count := func(n int) int { return max(1, int(float64(n)*effort+0.5)) }
	c.ticks = count(tfdpTicks)
	tick := net.n * pairsPerTick
	multilevel, moves := count(multilevelTicks), count(clusterMoves)
	if treelike(net) {
		multilevel, moves = count(treeTicks), 0
	}
	switch {
	case net.n <= maxFullStress:
		c.planFullStress()
		c.planned = net.n*(pairsPerEdge*len(net.to)+net.n*7) + tick*c.ticks
		c.addCandidate(seed + 1)
		if moves == 0 && net.n > coarsestNodes {
			c.addCandidate(seed+2).planMultilevel(multilevel, 0)
			c.planned += tick * 2 * multilevel
		}
	case net.n <= maxCompeting:
		c.planSampledStress(count(sampledEpochs))
		c.addCandidate(seed + 1).planEdgeWeighted(count(edgeEpochs))
		c.addCandidate(seed+2).planMultilevel(multilevel, moves)
		ways := fewLandmarks * (pairsPerEdge*len(net.to) + net.n)
		c.planned = ways*count(sampledEpochs+edgeEpochs+clusterMoves) + tick*(c.ticks+2*multilevel)
	default:
		c.planFromCoarse(count(largeTicks))
		c.planTFDP(count(largeTFDPTicks))
		c.planned = tick * (2*count(largeTicks) + count(largeTFDPTicks))
	}
	return c
}

// planPivotMDS begins with PivotMDS.
func (c *pipeline) planPivotMDS() {
	c.paths = newPathFinder(c.net)
	var p *pivotMDS
	c.add(func() (int, bool) {
		if p == nil {
			p = newPivotMDS(c.net, c.paths, c.r)
		}
		return p.step(c.at)
	})
}

// planFullStress begins with PivotMDS and minimises the stress of all pairs.
func (c *pipeline) planFullStress() {
	c.planPivotMDS()
	var s *sgd
	c.add(func() (int, bool) {
		if s == nil {
			s = newSGD(c.net, c.at, c.r)
		}
		return s.measure(c.paths)
	})
	c.add(func() (int, bool) {
		work, again := s.step()
		if again {
			return work, true
		}
		s.copyTo(c.at)
		return work, !s.converged(c.paths)
	})
}

// planSampledStress begins with PivotMDS and minimises the sampled stress.
func (c *pipeline) planSampledStress(epochs int) {
	c.planPivotMDS()
	c.add(c.sampledStage(epochs, 0))
}

// planEdgeWeighted goes on from low stress with more weight on edges.
func (c *pipeline) planEdgeWeighted(epochs int) { c.add(c.sampledStage(epochs, edgeShare)) }

// sampledStage returns a stage of epochs that minimise the sampled stress, with a weight of edges.
func (c *pipeline) sampledStage(epochs int, tie float32) stage {
	var marks *sampledStress
	return repeat(epochs, func() (int, bool) {
		if marks == nil {
			marks = newSampledStress(c.net, c.paths, c.at, c.r)
			marks.edgeWeight = tie
		}
		return marks.step()
	})
}

// planMultilevel goes on from low stress by multilevel refinement: it keeps the shape only, by
// restricting the drawing to the coarsest level, and prolongs from coarse to fine. Then cluster
// majorization mends the shape where uncoarsening has bent it.
func (c *pipeline) planMultilevel(ticks, moves int) {
	var levels []level
	c.add(coarsenStage(&levels, c.net, coarsestNodes))
	c.add(once(2*pairsPerEdge*len(c.net.to), func() {
		c.at.rescale(c.net)
		clouds := []points{c.at}
		for k := range len(levels) - 1 {
			clouds = append(clouds, newPoints(levels[k+1].net.n))
			levels[k].restrict(clouds[k], clouds[k+1], levels[k+1].net)
		}
		c.uncoarsening = newUncoarsening(levels, clouds, ticks, defaultTheta, c.r)
	}))
	c.add(c.uncoarsenStage)
	c.charge = defaultCharge
	if moves > 0 {
		var d *clusterMajorization
		c.add(repeat(moves, func() (int, bool) {
			if d == nil {
				d = newClusterMajorization(levels, newSampledStress(c.net, c.paths, c.at, c.r))
			}
			return d.step()
		}))
	}
}

// uncoarsenStage is the stage of a prepared uncoarsening.
func (c *pipeline) uncoarsenStage() (int, bool) {
	work, more := c.uncoarsening.step()
	if !more {
		c.uncoarsening = nil
	}
	return work, more
}

// planFromCoarse lays a coarse network out by stress and uncoarsens it.
func (c *pipeline) planFromCoarse(ticks int) {
	var levels []level
	var start *pipeline
	c.add(coarsenStage(&levels, c.net, coarseStartNodes))
	c.add(func() (int, bool) {
		if start == nil {
			start = newPipeline(levels[len(levels)-1].net, c.r.uint64(), 1)
		}
		if start.net.n > maxCompeting || start.finished() {
			return 1, false
		}
		return start.run(1), true
	})
	c.add(once(3*pairsPerEdge*len(c.net.to), func() {
		clouds := []points{c.at}
		for _, l := range levels[1:] {
			clouds = append(clouds, newPoints(l.net.n))
		}
		last := clouds[len(clouds)-1]
		if start.net.n <= maxCompeting {
			start.at.copyTo(last)
		} else {
			placeInSquare(last, c.r)
		}
		last.rescale(start.net)
		c.uncoarsening = newUncoarsening(levels, clouds, ticks, largeTheta, c.r)
	}))
	c.add(c.uncoarsenStage)
}

// planTFDP ends a pipeline without candidates.
func (c *pipeline) planTFDP(ticks int) {
	c.add(once(c.net.n*landmarksPerEpoch, func() {
		c.paths = newPathFinder(c.net)
		c.paths.singleSource(0, make([]uint16, c.net.n)) // tells how long ways are
		j := newScorer(c.net, c.paths, c.r)
		c.add(c.tfdpStage(ticks, defaultCharge, j))
	}))
}

// placeAtRandom places nodes uniformly in a square with room for each: the last resort for networks
// that do not become coarser, such as huge stars.
func placeInSquare(at points, r *random) {
	side := sqrt32(float32(len(at.x)))
	for i := range at.x {
		at.x[i], at.y[i] = float32(side*float32(r.float64())), float32(side*float32(r.float64()))
	}
}
