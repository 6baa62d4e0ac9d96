package layout

import (
	"math"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/overlap"
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
	frame := instance.SafeFrame(u.Problem.Frame)
	m := u.Problem.instanceAtOrigin(frame)
	prev := previousOf(m, u, frame.Min)
	if 2*prev.count < m.N {
		s := newSolver(u.Problem, seed, budget, prev)
		for !s.Run(math.MaxInt) {
		}
		return s.At()
	}
	displacement := u.MaxDisplacement
	if !(displacement > 0) {
		displacement = float64(DefaultDisplacement * m.Frame.W())
	}
	at := adapt(m, prev, instance.Clamp(displacement, 0, instance.MaxExtent), &netgraph.Random{State: seed}, budget)
	for i := range at {
		at[i] = at[i].Add(frame.Min)
		if m.Pinned[i] {
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
func previousOf(m *instance.Instance, u *Relayout, origin geom.Vec) *previous {
	mem := &previous{positions: make(Placement, m.N), known: make([]bool, m.N)}
	for i := range mem.positions {
		if i >= len(u.Previous) || i < len(u.New) && u.New[i] || instance.Finite(u.Previous[i].X, instance.Unbounded) == instance.Unbounded || instance.Finite(u.Previous[i].Y, instance.Unbounded) == instance.Unbounded {
			continue
		}
		mem.positions[i], mem.known[i] = m.Inside(i, u.Previous[i].Sub(origin)), true
		if m.Pinned[i] {
			mem.positions[i] = m.PinAt[i]
		}
		mem.count++
	}
	return mem
}

// adapt inserts the new nodes, anneals them while the others stay, and then all within their
// displacements.
func adapt(m *instance.Instance, prev *previous, displacement float64, r *netgraph.Random, budget int) Placement {
	at := insertNew(m, prev)
	if m.SparseOnly {
		return at
	}
	if m.N > SmallMax {
		overlap.NewRemover(m).Run(at)
		return at
	}
	t := &anneal.Anchor{At: prev.positions, MaxDisplacement: make([]float64, m.N)}
	for i := range t.MaxDisplacement {
		if !prev.known[i] {
			t.MaxDisplacement[i] = -1
		}
	}
	if prev.count < m.N {
		at = annealAnchored(m, at, t, r, budget/2, 1)
	}
	for i := range t.MaxDisplacement {
		if prev.known[i] {
			t.MaxDisplacement[i] = displacement
		}
	}
	at = annealAnchored(m, at, t, r, budget/2, 0)
	overlap.NewRemover(m).Run(at)
	return at
}

// annealAnchored runs annealing with an anchor and returns the best placement.
func annealAnchored(m *instance.Instance, at Placement, t *anneal.Anchor, r *netgraph.Random, budget int, temperature float64) Placement {
	st := anneal.NewEnergy(m, at)
	st.Anchor = t
	st.Recompute()
	s := anneal.NewAnnealer(st, r)
	s.Run(budget, temperature)
	return s.Best
}

// insertNew places each new node at the barycentre of its placed neighbours or as near as there is
// room, the one with most placed neighbours first.
func insertNew(m *instance.Instance, prev *previous) Placement {
	at := prev.positions.Clone()
	placed := append([]bool(nil), prev.known...)
	pt := overlap.NewRemover(m)
	for range m.N - prev.count {
		next, most := -1, -1
		for i := range m.N {
			if placed[i] {
				continue
			}
			placedNeighbours := 0
			for _, t := range m.Adjacent[i] {
				if placed[t.To] {
					placedNeighbours++
				}
			}
			if placedNeighbours > most {
				next, most = i, placedNeighbours
			}
		}
		want := m.Frame.Centre()
		if most > 0 {
			want = geom.Vec{}
			for _, t := range m.Adjacent[next] {
				if placed[t.To] {
					want = want.Add(at[t.To].Mul(1 / float64(most)))
				}
			}
		}
		at[next] = m.Inside(next, want)
		if p, ok := pt.NearestFree(next, want, at, placed); ok {
			at[next] = p
		}
		if m.Pinned[next] {
			at[next] = m.PinAt[next]
		}
		placed[next] = true
	}
	return at
}

// procrustes returns the rotation, with or without reflection, that brings the known nodes of a
// layout nearest to where they were (orthogonal Procrustes problem; Schönemann 1966, "A generalized
// solution of the orthogonal Procrustes problem"): in the plane, sums of products of the centred
// coordinates are proportional to its cosine and sine.
func (mem *previous) procrustes(at Placement) overlap.Rotation {
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
	best, most := overlap.Rotation{Cos: 1}, 0.0
	for k := range cos {
		if r := (geom.Vec{X: cos[k], Y: sin[k]}).Len(); r > most {
			best, most = overlap.Rotation{Cos: cos[k] / r, Sin: sin[k] / r, Mirror: k == 1}, r
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
