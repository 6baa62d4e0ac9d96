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

// atOrigin returns the problem moved so that its frame begins at the origin: numbers are then
// rounded alike wherever it was.
func (p *Problem) atOrigin(frame geom.Rect) *Problem {
	q := *p
	q.Frame = geom.Rect{Max: frame.Max.Sub(frame.Min)}
	q.Nodes = append([]NodeBox(nil), p.Nodes...)
	for i := range q.Nodes {
		q.Nodes[i].At = q.Nodes[i].At.Sub(frame.Min)
	}
	return &q
}

// initialPlacement makes one drawing by stochastic gradient descent on stress, packed and fitted
// into the frame; previous may be nil.
func (m *instance) initialPlacement(r *random, previous *previous) Placement {
	at := make(Placement, m.n)
	var linked []int
	for _, component := range m.components {
		m.placeAtRandom(component, at, r)
		m.minimiseStress(pairsOf(component), at, 1, false, r)
		for _, i := range component {
			at[i] = at[i].Mul(m.spacing())
		}
		linked = append(linked, component...)
	}
	m.packComponents(at)
	m.fitToFrame(linked, at, previous)
	m.placePins(at, r)
	m.placeIsolated(at)
	return at
}

// placePins puts the pinned nodes where they are pinned and runs the gradient descent on the others
// around them.
func (m *instance) placePins(at Placement, r *random) {
	for _, component := range m.components {
		held := false
		for _, i := range component {
			if m.pinned[i] {
				at[i], held = m.pinAt[i], true
			}
		}
		if held {
			m.minimiseStress(pairsOf(component), at, 0.9*m.spacing(), true, r)
		}
		for _, i := range component {
			if !m.pinned[i] {
				at[i] = m.inside(i, at[i])
			}
		}
	}
}

// placeIsolated places the nodes without neighbours, one after another, where the energy is least.
func (m *instance) placeIsolated(at Placement) {
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
