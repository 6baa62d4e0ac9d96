package layout

import (
	"cmp"
	"math"
	"slices"

	"actormap/wasm/geom"
)

// A skyline packs boxes onto a strip of a given width, each as low as it can lie: the outline
// of what lies already is kept as a row of steps.
type skyline struct {
	width float64
	steps []terrace
}

// A terrace is a level piece of the outline.
type terrace struct{ x, y, width float64 }

// drop puts a box down and returns its corner.
func (s *skyline) drop(w, h float64) geom.Vec {
	best, least := 0, s.height()+h
	for k := range s.steps {
		if y, ok := s.level(k, w); ok && y+h < least {
			best, least = k, y+h
		}
	}
	at := geom.Vec{X: s.steps[best].x, Y: least - h}
	s.raise(best, w, least)
	return at
}

// level returns how high a box of width w lies whose left edge is that of terrace k.
func (s *skyline) level(k int, w float64) (y float64, ok bool) {
	if s.steps[k].x+w > s.width && k > 0 {
		return 0, false
	}
	left := w
	for ; k < len(s.steps) && left > 0; k++ {
		y = max(y, s.steps[k].y)
		left -= s.steps[k].width
	}
	return y, true
}

// raise replaces what lies below a new box.
func (s *skyline) raise(k int, w, y float64) {
	x := s.steps[k].x
	end := k
	for end < len(s.steps) && s.steps[end].x+s.steps[end].width <= x+w {
		end++
	}
	top := []terrace{{x, y, w}}
	if end < len(s.steps) && s.steps[end].x < x+w {
		over := x + w - s.steps[end].x
		s.steps[end].x += over
		s.steps[end].width -= over
	}
	s.steps = slices.Replace(s.steps, k, end, top...)
}

func (s *skyline) height() float64 {
	y := 0.0
	for _, t := range s.steps {
		y = max(y, t.y)
	}
	return y
}

// packBoxes lays boxes of given sizes beside one another in about the proportions aspect, width
// to height, and returns the upper left corner of each and how far they reach from the origin:
// the tall ones first, on the one of a few widths that fits best.
func packBoxes(sizes []geom.Vec, aspect float64) (corners []geom.Vec, reach geom.Vec) {
	order := make([]int, len(sizes))
	area, widest := 0.0, 0.0
	for k, size := range sizes {
		order[k] = k
		area += float64(size.X * size.Y)
		widest = max(widest, size.X)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(sizes[b].Y, sizes[a].Y) })
	for _, spare := range [5]float64{1, 1.1, 1.25, 1.5, 2} {
		width := max(widest, math.Sqrt(area*aspect*spare))
		s := skyline{width: width, steps: []terrace{{0, 0, width}}}
		packed := make([]geom.Vec, len(sizes))
		right := 0.0
		for _, k := range order {
			packed[k] = s.drop(sizes[k].X, sizes[k].Y)
			right = max(right, packed[k].X+sizes[k].X)
		}
		if all := (geom.Vec{X: right, Y: s.height()}); corners == nil || widthNeeded(all, aspect) < widthNeeded(reach, aspect) {
			corners, reach = packed, all
		}
	}
	return corners, reach
}

// widthNeeded is the width of the smallest frame of the proportions aspect that holds a box.
func widthNeeded(size geom.Vec, aspect float64) float64 { return max(size.X, size.Y*aspect) }
