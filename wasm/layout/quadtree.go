package layout

import "math/bits"

// A quadtree is the tree of cells over bodies sorted along the Z-curve, as a list in preorder:
// the cells below one follow it, up to the one that it names as next.
type quadtree struct {
	z      *morton
	bodies []mote // in the order of the curve
	cells  []cell
}

// A mote is a body as the tree has it: its place, its mass, and the force on it.
type mote struct{ x, y, m, fx, fy float32 }

// A cell is a run of bodies, from first to before last.
type cell struct {
	x, y, m      float32 // centre of mass, mass
	quadX, quadY float32 // sum of m z² of its bodies, z = x + iy from the centre of mass
	reach        float32 // from the centre: none of its bodies lies farther
	first, last  int32
	next         int32 // the cell that follows all below this one; its own successor if it is a leaf
	field        field // of all bodies far from the cell
}

// leafBodies is how many bodies a cell may hold before it is split.
const leafBodies = 12

func newQuadtree(n int) *quadtree {
	return &quadtree{z: newMorton(n), bodies: make([]mote, n), cells: make([]cell, 0, n+mortonBits)}
}

// build makes the tree of bodies with masses.
func (t *quadtree) build(at points, mass []float32) {
	t.z.sort(at)
	t.cells = t.cells[:0]
	t.split(0, int32(len(t.bodies)))
	t.weigh(at, mass)
}

// split adds the cell of a run of bodies and the cells below it. Levels that would not divide
// the run are left out.
func (t *quadtree) split(first, last int32) {
	me := len(t.cells)
	t.cells = append(t.cells, cell{first: first, last: last})
	code := t.z.code
	if differ := code[first] ^ code[last-1]; last-first > leafBodies && differ != 0 {
		low := (bits.Len32(differ) - 1) &^ 1
		for from := first; from < last; {
			to := runEnd(code, from, last, low)
			t.split(from, to)
			from = to
		}
	}
	t.cells[me].next = int32(len(t.cells))
}

// runEnd returns the end of the run from first whose codes agree above their lowest bits, by
// bisection.
func runEnd(code []uint32, first, last int32, low int) int32 {
	quarter := code[first] >> low
	if code[last-1]>>low == quarter {
		return last
	}
	for last-first > 1 {
		mid := int32(uint32(first+last) >> 1)
		if code[mid]>>low == quarter {
			first = mid
		} else {
			last = mid
		}
	}
	return last
}

// weigh takes the places of the bodies, and from them the cells' masses, from the leaves
// up.
func (t *quadtree) weigh(at points, mass []float32) {
	for k, i := range t.z.order {
		t.bodies[k] = mote{x: at.x[i], y: at.y[i], m: mass[i]}
	}
	for k := len(t.cells) - 1; k >= 0; k-- {
		c := &t.cells[k]
		if int(c.next) == k+1 {
			c.weighLeaf(t.bodies[c.first:c.last])
		} else {
			t.weighInner(k)
		}
	}
}

func (c *cell) weighLeaf(bodies []mote) {
	x, y := bodies[0].x, bodies[0].y
	var sumX, sumY, sum float32
	for k := range bodies {
		b := &bodies[k]
		// Relative to one of them, so that no digits are lost far from the origin.
		sumX += float32((b.x - x) * b.m)
		sumY += float32((b.y - y) * b.m)
		sum += b.m
	}
	c.setCentre(x+sumX/sum, y+sumY/sum, sum)
	reach2 := float32(0)
	for k := range bodies {
		b := &bodies[k]
		dx, dy := b.x-c.x, b.y-c.y
		x2, y2 := float32(dx*dx), float32(dy*dy)
		c.quadX += float32(b.m * (x2 - y2))
		c.quadY += float32(b.m * float32(2*float32(dx*dy)))
		if x2+y2 > reach2 {
			reach2 = x2 + y2
		}
	}
	c.reach = sqrt32(reach2)
}

func (t *quadtree) weighInner(k int) {
	c := &t.cells[k]
	child := &t.cells[k+1]
	x, y := child.x, child.y
	var sumX, sumY, sum float32
	for j := int32(k + 1); j < c.next; j = t.cells[j].next {
		child = &t.cells[j]
		sumX += float32((child.x - x) * child.m)
		sumY += float32((child.y - y) * child.m)
		sum += child.m
	}
	c.setCentre(x+sumX/sum, y+sumY/sum, sum)
	for j := int32(k + 1); j < c.next; j = t.cells[j].next {
		child = &t.cells[j]
		dx, dy := child.x-c.x, child.y-c.y
		x2, y2 := float32(dx*dx), float32(dy*dy)
		c.quadX += child.quadX + float32(child.m*(x2-y2))
		c.quadY += child.quadY + float32(child.m*float32(2*float32(dx*dy)))
		if reach := sqrt32(x2+y2) + child.reach; reach > c.reach {
			c.reach = reach
		}
	}
}

// setCentre begins anew what is summed up about the centre of mass.
func (c *cell) setCentre(x, y, m float32) {
	c.x, c.y, c.m, c.quadX, c.quadY, c.reach, c.field = x, y, m, 0, 0, 0, field{}
}
