package layout

import (
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/stress"
)

// A clusterMajorization lowers the stress of a drawing and keeps its detail: each cluster of the
// depth-th coarser level moves as one piece, by the mean of the majorization steps of its nodes.
type clusterMajorization struct {
	levels  []netgraph.Level
	sampled *stress.SampledStress
	depth   int
	moves   []netgraph.Points // of each level
}

// newClusterMajorization prepares moves of the clusters of some levels.
func newClusterMajorization(levels []netgraph.Level, marks *stress.SampledStress) *clusterMajorization {
	d := &clusterMajorization{levels: levels, sampled: marks, depth: min(clusterDepth, len(levels)-1)}
	for k := range d.depth + 1 {
		d.moves = append(d.moves, netgraph.NewPoints(levels[k].Net.N))
	}
	return d
}

// step does a slice of one move of all clusters, and returns its cost in node pairs and whether
// there is more.
func (d *clusterMajorization) step() (work int, again bool) {
	l, own := d.sampled, d.moves[0]
	from, to, work, again := l.NextBatch()
	for i := from; i < to; i++ {
		x, y := l.Majorize(i)
		own.X[i], own.Y[i] = x-l.At.X[i], y-l.At.Y[i]
	}
	if again {
		return work, true
	}
	d.moveClusters()
	return work + 2*l.Net.N, false
}

// moveClusters moves each cluster by the mean displacement of its nodes.
func (d *clusterMajorization) moveClusters() {
	at, own := d.sampled.At, d.moves[0]
	for k := range d.depth {
		d.levels[k].Restrict(d.moves[k], d.moves[k+1], d.levels[k+1].Net)
	}
	for k := d.depth - 1; k >= 0; k-- {
		fine, coarse := d.moves[k], d.moves[k+1]
		for i, p := range d.levels[k].Parent {
			fine.X[i], fine.Y[i] = coarse.X[p], coarse.Y[p]
		}
	}
	for i := range at.X {
		at.X[i] += own.X[i]
		at.Y[i] += own.Y[i]
	}
}
