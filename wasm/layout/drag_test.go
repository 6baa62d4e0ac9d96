package layout

import (
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/netgraph"
)

// rest steps a Drag until it rests and returns the number of steps. Every step must keep to
// the promises of Step.
func rest(t *testing.T, name string, w *Drag) int {
	t.Helper()
	d := w.instance.Frame.Max.Sub(w.instance.Frame.Min)
	most := 60 + int(d.Len()/maxStep) + 2
	for step := range most + 1 {
		before := w.At().Clone()
		moved := w.Step()
		largest := 0.0
		for i, v := range w.At() {
			largest = max(largest, v.Sub(before[i]).Len())
			if !w.instance.Pinned[i] && w.instance.Inside(i, v) != v {
				t.Fatalf("%s, step %d: node %d left the frame: %v", name, step, i, v)
			}
		}
		if largest > maxStep+1e-9 || largest > moved+1e-9 {
			t.Fatalf("%s, step %d: moved %v px and said %v", name, step, largest, moved)
		}
		if moved == 0 {
			if again := w.Step(); again != 0 {
				t.Fatalf("%s: rested and then moved %v px", name, again)
			}
			return step
		}
	}
	t.Fatalf("%s: still moving after %d steps", name, most)
	return 0
}

// touching counts the pairs that are too close, those of two fixed nodes left out.
func touching(w *Drag) int {
	n := 0
	for i := range w.instance.N {
		for j := range i {
			if w.instance.Overlaps(i, w.pos[i], j, w.pos[j]) && !(w.remover.Fixed[i] && w.remover.Fixed[j]) {
				n++
			}
		}
	}
	return n
}

// laid returns a fixture with its placement.
func laid(name string, frame geom.Rect) (*Problem, Placement) {
	for _, f := range all(frame) {
		if f.name == name {
			return f.problem, Solve(f.problem, 1, testBudget)
		}
	}
	panic("no fixture " + name)
}

func TestDragRestsWhereItWasLaid(t *testing.T) {
	for _, f := range all(fixtures.Frames()[0]) {
		at := Solve(f.problem, 1, testBudget)
		if Measure(f.problem, at).Overlaps > 0 {
			t.Fatalf("%s overlaps before it begins", f.name)
		}
		w := NewDrag(f.problem, at)
		if moved := w.Step(); moved != 0 || !fixtures.Same(w.At(), at) {
			t.Errorf("%s: a clean placement moved by %v px when nobody acted", f.name, moved)
		}
	}
}

func TestDragEndsWithoutOverlaps(t *testing.T) {
	r := &netgraph.Random{State: 9}
	for _, f := range all(fixtures.Frames()[1]) {
		w := NewDrag(f.problem, Solve(f.problem, 1, testBudget))
		for drag := range 4 {
			i := r.IntN(w.instance.N)
			w.Hold(i)
			from := w.At()[i]
			to := w.instance.Inside(i, geom.Vec{X: float64(700 * r.Float64()), Y: float64(600 * r.Float64())})
			for k := range 12 {
				w.MoveTo(i, from.Lerp(to, float64(k)/12))
				if moved := w.Step(); moved == 0 {
					t.Fatalf("%s: resting while the hand moves", f.name)
				}
			}
			w.MoveTo(i, to)
			rest(t, f.name, w)
			if n := touching(w); n != 0 {
				t.Errorf("%s, drag %d: %d pairs too close while held at rest", f.name, drag, n)
			}
			w.Release(i)
			rest(t, f.name, w)
			if w.At()[i] != to {
				t.Errorf("%s, drag %d: dropped at %v, lies at %v", f.name, drag, to, w.At()[i])
			}
			if n := touching(w); n != 0 {
				t.Errorf("%s, drag %d: %d pairs too close at rest", f.name, drag, n)
			}
		}
	}
}

func TestDragMakesRoomForADrop(t *testing.T) {
	p, at := laid("actors27", fixtures.Frames()[0])
	for j := 1; j < 6; j++ {
		w := NewDrag(p, at)
		w.Hold(0)
		w.MoveTo(0, at[j])
		w.Release(0)
		rest(t, "drop", w)
		if want := w.instance.Inside(0, at[j]); w.At()[0] != want {
			t.Errorf("dropped on node %d at %v, lies at %v", j, want, w.At()[0])
		}
		if touching(w) != 0 {
			t.Errorf("node %d did not make room for the one dropped on it", j)
		}
	}
}

