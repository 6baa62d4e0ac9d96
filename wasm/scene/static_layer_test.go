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

// layeredScene is a large map that is seen from far enough for its static layer to be apart, zoomed so that it can
// be panned, and at rest.
func layeredScene(t *testing.T) *Scene {
	t.Helper()
	s := largeScene(t, 900)
	apply(t, s, Zoom{Factor: 1.3})
	rest(t, s)
	if f := s.LiveFrame(); f.Static == nil {
		t.Fatalf("no static layer at scale %v", s.lod.scale)
	}
	return s
}

func TestStaticLayerAndWhatIsAboveAreTheWholePicture(t *testing.T) {
	s := layeredScene(t)
	apply(t, s, Select{Ref{Node: s.graph.Nodes[7].ID}})
	rest(t, s)
	f := s.LiveFrame()
	parts := append(clone(f.Static.Shapes(s.world())), f.Shapes...)
	texts := append([]display.Text(nil), f.Texts...)
	whole := s.Frame()
	if whole.Static != nil {
		t.Fatal("Frame keeps a static layer apart")
	}
	if !reflect.DeepEqual(parts, whole.Shapes) {
		t.Errorf("%d shapes in parts, %d in the whole, or other ones", len(parts), len(whole.Shapes))
	}
	if !reflect.DeepEqual(texts, whole.Texts) {
		t.Errorf("%d texts in parts, %d in the whole, or other ones", len(texts), len(whole.Texts))
	}
}

func TestAPartOfTheStaticLayerIsAllThatMayBeSeenThere(t *testing.T) {
	s := layeredScene(t)
	apply(t, s, Select{Ref{Node: s.graph.Nodes[7].ID}})
	rest(t, s)
	g := s.LiveFrame().Static
	all := clone(g.Shapes(s.world()))
	for _, part := range []geom.Rect{
		{Max: geom.Vec{X: 16, Y: s.size.H}},
		{Min: geom.Vec{X: s.size.W - 3, Y: 100}, Max: geom.Vec{X: s.size.W, Y: 500}},
		{Min: geom.Vec{X: 300, Y: 200}, Max: geom.Vec{X: 700, Y: 230}},
	} {
		some := clone(g.Shapes(part))
		if len(some) == 0 || len(some) > len(all)*3/4 {
			t.Errorf("%v: %d of %d shapes", part, len(some), len(all))
		}
		// Every shape there must be among them, in the same order.
		k := 0
		for _, sh := range all {
			if k < len(some) && reflect.DeepEqual(some[k], sh) {
				k++
			} else if touches(&sh, part) {
				t.Fatalf("%v: %+v is left out", part, sh)
			}
		}
		if k != len(some) {
			t.Errorf("%v: %d shapes are not those of the whole, or in another order", part, len(some)-k)
		}
	}
}

// touches reports whether a shape has ink in a part of the screen: exact for what is straight.
func touches(sh *display.Shape, part geom.Rect) bool {
	grown := part.Grow(sh.Width / 2)
	switch sh.Kind {
	case display.Stroke:
		for _, p := range sh.Curve.Points(nil, 200) {
			if grown.Contains(p) {
				return true
			}
		}
		return false
	case display.Triangle:
		return part.Contains(sh.Points[0]) || part.Contains(sh.Points[1]) || part.Contains(sh.Points[2])
	case display.Box:
		return grown.Overlaps(geom.RectAt(sh.At, sh.HalfW, sh.HalfH))
	}
	return grown.Overlaps(geom.RectAt(sh.At, sh.HalfW, sh.HalfW))
}

func TestAPanShiftsTheStaticLayerByWholePx(t *testing.T) {
	s := layeredScene(t)
	serial, offset := s.LiveFrame().Static.Serial(), s.LiveFrame().Static.Offset()
	nodes := append([]geom.Vec(nil), s.drawn.at...)
	moved := geom.Vec{}
	for range 10 {
		apply(t, s, Pan{geom.Vec{X: 3.3, Y: -0.45}})
		s.Tick(16)
		g := s.LiveFrame().Static
		if g.Serial() != serial {
			t.Fatal("a pan makes another static layer")
		}
		moved = g.Offset().Sub(offset)
		if moved != snapped(moved) {
			t.Fatalf("the static layer has moved by %v", moved)
		}
	}
	if want := (geom.Vec{X: 33, Y: -4}); moved.Sub(want).Len() > 1 {
		t.Errorf("ten pans have moved the static layer by %v, want %v to within a px", moved, want)
	}
	for i, at := range s.drawn.at {
		if at.Sub(nodes[i]).Sub(moved).Len() > 1e-9 {
			t.Fatalf("node %d has moved by %v, its static layer by %v", i, at.Sub(nodes[i]), moved)
		}
	}
}

