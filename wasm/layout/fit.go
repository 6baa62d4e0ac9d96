package layout

import (
	"math"
	"slices"

	"actormap/wasm/geom"
)

// A turn is a rotation by a point of the unit circle, after a reflection left to right if it
// mirrors.
type turn struct {
	cos, sin float64
	mirror   bool
}

// turns divide the half circle into twelve nearly equal angles, with rational coordinates
// (Pythagorean triples); the other half gives the same extents upside down.
func turns() [12]turn {
	at := func(x, y, r float64) turn { return turn{cos: x / r, sin: y / r} }
	return [12]turn{
		at(1, 0, 1), at(63, 16, 65), at(56, 33, 65), at(119, 120, 169), at(33, 56, 65), at(16, 63, 65),
		at(0, 1, 1), at(-16, 63, 65), at(-33, 56, 65), at(-119, 120, 169), at(-56, 33, 65), at(-63, 16, 65),
	}
}

func (t turn) of(v geom.Vec) geom.Vec {
	if t.mirror {
		v.X = -v.X
	}
	return geom.Vec{
		X: float64(t.cos*v.X) - float64(t.sin*v.Y),
		Y: float64(t.sin*v.X) + float64(t.cos*v.Y),
	}
}

// maxStretch bounds how much more a picture is pulled along one axis than along the other to
// fill its frame: beyond it shapes of structure, such as a star, are no longer recognised.
const maxStretch = 1.8

// fit turns, stretches and moves the bodies of a layout, in any unit, so that they fill the
// frame; where there is a memory of former places, turned as they were.
func (m *instance) fit(bodies []int, at Placement, known *memory) {
	if len(bodies) == 0 {
		return
	}
	var best turn
	if known != nil && known.count > 1 {
		best = known.likeness(at)
	} else {
		best = m.bestTurn(bodies, at)
	}
	box := rotatedBox(bodies, at, best)
	room := m.commonRoom(bodies)
	sx, sy := scale(room.W(), box.W()), scale(room.H(), box.H())
	if sx > sy*maxStretch {
		sx = sy * maxStretch
	}
	if sy > sx*maxStretch {
		sy = sx * maxStretch
	}
	from, to := box.Centre(), room.Centre()
	for _, i := range bodies {
		d := best.of(at[i]).Sub(from)
		at[i] = m.inside(i, geom.Vec{X: to.X + float64(d.X*sx), Y: to.Y + float64(d.Y*sy)})
	}
}

// centre moves a picture without ties or pins to the middle of its frame, boxes and labels together:
// nothing draws its bodies anywhere, and so a single one stands where the search has left it.
func (m *instance) centre(at Placement) {
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

func (m *instance) bestTurn(bodies []int, at Placement) turn {
	best, least := turn{cos: 1}, math.Inf(1)
	for _, t := range turns() {
		if misfit := m.misfit(bodies, at, t); misfit < least {
			best, least = t, misfit
		}
	}
	return best
}

// misfit is how far the shape of the turned layout is from the shape of the frame: the
// stretch that it would need, and how much of its box it leaves empty at the corners.
func (m *instance) misfit(bodies []int, at Placement, t turn) float64 {
	box, room := rotatedBox(bodies, at, t), m.commonRoom(bodies)
	sx, sy := scale(room.W(), box.W()), scale(room.H(), box.H())
	stretch := max(sx/sy, sy/sx)
	corners := 0.0
	for _, c := range [4]geom.Vec{box.Min, box.Max, {X: box.Min.X, Y: box.Max.Y}, {X: box.Max.X, Y: box.Min.Y}} {
		nearest := math.Inf(1)
		for _, i := range bodies {
			d := relative2(t.of(at[i]).Sub(c), box)
			nearest = min(nearest, d)
		}
		corners += nearest
	}
	return stretch + float64(0.5*corners)
}

// relative2 is the squared length of d in units of the box.
func relative2(d geom.Vec, box geom.Rect) float64 {
	x, y := d.X/max(box.W(), 1e-9), d.Y/max(box.H(), 1e-9)
	return float64(x*x) + float64(y*y)
}

// scale returns the factor from one length to another; a layout without extent keeps its size.
func scale(to, from float64) float64 {
	if from < 1e-9 {
		return 1
	}
	return max(to, 1) / from
}

// rotatedBox returns the box around the centres of some nodes after a rotation.
func rotatedBox(bodies []int, at Placement, t turn) geom.Rect {
	first := t.of(at[bodies[0]])
	box := geom.Rect{Min: first, Max: first}
	for _, i := range bodies[1:] {
		p := t.of(at[i])
		box = box.Union(geom.Rect{Min: p, Max: p})
	}
	return box
}

// commonRoom is where the middle of every one of the bodies may be, or the frame's inner
// half when there is no such place.
func (m *instance) commonRoom(bodies []int) geom.Rect {
	half := geom.Rect{Min: m.frame.Min.Lerp(m.frame.Max, 0.25), Max: m.frame.Min.Lerp(m.frame.Max, 0.75)}
	room := m.frame
	for _, i := range bodies {
		r := m.feasible[i]
		room.Min = geom.Vec{X: max(room.Min.X, r.Min.X), Y: max(room.Min.Y, r.Min.Y)}
		room.Max = geom.Vec{X: min(room.Max.X, r.Max.X), Y: min(room.Max.Y, r.Max.Y)}
	}
	return room.Union(half)
}
