package label

import (
	"slices"

	"actormap/wasm/geom"
)

// Never is the level of a label that has room at no zoom.
const Never = ^uint8(0)

// Levels chooses at which zoom each item's label appears on a map of more items than fit,
// and stays from there on: the level of an item is the index of the first of the zooms
// (ascending) at which there is room, or Never. At every zoom the important come first.
//
// Labels keep their size while the places move apart, so that two which are clear of each
// other at one zoom are clear at every larger one; hence nothing disappears on the way in,
// and since where the window lies plays no part, nothing flickers when it moves. (The idea
// of active ranges is from Been, Daiches and Yap, "Dynamic map labeling", IEEE TVCG 12(5),
// 2006; the greedy choice in order of importance is the simplest of theirs.)
//
// At is in world px; HalfW, HalfH, W and H are in screen px. airPx is kept clear around each
// label, so that its slot may be chosen later.
func Levels(items []Item, zooms []float64, airPx float64) []uint8 {
	levels := make([]uint8, len(items))
	for i := range levels {
		levels[i] = Never
	}
	order := (&Placer{items: items}).ordered()
	var taken Index
	var found []int
	left := 0 // labels without a level
	for i := range items {
		if hasLabel(&items[i]) {
			left++
		}
	}
	for level, zoom := range zooms {
		if left == 0 {
			break
		}
		taken.Reset(boundsAt(items, zoom))
		for _, i := range order { // who was shown before is shown still
			if levels[i] != Never {
				taken.Add(roomOf(&items[i], zoom, airPx))
			}
		}
		for _, i := range order {
			if levels[i] != Never || !hasLabel(&items[i]) {
				continue
			}
			box := roomOf(&items[i], zoom, airPx)
			if found = taken.Hits(found[:0], box, 0); len(found) == 0 {
				levels[i], left = uint8(level), left-1
				taken.Add(box)
			}
		}
	}
	return levels
}

func hasLabel(it *Item) bool { return it.W > 0 && it.H > 0 }

// ordered returns the items by importance.
func (p *Placer) ordered() []int {
	p.sort()
	return slices.Clone(p.order)
}

// roomOf is the box of a label below its shape at a zoom.
func roomOf(it *Item, zoom, airPx float64) geom.Rect {
	at := *it
	at.At = it.At.Mul(zoom)
	return at.Box(Below).Grow(airPx)
}

// boundsAt is the box of all places at a zoom.
func boundsAt(items []Item, zoom float64) geom.Rect {
	if len(items) == 0 {
		return geom.Rect{}
	}
	at := items[0].At.Mul(zoom)
	b := geom.Rect{Min: at, Max: at}
	for i := range items {
		at := items[i].At.Mul(zoom)
		b = b.Union(geom.Rect{Min: at, Max: at})
	}
	return b
}
