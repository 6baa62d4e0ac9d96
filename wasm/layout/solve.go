package layout

import (
	"math"

	"actormap/wasm/geom"
)

// Solve lays a problem out. budget bounds the evaluations of single moves, see DefaultBudget; the
// same problem, seed and budget give the same bits on every machine. Nodes do not overlap if the
// frame has room for all, and stay inside it; pinned nodes are exactly where they are pinned. The
// order and the direction of the links and the position of the frame make no difference. Above
// SmallMax nodes Solve starts goroutines and waits for them.
func Solve(p *Problem, seed uint64, budget int) Placement {
	s := NewSolver(p, seed, budget)
	for !s.Run(math.MaxInt) {
	}
	return s.At()
}

// initialPlacement makes one drawing by stochastic gradient descent on stress, packed and fitted
// into the frame; previous may be nil.
func initialPlacement(m *instance, r *random, previous *previous) Placement {
	at := make(Placement, m.n)
	var linked []int
	for _, component := range m.components {
		placeAtRandom(m, component, at, r)
		minimiseStress(m, pairsOf(component), at, 1, false, r)
		for _, i := range component {
			at[i] = at[i].Mul(m.spacing())
		}
		linked = append(linked, component...)
	}
	packComponents(m, at)
	if len(linked) > 0 {
		fitToFrame(m, linked, at, orientation(m, linked, at, previous))
	}
	placePins(m, at, r)
	placeIsolated(m, at)
	return at
}

// orientation returns the rotation nearest to the previous positions, or without any the one that fits
// the frame best.
func orientation(m *instance, nodes []int, at Placement, previous *previous) rotation {
	if previous != nil && previous.count > 1 {
		return previous.procrustes(at)
	}
	return bestRotation(m, nodes, at)
}

// placePins puts the pinned nodes where they are pinned and runs the gradient descent on the others
// around them.
func placePins(m *instance, at Placement, r *random) {
	for _, component := range m.components {
		held := false
		for _, i := range component {
			if m.pinned[i] {
				at[i], held = m.pinAt[i], true
			}
		}
		if held {
			minimiseStress(m, pairsOf(component), at, 0.9*m.spacing(), true, r)
		}
		for _, i := range component {
			if !m.pinned[i] {
				at[i] = m.inside(i, at[i])
			}
		}
	}
}

// placeIsolated places the nodes without neighbours, one after another, where the energy is least.
func placeIsolated(m *instance, at Placement) {
	for _, i := range m.isolated {
		at[i] = m.pinAt[i]
		if !m.pinned[i] {
			at[i] = m.frame.Centre()
		}
	}
	if len(m.isolated) == 0 {
		return
	}
	mv := newDelta(newEnergy(m, at))
	const lattice = 12
	for _, i := range m.isolated {
		if m.pinned[i] {
			continue
		}
		mv.remove(i)
		best, least := at[i], terms{other: unbounded}
		for k := range lattice * lattice {
			x, y := (float64(k%lattice)+0.5)/lattice, (float64(k/lattice)+0.5)/lattice
			p := m.inside(i, geom.Vec{
				X: m.frame.Min.X + float64(x*m.frame.W()),
				Y: m.frame.Min.Y + float64(y*m.frame.H()),
			})
			if s, ok := mv.evaluate(p, unbounded); ok && s.other < least.other {
				best, least = p, s
			}
		}
		mv.commit(best, least)
		at[i] = best
	}
}
