package layout

// A cleanup moves a few nodes after a drag so that no edge runs over a node or a label: the
// obstructed nodes and the ends of the edges. It owns its scratch, so that a second run allocates
// nothing.
type cleanup struct {
	annealer *annealer
	remover  *overlapRemover
}

// Effort and range of a cleanup.
const (
	cleanupRounds       = 4    // at most: clearing one edge may put a node under another
	cleanupEvaluations  = 1000 // evaluations a round
	cleanupDisplacement = 0.08 // largest displacement a round, as a share of the frame's width
)

func newCleanup(pt *overlapRemover) *cleanup {
	st := newEnergy(pt.instance, pt.trial)
	st.anchor = &anchor{at: make(Placement, pt.instance.n), maxDisplacement: make([]float64, pt.instance.n)}
	return &cleanup{newAnnealer(st, &random{}), pt}
}

// run cleans up a placement without overlaps, and leaves it without overlaps.
func (td *cleanup) run(at Placement) {
	copy(td.annealer.energy.anchor.at, at)
	for i := range td.annealer.energy.anchor.maxDisplacement {
		td.annealer.energy.anchor.maxDisplacement[i] = 0
	}
	td.annealer.adopt(at)
	td.annealer.r.state = 1
	for round := 0; round < cleanupRounds && td.findObstructed(float64(cleanupDisplacement*td.annealer.instance.frame.W())*float64(round+1)); round++ {
		td.annealer.listFree()
		td.annealer.run(cleanupEvaluations, 0)
		copy(at, td.annealer.best)
		td.remover.run(at)
		td.annealer.adopt(at)
	}
}

// findObstructed lets the nodes move that an edge runs over, and the ends of these edges, and
// reports whether there are any.
func (td *cleanup) findObstructed(leash float64) (some bool) {
	for e := range td.annealer.energy.segments {
		l := &td.annealer.energy.segments[e]
		a, b := td.annealer.instance.edges[e].a, td.annealer.instance.edges[e].b
		for k, c := range td.annealer.energy.pos {
			cross := l.cross(c)
			if k == a || k == b || cross >= l.nearBound(&td.annealer.energy.extents[k]) || -cross >= l.nearBound(&td.annealer.energy.extents[k]) {
				continue
			}
			if toShape, toLabel := l.clearance(&td.annealer.instance.shapes[k], c, cross); toShape >= edgeClearance && toLabel >= 0 {
				continue
			}
			for _, i := range [3]int{k, a, b} {
				if !td.remover.fixed[i] {
					td.annealer.energy.anchor.maxDisplacement[i], some = leash, true
				}
			}
		}
	}
	return some
}