func TestWhatLooksDifferentHasAnotherSerial(t *testing.T) {
	for name, change := range map[string]func(*Scene){
		"zoom":           func(s *Scene) { apply(t, s, Zoom{Factor: 1.1}) },
		"palette":        func(s *Scene) { s.SetTheme(display.Dark()) },
		"place":          func(s *Scene) { apply(t, s, Place{Node: s.graph.Nodes[3].ID, X: 0.5, Y: 0.5}) },
		"pin":            func(s *Scene) { apply(t, s, Pin{s.graph.Nodes[3].ID}) },
		"filter":         func(s *Scene) { apply(t, s, Filter{map[query.Facet][]string{query.Status: {"happened"}}}) },
		"taken in hand":  func(s *Scene) { s.startDrag(3, s.toScreen(3)) },
		"let go":         func(s *Scene) { s.startDrag(3, s.toScreen(3)); s.LiveFrame(); s.drop() },
		"drag cancelled": func(s *Scene) { s.startDrag(3, s.toScreen(3)); s.LiveFrame(); s.cancelDrag() },
	} {
		s := layeredScene(t)
		before := s.LiveFrame().Static.Serial()
		if change(s); s.LiveFrame().Static.Serial() == before {
			t.Errorf("%s: the static layer is said to look as before", name)
		}
	}
}

func TestNamesFadeOverTheSameStaticLayer(t *testing.T) {
	s := largeScene(t, 900)
	s.LiveFrame()
	s.Tick(16)
	apply(t, s, Zoom{Factor: 1.3})
	serial := s.LiveFrame().Static.Serial()
	frames := 0
	for s.Tick(16) {
		if frames++; s.LiveFrame().Static.Serial() != serial {
			t.Fatal("a name that fades makes another static layer")
		}
	}
	if frames == 0 {
		t.Error("no name was on its way")
	}
}

// TestHighlightsAndDragsLeaveTheStaticLayer: thousands of edges are not painted again for it.
func TestHighlightsAndDragsLeaveTheStaticLayer(t *testing.T) {
	for _, zoom := range []float64{1.3, 30} {
		s := largeScene(t, 900)
		apply(t, s, Zoom{Factor: zoom})
		rest(t, s)
		i := s.drawn.nodes[len(s.drawn.nodes)/2]
		ref := Ref{Node: s.graph.Nodes[i].ID}
		serial := s.LiveFrame().Static.Serial()
		changes := map[string]func(){
			"hover":     func() { s.setHover(Target{Node, i}) },
			"no hover":  func() { s.setHover(Target{}) },
			"selection": func() { apply(t, s, Select{ref}) },
			"focus":     func() { apply(t, s, Focus{ref}) },
			"hits":      func() { apply(t, s, SearchResults{[]Ref{ref}}) },
			"trail":     func() { apply(t, s, HighlightPath{Comparison{From: ref.Node, To: s.graph.Nodes[0].ID}}) },
			"pan":       func() { apply(t, s, Pan{geom.Vec{X: 5, Y: -3}}) },
		}
		for name, change := range changes {
			change()
			frames := 0
			for again := true; again; frames++ {
				again = s.Tick(16)
				if s.LiveFrame().Static.Serial() != serial {
					t.Fatalf("zoom %v: %s: another static layer in frame %d", zoom, name, frames)
				}
			}
		}
		s.startDrag(i, s.toScreen(i))
		serial = s.LiveFrame().Static.Serial()
		if !s.LiveFrame().Static.Stable() {
			t.Errorf("zoom %v: a static layer that a drag leaves alone is not said to stay", zoom)
		}
		for range 8 {
			s.moveDrag(s.toScreen(i).Add(geom.Vec{X: 9, Y: 4}))
			s.Tick(16)
			if s.LiveFrame().Static.Serial() != serial {
				t.Fatalf("zoom %v: a node that is dragged makes another static layer", zoom)
			}
		}
	}
}

// TestTheOverlayLeavesWhatTheRestFadesTo: what is highlighted has its full ink, all else lies under paper.
func TestTheOverlayLeavesWhatTheRestFadesTo(t *testing.T) {
	s := layeredScene(t)
	overlays := func() (out []display.Shape) {
		for _, sh := range s.LiveFrame().Shapes {
			if sh.Kind == display.Overlay {
				out = append(out, sh)
			}
		}
		return out
	}
	if len(overlays()) != 0 {
		t.Error("nothing is highlighted, and yet there is an overlay")
	}
	e := s.drawn.edges[len(s.drawn.edges)/2]
	last := uint8(0)
	s.setHover(Target{Edge, e})
	for s.Tick(16) {
		v := overlays()
		if len(v) != 1 || v[0].Fill.A < last {
			t.Fatalf("while the map fades: %d overlays, %v after %d", len(v), v, last)
		}
		last = v[0].Fill.A
	}
	if want := s.theme.Paper.Fade(1 - fadedByHover); last != want.A {
		t.Errorf("the overlay has alpha %d, want %d", last, want.A)
	}
	var strokes []display.Shape
	for _, sh := range s.LiveFrame().Shapes {
		if sh.Kind == display.Stroke && sh.Width <= thickLine {
			strokes = append(strokes, sh)
		}
	}
	if len(strokes) == 0 || strokes[0].Line.A != 255 {
		t.Errorf("the highlighted line is drawn as %+v", strokes)
	}
	s.setHover(Target{})
	rest(t, s)
	if n := len(s.LiveFrame().Shapes); len(overlays()) != 0 || n != 0 {
		t.Errorf("nothing is highlighted any more: %d overlays, %d shapes above the static layer", len(overlays()), n)
	}
}

