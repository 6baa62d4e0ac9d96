package scene

import (
	"reflect"
	"slices"
	"testing"

	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/gesture"
	"actormap/wasm/query"
)

// deeds keeps the two edges of deeds between s, g and o.
var deeds = Filter{map[query.Facet][]string{query.Class: {"deeds"}}}

// near keeps what lies within a step of s: a0, g, and the band's nodes.
var near = Around{query.Around{Node: "s", Steps: 1, Direction: query.Both}}

func TestWhatIsFilteredOutIsGoneFromThePicture(t *testing.T) {
	s := newSample(t)
	before := s.Layout()
	a3 := s.toScreen(s.graph.NodeByID("a3"))
	apply(t, s, deeds)
	rest(t, s)
	for _, txt := range s.Frame().Texts {
		if id := ownerID(s, txt.Owner); txt.Owner.Thing == display.Node && !slices.Contains([]string{"s", "g", "o"}, id) {
			t.Errorf("the name of %s is there", id)
		}
	}
	if got := s.Pick(a3, gesture.Touch); got.Kind != Nothing && got.Index == s.graph.NodeByID("a3") {
		t.Errorf("a node that is filtered out is picked: %+v", got)
	}
	if n := s.Places().Nodes[s.graph.NodeByID("a3")]; n.X >= 0 {
		t.Errorf("the page is told that a hidden node is at %v", n)
	}
	if !reflect.DeepEqual(before.At, s.Layout().At) {
		t.Error("a filter moves nodes")
	}
	apply(t, s, Undo{})
	rest(t, s)
	if got := s.State(); got.Query.Narrows() || !got.CanRedo {
		t.Errorf("after undo: %+v", got)
	}
	if fresh := newSample(t); !reflect.DeepEqual(dump(fresh.Frame()), dump(s.Frame())) {
		t.Error("after undo the picture is another than at the start")
	}
}

func TestWalkingReachesOnlyWhatIsShown(t *testing.T) {
	s := newSample(t)
	apply(t, s, Focus{Ref{Node: "a3"}}, deeds)
	seen := map[string]bool{}
	for _, to := range []Direction{Next, Next, Next, Next, First, Last, Prev, Left, Right, Up, Down} {
		apply(t, s, Walk{to})
		seen[s.ref(s.focus).Node] = true
	}
	if len(seen) != 3 || !seen["s"] || !seen["g"] || !seen["o"] {
		t.Errorf("walked to %v, want s, g, o", seen)
	}
	apply(t, s, Focus{Ref{Node: "a3"}})
	if got := s.ref(s.focus); got.Node == "a3" || got.Node == "" {
		t.Errorf("the mark is on %v, want on a node that is shown", got)
	}
	apply(t, s, Filter{map[query.Facet][]string{query.Class: {"none"}}}, Walk{Next}, Focus{Ref{Node: "a3"}})
	if got := s.ref(s.focus); got != (Ref{}) {
		t.Errorf("on an empty map the mark is on %v", got)
	}
}

func TestAFocusFillsTheFrameAndBackIsExact(t *testing.T) {
	for _, size := range Frames {
		s := New(sample(), size)
		before := s.Layout()
		for _, steps := range []int{1, 2, 1, 3} {
			apply(t, s, Around{query.Around{Node: "s", Steps: steps, Direction: query.Both}})
			rest(t, s)
			checkNames(t, s)
			for _, i := range indices(s.shown.Nodes) {
				if w, h := s.extent(i); !geom.RectAt(s.at[i], w, h).Inside(s.world()) {
					t.Errorf("%v: %s lies outside", size, s.graph.Nodes[i].ID)
				}
			}
		}
		apply(t, s, Around{})
		rest(t, s)
		if !reflect.DeepEqual(before.At, s.Layout().At) {
			t.Errorf("%v: the nodes do not come back to where they were", size)
		}
	}
}

func TestAFocusIsDrawnApart(t *testing.T) {
	s := newSample(t)
	i, j := s.graph.NodeByID("s"), s.graph.NodeByID("g")
	before := s.at[i].Sub(s.at[j]).Len()
	apply(t, s, near)
	rest(t, s)
	if after := s.at[i].Sub(s.at[j]).Len(); after <= before {
		t.Errorf("s and g are %v px apart, %v before", after, before)
	}
}

