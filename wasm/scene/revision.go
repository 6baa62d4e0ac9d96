package scene

// A revision counts the changes of what a picture is made from. The state counts on in the methods below and nowhere
// else; the picture keeps the revision that it was made at, and is made again where the two differ.
type revision struct {
	geometry int // where shapes, edge paths and labels lie on the screen
	list     int // the display list
	above    int // only what lies above the static layer of a large map, see LiveFrame
}

// changeGeometry says that things lie elsewhere on the screen.
func (s *Scene) changeGeometry() {
	s.revision.geometry++
	s.revision.list++
}

// changePlaces says that nodes have moved, which the page is told.
func (s *Scene) changePlaces() {
	s.changeGeometry()
	s.events.places = true
}

// changeDragged says that the dragged node has moved, which is no part of the static layer.
func (s *Scene) changeDragged() {
	s.revision.geometry++
	s.revision.above++
	s.events.places = true
}

// changeView says that the camera has moved. A pan only shifts the static layer of a large map.
func (s *Scene) changeView(panned bool) {
	s.revision.geometry++
	if panned {
		s.revision.above++
	} else {
		s.revision.list++
	}
	s.events.places, s.events.state = true, true
}

// changeLooks says that something is drawn differently where it lies.
func (s *Scene) changeLooks() { s.revision.list++ }

// changeAbove says that marks, names or what is highlighted are drawn differently.
func (s *Scene) changeAbove() { s.revision.above++ }

// changeHighlight says that something else may be highlighted.
func (s *Scene) changeHighlight() {
	s.highlight.known = false
	s.changeAbove()
}

// isGeometryStale reports whether things lie elsewhere than in the picture.
func (s *Scene) isGeometryStale() bool { return s.drawn.made.geometry != s.revision.geometry }

// isListStale reports whether the display list, or what lies above its static layer, has changed.
func (s *Scene) isListStale() bool {
	return s.drawn.made.list != s.revision.list || s.drawn.made.above != s.revision.above
}