func TestDragKeepsPins(t *testing.T) {
	p, at := laid("actors27", fixtures.Frames()[0])
	for i := range p.Nodes {
		p.Nodes[i].Pinned, p.Nodes[i].At = i%2 == 0, at[i]
	}
	w := NewDrag(p, at)
	w.Hold(1)
	w.MoveTo(1, at[4]) // on a pinned one
	w.Release(1)
	rest(t, "pins", w)
	for i := range p.Nodes {
		if p.Nodes[i].Pinned && w.At()[i] != at[i] {
			t.Errorf("pinned node %d moved from %v to %v", i, at[i], w.At()[i])
		}
	}
	if w.At()[1] != w.instance.Inside(1, at[4]) {
		t.Errorf("the dropped node lies at %v, not where it was dropped", w.At()[1])
	}
	w.Pin(1, false)
	rest(t, "unpinned", w)
	if n := touching(w); n != 0 {
		t.Errorf("%d pairs too close after the dropped node was set free", n)
	}
}

// TestDragIsCalm holds what a reader remembers: of a small drag the nodes that are not tied
// to the dragged one, and not near it, take no notice.
func TestDragIsCalm(t *testing.T) {
	p, at := laid("actors27", fixtures.Frames()[0])
	w := NewDrag(p, at)
	const i = 4
	w.Hold(i)
	to := at[i].Add(geom.Vec{X: 60, Y: 40})
	w.MoveTo(i, to)
	rest(t, "calm", w)
	near := func(j int) bool {
		return at[j].Sub(at[i]).Len() < 250 || at[j].Sub(to).Len() < 250
	}
	for j := range at {
		moved := w.At()[j].Sub(at[j]).Len()
		if w.instance.Distance[i*w.instance.N+j] > 1 && !near(j) && moved > 8 {
			t.Errorf("node %d, far from the drag, moved %.1f px", j, moved)
		}
	}
}

// TestDragFollows: what is linked to the dragged node comes along a little, and not all the way.
func TestDragFollows(t *testing.T) {
	p, at := laid("path12", fixtures.Frames()[0])
	w := NewDrag(p, at)
	w.Hold(0)
	away := at[0].Sub(at[1]).Unit().Mul(-250)
	w.MoveTo(0, w.instance.Inside(0, at[0].Sub(away)))
	hand := w.At()[0].Sub(at[0])
	rest(t, "follow", w)
	along := w.At()[1].Sub(at[1]).Dot(hand) / hand.Dot(hand)
	if hand.Len() > 20 && (along < 0.1 || along > 0.9) {
		t.Errorf("the neighbour went %.2f of the way of the hand", along)
	}
}

// TestDragCleansUp: where there is room, a drop leaves no line under a node, and what makes way for
// lines does not go far.
func TestDragCleansUp(t *testing.T) {
	r := &netgraph.Random{State: 31}
	before, after := 0, 0
	for range 4 {
		p := story(24, fixtures.Frames()[0], r)
		at := Solve(p, 1, 4*testBudget)
		for range 10 {
			w := NewDrag(p, at)
			i := r.IntN(w.instance.N)
			w.Hold(i)
			w.MoveTo(i, geom.Vec{X: float64(1000 * r.Float64()), Y: float64(700 * r.Float64())})
			rest(t, "drag", w)
			w.Release(i)
			dropped := w.At().Clone()
			before += Measure(p, dropped).EdgesOnNodes
			w.CleanUp()
			rest(t, "tidied", w)
			q := Measure(p, w.At())
			after += q.EdgesOnNodes
			if q.Overlaps != 0 || w.At()[i] != dropped[i] {
				t.Errorf("tidied: %+v, the dropped node went from %v to %v", q, dropped[i], w.At()[i])
			}
			if far := strayed(p, dropped, w.At(), make([]bool, w.instance.N)); far > anneal.CleanupDisplacement*(anneal.CleanupRounds+1) {
				t.Errorf("tidying moved a node by %.2f of the width", far)
			}
		}
	}
	if 10*after > before {
		t.Errorf("%d nodes under lines after 40 drops, %d after tidying", before, after)
	}
	many := NewDrag(clustered(SmallMax+1, fixtures.Frames()[0]), nil)
	many.CleanUp()
	rest(t, "many", many)
}

