package layout

import "math"

// A repulsion sums up, for every body, the push of all others by the method of Barnes and Hut
// (1986): bodies of a cell that is far off count as one. The tree is not walked for each body.
// It is walked once for each block of some hundred bodies, which lists what is far from all of
// them; then what is near is walked once for each leaf of the block, and goes to the end of the
// list; and then all bodies of the leaf are run against the list without a branch.
type repulsion struct {
	tree  *quadtree
	theta float32 // a cell counts as one body if its width is below theta times its distance
	soft  float32 // added to squared distances, so that bodies on one spot do not explode
	list  []couple
	count int     // sources in the list
	near  []int32 // cells that are not far from the whole block
}

// blockBodies is how many bodies share the walk of what is far.
const blockBodies = 200

// A couple is two sources of force side by side: places and masses.
type couple struct{ x0, y0, m0, x1, y1, m1 float32 }

func newRepulsion(n int, theta, soft float32) *repulsion {
	return &repulsion{tree: newQuadtree(n), theta: theta, soft: soft, list: make([]couple, n/2+2),
		near: make([]int32, 0, n)}
}

// add puts a source at the end of the list.
func (f *repulsion) add(x, y, m float32) {
	c := &f.list[f.count>>1]
	if f.count&1 == 0 {
		*c = couple{x, y, m, x, y, 0}
	} else {
		c.x1, c.y1, c.m1 = x, y, m
	}
	f.count++
}

// push adds to force, for every body of the tree,
//
//	sum over others of strength m_j (p_i - p_j) / (|p_i - p_j|² + soft)
//
// beginning with those of cell k. After about so many pairs it stops. It returns how many it
// looked at, and the cell to go on with.
func (f *repulsion) push(k, pairs int, strength float32, force cloud) (work, next int) {
	t := f.tree
	for k < len(t.cells) && work < pairs {
		block := &t.cells[k]
		if block.last-block.first > blockBodies && int(block.next) != k+1 {
			k++
			continue
		}
		far := f.listFar(block)
		for ; k < int(block.next); k++ {
			leaf := &t.cells[k]
			if int(leaf.next) != k+1 {
				continue
			}
			f.count = far
			for _, root := range f.near {
				f.listNear(root, leaf)
			}
			sources := f.list[:(f.count+1)>>1]
			work += len(sources) * 2 * int(leaf.last-leaf.first)
			f.run(sources, leaf, strength, force)
		}
	}
	return work, k
}

// listFar begins the list with the cells that are far from a whole block, notes those that are
// not, and returns the length of the list: even, so that nothing of a leaf's is left over in it.
func (f *repulsion) listFar(block *cell) int {
	t, theta2 := f.tree, float32(f.theta*f.theta)
	f.count, f.near = 0, f.near[:0]
	for k := int32(0); int(k) < len(t.cells); {
		c := &t.cells[k]
		switch {
		case c.far(block, theta2):
			f.add(c.x, c.y, c.m)
		case c.next == k+1 || c.last-c.first <= blockBodies:
			f.near = append(f.near, k)
		default:
			k++
			continue
		}
		k = c.next
	}
	if f.count&1 == 1 {
		f.add(0, 0, 0)
	}
	return f.count
}

// listNear lists what acts on the bodies of a leaf out of the cells from root down; the leaf's
// own bodies are among it, as a body does not push itself, its distance being 0.
func (f *repulsion) listNear(root int32, leaf *cell) {
	t, theta2 := f.tree, float32(f.theta*f.theta)
	for k, end := root, t.cells[root].next; k < end; {
		c := &t.cells[k]
		if c.far(leaf, theta2) {
			f.add(c.x, c.y, c.m)
			k = c.next
			continue
		}
		if c.next != k+1 {
			k++
			continue
		}
		for i := c.first; i < c.last; i++ {
			f.add(t.x[i], t.y[i], t.m[i])
		}
		k = c.next
	}
}

// far reports whether a cell counts as one body for all in a box, measured from the nearest
// point of the box. It has no branch: x + |x| is twice x where that is positive, else 0.
func (c *cell) far(box *cell, theta2 float32) bool {
	dx, dy := abs32(c.x-box.midX)-box.halfX, abs32(c.y-box.midY)-box.halfY
	dx += abs32(dx)
	dy += abs32(dy)
	return c.wide2 < theta2*(float32(dx*dx)+float32(dy*dy))
}

func abs32(x float32) float32 { return float32(math.Abs(float64(x))) }

// run pushes the bodies of a leaf, two at a time.
func (f *repulsion) run(sources []couple, leaf *cell, k float32, force cloud) {
	t := f.tree
	for i := leaf.first; i < leaf.last; i += 2 {
		j := i + 1
		if j == leaf.last {
			j = i
		}
		fx0, fy0, fx1, fy1 := f.two(sources, t.x[i], t.y[i], t.x[j], t.y[j])
		a, b := t.z.order[i], t.z.order[j]
		force.x[a] += float32(k * fx0)
		force.y[a] += float32(k * fy0)
		if j != i {
			force.x[b] += float32(k * fx1)
			force.y[b] += float32(k * fy1)
		}
	}
}

// two sums the sources for two bodies: two by two without a branch.
func (f *repulsion) two(sources []couple, x0, y0, x1, y1 float32) (fx0, fy0, fx1, fy1 float32) {
	soft := f.soft
	for k := range sources {
		s := &sources[k]
		ax, ay := x0-s.x0, y0-s.y0
		bx, by := x1-s.x0, y1-s.y0
		cx, cy := x0-s.x1, y0-s.y1
		dx, dy := x1-s.x1, y1-s.y1
		a := s.m0 / (float32(ax*ax) + float32(ay*ay) + soft)
		b := s.m0 / (float32(bx*bx) + float32(by*by) + soft)
		c := s.m1 / (float32(cx*cx) + float32(cy*cy) + soft)
		d := s.m1 / (float32(dx*dx) + float32(dy*dy) + soft)
		fx0 += float32(ax*a) + float32(cx*c)
		fy0 += float32(ay*a) + float32(cy*c)
		fx1 += float32(bx*b) + float32(dx*d)
		fy1 += float32(by*b) + float32(dy*d)
	}
	return fx0, fy0, fx1, fy1
}
