package layout

import (
	"fmt"
	"testing"

	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/force"
	"actormap/wasm/layout/internal/netgraph"
)

func BenchmarkSolve(b *testing.B) {
	for _, f := range all(fixtures.Frames()[0]) {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				Solve(f.problem, 1, DefaultBudget)
			}
		})
	}
}

// BenchmarkLarge lays generated networks of each size class out, as Solve does.
func BenchmarkLarge(b *testing.B) {
	frame := fixtures.Frames()[3]
	for _, f := range []fixture{
		{"mesh900", mesh(30, 30, frame)}, {"many1000", many(1000, 1)},
		{"many10000", many(10000, 1)}, {"mesh10000", mesh(100, 100, frame)}, {"tree5000", tree(5000, frame)},
		{"many50000", many(50000, 1)},
	} {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				Solve(f.problem, 1, DefaultBudget)
			}
		})
	}
}

// BenchmarkTick is one tick of d3-force's model.
func BenchmarkTick(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := many(n, 1)
			at, _ := fixtures.Swarm(n, 1)
			x := force.NewSimulation(netgraph.New(n, p.Links), at)
			for range 30 {
				x.Tick(0.5)
			}
			for b.Loop() {
				x.Tick(0.01)
			}
		})
	}
}
