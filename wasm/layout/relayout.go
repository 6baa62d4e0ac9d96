package layout

import (
	"math"

	"actormap/wasm/geom"
)

// DefaultDisplacement is how far a node may move when a map changes, as a share of the frame's
// width: so little that a reader finds everything again.
const DefaultDisplacement = 0.05

// A Relayout is a problem that has changed since it was last laid out (dynamic graph drawing that
// preserves the mental map; Misue, Eades, Lai, Sugiyama 1995, "Layout adjustment and the mental
// map").
type Relayout struct {
	Problem         *Problem
	Previous        Placement // position of each node, px; of a new one, or beyond its end, none
	New             []bool    // nodes that were not there; nil: none
	MaxDisplacement float64   // of the other nodes, px; 0 or less: DefaultDisplacement of the frame's width
}

// Solve lays out what has changed: new nodes where the energy is least, the others within
// MaxDisplacement of their previous positions. If most nodes are new, only the sense of direction
// can be kept: all is laid out from scratch, with the rotation and reflection nearest to the
// previous layout. seed and budget are those of Solve.
//
// Nodes do not overlap if the frame has room for all, and stay inside it; if that needs more room,
// some move farther than MaxDisplacement. Above SmallMax nodes known ones only make room, above
// MaxDragNodes not even that.
func (u *Relayout) Solve(seed uint64, budget int) Placement {
	frame := safeFrame(u.Problem.Frame)
	m := newInstance(u.Problem.atOrigin(frame))
	prev := previousOf(m, u, frame.Min)
	if 2*prev.count < m.n {
		s := newSolver(u.Problem, seed, budget, prev)
		for !s.Run(math.MaxInt) {
		}
		return s.At()
	}
	displacement := u.MaxDisplacement
	if !(displacement > 0) {
		displacement = float64(DefaultDisplacement * m.frame.W())
	}
	at := adapt(m, prev, clamp(displacement, 0, maxExtent), &random{state: seed}, budget)
	for i := range at {
		at[i] = at[i].Add(frame.Min)
		if m.pinned[i] {
			at[i] = u.Problem.Nodes[i].At
		}
	}
	return at
}

// A previous holds former positions.
type previous struct {
	positions Placement // of the known nodes
	known     []bool
	count     int // known nodes
}

// previousOf returns the former positions of a relayout, relative to the frame.
func previousOf(m *instance, u *Relayout, origin geom.Vec) *previous {
	mem := &previous{positions: make(Placement, m.n), known: make([]bool, m.n)}
	for i := range mem.positions {
		if i >= len(u.Previous) || i < len(u.New) && u.New[i] || finite(u.Previous[i].X, unbounded) == unbounded || finite(u.Previous[i].Y, unbounded) == unbounded {
			continue
		}
		mem.positions[i], mem.known[i] = m.inside(i, u.Previous[i].Sub(origin)), true
		if m.pinned[i] {
			mem.positions[i] = m.pinAt[i]
		}
		mem.count++
	}
	return mem
}

// adapt inserts the new nodes, anneals them while the others stay, and then all within their
// displacements.
func adapt(m *instance, prev *previous, displacement float64, r *random, budget int) Placement {
	at := insertNew(m, prev)
	if m.sparseOnly {
		return at
	}
	if m.n > SmallMax {
		newOverlapRemover(m).run(at)
		return at
	}
	t := &anchor{at: prev.positions, maxDisplacement: make([]float64, m.n)}
	for i := range t.maxDisplacement {
		if !prev.known[i] {
			t.maxDisplacement[i] = -1
		}
	}
	if prev.count < m.n {
		at = annealAnchored(m, at, t, r, budget/2, 1)
	}
	for i := range t.maxDisplacement {
		if prev.known[i] {
			t.maxDisplacement[i] = displacement
		}
	}
	at = annealAnchored(m, at, t, r, budget/2, 0)
	newOverlapRemover(m).run(at)
	return at
}

// annealAnchored runs annealing with an anchor and returns the best placement.
func annealAnchored(m *instance, at Placement, t *anchor, r *random, budget int, heat float64) Placement {
	st := newEnergy(m, at)
	st.anchor = t
	st.recompute()
	s := newAnnealer(st, r)
	s.run(budget, heat)
	return s.best
}

// insertNew places each new node at the barycentre of its placed neighbours or as near as there is
// room, the one with most placed neighbours first.
func insertNew(m *instance, prev *previous) Placement {
	at := prev.positions.Clone()
	placed := append([]bool(nil), prev.known...)
	pt := newOverlapRemover(m)
	for range m.n - prev.count {
		next, most := -1, -1
		for i := range m.n {
			if placed[i] {
				continue
			}
			placedNeighbours := 0
			for _, t := range m.adjacent[i] {
				if placed[t.to] {
					placedNeighbours++
				}
			}
			if placedNeighbours > most {
				next, most = i, placedNeighbours
			}
		}
		want := m.frame.Centre()
		if most > 0 {
			want = geom.Vec{}
			for _, t := range m.adjacent[next] {
				if placed[t.to] {
					want = want.Add(at[t.to].Mul(1 / float64(most)))
				}
			}
		}
		at[next] = m.inside(next, want)
		if p, ok := pt.nearestFree(next, want, at, placed); ok {
			at[next] = p
		}
		if m.pinned[next] {
			at[next] = m.pinAt[next]
		}
		placed[next] = true
	}
	return at
}

// procrustes returns the rotation, with or without reflection, that brings the known nodes of a
// layout nearest to where they were (orthogonal Procrustes problem; Schönemann 1966, "A generalized
// solution of the orthogonal Procrustes problem"): in the plane, sums of products of the centred
// coordinates are proportional to its cosine and sine.
func (mem *previous) procrustes(at Placement) rotation {
	wasAt, isAt := mem.centroid(mem.positions), mem.centroid(at)
	var cos, sin [2]float64
	for i, known := range mem.known {
		if !known {
			continue
		}
		p, q := at[i].Sub(isAt), mem.positions[i].Sub(wasAt)
		for k, x := range [2]float64{p.X, -p.X} {
			cos[k] += float64(x*q.X) + float64(p.Y*q.Y)
			sin[k] += float64(x*q.Y) - float64(p.Y*q.X)
		}
	}
	best, most := rotation{cos: 1}, 0.0
	for k := range cos {
		if r := (geom.Vec{X: cos[k], Y: sin[k]}).Len(); r > most {
			best, most = rotation{cos: cos[k] / r, sin: sin[k] / r, mirror: k == 1}, r
		}
	}
	return best
}

// centroid is the mean position of the known nodes in a placement.
func (mem *previous) centroid(at Placement) geom.Vec {
	var sum geom.Vec
	for i, known := range mem.known {
		if known {
			sum = sum.Add(at[i])
		}
	}
	return sum.Mul(1 / float64(max(mem.count, 1)))
}
