package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/reading"
)

// maxHistory bounds the memory of undo; nobody steps back further by hand.
const maxHistory = 200

// A snapshot is what undo goes back to: where everything lies, what is pinned, what is shown.
type snapshot struct {
	at     []geom.Vec
	pinned []bool
	query  reading.Query
	behind []geom.Vec
	trail  Trail
}

func (s *Scene) snapshot() snapshot {
	return snapshot{slices.Clone(s.at), slices.Clone(s.pinned), s.query.Clone(), slices.Clone(s.behind), s.trail}
}

// remember is called before every change of the map; it also ends what could be redone.
func (s *Scene) remember() {
	s.past = append(s.past, s.snapshot())
	if len(s.past) > maxHistory {
		s.past = s.past[1:]
	}
	s.next = s.next[:0]
	s.scrubbing = false
	s.outbox.state = true
}

// step moves one snapshot, if there is one, from one stack to the other.
func (s *Scene) step(from, to *[]snapshot) {
	if len(*from) == 0 {
		return
	}
	s.stopMotion()
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, s.snapshot())
	copy(s.pinned, last.pinned)
	s.behind, s.trail, s.scrubbing, s.light.known = last.behind, last.trail, false, false
	if !s.query.Equal(&last.query) {
		s.setHover(Target{})
		s.query = last.query
		s.cull()
	}
	s.glideTo(last.at)
	s.outbox.state = true
}

// A glide carries the nodes from where they are to where they shall be.
type glide struct {
	from, to []geom.Vec
	leftMS   float64
}

// glideTo starts a transition, or jumps where motion is reduced.
func (s *Scene) glideTo(to []geom.Vec) {
	s.stale, s.dirty, s.outbox.places = true, true, true
	if s.reduced {
		copy(s.at, to)
		return
	}
	s.glide = glide{append([]geom.Vec(nil), s.at...), append([]geom.Vec(nil), to...), transitionMS}
}

func (s *Scene) tickGlide(ms float64) {
	s.glide.leftMS = max(0, s.glide.leftMS-ms)
	k := 1 - s.glide.leftMS/transitionMS
	k = k * k * (3 - 2*k) // smoothstep: leaves and arrives gently
	for i := range s.at {
		s.at[i] = s.glide.from[i].Lerp(s.glide.to[i], k)
	}
	if s.glide.leftMS == 0 {
		copy(s.at, s.glide.to) // to the bit
	}
	s.stale, s.dirty = true, true
}

// stopMotion ends a transition at its goal and a relaxation where it is.
func (s *Scene) stopMotion() {
	if s.glide.leftMS > 0 {
		s.tickGlide(s.glide.leftMS)
	}
	s.warm = nil
	s.stale, s.dirty = true, true
}
