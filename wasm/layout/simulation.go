package layout

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/force"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// A Simulation moves nodes by springs and repulsion alone, tick by tick, as d3-force does with its
// defaults: links of 30 px, charge -30, theta 0.9. Layouts of large maps are made of it; on its own
// it serves hosts that want a map in motion, and comparisons with other engines. It starts no
// goroutines and is not safe for use by several.
type Simulation struct{ sim *force.Simulation }

// pxPerStep is the length of a step of a Simulation.
const pxPerStep = 30.0

// NewSimulation begins at a placement of all nodes, px. Frame, sizes and pins make no difference.
func NewSimulation(p *Problem, at Placement) *Simulation {
	n := len(p.Nodes)
	c := netgraph.NewPoints(n)
	for i := range min(n, len(at)) {
		c.X[i], c.Y[i] = float32(instance.Finite(at[i].X, 0)/pxPerStep), float32(instance.Finite(at[i].Y, 0)/pxPerStep)
	}
	return &Simulation{force.NewSimulation(netgraph.New(n, p.Links), c)}
}

// Tick moves all nodes once; temperature, 0 to 1, scales the forces (alpha of d3-force).
func (t *Simulation) Tick(temperature float64) {
	if t.sim.Net.N > 0 {
		t.sim.Tick(float32(instance.Clamp(instance.Finite(temperature, 0), 0, 1)))
	}
}

// At returns the present positions, px.
func (t *Simulation) At() Placement {
	at := make(Placement, t.sim.Net.N)
	for i := range at {
		at[i] = geom.Vec{X: float64(t.sim.At.X[i]) * pxPerStep, Y: float64(t.sim.At.Y[i]) * pxPerStep}
	}
	return at
}
