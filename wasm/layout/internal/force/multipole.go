package force

import "actormap/wasm/layout/internal/netgraph"

// A repulsion sums the force of all other nodes on each node,
//
//	sum over j of strength m_j (p_i - p_j) / (|p_i - p_j|² + softening)
//
// by the fast multipole method (Greengard, Rokhlin 1987, "A fast algorithm for particle
// simulations") with few terms and a dual-tree traversal (Dehnen 2002, "A hierarchical O(N) force
// calculation algorithm"). Two cells that are far apart exchange multipole expansions (M2L); two
// small cells that are near interact directly, each pair once for both sides. Then the local
// expansions go down the tree to the nodes (L2L, L2P). Call begin, traverse until done, then
// addForces.
type repulsion struct {
	tree      *quadtree
	Theta     float32    // opening angle, as in d3-force; see acceptance
	softening float32    // added to squared distances, steps²; keeps coincident nodes from exploding
	pairs     []cellPair // the stack of the traversal
}

// acceptance returns the multipole acceptance criterion: the bound of the squared sum of radii as a
// share of the squared distance.
func (f *repulsion) acceptance() float32 {
	share := float32(f.Theta * acceptanceShare)
	if share > maxAcceptance {
		share = maxAcceptance
	}
	return share * share
}

// maxStack bounds the stack of cell pairs: 16 per tree level.
const maxStack = 16 * mortonBits

// A cellPair is two cells whose interaction is still to be summed; or a cell and itself.
type cellPair struct{ a, b int32 }

// newRepulsion prepares the sum over n nodes.
func newRepulsion(n int, theta, soft float32) *repulsion {
	return &repulsion{tree: newQuadtree(n), Theta: theta, softening: soft, pairs: make([]cellPair, 0, maxStack)}
}

// begin puts the root of the built tree onto the stack, paired with itself.
func (f *repulsion) begin() { f.pairs = append(f.pairs[:0], cellPair{}) }

// done reports whether the stack is empty.
func (f *repulsion) done() bool { return len(f.pairs) == 0 }

// addForces evaluates the local expansions at the nodes and adds all forces, times strength, to
// force.
func (f *repulsion) addForces(strength float32, force netgraph.Points) {
	f.tree.pushDown()
	for k, i := range f.tree.z.order {
		b := &f.tree.particles[k]
		force.X[i] += float32(strength * b.fx)
		force.Y[i] += float32(strength * b.fy)
	}
}

// traverse takes cell pairs off the stack until it has spent the given cost in node pairs, and
// returns the cost.
func (f *repulsion) traverse(pairs int) (work int) {
	cells := f.tree.cells
	for len(f.pairs) > 0 && work < pairs {
		p := f.pairs[len(f.pairs)-1]
		f.pairs = f.pairs[:len(f.pairs)-1]
		a, b := &cells[p.a], &cells[p.b]
		switch {
		case p.a == p.b:
			work += f.interactWithin(p.a, a)
		case b.next == p.b+1 || a.next > p.a+1 && a.radius > b.radius:
			work += f.interact(p.a+1, a.next, p.b)
		default:
			work += f.interact(p.b+1, b.next, p.a)
		}
	}
	return work
}

// interact lets the sibling cells from first to before last interact with one other cell. Pairs
// that are neither far nor small go onto the stack, to open the larger cell.
func (f *repulsion) interact(first, last, other int32) (work int) {
	cells, acceptance := f.tree.cells, f.acceptance()
	b := &cells[other]
	isLeaf, count := b.next == other+1, b.last-b.first
	for k := first; k < last; {
		a := &cells[k]
		pairs := int(a.last-a.first) * int(count)
		radius, dx, dy := a.radius+b.radius, a.x-b.x, a.y-b.y
		switch {
		case pairs > directPairs && float32(radius*radius) < acceptance*(float32(dx*dx)+float32(dy*dy)):
			work += directPairs
			exchangeExpansions(a, b, dx, dy, f.softening)
		case pairs <= directPairs || isLeaf && a.next == k+1:
			work += 2 * pairs
			f.sumDirectly(f.tree.particles[a.first:a.last], f.tree.particles[b.first:b.last])
		default:
			f.pairs = append(f.pairs, cellPair{k, other})
		}
		k = a.next
	}
	return work
}

// interactWithin lets the nodes of a leaf interact with one another, or the children of a cell.
func (f *repulsion) interactWithin(k int32, c *cell) (work int) {
	if c.next == k+1 {
		particles := f.tree.particles[c.first:c.last]
		for len(particles) > 1 {
			f.sumDirectly(particles[:1], particles[1:])
			work += 2 * len(particles)
			particles = particles[1:]
		}
		return work
	}
	for i := k + 1; i < c.next; {
		f.pairs = append(f.pairs, cellPair{i, i})
		next := f.tree.cells[i].next
		work += f.interact(next, c.next, i)
		i = next
	}
	return work
}

// sumDirectly adds the forces between two sets of particles (P2P), two targets at a time and
// without branches.
func (f *repulsion) sumDirectly(targets, sources []particle) {
	soft := f.softening
	for len(targets) > 1 {
		p, q := &targets[0], &targets[1]
		targets = targets[2:]
		x0, y0, m0, x1, y1, m1 := p.x, p.y, p.m, q.x, q.y, q.m
		var fx0, fy0, fx1, fy1 float32
		for k := range sources {
			o := &sources[k]
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
	if len(targets) == 0 {
		return
	}
	p := &targets[0]
	x0, y0, m0 := p.x, p.y, p.m
	var fx0, fy0 float32
	for k := range sources {
		o := &sources[k]
		ax, ay := x0-o.x, y0-o.y
		a := 1 / (float32(ax*ax) + float32(ay*ay) + soft)
		ax, ay = float32(ax*a), float32(ay*a)
		fx0 += float32(o.m * ax)
		fy0 += float32(o.m * ay)
		o.fx -= float32(m0 * ax)
		o.fy -= float32(m0 * ay)
	}
	p.fx, p.fy = p.fx+fx0, p.fy+fy0
}