func TestWhatIsDraggedInAFocusStaysWhenItEnds(t *testing.T) {
	s := newSample(t)
	before := s.Layout()
	apply(t, s, near)
	rest(t, s)
	dragTo(t, s, "g", geom.Vec{X: 120, Y: 130})
	rest(t, s)
	apply(t, s, Around{})
	rest(t, s)
	for i, at := range s.at {
		if g := s.graph.NodeByID("g"); i == g && at.Sub(geom.Vec{X: 120, Y: 130}).Len() > 1 || i != g && at != before.At[i] {
			t.Errorf("%s lies at %v, before the focus at %v", s.graph.Nodes[i].ID, at, before.At[i])
		}
	}
}

func TestOneSlideOfTheTimeIsOneUndo(t *testing.T) {
	s := newSample(t)
	for _, d := range []data.Date{"2025-03-01", "2025-02-27", "2025-02-26"} {
		apply(t, s, SetTime{query.Time{By: query.Event, Until: d}})
	}
	if s.shown.Edges[0] {
		t.Error("a line of the day after is shown")
	}
	apply(t, s, Undo{})
	if s.State().CanUndo || s.query.Narrows() {
		t.Errorf("after one undo: %+v", s.query)
	}
	apply(t, s, SetTime{query.Time{By: query.Event, Until: "2025-02-27"}}, deeds, SetTime{query.Time{By: query.Event}}, Undo{})
	if s.query.Time.Until == "" || !s.query.Narrows() {
		t.Errorf("undo took back more than the last step: %+v", s.query)
	}
}

func TestANewLineIsMarked(t *testing.T) {
	s := newSample(t)
	apply(t, s, SetTime{query.Time{By: query.Event, Until: "2025-02-28"}})
	if s.marked(Target{Edge, 0}) {
		t.Error("a line of the day before is marked as new")
	}
	apply(t, s, SetTime{query.Time{By: query.Event, Until: "2025-02-27"}})
	if !s.marked(Target{Edge, 0}) {
		t.Error("a line of the last day is not marked")
	}
}

func TestNarrowedStateRestoresInANewScene(t *testing.T) {
	s := newSample(t)
	before := s.Layout()
	trail := Comparison{"a0", "g", []string{"a0", "r10", "s", "r11", "g"}}
	apply(t, s, near, deeds, SetTime{query.Time{By: query.Report, From: "2025"}}, HighlightPath{trail})
	rest(t, s)
	fresh := newSample(t)
	apply(t, fresh, Restore{s.State()})
	rest(t, fresh)
	if !reflect.DeepEqual(dump(s.Frame()), dump(fresh.Frame())) {
		t.Error("the restored picture is another")
	}
	if a, b := s.State(), fresh.State(); !a.Query.Equal(&b.Query) || !reflect.DeepEqual(a.Comparison, b.Comparison) || len(a.SavedPositions) != len(b.SavedPositions) {
		t.Errorf("restored %+v, want %+v", b, a)
	}
	apply(t, fresh, ShowAll{}, HighlightPath{})
	rest(t, fresh)
	if !reflect.DeepEqual(before.At, fresh.Layout().At) {
		t.Error("the places behind the focus are lost")
	}
	apply(t, fresh, Restore{State{Query: query.Query{Around: near.Around}}})
	if len(fresh.State().SavedPositions) == 0 {
		t.Error("a state with a focus and without places is not laid out")
	}
	apply(t, fresh, Restore{})
	if st := fresh.State(); st.Query.Narrows() || len(st.Places) > 0 {
		t.Errorf("the empty state leaves %+v", st)
	}
}

func TestANarrowedMapSurvivesAnotherFrame(t *testing.T) {
	s := newSample(t)
	apply(t, s, near, Resize{Frames[0]})
	rest(t, s)
	checkNames(t, s)
	if !s.query.Narrows() || len(s.State().SavedPositions) == 0 {
		t.Errorf("after another frame: %+v", s.State())
	}
	apply(t, s, Around{})
	rest(t, s)
	if want := New(sample(), Frames[0]).Layout(); !reflect.DeepEqual(want.At, s.Layout().At) {
		t.Error("the places of the new frame do not come back")
	}
}

