package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// relayoutSlice is how many evaluations of the layout a tick is given while a large map is laid
// out for another frame: 8 to 9 ms of work as wasm under Node on a core of a server, to which
// the rest of the last piece of work comes; so some 10 to 20 ms in a browser.
const relayoutSlice = 2000

// A relayout is a large map on its way to its places in a frame of another size. Until they are
// known it is shown as it lay, stretched to the frame, and may be used as always.
type relayout struct {
	fresh *Scene // the frame, without places at first
	ask   *layout.Problem
	work  *layout.Solver
	laid  bool // fresh has its places
	round int  // of the settling of its names
	done  bool // all is known; the nodes glide there
}

// relayout lays the map out for another frame and keeps what the reader has pinned: a story at
// once, a large map in slices.
func (s *Scene) relayout(size Size) {
	s.letGo()
	fresh := s.reframed(size)
	if fresh.crowd == nil {
		r := &relayout{fresh: fresh}
		r.finish(s)
		s.adopt(fresh, s.State())
		return
	}
	for i, at := range s.at {
		fresh.at[i] = geom.Vec{X: at.X / s.size.W * size.W, Y: at.Y / s.size.H * size.H}
	}
	copy(fresh.slots, s.slots)
	fresh.home = fresh.Layout()
	s.adopt(fresh, s.State())
	s.coming = &relayout{}
}

// step does the next piece of the work on the layout of a scene and reports whether all is known.
func (r *relayout) step(s *Scene) (done bool) {
	switch {
	case r.fresh == nil:
		r.fresh = s.reframed(s.size)
	case r.ask == nil:
		r.ask = r.fresh.problem()
	case r.work == nil:
		r.work = layout.NewSolver(r.ask, layoutSeed, layout.DefaultBudget)
	case !r.laid:
		if r.laid = r.work.Run(relayoutSlice); r.laid {
			r.fresh.at = r.work.At()
			r.fresh.snap()
		}
	default:
		r.done = !r.fresh.settle(r.round)
		r.round++
	}
	return r.done
}

func (r *relayout) finish(s *Scene) {
	for !r.done {
		r.step(s)
	}
}

// tickRelayout goes on with the layout for the present frame; it reports whether one is coming.
// What the reader has in hand is not taken away: the nodes set off when it is let go. A tick that
// finds out anew which names have room has time for nothing else.
func (s *Scene) tickRelayout() (coming bool) {
	r := s.coming
	switch {
	case r == nil:
		return false
	case s.drag.node >= 0 || s.panning || s.inMotion():
	case s.stale && s.crowd != nil && s.crowd.old:
	case r.done:
		s.arrive()
	case r.step(s):
		s.setOff()
	}
	return true
}

// setOff sends the nodes to their places in the new frame, but for those that a reader or a
// narrowed map holds elsewhere.
func (s *Scene) setOff() {
	if s.query.Around.Node != "" {
		return
	}
	to := slices.Clone(s.coming.fresh.at)
	for i := range to {
		if s.isPinned(i) {
			to[i] = s.at[i]
		}
	}
	s.glideTo(to)
}

// arrive takes the new layout over; where the reader looks stays, and names fade.
func (s *Scene) arrive() {
	r, view, names := s.coming, s.camera, s.crowd
	s.coming = nil
	s.letGo()
	s.adopt(r.fresh, s.State())
	s.setCamera(view)
	if names != nil && s.crowd != nil {
		s.crowd.fadeFrom(names)
		s.fresh, s.stale, s.dirty = false, true, true
	}
	s.outbox.settled = true
}

// fadeFrom begins with the names as visible as they were.
func (c *crowd) fadeFrom(was *crowd) {
	copy(c.shown, was.shown)
	copy(c.slot, was.slot)
}

// needsHome reports whether a state could not be brought back before a coming layout is there and
// be the same afterwards: pins keep their fractions, and on a stiff map nothing makes room for them.
func (s *Scene) needsHome(st *State) bool {
	return len(st.Places)+len(st.Behind) > 0 || st.Query.Around.Node != "" || len(st.Pinned) > 0 && !s.stiff()
}

// hurry ends a coming layout at once, for what builds on its places.
func (s *Scene) hurry() {
	if r := s.coming; r != nil {
		r.finish(s)
		s.arrive()
	}
}
