package scene

import (
	"fmt"
	"math"
	"slices"

	"actormap/wasm/camera"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/gesture"
	"actormap/wasm/query"
)

// A Command changes a scene. The types below are all there are; each may be undone, sent
// as a message, and replayed.
type Command interface{ apply(*Scene) error }

// The commands. Points are screen px unless the field says otherwise.
type (
	// Resize lays the map out for another frame; what the reader pinned keeps its fraction.
	Resize struct{ Size Size }
	// SetTheme changes the palette.
	SetTheme struct{ Theme display.Theme }
	// SetMotion turns transitions off (reduced) or on.
	SetMotion struct{ Reduced bool }
	// Pointer feeds one pointer event; the scene finds out what it is on.
	Pointer struct{ Event gesture.Event }
	// Wheel zooms at a point: DY px of wheel travel, negative zooms in.
	Wheel struct {
		At geom.Vec
		DY float64
	}
	// Hover highlights a target; the zero Ref lets go.
	Hover struct{ Target Ref }
	// Focus puts the keyboard's mark on a target; the zero Ref takes it away.
	Focus struct{ Target Ref }
	// Select selects a target for the panel; the zero Ref selects nothing.
	Select struct{ Target Ref }
	// Move shifts a node by px and pins it: dragging without a pointer.
	Move struct {
		Node string
		By   geom.Vec
	}
	// Place puts a node at fractions of the frame and pins it.
	Place struct {
		Node string
		X, Y float64
	}
	// Pin holds a node where it is.
	Pin struct{ Node string }
	// Unpin lets a node go.
	Unpin struct{ Node string }
	// UnpinAll lets every node go that the reader pinned.
	UnpinAll struct{}
	// Zoom multiplies the zoom, keeping the world under At where it is.
	Zoom struct {
		Factor float64
		At     *geom.Vec // nil: the middle of the frame
	}
	// Pan moves the picture.
	Pan struct{ By geom.Vec }
	// Fit shows the whole map.
	Fit struct{}
	// Undo takes the last change of the map back.
	Undo struct{}
	// Redo takes the last Undo back.
	Redo struct{}
	// Reset goes back to the first layout and the whole map; it can be undone.
	Reset struct{}
	// Restore brings a state back at once, without a transition. What the state leaves out is as
	// the map was laid out: the zero State is the whole map.
	Restore struct{ State State }
	// RestoreHistory takes over what another instance remembered for undo and redo, the newest last.
	RestoreHistory struct{ Past, Next []State }
	// Walk moves the keyboard's mark.
	Walk struct{ To Direction }
)

// An Error is a command that could not be carried out; the scene is as before.
type Error struct {
	Name    string // UnknownNode, UnknownLine, UnknownDirection or BadNumber
	Message string
}

// Error returns the message with its name.
func (e *Error) Error() string { return "scene: " + e.Name + ": " + e.Message }

// Apply carries out a command. An error is always an *Error, and then nothing has changed.
func (s *Scene) Apply(c Command) error { return c.apply(s) }

func (s *Scene) node(id string) (int, error) {
	i := s.graph.NodeByID(id)
	if i < 0 {
		return i, &Error{"UnknownNode", fmt.Sprintf("no actor or issue has the id %q", id)}
	}
	return i, nil
}

func (s *Scene) target(r Ref) (Target, error) {
	if r.Edge != "" {
		e := s.graph.EdgeByID(r.Edge)
		if e < 0 {
			return Target{}, &Error{"UnknownLine", fmt.Sprintf("no relation has the id %q", r.Edge)}
		}
		return Target{Edge, e}, nil
	}
	if r.Node == "" {
		return Target{}, nil
	}
	i, err := s.node(r.Node)
	return Target{Node, i}, err
}

// finite refuses what is not a number, and lengths that no screen has.
func finite(vs ...float64) error {
	for _, v := range vs {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return &Error{"BadNumber", fmt.Sprintf("%v is not a usable number", v)}
		}
	}
	return nil
}

// Frames smaller or larger than these are refused: nothing could be read, or drawn.
const minFrame, maxFrame = 120.0, 8192.0

