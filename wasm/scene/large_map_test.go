package scene

import (
	"math"
	"reflect"
	"testing"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/gesture"
	"actormap/wasm/query"
)

// largeScene is a large map in rows, all its names settled.
func largeScene(t *testing.T, n int) *Scene {
	t.Helper()
	g := largeGraph(n, 3*n)
	s := NewFromLayout(g, lattice(g, Size{1040, 740}))
	rest(t, s)
	return s
}

func TestStoriesHaveFullDetail(t *testing.T) {
	s := largeScene(t, LargeMapThreshold)
	if s.large != nil || s.lod.scale != 1 || s.MaxZoom() != 8 {
		t.Errorf("a map of %d nodes is drawn at scale %v", LargeMapThreshold, s.lod.scale)
	}
	if s = largeScene(t, 4*LargeMapThreshold); s.large == nil || s.lod.scale >= 1 {
		t.Errorf("a map of %d nodes is drawn at scale %v", 4*LargeMapThreshold, s.lod.scale)
	}
}

// TestLargeMapNamesNeverOverlap zooms and pans a large map about and looks at its names at rest.
func TestLargeMapNamesNeverOverlap(t *testing.T) {
	s := largeScene(t, 900)
	shown := 0
	for range 12 {
		apply(t, s, Zoom{Factor: 1.3, At: &geom.Vec{X: 300, Y: 200}}, Pan{geom.Vec{X: 37, Y: -23}})
		rest(t, s)
		s.Frame()
		boxes := s.drawn.boxes
		shown = max(shown, len(boxes))
		for k, a := range boxes {
			for _, b := range boxes[:k] {
				if a.Overlaps(b) {
					t.Fatalf("zoom %v: names overlap: %v and %v", s.camera.Zoom, a, b)
				}
			}
			for _, i := range s.drawn.nodes {
				if s.nodeBoxes[i].halfW >= plainDisc && a.Overlaps(s.drawn.shapes[i]) {
					t.Fatalf("zoom %v: a name covers node %d", s.camera.Zoom, i)
				}
			}
		}
		if got := texts(s); got < len(boxes) {
			t.Fatalf("zoom %v: %d texts are drawn of %d names", s.camera.Zoom, got, len(boxes))
		}
	}
	if shown < 20 {
		t.Errorf("at most %d names were shown at once", shown)
	}
}

// texts counts the names that are written whole.
func texts(s *Scene) int {
	n := 0
	for _, x := range s.Frame().Texts {
		if x.Owner.Thing == display.Node && x.Ink.A == 255 {
			n++
		}
	}
	return n
}

// TestLargeMapNamesStay: the level of a name is a matter of the zoom, not of where the window lies.
func TestLargeMapNamesStay(t *testing.T) {
	s := largeScene(t, 900)
	apply(t, s, Zoom{Factor: 4})
	rest(t, s)
	before := append([]uint8(nil), s.large.levels...)
	apply(t, s, Pan{geom.Vec{X: 90, Y: 40}})
	rest(t, s)
	for i, level := range s.large.levels {
		if level != before[i] {
			t.Fatalf("panning changed the level of name %d from %d to %d", i, before[i], level)
		}
	}
}

// TestLargeMapNamesFade: a name comes in steps, or at once where motion is reduced.
func TestLargeMapNamesFade(t *testing.T) {
	for _, reduced := range []bool{false, true} {
		s := largeScene(t, 900)
		apply(t, s, SetMotion{reduced}, Zoom{Factor: 3})
		s.Tick(16)
		part := 0
		for i, k := range s.large.shown {
			if k > 0 && k < 1 {
				part++
			}
			if reduced && k != 0 && k != 1 {
				t.Fatalf("name %d is shown by %v although motion is reduced", i, k)
			}
		}
		if !reduced && part == 0 {
			t.Error("no name is on its way after 16 ms")
		}
	}
}

func TestWhatIsOutOfViewIsNotDrawn(t *testing.T) {
	s := largeScene(t, 900)
	all := len(s.Frame().Shapes)
	apply(t, s, Zoom{Factor: s.MaxZoom()})
	rest(t, s)
	view := s.world().Grow(edgeReach + bandWidth)
	for _, sh := range s.Frame().Shapes {
		if sh.Kind == display.Stroke && !sh.Curve.Bounds().Overlaps(view) || sh.Kind == display.Disc && !view.Contains(sh.At) && !geom.RectAt(sh.At, sh.HalfW, sh.HalfW).Overlaps(view) {
			t.Fatalf("%+v lies outside the frame", sh)
		}
	}
	if near := len(s.Frame().Shapes); near*3 > all {
		t.Errorf("%d figures are drawn close up, %d from afar", near, all)
	}
}

