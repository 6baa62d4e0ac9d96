package layout

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/overlap"
)

// A largeSolver lays out more than SmallMax nodes in slices.
type largeSolver struct {
	p          *Problem
	frame      geom.Rect
	m          *instance.Instance // without links
	net        *netgraph.Network
	components [][]int32   // of two nodes or more, by falling size
	pipelines  []*pipeline // of each component
	isolated   []int32
	spent      float64 // cost so far and as planned, in node pairs
	planned    float64
	removal    *overlap.StagedRemoval // once all pipelines are finished
	at         Placement              // once it is done
}

// SmallMax is the largest number of nodes that are laid out by annealing on everything that a
// reader sees, edges and labels too; larger maps are laid out by multilevel methods on the links
// alone.
const SmallMax = 150

// newLargeSolver plans a layout; see Solve.
func newLargeSolver(p *Problem, seed uint64, budget int) *largeSolver {
	frame := instance.SafeFrame(p.Frame)
	q := p.unlinked(geom.Rect{Max: frame.Max.Sub(frame.Min)}, frame.Min)
	r := &largeSolver{p: p, frame: frame, m: instance.NewUnlinked(&q), net: netgraph.New(len(q.Nodes), p.Links)}
	index := make([]int32, r.net.N)
	effort := effortOf(budget)
	for k, component := range r.net.Components() {
		if len(component) == 1 {
			r.isolated = append(r.isolated, component[0])
			continue
		}
		r.components = append(r.components, component)
		own := netgraph.Random{State: seed + uint64(k)}
		r.pipelines = append(r.pipelines, newPipeline(r.net.Subgraph(component, index), own.Uint64(), effort))
		r.planned += float64(r.pipelines[k].planned)
	}
	r.planned += float64(r.net.N * overlap.LargePushRounds / 2 * (2*overlap.PairsPerCellUpdate + overlap.PairsPerClosePair))
	return r
}

// effortOf returns the factor of epochs and ticks that a budget pays for.
func effortOf(budget int) float64 {
	return instance.Clamp(float64(budget)/DefaultBudget, 0.25, 2)
}

// pairsPerEvaluation is the number of node pairs that take about the time of an evaluation of a
// small layout, so that one rate of a host holds for both.
const pairsPerEvaluation = 1000

// step works for about a number of evaluations and reports whether the layout is done. A slice is
// not interrupted; none costs more than a few hundred thousand node pairs, and some dozens for each
// node.
func (r *largeSolver) step(evaluations int) (done bool) {
	if r.at != nil {
		return true
	}
	if evaluations > math.MaxInt/pairsPerEvaluation {
		r.finish()
		return true
	}
	pairs := evaluations * pairsPerEvaluation
	for r.at == nil && pairs > 0 {
		work := r.slice(pairs)
		r.spent += float64(work)
		pairs -= work
	}
	return r.at != nil
}

// slice works for about the given cost in node pairs, or less, and returns the cost.
func (r *largeSolver) slice(pairs int) (work int) {
	if r.removal != nil {
		work, again := r.removal.Step()
		if !again {
			r.at = r.toFrame(r.removal.At)
		}
		return work
	}
	var going []*pipeline
	for _, c := range r.pipelines {
		switch {
		case c.finished():
		case c.net.N > coarsestNodes:
			going = append(going, c)
		default:
			if work += c.run(pairs - work); work >= pairs {
				return work
			}
		}
	}
	if len(going) > 0 {
		return work + r.runSideBySide(going, max((pairs-work)/len(going), 1))
	}
	r.removal = overlap.NewStagedRemoval(r.m, r.assemble())
	return work + pairsPerAssembly*r.net.N
}

// pairsPerAssembly is the cost of packing and fitting a node, in node pairs.
const pairsPerAssembly = 200

// runSideBySide runs pipelines in goroutines of their own for about the same cost each, waits for
// them, and returns the sum of the costs.
func (r *largeSolver) runSideBySide(going []*pipeline, pairs int) (spent int) {
	work := make([]int, len(going))
	var wait sync.WaitGroup
	for k, c := range going {
		wait.Go(func() { work[k] = c.run(pairs) })
	}
	wait.Wait()
	for _, w := range work {
		spent += w
	}
	return spent
}

