package layout_test

import (
	"fmt"
	"math"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/netgraph"
)

func TestSolveIsDeterministic(t *testing.T) {
	for _, f := range all(fixtures.Frames()[0]) {
		if !fixtures.Same(layout.Solve(f.problem, 7, testBudget/4), layout.Solve(f.problem, 7, testBudget/4)) {
			t.Errorf("%s: two runs with one seed differ", f.name)
		}
	}
	p := actors27(fixtures.Frames()[0])
	if fixtures.Same(layout.Solve(p, 7, testBudget), layout.Solve(p, 8, testBudget)) {
		t.Error("the seed makes no difference")
	}
}

func TestSolveIgnoresOrderOfLinks(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	p.Links = append(p.Links, layout.Link{A: 3, B: 4, Length: 0.7, Weight: 2, Drawn: true}, layout.Link{A: 3, B: 4, Length: 1.6, Weight: 0.4})
	q := *p
	q.Links = append([]layout.Link(nil), p.Links...)
	r := &netgraph.Random{State: 5}
	netgraph.Shuffle(r, q.Links)
	for e := range q.Links {
		if r.IntN(2) == 0 {
			q.Links[e].A, q.Links[e].B = q.Links[e].B, q.Links[e].A
		}
	}
	if !fixtures.Same(layout.Solve(p, 1, testBudget), layout.Solve(&q, 1, testBudget)) {
		t.Error("the placement depends on the order or the direction of the links")
	}
}

func TestSolveMovesWithTheFrame(t *testing.T) {
	by := geom.Vec{X: 1000, Y: -300}
	p := actors27(fixtures.Frames()[1])
	p.Nodes[4].Pinned, p.Nodes[4].At = true, geom.Vec{X: 200, Y: 100}
	q := *p
	q.Frame = geom.Rect{Min: p.Frame.Min.Add(by), Max: p.Frame.Max.Add(by)}
	q.Nodes = append([]layout.NodeBox(nil), p.Nodes...)
	q.Nodes[4].At = p.Nodes[4].At.Add(by)
	a, b := layout.Solve(p, 1, testBudget), layout.Solve(&q, 1, testBudget)
	for i := range a {
		if d := b[i].Sub(a[i].Add(by)).Len(); d > 1e-9 {
			t.Fatalf("node %d is %v px off after the frame moved by %v", i, d, by)
		}
	}
}

func TestSolveIgnoresSelfLinksAndBadLinks(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	q := *p
	q.Links = append(append([]layout.Link(nil), p.Links...), layout.Link{A: 3, B: 3, Length: 1, Weight: 1, Drawn: true},
		layout.Link{A: -1, B: 2, Drawn: true}, layout.Link{A: 2, B: 99, Drawn: true})
	if !fixtures.Same(layout.Solve(p, 1, testBudget), layout.Solve(&q, 1, testBudget)) {
		t.Error("links to itself or to no node change the placement")
	}
}

func TestSolveKeepsPins(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	free := layout.Solve(p, 1, testBudget)
	q := *p
	q.Nodes = append([]layout.NodeBox(nil), p.Nodes...)
	for i := range q.Nodes {
		q.Nodes[i].Pinned, q.Nodes[i].At = true, free[i]
	}
	if !fixtures.Same(layout.Solve(&q, 2, testBudget), free) {
		t.Error("with all nodes pinned the placement is not the pins")
	}
	for i := range q.Nodes {
		q.Nodes[i].Pinned = i%3 == 0
	}
	got := layout.Solve(&q, 2, testBudget)
	for i := range got {
		if q.Nodes[i].Pinned && got[i] != free[i] {
			t.Errorf("pinned node %d is at %v, not at %v", i, got[i], free[i])
		}
	}
	if quality := layout.Measure(&q, got); quality.Overlaps != 0 || quality.Outside != 0 {
		t.Errorf("around pins: %+v", quality)
	}
}

