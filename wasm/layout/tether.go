package layout

import "actormap/wasm/geom"

// A tether holds bodies near the places where a reader remembers them.
type tether struct {
	at    Placement
	leash []float64 // px that each may move from there; 0: not at all; negative: it is not held
}

// What a body pays for leaving its place, in units of one crossing.
const (
	payLeave = 0.4 // at all: what gains less is not worth a reader's while
	payFar   = 0.8 // more at the end of its leash
)

// cost prices body i at p for being away from its place.
func (t *tether) cost(i int, p geom.Vec) float64 {
	if t == nil || t.leash[i] <= 0 || p == t.at[i] {
		return 0
	}
	d := p.Sub(t.at[i])
	return payLeave + float64(payFar*d.Dot(d)/float64(t.leash[i]*t.leash[i]))
}

// stuck reports whether body i must stay where it is.
func (t *tether) stuck(i int) bool { return t != nil && t.leash[i] == 0 }

// holds reports whether body i is on a leash.
func (t *tether) holds(i int) bool { return t != nil && t.leash[i] > 0 }

// within returns p, or the point of the leash of body i that is nearest to it.
func (t *tether) within(i int, p geom.Vec) geom.Vec {
	if !t.holds(i) {
		return p
	}
	d := p.Sub(t.at[i])
	if l := d.Len(); l > t.leash[i] {
		const hair = 1e-9 // less than the leash, against rounding
		return t.at[i].Add(d.Mul((1 - hair) * t.leash[i] / l))
	}
	return p
}
