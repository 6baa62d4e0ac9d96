package scene

import (
	"reflect"
	"testing"

	"actormap/wasm/camera"
	"actormap/wasm/geom"
	"actormap/wasm/gesture"
	"actormap/wasm/layout"
	"actormap/wasm/query"
)

// bigAndSmall are the frames between which the tests change.
var bigAndSmall = [2]Size{{1040, 740}, {480, 560}}

func TestALargeMapIsLaidOutInSlicesAsInOneGo(t *testing.T) {
	g := largeGraph(400, 1200)
	want := New(g, bigAndSmall[1])
	rest(t, want)
	s := New(g, bigAndSmall[0])
	rest(t, s)
	before := s.Layout()
	apply(t, s, Resize{bigAndSmall[1]})
	if s.pending == nil {
		t.Fatal("the whole layout was made within the command")
	}
	for i, at := range s.at {
		was := before.At[i]
		if at.Sub(geom.Vec{X: was.X * 480 / 1040, Y: was.Y * 560 / 740}).Len() > 1e-9 {
			t.Fatalf("meanwhile node %d is at %v, not where it lay", i, at)
		}
	}
	rest(t, s)
	if s.pending != nil || !reflect.DeepEqual(s.Layout(), want.Layout()) {
		t.Error("in slices the layout is another")
	}
	if !reflect.DeepEqual(s.Frame(), want.Frame()) {
		t.Error("in slices the picture is another")
	}
	if !reflect.DeepEqual(s.initial, want.initial) {
		t.Error("Reset would go to another place")
	}
}

// TestATickSpendsOneSlice counts the ticks: the layout must not be made in fewer than its slices,
// and what comes before and after it has ticks of its own.
func TestATickSpendsOneSlice(t *testing.T) {
	g := largeGraph(400, 1200)
	s := New(g, bigAndSmall[0])
	rest(t, s)
	work := layout.NewSolver(LayoutProblem(g, bigAndSmall[1]), layoutSeed, layout.DefaultBudget)
	slices := 1
	for !work.Run(layoutSlice) {
		slices++
	}
	const before = 4 // names of the map as it lies meanwhile, looks, problem, network
	apply(t, s, Resize{bigAndSmall[1]})
	for k := range before + slices {
		if !s.Tick(16) || s.pending == nil {
			t.Fatalf("after %d ticks the map rests", k+1)
		}
		if laid := s.pending.solved; laid != (k == before+slices-1) {
			t.Fatalf("after %d ticks of %d: the places are known: %v", k+1, before+slices, laid)
		}
	}
	for round := 1; !s.pending.done; round++ {
		if s.Tick(16); s.pending.round != round {
			t.Fatalf("a tick settled names %d times, not once", s.pending.round-round+1)
		}
	}
	if s.pending.round < 3 {
		t.Errorf("names were settled within %d ticks", s.pending.round)
	}
}

// TestNamesAreRankedOnceALayout: to find out at which zoom each name appears takes longer than
// anything else in a tick. It is done for the map as it lies meanwhile and for the new places.
func TestNamesAreRankedOnceALayout(t *testing.T) {
	g := largeGraph(400, 1200)
	s := New(g, bigAndSmall[0])
	rest(t, s)
	ranked := map[*uint8]bool{}
	look := func() {
		if s.large != nil && len(s.large.levels) > 0 {
			ranked[&s.large.levels[0]] = true
		}
	}
	apply(t, s, Resize{bigAndSmall[1]})
	for s.Tick(16) {
		look()
		s.Frame()
		look()
	}
	if len(ranked) != 2 {
		t.Errorf("names were ranked %d times, want 2", len(ranked))
	}
}

func TestWhatIsInHandIsNotTakenAwayByALayout(t *testing.T) {
	s := New(largeGraph(300, 900), bigAndSmall[0])
	rest(t, s)
	apply(t, s, Resize{bigAndSmall[1]})
	at := s.toScreen(7)
	apply(t, s, pointer(gesture.Down, at, 1, 0), pointer(gesture.Move, at.Add(geom.Vec{X: 30, Y: 20}), 1, 20))
	if s.drag.node != 7 {
		t.Fatalf("node %d is in hand", s.drag.node)
	}
	for range 300 {
		s.Tick(16)
	}
	if s.drag.node != 7 || s.pending == nil {
		t.Fatal("the layout took the node away")
	}
	apply(t, s, pointer(gesture.Up, at.Add(geom.Vec{X: 30, Y: 20}), 0, 40))
	held := s.at[7]
	rest(t, s)
	if s.pending != nil || !s.isPinned(7) || s.at[7].Sub(held).Len() > 1e-6 {
		t.Errorf("let go at %v, at rest it is at %v", held, s.at[7])
	}
}

func TestALookStaysWhileALayoutComes(t *testing.T) {
	s := New(largeGraph(300, 900), bigAndSmall[0])
	rest(t, s)
	apply(t, s, Resize{bigAndSmall[1]}, Zoom{Factor: 3}, Pan{geom.Vec{X: 20, Y: 10}})
	view := s.camera
	rest(t, s)
	if s.camera != view {
		t.Errorf("looked at %+v, afterwards at %+v", view, s.camera)
	}
}

// TestAStateComesBackOnTheRightPlaces: a state speaks of places in the layout that is coming.
func TestAStateComesBackOnTheRightPlaces(t *testing.T) {
	g := largeGraph(300, 900)
	st := State{Places: []Placed{{"a5", 0.5, 0.25}}, Pinned: []Placed{{"a9", 0.25, 0.5}}}
	want := New(g, bigAndSmall[1])
	apply(t, want, Restore{st})
	rest(t, want)
	s := New(g, bigAndSmall[0])
	apply(t, s, Resize{bigAndSmall[1]}, Restore{st})
	rest(t, s)
	if !reflect.DeepEqual(s.Layout().At, want.Layout().At) {
		t.Error("the state came back on the places of the former frame")
	}
}

// TestAStateWithoutPlacesWaitsForNoLayout: and comes out as on a map that was laid out before.
func TestAStateWithoutPlacesWaitsForNoLayout(t *testing.T) {
	g := largeGraph(900, 2700)
	st := State{Pinned: []Placed{{"a9", 0.25, 0.5}, {"a70", 0.5, 0.5}}, Selected: Ref{Node: "a5"},
		Camera: camera.Camera{Zoom: 3, Offset: geom.Vec{X: -200, Y: -300}}, Query: query.Query{Filter: map[query.Facet][]string{query.Status: {"happened"}}}}
	want := New(g, bigAndSmall[1])
	apply(t, want, Restore{st})
	rest(t, want)
	s := New(g, bigAndSmall[0])
	apply(t, s, Resize{bigAndSmall[1]})
	for range 7 {
		s.Tick(16)
	}
	apply(t, s, Restore{st}, RestoreHistory{})
	if s.pending == nil || s.pending.done {
		t.Fatal("the layout was made within the command")
	}
	rest(t, s)
	if !reflect.DeepEqual(s.Layout().At, want.Layout().At) || !reflect.DeepEqual(s.State(), want.State()) {
		t.Error("the state came back as another")
	}
}

func TestALaterFrameReplacesOneThatIsComing(t *testing.T) {
	g := largeGraph(300, 900)
	want := New(g, Frames[0])
	rest(t, want)
	s := New(g, bigAndSmall[0])
	apply(t, s, Resize{bigAndSmall[1]})
	s.Tick(16)
	apply(t, s, Resize{Frames[0]})
	rest(t, s)
	if !reflect.DeepEqual(s.Layout(), want.Layout()) {
		t.Error("the layout is not that of the later frame")
	}
}
