package scene

import (
	"testing"

	"actormap/wasm/geom"
)

// checkLeftovers holds names shown in what room is left to more than other names: nothing lies
// under them, no edge either.
func checkLeftovers(t *testing.T, s *Scene) {
	t.Helper()
	s.Frame()
	d := &s.drawn
	for k, sp := range d.leftovers {
		id := s.graph.Nodes[sp.node].ID
		if s.nodeBoxes[sp.node].named && s.hasName(sp.node) {
			t.Errorf("%s has two names", id)
		}
		if !sp.box.Inside(s.world()) {
			t.Errorf("the name of %s leaves the frame", id)
		}
		for _, other := range d.leftovers[:k] {
			if sp.box.Overlaps(other.box) {
				t.Errorf("the names of %s and %s overlap", id, s.graph.Nodes[other.node].ID)
			}
		}
		for i, shape := range d.shapes {
			if sp.box.Overlaps(shape) {
				t.Errorf("the name of %s lies on %s", id, s.graph.Nodes[i].ID)
			}
		}
		for m, i := range d.named {
			if s.hasName(i) && sp.box.Overlaps(d.items[m].Box(s.slots[i])) {
				t.Errorf("the names of %s and %s overlap", id, s.graph.Nodes[i].ID)
			}
		}
		for e := range d.paths {
			l := &s.graph.Edges[e]
			if !s.edgePath(e).shown {
				continue
			}
			if hasGlyph(l.Style) && sp.box.Overlaps(geom.RectAt(s.edgePath(e).glyph, glyphRadius, glyphRadius)) {
				t.Errorf("the name of %s lies on the glyph of %s", id, l.ID)
			}
			if !s.nodeBoxes[sp.node].named && enters(s.edgePath(e).curve, sp.box) {
				t.Errorf("the line %s runs under the name of %s", l.ID, id)
			}
		}
	}
}

// TestRoomThatIsLeftShowsNames: on narrow frames most names have no room kept for them; some are
// shown all the same, can be pointed at, and are gone while things move.
func TestRoomThatIsLeftShowsNames(t *testing.T) {
	g := defaultGraph(t)
	for _, size := range Frames[:2] {
		s := New(g, size)
		checkLeftovers(t, s)
		if len(s.drawn.leftovers) == 0 {
			t.Fatalf("%v: no name is shown in the room that is left", size)
		}
		sp := s.drawn.leftovers[0]
		if got := s.nodeAt(sp.box.Centre(), 0); got != sp.node {
			t.Errorf("%v: pointing at the name of %d finds %d", size, sp.node, got)
		}
		if s.Places().Names[sp.node] == (Extent{}) {
			t.Errorf("%v: the page does not know where the name is", size)
		}
		s.setHover(Target{Node, sp.node})
		if _, callout := s.callout(); callout >= 0 {
			t.Errorf("%v: a node whose name is shown gets a callout", size)
		}
		s.startDrag(0, s.toScreen(0))
		s.moveDrag(s.toScreen(1))
		s.Frame()
		if len(s.drawn.leftovers) != 0 {
			t.Errorf("%v: names flicker while things move", size)
		}
	}
}
