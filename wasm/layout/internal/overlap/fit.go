package overlap

import (
	"math"
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// A Rotation is a rotation by a point of the unit circle, after a left-right reflection if mirror
// is set.
type Rotation struct {
	Cos, Sin float64
	Mirror   bool
}

// Rotations divides the half circle into twelve nearly equal angles with rational coordinates
// (Pythagorean triples); the other half gives the same extents upside down.
func Rotations() [12]Rotation {
	at := func(x, y, r float64) Rotation { return Rotation{Cos: x / r, Sin: y / r} }
	return [12]Rotation{
		at(1, 0, 1), at(63, 16, 65), at(56, 33, 65), at(119, 120, 169), at(33, 56, 65), at(16, 63, 65),
		at(0, 1, 1), at(-16, 63, 65), at(-33, 56, 65), at(-119, 120, 169), at(-56, 33, 65), at(-63, 16, 65),
	}
}

// Apply returns the rotated point.
func (t Rotation) Apply(v geom.Vec) geom.Vec {
	if t.Mirror {
		v.X = -v.X
	}
	return geom.Vec{
		X: float64(t.Cos*v.X) - float64(t.Sin*v.Y),
		Y: float64(t.Sin*v.X) + float64(t.Cos*v.Y),
	}
}

// FitToFrame rotates, stretches and moves some nodes of a layout, in any unit, so that they fill the frame.
func FitToFrame(m *instance.Instance, nodes []int, at []geom.Vec, best Rotation) {
	box := rotatedBox(nodes, at, best)
	room := m.CommonFeasible(nodes)
	sx, sy := ScaleFactor(room.W(), box.W()), ScaleFactor(room.H(), box.H())
	if sx > sy*maxStretch {
		sx = sy * maxStretch
	}
	if sy > sx*maxStretch {
		sy = sx * maxStretch
	}
	from, to := box.Centre(), room.Centre()
	for _, i := range nodes {
		d := best.Apply(at[i]).Sub(from)
		at[i] = m.Inside(i, geom.Vec{X: to.X + float64(d.X*sx), Y: to.Y + float64(d.Y*sy)})
	}
}

// CentreLoose moves a drawing without links and pins, boxes and labels together, to the middle of
// its frame: nothing pulls its nodes anywhere, so a single one would stay where annealing left it.
func CentreLoose(m *instance.Instance, at []geom.Vec) {
	if m.N == 0 || len(m.Components) > 0 || slices.Contains(m.Pinned, true) {
		return
	}
	box := m.Shapes[0].Box(at[0])
	for i, p := range at {
		box = box.Union(m.Shapes[i].Box(p))
	}
	to := m.Frame.Centre().Sub(box.Centre())
	for i := range at {
		at[i] = m.Inside(i, at[i].Add(to))
	}
}

// BestRotation returns the rotation of least mismatch.
func BestRotation(m *instance.Instance, nodes []int, at []geom.Vec) Rotation {
	best, least := Rotation{Cos: 1}, math.Inf(1)
	for _, t := range Rotations() {
		if misfit := aspectMismatch(m, nodes, at, t); misfit < least {
			best, least = t, misfit
		}
	}
	return best
}

// aspectMismatch measures how far the shape of the rotated layout is from that of the frame: the
// stretch that it needs, and how empty the corners of its box are.
func aspectMismatch(m *instance.Instance, nodes []int, at []geom.Vec, t Rotation) float64 {
	box, room := rotatedBox(nodes, at, t), m.CommonFeasible(nodes)
	sx, sy := ScaleFactor(room.W(), box.W()), ScaleFactor(room.H(), box.H())
	stretch := max(sx/sy, sy/sx)
	corners := 0.0
	for _, c := range [4]geom.Vec{box.Min, box.Max, {X: box.Min.X, Y: box.Max.Y}, {X: box.Max.X, Y: box.Min.Y}} {
		nearest := math.Inf(1)
		for _, i := range nodes {
			d := relativeSquare(t.Apply(at[i]).Sub(c), box)
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

// ScaleFactor returns the factor from one length to another, 1 for a layout without extent.
func ScaleFactor(to, from float64) float64 {
	if from < 1e-9 {
		return 1
	}
	return max(to, 1) / from
}

// rotatedBox returns the box around the centres of some nodes after a rotation.
func rotatedBox(nodes []int, at []geom.Vec, t Rotation) geom.Rect {
	first := t.Apply(at[nodes[0]])
	box := geom.Rect{Min: first, Max: first}
	for _, i := range nodes[1:] {
		p := t.Apply(at[i])
		box = box.Union(geom.Rect{Min: p, Max: p})
	}
	return box
}
