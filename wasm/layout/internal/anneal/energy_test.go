package anneal

import (
	"slices"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// scattered is a state with all nodes anywhere in the frame.
func scattered(p *instance.Problem, r *netgraph.Random) *Energy {
	m := instance.New(p)
	at := make([]geom.Vec, m.N)
	for i := range at {
		at[i] = m.Inside(i, geom.Vec{X: float64(p.Frame.Max.X * r.Float64()), Y: float64(p.Frame.Max.Y * r.Float64())})
	}
	return NewEnergy(m, at)
}

func TestDeltasAgreeWithRecompute(t *testing.T) {
	r := &netgraph.Random{State: 3}
	for _, f := range append(fixtures.All(fixtures.Frames()[1]), fixtures.Fixture{Name: "hub", Problem: fixtures.Hub(fixtures.Frames()[1])}) {
		f.Problem.ParallelGap = 9
		f.Problem.Links = append(f.Problem.Links, f.Problem.Links[0]) // parallel lines
		st := scattered(f.Problem, r)
		mv := NewDelta(st)
		for range 60 {
			i := r.IntN(st.Instance.N)
			mv.moveTo(i, st.Instance.Inside(i, geom.Vec{X: float64(800 * r.Float64()), Y: float64(600 * r.Float64())}))
		}
		moved := *st
		st.Recompute()
		if !fixtures.Agree(moved.other, st.other) || !fixtures.Agree(moved.SumSquares, st.SumSquares) || !fixtures.Agree(moved.SumLengths, st.SumLengths) {
			t.Errorf("%s: after 60 moves rest %v, squares %v, lengths %v; anew %v, %v, %v",
				f.Name, moved.other, moved.SumSquares, moved.SumLengths, st.other, st.SumSquares, st.SumLengths)
		}
		for c, mass := range st.density.mass {
			if mass < -1e-9 {
				t.Errorf("%s: cell %d holds %v", f.Name, c, mass)
			}
		}
	}
}

// TestEnergyLaws: what a placement costs does not depend on where it lies, on left and right, or
// on the order of the nodes.
func TestEnergyLaws(t *testing.T) {
	r := &netgraph.Random{State: 8}
	for _, f := range fixtures.All(fixtures.Frames()[1]) {
		p := f.Problem
		p.ParallelGap = 9
		p.Links = append(p.Links, p.Links[0], instance.Link{A: 1, B: 2, Length: 1.4, Drawn: true, CrossingWeight: 0.3})
		at := scattered(p, r).Pos
		want := NewEnergy(instance.New(p), at).Total()
		if got := NewEnergy(instance.New(p), fixtures.Mirrored(p, at)).Total(); !fixtures.Agree(got, want) {
			t.Errorf("%s: costs %v, in the mirror %v", f.Name, want, got)
		}
		order := make([]int, len(p.Nodes))
		for i := range order {
			order[i] = i
		}
		netgraph.Shuffle(r, order)
		q, moved := *p, make([]geom.Vec, len(at))
		q.Nodes, q.Links = make([]instance.NodeBox, len(at)), append([]instance.Link(nil), p.Links...)
		for i, to := range order {
			q.Nodes[to], moved[to] = p.Nodes[i], at[i]
		}
		for e := range q.Links {
			q.Links[e].A, q.Links[e].B = order[q.Links[e].A], order[q.Links[e].B]
		}
		if got := NewEnergy(instance.New(&q), moved).Total(); !fixtures.Agree(got, want) {
			t.Errorf("%s: costs %v, with the nodes in another order %v", f.Name, want, got)
		}
		by := geom.Vec{X: -700, Y: 90}
		q = *p
		q.Frame = geom.Rect{Min: p.Frame.Min.Add(by), Max: p.Frame.Max.Add(by)}
		for i := range moved {
			moved[i] = at[i].Add(by)
		}
		if got := NewEnergy(instance.New(&q), moved).Total(); !fixtures.Agree(got, want) {
			t.Errorf("%s: costs %v, elsewhere %v", f.Name, want, got)
		}
	}
}

func TestEvaluateStopsOnlyAboveTheLimit(t *testing.T) {
	r := &netgraph.Random{State: 4}
	st := NewDelta(scattered(fixtures.Actors27(fixtures.Frames()[0]), r))
	for range 200 {
		i := r.IntN(st.energy.Instance.N)
		own := st.Remove(i)
		base := st.base
		p := st.energy.Instance.Inside(i, geom.Vec{X: float64(1000 * r.Float64()), Y: float64(700 * r.Float64())})
		s, _ := st.Evaluate(p, instance.Unbounded)
		total := base.Other + s.Other + st.energy.stressTerm(base.sumSquares+s.sumSquares, base.sumLengths+s.sumLengths)
		if _, ok := st.Evaluate(p, total+1e-6); !ok {
			t.Errorf("node %d at %v costs %v and was refused with a limit above it", i, p, total)
		}
		if _, ok := st.Evaluate(p, total-1e-6); ok {
			t.Errorf("node %d at %v costs %v and was taken with a limit below it", i, p, total)
		}
		st.Commit(st.energy.Pos[i], own)
	}
}

func TestSwapRestoresWhatItRefuses(t *testing.T) {
	r := &netgraph.Random{State: 5}
	st := scattered(fixtures.Actors27(fixtures.Frames()[0]), r)
	s := NewAnnealer(st, r)
	for range 200 {
		before, at := st.Total(), slices.Clone(st.Pos)
		s.swap(r.IntN(st.Instance.N), r.IntN(st.Instance.N), 0)
		if after := st.Total(); after > before+1e-9 || after == before && !fixtures.Same(at, st.Pos) {
			t.Fatalf("cost %v before, %v after an exchange that may only gain", before, after)
		}
	}
	kept := *st
	st.Recompute()
	if !fixtures.Agree(kept.other, st.other) {
		t.Errorf("after exchanges rest %v, anew %v", kept.other, st.other)
	}
}

func TestAnnealerNeverEndsWorse(t *testing.T) {
	r := &netgraph.Random{State: 6}
	st := scattered(fixtures.Clustered(40, fixtures.Frames()[1]), r)
	before := st.Total()
	NewAnnealer(st, r).Run(3000, 5)
	if after := st.Total(); after >= before {
		t.Errorf("cost %v before, %v after the search", before, after)
	}
}

func TestClearance(t *testing.T) {
	disc := instance.NodeBox{HalfW: 10, HalfH: 10, Round: true}
	labelled := disc
	labelled.LabelW, labelled.LabelH = 60, 16
	m := instance.New(&instance.Problem{Frame: fixtures.Frames()[0], Nodes: []instance.NodeBox{disc, labelled}, ParallelGap: 8})
	v := func(x, y float64) geom.Vec { return geom.Vec{X: x, Y: y} }
	for _, c := range []struct {
		name  string
		p, q  geom.Vec
		lanes int
		node  int
		want  float64
	}{
		{"level line above", v(0, 0), v(200, 0), 1, 0, 20},
		{"the same in the other direction", v(200, 0), v(0, 0), 1, 0, 20},
		{"upright line to the left", v(50, -100), v(50, 200), 1, 0, 40},
		{"through the middle", v(0, 30), v(200, 30), 1, 0, -10},
		{"ends before it", v(0, 30), v(70, 30), 1, 0, 20},
		{"three lanes are wider", v(0, 0), v(200, 0), 3, 0, 12},
		{"through the label", v(0, 52), v(200, 52), 1, 1, -8},
		{"just below the label", v(0, 63), v(200, 63), 1, 1, 3},
		{"between shape and label", v(0, 42), v(200, 42), 1, 1, 2},
		{"beside the label", v(135, 0), v(135, 100), 1, 1, 5},
		{"a line without length", v(100, 0), v(100, 0), 1, 0, 20},
	} {
		s := newSegment(m, &instance.Edge{Multiplicity: c.lanes, CrossingWeight: 1}, c.p, c.q, 0)
		at := v(100, 30)
		if toShape, toLabel := s.Clearance(&m.Shapes[c.node], at, s.Cross(at)); !fixtures.Agree(min(toShape, toLabel), c.want) {
			t.Errorf("%s: clearance %v, want %v", c.name, min(toShape, toLabel), c.want)
		}
	}
}
