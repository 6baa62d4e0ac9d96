package layout

import "actormap/wasm/geom"

// A Warm keeps a placement in order while a body is dragged.
type Warm struct {
	m    *model
	pos  Placement
	pt   *parting
	held int
}

// NewWarm starts from a placement of all bodies.
func NewWarm(p *Problem, at Placement) *Warm {
	m := newModel(p)
	return &Warm{m: m, pos: at.Clone(), pt: newParting(m), held: -1}
}

// Grab takes body i into the reader's hand.
func (w *Warm) Grab(i int) { w.held = i; w.pt.fixed[i] = true }

// MoveTo puts the held body at a point.
func (w *Warm) MoveTo(i int, to geom.Vec) { w.pos[i] = w.m.inside(i, to) }

// Release leaves body i where it is.
func (w *Warm) Release(i int) { w.held = -1 }

// Step moves the others and returns the largest displacement, px; exactly 0 at rest.
func (w *Warm) Step() float64 {
	before := w.pos.Clone()
	w.pt.run(w.pos)
	most := 0.0
	for i := range before {
		most = max(most, w.pos[i].Sub(before[i]).Len())
	}
	return most
}

// At returns the present placement; it is valid until the next Step.
func (w *Warm) At() Placement { return w.pos }