// progress returns the share of the work that is done, 0 to 1, as far as it can be known
// beforehand.
func (r *largeSolver) progress() float64 {
	if r.at != nil {
		return 1
	}
	return instance.Clamp(r.spent/max(r.planned, 1), 0, 0.99)
}

// snapshot returns the present positions. Nodes may overlap before the layout is done.
func (r *largeSolver) snapshot() Placement {
	switch {
	case r.at != nil:
		return r.at.Clone()
	case r.removal != nil:
		return r.toFrame(slices.Clone(r.removal.At))
	}
	return r.toFrame(r.assemble())
}

// finish does all that is left, with the components in goroutines of their own, and waits for them:
// each has its own random numbers and writes the positions of its own nodes, so that the order in
// which they end makes no difference.
func (r *largeSolver) finish() {
	var wait sync.WaitGroup
	for _, c := range r.pipelines {
		if c.net.N <= coarsestNodes {
			c.finish()
			continue
		}
		wait.Go(c.finish)
	}
	wait.Wait()
	if r.removal == nil {
		r.removal = overlap.NewStagedRemoval(r.m, r.assemble())
	}
	for again := true; again; {
		_, again = r.removal.Step()
	}
	r.at = r.toFrame(r.removal.At)
}

// toFrame moves a placement from the origin to the frame, and pinned nodes to their pins.
func (r *largeSolver) toFrame(at Placement) Placement {
	for i := range at {
		at[i] = at[i].Add(r.frame.Min)
		if r.m.Pinned[i] {
			at[i] = r.p.Nodes[i].At
		}
	}
	return at
}

// assemble packs the components and fits all into the frame.
func (r *largeSolver) assemble() Placement {
	at := make(Placement, r.net.N)
	aspect := r.m.Frame.W() / r.m.Frame.H()
	var sizes []geom.Vec
	for k, component := range r.components {
		now := netgraph.NewPoints(len(component))
		r.pipelines[k].snapshot(now)
		sizes = append(sizes, normalizeArea(now, component, at, aspect, len(r.components) == 1))
	}
	var corners []geom.Vec
	if len(r.isolated) == 0 {
		corners, _ = overlap.SkylinePack(sizes, aspect)
	} else {
		var cols int
		cols, corners = packWithIsolated(len(r.isolated), sizes, aspect)
		placeInGrid(r.isolated, at, cols)
	}
	for k, component := range append(r.components[:len(r.components):len(r.components)], r.isolated) {
		if k < len(corners) {
			for _, i := range component {
				at[i] = at[i].Add(corners[k])
			}
		}
	}
	fitUniformly(r.m, at)
	propagatePins(r.m, r.net, at)
	return at
}

// normalizeArea scales the points so that each has a unit square, rotates them to the proportions
// aspect if they are the only component, and writes them into at, their box beginning at the
// origin. It returns the size of the box, with half a unit around the nodes.
func normalizeArea(c netgraph.Points, component []int32, at Placement, aspect float64, turned bool) geom.Vec {
	best, least := overlap.Rotation{Cos: 1, Sin: 0}, math.Inf(1)
	for _, t := range overlap.Rotations() {
		box := rotatedPointsBox(c, t)
		stretch := box.W() / max(box.H()*aspect, 1e-9)
		if cost := max(stretch, 1/max(stretch, 1e-9)); turned && cost < least {
			best, least = t, cost
		}
	}
	box := rotatedPointsBox(c, best)
	side := math.Sqrt(float64(len(component)))
	size := 1.0
	if area := box.W() * box.H(); area > 1e-12*box.W()*box.W() && area > 1e-12*box.H()*box.H() && area > 0 {
		size = side / math.Sqrt(area)
	}
	// Nodes on a line have no area, and no component needs to be longer than all its nodes in a row.
	if longest := max(box.W(), box.H()); longest > 0 {
		size = min(size, float64(len(component))/longest)
	}
	for k, i := range component {
		p := best.Apply(c.At(k)).Sub(box.Min)
		at[i] = geom.Vec{X: float64(p.X*size) + 0.5, Y: float64(p.Y*size) + 0.5}
	}
	return geom.Vec{X: float64(box.W()*size) + 1, Y: float64(box.H()*size) + 1}
}

