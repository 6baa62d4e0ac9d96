package layout

import "actormap/wasm/geom"

// Pulls of a Warm. A body keeps its distances to all others with the weights of the stress; to
// the held body, when tied to it, handPull times stronger: it follows, but does not run along.
// Its old place holds it with anchorPull times the square of its steps from the held body, but
// not more than mostAnchor: the reader's memory of the rest of the map is worth more than its
// stress.
const (
	handPull   = 5.0
	anchorPull = 1.2
	mostAnchor = 20.0
)

// leastMove is a movement too small to be seen: a pull that moves nothing farther is over, px.
const leastMove = 0.05

// Step moves the bodies on and returns the largest displacement in px, which is never more
// than maxStride. At rest it is exactly 0 and nothing changes until the next command; before
// that it is more than 0. It allocates nothing.
func (w *Warm) Step() (moved float64) {
	switch w.phase {
	case pulling:
		moved = w.pull()
		w.heat *= warmDecay
		if w.heat < warmCold || moved < leastMove {
			w.phase, w.aimed = gliding, false
		}
		return max(moved, leastMove/8)
	case gliding:
		if !w.aimed {
			w.aim()
		}
		moved = w.advance()
		if moved == 0 {
			w.phase, w.heat = resting, 0
		}
		return moved
	}
	return 0
}

// closeTo notes how strongly each body is drawn after body i and held by its old place.
func (w *Warm) closeTo(i int) {
	if w.sparseOnly {
		return
	}
	for j := range w.near {
		steps := clamp(w.distance[i*w.n+j], 0, mostAnchor)
		w.calm[j] = clamp(anchorPull*steps*steps, anchorPull, mostAnchor)
		w.near[j] = w.weight[i*w.n+j]
	}
	for _, t := range w.adjacent[i] {
		w.near[t.to] = handPull * clamp(t.weight, 0.3, 2)
	}
}

// pull makes one step of the first phase: goal holds the new places, each body goes part of
// the way to its best place, then neighbours push each other once.
func (w *Warm) pull() float64 {
	copy(w.goal, w.pos)
	for i := range w.n {
		if !w.part.fixed[i] {
			w.goal[i] = w.pos[i].Lerp(w.best(i), w.heat)
		}
	}
	if w.crowd != nil {
		w.crowd.pushAll(w.goal)
	} else {
		w.part.pushAll(w.goal)
	}
	return w.advance()
}

// best returns the place of body i that suits its pulls best with the others where they are
// (one step of stress majorisation: it never raises the stress).
func (w *Warm) best(i int) geom.Vec {
	p := w.pos[i]
	sum, total := w.anchor[i].Mul(w.calm[i]), w.calm[i]
	weight := w.weight[i*w.n : (i+1)*w.n]
	for j, q := range w.pos {
		pull := weight[j]
		if j == w.held {
			pull = w.near[i]
		}
		if pull == 0 {
			continue
		}
		d := p.Sub(q)
		if l := d.Len(); l > 1e-9 {
			// The distance to keep is that when the drag began.
			q = q.Add(d.Mul(w.anchor[i].Sub(w.anchor[j]).Len() / l))
		}
		sum = sum.Add(q.Mul(pull))
		total += pull
	}
	return w.inside(i, sum.Mul(1/total))
}

// aim computes where the glide goes: the present placement with all bodies clear of each
// other, and, after Tidy, of lines.
func (w *Warm) aim() {
	w.aimed = true
	copy(w.goal, w.pos)
	if w.crowd != nil {
		w.crowd.removeOverlaps(w.goal)
	} else {
		w.part.run(w.goal)
	}
	if w.untidy {
		w.tidy.run(w.goal)
		w.untidy = false
	}
}

// advance moves each body to its goal, but no farther than maxStride, and returns the largest
// movement. The fixed stay.
func (w *Warm) advance() float64 {
	most := 0.0
	for i := range w.pos {
		if w.part.fixed[i] {
			continue
		}
		d := w.goal[i].Sub(w.pos[i])
		l := d.Len()
		if l > maxStride {
			w.pos[i] = w.pos[i].Add(d.Mul(maxStride / l))
			l = maxStride
		} else {
			w.pos[i] = w.goal[i]
		}
		most = max(most, l)
	}
	return most
}
