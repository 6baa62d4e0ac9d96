package layout

// A drift lowers the stress of a drawing without undoing its detail: every body says where it
// would have to go (see landmarks), and each cluster, of the depth-th coarser level, goes the
// mean way of its bodies as one piece.
type drift struct {
	levels []level
	marks  *landmarks
	depth  int
	moves  []cloud // of each level
}

// driftDepth makes clusters of about 2³ bodies: few enough for the shape of the whole to
// bend, many enough for neighbours to stay together.
const driftDepth = 3

func newDrift(levels []level, marks *landmarks) *drift {
	d := &drift{levels: levels, marks: marks, depth: min(driftDepth, len(levels)-1)}
	for k := range d.depth + 1 {
		d.moves = append(d.moves, newCloud(levels[k].net.n))
	}
	return d
}

// move moves all clusters once and returns how many distances it looked at.
func (d *drift) move() int {
	l := d.marks
	l.renew()
	at, own := l.at, d.moves[0]
	for i := range at.x {
		x, y := l.best(i)
		own.x[i], own.y[i] = x-at.x[i], y-at.y[i]
	}
	for k := range d.depth {
		d.levels[k].gather(d.moves[k], d.moves[k+1], d.levels[k+1].net)
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
	return l.net.n * l.count
}
