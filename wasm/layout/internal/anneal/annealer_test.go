package anneal

import (
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// TestMajorizeLowersStress: at the scale of the present picture a node never has more stress where
// easy puts it, wherever it is and however unlike the axes are.
func TestMajorizeLowersStress(t *testing.T) {
	r := &netgraph.Random{State: 9}
	for _, frame := range fixtures.Frames() {
		for _, f := range fixtures.All(frame) {
			s := NewAnnealer(scattered(f.Problem, r), r)
			scale := s.energy.SumSquares / s.energy.SumLengths
			stress := func(i int, p geom.Vec) float64 { // but for what no place changes
				own := s.energy.nodeTerms(i, p)
				return own.sumSquares - 2*scale*own.sumLengths
			}
			for range 200 {
				i := r.IntN(s.instance.N)
				p := geom.Vec{X: float64(frame.Max.X * r.Float64()), Y: float64(frame.Max.Y * r.Float64())}
				before, after := stress(i, p), stress(i, s.majorize(i, p))
				if after > before && !fixtures.Agree(before, after) {
					t.Errorf("%s, %v wide, node %d: stress rises by %v", f.Name, frame.W(), i, after-before)
				}
			}
		}
	}
}

// TestTotalWithIsTheTotalAfterCommit: what a removed node is said to make the state cost is what it costs
// when the node is set down.
func TestTotalWithIsTheTotalAfterCommit(t *testing.T) {
	r := &netgraph.Random{State: 10}
	for _, f := range fixtures.All(fixtures.Frames()[2]) {
		mv := NewDelta(scattered(f.Problem, r))
		for range 40 {
			i := r.IntN(mv.instance.N)
			p := mv.instance.Inside(i, geom.Vec{X: float64(500 * r.Float64()), Y: float64(500 * r.Float64())})
			mv.Remove(i)
			next, _ := mv.Evaluate(p, instance.Unbounded)
			want := mv.totalWith(next)
			mv.Commit(p, next)
			if mv.energy.Recompute(); !fixtures.Agree(mv.energy.Total(), want) {
				t.Errorf("%s, node %d: %v foreseen, %v found", f.Name, i, want, mv.energy.Total())
			}
		}
	}
}

// TestAnnealerAllocatesNothing: a search in the loop of frames makes no work for the collector.
func TestAnnealerAllocatesNothing(t *testing.T) {
	st := scattered(fixtures.Clustered(77, fixtures.Frames()[0]), &netgraph.Random{State: 2})
	s := NewAnnealer(st, &netgraph.Random{State: 3})
	s.Start(400_000, 4)
	for range 2000 { // the lists of what is near have found their length
		s.VisitNext()
	}
	if allocs := testing.AllocsPerRun(2000, func() { s.VisitNext() }); allocs >= 0.01 {
		t.Errorf("%v allocations a step", allocs)
	}
}
