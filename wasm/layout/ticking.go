package layout

import "actormap/wasm/geom"

// A Ticking moves bodies by springs and repulsion alone, tick by tick, as d3-force does with its
// defaults: links of 30 px, charge -30, theta 0.9. It is what layouts of large maps are made of,
// on its own for hosts that want a map in motion, and to be timed against others.
type Ticking struct{ relax *simulation }

// stepPx is the length of a step where a Ticking is measured in px.
const stepPx = 30.0

// NewTicking begins at a placement of all bodies, px. Frame, sizes and pins make no difference.
func NewTicking(p *Problem, at Placement) *Ticking {
	n := len(p.Bodies)
	c := newPoints(n)
	for i := range min(n, len(at)) {
		c.x[i], c.y[i] = float32(finite(at[i].X, 0)/stepPx), float32(finite(at[i].Y, 0)/stepPx)
	}
	return &Ticking{newSimulation(newNetwork(n, p.Links), c)}
}

// Tick moves all bodies once; heat, 0 to 1, is what forces are multiplied by.
func (t *Ticking) Tick(heat float64) {
	if t.relax.net.n > 0 {
		t.relax.tick(float32(clamp(finite(heat, 0), 0, 1)))
	}
}

// At returns the present places, px.
func (t *Ticking) At() Placement {
	at := make(Placement, t.relax.net.n)
	for i := range at {
		at[i] = geom.Vec{X: float64(t.relax.at.x[i]) * stepPx, Y: float64(t.relax.at.y[i]) * stepPx}
	}
	return at
}
