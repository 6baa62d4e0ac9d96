package scene

import (
	"actormap/wasm/camera"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/query"
)

// An Event tells the page what has happened. The types below are all there are.
type Event interface{ event() }

// Ready lists what the map shows; it comes first. Nodes and edges are those of the graph, which does not change.
type Ready struct {
	Size    Size
	MaxZoom float64
	Nodes   []graph.Node
	Edges   []graph.Edge
}

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
	Camera         camera.Camera
	Pinned         []Placed // nodes that the reader has put somewhere
	Places         []Placed // the other nodes that do not lie where they were laid out
	Selected       Ref
	Focus          Ref
	Query          query.Query
	SavedPositions []Placed // where nodes go back to when Query.Around ends, if they lie elsewhere now
	Comparison     Comparison
	CanUndo        bool
	CanRedo        bool
}

// Placed is a node at a place, as fractions of the frame.
type Placed struct {
	Node string
	X, Y float64
}

// A Ref names a target by dataset id; both empty: nothing.
type Ref struct{ Node, Edge string }

func (Ready) event()      {}
func (Places) event()     {}
func (Hovered) event()    {}
func (Focused) event()    {}
func (Selected) event()   {}
func (Changed) event()    {}
func (Remembered) event() {}
func (Cursor) event()     {}
func (Settled) event()    {}

// pendingEvents collects events. Those that describe a state are flags, so that many changes
// between two frames make one event.
type pendingEvents struct {
	queue   []Event
	places  bool
	state   bool
	settled bool
	cursor  string
}

// Events returns what has happened since the last call. The places of a large map are many:
// they are told when its picture has come to rest.
func (s *Scene) Events() []Event {
	o := &s.events
	out := s.TakeOneOff()
	later := o.places && s.large != nil && (s.panning || s.inMotion() || s.large.fading)
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

// TakeOneOff returns the pending one-off events, in their order; state snapshots stay pending until Events.
func (s *Scene) TakeOneOff() []Event {
	out := s.events.queue
	s.events.queue = nil
	return out
}

func (s *Scene) emit(e Event) { s.events.queue = append(s.events.queue, e) }

// Ready returns what the map shows.
func (s *Scene) Ready() Ready {
	return Ready{Size: s.size, MaxZoom: s.MaxZoom(), Nodes: s.graph.Nodes, Edges: s.graph.Edges}
}

// Places returns where every node is on the screen.
func (s *Scene) Places() Places {
	s.ensureGeometry()
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
	for _, sp := range s.drawn.leftovers {
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
	st.Query, st.Comparison, st.SavedPositions = s.query.Clone(), s.comparison, s.savedPlaces(s.savedPositions, s.at)
	st.Pinned, st.Places = s.movedNodes(s.at, s.isPinned)
	return st
}

// movedNodes lists the nodes that do not lie where they were laid out, as a State does.
func (s *Scene) movedNodes(where []geom.Vec, isPinned func(i int) bool) (pinned, places []Placed) {
	for i, at := range where {
		p := Placed{s.graph.Nodes[i].ID, at.X / s.size.W, at.Y / s.size.H}
		if isPinned(i) {
			pinned = append(pinned, p)
		} else if at != s.initial.At[i] {
			places = append(places, p)
		}
	}
	return pinned, places
}

// savedPlaces lists the nodes that steps around a node have moved, where they were before.
func (s *Scene) savedPlaces(behind, where []geom.Vec) (out []Placed) {
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
	case Edge:
		return Ref{Edge: s.graph.Edges[t.Index].ID}
	}
	return Ref{}
}

// setCursor asks for a cursor when it is another one.
func (s *Scene) setCursor(name string) {
	if s.events.cursor != name {
		s.events.cursor = name
		s.emit(Cursor{name})
	}
}
