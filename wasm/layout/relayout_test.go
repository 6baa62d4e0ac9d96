package layout

import (
	"fmt"
	"math"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/overlap"
)

// changed returns a problem with a change, where its nodes were, and which are new.
func changed(p *Problem, at Placement, kind string, r *netgraph.Random) (*Problem, Placement, []bool) {
	q := *p
	q.Nodes, q.Links = append([]NodeBox(nil), p.Nodes...), append([]Link(nil), p.Links...)
	was, fresh := at.Clone(), make([]bool, len(at))
	n := len(at)
	switch kind {
	case "a node":
		q.Nodes = append(q.Nodes, NodeBox{HalfW: 35 + float64(r.IntN(30)), HalfH: 12})
		for range 1 + r.IntN(2) {
			q.Links = append(q.Links, links([2]int{r.IntN(n), n})...)
		}
		was, fresh = append(was, geom.Vec{}), append(fresh, true)
	case "a relation":
		q.Links = append(q.Links, links([2]int{r.IntN(n), r.IntN(n)})...)
	case "a relation less":
		k := r.IntN(len(q.Links))
		q.Links = append(q.Links[:k], q.Links[k+1:]...)
	case "a node less":
		q.Nodes, was, fresh = q.Nodes[:n-1], was[:n-1], fresh[:n-1]
	}
	return &q, was, fresh
}

// strayed returns how far an old node has moved, as a share of the frame's width.
func strayed(p *Problem, was, at Placement, fresh []bool) float64 {
	most := 0.0
	for i := range at {
		if !fresh[i] {
			most = max(most, at[i].Sub(was[i]).Len())
		}
	}
	return most / p.Frame.W()
}

// TestRelayoutIsCalm is the promise of a changing map: whatever is added or taken away, the others
// stay within a twentieth of the width.
func TestRelayoutIsCalm(t *testing.T) {
	r := &netgraph.Random{State: 11}
	for _, n := range []int{10, 30, 31, 32, 60} {
		p := story(n, fixtures.Frames()[0], r)
		at := Solve(p, 1, testBudget)
		for _, kind := range []string{"a node", "a relation", "a relation less", "a node less"} {
			for range 8 {
				q, was, fresh := changed(p, at, kind, r)
				u := Relayout{Problem: q, Previous: was, New: fresh}
				got := u.Solve(1, testBudget)
				if moved := strayed(q, was, got, fresh); moved > DefaultDisplacement {
					t.Errorf("%d nodes, %s: another moved %.3f of the width", n, kind, moved)
				}
				if quality := Measure(q, got); quality.Overlaps != 0 || quality.Outside != 0 {
					t.Errorf("%d nodes, %s: %+v", n, kind, quality)
				}
				if !fixtures.Same(got, u.Solve(1, testBudget)) {
					t.Fatalf("%d nodes, %s: two runs differ", n, kind)
				}
			}
		}
	}
}

// TestRelayoutInsertsWell: a map that grows node by node costs little more than one laid out at once.
func TestRelayoutInsertsWell(t *testing.T) {
	r := &netgraph.Random{State: 5}
	whole, grown := 0.0, 0.0
	for range 4 {
		p := story(30, fixtures.Frames()[0], r)
		at := Solve(p, 1, testBudget)
		for range 4 {
			q, was, fresh := changed(p, at, "a node", r)
			p, at = q, (&Relayout{Problem: q, Previous: was, New: fresh}).Solve(1, testBudget)
		}
		m := p.instanceAtOrigin(p.Frame)
		from := func(at Placement) float64 {
			moved := at.Clone()
			for i := range moved {
				moved[i] = moved[i].Sub(p.Frame.Min)
			}
			return anneal.NewEnergy(m, moved).Total()
		}
		grown += from(at)
		whole += from(Solve(p, 1, testBudget))
	}
	if grown > 1.25*whole {
		t.Errorf("four nodes added one by one cost %.1f, laid out at once %.1f", grown/4, whole/4)
	}
}

func TestRelayoutOfNothingMovesNothing(t *testing.T) {
	for _, f := range all(fixtures.Frames()[1]) {
		at := Solve(f.problem, 1, 8*testBudget)
		got := (&Relayout{Problem: f.problem, Previous: at}).Solve(1, testBudget)
		if moved := strayed(f.problem, at, got, make([]bool, len(at))); moved > DefaultDisplacement {
			t.Errorf("%s: moved %.3f of the width although nothing changed", f.name, moved)
		}
		if q, before := Measure(f.problem, got), Measure(f.problem, at); q.EdgesOnNodes > before.EdgesOnNodes {
			t.Errorf("%s: %+v became %+v", f.name, before, q)
		}
	}
}

