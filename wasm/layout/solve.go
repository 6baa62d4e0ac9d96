package layout

import (
	"math"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/overlap"
	"actormap/wasm/layout/internal/stress"
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
func initialPlacement(m *instance.Instance, r *netgraph.Random, previous *previous) Placement {
	at := make(Placement, m.N)
	var linked []int
	for _, component := range m.Components {
		stress.PlaceAtRandom(m, component, at, r)
		stress.MinimiseStress(m, stress.PairsOf(component), at, 1, false, r)
		for _, i := range component {
			at[i] = at[i].Mul(m.Spacing())
		}
		linked = append(linked, component...)
	}
	overlap.PackComponents(m, at)
	if len(linked) > 0 {
		overlap.FitToFrame(m, linked, at, orientation(m, linked, at, previous))
	}
	placePins(m, at, r)
	placeIsolated(m, at)
	return at
}

// orientation returns the rotation nearest to the previous positions, or without any the one that fits
// the frame best.
func orientation(m *instance.Instance, nodes []int, at Placement, previous *previous) overlap.Rotation {
	if previous != nil && previous.count > 1 {
		return previous.procrustes(at)
	}
	return overlap.BestRotation(m, nodes, at)
}

// placePins puts the pinned nodes where they are pinned and runs the gradient descent on the others
// around them.
func placePins(m *instance.Instance, at Placement, r *netgraph.Random) {
	for _, component := range m.Components {
		held := false
		for _, i := range component {
			if m.Pinned[i] {
				at[i], held = m.PinAt[i], true
			}
		}
		if held {
			stress.MinimiseStress(m, stress.PairsOf(component), at, 0.9*m.Spacing(), true, r)
		}
		for _, i := range component {
			if !m.Pinned[i] {
				at[i] = m.Inside(i, at[i])
			}
		}
	}
}

// placeIsolated places the nodes without neighbours, one after another, where the energy is least.
func placeIsolated(m *instance.Instance, at Placement) {
	for _, i := range m.Isolated {
		at[i] = m.PinAt[i]
		if !m.Pinned[i] {
			at[i] = m.Frame.Centre()
		}
	}
	if len(m.Isolated) == 0 {
		return
	}
	mv := anneal.NewDelta(anneal.NewEnergy(m, at))
	const lattice = 12
	for _, i := range m.Isolated {
		if m.Pinned[i] {
			continue
		}
		mv.Remove(i)
		best, least := at[i], anneal.Terms{Other: instance.Unbounded}
		for k := range lattice * lattice {
			x, y := (float64(k%lattice)+0.5)/lattice, (float64(k/lattice)+0.5)/lattice
			p := m.Inside(i, geom.Vec{
				X: m.Frame.Min.X + float64(x*m.Frame.W()),
				Y: m.Frame.Min.Y + float64(y*m.Frame.H()),
			})
			if s, ok := mv.Evaluate(p, instance.Unbounded); ok && s.Other < least.Other {
				best, least = p, s
			}
		}
		mv.Commit(best, least)
		at[i] = best
	}
}

// DefaultBudget is the effort that suits a map of about 35 nodes while a reader waits for it; a
// build may spend ten times as much. Above SmallMax nodes the budget only scales iteration counts,
// by budget/DefaultBudget clamped to 0.25..2.
const DefaultBudget = 30000
