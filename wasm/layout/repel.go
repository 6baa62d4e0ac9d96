package layout

// A repulsion sums up, for every body, the push of all others,
//
//	sum over others of strength m_j (p_i - p_j) / (|p_i - p_j|² + soft)
//
// by begin, meet until it is over, and hand. It is the fast multipole method
// (Greengard, Rokhlin 1987, "A fast algorithm for particle simulations"), with few terms, and with
// pairs of cells found by walking the tree against itself (Dehnen 2002, "A hierarchical O(N) force
// calculation algorithm"). Two cells that are far from one another act as wholes, each giving the
// other a field; two small ones that are near act body by body, each pair once for both. Then the
// fields are handed down to the bodies.
type repulsion struct {
	tree  *quadtree
	theta float32 // as in d3-force; see whole
	soft  float32 // added to squared distances, so that bodies on one spot do not explode
	pairs []cellPair
}

// Two cells act as wholes if their reaches together are below wholeShare of theta times their
// distance: then the error of theta, found against the exact sum, is about that of walking the
// tree for each body, as Barnes and Hut (1986) and d3-force do, or less. Cells that reach further
// than mostWhole of their distance hardly have a series.
const (
	wholeShare = 0.85
	mostWhole  = 0.9
)

// whole is the share of the square of their distance below which the square of two cells' reach
// has to be.
func (f *repulsion) whole() float32 {
	share := float32(f.theta * wholeShare)
	if share > mostWhole {
		share = mostWhole
	}
	return share * share
}

// mostWaiting is more than the pairs that can wait: of each of the levels of two cells, those below
// one but the one at work.
const mostWaiting = 16 * mortonBits

// A cellPair is two cells whose action on one another is still to be summed up; or one on itself.
type cellPair struct{ a, b int32 }

// fewPairs is how many pairs of bodies cost about as much as two fields: so many are summed up
// singly.
const fewPairs = 8

func newRepulsion(n int, theta, soft float32) *repulsion {
	return &repulsion{tree: newQuadtree(n), theta: theta, soft: soft, pairs: make([]cellPair, 0, mostWaiting)}
}

// begin lets the root of a tree that has just been built wait to act on itself.
func (f *repulsion) begin() { f.pairs = append(f.pairs[:0], cellPair{}) }

// over reports whether all cells have acted on one another.
func (f *repulsion) over() bool { return len(f.pairs) == 0 }

// hand hands the fields down to the bodies, and adds their pushes to force.
func (f *repulsion) hand(strength float32, force points) {
	f.tree.handDown()
	for k, i := range f.tree.z.order {
		b := &f.tree.bodies[k]
		force.x[i] += float32(strength * b.fx)
		force.y[i] += float32(strength * b.fy)
	}
}

// meet lets the cells that wait act on one another, until it has looked at about so many pairs, and
// returns how many it was.
func (f *repulsion) meet(pairs int) (work int) {
	cells := f.tree.cells
	for len(f.pairs) > 0 && work < pairs {
		p := f.pairs[len(f.pairs)-1]
		f.pairs = f.pairs[:len(f.pairs)-1]
		a, b := &cells[p.a], &cells[p.b]
		switch {
		case p.a == p.b:
			work += f.within(p.a, a)
		case b.next == p.b+1 || a.next > p.a+1 && a.reach > b.reach:
			work += f.meetEach(p.a+1, a.next, p.b)
		default:
			work += f.meetEach(p.b+1, b.next, p.a)
		}
	}
	return work
}

// meetEach lets cells beside one another, from first to before last, meet one other cell. Pairs
// that are neither far nor small wait for the larger of them to be opened.
func (f *repulsion) meetEach(first, last, other int32) (work int) {
	cells, whole := f.tree.cells, f.whole()
	b := &cells[other]
	leaf, count := b.next == other+1, b.last-b.first
	for k := first; k < last; {
		a := &cells[k]
		pairs := int(a.last-a.first) * int(count)
		reach, dx, dy := a.reach+b.reach, a.x-b.x, a.y-b.y
		switch {
		case pairs > fewPairs && float32(reach*reach) < whole*(float32(dx*dx)+float32(dy*dy)):
			work += fewPairs
			exchange(a, b, dx, dy, f.soft)
		case pairs <= fewPairs || leaf && a.next == k+1:
			work += 2 * pairs
			f.between(f.tree.bodies[a.first:a.last], f.tree.bodies[b.first:b.last])
		default:
			f.pairs = append(f.pairs, cellPair{k, other})
		}
		k = a.next
	}
	return work
}

// within lets the bodies of one cell act on one another, or the cells just below it.
func (f *repulsion) within(k int32, c *cell) (work int) {
	if c.next == k+1 {
		bodies := f.tree.bodies[c.first:c.last]
		for len(bodies) > 1 {
			f.between(bodies[:1], bodies[1:])
			work += 2 * len(bodies)
			bodies = bodies[1:]
		}
		return work
	}
	for i := k + 1; i < c.next; {
		f.pairs = append(f.pairs, cellPair{i, i})
		next := f.tree.cells[i].next
		work += f.meetEach(next, c.next, i)
		i = next
	}
	return work
}

// between lets each of some bodies act on each of some others, and they on it, two by two
// without a branch.
func (f *repulsion) between(these, those []mote) {
	soft := f.soft
	for len(these) > 1 {
		p, q := &these[0], &these[1]
		these = these[2:]
		x0, y0, m0, x1, y1, m1 := p.x, p.y, p.m, q.x, q.y, q.m
		var fx0, fy0, fx1, fy1 float32
		for k := range those {
			o := &those[k]
			ax, ay := x0-o.x, y0-o.y
			bx, by := x1-o.x, y1-o.y
			a := 1 / (float32(ax*ax) + float32(ay*ay) + soft)
			b := 1 / (float32(bx*bx) + float32(by*by) + soft)
			ax, ay, bx, by = float32(ax*a), float32(ay*a), float32(bx*b), float32(by*b)
			m := o.m
			fx0 += float32(m * ax)
			fy0 += float32(m * ay)
			fx1 += float32(m * bx)
			fy1 += float32(m * by)
			o.fx -= float32(m0*ax) + float32(m1*bx)
			o.fy -= float32(m0*ay) + float32(m1*by)
		}
		p.fx += fx0
		p.fy += fy0
		q.fx += fx1
		q.fy += fy1
	}
	if len(these) == 0 {
		return
	}
	p := &these[0]
	x0, y0, m0 := p.x, p.y, p.m
	var fx0, fy0 float32
	for k := range those {
		o := &those[k]
		ax, ay := x0-o.x, y0-o.y
		a := 1 / (float32(ax*ax) + float32(ay*ay) + soft)
		ax, ay = float32(ax*a), float32(ay*a)
		fx0 += float32(o.m * ax)
		fy0 += float32(o.m * ay)
		o.fx -= float32(m0 * ax)
		o.fy -= float32(m0 * ay)
	}
	p.fx += fx0
	p.fy += fy0
}
