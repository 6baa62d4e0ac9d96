package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/query"
)

// maxHistory bounds the memory of undo; nobody steps back further by hand.
const maxHistory = 200

// A snapshot is what undo goes back to: where everything lies, what is pinned, what is shown.
type snapshot struct {
	at             []geom.Vec
	pinned         []bool
	query          query.Query
	savedPositions []geom.Vec
	comparison     Comparison
}

func (s *Scene) snapshot() snapshot {
	return snapshot{slices.Clone(s.at), slices.Clone(s.pinned), s.query.Clone(), slices.Clone(s.savedPositions), s.comparison}
}

// pushHistory is called before every change of the map; it also ends what could be redone.
func (s *Scene) pushHistory() {
	s.past = append(s.past, s.snapshot())
	if len(s.past) > maxHistory {
		s.past = s.past[1:]
	}
	s.next = s.next[:0]
	s.scrubbing = false
	s.events.state = true
	s.emitHistory(&s.past[len(s.past)-1], false)
}

// emitHistory says how the two stacks stand, and what is new on top of one.
func (s *Scene) emitHistory(newest *snapshot, undone bool) {
	e := Remembered{Past: len(s.past), Next: len(s.next), Undone: undone}
	if newest != nil {
		st := s.stateOf(newest)
		e.Newest = &st
	}
	s.emit(e)
}

// stateOf tells a snapshot as a State, with neither camera nor selection: undo leaves them.
func (s *Scene) stateOf(sn *snapshot) State {
	st := State{Query: sn.query.Clone(), Comparison: sn.comparison, SavedPositions: s.savedPlaces(sn.savedPositions, sn.at)}
	st.Pinned, st.Places = s.movedNodes(sn.at, func(i int) bool { return sn.pinned[i] && s.graph.Nodes[i].Place == nil })
	return st
}

// snapshotOf is the snapshot that a State of stateOf tells. The State has been checked.
func (s *Scene) snapshotOf(st *State) snapshot {
	sn := snapshot{at: slices.Clone(s.initial.At), pinned: make([]bool, len(s.initial.At)), query: st.Query.Clone(), comparison: st.Comparison}
	put := func(where []geom.Vec, p Placed) int {
		i := s.graph.NodeByID(p.Node)
		where[i] = snapped(geom.Vec{X: p.X * s.size.W, Y: p.Y * s.size.H})
		return i
	}
	for i := range sn.pinned {
		sn.pinned[i] = s.graph.Nodes[i].Place != nil
	}
	for _, p := range st.Places {
		put(sn.at, p)
	}
	for _, p := range st.Pinned {
		sn.pinned[put(sn.at, p)] = true
	}
	if st.Query.Around.Node != "" {
		sn.savedPositions = slices.Clone(sn.at)
		for _, p := range st.SavedPositions {
			put(sn.savedPositions, p)
		}
	}
	return sn
}

// History tells what is remembered, for RestoreHistory.
func (s *Scene) History() (past, next []State) {
	for i := range s.past {
		past = append(past, s.stateOf(&s.past[i]))
	}
	for i := range s.next {
		next = append(next, s.stateOf(&s.next[i]))
	}
	return past, next
}

func (c RestoreHistory) apply(s *Scene) error {
	for _, states := range [][]State{c.Past, c.Next} {
		for i := range states {
			if err := s.checkPlaces(&states[i]); err != nil {
				return err
			}
		}
	}
	if len(c.Past)+len(c.Next) > 0 {
		s.finishLayout()
	}
	s.past, s.next = nil, nil
	for i := range c.Past {
		s.past = append(s.past, s.snapshotOf(&c.Past[i]))
	}
	for i := range c.Next {
		s.next = append(s.next, s.snapshotOf(&c.Next[i]))
	}
	s.events.state = true
	return nil
}

// stepHistory moves one snapshot, if there is one, from one stack to the other.
func (s *Scene) stepHistory(from, to *[]snapshot) {
	if len(*from) == 0 {
		return
	}
	s.stopMotion()
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, s.snapshot())
	copy(s.pinned, last.pinned)
	s.savedPositions, s.comparison, s.scrubbing = last.savedPositions, last.comparison, false
	s.changeHighlight()
	if !s.query.Equal(&last.query) {
		s.setHover(Target{})
		s.query = last.query
		s.applyFilter()
	}
	s.startTransition(last.at)
	s.events.state = true
	s.emitHistory(&(*to)[len(*to)-1], to == &s.next)
}

// A transition carries the nodes from where they are to where they shall be.
type transition struct {
	from, to []geom.Vec
	leftMS   float64
}

// startTransition starts a transition, or jumps where motion is reduced.
func (s *Scene) startTransition(to []geom.Vec) {
	s.changePlaces()
	if s.reduced {
		copy(s.at, to)
		return
	}
	s.transition = transition{append([]geom.Vec(nil), s.at...), append([]geom.Vec(nil), to...), transitionMS}
}

func (s *Scene) tickTransition(ms float64) {
	s.transition.leftMS = max(0, s.transition.leftMS-ms)
	k := 1 - s.transition.leftMS/transitionMS
	k = k * k * (3 - 2*k) // smoothstep: leaves and arrives gently
	for i := range s.at {
		s.at[i] = s.transition.from[i].Lerp(s.transition.to[i], k)
	}
	if s.transition.leftMS == 0 {
		copy(s.at, s.transition.to) // to the bit
	}
	s.changeGeometry()
}

// stopMotion ends a transition at its goal and a relaxation where it is.
func (s *Scene) stopMotion() {
	if s.transition.leftMS == 0 && s.dragSession == nil {
		return
	}
	if s.transition.leftMS > 0 {
		s.tickTransition(s.transition.leftMS)
	}
	s.dragSession = nil
	s.changeGeometry()
}
