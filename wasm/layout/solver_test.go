package layout

import (
	"testing"

	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/fixtures"
)

func TestSolverInSlicesIsSolve(t *testing.T) {
	for _, f := range all(fixtures.Frames()[1]) {
		want := Solve(f.problem, 3, testBudget/2)
		for _, slice := range []int{1, 7, 400} {
			s := NewSolver(f.problem, 3, testBudget/2)
			for !s.Run(slice) {
			}
			if !fixtures.Same(s.At(), want) {
				t.Errorf("%s: in slices of %d evaluations the placement is another", f.name, slice)
			}
		}
	}
}

// TestSolverHasADrawingAtOnce: what may be shown before the work is done keeps to what holds of
// every placement, and gets better.
func TestSolverHasADrawingAtOnce(t *testing.T) {
	for _, f := range all(fixtures.Frames()[0]) {
		s := NewSolver(f.problem, 1, testBudget)
		first := s.At()
		for spent := 0; !s.Run(100); spent += 100 {
			if q := Measure(f.problem, s.At()); q.Overlaps != 0 || q.Outside != 0 {
				t.Fatalf("%s: after %d evaluations %+v", f.name, spent, q)
			}
			if spent > 3*testBudget {
				t.Fatalf("%s: not done after %d evaluations of %d", f.name, spent, testBudget)
			}
		}
		m := f.problem.instance()
		if before, after := anneal.NewEnergy(m, first).Total(), anneal.NewEnergy(m, s.At()).Total(); after > before {
			t.Errorf("%s: cost %.2f at first, %.2f at the end", f.name, before, after)
		}
	}
	for _, p := range []*Problem{{}, {Frame: fixtures.Frames()[0], Nodes: discs(1)}} {
		s := NewSolver(p, 1, 10)
		for range 1000 {
			s.Run(1)
		}
		if !s.Run(1) || len(s.At()) != len(p.Nodes) {
			t.Errorf("%d nodes: not done after 1000 evaluations", len(p.Nodes))
		}
	}
}

func TestMoreBudgetIsBetter(t *testing.T) {
	p := actors27(fixtures.Frames()[0])
	m := p.instance()
	little, much := 0.0, 0.0
	for seed := range uint64(3) {
		little += anneal.NewEnergy(m, Solve(p, seed, 500)).Total()
		much += anneal.NewEnergy(m, Solve(p, seed, 20000)).Total()
	}
	if much >= little {
		t.Errorf("cost %.2f with forty times the budget of %.2f", much/3, little/3)
	}
}
