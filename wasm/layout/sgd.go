package layout

import "actormap/wasm/geom"

// The steps of stress by stochastic gradient descent (Zheng, Pawar, Goodman 2019): an epoch
// moves every pair once, in chance order, towards its ideal distance by a rate that falls
// from epoch to epoch. The rates are eta(t) = eta_max exp(-lambda t) for weights 1/d², with
// eta_min = 0.1 at the last epoch; here as shares of eta_max, which is d_max².
//
// With d_max between 2 and 12 steps one table of decay does: each rate is decay times the
// one before, and pairs whose rate exceeds 1 are moved all the way.
const (
	sgdEpochs = 18
	sgdDecay  = 0.68
	sgdStart  = 1.0 // share of d_max² in the first epoch
)

// A pairing is a pair of bodies of one part.
type pairing struct{ a, b int }

// pairsOf lists all pairs of a part.
func pairsOf(part []int) []pairing {
	var out []pairing
	for x, a := range part {
		for _, b := range part[:x] {
			out = append(out, pairing{a, b})
		}
	}
	return out
}

// scatter puts the bodies of a part on chance places in a square of about its size in steps.
func (m *instance) scatter(part []int, at Placement, r *random) {
	side := 1.0
	for float64(side*side) < float64(len(part)) {
		side++
	}
	for _, i := range part {
		at[i] = geom.Vec{X: float64(side * r.float64()), Y: float64(side * r.float64())}
	}
}

// descend runs all epochs on a part. Positions are in units of scale px a step; pinned
// bodies do not move when hold is set.
func (m *instance) descend(pairs []pairing, at Placement, scale float64, hold bool, r *random) {
	longest := 0.0
	for _, p := range pairs {
		longest = max(longest, m.distance[p.a*m.n+p.b])
	}
	eta := float64(longest*longest) * sgdStart
	for range sgdEpochs {
		shuffle(r, pairs)
		for _, p := range pairs {
			m.movePair(p, at, eta, scale, hold, r)
		}
		eta *= sgdDecay
	}
}

// movePair moves two bodies towards their ideal distance.
func (m *instance) movePair(p pairing, at Placement, eta, scale float64, hold bool, r *random) {
	k := p.a*m.n + p.b
	rate := float64(eta * m.weight[k])
	if rate > 1 {
		rate = 1
	}
	d := at[p.a].Sub(at[p.b])
	length := d.Len()
	if length < 1e-9 {
		d, length = geom.Vec{X: r.float64() - 0.5, Y: r.float64() - 0.5}, 1
	}
	push := rate * (float64(m.distance[k]*scale) - length) / length
	shareA, shareB := 0.5, 0.5
	if hold && m.pinned[p.a] {
		shareA, shareB = 0, 1
	}
	if hold && m.pinned[p.b] {
		shareA, shareB = 2*shareA, 0
	}
	at[p.a] = at[p.a].Add(d.Mul(float64(push * shareA)))
	at[p.b] = at[p.b].Sub(d.Mul(float64(push * shareB)))
}