func TestPanningAllocatesNothing(t *testing.T) {
	for _, frame := range []func(*Scene){func(s *Scene) { s.Frame() }, func(s *Scene) { s.LiveFrame().Static.Shapes(s.world()) }} {
		for _, highlighted := range []bool{false, true} {
			s := largeScene(t, 900)
			apply(t, s, Zoom{Factor: 3})
			if highlighted {
				apply(t, s, Select{Ref{Node: s.graph.Nodes[7].ID}})
			}
			rest(t, s)
			step := 1.0
			pan := func() {
				step = -step
				if err := s.Apply(Pan{geom.Vec{X: step}}); err != nil {
					t.Fatal(err)
				}
				s.Tick(16)
				frame(s)
			}
			for range 20 {
				pan()
			}
			if n := testing.AllocsPerRun(50, pan); n > 0 {
				t.Errorf("a frame while panning allocates %v times, want 0 (highlighted: %v)", n, highlighted)
			}
		}
	}
}

func TestAHighlightedNodeOfALargeMapHasItsName(t *testing.T) {
	s := largeScene(t, 900)
	for i := range s.graph.Nodes {
		if s.large.levels[i] == 0 {
			continue
		}
		apply(t, s, Hover{Ref{Node: s.graph.Nodes[i].ID}})
		rest(t, s)
		if texts(s) == 0 {
			t.Fatalf("node %d is highlighted and no name is written", i)
		}
		return
	}
	t.Fatal("every name is shown from the start")
}

// TestAbridge: a picture of a large map has its most connected nodes and the edges between them,
// where they lay.
func TestAbridge(t *testing.T) {
	s := largeScene(t, 900)
	before := append([]geom.Vec(nil), s.at...)
	if n := s.MostConnectedOnly(); n != LargeMapThreshold {
		t.Errorf("MostConnectedOnly() = %d, want %d", n, LargeMapThreshold)
	}
	s.Frame()
	least, most := 1<<30, 0 // degrees of who is shown, and of who is not
	for i := range s.graph.Nodes {
		if s.at[i] != before[i] {
			t.Fatalf("node %d has moved", i)
		}
		if d := s.graph.Nodes[i].Degree; s.shown.Nodes[i] {
			least = min(least, d)
		} else {
			most = max(most, d)
		}
	}
	if least < most || len(s.drawn.nodes) != LargeMapThreshold {
		t.Errorf("%d nodes are drawn; one with %d relations is, one with %d is not", len(s.drawn.nodes), least, most)
	}
	for _, e := range s.drawn.edges {
		if l := s.graph.Edges[e]; !s.shown.Nodes[l.From] || !s.shown.Nodes[l.To] {
			t.Fatalf("line %d leads to a node that is not shown", e)
		}
	}
	if small := largeScene(t, 40); small.MostConnectedOnly() != 40 {
		t.Error("a small map was abridged")
	}
}

// TestPlacesOfALargeMapWaitForTheDrag: thousands of places are told once the picture rests.
func TestPlacesOfALargeMapWaitForTheDrag(t *testing.T) {
	s := largeScene(t, 900)
	apply(t, s, Zoom{Factor: 3})
	rest(t, s)
	s.Events()
	told := func() (n int) {
		for _, e := range s.Events() {
			if _, ok := e.(Places); ok {
				n++
			}
		}
		return n
	}
	at := emptySpot(t, s)
	press := pointer(gesture.Down, at, 1, 0)
	press.Event.Pan = true
	apply(t, s, press)
	for k := range 5 {
		apply(t, s, pointer(gesture.Move, at.Add(geom.Vec{X: 9 * float64(k+1)}), 1, 16*float64(k+1)))
		s.Tick(16)
		if n := told(); n != 0 {
			t.Fatalf("step %d of a pan tells the places", k)
		}
	}
	apply(t, s, pointer(gesture.Up, at.Add(geom.Vec{X: 45}), 0, 100))
	if n := told(); n != 1 {
		t.Errorf("after the pan the places were told %d times, want once", n)
	}
	rest(t, s)
	told()
	apply(t, s, Zoom{Factor: 1.5})
	total := 0
	for s.Tick(16) {
		if total += told(); total != 0 {
			t.Fatal("places are told while names fade")
		}
	}
	if n := told(); n != 1 {
		t.Errorf("after the zoom the places were told %d times, want once", n)
	}
}

// emptySpot finds a point of the screen with nothing on it.
func emptySpot(t *testing.T, s *Scene) geom.Vec {
	t.Helper()
	for y := 20.0; y < s.size.H; y += 7 {
		for x := 20.0; x < s.size.W-80; x += 7 {
			if at := (geom.Vec{X: x, Y: y}); s.Pick(at, gesture.Mouse).Kind == Nothing {
				return at
			}
		}
	}
	t.Fatal("the whole frame is covered")
	return geom.Vec{}
}