func TestSolveSmallAndOdd(t *testing.T) {
	frame := fixtures.Frames()[0]
	disc := layout.NodeBox{HalfW: 10, HalfH: 10, Round: true, LabelW: 80, LabelH: 16}
	pinned := layout.NodeBox{HalfW: 10, HalfH: 10, Pinned: true, At: geom.Vec{X: 50, Y: 60}}
	nan := math.NaN()
	for _, c := range []struct {
		name string
		p    *layout.Problem
	}{
		{"nothing", &layout.Problem{Frame: frame}},
		{"one node", &layout.Problem{Frame: frame, Nodes: []layout.NodeBox{disc}}},
		{"one node with a link to itself", &layout.Problem{Frame: frame, Nodes: []layout.NodeBox{disc}, Links: links([2]int{0, 0})}},
		{"two nodes apart", &layout.Problem{Frame: frame, Gap: 10, Nodes: []layout.NodeBox{disc, disc}}},
		{"two nodes linked twice", &layout.Problem{Frame: frame, Gap: 10, Nodes: []layout.NodeBox{disc, disc}, Links: links([2]int{0, 1}, [2]int{1, 0})}},
		{"only nodes alone", &layout.Problem{Frame: frame, Gap: 10, Nodes: discs(30)}},
		{"pinned on one another", &layout.Problem{Frame: frame, Nodes: []layout.NodeBox{pinned, pinned, disc}, Links: links([2]int{0, 1}, [2]int{1, 2})}},
		{"frame without area", &layout.Problem{Nodes: []layout.NodeBox{disc, disc}, Links: links([2]int{0, 1})}},
		{"frame the wrong way round", &layout.Problem{Frame: geom.Rect{Min: frame.Max, Max: frame.Min}, Nodes: discs(5)}},
		{"nothing but NaN", &layout.Problem{Frame: geom.Rect{Min: geom.Vec{X: nan}}, Gap: nan, Links: []layout.Link{{A: 0, B: 1, Length: nan, Weight: nan, Drawn: true}},
			Nodes: []layout.NodeBox{{HalfW: nan, LabelW: nan, LabelH: 5, Pinned: true, At: geom.Vec{X: nan, Y: 3}}, disc}}},
		{"infinite node", &layout.Problem{Frame: frame, Nodes: []layout.NodeBox{{HalfW: math.Inf(1), HalfH: 1}, disc}}},
	} {
		for _, budget := range []int{-1, 0, 1, 500} {
			at := layout.Solve(c.p, 1, budget)
			if len(at) != len(c.p.Nodes) {
				t.Errorf("%s: %d places for %d nodes", c.name, len(at), len(c.p.Nodes))
			}
			for i, v := range at {
				if !(math.Abs(v.X) < 1e7 && math.Abs(v.Y) < 1e7) {
					t.Errorf("%s, budget %d: node %d is at %v", c.name, budget, i, v)
				}
			}
		}
	}
}

func TestSolveCrammed(t *testing.T) {
	// Ten times more node than frame: it must still end, inside the frame, and use all of it.
	p := &layout.Problem{Frame: geom.Rect{Max: geom.Vec{X: 200, Y: 200}}, Gap: 10, Nodes: discs(100)}
	q := layout.Measure(p, layout.Solve(p, 1, testBudget))
	if q.Outside != 0 {
		t.Errorf("%d nodes outside the frame", q.Outside)
	}
	if all := 100 * 99 / 2; q.Overlaps > all*35/100 { // 30 % is what nodes of this size have anywhere
		t.Errorf("%d of %d pairs overlap: the nodes lie in a heap", q.Overlaps, all)
	}
}

// TestSolveQuality holds the figures that the pictures of the page rest on.
func TestSolveQuality(t *testing.T) {
	frame := fixtures.Frames()[0]
	for _, c := range []struct {
		fixture
		crossings int
		stress    float64
	}{
		{fixture{"star20", star(20, frame)}, 0, 0.20},
		{fixture{"path12", path(12, frame)}, 0, 0.12},
		{fixture{"mesh36", mesh(6, 6, frame)}, 0, 0.06},
		{fixture{"tree31", tree(31, frame)}, 0, 0.16},
		{fixture{"islands17", islands(frame)}, 0, 0.12},
		{fixture{"actors27", actors27(frame)}, 13, 0.11},
	} {
		at := layout.Solve(c.problem, 1, layout.DefaultBudget/3)
		q := layout.Measure(c.problem, at)
		if q.Overlaps != 0 || q.Outside != 0 || q.EdgesOnNodes != 0 || q.EdgesOnLabels != 0 {
			t.Errorf("%s: %+v: want no overlap, nothing outside, no line over a node or label", c.name, q)
		}
		if q.Crossings > c.crossings || q.Stress > c.stress {
			t.Errorf("%s: %d crossings, stress %.3f; want at most %d and %.3f", c.name, q.Crossings, q.Stress, c.crossings, c.stress)
		}
		if q.EmptyCircle > 1.7 {
			t.Errorf("%s: an empty disc of %.2f spacings: the frame is not filled evenly", c.name, q.EmptyCircle)
		}
	}
}

func TestSolveFillsEveryFrame(t *testing.T) {
	for _, frame := range fixtures.Frames() {
		t.Run(fmt.Sprintf("%vx%v", frame.W(), frame.H()), func(t *testing.T) {
			p := tree(31, frame)
			at := layout.Solve(p, 1, layout.DefaultBudget/6)
			box := geom.Rect{Min: at[0], Max: at[0]}
			for _, v := range at {
				box = box.Union(geom.Rect{Min: v, Max: v})
			}
			if box.W() < 0.7*frame.W() || box.H() < 0.7*frame.H() {
				t.Errorf("the picture takes %.0f x %.0f of %.0f x %.0f", box.W(), box.H(), frame.W(), frame.H())
			}
		})
	}
}
