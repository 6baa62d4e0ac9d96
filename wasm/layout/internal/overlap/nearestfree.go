package overlap

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// latticeSize returns the number of positions along each axis that the search for a free one tries:
// 64 on small maps, fewer on large ones, which bounds the effort for one node.
func latticeSize(n int) int {
	cells := 64
	for cells > 8 && cells*cells*n > 400_000 {
		cells--
	}
	return cells
}

// moveToNearestFree moves each node that is too close to another to the nearest free position,
// small ones first: they find one more easily.
func (pt *Remover) moveToNearestFree(at []geom.Vec) {
	order := pt.movable()
	pt.sortBy(order, func(i int) float64 { return pt.Instance.Shapes[i].Area })
	for _, i := range order {
		if pt.free(i, at[i], at, nil) {
			continue
		}
		if p, ok := pt.NearestFree(i, at[i], at, nil); ok {
			at[i] = p
		}
	}
}

// free reports whether node i at p is clear of all other nodes, or of those in only if it is not
// nil.
func (pt *Remover) free(i int, p geom.Vec, at []geom.Vec, only []bool) bool {
	for j := range at {
		if j != i && (only == nil || only[j]) && pt.Instance.Overlaps(i, p, j, at[j]) {
			return false
		}
	}
	return true
}

// NearestFree returns the free position nearest to want, out of a lattice over the frame and the
// positions where the node touches one neighbour.
func (pt *Remover) NearestFree(i int, want geom.Vec, at []geom.Vec, only []bool) (geom.Vec, bool) {
	want = pt.Instance.Inside(i, want)
	if pt.free(i, want, at, only) {
		return want, true
	}
	room := pt.Instance.Feasible[i]
	best, least := want, instance.Unbounded
	try := func(p geom.Vec) {
		d := p.Sub(want)
		if d2 := d.Dot(d); d2 < least && pt.free(i, p, at, only) {
			best, least = p, d2
		}
	}
	for j := range at {
		if j == i || only != nil && !only[j] || !pt.Instance.Overlaps(i, want, j, at[j]) {
			continue
		}
		try(pt.Instance.Inside(i, want.Add(pt.shortest(i, want, j, at[j]))))
	}
	cells := latticeSize(pt.Instance.N)
	for y := range cells {
		for x := range cells {
			try(pt.Instance.Inside(i, geom.Vec{
				X: room.Min.X + float64(room.W()*float64(x)/float64(cells-1)),
				Y: room.Min.Y + float64(room.H()*float64(y)/float64(cells-1)),
			}))
		}
	}
	return best, least < instance.Unbounded
}

// relayAll places all movable nodes again, each at the free position nearest to its old one, the
// largest first; if that fails, in rows. It keeps the placement of least overlap.
func (pt *Remover) relayAll(at []geom.Vec) {
	least := pt.totalOverlap(at)
	for way := range 2 {
		copy(pt.Trial, at)
		if way == 0 {
			pt.placeBySize(pt.Trial)
		} else {
			pt.placeInRows(pt.Trial)
		}
		if d := pt.totalOverlap(pt.Trial); d < least {
			least = d
			copy(at, pt.Trial)
		}
		if least == 0 {
			return
		}
	}
}

// placeBySize places the movable nodes by falling area at the nearest free positions.
func (pt *Remover) placeBySize(at []geom.Vec) {
	order := pt.movable()
	pt.sortBy(order, func(i int) float64 { return -pt.Instance.Shapes[i].Area })
	copy(pt.placed, pt.Fixed)
	for _, i := range order {
		if p, ok := pt.NearestFree(i, at[i], at, pt.placed); ok {
			at[i] = p
		}
		pt.placed[i] = true
	}
}

// sortBy sorts a list of nodes by rising key, equal ones by index, without allocating (insertion
// sort).
func (pt *Remover) sortBy(order []int, key func(int) float64) {
	for k := 1; k < len(order); k++ {
		for j := k; j > 0 && key(order[j]) < key(order[j-1]); j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
}

// movable lists the nodes that may move.
func (pt *Remover) movable() []int {
	order := pt.order[:0]
	for i := range pt.Fixed {
		if !pt.Fixed[i] {
			order = append(order, i)
		}
	}
	return order
}

// placeInRows places the nodes in rows like words, the tallest first (shelf packing). What does not
// fit below the last row keeps its position.
func (pt *Remover) placeInRows(at []geom.Vec) {
	order := pt.movable()
	height := func(i int) float64 { return pt.Instance.Shapes[i].HalfH + pt.Instance.Shapes[i].Down }
	pt.sortBy(order, func(i int) float64 { return -height(i) })
	x, y, tallest := pt.Instance.Frame.Min.X, pt.Instance.Frame.Min.Y, 0.0
	for _, i := range order {
		s := &pt.Instance.Shapes[i]
		if x > pt.Instance.Frame.Min.X && x+2*s.Left > pt.Instance.Frame.Max.X {
			x, y, tallest = pt.Instance.Frame.Min.X, y+tallest+pt.Instance.Gap, 0
		}
		if y+height(i) > pt.Instance.Frame.Max.Y {
			continue
		}
		at[i] = pt.Instance.Inside(i, geom.Vec{X: x + s.Left, Y: y + s.HalfH})
		x += 2*s.Left + pt.Instance.Gap
		tallest = max(tallest, height(i))
	}
}
