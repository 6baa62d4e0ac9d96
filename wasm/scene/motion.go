package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// A drag is a node that the reader moves.
type drag struct {
	node int      // -1: none
	grip geom.Vec // from the pointer to the node's middle, screen: the node must not jump
}

const (
	stepMS       = 8.0 // one step of the forces for so much time
	maxTickSteps = 6   // so that a slow machine slows down instead of falling behind
)

// Tick lets ms milliseconds pass. It reports whether anything is still moving; when it
// returns false the picture stays as it is until the next command.
func (s *Scene) Tick(ms float64) (moving bool) {
	moving = s.tickLayout()
	if s.transition.leftMS > 0 {
		s.tickTransition(ms)
		moving = true
		if s.transition.leftMS == 0 {
			s.onSettled()
		}
	}
	if s.dragSession != nil {
		s.stepForces(ms)
		moving = true
	}
	s.firstFrame = false
	if s.lod.leveledNames && s.isGeometryStale() {
		s.ensureGeometry() // now, since it says which names are on their way
		s.changeAbove()
	}
	things, names := s.fade(ms)
	if things || names {
		s.changeAbove()
	}
	return moving || things || names
}

// stepForces runs the forces around a dragged or released node. A node that is held keeps them
// alive; they end by themselves a bounded number of steps after the last movement.
func (s *Scene) stepForces(ms float64) {
	steps := min(maxTickSteps, max(1, int(ms/stepMS+0.5)))
	moved := 0.0
	for range steps {
		moved = max(moved, s.dragSession.Step())
	}
	for k, i := range s.laidOutNodes() {
		s.at[i] = s.dragSession.At()[k]
	}
	s.changePlaces()
	if moved == 0 {
		s.dragSession = nil
		s.onSettled()
	}
}

// onSettled is called when all nodes have come to rest.
func (s *Scene) onSettled() {
	if s.pending != nil && s.pending.done && s.drag.node < 0 && !s.panning {
		s.commitLayout()
		return
	}
	s.snap()
	s.measureEdges()
	s.changePlaces()
	s.events.state, s.events.settled = true, true
}

// dragOnly reports whether too many nodes are laid out for forces: only the dragged one moves.
func (s *Scene) dragOnly() bool { return len(s.laidOutNodes()) > layout.MaxDragNodes }

// startForces returns the drag session, started from where everything is; nil if dragOnly.
func (s *Scene) startForces() *layout.Drag {
	if s.transition.leftMS > 0 {
		s.stopMotion()
	}
	if s.dragSession == nil && !s.dragOnly() {
		at := make(layout.Placement, 0, len(s.at))
		for _, i := range s.laidOutNodes() {
			at = append(at, s.at[i])
		}
		if s.cachedDrag == nil {
			s.cachedDrag = layout.NewDrag(s.layoutProblem(), at)
		} else {
			s.cachedDrag = s.cachedDrag.Rebind(s.layoutProblem(), at)
		}
		s.dragSession = s.cachedDrag
		if s.drag.node >= 0 {
			s.dragSession.Hold(s.bodyOf(s.drag.node))
		}
	}
	return s.dragSession
}

// bodyOf returns the body that stands for node i in the drag session, or -1.
func (s *Scene) bodyOf(i int) int { return slices.Index(s.laidOutNodes(), i) }

// restartForces begins the forces again after the pins have changed. Where there are none, everything
// has come to rest.
func (s *Scene) restartForces() {
	s.dragSession = nil
	if s.startForces() == nil && s.drag.node < 0 {
		s.onSettled()
	}
}

// makeRoom restarts the drag simulation and, once it settles, moves nodes out from under edges.
func (s *Scene) makeRoom() {
	s.restartForces()
	if s.dragSession != nil {
		s.dragSession.CleanUp()
	}
}

func (s *Scene) startDrag(i int, pointer geom.Vec) {
	s.stopMotion()
	s.pushHistory()
	s.drag = drag{node: i, grip: s.toScreen(i).Sub(pointer)}
	s.changeLooks() // what hangs on the node leaves the static layer
	s.restartForces()
}

func (s *Scene) moveDrag(pointer geom.Vec) {
	if s.drag.node < 0 {
		return
	}
	to := s.inFrame(s.drag.node, s.camera.ToWorld(pointer.Add(s.drag.grip)))
	s.at[s.drag.node] = to
	if w := s.startForces(); w != nil {
		w.MoveTo(s.bodyOf(s.drag.node), to)
		s.changeLooks()
	}
	s.changeDragged()
}

// drop leaves the node where it is, pinned; the others settle around it, and clear of edges.
func (s *Scene) drop() {
	i := s.drag.node
	if i < 0 {
		return
	}
	s.drag.node = -1
	s.pinned[i] = true
	s.makeRoom()
	s.events.state = true
}

// cancelDrag puts everything back as it was before the drag.
func (s *Scene) cancelDrag() {
	if s.drag.node < 0 {
		return
	}
	s.drag.node = -1
	var undone []snapshot
	s.stepHistory(&s.past, &undone)
}

// putAt pins a node at a place in the world and lets the others make room.
func (s *Scene) putAt(i int, to geom.Vec) {
	s.stopMotion()
	s.pushHistory()
	s.at[i] = s.inFrame(i, to)
	s.pinned[i] = true
	s.makeRoom()
}

// inFrame keeps a node's shape inside the frame.
func (s *Scene) inFrame(i int, p geom.Vec) geom.Vec {
	w, h := s.extent(i)
	w, h = min(w+frameMargin/2, s.size.W/2), min(h+frameMargin/2, s.size.H/2)
	return geom.Vec{X: max(w, min(p.X, s.size.W-w)), Y: max(h, min(p.Y, s.size.H-h))}
}
