package gesture

import (
	"math"

	"actormap/wasm/geom"
)

// A Recognizer follows the pointers of one map. The zero value is ready.
type Recognizer struct {
	mode     mode
	contacts []contact // pointers that are down, oldest first: one mouse or pen, or fingers only
	hover    struct {
		on      bool
		pointer int
	}
	tapped tapped
	event  Event    // the one being read
	out    []Action // what it means
}

// A mode says what the contacts are doing.
type mode uint8

const (
	idle     mode = iota // no contact
	pressed              // one, within its slop
	dragging             // one, that moves a node
	panning              // one, that moves the map
	pinching             // two or more
	spent                // one, which means nothing any more until it is lifted
)

// A contact is a pointer that is down.
type contact struct {
	pointer  int
	kind     Kind
	from, at geom.Vec // where it went down, where it is
	node     int      // under it when it went down, or -1
	pan, tap bool     // may pan; may still be a tap
	second   bool     // went down in time and place for a double tap
}

// tapped remembers the last Tap for the sake of the next.
type tapped struct {
	on     bool
	kind   Kind
	node   int
	at     geom.Vec
	timeMS float64
}

// farthestPx bounds coordinates, so that sums and quotients of hostile ones stay finite.
const farthestPx = 1e6

// narrowestPx is the least distance of two fingers that a Pinch reckons with: closer ones
// would turn a tremble into a leap.
const narrowestPx = 10

// Feed reads one event and returns what it means, often nothing. Events of a pointer that
// never went down are harmless, and so are coordinates that are not finite: the pointer is
// then taken to be where it was.
func (r *Recognizer) Feed(e Event) []Action {
	i := r.find(e.Pointer)
	if !finite(e.At) {
		if i < 0 && e.Phase != Out {
			return nil
		}
		e.At = r.lastAt(i)
	}
	e.At = geom.Vec{X: within(e.At.X), Y: within(e.At.Y)}
	e.OnNode = max(e.OnNode, -1)
	r.event, r.out = e, nil
	switch e.Phase {
	case Down:
		r.down(i)
	case Move:
		r.move(i)
	case Up:
		r.up(i)
	case Cancel:
		r.cancel(i)
	case Out:
		r.cancel(i)
		r.unhover(e.Pointer)
	}
	return r.out
}

// Cancel ends whatever is open, as for a press of Escape or a map that is put to rest. The
// pointers that are down mean nothing until they are lifted.
func (r *Recognizer) Cancel() []Action {
	r.out = nil
	if len(r.contacts) > 0 {
		r.event = Event{Kind: r.contacts[0].kind, At: r.contacts[0].at}
	}
	r.interrupt()
	r.contacts, r.mode = r.contacts[:0], idle
	r.unhover(r.hover.pointer)
	return r.out
}

// down starts to follow a pointer. A second press of the same one means that the end of the
// first got lost. A finger beside a pen is the palm of the hand and is left out.
func (r *Recognizer) down(i int) {
	r.cancel(i)
	e := r.event
	if e.Kind != Touch && e.Buttons&primaryButton == 0 {
		return
	}
	if len(r.contacts) > 0 && (e.Kind != Touch || r.contacts[0].kind != Touch) {
		return
	}
	r.contacts = append(r.contacts, contact{
		pointer: e.Pointer, kind: e.Kind, from: e.At, at: e.At, node: e.OnNode,
		pan: e.Pan, tap: true, second: r.tapped.before(e),
	})
	if len(r.contacts) == 1 {
		r.mode = pressed
		return
	}
	r.interrupt()
	r.mode = pinching
}

// move follows a contact, or hovers. A mouse or pen that comes back without its button was
// lifted out of our sight: the gesture ends where it was last seen.
func (r *Recognizer) move(i int) {
	e := r.event
	switch {
	case i < 0:
		r.hoverAt()
	case e.Kind != Touch && e.Buttons&primaryButton == 0:
		r.contacts[i].tap = false
		r.finish(i)
		r.hoverAt()
	default:
		r.follow(i, e.At)
	}
}

// up goes to where the pointer is lifted, because the moves before may have been left out,
// and ends there.
func (r *Recognizer) up(i int) {
	if i < 0 {
		return
	}
	r.follow(i, r.event.At)
	r.finish(i)
}

// follow moves contact i to a point and says what that does.
func (r *Recognizer) follow(i int, to geom.Vec) {
	c := &r.contacts[i]
	delta := to.Sub(c.at)
	if delta == (geom.Vec{}) {
		return
	}
	if r.mode == pinching {
		r.pinch(i, to)
		return
	}
	c.at = to
	switch r.mode {
	case pressed:
		if to.Sub(c.from).Len() > c.kind.DragSlopPx() {
			r.begin(c)
		}
	case dragging:
		r.emit(Action{Kind: DragMove, At: to, Delta: delta, Node: c.node})
	case panning:
		r.emit(Action{Kind: PanMove, At: to, Delta: delta, Node: -1})
	}
}

