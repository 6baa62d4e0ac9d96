package overlap

import (
	"cmp"
	"math"
	"slices"

	"actormap/wasm/geom"
)

// A skyline packs boxes onto a strip, each as low as it can lie (bottom-left skyline heuristic;
// Burke, Kendall, Whitwell 2004, "A new placement heuristic for the orthogonal stock-cutting
// problem"): the outline of the placed boxes is a row of level segments.
type skyline struct {
	width   float64
	outline []segmentOfOutline
}

// A segmentOfOutline is a level piece of the outline.
type segmentOfOutline struct{ x, y, width float64 }

// place places a box and returns its corner.
func (s *skyline) place(w, h float64) geom.Vec {
	best, least := 0, s.height()+h
	for k := range s.outline {
		if y, ok := s.levelAt(k, w); ok && y+h < least {
			best, least = k, y+h
		}
	}
	at := geom.Vec{X: s.outline[best].x, Y: least - h}
	s.raise(best, w, least)
	return at
}

// levelAt returns how high a box of width w lies whose left edge is that of segment k.
func (s *skyline) levelAt(k int, w float64) (y float64, ok bool) {
	if s.outline[k].x+w > s.width && k > 0 {
		return 0, false
	}
	left := w
	for ; k < len(s.outline) && left > 0; k++ {
		y = max(y, s.outline[k].y)
		left -= s.outline[k].width
	}
	return y, true
}

// raise replaces the outline below a new box.
func (s *skyline) raise(k int, w, y float64) {
	x := s.outline[k].x
	end := k
	for end < len(s.outline) && s.outline[end].x+s.outline[end].width <= x+w {
		end++
	}
	top := []segmentOfOutline{{x, y, w}}
	if end < len(s.outline) && s.outline[end].x < x+w {
		over := x + w - s.outline[end].x
		s.outline[end].x += over
		s.outline[end].width -= over
	}
	s.outline = slices.Replace(s.outline, k, end, top...)
}

// height returns the highest level.
func (s *skyline) height() float64 {
	y := 0.0
	for _, t := range s.outline {
		y = max(y, t.y)
	}
	return y
}

// SkylinePack packs boxes of given sizes in about the proportions aspect, width to height, and
// returns the upper left corner of each and the extent from the origin: the tallest first, on the
// best of a few widths.
func SkylinePack(sizes []geom.Vec, aspect float64) (corners []geom.Vec, reach geom.Vec) {
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
		s := skyline{width: width, outline: []segmentOfOutline{{0, 0, width}}}
		packed := make([]geom.Vec, len(sizes))
		right := 0.0
		for _, k := range order {
			packed[k] = s.place(sizes[k].X, sizes[k].Y)
			right = max(right, packed[k].X+sizes[k].X)
		}
		if all := (geom.Vec{X: right, Y: s.height()}); corners == nil || RequiredWidth(all, aspect) < RequiredWidth(reach, aspect) {
			corners, reach = packed, all
		}
	}
	return corners, reach
}

// RequiredWidth returns the width of the smallest frame of the proportions aspect that holds a box.
func RequiredWidth(size geom.Vec, aspect float64) float64 { return max(size.X, size.Y*aspect) }
