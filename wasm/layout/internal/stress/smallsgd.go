package stress

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// A pair is two nodes of one component.
type pair struct{ a, b int }

// PairsOf lists all pairs of a component.
func PairsOf(component []int) []pair {
	var out []pair
	for x, a := range component {
		for _, b := range component[:x] {
			out = append(out, pair{a, b})
		}
	}
	return out
}

// PlaceAtRandom places the nodes of a component uniformly in a square of about its size in steps.
func PlaceAtRandom(m *instance.Instance, component []int, at []geom.Vec, r *netgraph.Random) {
	side := 1.0
	for float64(side*side) < float64(len(component)) {
		side++
	}
	for _, i := range component {
		at[i] = geom.Vec{X: float64(side * r.Float64()), Y: float64(side * r.Float64())}
	}
}

// MinimiseStress runs all epochs of stochastic gradient descent on a component. scale is px a step;
// with hold, pinned nodes do not move.
func MinimiseStress(m *instance.Instance, pairs []pair, at []geom.Vec, scale float64, hold bool, r *netgraph.Random) {
	longest := 0.0
	for _, p := range pairs {
		longest = max(longest, m.Distance[p.a*m.N+p.b])
	}
	eta := float64(longest*longest) * pairStart
	for range Epochs {
		netgraph.Shuffle(r, pairs)
		for _, p := range pairs {
			movePair(m, p, at, eta, scale, hold, r)
		}
		eta *= pairDecay
	}
}

// movePair moves two nodes towards their ideal distance.
func movePair(m *instance.Instance, p pair, at []geom.Vec, eta, scale float64, hold bool, r *netgraph.Random) {
	k := p.a*m.N + p.b
	rate := float64(eta * m.Weight[k])
	if rate > 1 {
		rate = 1
	}
	d := at[p.a].Sub(at[p.b])
	length := d.Len()
	if length < 1e-9 {
		d, length = geom.Vec{X: r.Float64() - 0.5, Y: r.Float64() - 0.5}, 1
	}
	push := rate * (float64(m.Distance[k]*scale) - length) / length
	shareA, shareB := 0.5, 0.5
	if hold && m.Pinned[p.a] {
		shareA, shareB = 0, 1
	}
	if hold && m.Pinned[p.b] {
		shareA, shareB = 2*shareA, 0
	}
	at[p.a] = at[p.a].Add(d.Mul(float64(push * shareA)))
	at[p.b] = at[p.b].Sub(d.Mul(float64(push * shareB)))
}