// TestStateNamesWhatHasMoved: a state is as small as what the reader has changed, and brings
// everything else back to where it was laid out.
func TestStateNamesWhatHasMoved(t *testing.T) {
	s := largeScene(t, 900)
	before := s.State()
	apply(t, s, Place{Node: "a7", X: 0.9, Y: 0.9})
	rest(t, s)
	moved := s.State()
	if n := len(moved.Pinned) + len(moved.Places); n == 0 || n > 60 {
		t.Errorf("one node was placed and the state names %d", n)
	}
	apply(t, s, Restore{before})
	if now := s.State(); len(now.Pinned)+len(now.Places) != 0 {
		t.Errorf("restoring the first state leaves %d nodes elsewhere", len(now.Pinned)+len(now.Places))
	}
	apply(t, s, Restore{moved})
	if now := s.State(); len(now.Pinned) != 1 || len(now.Places) != len(moved.Places) {
		t.Errorf("restoring the second names %d and %d nodes, want 1 and %d", len(now.Pinned), len(now.Places), len(moved.Places))
	}
}

// TestLeavingSoonIsLeaving: what a large map takes for an edge's end is where a small map's line ends.
func TestLeavingSoonIsLeaving(t *testing.T) {
	s := largeScene(t, 400)
	apply(t, s, Zoom{Factor: 8})
	s.Frame()
	large, looked := s.large, 0
	for e := range s.graph.Edges {
		l := &s.graph.Edges[e]
		c := s.chord(e, s.drawn.at)
		if c.B.Sub(c.A).Len() < 60 {
			continue
		}
		s.large = nil
		want := c.At(s.clipToShape(c, l.From, c.A))
		s.large = large
		if got := c.At(s.clipToShape(c, l.From, c.A)); got.Sub(want).Len() > 0.6 {
			t.Fatalf("line %d leaves node %d at %v, not at %v", e, l.From, got, want)
		}
		looked++
	}
	if looked < 100 {
		t.Fatalf("%d lines were looked at", looked)
	}
}

// TestKeptRoutesAreThoseOfAPictureMadeAnew: whatever is done, a picture that keeps the edge paths of edges
// whose ends lie still is the one that a scene draws which keeps nothing.
func TestKeptRoutesAreThoseOfAPictureMadeAnew(t *testing.T) {
	g := largeGraph(900, 2700)
	s := NewFromLayout(g, lattice(g, bigAndSmall[0]))
	at := s.toScreen(7)
	for k, c := range []Command{
		pointer(gesture.Down, at, 1, 0), pointer(gesture.Move, at.Add(geom.Vec{X: 30, Y: 20}), 1, 20),
		pointer(gesture.Move, at.Add(geom.Vec{X: 60, Y: -10}), 1, 40), pointer(gesture.Up, at.Add(geom.Vec{X: 60, Y: -10}), 0, 60),
		Pan{geom.Vec{X: 5}}, Zoom{Factor: 1.5}, Zoom{Factor: 6}, Zoom{Factor: 0.2}, Filter{map[query.Facet][]string{query.Status: {"happened"}}},
		Move{"a12", geom.Vec{X: 40, Y: 5}}, Filter{}, Around{query.Around{Node: "a5", Steps: 2, Direction: query.Both}}, ShowAll{}, Undo{}, Undo{}, Select{Ref{Node: "a3"}},
		Resize{bigAndSmall[1]}, Move{"a12", geom.Vec{X: -40, Y: 5}}, Unpin{"a12"},
	} {
		apply(t, s, c)
		for range 3 {
			s.Tick(16)
			s.Frame()
			kept := allRoutes(s)
			lines := append([]int(nil), s.drawn.edges...)
			s.drawn.at = nil // all is new
			s.computeGeometry()
			if !reflect.DeepEqual(kept, allRoutes(s)) || !reflect.DeepEqual(lines, s.drawn.edges) {
				t.Fatalf("after command %d, %T, the routes that were kept are others", k, c)
			}
		}
	}
}

// allRoutes asks for the edge path of every edge.
func allRoutes(s *Scene) (all []edgePath) {
	for e := range s.graph.Edges {
		all = append(all, *s.edgePath(e))
	}
	return all
}

// TestGlyphsOfALargeMapKeepApart: where edges are dense, those whose glyph finds no room go without.
func TestGlyphsOfALargeMapKeepApart(t *testing.T) {
	s := largeScene(t, 900)
	apply(t, s, Zoom{Factor: 4})
	rest(t, s)
	if !s.lod.glyphs {
		t.Fatalf("no signs are shown at scale %v", s.lod.scale)
	}
	var signs []geom.Vec
	for _, sh := range s.Frame().Shapes {
		if sh.Kind == display.Disc && sh.HalfW == glyphRadius && sh.Width == 1.25 && sh.Fill == s.theme.Paper {
			signs = append(signs, sh.At)
		}
	}
	bare := 0
	for _, e := range s.drawn.edges {
		if r := s.edgePath(e); r.shown && r.noGlyphRoom {
			bare++
		}
	}
	if len(signs) < 20 || bare == 0 {
		t.Fatalf("%d signs, %d lines without: nothing is tried", len(signs), bare)
	}
	for i, a := range signs {
		for _, b := range signs[:i] {
			if d := a.Sub(b); max(math.Abs(d.X), math.Abs(d.Y)) < 2*glyphRadius {
				t.Fatalf("signs at %v and %v touch", a, b)
			}
		}
	}
}
