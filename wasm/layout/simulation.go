package layout

import "actormap/wasm/geom"

// A Simulation moves nodes by springs and repulsion alone, tick by tick, as d3-force does with its
// defaults: links of 30 px, charge -30, theta 0.9. Layouts of large maps are made of it; on its own
// it serves hosts that want a map in motion, and comparisons with other engines. It starts no
// goroutines and is not safe for use by several.
type Simulation struct{ sim *simulation }

// pxPerStep is the length of a step of a Simulation.
const pxPerStep = 30.0

// NewSimulation begins at a placement of all nodes, px. Frame, sizes and pins make no difference.
func NewSimulation(p *Problem, at Placement) *Simulation {
	n := len(p.Nodes)
	c := newPoints(n)
	for i := range min(n, len(at)) {
		c.x[i], c.y[i] = float32(finite(at[i].X, 0)/pxPerStep), float32(finite(at[i].Y, 0)/pxPerStep)
	}
	return &Simulation{newSimulation(newNetwork(n, p.Links), c)}
}

// Tick moves all nodes once; temperature, 0 to 1, scales the forces (alpha of d3-force).
func (t *Simulation) Tick(temperature float64) {
	if t.sim.net.n > 0 {
		t.sim.tick(float32(clamp(finite(temperature, 0), 0, 1)))
	}
}

// At returns the present positions, px.
func (t *Simulation) At() Placement {
	at := make(Placement, t.sim.net.n)
	for i := range at {
		at[i] = geom.Vec{X: float64(t.sim.at.x[i]) * pxPerStep, Y: float64(t.sim.at.y[i]) * pxPerStep}
	}
	return at
}
