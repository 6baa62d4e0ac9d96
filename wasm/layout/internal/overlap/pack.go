package overlap

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// PackComponents moves the components side by side, wherever each was laid out: the largest stays,
// each other one goes where the common box grows least in the frame's proportions.
func PackComponents(m *instance.Instance, at []geom.Vec) {
	if len(m.Components) < 2 {
		return
	}
	boxes := make([]geom.Rect, 0, len(m.Components))
	for _, component := range m.Components {
		box := paddedBox(m, component, at)
		if len(boxes) > 0 {
			d := adjacentPlacement(m, boxes, box)
			for _, i := range component {
				at[i] = at[i].Add(d)
			}
			box = geom.Rect{Min: box.Min.Add(d), Max: box.Max.Add(d)}
		}
		boxes = append(boxes, box)
	}
}

// paddedBox returns the box around some nodes with a quarter of the spacing as padding.
func paddedBox(m *instance.Instance, nodes []int, at []geom.Vec) geom.Rect {
	var box geom.Rect
	for k, i := range nodes {
		s := &m.Shapes[i]
		b := geom.Rect{
			Min: geom.Vec{X: at[i].X - s.Left, Y: at[i].Y - s.HalfH},
			Max: geom.Vec{X: at[i].X + s.Left, Y: at[i].Y + s.Down},
		}
		if k == 0 {
			box = b
		}
		box = box.Union(b)
	}
	return box.Grow(m.Gap + m.Spacing()/4)
}

// adjacentPlacement returns the displacement that puts a box beside those already placed: its edge
// on an edge of one of them or of their common box, overlapping none.
func adjacentPlacement(m *instance.Instance, placed []geom.Rect, box geom.Rect) geom.Vec {
	all := placed[0]
	for _, r := range placed {
		all = all.Union(r)
	}
	aspect := m.Frame.W() / m.Frame.H()
	best, least := geom.Vec{X: all.Max.X - box.Min.X}, 0.0
	found := false
	try := func(x, y float64) {
		d := geom.Vec{X: x - box.Min.X, Y: y - box.Min.Y}
		moved := geom.Rect{Min: box.Min.Add(d), Max: box.Max.Add(d)}
		for _, r := range placed {
			if r.Overlaps(moved) {
				return
			}
		}
		u := all.Union(moved)
		off := moved.Centre().Sub(all.Centre())
		cost := max(u.W(), float64(u.H()*aspect)) + float64(0.05*off.Len())
		if !found || cost < least {
			best, least, found = d, cost, true
		}
	}
	for _, r := range placed {
		for _, y := range [3]float64{r.Min.Y, r.Max.Y - box.H(), r.Centre().Y - box.H()/2} {
			try(r.Max.X, y)
			try(r.Min.X-box.W(), y)
		}
		for _, x := range [3]float64{r.Min.X, r.Max.X - box.W(), r.Centre().X - box.W()/2} {
			try(x, r.Max.Y)
			try(x, r.Min.Y-box.H())
		}
	}
	return best
}