// rotatedPointsBox returns the box around the rotated points.
func rotatedPointsBox(c netgraph.Points, t overlap.Rotation) geom.Rect {
	first := t.Apply(c.At(0))
	box := geom.Rect{Min: first, Max: first}
	for k := range c.X {
		p := t.Apply(c.At(k))
		box.Min = geom.Vec{X: min(box.Min.X, p.X), Y: min(box.Min.Y, p.Y)}
		box.Max = geom.Vec{X: max(box.Max.X, p.X), Y: max(box.Max.Y, p.Y)}
	}
	return box
}

// packWithIsolated packs the components and a grid of n isolated nodes, and returns the columns of
// the grid and the corners, its own last. The grid is as high or as wide as the largest component,
// or in the proportions of the frame: whichever leaves everything largest and, of equals, takes the
// least room.
func packWithIsolated(n int, sizes []geom.Vec, aspect float64) (cols int, corners []geom.Vec) {
	var largest geom.Vec
	for _, size := range sizes {
		largest = geom.Vec{X: max(largest.X, size.X), Y: max(largest.Y, size.Y)}
	}
	rows := max(1, int(largest.Y))
	all := append(sizes[:len(sizes):len(sizes)], geom.Vec{})
	var least geom.Vec // reach of the best so far
	for _, c := range [3]int{int(math.Ceil(math.Sqrt(float64(n) * aspect))), (n + rows - 1) / rows, int(largest.X)} {
		c = min(max(c, 1), n)
		all[len(sizes)] = geom.Vec{X: float64(c), Y: float64((n + c - 1) / c)}
		packed, reach := overlap.SkylinePack(all, aspect)
		order := cmp.Or(cmp.Compare(overlap.RequiredWidth(reach, aspect), overlap.RequiredWidth(least, aspect)), cmp.Compare(reach.X*reach.Y, least.X*least.Y))
		if corners == nil || order < 0 {
			cols, corners, least = c, packed, reach
		}
	}
	return cols, corners
}

// placeInGrid places isolated nodes on unit squares, row by row.
func placeInGrid(nodes []int32, at Placement, cols int) {
	for k, i := range nodes {
		at[i] = geom.Vec{X: float64(k%cols) + 0.5, Y: float64(k/cols) + 0.5}
	}
}

// fitUniformly scales all to the frame, by the same factor along both axes: in a large map the
// proportions of the whole carry meaning.
func fitUniformly(m *instance.Instance, at Placement) {
	box := geom.Rect{Min: at[0], Max: at[0]}
	nodes := make([]int, len(at))
	for i, p := range at {
		nodes[i] = i
		box.Min = geom.Vec{X: min(box.Min.X, p.X), Y: min(box.Min.Y, p.Y)}
		box.Max = geom.Vec{X: max(box.Max.X, p.X), Y: max(box.Max.Y, p.Y)}
	}
	room := m.CommonFeasible(nodes)
	size := min(overlap.ScaleFactor(room.W(), box.W()), overlap.ScaleFactor(room.H(), box.H()))
	from, to := box.Centre(), room.Centre()
	for i, p := range at {
		d := p.Sub(from).Mul(size)
		at[i] = m.Inside(i, to.Add(d))
	}
}

// propagatePins moves pinned nodes to their pins; their displacement spreads from neighbour to
// neighbour by averaging, so that what is near a pin follows and the rest stays.
func propagatePins(m *instance.Instance, net *netgraph.Network, at Placement) {
	some := false
	shift, next := make(Placement, net.N), make(Placement, net.N)
	for i := range at {
		if m.Pinned[i] {
			shift[i], some = m.PinAt[i].Sub(at[i]), true
		}
	}
	for round := 0; some && round < pinRounds; round++ {
		for i := range at {
			next[i] = shift[i]
			if m.Pinned[i] {
				continue
			}
			var sum geom.Vec
			neighbours := net.To[net.Off[i]:net.Off[i+1]]
			for _, j := range neighbours {
				sum = sum.Add(shift[j])
			}
			next[i] = sum.Mul(1 / float64(len(neighbours)+1)) // its own position weighs as much as a neighbour
		}
		shift, next = next, shift
	}
	for i := range at {
		at[i] = at[i].Add(shift[i])
		if !m.Pinned[i] {
			at[i] = m.Inside(i, at[i])
		}
	}
}
