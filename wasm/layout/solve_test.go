package layout

import (
	"fmt"
	"math"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// testBudget keeps the laws quick: they hold at any effort.
const testBudget = 2000

func TestSolveIsDeterministic(t *testing.T) {
	for _, f := range all(fixtures.Frames()[0]) {
		if !fixtures.Same(Solve(f.problem, 7, testBudget/4), Solve(f.problem, 7, testBudget/4)) {
			t.Errorf("%s: two runs with one seed differ", f.name)
		}
	}
	p := actors27(fixtures.Frames()[0])
	if fixtures.Same(Solve(p, 7, testBudget), Solve(p, 8, testBudget)) {
		t.Error("the seed makes no difference")
	}
}

func TestSolveIgnoresOrderOfLinks(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	p.Links = append(p.Links, Link{A: 3, B: 4, Length: 0.7, Weight: 2, Drawn: true}, Link{A: 3, B: 4, Length: 1.6, Weight: 0.4})
	q := *p
	q.Links = append([]Link(nil), p.Links...)
	r := &netgraph.Random{State: 5}
	netgraph.Shuffle(r, q.Links)
	for e := range q.Links {
		if r.IntN(2) == 0 {
			q.Links[e].A, q.Links[e].B = q.Links[e].B, q.Links[e].A
		}
	}
	if !fixtures.Same(Solve(p, 1, testBudget), Solve(&q, 1, testBudget)) {
		t.Error("the placement depends on the order or the direction of the links")
	}
}

func TestSolveMovesWithTheFrame(t *testing.T) {
	by := geom.Vec{X: 1000, Y: -300}
	p := actors27(fixtures.Frames()[1])
	p.Nodes[4].Pinned, p.Nodes[4].At = true, geom.Vec{X: 200, Y: 100}
	q := *p
	q.Frame = geom.Rect{Min: p.Frame.Min.Add(by), Max: p.Frame.Max.Add(by)}
	q.Nodes = append([]NodeBox(nil), p.Nodes...)
	q.Nodes[4].At = p.Nodes[4].At.Add(by)
	a, b := Solve(p, 1, testBudget), Solve(&q, 1, testBudget)
	for i := range a {
		if d := b[i].Sub(a[i].Add(by)).Len(); d > 1e-9 {
			t.Fatalf("node %d is %v px off after the frame moved by %v", i, d, by)
		}
	}
}

func TestSolveIgnoresSelfLinksAndBadLinks(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	q := *p
	q.Links = append(append([]Link(nil), p.Links...), Link{A: 3, B: 3, Length: 1, Weight: 1, Drawn: true},
		Link{A: -1, B: 2, Drawn: true}, Link{A: 2, B: 99, Drawn: true})
	if !fixtures.Same(Solve(p, 1, testBudget), Solve(&q, 1, testBudget)) {
		t.Error("links to itself or to no node change the placement")
	}
}

func TestSolveKeepsPins(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	free := Solve(p, 1, testBudget)
	q := *p
	q.Nodes = append([]NodeBox(nil), p.Nodes...)
	for i := range q.Nodes {
		q.Nodes[i].Pinned, q.Nodes[i].At = true, free[i]
	}
	if !fixtures.Same(Solve(&q, 2, testBudget), free) {
		t.Error("with all nodes pinned the placement is not the pins")
	}
	for i := range q.Nodes {
		q.Nodes[i].Pinned = i%3 == 0
	}
	got := Solve(&q, 2, testBudget)
	for i := range got {
		if q.Nodes[i].Pinned && got[i] != free[i] {
			t.Errorf("pinned node %d is at %v, not at %v", i, got[i], free[i])
		}
	}
	if quality := Measure(&q, got); quality.Overlaps != 0 || quality.Outside != 0 {
		t.Errorf("around pins: %+v", quality)
	}
}

func TestSolveSmallAndOdd(t *testing.T) {
	frame := fixtures.Frames()[0]
	disc := NodeBox{HalfW: 10, HalfH: 10, Round: true, LabelW: 80, LabelH: 16}
	pinned := NodeBox{HalfW: 10, HalfH: 10, Pinned: true, At: geom.Vec{X: 50, Y: 60}}
	nan := math.NaN()
	for _, c := range []struct {
		name string
		p    *Problem
	}{
		{"nothing", &Problem{Frame: frame}},
		{"one node", &Problem{Frame: frame, Nodes: []NodeBox{disc}}},
		{"one node with a link to itself", &Problem{Frame: frame, Nodes: []NodeBox{disc}, Links: links([2]int{0, 0})}},
		{"two nodes apart", &Problem{Frame: frame, Gap: 10, Nodes: []NodeBox{disc, disc}}},
		{"two nodes linked twice", &Problem{Frame: frame, Gap: 10, Nodes: []NodeBox{disc, disc}, Links: links([2]int{0, 1}, [2]int{1, 0})}},
		{"only nodes alone", &Problem{Frame: frame, Gap: 10, Nodes: discs(30)}},
		{"pinned on one another", &Problem{Frame: frame, Nodes: []NodeBox{pinned, pinned, disc}, Links: links([2]int{0, 1}, [2]int{1, 2})}},
		{"frame without area", &Problem{Nodes: []NodeBox{disc, disc}, Links: links([2]int{0, 1})}},
		{"frame the wrong way round", &Problem{Frame: geom.Rect{Min: frame.Max, Max: frame.Min}, Nodes: discs(5)}},
		{"nothing but NaN", &Problem{Frame: geom.Rect{Min: geom.Vec{X: nan}}, Gap: nan, Links: []Link{{A: 0, B: 1, Length: nan, Weight: nan, Drawn: true}},
			Nodes: []NodeBox{{HalfW: nan, LabelW: nan, LabelH: 5, Pinned: true, At: geom.Vec{X: nan, Y: 3}}, disc}}},
		{"infinite node", &Problem{Frame: frame, Nodes: []NodeBox{{HalfW: math.Inf(1), HalfH: 1}, disc}}},
	} {
		for _, budget := range []int{-1, 0, 1, 500} {
			at := Solve(c.p, 1, budget)
			if len(at) != len(c.p.Nodes) {
				t.Errorf("%s: %d places for %d nodes", c.name, len(at), len(c.p.Nodes))
			}
			for i, v := range at {
				if instance.Finite(v.X, instance.Unbounded) == instance.Unbounded || instance.Finite(v.Y, instance.Unbounded) == instance.Unbounded {
					t.Errorf("%s, budget %d: node %d is at %v", c.name, budget, i, v)
				}
			}
		}
	}
}

func TestSolveCrammed(t *testing.T) {
	// Ten times more node than frame: it must still end, inside the frame, and use all of it.
	p := &Problem{Frame: geom.Rect{Max: geom.Vec{X: 200, Y: 200}}, Gap: 10, Nodes: discs(100)}
	q := Measure(p, Solve(p, 1, testBudget))
	if q.Outside != 0 {
		t.Errorf("%d nodes outside the frame", q.Outside)
	}
	if all := 100 * 99 / 2; q.Overlaps > all*35/100 { // 30 % is what nodes of this size have anywhere
		t.Errorf("%d of %d pairs overlap: the nodes lie in a heap", q.Overlaps, all)
	}
}

func TestSolveVeryMany(t *testing.T) {
	frame := fixtures.Frames()[0]
	p := clustered(3*instance.MaxAllPairs, frame)
	p.Nodes[7].Pinned, p.Nodes[7].At = true, geom.Vec{X: 30, Y: 40}
	at := Solve(p, 1, DefaultBudget)
	if !fixtures.Same(at, Solve(p, 1, DefaultBudget)) {
		t.Error("two runs differ")
	}
	if at[7] != p.Nodes[7].At {
		t.Errorf("the pinned node is at %v", at[7])
	}
	m := p.instance()
	tied, spread := 0.0, 0.0
	for _, e := range m.Edges {
		tied += at[e.A].Sub(at[e.B]).Len() / float64(len(m.Edges))
	}
	for i := range at {
		if m.Inside(i, at[i]) != at[i] {
			t.Fatalf("node %d is outside at %v", i, at[i])
		}
		spread += at[i].Sub(at[(i+m.N/2)%m.N]).Len() / float64(m.N)
	}
	if tied > 0.6*spread {
		t.Errorf("linked nodes are %.0f px apart, any two %.0f px: ties do not show", tied, spread)
	}
	w := NewDrag(p, at)
	w.Hold(3)
	w.MoveTo(3, frame.Centre())
	if w.At()[3] != frame.Centre() || w.Step() != 0 {
		t.Error("of very many nodes the held one alone moves")
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
		at := Solve(c.problem, 1, DefaultBudget/3)
		q := Measure(c.problem, at)
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
			at := Solve(p, 1, DefaultBudget/6)
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
