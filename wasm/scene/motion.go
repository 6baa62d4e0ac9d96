package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// A drag is a node in the reader's hand.
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
	moving = s.tickRelayout()
	if s.glide.leftMS > 0 {
		s.tickGlide(ms)
		moving = true
		if s.glide.leftMS == 0 {
			s.came()
		}
	}
	if s.warm != nil {
		s.relax(ms)
		moving = true
	}
	s.fresh = false
	if s.crowd != nil && s.stale {
		s.locate() // now, since it says which names are on their way
		s.shifted = true
	}
	things, names := s.fade(ms)
	s.shifted = s.shifted || things || names
	return moving || things || names
}

// relax runs the forces around a dragged or released node. A node that is held keeps them
// alive; they end by themselves a bounded number of steps after the last movement.
func (s *Scene) relax(ms float64) {
	steps := min(maxTickSteps, max(1, int(ms/stepMS+0.5)))
	moved := 0.0
	for range steps {
		moved = max(moved, s.warm.Step())
	}
	for k, i := range s.castOf() {
		s.at[i] = s.warm.At()[k]
	}
	s.stale, s.dirty, s.outbox.places = true, true, true
	if moved == 0 {
		s.warm = nil
		s.came()
	}
}

// came is called when all nodes have come to rest.
func (s *Scene) came() {
	if s.coming != nil && s.coming.done && s.drag.node < 0 && !s.panning {
		s.arrive()
		return
	}
	s.snap()
	s.measureLines()
	s.stale, s.dirty = true, true
	s.outbox.places, s.outbox.state, s.outbox.settled = true, true, true
}

// stiff reports whether so many nodes are laid out that only one in the hand moves.
func (s *Scene) stiff() bool { return len(s.castOf()) > layout.MaxDragNodes }

// awake returns the forces, started from where everything is; nil on a stiff map.
func (s *Scene) awake() *layout.Drag {
	if s.glide.leftMS > 0 {
		s.stopMotion()
	}
	if s.warm == nil && !s.stiff() {
		at := make(layout.Placement, 0, len(s.at))
		for _, i := range s.castOf() {
			at = append(at, s.at[i])
		}
		if s.forces == nil {
			s.forces = layout.NewDrag(s.problem(), at)
		} else {
			s.forces = s.forces.Rebind(s.problem(), at)
		}
		s.warm = s.forces
		if s.drag.node >= 0 {
			s.warm.Hold(s.part(s.drag.node))
		}
	}
	return s.warm
}

// part returns the body that stands for node i in the forces, or -1.
func (s *Scene) part(i int) int { return slices.Index(s.castOf(), i) }

// restart begins the forces anew after the pins have changed. Where there are none, everything
// has come to rest.
func (s *Scene) restart() {
	s.warm = nil
	if s.awake() == nil && s.drag.node < 0 {
		s.came()
	}
}

// makeRoom does so too, and clears lines of nodes at the end.
func (s *Scene) makeRoom() {
	s.restart()
	if s.warm != nil {
		s.warm.CleanUp()
	}
}

func (s *Scene) startDrag(i int, pointer geom.Vec) {
	s.stopMotion()
	s.remember()
	s.drag = drag{node: i, grip: s.toScreen(i).Sub(pointer)}
	s.dirty = true // what hangs on the node leaves the ground
	s.restart()
}

func (s *Scene) moveDrag(pointer geom.Vec) {
	if s.drag.node < 0 {
		return
	}
	to := s.inFrame(s.drag.node, s.camera.ToWorld(pointer.Add(s.drag.grip)))
	s.at[s.drag.node] = to
	if w := s.awake(); w != nil {
		w.MoveTo(s.part(s.drag.node), to)
		s.dirty = true
	}
	s.stale, s.shifted, s.outbox.places = true, true, true
}

// drop leaves the node where it is, pinned; the others settle around it, and clear of lines.
func (s *Scene) drop() {
	i := s.drag.node
	if i < 0 {
		return
	}
	s.drag.node = -1
	s.pinned[i] = true
	s.makeRoom()
	s.outbox.state = true
}

// cancelDrag puts everything back as it was before the drag.
func (s *Scene) cancelDrag() {
	if s.drag.node < 0 {
		return
	}
	s.drag.node = -1
	var undone []snapshot
	s.step(&s.past, &undone)
}

// putAt pins a node at a place in the world and lets the others make room.
func (s *Scene) putAt(i int, to geom.Vec) {
	s.stopMotion()
	s.remember()
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
