package scene

import (
	"actormap/wasm/camera"
	"actormap/wasm/geom"
	"actormap/wasm/query"
)

// An Event tells the page what has happened. The types below are all there are.
type Event interface{ event() }

// Ready lists what the map shows; it comes first.
type Ready struct{ Scene *Scene }

// Places tells where every node is on the screen, in node order: the middle and the half
// extents of its shape, px, and of its name where that stands beside the shape and is shown;
// the zero Extent where it is not.
type Places struct{ Nodes, Names []Extent }

// An Extent is the box of a shape.
type Extent struct{ X, Y, HalfW, HalfH float64 }

// Hovered says what the pointer is on, and where a tooltip points. Nothing: it has left.
type Hovered struct {
	Target Ref
	At     geom.Vec
}

// Focused says what the keyboard is on.
type Focused struct {
	Target                  Ref
	At                      geom.Vec // anchor of a tooltip
	Box                     Extent   // of a node's shape
	Position, Count, Degree int      // Position from 1 among Count nodes
	Pinned                  bool
}

// Selected says what is selected, for the panel.
type Selected struct{ Target Ref }

// Changed carries the whole state that a new instance would need to look the same.
type Changed struct{ State State }

// Remembered says how undo and redo stand, for an instance that shall go on where this one ends.
type Remembered struct {
	Past, Next int    // steps that can be taken back, and taken again
	Newest     *State // the step that has just come on top of one of the two; nil: none has
	Undone     bool   // Newest is on top of Next, not of Past
}

// Cursor asks for a mouse cursor, by its CSS name.
type Cursor struct{ Name string }

// Settled says that everything has come to rest.
type Settled struct{}

// A State is what undo, links and a restart are made of. Places are fractions of the frame.
type State struct {
	Camera   camera.Camera
	Pinned   []Placed // nodes that the reader has put somewhere
	Places   []Placed // the other nodes that do not lie where they were laid out
	Selected Ref
	Focus    Ref
	Query    query.Query
	Behind   []Placed // where nodes go back to when Query.Around ends, if they lie elsewhere now
	Trail    Trail
	CanUndo  bool
	CanRedo  bool
}

// Placed is a node at a place, as fractions of the frame.
type Placed struct {
	Node string
	X, Y float64
}

// A Ref names a target by dataset id; both empty: nothing.
type Ref struct{ Node, Line string }

func (Ready) event()      {}
func (Places) event()     {}
func (Hovered) event()    {}
func (Focused) event()    {}
func (Selected) event()   {}
func (Changed) event()    {}
func (Remembered) event() {}
func (Cursor) event()     {}
func (Settled) event()    {}

// outbox collects events. Those that describe a state are flags, so that many changes
// between two frames make one event.
type outbox struct {
	queue   []Event
	places  bool
	state   bool
	settled bool
	cursor  string
}

// Events returns what has happened since the last call. The places of a large map are many:
// they are told when its picture has come to rest.
func (s *Scene) Events() []Event {
	o := &s.outbox
	out := s.Happened()
	later := o.places && s.crowd != nil && (s.panning || s.inMotion() || s.crowd.fading)
	if o.places && !later {
		out = append(out, s.Places())
	}
	if o.state {
		out = append(out, Changed{s.State()})
	}
	if o.settled {
		out = append(out, Settled{})
	}
	o.places, o.state, o.settled = later, false, false
	return out
}

// Happened returns those events of Events that tell what has happened, in their order, and leaves
// those that tell how things are now for the next call of Events.
func (s *Scene) Happened() []Event {
	out := s.outbox.queue
	s.outbox.queue = nil
	return out
}

func (s *Scene) emit(e Event) { s.outbox.queue = append(s.outbox.queue, e) }

// Places returns where every node is on the screen.
func (s *Scene) Places() Places {
	s.locate()
	n := len(s.drawn.at)
	p := Places{Nodes: make([]Extent, n), Names: make([]Extent, n)}
	for i, at := range s.drawn.at {
		w, h := s.extent(i)
		p.Nodes[i] = Extent{at.X, at.Y, w, h}
	}
	for k, i := range s.drawn.named {
		if box, ok := s.slotBox(k); ok {
			p.Names[i] = extentOf(box)
		}
	}
	for _, sp := range s.drawn.spares {
		p.Names[sp.node] = extentOf(sp.box)
	}
	return p
}

func extentOf(box geom.Rect) Extent {
	return Extent{box.Centre().X, box.Centre().Y, box.W() / 2, box.H() / 2}
}

// State returns the present state.
func (s *Scene) State() State {
	st := State{Camera: s.camera, Selected: s.ref(s.selected), Focus: s.ref(s.focus),
		CanUndo: len(s.past) > 0, CanRedo: len(s.next) > 0}
	st.Query, st.Trail, st.Behind = s.query.Clone(), s.trail, s.placesBehind(s.behind, s.at)
	st.Pinned, st.Places = s.placed(s.at, s.isPinned)
	return st
}

// placed lists where the nodes lie that are not at home, as a State does.
func (s *Scene) placed(where []geom.Vec, isPinned func(i int) bool) (pinned, places []Placed) {
	for i, at := range where {
		p := Placed{s.graph.Nodes[i].ID, at.X / s.size.W, at.Y / s.size.H}
		if isPinned(i) {
			pinned = append(pinned, p)
		} else if at != s.home.At[i] {
			places = append(places, p)
		}
	}
	return pinned, places
}

// placesBehind lists the nodes that steps around a node have moved, where they were before.
func (s *Scene) placesBehind(behind, where []geom.Vec) (out []Placed) {
	for i, at := range behind {
		if at != where[i] {
			out = append(out, Placed{s.graph.Nodes[i].ID, at.X / s.size.W, at.Y / s.size.H})
		}
	}
	return out
}

// isPinned reports whether the reader, not the dataset, pinned node i.
func (s *Scene) isPinned(i int) bool {
	return (s.pinned[i] && s.graph.Nodes[i].Place == nil) || s.drag.node == i
}

func (s *Scene) ref(t Target) Ref {
	switch t.Kind {
	case Node:
		return Ref{Node: s.graph.Nodes[t.Index].ID}
	case Line:
		return Ref{Line: s.graph.Edges[t.Index].ID}
	}
	return Ref{}
}

// setCursor asks for a cursor when it is another one.
func (s *Scene) setCursor(name string) {
	if s.outbox.cursor != name {
		s.outbox.cursor = name
		s.emit(Cursor{name})
	}
}
