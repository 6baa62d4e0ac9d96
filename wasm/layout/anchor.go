package layout

import "actormap/wasm/geom"

// An anchor holds nodes near former positions, to preserve the mental map.
type anchor struct {
	at              Placement
	maxDisplacement []float64 // of each node, px; 0: fixed; negative: unbounded
}

// What a body pays for leaving its place, in units of one crossing.
const (
	weightMoved        = 0.4 // at all: what gains less is not worth a reader's while
	weightDisplacement = 0.8 // more at the end of its leash
)

// cost returns what node i at p adds for its displacement.
func (t *anchor) cost(i int, p geom.Vec) float64 {
	if t == nil || t.maxDisplacement[i] <= 0 || p == t.at[i] {
		return 0
	}
	d := p.Sub(t.at[i])
	return weightMoved + float64(weightDisplacement*d.Dot(d)/float64(t.maxDisplacement[i]*t.maxDisplacement[i]))
}

// fixed reports whether node i must not move.
func (t *anchor) fixed(i int) bool { return t != nil && t.maxDisplacement[i] == 0 }

// bounded reports whether node i has a largest displacement.
func (t *anchor) bounded(i int) bool { return t != nil && t.maxDisplacement[i] > 0 }

// clampTo returns p, or the nearest point to it within the displacement that node i may have.
func (t *anchor) clampTo(i int, p geom.Vec) geom.Vec {
	if !t.bounded(i) {
		return p
	}
	d := p.Sub(t.at[i])
	if l := d.Len(); l > t.maxDisplacement[i] {
		const hair = 1e-9 // less than the leash, against rounding
		return t.at[i].Add(d.Mul((1 - hair) * t.maxDisplacement[i] / l))
	}
	return p
}