func clone(shapes []display.Shape) []display.Shape { return append([]display.Shape(nil), shapes...) }

// TestTheSameSerialIsTheSameLayer: whatever is done, a static layer that is said to be as it was is that,
// only shifted, wherever both can be seen.
func TestTheSameSerialIsTheSameLayer(t *testing.T) {
	g := largeGraph(900, 2700)
	s := NewFromLayout(g, lattice(g, bigAndSmall[0]))
	at := s.toScreen(7)
	kept, serial, offset, was := []display.Shape(nil), -1, geom.Vec{}, geom.Rect{}
	same := 0
	look := func(after any) {
		f := s.LiveFrame()
		if f.Static == nil {
			serial = -1
			return
		}
		by := f.Static.Offset().Sub(offset)
		// A part that lay in view before and does now.
		part := geom.Rect{Min: geom.Vec{X: 100, Y: 100}, Max: geom.Vec{X: s.size.W - 100, Y: s.size.H - 100}}
		if f.Static.Serial() == serial && part == was && math.Abs(by.X)+math.Abs(by.Y) < 90 {
			same++
			before := geom.Rect{Min: part.Min.Add(by), Max: part.Max.Add(by)}
			now := clone(f.Static.Shapes(before))
			for k := range now {
				if k >= len(kept) || !sameButShifted(&now[k], &kept[k], by) {
					t.Fatalf("after %T: shape %d of %d is %+v; before there were %d", after, k, len(now), now[k], len(kept))
				}
			}
			if len(now) != len(kept) {
				t.Fatalf("after %T: %d shapes, before %d", after, len(now), len(kept))
			}
		}
		kept, serial, offset, was = clone(f.Static.Shapes(part)), f.Static.Serial(), f.Static.Offset(), part
	}
	for _, c := range []Command{
		Zoom{Factor: 1.3}, Pan{geom.Vec{X: 20, Y: -11}}, Pan{geom.Vec{X: 0.4, Y: 0.4}}, Pan{geom.Vec{X: 0.4}},
		Select{Ref{Node: "a3"}}, Pan{geom.Vec{X: -30}}, Focus{Ref{Node: "a9"}}, Pan{geom.Vec{X: 5, Y: 5}}, Focus{}, Hover{Ref{Node: "a2"}}, Pan{geom.Vec{Y: 7}}, Hover{},
		pointer(gesture.Down, at, 1, 0), pointer(gesture.Move, at.Add(geom.Vec{X: 30, Y: 20}), 1, 20), pointer(gesture.Up, at.Add(geom.Vec{X: 60, Y: -10}), 0, 60),
		Pan{geom.Vec{X: 5}}, Filter{map[query.Facet][]string{query.Status: {"happened"}}}, Pan{geom.Vec{X: 5}}, Move{"a12", geom.Vec{X: 40, Y: 5}}, Filter{},
		SetTheme{display.Dark()}, Pan{geom.Vec{X: 9}}, Around{query.Around{Node: "a5", Steps: 2, Direction: query.Both}}, ShowAll{}, Undo{}, Undo{}, Fit{},
		Resize{bigAndSmall[1]}, Zoom{Factor: 1.2}, Pan{geom.Vec{X: 9}}, Unpin{"a12"}, Zoom{Factor: 40}, Zoom{Factor: 0.03}, Pan{geom.Vec{X: 9}},
	} {
		apply(t, s, c)
		for range 12 {
			look(c)
			s.Tick(16)
		}
	}
	if same < 100 {
		t.Errorf("only %d layers were as they had been", same)
	}
}

// sameButShifted reports whether a is b, moved.
func sameButShifted(a, b *display.Shape, by geom.Vec) bool {
	near := func(p, q geom.Vec) bool { return p.Sub(q).Sub(by).Len() < 1e-9 }
	c, d := *a, *b
	for k := range c.Points {
		if c.Kind == display.Triangle && !near(c.Points[k], d.Points[k]) {
			return false
		}
	}
	switch c.Kind {
	case display.Stroke:
		if !near(c.Curve.A, d.Curve.A) || !near(c.Curve.B, d.Curve.B) || !near(c.Curve.C, d.Curve.C) {
			return false
		}
	case display.Disc, display.Box, display.Hexagon:
		if !near(c.At, d.At) {
			return false
		}
	}
	c.At, c.Curve, c.Points = d.At, d.Curve, d.Points
	return c == d
}
