package layout

// A clusterMajorization lowers the stress of a drawing and keeps its detail: each cluster of the
// depth-th coarser level moves as one piece, by the mean of the majorization steps of its nodes.
type clusterMajorization struct {
	levels  []level
	sampled *sampledStress
	depth   int
	moves   []points // of each level
}

// clusterDepth makes clusters of about 2³ nodes: few enough to bend the shape of the whole, many
// enough to keep neighbours together.
const clusterDepth = 3

func newClusterMajorization(levels []level, marks *sampledStress) *clusterMajorization {
	d := &clusterMajorization{levels: levels, sampled: marks, depth: min(clusterDepth, len(levels)-1)}
	for k := range d.depth + 1 {
		d.moves = append(d.moves, newPoints(levels[k].net.n))
	}
	return d
}

// step does a slice of one move of all clusters, and returns its cost in node pairs and whether
// there is more.
func (d *clusterMajorization) step() (work int, again bool) {
	l, own := d.sampled, d.moves[0]
	from, to, work, again := l.nextBatch()
	for i := from; i < to; i++ {
		x, y := l.majorize(i)
		own.x[i], own.y[i] = x-l.at.x[i], y-l.at.y[i]
	}
	if again {
		return work, true
	}
	d.moveClusters()
	return work + 2*l.net.n, false
}

// moveClusters moves each cluster by the mean displacement of its nodes.
func (d *clusterMajorization) moveClusters() {
	at, own := d.sampled.at, d.moves[0]
	for k := range d.depth {
		d.levels[k].restrict(d.moves[k], d.moves[k+1], d.levels[k+1].net)
	}
	for k := d.depth - 1; k >= 0; k-- {
		fine, coarse := d.moves[k], d.moves[k+1]
		for i, p := range d.levels[k].parent {
			fine.x[i], fine.y[i] = coarse.x[p], coarse.y[p]
		}
	}
	for i := range at.x {
		at.x[i] += own.x[i]
		at.y[i] += own.y[i]
	}
}
