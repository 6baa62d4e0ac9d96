package layout

import "actormap/wasm/geom"

// A Warm keeps a placement in order while a body is dragged: the others make room for it,
// what is tied to it follows a little, and the rest stays where the reader remembers it.
//
// It works in two phases. First every step draws each body towards the place where its
// distances to all others are as they were, its own old place among them, and pushes apart
// what is too close; the pull cools from step to step. Then, cold, it computes once where all
// have to go to be clear of each other and lets them glide there. So it always comes to rest,
// within maxSteps steps of the last command, and at rest no two bodies are too close but
// pinned ones, as far as the frame has room. Among more than MaxWarm bodies only the held one
// moves.
type Warm struct {
	*instance
	pos    Placement
	anchor Placement // where each body was when the drag began
	goal   Placement // where the glide goes
	part   *overlapRemover
	crowd  *gridRemover // the same parting, of more bodies than a story has; else nil
	tidy   *cleanup     // nil: among so many bodies none
	untidy bool         // what is in the way of lines is still to be moved aside
	held   int          // -1: none
	phase  phase
	aimed  bool      // goal is that of the glide
	heat   float64   // share of the way to its best place that a body goes in one step
	near   []float64 // pull of the held body on each
	calm   []float64 // pull of its old place on each
}

// MaxWarm is up to how many bodies others move out of the way of a held one.
const MaxWarm = 800

// A phase is what a Warm is about to do.
type phase uint8

const (
	resting phase = iota
	pulling
	gliding
)

// Steps of a Warm.
const (
	warmHeat  = 0.35 // at the last movement of the hand
	warmDecay = 0.93
	warmCold  = 0.01 // below it bodies no longer follow
	maxStride = 28.0 // px that a body moves in one step
)

// NewWarm starts from a placement of all bodies; those without a place start in the middle.
// The pinned are put where they are pinned, the others into the frame.
func NewWarm(p *Problem, at Placement) *Warm {
	if len(p.Bodies) > MaxWarm {
		return newWarm(newUnlinked(p), at)
	}
	return newWarm(newInstance(p), at)
}

// Anew starts from a placement of other bodies, as many, in the same frame and with the same links,
// as NewWarm does, but knows the ways already.
func (w *Warm) Anew(p *Problem, at Placement) *Warm { return newWarm(w.instance.withNodes(p), at) }

func newWarm(m *instance, at Placement) *Warm {
	w := &Warm{instance: m, pos: make(Placement, m.n), anchor: make(Placement, m.n), goal: make(Placement, m.n),
		near: make([]float64, m.n), calm: make([]float64, m.n), part: newOverlapRemover(m), held: -1}
	for i := range w.pos {
		w.pos[i] = m.frame.Centre()
		if i < len(at) {
			w.pos[i] = geom.Vec{X: finite(at[i].X, w.pos[i].X), Y: finite(at[i].Y, w.pos[i].Y)}
		}
		if m.pinned[i] {
			w.pos[i] = m.pinAt[i]
		} else {
			w.pos[i] = m.inside(i, w.pos[i])
		}
	}
	for i := range w.calm {
		w.calm[i] = mostAnchor
	}
	if m.n > 0 && m.n <= maxStory {
		w.tidy = newCleanup(w.part)
	} else if !m.sparseOnly {
		w.crowd = newGridRemover(w.part)
	}
	w.remember()
	w.wake(0)
	return w
}

// Grab takes body i into the hand, be it pinned or not. Another body held is released.
func (w *Warm) Grab(i int) {
	if i < 0 || i >= w.n {
		return
	}
	if w.held >= 0 {
		w.Release(w.held)
	}
	w.held = i
	w.part.fixed[i] = true
	w.remember()
	w.closeTo(i)
}

// MoveTo puts body i, which the hand holds, to a point, or as near to it as the frame
// allows. Any other body is ignored.
func (w *Warm) MoveTo(i int, to geom.Vec) {
	if i != w.held || i < 0 {
		return
	}
	w.pos[i] = w.inside(i, geom.Vec{X: finite(to.X, w.pos[i].X), Y: finite(to.Y, w.pos[i].Y)})
	w.wake(warmHeat)
}

// Release leaves body i where it is: from now on it stays there as if pinned.
func (w *Warm) Release(i int) {
	if i != w.held || i < 0 {
		return
	}
	w.held = -1
	w.wake(warmCold)
}

// Pin fixes body i where it is, or sets it free.
func (w *Warm) Pin(i int, pinned bool) {
	if i < 0 || i >= w.n {
		return
	}
	w.part.fixed[i] = pinned || i == w.held
	w.wake(warmCold)
}

// Tidy moves aside, once all has come to rest, what lines run over, as far as there is room:
// so that a drag leaves none under a body. Among more than maxStory bodies it does nothing.
func (w *Warm) Tidy() {
	w.untidy = w.tidy != nil
	w.wake(warmCold)
}

// At returns the present placement. It is the Warm's own and changes with the next Step.
func (w *Warm) At() Placement { return w.pos }

// wake begins the first phase with at least the given heat, or the second without any. Of very
// many bodies only the held one moves.
func (w *Warm) wake(heat float64) {
	if w.sparseOnly {
		return
	}
	w.heat = max(w.heat, heat)
	w.phase, w.aimed = pulling, false
	if w.heat == 0 {
		w.phase = gliding
	}
}

// remember takes the present placement as the one to keep.
func (w *Warm) remember() {
	copy(w.anchor, w.pos)
}
