package layout

import "actormap/wasm/geom"

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
func (pt *overlapRemover) moveToNearestFree(at Placement) {
	order := pt.movable()
	pt.sortBy(order, func(i int) float64 { return pt.instance.shapes[i].area })
	for _, i := range order {
		if pt.free(i, at[i], at, nil) {
			continue
		}
		if p, ok := pt.nearestFree(i, at[i], at, nil); ok {
			at[i] = p
		}
	}
}

// free reports whether node i at p is clear of all other nodes, or of those in only if it is not
// nil.
func (pt *overlapRemover) free(i int, p geom.Vec, at Placement, only []bool) bool {
	for j := range at {
		if j != i && (only == nil || only[j]) && pt.instance.overlaps(i, p, j, at[j]) {
			return false
		}
	}
	return true
}

// nearestFree returns the free position nearest to want, out of a lattice over the frame and the
// positions where the node touches one neighbour.
func (pt *overlapRemover) nearestFree(i int, want geom.Vec, at Placement, only []bool) (geom.Vec, bool) {
	want = pt.instance.inside(i, want)
	if pt.free(i, want, at, only) {
		return want, true
	}
	room := pt.instance.feasible[i]
	best, least := want, unbounded
	try := func(p geom.Vec) {
		d := p.Sub(want)
		if d2 := d.Dot(d); d2 < least && pt.free(i, p, at, only) {
			best, least = p, d2
		}
	}
	for j := range at {
		if j == i || only != nil && !only[j] || !pt.instance.overlaps(i, want, j, at[j]) {
			continue
		}
		try(pt.instance.inside(i, want.Add(pt.shortest(i, want, j, at[j]))))
	}
	cells := latticeSize(pt.instance.n)
	for y := range cells {
		for x := range cells {
			try(pt.instance.inside(i, geom.Vec{
				X: room.Min.X + float64(room.W()*float64(x)/float64(cells-1)),
				Y: room.Min.Y + float64(room.H()*float64(y)/float64(cells-1)),
			}))
		}
	}
	return best, least < unbounded
}

// relayAll places all movable nodes again, each at the free position nearest to its old one, the
// largest first; if that fails, in rows. It keeps the placement of least overlap.
func (pt *overlapRemover) relayAll(at Placement) {
	least := pt.totalOverlap(at)
	for way := range 2 {
		copy(pt.trial, at)
		if way == 0 {
			pt.placeBySize(pt.trial)
		} else {
			pt.placeInRows(pt.trial)
		}
		if d := pt.totalOverlap(pt.trial); d < least {
			least = d
			copy(at, pt.trial)
		}
		if least == 0 {
			return
		}
	}
}

// placeBySize places the movable nodes by falling area at the nearest free positions.
func (pt *overlapRemover) placeBySize(at Placement) {
	order := pt.movable()
	pt.sortBy(order, func(i int) float64 { return -pt.instance.shapes[i].area })
	copy(pt.placed, pt.fixed)
	for _, i := range order {
		if p, ok := pt.nearestFree(i, at[i], at, pt.placed); ok {
			at[i] = p
		}
		pt.placed[i] = true
	}
}

// sortBy sorts a list of nodes by rising key, equal ones by index, without allocating (insertion
// sort).
func (pt *overlapRemover) sortBy(order []int, key func(int) float64) {
	for k := 1; k < len(order); k++ {
		for j := k; j > 0 && key(order[j]) < key(order[j-1]); j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
}

// movable lists the nodes that may move.
func (pt *overlapRemover) movable() []int {
	order := pt.order[:0]
	for i := range pt.fixed {
		if !pt.fixed[i] {
			order = append(order, i)
		}
	}
	return order
}

// placeInRows places the nodes in rows like words, the tallest first (shelf packing). What does not
// fit below the last row keeps its position.
func (pt *overlapRemover) placeInRows(at Placement) {
	order := pt.movable()
	height := func(i int) float64 { return pt.instance.shapes[i].halfH + pt.instance.shapes[i].down }
	pt.sortBy(order, func(i int) float64 { return -height(i) })
	x, y, tallest := pt.instance.frame.Min.X, pt.instance.frame.Min.Y, 0.0
	for _, i := range order {
		s := &pt.instance.shapes[i]
		if x > pt.instance.frame.Min.X && x+2*s.left > pt.instance.frame.Max.X {
			x, y, tallest = pt.instance.frame.Min.X, y+tallest+pt.instance.gap, 0
		}
		if y+height(i) > pt.instance.frame.Max.Y {
			continue
		}
		at[i] = pt.instance.inside(i, geom.Vec{X: x + s.left, Y: y + s.halfH})
		x += 2*s.left + pt.instance.gap
		tallest = max(tallest, height(i))
	}
}
