package layout

import (
	"testing"

	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/force"
	"actormap/wasm/layout/internal/netgraph"
)

// TestSimulationIsTheTickInPx: what hosts and benchmarks call is the tick that is tested above.
func TestSimulationIsTheTickInPx(t *testing.T) {
	p := many(50, 17)
	at, _ := fixtures.Swarm(50, 18)
	var begin Placement
	for i := range at.X {
		begin = append(begin, at.At(i).Mul(pxPerStep))
	}
	x, ticking := force.NewSimulation(netgraph.New(50, p.Links), at), NewSimulation(p, begin)
	for range 5 {
		x.Tick(0.25)
		ticking.Tick(0.25)
	}
	for i, v := range ticking.At() {
		if d := v.Mul(1 / pxPerStep).Sub(at.At(i)).Len(); d > 0.01 {
			t.Fatalf("node %d is %v steps off", i, d)
		}
	}
	NewSimulation(&Problem{}, nil).Tick(1) // nothing to do
}
