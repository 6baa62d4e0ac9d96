package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// relayoutSlice is how many evaluations of the layout a tick is given while a large map is laid
// out for another frame: some 10 to 20 ms of work in a browser.
const relayoutSlice = 2000

// A relayout is a large map on its way to its places in a frame of another size. Until they are
// known it is shown as it lay, stretched to the frame, and may be used as always.
type relayout struct {
	fresh *Scene // the frame, without places
	work  *layout.Solving
	done  bool // the places are known; the nodes glide there
}

// relayout lays the map out for another frame and keeps what the reader has pinned: a story at
// once, a large map in slices.
func (s *Scene) relayout(size Size) {
	s.letGo()
	old := s.State()
	fresh := places(s.graph, size)
	work := layout.NewSolving(fresh.problem(), layoutSeed, layout.DefaultBudget)
	if fresh.crowd == nil {
		finish(work)
		fresh.at = work.At()
		fresh.snap()
		s.adopt(fresh, old)
		return
	}
	s.Adopt(s.stretchedTo(size))
	s.coming = &relayout{fresh: fresh, work: work}
}

func finish(work *layout.Solving) {
	for !work.Spend(relayoutSlice) {
	}
}

// stretchedTo is the present layout as fractions of another frame.
func (s *Scene) stretchedTo(size Size) Layout {
	l := Layout{Size: size, At: make([]geom.Vec, len(s.at)), Slots: slices.Clone(s.slots)}
	for i, at := range s.at {
		l.At[i] = geom.Vec{X: at.X / s.size.W * size.W, Y: at.Y / s.size.H * size.H}
	}
	return l
}

// tickRelayout goes on with the layout for the present frame; it reports whether one is coming.
// What the reader has in hand is not taken away: the nodes set off when it is let go.
func (s *Scene) tickRelayout() (coming bool) {
	r := s.coming
	switch {
	case r == nil:
		return false
	case s.drag.node >= 0 || s.panning || s.inMotion():
	case r.done:
		s.arrive()
	case r.work.Spend(relayoutSlice):
		r.fresh.at, r.done = r.work.At(), true
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
	for i, wanted := range c.wanted {
		if !wanted {
			c.slot[i] = was.slot[i]
		}
	}
}

// hurry ends a coming layout at once, for what builds on its places.
func (s *Scene) hurry() {
	if r := s.coming; r != nil {
		finish(r.work)
		r.fresh.at = r.work.At()
		s.arrive()
	}
}