// CheckSize refuses a frame that cannot be drawn.
func CheckSize(size Size) error {
	w, h := size.W, size.H
	if !(w >= minFrame && h >= minFrame && w <= maxFrame && h <= maxFrame) {
		return &Error{"BadNumber", fmt.Sprintf("a frame of %v x %v px is not between %v and %v", w, h, minFrame, maxFrame)}
	}
	return nil
}

func (c Resize) apply(s *Scene) error {
	if err := CheckSize(c.Size); err != nil {
		return err
	}
	if c.Size == s.size {
		return nil
	}
	s.layOutFor(c.Size)
	return nil
}

// UseLayout replaces the layout by a ready-made one of another frame and keeps what the reader has pinned.
func (s *Scene) UseLayout(l Layout) {
	s.cancelGestures()
	fresh := s.newFrame(l.Size)
	copy(fresh.at, l.At)
	copy(fresh.slots, l.Slots)
	fresh.settleIn()
	s.takeOver(fresh, s.State())
}

// newFrame returns a scene of the same map in another frame, without places.
func (s *Scene) newFrame(size Size) *Scene {
	var full []nodeBox
	if size == s.size {
		full = s.fullSize
	}
	r := newUnplaced(s.graph, size, full)
	r.laneOffsets, r.edgeLabels = s.laneOffsets, s.edgeLabels
	return r
}

// takeOver replaces frame and layout by those of a scene of newFrame that has its places, and brings the
// reader's own places back.
func (s *Scene) takeOver(fresh *Scene, old State) {
	s.frame, s.motion, s.arrangement = fresh.frame, atRest(), arrangement{}
	s.camera = camera.Camera{Zoom: 1}
	s.emitHistory(nil, false)
	s.show(fresh.shown)
	for _, p := range old.Pinned {
		i := s.graph.NodeByID(p.Node)
		s.at[i] = s.inFrame(i, geom.Vec{X: p.X * s.size.W, Y: p.Y * s.size.H})
		s.pinned[i] = true
	}
	if len(old.Pinned) > 0 {
		s.measureEdges()
		s.restartForces()
	}
	s.resumeQuery(old.Query)
}

func (c SetTheme) apply(s *Scene) error {
	s.SetTheme(c.Theme)
	return nil
}

func (c SetMotion) apply(s *Scene) error {
	s.reduced = c.Reduced
	return nil
}

func (c Hover) apply(s *Scene) error {
	t, err := s.target(c.Target)
	if err == nil {
		s.setHover(t)
	}
	return err
}

func (s *Scene) setHover(t Target) {
	if t == s.hover || s.drag.node >= 0 {
		return
	}
	s.hover = t
	s.changeAbove()
	s.emit(Hovered{s.ref(t), s.anchor(t)})
	if t.Kind == Nothing {
		s.setCursor("default")
	} else if t.Kind == Node {
		s.setCursor("grab")
	} else {
		s.setCursor("pointer")
	}
}

func (c Focus) apply(s *Scene) error {
	t, err := s.target(c.Target)
	if err == nil {
		s.setFocus(t)
	}
	return err
}

func (s *Scene) setFocus(t Target) {
	if !s.isShown(t) {
		t = Target{} // what is not shown cannot have the mark: it goes where a walk begins
		if i := s.mostConnected(); i >= 0 {
			t = Target{Node, i}
		}
	}
	s.focus, s.events.state = t, true
	s.changeAbove()
	all := indices(s.shown.Nodes)
	f := Focused{Target: s.ref(t), At: s.anchor(t), Count: len(all)}
	if t.Kind == Node {
		w, h := s.extent(t.Index)
		at := s.drawn.at[t.Index]
		f.Box = Extent{at.X, at.Y, w, h}
		f.Position, f.Degree, f.Pinned = slices.Index(all, t.Index)+1, s.graph.Nodes[t.Index].Degree, s.isPinned(t.Index)
	}
	s.emit(f)
}

func (c Select) apply(s *Scene) error {
	t, err := s.target(c.Target)
	if err == nil {
		s.setSelected(t)
	}
	return err
}

func (s *Scene) setSelected(t Target) {
	if t == s.selected {
		return
	}
	s.selected, s.events.state = t, true
	s.changeAbove()
	s.emit(Selected{s.ref(t)})
}

