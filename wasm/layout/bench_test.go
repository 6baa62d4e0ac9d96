package layout

import "testing"

func BenchmarkSolve(b *testing.B) {
	for _, f := range fixtures(frames()[0]) {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				Solve(f.p, 1, DefaultBudget)
			}
		})
	}
}
