package layout

// A tidying moves a few bodies, after others were moved by hand, so that no line runs under them
// or over a name: those that are in the way, and the ends of the lines. It owns its scratch, so
// that tidying again allocates nothing.
type tidying struct {
	*search
	pt *parting
}

// Effort and reach of a tidying.
const (
	tidyRounds = 4    // at most: making way for one line may bring a body under another
	tidyBudget = 1000 // evaluations a round
	tidyShare  = 0.08 // of the frame's width that a body may be moved for each round
)

func newTidying(pt *parting) *tidying {
	st := newState(pt.instance, pt.trial)
	st.tether = &tether{at: make(Placement, pt.n), leash: make([]float64, pt.n)}
	return &tidying{newSearch(st, &random{}), pt}
}

// run tidies a placement without overlaps, and leaves it so.
func (td *tidying) run(at Placement) {
	copy(td.tether.at, at)
	for i := range td.tether.leash {
		td.tether.leash[i] = 0
	}
	td.settle(at)
	td.r.state = 1
	for round := 0; round < tidyRounds && td.findBothered(float64(tidyShare*td.frame.W())*float64(round+1)); round++ {
		td.release()
		td.search.run(tidyBudget, 0)
		copy(at, td.best)
		td.pt.run(at)
		td.settle(at)
	}
}

// findBothered gives those bodies a leash that a line runs over, and the ends of these lines, and
// reports whether there are any.
func (td *tidying) findBothered(leash float64) (some bool) {
	for e := range td.lines {
		l := &td.lines[e]
		a, b := td.edges[e].a, td.edges[e].b
		for k, c := range td.pos {
			cross := l.cross(c)
			if k == a || k == b || cross >= l.near(&td.spans[k]) || -cross >= l.near(&td.spans[k]) {
				continue
			}
			if toShape, toLabel := l.clearance(&td.shapes[k], c, cross); toShape >= lineClear && toLabel >= 0 {
				continue
			}
			for _, i := range [3]int{k, a, b} {
				if !td.pt.fixed[i] {
					td.tether.leash[i], some = leash, true
				}
			}
		}
	}
	return some
}
