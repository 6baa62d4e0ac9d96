package anneal

import "actormap/wasm/geom"

// An Anchor holds nodes near former positions, to preserve the mental map.
type Anchor struct {
	At              []geom.Vec
	MaxDisplacement []float64 // of each node, px; 0: fixed; negative: unbounded
}

// cost returns what node i at p adds for its displacement.
func (t *Anchor) cost(i int, p geom.Vec) float64 {
	if t == nil || t.MaxDisplacement[i] <= 0 || p == t.At[i] {
		return 0
	}
	d := p.Sub(t.At[i])
	return weightMoved + float64(weightDisplacement*d.Dot(d)/float64(t.MaxDisplacement[i]*t.MaxDisplacement[i]))
}

// fixed reports whether node i must not move.
func (t *Anchor) fixed(i int) bool { return t != nil && t.MaxDisplacement[i] == 0 }

// bounded reports whether node i has a largest displacement.
func (t *Anchor) bounded(i int) bool { return t != nil && t.MaxDisplacement[i] > 0 }

// clampTo returns p, or the nearest point to it within the displacement that node i may have.
func (t *Anchor) clampTo(i int, p geom.Vec) geom.Vec {
	if !t.bounded(i) {
		return p
	}
	d := p.Sub(t.At[i])
	if l := d.Len(); l > t.MaxDisplacement[i] {
		const hair = 1e-9 // against rounding
		return t.At[i].Add(d.Mul((1 - hair) * t.MaxDisplacement[i] / l))
	}
	return p
}
