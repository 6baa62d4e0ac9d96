package layout

import (
	"math"

	"actormap/wasm/geom"
)

// Solve lays a problem out. budget bounds the evaluations of single moves, see
// DefaultBudget; the same problem, seed and budget give the same bits. Bodies do not overlap
// where the frame has room for them all, and stay inside it; the pinned are exactly where
// they are pinned.
//
// The order and the direction of the links and where the frame lies make no difference.
func Solve(p *Problem, seed uint64, budget int) Placement {
	s := NewSolving(p, seed, budget)
	for !s.Spend(math.MaxInt) {
	}
	return s.At()
}

// atOrigin returns the problem moved so that its frame begins at the origin: numbers are
// then rounded alike wherever it lay.
func (p *Problem) atOrigin(frame geom.Rect) *Problem {
	q := *p
	q.Frame = geom.Rect{Max: frame.Max.Sub(frame.Min)}
	q.Bodies = append([]Body(nil), p.Bodies...)
	for i := range q.Bodies {
		q.Bodies[i].At = q.Bodies[i].At.Sub(frame.Min)
	}
	return &q
}

// start makes one layout by stress, packed and fitted into the frame; known may be nil.
func (m *instance) start(r *random, known *memory) Placement {
	at := make(Placement, m.n)
	var tied []int
	for _, part := range m.components {
		m.placeAtRandom(part, at, r)
		m.minimiseStress(pairsOf(part), at, 1, false, r)
		for _, i := range part {
			at[i] = at[i].Mul(m.spacing())
		}
		tied = append(tied, part...)
	}
	m.packComponents(at)
	m.fitToFrame(tied, at, known)
	m.pinDown(at, r)
	m.placeAlone(at)
	return at
}

// pinDown puts the pinned bodies where they belong and lets the others find their places
// around them.
func (m *instance) pinDown(at Placement, r *random) {
	for _, part := range m.components {
		held := false
		for _, i := range part {
			if m.pinned[i] {
				at[i], held = m.pinAt[i], true
			}
		}
		if held {
			m.minimiseStress(pairsOf(part), at, 0.9*m.spacing(), true, r)
		}
		for _, i := range part {
			if !m.pinned[i] {
				at[i] = m.inside(i, at[i])
			}
		}
	}
}

// placeAlone puts the bodies without ties, one after another, where they disturb least.
func (m *instance) placeAlone(at Placement) {
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
