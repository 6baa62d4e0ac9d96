package layout

import "actormap/wasm/geom"

// A parting moves bodies apart until none are nearer than the gap. It owns its scratch, so
// that parting again allocates nothing.
type parting struct {
	*instance
	fixed   []bool    // bodies that may not move
	trial   Placement // scratch of the fallbacks
	order   []int
	settled []bool
}

func newParting(m *instance) *parting {
	pt := &parting{instance: m, fixed: make([]bool, m.n), trial: make(Placement, m.n), order: make([]int, m.n), settled: make([]bool, m.n)}
	copy(pt.fixed, m.pinned)
	return pt
}

// pushRounds bounds the gentle way. Chains of pushes as long as the frame is wide are
// resolved in a few dozen rounds; what is still stuck then is crammed.
const pushRounds = 80

// run parts the bodies of a placement and reports whether they were apart from the start.
// It tries the gentlest way first: pushing neighbours, then carrying the stuck to the
// nearest free place, then laying all out anew in the order of their places. Where nothing
// succeeds the placement with the least overlap stays.
func (pt *parting) run(at Placement) (wasClean bool) {
	before := pt.depth(at)
	if before == 0 {
		return true
	}
	pt.pushOut(at, pt.pushAll)
	return false
}

// pushOut parts bodies by rounds of a way to push, each of which reports whether there was something
// to push, and what that does not part in other ways.
func (pt *parting) pushOut(at Placement, push func(Placement) bool) {
	for range pushRounds {
		if !push(at) {
			return
		}
	}
	pt.carryStuck(at)
	if pt.depth(at) > 0 {
		pt.rebuild(at)
	}
}

// depth sums how much too close all pairs are, px; pairs that cannot move do not count.
func (pt *parting) depth(at Placement) float64 {
	sum := 0.0
	for i := range at {
		for j := range i {
			if pt.fixed[i] && pt.fixed[j] {
				continue
			}
			if g := pt.separation(i, at[i], j, at[j]); g < pt.gap-tolerance {
				sum += pt.gap - g
			}
		}
	}
	return sum
}

// pushAll pushes every pair that is too close once and reports whether there was one.
func (pt *parting) pushAll(at Placement) (some bool) {
	for i := range at {
		for j := range i {
			if pt.fixed[i] && pt.fixed[j] || !pt.overlaps(i, at[i], j, at[j]) {
				continue
			}
			some = true
			pt.push(i, j, at)
		}
	}
	return some
}

// push moves two bodies apart along the axis that needs least; each half way, or the whole
// way where the other is fixed or stands at the frame's edge.
func (pt *parting) push(i, j int, at Placement) {
	d := pt.shortest(i, at[i], j, at[j])
	halfI, halfJ := 0.5, 0.5
	if pt.fixed[i] {
		halfI, halfJ = 0, 1
	} else if pt.fixed[j] {
		halfI, halfJ = 1, 0
	}
	from := at[i]
	if halfI > 0 {
		at[i] = pt.inside(i, at[i].Add(d.Mul(halfI)))
	}
	if halfJ > 0 {
		// What i could not do, j does.
		at[j] = pt.inside(j, at[j].Sub(d.Sub(at[i].Sub(from))))
	}
	if halfI > 0 && pt.overlaps(i, at[i], j, at[j]) {
		at[i] = pt.inside(i, at[i].Add(pt.shortest(i, at[i], j, at[j])))
	}
}

// shortest returns the least displacement of body i at p, along one axis, that parts it from
// body j at q by the gap, and a hair more against rounding.
func (pt *parting) shortest(i int, p geom.Vec, j int, q geom.Vec) geom.Vec {
	right, left, down, up := 0.0, 0.0, 0.0, 0.0
	a, na := pt.boxes(i, p)
	b, nb := pt.boxes(j, q)
	for _, r := range a[:na] {
		r = r.Grow(pt.gap)
		for _, s := range b[:nb] {
			if !r.Overlaps(s) {
				continue
			}
			right, left = max(right, s.Max.X-r.Min.X), max(left, r.Max.X-s.Min.X)
			down, up = max(down, s.Max.Y-r.Min.Y), max(up, r.Max.Y-s.Min.Y)
		}
	}
	const hair = tolerance / 2
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

// boxes returns the shape and, if there is one, the label box of body i at p.
func (m *instance) boxes(i int, p geom.Vec) ([2]geom.Rect, int) {
	s := &m.shapes[i]
	out := [2]geom.Rect{geom.RectAt(p, s.halfW, s.halfH)}
	if s.labelW == 0 {
		return out, 1
	}
	out[1] = geom.Rect{
		Min: geom.Vec{X: p.X - s.labelW, Y: p.Y + s.labelTop},
		Max: geom.Vec{X: p.X + s.labelW, Y: p.Y + s.labelBottom},
	}
	return out, 2
}
