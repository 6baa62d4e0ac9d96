package force

import (
	"math"
	"testing"

	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/netgraph"
)

// TestForcesCancel: what one node does to another the other does to it, so all pushes, each times
// the mass that it moves, add up to nothing. Fields keep to that at any theta, and however they
// are handed down.
func TestForcesCancel(t *testing.T) {
	for _, n := range []int{2, 13, 400, 3000} {
		at, mass := fixtures.Swarm(n, uint64(n))
		for _, theta := range []float32{0, 0.9, 1.2} {
			force := push(at, mass, theta)
			sumX, sumY, all := 0.0, 0.0, 0.0
			for i, m := range mass {
				fx, fy := float64(m*force.X[i]), float64(m*force.Y[i])
				sumX, sumY, all = sumX+fx, sumY+fy, all+math.Hypot(fx, fy)
			}
			if sum := math.Hypot(sumX, sumY); sum > 1e-5*all {
				t.Errorf("%d nodes, theta %v: pushes of %v together leave %v", n, theta, all, sum)
			}
		}
	}
}

// TestExpansionErrorFallsWithDistance: of two clumps that act as wholes the first three terms are right,
// so at twice the distance the error falls to about 1/16, and the push to 1/2.
func TestExpansionErrorFallsWithDistance(t *testing.T) {
	const clump = leafSize
	wrong := func(apart float32) float64 {
		r := &netgraph.Random{State: 3}
		at, mass := netgraph.NewPoints(2*clump), make([]float32, 2*clump)
		for i := range mass {
			at.X[i], at.Y[i], mass[i] = float32(r.Signed()), float32(r.Signed()), float32(1+r.IntN(3))
			if i < clump {
				at.X[i] += apart
				at.Y[i] += apart / 3
			}
		}
		const soft = 1e-9
		f := newRepulsion(2*clump, DefaultTheta, soft)
		f.tree.build(at, mass)
		force := netgraph.NewPoints(2 * clump)
		f.push(1, force)
		x, y := exactPush(at, mass, 1, soft)
		sum := 0.0
		for i := range x {
			dx, dy := float64(force.X[i])-x[i], float64(force.Y[i])-y[i]
			sum += dx*dx + dy*dy
		}
		return math.Sqrt(sum)
	}
	for _, apart := range []float32{6, 8, 12} {
		near, far := wrong(apart), wrong(2*apart)
		if far > near/10 {
			t.Errorf("clumps %v apart: error %v, and %v at twice the distance", apart, near, far)
		}
	}
}

// TestExpansionShifted: around another centre a field has the same values everywhere.
func TestExpansionShifted(t *testing.T) {
	whole := localExpansion{1, -2, 0.5, 0.25, -0.125, 0.75}
	const x, y = 0.5, -1.5
	var handed localExpansion
	handed.shift(&whole, x, y)
	for _, at := range [][2]float32{{0, 0}, {1, 0}, {0, 1}, {-2, 3}} {
		re, im := handed.eval(at[0], at[1])
		wantRe, wantIm := whole.eval(at[0]+x, at[1]+y)
		if math.Abs(float64(re-wantRe)) > 1e-5 || math.Abs(float64(im-wantIm)) > 1e-5 {
			t.Errorf("at %v: %v, %v; want %v, %v", at, re, im, wantRe, wantIm)
		}
	}
}