func (c Move) apply(s *Scene) error {
	i, err := s.node(c.Node)
	if err == nil {
		err = finite(c.By.X, c.By.Y)
	}
	if err == nil {
		s.putAt(i, s.at[i].Add(c.By.Mul(1/s.camera.Zoom)))
	}
	return err
}

func (c Place) apply(s *Scene) error {
	i, err := s.node(c.Node)
	if err == nil {
		err = finite(c.X, c.Y)
	}
	if err == nil {
		s.putAt(i, geom.Vec{X: c.X * s.size.W, Y: c.Y * s.size.H})
	}
	return err
}

func (c Pin) apply(s *Scene) error {
	i, err := s.node(c.Node)
	if err == nil && !s.pinned[i] {
		s.pushHistory()
		s.pinned[i] = true
		s.changeLooks()
	}
	return err
}

func (c Unpin) apply(s *Scene) error {
	i, err := s.node(c.Node)
	if err == nil && s.isPinned(i) {
		s.stopMotion()
		s.pushHistory()
		s.pinned[i] = false
		s.restartForces()
	}
	return err
}

func (UnpinAll) apply(s *Scene) error {
	s.stopMotion()
	s.pushHistory()
	s.pinsOfDataset()
	s.restartForces()
	return nil
}

func (s *Scene) pinsOfDataset() {
	for i := range s.pinned {
		s.pinned[i] = s.graph.Nodes[i].Place != nil
	}
	s.changeLooks()
}

func (Undo) apply(s *Scene) error {
	s.cancelGestures()
	s.stepHistory(&s.past, &s.next)
	return nil
}

func (Redo) apply(s *Scene) error {
	s.cancelGestures()
	s.stepHistory(&s.next, &s.past)
	return nil
}

func (Reset) apply(s *Scene) error {
	s.cancelGestures()
	s.stopMotion()
	s.setCamera(camera.Camera{Zoom: 1})
	if len(s.State().Places)+len(s.State().Pinned) > 0 {
		s.pushHistory()
		s.pinsOfDataset()
		if s.savedPositions != nil { // steps around a node are an arrangement too
			s.savedPositions, s.query.Around = nil, query.Around{}
			s.applyFilter()
		}
		s.startTransition(s.initial.At)
	}
	return nil
}

func (c Restore) apply(s *Scene) error {
	sel, err := s.target(c.State.Selected)
	if err != nil {
		return err
	}
	focus, err := s.target(c.State.Focus)
	if err != nil {
		return err
	}
	if err := s.checkPlaces(&c.State); err != nil {
		return err
	}
	view := c.State.Camera
	if err := finite(view.Zoom, view.Offset.X, view.Offset.Y); err != nil {
		return err
	}
	if s.pending != nil && (s.pending.done || s.needsInitial(&c.State)) {
		s.finishLayout()
	}
	s.cancelGestures()
	s.stopMotion()
	s.restorePositions()
	copy(s.at, s.initial.At) // whoever the state does not name lies where it was laid out
	s.pinsOfDataset()
	s.putBack(c.State.Places, false)
	s.putBack(c.State.Pinned, true)
	s.snap()
	s.restoreQuery(&c.State)
	if view.Zoom == 0 { // left out
		view = camera.Camera{Zoom: 1}
	}
	view.Zoom = max(camera.MinZoom, min(view.Zoom, s.MaxZoom()))
	s.setCamera(view)
	s.selected, s.focus = sel, focus
	s.events.state = true
	s.changePlaces()
	return nil
}

// checkPlaces refuses a state that this map cannot show.
func (s *Scene) checkPlaces(st *State) error {
	for _, p := range append(append([]Placed(nil), st.Pinned...), st.Places...) {
		if _, err := s.node(p.Node); err != nil {
			return err
		}
		if err := finite(p.X, p.Y); err != nil {
			return err
		}
	}
	return s.checkRestored(st)
}

func (s *Scene) putBack(places []Placed, pinned bool) {
	for _, p := range places {
		i := s.graph.NodeByID(p.Node)
		s.at[i] = s.inFrame(i, geom.Vec{X: p.X * s.size.W, Y: p.Y * s.size.H})
		s.pinned[i] = pinned || s.graph.Nodes[i].Place != nil
	}
}
