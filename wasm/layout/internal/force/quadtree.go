package force

import (
	"math/bits"

	"actormap/wasm/layout/internal/netgraph"
)

// A quadtree is a tree of cells over particles sorted along the Z-curve, stored in preorder: the
// descendants of a cell follow it, up to the cell that it names as next.
type quadtree struct {
	z         *morton
	particles []particle // in Z-order
	cells     []cell
}

// A particle is a node in the tree: position, mass and force.
type particle struct{ x, y, m, fx, fy float32 }

// A cell is a range of particles, from first to before last.
type cell struct {
	x, y, m      float32 // centre of mass, mass
	quadX, quadY float32 // second moment: sum of m z², z = x + iy from the centre of mass
	radius       float32 // of the circle around the centre of mass that holds all particles
	first, last  int32
	next         int32          // first cell after the descendants of this one; its successor if it is a leaf
	local        localExpansion // force of all nodes far from the cell
}

// newQuadtree allocates for n particles.
func newQuadtree(n int) *quadtree {
	return &quadtree{z: newMorton(n), particles: make([]particle, n), cells: make([]cell, 0, n+mortonBits)}
}

// build builds the tree and its moments.
func (t *quadtree) build(at netgraph.Points, mass []float32) {
	t.z.sort(at)
	t.cells = t.cells[:0]
	t.split(0, int32(len(t.particles)))
	t.computeMoments(at, mass)
}

// split appends the cell of a range of particles and its descendants. Levels that would not divide
// the range are skipped.
func (t *quadtree) split(first, last int32) {
	self := len(t.cells)
	t.cells = append(t.cells, cell{first: first, last: last})
	code := t.z.code
	if differ := code[first] ^ code[last-1]; last-first > leafSize && differ != 0 {
		low := (bits.Len32(differ) - 1) &^ 1
		for from := first; from < last; {
			to := runEnd(code, from, last, low)
			t.split(from, to)
			from = to
		}
	}
	t.cells[self].next = int32(len(t.cells))
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

// computeMoments computes mass, centre, second moment and radius of all cells from the leaves up
// (P2M, M2M).
func (t *quadtree) computeMoments(at netgraph.Points, mass []float32) {
	for k, i := range t.z.order {
		t.particles[k] = particle{x: at.X[i], y: at.Y[i], m: mass[i]}
	}
	for k := len(t.cells) - 1; k >= 0; k-- {
		c := &t.cells[k]
		if int(c.next) == k+1 {
			c.momentsOfLeaf(t.particles[c.first:c.last])
		} else {
			t.momentsOfChildren(k)
		}
	}
}

// momentsOfLeaf computes the moments of a leaf (P2M).
func (c *cell) momentsOfLeaf(particles []particle) {
	x, y := particles[0].x, particles[0].y
	var sumX, sumY, sum float32
	for k := range particles {
		b := &particles[k]
		// Relative to one of them, so that no digits are lost far from the origin.
		sumX += float32((b.x - x) * b.m)
		sumY += float32((b.y - y) * b.m)
		sum += b.m
	}
	c.reset(x+sumX/sum, y+sumY/sum, sum)
	radius2 := float32(0)
	for k := range particles {
		b := &particles[k]
		dx, dy := b.x-c.x, b.y-c.y
		x2, y2 := float32(dx*dx), float32(dy*dy)
		c.quadX += float32(b.m * (x2 - y2))
		c.quadY += float32(b.m * float32(2*float32(dx*dy)))
		if x2+y2 > radius2 {
			radius2 = x2 + y2
		}
	}
	c.radius = netgraph.Sqrt32(radius2)
}

// momentsOfChildren computes the moments of a cell from its children (M2M).
func (t *quadtree) momentsOfChildren(k int) {
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
	c.reset(x+sumX/sum, y+sumY/sum, sum)
	for j := int32(k + 1); j < c.next; j = t.cells[j].next {
		child = &t.cells[j]
		dx, dy := child.x-c.x, child.y-c.y
		x2, y2 := float32(dx*dx), float32(dy*dy)
		c.quadX += child.quadX + float32(child.m*(x2-y2))
		c.quadY += child.quadY + float32(child.m*float32(2*float32(dx*dy)))
		if radius := netgraph.Sqrt32(x2+y2) + child.radius; radius > c.radius {
			c.radius = radius
		}
	}
}

// reset sets the centre of mass and clears all sums about it.
func (c *cell) reset(x, y, m float32) {
	c.x, c.y, c.m, c.quadX, c.quadY, c.radius, c.local = x, y, m, 0, 0, 0, localExpansion{}
}
