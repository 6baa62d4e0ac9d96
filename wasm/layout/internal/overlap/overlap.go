// Package overlap removes overlaps of nodes and their labels, packs components and fits drawings to their
// frame. weights.go has all weights.
package overlap

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// A Remover moves nodes apart until none are closer than the gap. It owns its scratch, so
// that a second run allocates nothing.
type Remover struct {
	Instance *instance.Instance
	Fixed    []bool     // nodes that may not move
	Trial    []geom.Vec // scratch of relayAll
	order    []int
	placed   []bool
}

// NewRemover fixes the pinned nodes.
func NewRemover(m *instance.Instance) *Remover {
	pt := &Remover{Instance: m, Fixed: make([]bool, m.N), Trial: make([]geom.Vec, m.N), order: make([]int, m.N), placed: make([]bool, m.N)}
	copy(pt.Fixed, m.Pinned)
	return pt
}

// Run removes the overlaps of a placement and reports whether there were none. It tries the
// gentlest way first: pushing pairs apart, then moving what still overlaps to the nearest free
// position, then placing all nodes one by one near their positions. If nothing succeeds, the
// placement of least overlap remains.
func (pt *Remover) Run(at []geom.Vec) (wasClean bool) {
	before := pt.totalOverlap(at)
	if before == 0 {
		return true
	}
	pt.removeWith(at, pt.PushAll)
	return false
}

// removeWith removes overlaps by rounds of a function that pushes pairs apart and reports whether
// there were any, and what remains by the fallbacks.
func (pt *Remover) removeWith(at []geom.Vec, push func([]geom.Vec) bool) {
	for range pushRounds {
		if !push(at) {
			return
		}
	}
	pt.moveToNearestFree(at)
	if pt.totalOverlap(at) > 0 {
		pt.relayAll(at)
	}
}

// totalOverlap sums how much too close all pairs are, px; pairs of fixed nodes do not count.
func (pt *Remover) totalOverlap(at []geom.Vec) float64 {
	sum := 0.0
	for i := range at {
		for j := range i {
			if pt.Fixed[i] && pt.Fixed[j] {
				continue
			}
			if g := pt.Instance.Separation(i, at[i], j, at[j]); g < pt.Instance.Gap-instance.Tolerance {
				sum += pt.Instance.Gap - g
			}
		}
	}
	return sum
}

// PushAll pushes each pair that is too close once, and reports whether there was one.
func (pt *Remover) PushAll(at []geom.Vec) (some bool) {
	for i := range at {
		for j := range i {
			if pt.Fixed[i] && pt.Fixed[j] || !pt.Instance.Overlaps(i, at[i], j, at[j]) {
				continue
			}
			some = true
			pt.push(i, j, at)
		}
	}
	return some
}

// push moves two nodes apart along the axis that takes least; each half of the distance, or one all
// of it if the other is fixed or at the frame's border.
func (pt *Remover) push(i, j int, at []geom.Vec) {
	d := pt.shortest(i, at[i], j, at[j])
	halfI, halfJ := 0.5, 0.5
	if pt.Fixed[i] {
		halfI, halfJ = 0, 1
	} else if pt.Fixed[j] {
		halfI, halfJ = 1, 0
	}
	from := at[i]
	if halfI > 0 {
		at[i] = pt.Instance.Inside(i, at[i].Add(d.Mul(halfI)))
	}
	if halfJ > 0 {
		// What i could not do, j does.
		at[j] = pt.Instance.Inside(j, at[j].Sub(d.Sub(at[i].Sub(from))))
	}
	if halfI > 0 && pt.Instance.Overlaps(i, at[i], j, at[j]) {
		at[i] = pt.Instance.Inside(i, at[i].Add(pt.shortest(i, at[i], j, at[j])))
	}
}

// shortest returns the least displacement of node i at p along one axis that separates it from node
// j at q by the gap, and a little more against rounding.
func (pt *Remover) shortest(i int, p geom.Vec, j int, q geom.Vec) geom.Vec {
	right, left, down, up := 0.0, 0.0, 0.0, 0.0
	a, na := pt.Instance.Boxes(i, p)
	b, nb := pt.Instance.Boxes(j, q)
	for _, r := range a[:na] {
		r = r.Grow(pt.Instance.Gap)
		for _, s := range b[:nb] {
			if !r.Overlaps(s) {
				continue
			}
			right, left = max(right, s.Max.X-r.Min.X), max(left, r.Max.X-s.Min.X)
			down, up = max(down, s.Max.Y-r.Min.Y), max(up, r.Max.Y-s.Min.Y)
		}
	}
	const hair = instance.Tolerance / 2
	across, along := right+hair, -up-hair
	if left < right || left == right && i < j {
		across = -left - hair
	}
	if down < up {
		along = down + hair
	}
	if max(across, -across) <= max(along, -along) {
		return geom.Vec{X: across}
	}
	return geom.Vec{Y: along}
}