func TestDragIsDeterministic(t *testing.T) {
	run := func() Placement {
		p, at := laid("clustered77", fixtures.Frames()[0])
		w := NewDrag(p, at)
		w.Hold(3)
		for k := range 20 {
			w.MoveTo(3, geom.Vec{X: 100 + float64(k*40), Y: 300})
			w.Step()
		}
		w.Release(3)
		rest(t, "determinism", w)
		return w.At()
	}
	if !fixtures.Same(run(), run()) {
		t.Error("the same drag gave two placements")
	}
}

func TestDragIgnoresNonsense(t *testing.T) {
	p, at := laid("path12", fixtures.Frames()[0])
	w := NewDrag(p, at)
	w.Hold(-1)
	w.Hold(99)
	w.Release(3)
	w.MoveTo(2, geom.Vec{})
	w.Pin(-3, true)
	if w.Step() != 0 || !fixtures.Same(w.At(), at) {
		t.Error("commands for no node or for one not held moved something")
	}
	NewDrag(&Problem{}, nil).Step()
	short := NewDrag(p, at[:3])
	rest(t, "short placement", short)
	if touching(short) != 0 {
		t.Error("nodes without a place were not separated")
	}
}

func TestDragStepAllocatesNothing(t *testing.T) {
	p, at := laid("clustered77", fixtures.Frames()[0])
	w := NewDrag(p, at)
	w.Hold(5)
	k := 0
	allocs := testing.AllocsPerRun(300, func() {
		if k%100 < 10 { // then let it cool, glide and rest
			w.MoveTo(5, at[(k*7)%len(at)])
			w.CleanUp()
		}
		k++
		w.Step()
	})
	if allocs != 0 {
		t.Errorf("%v allocations a step", allocs)
	}
}

// TestRebindIsANewDrag: what is taken over from a former one makes no difference.
func TestRebindIsANewDrag(t *testing.T) {
	for _, p := range []*Problem{clustered(60, fixtures.Frames()[0]), clustered(300, fixtures.Frames()[0])} {
		at := Solve(p, 1, testBudget)
		former := NewDrag(p, at)
		former.Hold(3)
		former.MoveTo(3, at[3].Add(geom.Vec{X: 60, Y: 20}))
		former.Step()
		pinned := *p
		pinned.Nodes = append([]NodeBox(nil), p.Nodes...)
		pinned.Nodes[3].Pinned, pinned.Nodes[3].At = true, former.At()[3]
		at = former.At().Clone()
		for former.Step() > 0 {
		}
		a, b := NewDrag(&pinned, at), former.Rebind(&pinned, at)
		for _, w := range []*Drag{a, b} {
			w.CleanUp()
			for w.Step() > 0 {
			}
		}
		if !fixtures.Same(a.At(), b.At()) {
			t.Errorf("%d nodes: the one comes to rest elsewhere than the other", len(at))
		}
	}
}

// TestLargeMapsMakeRoomForAHeldNode: more nodes than a story has are clear of each other at rest too,
// and what is far from the hand stays.
func TestLargeMapsMakeRoomForAHeldNode(t *testing.T) {
	p := clustered(600, geom.Rect{Max: geom.Vec{X: 2400, Y: 1800}})
	at := Solve(p, 1, DefaultBudget)
	w := NewDrag(p, at)
	if rest(t, "before", w); touching(w) > 0 {
		t.Fatalf("%d pairs touch before the drag", touching(w))
	}
	at = w.At().Clone()
	w.Hold(7)
	to := w.instance.Frame.Min.Lerp(w.instance.Frame.Max, 0.5)
	w.MoveTo(7, to)
	rest(t, "600 nodes", w)
	if w.At()[7] != to || touching(w) > 0 {
		t.Errorf("the held node is at %v, not at %v, or %d pairs touch", w.At()[7], to, touching(w))
	}
	still := 0
	for i := range at {
		if at[i].Sub(w.At()[i]).Len() < 3 {
			still++
		}
	}
	if still < len(at)*8/10 {
		t.Errorf("only %d of %d nodes stayed", still, len(at))
	}
}