func TestBadQueriesAreRefused(t *testing.T) {
	s := newSample(t)
	for _, c := range []Command{
		SetTime{query.Time{By: "clock"}}, SetTime{query.Time{By: query.Event, Until: "yesterday"}}, SetTime{query.Time{Until: "2025"}},
		Around{query.Around{Node: "nobody", Steps: 1, Direction: query.Both}}, Around{query.Around{Node: "s", Steps: 4, Direction: query.Both}},
		Around{query.Around{Node: "s", Steps: 1}},
		HighlightPath{Comparison{From: "a0"}}, HighlightPath{Comparison{"a0", "g", []string{"a0", "r10", "s"}}}, HighlightPath{Comparison{"a0", "g", []string{"a0", "r11", "g"}}},
		HighlightPath{Comparison{"a1", "s", []string{"a1", "", "s"}}}, HighlightPath{Comparison{"a0", "s", []string{"a0", "no", "s"}}},
		SearchResults{[]Ref{{Node: "nobody"}}}, Reveal{Ref{Edge: "nobody"}},
	} {
		if err := s.Apply(c); err == nil {
			t.Errorf("%#v is accepted", c)
		}
	}
	if st := s.State(); st.CanUndo || st.Query.Narrows() || st.Comparison.From != "" {
		t.Errorf("a refused command has changed %+v", st)
	}
}

func TestAComparisonHighlightsItsPath(t *testing.T) {
	s := newSample(t)
	apply(t, s, HighlightPath{Comparison{"a1", "s", []string{"a1", "r0", "a0", "", "s"}}})
	rest(t, s)
	for id, lit := range map[string]bool{"a1": true, "a0": true, "s": true, "a5": false, "g": false} {
		if got := s.nodeAlpha[s.graph.NodeByID(id)] == 1; got != lit {
			t.Errorf("%s lit: %v, want %v", id, got, lit)
		}
	}
	if !s.comparison.hasMembership(s.graph, 0) || !s.marked(Target{Edge, 0}) || s.marked(Target{Edge, 1}) {
		t.Error("the band and the line of the path carry the mark, no other line does")
	}
	apply(t, s, Undo{})
	if !s.comparison.empty() {
		t.Error("a trail cannot be taken back")
	}
}

func TestSearchResultsAreHighlightedForAWhile(t *testing.T) {
	s := newSample(t)
	apply(t, s, SearchResults{[]Ref{{Node: "a5"}, {Edge: "r11"}}})
	rest(t, s)
	for id, lit := range map[string]bool{"a5": true, "s": true, "g": true, "a0": false} {
		if got := s.nodeAlpha[s.graph.NodeByID(id)] == 1; got != lit {
			t.Errorf("%s lit: %v, want %v", id, got, lit)
		}
	}
	apply(t, s, SearchResults{})
	rest(t, s)
	if s.nodeAlpha[s.graph.NodeByID("a0")] != 1 || s.State().CanUndo {
		t.Error("hits leave something behind")
	}
}

func TestRevealBringsATargetIntoView(t *testing.T) {
	s := newSample(t)
	apply(t, s, Reveal{Ref{Node: "a0"}})
	if s.camera.Zoom != 1 || s.camera.Offset != (geom.Vec{}) {
		t.Error("the whole map is in view, and yet it moves")
	}
	for _, id := range []string{"a0", "a1", "a2", "a3", "s", "g"} {
		apply(t, s, Fit{}, Zoom{Factor: 4, At: &geom.Vec{}}, Reveal{Ref{Node: id}})
		if at := s.toScreen(s.graph.NodeByID(id)); !s.world().Contains(at) {
			t.Errorf("%s is at %v", id, at)
		}
	}
}

// TestWhatAStateLeavesOut checks that each field which a state does not have is as the map was
// laid out, whatever was there before.
func TestWhatAStateLeavesOut(t *testing.T) {
	home := newSample(t).State()
	for name, commands := range map[string][]Command{
		"nothing":      nil,
		"the camera":   {Zoom{At: &geom.Vec{X: 100, Y: 100}, Factor: 2}, Pan{By: geom.Vec{X: 30, Y: -20}}},
		"a pin":        {Place{Node: "a0", X: 0.3, Y: 0.3}},
		"a selection":  {Select{Target: Ref{Node: "a0"}}},
		"the focus":    {Focus{Target: Ref{Node: "a0"}}},
		"the filter":   {deeds},
		"the time":     {SetTime{query.Time{By: query.Report, From: "2025"}}},
		"steps around": {near},
		"a trail":      {HighlightPath{Comparison{"a0", "g", []string{"a0", "r10", "s", "r11", "g"}}}},
	} {
		s := newSample(t)
		apply(t, s, commands...)
		rest(t, s)
		changed := s.State()
		changed.CanUndo, changed.CanRedo = false, false
		if name != "nothing" && reflect.DeepEqual(changed, home) {
			t.Errorf("%s: the state is as at the start", name)
		}
		apply(t, s, Restore{})
		got := s.State()
		got.CanUndo, got.CanRedo = false, false
		if !reflect.DeepEqual(got, home) {
			t.Errorf("%s: the empty state gives %+v, want %+v", name, got, home)
		}
	}
}
