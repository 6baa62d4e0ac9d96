package layout

import (
	"cmp"
	"math"
	"sync"

	"actormap/wasm/geom"
)

// A run lays very many bodies out bit by bit; it is what a Solving does above maxStory bodies.
type run struct {
	p       *Problem
	frame   geom.Rect
	m       *instance // of the bodies only, without ties
	net     *network
	parts   [][]int32 // with ties, the largest first
	courses []*course // of each part
	alone   []int32
	work    float64 // pairs looked at so far, and as planned
	planned float64
	ending  *stagedRemoval // once all courses are over
	at      Placement      // once it is done
}

// maxStory is up to how many bodies are laid out by search on all that a reader sees, lines
// and labels too.
const maxStory = 150

// newRun prepares a layout; see Solve.
func newRun(p *Problem, seed uint64, budget int) *run {
	frame := safeFrame(p.Frame)
	q := p.atOrigin(frame)
	r := &run{p: p, frame: frame, m: newUnlinked(q), net: newNetwork(len(q.Bodies), q.Links)}
	index := make([]int32, r.net.n)
	effort := effortOf(budget)
	for k, part := range r.net.components() {
		if len(part) == 1 {
			r.alone = append(r.alone, part[0])
			continue
		}
		r.parts = append(r.parts, part)
		own := random{state: seed + uint64(k)}
		r.courses = append(r.courses, newCourse(r.net.subgraph(part, index), own.uint64(), effort))
		r.planned += float64(r.courses[k].total)
	}
	r.planned += float64(r.net.n * largePushRounds / 2 * (2*pairsPerCellUpdate + pairsPerClosePair))
	return r
}

// effortOf tells how many times the usual epochs and ticks a budget is worth.
func effortOf(budget int) float64 {
	return clamp(float64(budget)/DefaultBudget, 0.25, 2)
}

// pairsAnEvaluation is how many pairs a large layout looks at in about the time of an
// evaluation of a small one, so that a host's rate holds for both.
const pairsAnEvaluation = 1000

// step works for about so many evaluations and reports whether the layout is done. A piece of
// work is not interrupted; none is more than a few hundred thousand pairs, and some dozens for
// each body, worth.
func (r *run) step(evaluations int) (done bool) {
	if r.at != nil {
		return true
	}
	if evaluations > math.MaxInt/pairsAnEvaluation {
		r.finish()
		return true
	}
	pairs := evaluations * pairsAnEvaluation
	for r.at == nil && pairs > 0 {
		work := r.piece(pairs)
		r.work += float64(work)
		pairs -= work
	}
	return r.at != nil
}

// piece works for about so many pairs, or less, and returns how many it was.
func (r *run) piece(pairs int) (work int) {
	if r.ending != nil {
		work, again := r.ending.step()
		if !again {
			r.at = r.home(r.ending.at)
		}
		return work
	}
	var going []*course
	for _, c := range r.courses {
		switch {
		case c.over():
		case c.net.n > coarsest:
			going = append(going, c)
		default:
			if work += c.spend(pairs - work); work >= pairs {
				return work
			}
		}
	}
	if len(going) > 0 {
		return work + r.spend(going, max((pairs-work)/len(going), 1))
	}
	r.ending = newStagedRemoval(r.m, r.assemble())
	return work + assemblePairs*r.net.n
}

// assemblePairs is what packing and fitting cost, in pairs a body.
const assemblePairs = 200

// spend lets courses work side by side for about so many pairs each, and returns how many they
// were.
func (r *run) spend(going []*course, pairs int) (spent int) {
	work := make([]int, len(going))
	var wait sync.WaitGroup
	for k, c := range going {
		wait.Go(func() { work[k] = c.spend(pairs) })
	}
	wait.Wait()
	for _, w := range work {
		spent += w
	}
	return spent
}

// progress tells how much of the work is done, 0 to 1, as far as it can be known beforehand.
func (r *run) progress() float64 {
	if r.at != nil {
		return 1
	}
	return clamp(r.work/max(r.planned, 1), 0, 0.99)
}

// places returns where the bodies are by now. Before the layout is done they may overlap.
func (r *run) places() Placement {
	switch {
	case r.at != nil:
		return r.at.Clone()
	case r.ending != nil:
		return r.home(r.ending.at.Clone())
	}
	return r.home(r.assemble())
}

// finish does all that is left, with the components side by side: each has chance numbers of
// its own, and its places go to its own bodies, so which is done first makes no difference.
func (r *run) finish() {
	var wait sync.WaitGroup
	for _, c := range r.courses {
		if c.net.n <= coarsest {
			c.finish()
			continue
		}
		wait.Go(c.finish)
	}
	wait.Wait()
	if r.ending == nil {
		r.ending = newStagedRemoval(r.m, r.assemble())
	}
	for again := true; again; {
		_, again = r.ending.step()
	}
	r.at = r.home(r.ending.at)
}

// home moves a placement from the origin to where the frame is.
func (r *run) home(at Placement) Placement {
	for i := range at {
		at[i] = at[i].Add(r.frame.Min)
		if r.m.pinned[i] {
			at[i] = r.p.Bodies[i].At
		}
	}
	return at
}

