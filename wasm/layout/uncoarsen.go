package layout

// An uncoarsening refines a network from coarse to fine (Walshaw 2003, "A multilevel algorithm for
// force-directed graph drawing"; Hu 2005, "Efficient, high-quality force-directed graph drawing"):
// a few ticks of simulation on each level, then every node starts at its cluster.
type uncoarsening struct {
	levels    []level
	positions []points // of each level
	current   int      // level at work
	ticks     int      // on the finest level; coarser ones get half more
	ticksLeft int
	theta     float32
	sim       *simulation
	r         *random
}

// coarseTheta is the theta of all levels except the finest: the next level mends their errors.
const coarseTheta = 1.2

// uncoarsenTemperature is the temperature of a level's first tick; it falls to 0.
const uncoarsenTemperature = 0.3

// newUncoarsening begins from a drawing of the coarsest level, the last of the clouds.
func newUncoarsening(levels []level, positions []points, ticks int, theta float32, r *random) *uncoarsening {
	d := &uncoarsening{levels: levels, positions: positions, current: len(levels) - 1, ticks: ticks, theta: theta, r: r}
	d.begin()
	return d
}

// begin prepares the level at work.
func (d *uncoarsening) begin() {
	d.sim = newSimulation(d.levels[d.current].net, d.positions[d.current])
	d.sim.repel.theta = d.theta
	if d.current > 0 {
		d.sim.repel.theta = coarseTheta
	}
	d.ticksLeft = d.levelTicks()
}

// levelTicks returns the ticks of the level at work.
func (d *uncoarsening) levelTicks() int {
	if d.current > 0 {
		return d.ticks * 3 / 2
	}
	return d.ticks
}

// step does a slice of a tick, or goes on to the next finer level, and reports whether there is
// more to do.
func (d *uncoarsening) step() (work int, more bool) {
	if d.ticksLeft > 0 {
		work, more = d.sim.slice(uncoarsenTemperature * float32(d.ticksLeft) / float32(d.levelTicks()))
		if !more {
			d.ticksLeft--
		}
		return work, true
	}
	if d.current == 0 {
		return 0, false
	}
	d.current--
	d.levels[d.current].prolong(d.positions[d.current+1], d.positions[d.current], d.levels[d.current+1].net, d.r)
	d.begin()
	net := d.levels[d.current].net
	return treeCost*net.n + pairsPerEdge*len(net.to), true
}

// snapshot writes the present positions of the finest nodes: each within its cluster, at random.
func (d *uncoarsening) snapshot(out points) {
	coarse, net := d.positions[d.current], d.levels[d.current].net
	for i := range out.x {
		p := int32(i)
		for k := range d.current {
			p = d.levels[k].parent[p]
		}
		out.x[i], out.y[i] = coarse.x[p], coarse.y[p]
		if d.current > 0 {
			s := random{state: uint64(i)}
			room := float32(sqrt32(net.mass[p]) * 0.5)
			out.x[i] += float32(room * float32(s.float64()-0.5))
			out.y[i] += float32(room * float32(s.float64()-0.5))
		}
	}
}

// coarsenStage returns the stage that builds the levels of a connected network, from the finest on.
func coarsenStage(levels *[]level, net *network, smallest int) stage {
	return func() (work int, again bool) {
		if *levels == nil {
			*levels = []level{{net: net}}
		}
		finest := (*levels)[len(*levels)-1].net
		*levels, again = coarsen(*levels, smallest)
		return pairsPerMerge*finest.n + pairsPerEdge*len(finest.to), again
	}
}

// pairsPerMerge is the cost of matching a node, in node pairs.
const pairsPerMerge = 50
