package layout

import "testing"

func TestSlicesMakeNoDifference(t *testing.T) {
	for _, f := range fixtures(frames()[1]) {
		want := Solve(f.p, 3, testBudget/2)
		for _, slice := range []int{1, 7, 400} {
			s := NewSolver(f.p, 3, testBudget/2)
			for !s.Run(slice) {
			}
			if !same(s.At(), want) {
				t.Errorf("%s: in slices of %d evaluations the placement is another", f.name, slice)
			}
		}
	}
}

// TestSolvingHasAPictureAtOnce: what may be shown before the work is done keeps to what holds of
// every placement, and gets better.
func TestSolvingHasAPictureAtOnce(t *testing.T) {
	for _, f := range fixtures(frames()[0]) {
		s := NewSolver(f.p, 1, testBudget)
		first := s.At()
		for spent := 0; !s.Run(100); spent += 100 {
			if q := Measure(f.p, s.At()); q.Overlaps != 0 || q.Outside != 0 {
				t.Fatalf("%s: after %d evaluations %+v", f.name, spent, q)
			}
			if spent > 3*testBudget {
				t.Fatalf("%s: not done after %d evaluations of %d", f.name, spent, testBudget)
			}
		}
		m := newInstance(f.p)
		if before, after := newEnergy(m, first).total(), newEnergy(m, s.At()).total(); after > before {
			t.Errorf("%s: cost %.2f at first, %.2f at the end", f.name, before, after)
		}
	}
	for _, p := range []*Problem{{}, {Frame: frames()[0], Nodes: discs(1)}} {
		s := NewSolver(p, 1, 10)
		for range 1000 {
			s.Run(1)
		}
		if !s.Run(1) || len(s.At()) != len(p.Nodes) {
			t.Errorf("%d bodies: not done after 1000 evaluations", len(p.Nodes))
		}
	}
}

// TestSearchAllocatesNothing: a search in the loop of frames makes no work for the collector.
func TestSearchAllocatesNothing(t *testing.T) {
	st := scattered(clustered(77, frames()[0]), &random{state: 2})
	s := newAnnealer(st, &random{state: 3})
	s.start(400_000, 4)
	for range 2000 { // the lists of what is near have found their length
		s.visitNext()
	}
	if allocs := testing.AllocsPerRun(2000, func() { s.visitNext() }); allocs >= 0.01 {
		t.Errorf("%v allocations a step", allocs)
	}
}