// assemble packs the parts and fits all into the frame.
func (r *run) assemble() Placement {
	at := make(Placement, r.net.n)
	aspect := r.m.frame.W() / r.m.frame.H()
	var sizes []geom.Vec
	for k, part := range r.parts {
		now := newPoints(len(part))
		r.courses[k].show(now)
		sizes = append(sizes, now.evenOut(part, at, aspect, len(r.parts) == 1))
	}
	var corners []geom.Vec
	if len(r.alone) == 0 {
		corners, _ = skylinePack(sizes, aspect)
	} else {
		var cols int
		cols, corners = packAlone(len(r.alone), sizes, aspect)
		lattice(r.alone, at, cols)
	}
	for k, part := range append(r.parts[:len(r.parts):len(r.parts)], r.alone) {
		if k < len(corners) {
			for _, i := range part {
				at[i] = at[i].Add(corners[k])
			}
		}
	}
	r.m.fitEvenly(at)
	r.m.yield(r.net, at)
	return at
}

// evenOut sizes a cloud so that its bodies take a unit square each, turns it to the proportions
// aspect if it is the only one, and writes it into at, its box beginning at the origin. It
// returns the size of the box, with half a unit around the bodies.
func (c points) evenOut(part []int32, at Placement, aspect float64, turned bool) geom.Vec {
	best, least := rotation{cos: 1, sin: 0}, math.Inf(1)
	for _, t := range rotations() {
		box := c.box(t)
		stretch := box.W() / max(box.H()*aspect, 1e-9)
		if cost := max(stretch, 1/max(stretch, 1e-9)); turned && cost < least {
			best, least = t, cost
		}
	}
	box := c.box(best)
	side := math.Sqrt(float64(len(part)))
	size := 1.0
	if area := box.W() * box.H(); area > 1e-12*box.W()*box.W() && area > 1e-12*box.H()*box.H() && area > 0 {
		size = side / math.Sqrt(area)
	}
	// A line of bodies has no area, and no part needs to be longer than all its bodies in a row.
	if longest := max(box.W(), box.H()); longest > 0 {
		size = min(size, float64(len(part))/longest)
	}
	for k, i := range part {
		p := best.apply(c.vec(k)).Sub(box.Min)
		at[i] = geom.Vec{X: float64(p.X*size) + 0.5, Y: float64(p.Y*size) + 0.5}
	}
	return geom.Vec{X: float64(box.W()*size) + 1, Y: float64(box.H()*size) + 1}
}

func (c points) vec(k int) geom.Vec { return geom.Vec{X: float64(c.x[k]), Y: float64(c.y[k])} }

// box is the box of the turned cloud.
func (c points) box(t rotation) geom.Rect {
	first := t.apply(c.vec(0))
	box := geom.Rect{Min: first, Max: first}
	for k := range c.x {
		p := t.apply(c.vec(k))
		box.Min = geom.Vec{X: min(box.Min.X, p.X), Y: min(box.Min.Y, p.Y)}
		box.Max = geom.Vec{X: max(box.Max.X, p.X), Y: max(box.Max.Y, p.Y)}
	}
	return box
}

// packAlone packs the parts and a lattice of n bodies without ties, and returns the columns of
// the lattice and the corners, its own last. It is as high or as wide as the largest part, or in
// the proportions of the frame: whichever leaves everything largest and, of equals, takes the
// least room.
func packAlone(n int, sizes []geom.Vec, aspect float64) (cols int, corners []geom.Vec) {
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
		packed, reach := skylinePack(all, aspect)
		order := cmp.Or(cmp.Compare(requiredWidth(reach, aspect), requiredWidth(least, aspect)), cmp.Compare(reach.X*reach.Y, least.X*least.Y))
		if corners == nil || order < 0 {
			cols, corners, least = c, packed, reach
		}
	}
	return cols, corners
}

// lattice puts bodies without ties on unit squares, row by row.
func lattice(bodies []int32, at Placement, cols int) {
	for k, i := range bodies {
		at[i] = geom.Vec{X: float64(k%cols) + 0.5, Y: float64(k/cols) + 0.5}
	}
}

// fitEvenly scales all to the frame, by the same factor along both axes: at this size the shape
// of the whole tells something. The middle of each body comes to lie where it may be.
func (m *instance) fitEvenly(at Placement) {
	box := geom.Rect{Min: at[0], Max: at[0]}
	bodies := make([]int, len(at))
	for i, p := range at {
		bodies[i] = i
		box.Min = geom.Vec{X: min(box.Min.X, p.X), Y: min(box.Min.Y, p.Y)}
		box.Max = geom.Vec{X: max(box.Max.X, p.X), Y: max(box.Max.Y, p.Y)}
	}
	room := m.commonFeasible(bodies)
	size := min(scaleFactor(room.W(), box.W()), scaleFactor(room.H(), box.H()))
	from, to := box.Centre(), room.Centre()
	for i, p := range at {
		d := p.Sub(from).Mul(size)
		at[i] = m.inside(i, to.Add(d))
	}
}

// yieldRounds is how many ties away a pin is felt.
const yieldRounds = 40

// yield puts the pinned bodies where they belong; how far each had to go is handed on from
// neighbour to neighbour, so that what is tied to it follows and the rest stays.
func (m *instance) yield(net *network, at Placement) {
	some := false
	shift, next := make(Placement, net.n), make(Placement, net.n)
	for i := range at {
		if m.pinned[i] {
			shift[i], some = m.pinAt[i].Sub(at[i]), true
		}
	}
	for round := 0; some && round < yieldRounds; round++ {
		for i := range at {
			next[i] = shift[i]
			if m.pinned[i] {
				continue
			}
			var sum geom.Vec
			ties := net.to[net.off[i]:net.off[i+1]]
			for _, j := range ties {
				sum = sum.Add(shift[j])
			}
			next[i] = sum.Mul(1 / float64(len(ties)+1)) // its own place holds it as much as a tie
		}
		shift, next = next, shift
	}
	for i := range at {
		at[i] = at[i].Add(shift[i])
		if !m.pinned[i] {
			at[i] = m.inside(i, at[i])
		}
	}
}
