package gesture

import (
	"strconv"

	"actormap/wasm/geom"
)

// An ActionKind says what the reader does.
type ActionKind uint8

// The actions, and which fields of an Action count beside Pointer, Ctrl and Shift. Node is
// -1 where there is none.
const (
	Hover      ActionKind = iota // At, Node: sent for every move
	Leave                        // the pointer that hovered is gone
	Tap                          // At and Node as they were when the pointer went down
	DoubleTap                    // the same; it takes the place of the second Tap
	DragStart                    // At: where the pointer went down; Node
	DragMove                     // At, Delta since the action before, Node
	Drop                         // At, Node: the drag stands
	DragCancel                   // Node: the drag is to be undone
	PanStart                     // At: where the pointer went down
	PanMove                      // At, Delta since the action before
	PanEnd                       // At
	Pinch                        // pan by Delta first, then zoom by Factor at At
)

// String returns the name of the constant.
func (k ActionKind) String() string {
	names := [...]string{"Hover", "Leave", "Tap", "DoubleTap", "DragStart", "DragMove", "Drop",
		"DragCancel", "PanStart", "PanMove", "PanEnd", "Pinch"}
	if int(k) < len(names) {
		return names[k]
	}
	return "ActionKind(" + strconv.Itoa(int(k)) + ")"
}

// An Action is one step of a gesture. Coordinates are finite screen px.
type Action struct {
	Kind        ActionKind
	Pointer     Kind
	At, Delta   geom.Vec
	Factor      float64 // of a Pinch, positive; else 0
	Node        int     // index, or -1
	Ctrl, Shift bool    // held down at that moment
}