// begin turns a press that has left its slop into a drag or a pan. The first move makes up
// for the slop, so that the node stays under the pointer.
func (r *Recognizer) begin(c *contact) {
	c.tap, r.tapped.on = false, false
	delta := c.at.Sub(c.from)
	switch {
	case c.node >= 0:
		r.mode = dragging
		r.emit(Action{Kind: DragStart, At: c.from, Node: c.node})
		r.emit(Action{Kind: DragMove, At: c.at, Delta: delta, Node: c.node})
	case c.pan:
		r.mode = panning
		r.emit(Action{Kind: PanStart, At: c.from, Node: -1})
		r.emit(Action{Kind: PanMove, At: c.at, Delta: delta, Node: -1})
	default:
		r.mode = spent
	}
}

// pinch moves contact i; the two oldest contacts are the ones that count.
func (r *Recognizer) pinch(i int, to geom.Vec) {
	middle, spread := r.span()
	r.contacts[i].at = to
	nextMiddle, nextSpread := r.span()
	if i < 2 {
		r.emit(Action{Kind: Pinch, At: nextMiddle, Delta: nextMiddle.Sub(middle), Factor: nextSpread / spread, Node: -1})
	}
}

// span returns the middle and the distance of the two oldest contacts.
func (r *Recognizer) span() (middle geom.Vec, spreadPx float64) {
	a, b := r.contacts[0].at, r.contacts[1].at
	return a.Lerp(b, 0.5), max(b.Sub(a).Len(), narrowestPx)
}

// finish ends contact i as the reader meant it.
func (r *Recognizer) finish(i int) {
	c := r.contacts[i]
	switch r.mode {
	case pressed:
		if c.tap {
			r.tap(c)
		}
	case dragging:
		r.emit(Action{Kind: Drop, At: c.at, Node: c.node})
	case panning:
		r.emit(Action{Kind: PanEnd, At: c.at, Node: -1})
	}
	r.forget(i)
}

// cancel ends contact i as the browser wants it; a negative i is no contact.
func (r *Recognizer) cancel(i int) {
	if i < 0 {
		return
	}
	r.interrupt()
	r.forget(i)
}

// interrupt ends an open drag or pan for the sake of something else, and with it the hope
// of a tap.
func (r *Recognizer) interrupt() {
	switch r.mode {
	case dragging:
		r.emit(Action{Kind: DragCancel, At: r.contacts[0].at, Node: r.contacts[0].node})
	case panning:
		r.emit(Action{Kind: PanEnd, At: r.contacts[0].at, Node: -1})
	}
	r.tapped.on = false
	for i := range r.contacts {
		r.contacts[i].tap = false
	}
}

// forget drops contact i. The finger that is left after a pinch may go on to pan, from where
// it is, but never grabs the node that it happens to lie on.
func (r *Recognizer) forget(i int) {
	r.contacts = append(r.contacts[:i], r.contacts[i+1:]...)
	switch {
	case len(r.contacts) == 0:
		r.mode = idle
	case len(r.contacts) == 1 && r.mode == pinching:
		c := &r.contacts[0]
		c.from, c.node, r.mode = c.at, -1, pressed
	}
}

// tap emits a Tap, or a DoubleTap if c makes one with the Tap before.
func (r *Recognizer) tap(c contact) {
	kind := Tap
	if c.second {
		kind = DoubleTap
	}
	r.tapped = tapped{on: kind == Tap, kind: c.kind, node: c.node, at: c.from, timeMS: r.event.TimeMS}
	r.emit(Action{Kind: kind, At: c.from, Node: c.node})
}

// before reports whether t and a tap that starts with e make a double tap.
func (t tapped) before(e Event) bool {
	waitMS := e.TimeMS - t.timeMS
	return t.on && waitMS >= 0 && waitMS <= DoubleTapMS && e.Kind == t.kind && e.OnNode == t.node &&
		e.At.Sub(t.at).Len() <= t.kind.doubleTapReachPx()
}

// hoverAt says where a pointer without a pressed button is. Fingers do not hover, and while
// something is held nothing else does.
func (r *Recognizer) hoverAt() {
	e := r.event
	if e.Kind == Touch || e.Buttons != 0 || len(r.contacts) > 0 {
		return
	}
	r.hover.on, r.hover.pointer = true, e.Pointer
	r.emit(Action{Kind: Hover, At: e.At, Node: e.OnNode})
}

func (r *Recognizer) unhover(pointer int) {
	if r.hover.on && r.hover.pointer == pointer {
		r.hover.on = false
		r.emit(Action{Kind: Leave, At: r.event.At, Node: -1})
	}
}

// emit adds an action, with what the event says of the pointer and of the keys held.
func (r *Recognizer) emit(a Action) {
	a.Pointer, a.Ctrl, a.Shift = r.event.Kind, r.event.Ctrl, r.event.Shift
	r.out = append(r.out, a)
}

// find returns the index of the contact of a pointer, or -1.
func (r *Recognizer) find(pointer int) int {
	for i := range r.contacts {
		if r.contacts[i].pointer == pointer {
			return i
		}
	}
	return -1
}

// lastAt returns where contact i is; the origin for a negative i.
func (r *Recognizer) lastAt(i int) geom.Vec {
	if i < 0 {
		return geom.Vec{}
	}
	return r.contacts[i].at
}

func within(x float64) float64 { return min(max(x, -farthestPx), farthestPx) }

func finite(v geom.Vec) bool {
	return !math.IsNaN(v.X) && !math.IsInf(v.X, 0) && !math.IsNaN(v.Y) && !math.IsInf(v.Y, 0)
}
