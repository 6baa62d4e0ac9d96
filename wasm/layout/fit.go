package layout

import (
	"math"
	"slices"

	"actormap/wasm/geom"
)

// A rotation is a rotation by a point of the unit circle, after a left-right reflection if mirror
// is set.
type rotation struct {
	cos, sin float64
	mirror   bool
}

// rotations divides the half circle into twelve nearly equal angles with rational coordinates
// (Pythagorean triples); the other half gives the same extents upside down.
func rotations() [12]rotation {
	at := func(x, y, r float64) rotation { return rotation{cos: x / r, sin: y / r} }
	return [12]rotation{
		at(1, 0, 1), at(63, 16, 65), at(56, 33, 65), at(119, 120, 169), at(33, 56, 65), at(16, 63, 65),
		at(0, 1, 1), at(-16, 63, 65), at(-33, 56, 65), at(-119, 120, 169), at(-56, 33, 65), at(-63, 16, 65),
	}
}

// apply returns the rotated point.
func (t rotation) apply(v geom.Vec) geom.Vec {
	if t.mirror {
		v.X = -v.X
	}
	return geom.Vec{
		X: float64(t.cos*v.X) - float64(t.sin*v.Y),
		Y: float64(t.sin*v.X) + float64(t.cos*v.Y),
	}
}

// maxStretch bounds the ratio of the scales of the axes when a drawing is stretched to fill its
// frame: beyond it structures such as stars are not recognised any more.
const maxStretch = 1.8

// fitToFrame rotates, stretches and moves some nodes of a layout, in any unit, so that they fill the frame.
func fitToFrame(m *instance, bodies []int, at Placement, best rotation) {
	box := rotatedBox(bodies, at, best)
	room := m.commonFeasible(bodies)
	sx, sy := scaleFactor(room.W(), box.W()), scaleFactor(room.H(), box.H())
	if sx > sy*maxStretch {
		sx = sy * maxStretch
	}
	if sy > sx*maxStretch {
		sy = sx * maxStretch
	}
	from, to := box.Centre(), room.Centre()
	for _, i := range bodies {
		d := best.apply(at[i]).Sub(from)
		at[i] = m.inside(i, geom.Vec{X: to.X + float64(d.X*sx), Y: to.Y + float64(d.Y*sy)})
	}
}

// centreLoose moves a drawing without links and pins, boxes and labels together, to the middle of
// its frame: nothing pulls its nodes anywhere, so a single one would stay where annealing left it.
func centreLoose(m *instance, at Placement) {
	if m.n == 0 || len(m.components) > 0 || slices.Contains(m.pinned, true) {
		return
	}
	box := m.shapes[0].box(at[0])
	for i, p := range at {
		box = box.Union(m.shapes[i].box(p))
	}
	to := m.frame.Centre().Sub(box.Centre())
	for i := range at {
		at[i] = m.inside(i, at[i].Add(to))
	}
}

// bestRotation returns the rotation of least mismatch.
func bestRotation(m *instance, bodies []int, at Placement) rotation {
	best, least := rotation{cos: 1}, math.Inf(1)
	for _, t := range rotations() {
		if misfit := aspectMismatch(m, bodies, at, t); misfit < least {
			best, least = t, misfit
		}
	}
	return best
}

// aspectMismatch measures how far the shape of the rotated layout is from that of the frame: the
// stretch that it needs, and how empty the corners of its box are.
func aspectMismatch(m *instance, bodies []int, at Placement, t rotation) float64 {
	box, room := rotatedBox(bodies, at, t), m.commonFeasible(bodies)
	sx, sy := scaleFactor(room.W(), box.W()), scaleFactor(room.H(), box.H())
	stretch := max(sx/sy, sy/sx)
	corners := 0.0
	for _, c := range [4]geom.Vec{box.Min, box.Max, {X: box.Min.X, Y: box.Max.Y}, {X: box.Max.X, Y: box.Min.Y}} {
		nearest := math.Inf(1)
		for _, i := range bodies {
			d := relativeSquare(t.apply(at[i]).Sub(c), box)
			nearest = min(nearest, d)
		}
		corners += nearest
	}
	return stretch + float64(0.5*corners)
}

// relativeSquare is the squared length of d in units of the box.
func relativeSquare(d geom.Vec, box geom.Rect) float64 {
	x, y := d.X/max(box.W(), 1e-9), d.Y/max(box.H(), 1e-9)
	return float64(x*x) + float64(y*y)
}

// scaleFactor returns the factor from one length to another, 1 for a layout without extent.
func scaleFactor(to, from float64) float64 {
	if from < 1e-9 {
		return 1
	}
	return max(to, 1) / from
}

// rotatedBox returns the box around the centres of some nodes after a rotation.
func rotatedBox(bodies []int, at Placement, t rotation) geom.Rect {
	first := t.apply(at[bodies[0]])
	box := geom.Rect{Min: first, Max: first}
	for _, i := range bodies[1:] {
		p := t.apply(at[i])
		box = box.Union(geom.Rect{Min: p, Max: p})
	}
	return box
}
