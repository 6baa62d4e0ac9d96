package layout

import "actormap/wasm/geom"

// carryCells returns how many places along each axis are looked at for a free one: 64 on small
// maps, fewer on large ones, so that the effort for one body stays bounded.
func carryCells(n int) int {
	cells := 64
	for cells > 8 && cells*cells*n > 400_000 {
		cells--
	}
	return cells
}

// carryStuck takes each body that is too close to another to the nearest free place, the
// small ones first: they find one more easily.
func (pt *parting) carryStuck(at Placement) {
	order := pt.movable()
	pt.sortBy(order, func(i int) float64 { return pt.shapes[i].area })
	for _, i := range order {
		if pt.free(i, at[i], at, nil) {
			continue
		}
		if p, ok := pt.nearestFree(i, at[i], at, nil); ok {
			at[i] = p
		}
	}
}

// free reports whether body i at p is clear of all others; with only set, of those.
func (pt *parting) free(i int, p geom.Vec, at Placement, only []bool) bool {
	for j := range at {
		if j != i && (only == nil || only[j]) && pt.overlaps(i, p, j, at[j]) {
			return false
		}
	}
	return true
}

// nearestFree returns the free place nearest to want on a lattice over the frame, or of the
// places where the body touches one neighbour.
func (pt *parting) nearestFree(i int, want geom.Vec, at Placement, only []bool) (geom.Vec, bool) {
	want = pt.inside(i, want)
	if pt.free(i, want, at, only) {
		return want, true
	}
	room := pt.feasible[i]
	best, least := want, unbounded
	try := func(p geom.Vec) {
		d := p.Sub(want)
		if d2 := d.Dot(d); d2 < least && pt.free(i, p, at, only) {
			best, least = p, d2
		}
	}
	for j := range at {
		if j == i || only != nil && !only[j] || !pt.overlaps(i, want, j, at[j]) {
			continue
		}
		try(pt.inside(i, want.Add(pt.shortest(i, want, j, at[j]))))
	}
	cells := carryCells(pt.n)
	for y := range cells {
		for x := range cells {
			try(pt.inside(i, geom.Vec{
				X: room.Min.X + float64(room.W()*float64(x)/float64(cells-1)),
				Y: room.Min.Y + float64(room.H()*float64(y)/float64(cells-1)),
			}))
		}
	}
	return best, least < unbounded
}

// rebuild lays all movable bodies out anew, each at the free place nearest to its old one,
// the largest first; and if that fails, in rows. It keeps whichever overlaps least.
func (pt *parting) rebuild(at Placement) {
	least := pt.depth(at)
	for way := range 2 {
		copy(pt.trial, at)
		if way == 0 {
			pt.layBySize(pt.trial)
		} else {
			pt.layRows(pt.trial)
		}
		if d := pt.depth(pt.trial); d < least {
			least = d
			copy(at, pt.trial)
		}
		if least == 0 {
			return
		}
	}
}

func (pt *parting) layBySize(at Placement) {
	order := pt.movable()
	pt.sortBy(order, func(i int) float64 { return -pt.shapes[i].area })
	copy(pt.settled, pt.fixed)
	for _, i := range order {
		if p, ok := pt.nearestFree(i, at[i], at, pt.settled); ok {
			at[i] = p
		}
		pt.settled[i] = true
	}
}

// sortBy sorts a list of bodies by rising key, equal ones by index, without allocating.
func (pt *parting) sortBy(order []int, key func(int) float64) {
	for k := 1; k < len(order); k++ {
		for j := k; j > 0 && key(order[j]) < key(order[j-1]); j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
}

// movable lists the bodies that may move.
func (pt *parting) movable() []int {
	order := pt.order[:0]
	for i := range pt.fixed {
		if !pt.fixed[i] {
			order = append(order, i)
		}
	}
	return order
}

// layRows sets the bodies in rows like words, the tallest first. What does not fit below the
// last row stays where it was.
func (pt *parting) layRows(at Placement) {
	order := pt.movable()
	height := func(i int) float64 { return pt.shapes[i].halfH + pt.shapes[i].down }
	pt.sortBy(order, func(i int) float64 { return -height(i) })
	x, y, tallest := pt.frame.Min.X, pt.frame.Min.Y, 0.0
	for _, i := range order {
		s := &pt.shapes[i]
		if x > pt.frame.Min.X && x+2*s.left > pt.frame.Max.X {
			x, y, tallest = pt.frame.Min.X, y+tallest+pt.gap, 0
		}
		if y+height(i) > pt.frame.Max.Y {
			continue
		}
		at[i] = pt.inside(i, geom.Vec{X: x + s.left, Y: y + s.halfH})
		x += 2*s.left + pt.gap
		tallest = max(tallest, height(i))
	}
}
