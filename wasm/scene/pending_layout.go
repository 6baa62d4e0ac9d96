package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// layoutSlice is how many evaluations of the layout a tick is given while a large map is laid
// out for another frame: 8 to 9 ms of work as wasm under Node on a core of a server, to which
// the rest of the last piece of work comes; so some 10 to 20 ms in a browser.
const layoutSlice = 2000

// A pendingLayout is a large map on its way to its places in a frame of another size. Until they are
// known it is shown as it lay, stretched to the frame, and may be used as always.
type pendingLayout struct {
	reframed *Scene // the frame, without places at first
	problem  *layout.Problem
	solver   *layout.Solver
	solved   bool // reframed has its places
	round    int  // of the settling of its names
	done     bool // all is known; the nodes move there
}

// layOutFor lays the map out for another frame and keeps what the reader has pinned: a small map at
// once, a large map in slices.
func (s *Scene) layOutFor(size Size) {
	s.cancelGestures()
	fresh := s.newFrame(size)
	if fresh.large == nil {
		r := &pendingLayout{reframed: fresh}
		r.finish(s)
		s.takeOver(fresh, s.State())
		return
	}
	for i, at := range s.at {
		fresh.at[i] = geom.Vec{X: at.X / s.size.W * size.W, Y: at.Y / s.size.H * size.H}
	}
	copy(fresh.slots, s.slots)
	fresh.initial = fresh.Layout()
	s.takeOver(fresh, s.State())
	s.pending = &pendingLayout{}
}

// step does the next piece of the work on the layout of a scene and reports whether all is known.
func (r *pendingLayout) step(s *Scene) (done bool) {
	switch {
	case r.reframed == nil:
		r.reframed = s.newFrame(s.size)
	case r.problem == nil:
		r.problem = r.reframed.layoutProblem()
	case r.solver == nil:
		r.solver = layout.NewSolver(r.problem, layoutSeed, layout.DefaultBudget)
	case !r.solved:
		if r.solved = r.solver.Run(layoutSlice); r.solved {
			r.reframed.at = r.solver.At()
			r.reframed.snap()
		}
	default:
		r.done = !r.reframed.settle(r.round)
		r.round++
	}
	return r.done
}

func (r *pendingLayout) finish(s *Scene) {
	for !r.done {
		r.step(s)
	}
}

// tickLayout goes on with the layout for the present frame; it reports whether one is coming.
// What the reader has in hand is not taken away: the nodes set off when it is let go. A tick that
// finds out again which names have room has time for nothing else.
func (s *Scene) tickLayout() (coming bool) {
	r := s.pending
	switch {
	case r == nil:
		return false
	case s.drag.node >= 0 || s.panning || s.inMotion():
	case s.isGeometryStale() && s.large != nil && s.large.levelsStale:
	case r.done:
		s.commitLayout()
	case r.step(s):
		s.animateToLayout()
	}
	return true
}

// animateToLayout sends the nodes to their places in the new frame, except for those that a reader or a
// narrowed map holds elsewhere.
func (s *Scene) animateToLayout() {
	if s.query.Around.Node != "" {
		return
	}
	to := slices.Clone(s.pending.reframed.at)
	for i := range to {
		if s.isPinned(i) {
			to[i] = s.at[i]
		}
	}
	s.startTransition(to)
}

// commitLayout takes the new layout over; where the reader looks stays, and names fade.
func (s *Scene) commitLayout() {
	r, view, names := s.pending, s.camera, s.large
	s.pending = nil
	s.cancelGestures()
	s.takeOver(r.reframed, s.State())
	s.setCamera(view)
	if names != nil && s.large != nil {
		s.large.fadeFrom(names)
		s.firstFrame = false
		s.changeGeometry()
	}
	s.events.settled = true
}

// fadeFrom begins with the names as visible as they were.
func (c *largeMap) fadeFrom(was *largeMap) {
	copy(c.shown, was.shown)
	copy(c.slot, was.slot)
}

// needsInitial reports whether a state could not be brought back before the pending layout is there and
// be the same afterwards: pins keep their fractions, and where nothing but the dragged node moves, nothing makes room for them.
func (s *Scene) needsInitial(st *State) bool {
	return len(st.Places)+len(st.SavedPositions) > 0 || st.Query.Around.Node != "" || len(st.Pinned) > 0 && !s.dragOnly()
}

// finishLayout ends the pending layout at once, for what builds on its places.
func (s *Scene) finishLayout() {
	if r := s.pending; r != nil {
		r.finish(s)
		s.commitLayout()
	}
}
