package layout

import (
	"actormap/wasm/layout/internal/force"
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/stress"
)

// pairsPerTick is about the cost of a tick a node, in node pairs.
const pairsPerTick = 70

// treelike reports whether a network is nearly a tree.
func treelike(net *netgraph.Network) bool { return float64(len(net.To)/2) < treeDensity*float64(net.N) }

// newPipeline plans the layout of a connected network of two nodes or more.
func newPipeline(net *netgraph.Network, seed uint64, effort float64) *pipeline {
	c := &pipeline{net: net, at: netgraph.NewPoints(net.N), r: &netgraph.Random{State: seed}}
	count := func(n int) int { return max(1, int(float64(n)*effort+0.5)) }
	c.ticks = count(tfdpTicks)
	tick := net.N * pairsPerTick
	multilevel, moves := count(multilevelTicks), count(clusterMoves)
	if treelike(net) {
		multilevel, moves = count(treeTicks), 0
	}
	switch {
	case net.N <= maxFullStress:
		c.planFullStress()
		c.planned = net.N*(netgraph.PairsPerEdge*len(net.To)+net.N*7) + tick*c.ticks
		c.addCandidate(seed + 1)
		if moves == 0 && net.N > coarsestNodes {
			c.addCandidate(seed+2).planMultilevel(multilevel, 0)
			c.planned += tick * 2 * multilevel
		}
	case net.N <= maxCompeting:
		c.planSampledStress(count(sampledEpochs))
		c.addCandidate(seed + 1).planEdgeWeighted(count(edgeEpochs))
		c.addCandidate(seed+2).planMultilevel(multilevel, moves)
		distances := stress.FewLandmarks * (netgraph.PairsPerEdge*len(net.To) + net.N)
		c.planned = distances*count(sampledEpochs+edgeEpochs+clusterMoves) + tick*(c.ticks+2*multilevel)
	default:
		c.planFromCoarse(count(largeTicks))
		c.planTFDP(count(largeTFDPTicks))
		c.planned = tick * (2*count(largeTicks) + count(largeTFDPTicks))
	}
	return c
}

// planPivotMDS begins with PivotMDS.
func (c *pipeline) planPivotMDS() {
	c.paths = netgraph.NewPathFinder(c.net)
	var p *stress.PivotMDS
	c.add(func() (int, bool) {
		if p == nil {
			p = stress.NewPivotMDS(c.net, c.paths, c.r)
		}
		return p.Step(c.at)
	})
}

// planFullStress begins with PivotMDS and minimises the stress of all pairs.
func (c *pipeline) planFullStress() {
	c.planPivotMDS()
	var s *stress.Sgd
	c.add(func() (int, bool) {
		if s == nil {
			s = stress.NewSGD(c.net, c.at, c.r)
		}
		return s.Measure(c.paths)
	})
	c.add(func() (int, bool) {
		work, again := s.Step()
		if again {
			return work, true
		}
		s.CopyTo(c.at)
		return work, !s.Converged(c.paths)
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
func (c *pipeline) sampledStage(epochs int, edge float32) stage {
	var marks *stress.SampledStress
	return repeat(epochs, func() (int, bool) {
		if marks == nil {
			marks = stress.NewSampledStress(c.net, c.paths, c.at, c.r)
			marks.EdgeWeight = edge
		}
		return marks.Step()
	})
}

// planMultilevel goes on from low stress by multilevel refinement: it keeps the shape only, by
// restricting the drawing to the coarsest level, and prolongs from coarse to fine. Then cluster
// majorization mends the shape where uncoarsening has bent it.
func (c *pipeline) planMultilevel(ticks, moves int) {
	var levels []netgraph.Level
	c.add(coarsenStage(&levels, c.net, coarsestNodes))
	c.add(once(2*netgraph.PairsPerEdge*len(c.net.To), func() {
		c.at.Rescale(c.net)
		clouds := []netgraph.Points{c.at}
		for k := range len(levels) - 1 {
			clouds = append(clouds, netgraph.NewPoints(levels[k+1].Net.N))
			levels[k].Restrict(clouds[k], clouds[k+1], levels[k+1].Net)
		}
		c.uncoarsening = newUncoarsening(levels, clouds, ticks, force.DefaultTheta, c.r)
	}))
	c.add(c.uncoarsenStage)
	c.charge = force.DefaultCharge
	if moves > 0 {
		var d *clusterMajorization
		c.add(repeat(moves, func() (int, bool) {
			if d == nil {
				d = newClusterMajorization(levels, stress.NewSampledStress(c.net, c.paths, c.at, c.r))
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
	var levels []netgraph.Level
	var start *pipeline
	c.add(coarsenStage(&levels, c.net, coarseStartNodes))
	c.add(func() (int, bool) {
		if start == nil {
			start = newPipeline(levels[len(levels)-1].Net, c.r.Uint64(), 1)
		}
		if start.net.N > maxCompeting || start.finished() {
			return 1, false
		}
		return start.run(1), true
	})
	c.add(once(3*netgraph.PairsPerEdge*len(c.net.To), func() {
		clouds := []netgraph.Points{c.at}
		for _, l := range levels[1:] {
			clouds = append(clouds, netgraph.NewPoints(l.Net.N))
		}
		last := clouds[len(clouds)-1]
		if start.net.N <= maxCompeting {
			start.at.CopyTo(last)
		} else {
			placeInSquare(last, c.r)
		}
		last.Rescale(start.net)
		c.uncoarsening = newUncoarsening(levels, clouds, ticks, largeTheta, c.r)
	}))
	c.add(c.uncoarsenStage)
}

// planTFDP ends a pipeline without candidates.
func (c *pipeline) planTFDP(ticks int) {
	c.add(once(c.net.N*stress.LandmarksPerEpoch, func() {
		c.paths = netgraph.NewPathFinder(c.net)
		c.paths.SingleSource(0, make([]uint16, c.net.N)) // for the eccentricity
		j := newScorer(c.net, c.paths, c.r)
		c.add(c.tfdpStage(ticks, force.DefaultCharge, j))
	}))
}

// placeInSquare places nodes uniformly in a square with room for each: the last resort for networks
// that do not become coarser, such as huge stars.
func placeInSquare(at netgraph.Points, r *netgraph.Random) {
	side := netgraph.Sqrt32(float32(len(at.X)))
	for i := range at.X {
		at.X[i], at.Y[i] = float32(side*float32(r.Float64())), float32(side*float32(r.Float64()))
	}
}
