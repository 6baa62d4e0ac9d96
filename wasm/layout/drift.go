package layout

// A drift lowers the stress of a drawing without undoing its detail: every body says where it
// would have to go (see landmarks), and each cluster, of the depth-th coarser level, goes the
// mean way of its bodies as one piece.
type drift struct {
	levels []level
	marks  *landmarks
	depth  int
	moves  []points // of each level
}

// driftDepth makes clusters of about 2³ bodies: few enough for the shape of the whole to
// bend, many enough for neighbours to stay together.
const driftDepth = 3

func newDrift(levels []level, marks *landmarks) *drift {
	d := &drift{levels: levels, marks: marks, depth: min(driftDepth, len(levels)-1)}
	for k := range d.depth + 1 {
		d.moves = append(d.moves, newPoints(levels[k].net.n))
	}
	return d
}

// step does a piece of the work of moving all clusters once. It returns how many pairs it
// looked at, and whether there is more to do.
func (d *drift) step() (work int, again bool) {
	l, own := d.marks, d.moves[0]
	from, to, work, again := l.turn()
	for i := from; i < to; i++ {
		x, y := l.best(i)
		own.x[i], own.y[i] = x-l.at.x[i], y-l.at.y[i]
	}
	if again {
		return work, true
	}
	d.shift()
	return work + 2*l.net.n, false
}

// shift moves every cluster the mean way of its bodies.
func (d *drift) shift() {
	at, own := d.marks.at, d.moves[0]
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