func TestRelayoutKeepsPins(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	at := Solve(p, 1, testBudget)
	for i := range p.Nodes {
		p.Nodes[i].Pinned, p.Nodes[i].At = i%2 == 0, at[i]
	}
	q, was, fresh := changed(p, at, "a node", &netgraph.Random{State: 2})
	got := (&Relayout{Problem: q, Previous: was, New: fresh}).Solve(1, testBudget)
	for i := range at {
		if q.Nodes[i].Pinned && got[i] != at[i] {
			t.Errorf("pinned node %d went from %v to %v", i, at[i], got[i])
		}
	}
}

// TestRelayoutKeepsTheSenseOfDirection: a map of which most is new is laid out anew, but what was
// left stays left.
func TestRelayoutKeepsTheSenseOfDirection(t *testing.T) {
	r := &netgraph.Random{State: 21}
	for k := range 6 {
		p := story(30, fixtures.Frames()[0], r)
		at := Solve(p, uint64(k), testBudget)
		fresh := make([]bool, 30)
		for i := 12; i < 30; i++ {
			fresh[i] = true
		}
		got := (&Relayout{Problem: p, Previous: mirrored(p, at), New: fresh}).Solve(uint64(k+1), testBudget)
		before, after := 0.0, 0.0
		mid := p.Frame.Centre()
		for i := range 12 {
			was := mirrored(p, at)[i].Sub(mid)
			after += got[i].Sub(mid).Dot(was)
			before += was.Dot(was)
		}
		if after < 0.3*before {
			t.Errorf("map %d: the nodes that were there agree with their former places by %.2f only", k, after/before)
		}
	}
}

func TestProcrustes(t *testing.T) {
	r := &netgraph.Random{State: 4}
	for k := range 20 {
		at, was := make(Placement, 9), make(Placement, 9)
		x, y := r.Float64()-0.5, r.Float64()-0.5
		l := geom.Vec{X: x, Y: y}.Len()
		want := overlap.Rotation{Cos: x / l, Sin: y / l, Mirror: k%2 == 1}
		mem := &previous{positions: was, known: make([]bool, 9)}
		for i := range at {
			at[i] = geom.Vec{X: r.Float64(), Y: r.Float64()}
			was[i] = want.Apply(at[i]).Mul(3).Add(geom.Vec{X: 50, Y: -20})
			mem.known[i] = i != 4
		}
		mem.count = 8
		was[4] = geom.Vec{X: 1000, Y: 7}
		got := mem.procrustes(at)
		if math.Abs(got.Cos-want.Cos) > 1e-9 || math.Abs(got.Sin-want.Sin) > 1e-9 || got.Mirror != want.Mirror {
			t.Errorf("turned by %+v, found %+v", want, got)
		}
	}
}

func TestRelayoutSmallAndOdd(t *testing.T) {
	nan := geom.Vec{X: math.NaN()}
	for _, n := range []int{0, 1, 2, 5} {
		p := &Problem{Frame: fixtures.Frames()[3], Gap: 10, Nodes: discs(n), Links: links([2]int{0, 1}, [2]int{1, 2})}
		for _, was := range []Placement{nil, {nan, {X: 9e9}}, {{X: 50, Y: 50}, {X: 50, Y: 50}}} {
			for _, budget := range []int{-1, 0, 300} {
				name := fmt.Sprintf("%d nodes, %d known, budget %d", n, len(was), budget)
				got := (&Relayout{Problem: p, Previous: was, New: []bool{true}, MaxDisplacement: math.NaN()}).Solve(1, budget)
				if len(got) != n {
					t.Fatalf("%s: %d places", name, len(got))
				}
				check(t, p.instance(), name, got)
			}
		}
	}
}

func TestRelayoutOfMany(t *testing.T) {
	for _, n := range []int{SmallMax + 1, 3 * instance.MaxAllPairs} {
		p := clustered(n, fixtures.Frames()[0])
		at := Solve(p, 1, testBudget)
		fresh := make([]bool, n)
		fresh[n-1] = true
		u := &Relayout{Problem: p, Previous: at, New: fresh}
		if moved := strayed(p, at, u.Solve(1, testBudget), fresh); moved > DefaultDisplacement {
			t.Errorf("%d nodes, one new: another moved %.3f of the width", n, moved)
		}
	}
}
