package layout

import "math/bits"

// A quadtree is the tree of cells over bodies sorted along the Z-curve, as a list in preorder:
// the cells below one follow it, up to the one that it names as next. A cell's box is the least
// that holds its bodies, so it stays right when they move and only the boxes are taken anew.
type quadtree struct {
	z       *morton
	x, y, m []float32 // bodies in the order of the curve
	cells   []cell
}

// A cell is a run of bodies, from first to before last.
type cell struct {
	x, y, m      float32 // centre of mass, mass
	midX, midY   float32 // of the box
	halfX, halfY float32 // half extents of the box
	wide2        float32 // (twice the larger side of the box)²
	first, last  int32
	next         int32 // the cell that follows all below this one; its own successor if it is a leaf
}

// leafBodies is how many bodies a cell may hold before it is split: the walk of the tree is
// done once for a leaf, so larger ones make fewer walks and more pairs.
const leafBodies = 24

func newQuadtree(n int) *quadtree {
	return &quadtree{z: newMorton(n), x: make([]float32, n), y: make([]float32, n), m: make([]float32, n),
		cells: make([]cell, 0, n+mortonBits)}
}

// build makes the tree of bodies with masses.
func (t *quadtree) build(at cloud, mass []float32) {
	t.z.sort(at)
	t.cells = t.cells[:0]
	t.split(0, int32(len(t.x)))
	t.refit(at, mass)
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

// refit takes the places of the bodies anew, and from them the cells' boxes and centres, from
// the leaves up. A tree that was built for places a little different serves as well.
func (t *quadtree) refit(at cloud, mass []float32) {
	for k, i := range t.z.order {
		t.x[k], t.y[k], t.m[k] = at.x[i], at.y[i], mass[i]
	}
	for k := len(t.cells) - 1; k >= 0; k-- {
		c := &t.cells[k]
		if int(c.next) == k+1 {
			t.weighLeaf(c)
		} else {
			t.weighInner(k)
		}
	}
}

func (t *quadtree) weighLeaf(c *cell) {
	x, y, m := t.x[c.first:c.last], t.y[c.first:c.last], t.m[c.first:c.last]
	minX, minY := x[0], y[0]
	maxX, maxY := minX, minY
	var sumX, sumY, sum float32
	for i := range x {
		if x[i] < minX {
			minX = x[i]
		}
		if x[i] > maxX {
			maxX = x[i]
		}
		if y[i] < minY {
			minY = y[i]
		}
		if y[i] > maxY {
			maxY = y[i]
		}
		// Relative to one of them, so that no digits are lost far from the origin.
		sumX += float32((x[i] - x[0]) * m[i])
		sumY += float32((y[i] - y[0]) * m[i])
		sum += m[i]
	}
	c.setBox(minX, minY, maxX, maxY)
	c.x, c.y, c.m = x[0]+sumX/sum, y[0]+sumY/sum, sum
}

func (t *quadtree) weighInner(k int) {
	c := &t.cells[k]
	child := &t.cells[k+1]
	minX, minY := child.midX-child.halfX, child.midY-child.halfY
	maxX, maxY := child.midX+child.halfX, child.midY+child.halfY
	originX, originY := child.x, child.y
	var sumX, sumY, sum float32
	for j := int32(k + 1); j < c.next; j = t.cells[j].next {
		child = &t.cells[j]
		if v := child.midX - child.halfX; v < minX {
			minX = v
		}
		if v := child.midX + child.halfX; v > maxX {
			maxX = v
		}
		if v := child.midY - child.halfY; v < minY {
			minY = v
		}
		if v := child.midY + child.halfY; v > maxY {
			maxY = v
		}
		sumX += float32((child.x - originX) * child.m)
		sumY += float32((child.y - originY) * child.m)
		sum += child.m
	}
	c.setBox(minX, minY, maxX, maxY)
	c.x, c.y, c.m = originX+sumX/sum, originY+sumY/sum, sum
}

func (c *cell) setBox(minX, minY, maxX, maxY float32) {
	c.midX, c.midY = float32((minX+maxX)*0.5), float32((minY+maxY)*0.5)
	c.halfX, c.halfY = float32((maxX-minX)*0.5), float32((maxY-minY)*0.5)
	wide := c.halfX
	if c.halfY > wide {
		wide = c.halfY
	}
	c.wide2 = float32(16 * float32(wide*wide))
}
