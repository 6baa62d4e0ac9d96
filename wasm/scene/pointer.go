package scene

import (
	"actormap/wasm/gesture"
)

func (c Pointer) apply(s *Scene) error {
	e := c.Event
	if err := finite(e.At.X, e.At.Y); err != nil {
		return err
	}
	under := s.Pick(e.At, e.Kind)
	e.OnNode = -1
	if under.Kind == Node {
		e.OnNode = under.Index
	}
	for _, a := range s.recognizer.Feed(e) {
		s.act(a)
	}
	return nil
}

// cancelGestures ends what the hands are doing, before the map changes under them.
func (s *Scene) cancelGestures() {
	for _, a := range s.recognizer.Cancel() {
		s.act(a)
	}
}

// act does what a gesture means.
func (s *Scene) act(a gesture.Action) {
	switch a.Kind {
	case gesture.Hover:
		s.setHover(s.Pick(a.At, a.Pointer))
	case gesture.Leave:
		s.setHover(Target{})
	case gesture.Tap:
		s.tap(a)
	case gesture.DoubleTap:
		s.doubleTap(a)
	case gesture.DragStart:
		s.setHover(Target{}) // a tooltip that was on its way is called back
		s.startDrag(a.Node, a.At)
		s.setCursor("grabbing")
	case gesture.DragMove:
		s.moveDrag(a.At)
	case gesture.Drop:
		s.moveDrag(a.At)
		s.drop()
		s.setCursor("grab")
	case gesture.DragCancel:
		s.cancelDrag()
		s.setCursor("default")
	case gesture.PanStart:
		s.panning = true
		s.setCursor("grabbing")
	case gesture.PanMove:
		s.pan(a.Delta)
	case gesture.PanEnd:
		s.panning = false
		s.setCursor("default")
	case gesture.Pinch:
		s.setCamera(s.camera.Pan(a.Delta).ZoomAt(a.At, a.Factor, s.MaxZoom()))
	}
}

// tap selects what is there. It takes the keyboard's mark along, so that arrows go on from
// where the reader pointed, but does not show a second mark.
func (s *Scene) tap(a gesture.Action) {
	t := s.Pick(a.At, a.Pointer)
	s.focus = Target{}
	if a.Pointer == gesture.Touch {
		s.setHover(Target{}) // a finger does not hover
	}
	s.setSelected(t)
	s.changeAbove()
}

// doubleTap lets a pinned node go.
func (s *Scene) doubleTap(a gesture.Action) {
	if t := s.Pick(a.At, a.Pointer); t.Kind == Node {
		// The node is known, so Unpin cannot fail.
		_ = s.Apply(Unpin{s.graph.Nodes[t.Index].ID})
	}
}
