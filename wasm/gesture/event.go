// Package gesture turns pointer events into what the reader means by them: hover, tap,
// double tap, drag of a node, pan of the map, pinch. It is pure: the events carry their own
// time, and the caller says which node a pointer is on.
//
//	down on a node, past the slop   DragStart DragMove* (Drop | DragCancel)
//	down on the paper, if Event.Pan PanStart PanMove* PanEnd
//	down and up within the slop     Tap, or DoubleTap soon after a Tap at the same place
//	two fingers                     Pinch*; it ends a pan and cancels a drag
//	mouse or pen without a button   Hover* Leave
//
// Whatever the order of events: a drag and a pan are never open at once, each one that starts
// ends exactly once, and none is open when no pointer is down.
package gesture

import "actormap/wasm/geom"

// A Phase says what happened to a pointer. The names are those of the Pointer Events; Out
// is pointerleave.
type Phase uint8

// The phases.
const (
	Down Phase = iota
	Move
	Up
	Cancel
	Out
)

// A Kind is the kind of a pointer.
type Kind uint8

// The kinds of pointers.
const (
	Mouse Kind = iota
	Touch
	Pen
)

// Kinds lists the kinds of pointers.
func Kinds() [3]Kind { return [...]Kind{Mouse, Touch, Pen} }

// String returns the name that the Pointer Events give the kind (pointerType).
func (k Kind) String() string {
	switch k {
	case Touch:
		return "touch"
	case Pen:
		return "pen"
	}
	return "mouse"
}

// DragSlopPx returns how far a pointer may stray from where it went down and still mean a tap,
// in screen px: a mouse hardly moves, a finger rolls. The page is told, as NodeSlopPx and DoubleTapMS.
func (k Kind) DragSlopPx() float64 {
	switch k {
	case Touch:
		return 10
	case Pen:
		return 6
	}
	return 3
}

// NodeSlopPx returns how far beside the shape of a node a pointer may land and still mean the node,
// in screen px: a fingertip covers some 40 px, a mouse or the tip of a pen is exact.
func (k Kind) NodeSlopPx() float64 {
	if k == Touch {
		return 14
	}
	return 3
}

// LineSlopPx returns how far beside a line a pointer may land and still mean the line, in screen px.
func (k Kind) LineSlopPx() float64 {
	switch k {
	case Touch:
		return 18
	case Pen:
		return 9
	}
	return 6
}

// doubleTapReachPx is how far apart the two taps of a double tap may lie.
func (k Kind) doubleTapReachPx() float64 { return 2.5 * k.DragSlopPx() }

// DoubleTapMS is the longest time from the end of a tap to the start of the one that makes
// it a double tap.
const DoubleTapMS = 300

// primaryButton is the bit of Event.Buttons for the left button, or for the tip of a pen.
const primaryButton = 1

// An Event is one pointer event.
type Event struct {
	Phase       Phase
	Pointer     int      // the browser's pointerId
	At          geom.Vec // screen px; does not count for Cancel and Out
	Kind        Kind
	Buttons     int // bits as in the Pointer Events; a mouse or pen needs the primary one to press
	Ctrl, Shift bool
	Pan         bool    // a drag that begins on the paper may pan the map; read when the pointer goes down
	TimeMS      float64 // of the event, from any fixed start
	OnNode      int     // index of the node under the pointer, negative for none
}
