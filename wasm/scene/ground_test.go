package scene

import (
	"reflect"
	"testing"

	"actormap/wasm/geom"
)

// groundScene is a crowd that is seen from far enough for its ground to be apart, zoomed so that it can
// be panned, and at rest.
func groundScene(t *testing.T) *Scene {
	t.Helper()
	s := crowdScene(t, 900)
	apply(t, s, Zoom{Factor: 1.3})
	rest(t, s)
	if f := s.LiveFrame(); f.Ground == nil {
		t.Fatalf("no ground at detail %v", s.detail)
	}
	return s
}

func TestGroundAndWhatIsAboveAreTheWholePicture(t *testing.T) {
	s := groundScene(t)
	apply(t, s, Select{Ref{Node: s.graph.Nodes[7].ID}})
	rest(t, s)
	f := s.LiveFrame()
	parts := append(clone(f.Ground.Shapes(s.world())), f.Shapes...)
	texts := append([]Text(nil), f.Texts...)
	whole := s.Frame()
	if whole.Ground != nil {
		t.Fatal("Frame keeps a ground apart")
	}
	if !reflect.DeepEqual(parts, whole.Shapes) {
		t.Errorf("%d shapes in parts, %d in the whole, or other ones", len(parts), len(whole.Shapes))
	}
	if !reflect.DeepEqual(texts, whole.Texts) {
		t.Errorf("%d texts in parts, %d in the whole, or other ones", len(texts), len(whole.Texts))
	}
}

func TestAPartOfTheGroundIsAllThatMayBeSeenThere(t *testing.T) {
	s := groundScene(t)
	apply(t, s, Select{Ref{Node: s.graph.Nodes[7].ID}})
	rest(t, s)
	g := s.LiveFrame().Ground
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
func touches(sh *Shape, part geom.Rect) bool {
	grown := part.Grow(sh.Width / 2)
	switch sh.Kind {
	case Stroke:
		for _, p := range sh.Curve.Points(nil, 200) {
			if grown.Contains(p) {
				return true
			}
		}
		return false
	case Triangle:
		return part.Contains(sh.Points[0]) || part.Contains(sh.Points[1]) || part.Contains(sh.Points[2])
	case Box:
		return grown.Overlaps(geom.RectAt(sh.At, sh.HalfW, sh.HalfH))
	}
	return grown.Overlaps(geom.RectAt(sh.At, sh.HalfW, sh.HalfW))
}

func TestAPanShiftsTheGroundByWholePx(t *testing.T) {
	s := groundScene(t)
	before := *s.LiveFrame().Ground
	nodes := append([]geom.Vec(nil), s.drawn.at...)
	moved := geom.Vec{}
	for range 10 {
		apply(t, s, Pan{geom.Vec{X: 3.3, Y: -0.45}})
		s.Tick(16)
		g := s.LiveFrame().Ground
		if g.Serial != before.Serial {
			t.Fatal("a pan makes another ground")
		}
		moved = g.Offset.Sub(before.Offset)
		if moved != snapped(moved) {
			t.Fatalf("the ground has moved by %v", moved)
		}
	}
	if want := (geom.Vec{X: 33, Y: -4}); moved.Sub(want).Len() > 1 {
		t.Errorf("ten pans have moved the ground by %v, want %v to within a px", moved, want)
	}
	for i, at := range s.drawn.at {
		if at.Sub(nodes[i]).Sub(moved).Len() > 1e-9 {
			t.Fatalf("node %d has moved by %v, its ground by %v", i, at.Sub(nodes[i]), moved)
		}
	}
}

func TestWhatLooksOtherwiseIsAnotherGround(t *testing.T) {
	for name, change := range map[string]func(*Scene){
		"zoom":       func(s *Scene) { apply(t, s, Zoom{Factor: 1.1}) },
		"hover":      func(s *Scene) { s.setHover(Target{Node, 3}) },
		"selection":  func(s *Scene) { apply(t, s, Select{Ref{Node: s.graph.Nodes[3].ID}}) },
		"palette":    func(s *Scene) { s.Paint(Dark()) },
		"place":      func(s *Scene) { apply(t, s, Place{Node: s.graph.Nodes[3].ID, X: 0.5, Y: 0.5}) },
		"fade, once": func(s *Scene) { s.setHover(Target{Node, 3}); s.LiveFrame(); s.Tick(16) },
	} {
		s := groundScene(t)
		before := s.LiveFrame().Ground.Serial
		if change(s); s.LiveFrame().Ground.Serial == before {
			t.Errorf("%s: the ground is said to look as before", name)
		}
	}
}

func TestNamesFadeOverTheSameGround(t *testing.T) {
	s := crowdScene(t, 900)
	s.LiveFrame()
	s.Tick(16)
	apply(t, s, Zoom{Factor: 1.3})
	serial := s.LiveFrame().Ground.Serial
	frames := 0
	for s.Tick(16) {
		if frames++; s.LiveFrame().Ground.Serial != serial {
			t.Fatal("a name that fades makes another ground")
		}
	}
	if frames == 0 {
		t.Error("no name was on its way")
	}
}

func TestCloseUpThereIsNoGround(t *testing.T) {
	s := crowdScene(t, 900)
	apply(t, s, Zoom{Factor: s.MaxZoom()})
	if s.LiveFrame().Ground != nil {
		t.Error("signs that give way to names cannot be on a ground that names do not change")
	}
	if storyFrame := New(s.graph, s.size); storyFrame.crowd == nil {
		t.Fatal("the crowd is a story")
	}
}

func clone(shapes []Shape) []Shape { return append([]Shape(nil), shapes...) }
