package layout

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// Step moves the nodes on and returns the largest displacement in px, at most maxStep. At rest it
// is exactly 0 and nothing changes until the next command; before that it is more than 0. It
// allocates nothing.
func (w *Drag) Step() (moved float64) {
	switch w.phase {
	case following:
		moved = w.majorizeAll()
		w.temperature *= cooling
		if w.temperature < minTemperature || moved < leastMove {
			w.phase, w.targetReady = gliding, false
		}
		return max(moved, leastMove/8)
	case gliding:
		if !w.targetReady {
			w.computeTarget()
		}
		moved = w.advance()
		if moved == 0 {
			w.phase, w.temperature = resting, 0
		}
		return moved
	}
	return 0
}

// setWeights sets the weights of the distance to node i and of the old positions.
func (w *Drag) setWeights(i int) {
	if w.instance.SparseOnly {
		return
	}
	for j := range w.heldWeight {
		steps := instance.Clamp(w.instance.Distance[i*w.instance.N+j], 0, maxWeightAnchor)
		w.anchorWeight[j] = instance.Clamp(weightAnchor*steps*steps, weightAnchor, maxWeightAnchor)
		w.heldWeight[j] = w.instance.Weight[i*w.instance.N+j]
	}
	for _, t := range w.instance.Adjacent[i] {
		w.heldWeight[t.To] = weightHeld * instance.Clamp(t.Weight, 0.3, 2)
	}
}

// majorizeAll makes one step of the first phase: each node moves part of the way to its best
// position, then neighbours push each other once.
func (w *Drag) majorizeAll() float64 {
	copy(w.target, w.pos)
	for i := range w.instance.N {
		if !w.remover.Fixed[i] {
			w.target[i] = w.pos[i].Lerp(w.majorize(i), w.temperature)
		}
	}
	if w.grid != nil {
		w.grid.PushAll(w.target)
	} else {
		w.remover.PushAll(w.target)
	}
	return w.advance()
}

// majorize returns the minimum of the majorant of node i with the others where they are.
func (w *Drag) majorize(i int) geom.Vec {
	p := w.pos[i]
	sum, total := w.startPositions[i].Mul(w.anchorWeight[i]), w.anchorWeight[i]
	weight := w.instance.Weight[i*w.instance.N : (i+1)*w.instance.N]
	for j, q := range w.pos {
		pull := weight[j]
		if j == w.held {
			pull = w.heldWeight[i]
		}
		if pull == 0 {
			continue
		}
		d := p.Sub(q)
		if l := d.Len(); l > 1e-9 {
			// The distance to keep is that when the drag began.
			q = q.Add(d.Mul(w.startPositions[i].Sub(w.startPositions[j]).Len() / l))
		}
		sum = sum.Add(q.Mul(pull))
		total += pull
	}
	return w.instance.Inside(i, sum.Mul(1/total))
}

// computeTarget computes where the glide goes: the present placement without overlaps and, after
// CleanUp, without edges on nodes.
func (w *Drag) computeTarget() {
	w.targetReady = true
	copy(w.target, w.pos)
	if w.grid != nil {
		w.grid.RemoveOverlaps(w.target)
	} else {
		w.remover.Run(w.target)
	}
	if w.cleanupPending {
		w.cleanup.Run(w.target)
		w.cleanupPending = false
	}
}

// advance moves each node towards its target by at most maxStep, and returns the largest
// displacement. Fixed nodes stay.
func (w *Drag) advance() float64 {
	most := 0.0
	for i := range w.pos {
		if w.remover.Fixed[i] {
			continue
		}
		d := w.target[i].Sub(w.pos[i])
		l := d.Len()
		if l > maxStep {
			w.pos[i] = w.pos[i].Add(d.Mul(maxStep / l))
			l = maxStep
		} else {
			w.pos[i] = w.target[i]
		}
		most = max(most, l)
	}
	return most
}
