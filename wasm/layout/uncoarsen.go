package layout

import (
	"actormap/wasm/layout/internal/force"
	"actormap/wasm/layout/internal/netgraph"
)

// An uncoarsening refines a network from coarse to fine (Walshaw 2003, "A multilevel algorithm for
// force-directed graph drawing"; Hu 2005, "Efficient, high-quality force-directed graph drawing"):
// a few ticks of simulation on each level, then every node starts at its cluster.
type uncoarsening struct {
	levels    []netgraph.Level
	positions []netgraph.Points // of each level
	current   int               // level at work
	ticks     int               // on the finest level; coarser ones get half more
	ticksLeft int
	theta     float32
	sim       *force.Simulation
	r         *netgraph.Random
}

// newUncoarsening begins from a drawing of the coarsest level, the last of the clouds.
func newUncoarsening(levels []netgraph.Level, positions []netgraph.Points, ticks int, theta float32, r *netgraph.Random) *uncoarsening {
	d := &uncoarsening{levels: levels, positions: positions, current: len(levels) - 1, ticks: ticks, theta: theta, r: r}
	d.begin()
	return d
}

// begin prepares the level at work.
func (d *uncoarsening) begin() {
	d.sim = force.NewSimulation(d.levels[d.current].Net, d.positions[d.current])
	d.sim.Repel.Theta = d.theta
	if d.current > 0 {
		d.sim.Repel.Theta = coarseTheta
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
		work, more = d.sim.Slice(uncoarsenTemperature * float32(d.ticksLeft) / float32(d.levelTicks()))
		if !more {
			d.ticksLeft--
		}
		return work, true
	}
	if d.current == 0 {
		return 0, false
	}
	d.current--
	d.levels[d.current].Prolong(d.positions[d.current+1], d.positions[d.current], d.levels[d.current+1].Net, d.r)
	d.begin()
	net := d.levels[d.current].Net
	return force.TreeCost*net.N + netgraph.PairsPerEdge*len(net.To), true
}

// snapshot writes the present positions of the finest nodes: each within its cluster, at random.
func (d *uncoarsening) snapshot(out netgraph.Points) {
	coarse, net := d.positions[d.current], d.levels[d.current].Net
	for i := range out.X {
		p := int32(i)
		for k := range d.current {
			p = d.levels[k].Parent[p]
		}
		out.X[i], out.Y[i] = coarse.X[p], coarse.Y[p]
		if d.current > 0 {
			s := netgraph.Random{State: uint64(i)}
			room := float32(netgraph.Sqrt32(net.Mass[p]) * 0.5)
			out.X[i] += float32(room * float32(s.Float64()-0.5))
			out.Y[i] += float32(room * float32(s.Float64()-0.5))
		}
	}
}

// coarsenStage returns the stage that builds the levels of a connected network, from the finest on.
func coarsenStage(levels *[]netgraph.Level, net *netgraph.Network, smallest int) stage {
	return func() (work int, again bool) {
		if *levels == nil {
			*levels = []netgraph.Level{{Net: net}}
		}
		finest := (*levels)[len(*levels)-1].Net
		*levels, again = netgraph.Coarsen(*levels, smallest)
		return pairsPerMerge*finest.N + netgraph.PairsPerEdge*len(finest.To), again
	}
}

// pairsPerMerge is the cost of matching a node, in node pairs.
const pairsPerMerge = 50
