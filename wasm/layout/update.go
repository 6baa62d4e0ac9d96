package layout

import (
	"math"

	"actormap/wasm/geom"
)

// LeashShare is how far a body may move when a map changes, as a share of the frame's width: so
// little that a reader finds everything again.
const LeashShare = 0.05

// An Update is a problem that has changed since it was last laid out.
type Update struct {
	Problem *Problem
	Was     Placement // where each body was; of a new one, anything
	New     []bool    // bodies that were not there; nil: none
	Leash   float64   // px that the others may move; what is not positive counts as LeashShare of the width
}

// Lay lays out what has changed: the new bodies where they disturb least, the others on leashes
// around where they were. Where most are new there is nothing to keep but the sense of
// direction: then all is laid out anew, turned and mirrored as it was. seed and budget are those
// of Solve.
//
// Bodies do not overlap where the frame has room for them all, and stay inside it; where that
// needs more room, some go beyond their leash. Among more than maxStory bodies the
// known ones only make room, among more than maxExact not even that.
func (u *Update) Lay(seed uint64, budget int) Placement {
	frame := safeFrame(u.Problem.Frame)
	m := newInstance(u.Problem.atOrigin(frame))
	known := m.recall(u, frame.Min)
	if 2*known.count < m.n {
		s := newSolving(u.Problem, seed, budget, known)
		for !s.Spend(math.MaxInt) {
		}
		return s.At()
	}
	leash := u.Leash
	if !(leash > 0) {
		leash = float64(LeashShare * m.frame.W())
	}
	at := m.adjust(known, clamp(leash, 0, maxExtent), &random{state: seed}, budget)
	for i := range at {
		at[i] = at[i].Add(frame.Min)
		if m.pinned[i] {
			at[i] = u.Problem.Bodies[i].At
		}
	}
	return at
}

// A memory is where bodies were.
type memory struct {
	at    Placement // of the known
	known []bool
	count int // of the known
}

// recall returns what an update says of the past, in the model's own frame.
func (m *instance) recall(u *Update, origin geom.Vec) *memory {
	mem := &memory{at: make(Placement, m.n), known: make([]bool, m.n)}
	for i := range mem.at {
		if i >= len(u.Was) || i < len(u.New) && u.New[i] || finite(u.Was[i].X, unbounded) == unbounded || finite(u.Was[i].Y, unbounded) == unbounded {
			continue
		}
		mem.at[i], mem.known[i] = m.inside(i, u.Was[i].Sub(origin)), true
		if m.pinned[i] {
			mem.at[i] = m.pinAt[i]
		}
		mem.count++
	}
	return mem
}

// adjust seats the new bodies, lets them find their best places while the others stay, and then
// all within their leashes.
func (m *instance) adjust(known *memory, leash float64, r *random, budget int) Placement {
	at := m.seat(known)
	if m.sparseOnly {
		return at
	}
	if m.n > maxStory {
		newOverlapRemover(m).run(at)
		return at
	}
	t := &anchor{at: known.at, maxDisplacement: make([]float64, m.n)}
	for i := range t.maxDisplacement {
		if !known.known[i] {
			t.maxDisplacement[i] = -1
		}
	}
	if known.count < m.n {
		at = m.searchTethered(at, t, r, budget/2, 1)
	}
	for i := range t.maxDisplacement {
		if known.known[i] {
			t.maxDisplacement[i] = leash
		}
	}
	at = m.searchTethered(at, t, r, budget/2, 0)
	newOverlapRemover(m).run(at)
	return at
}

func (m *instance) searchTethered(at Placement, t *anchor, r *random, budget int, heat float64) Placement {
	st := newEnergy(m, at)
	st.anchor = t
	st.recompute()
	s := newAnnealer(st, r)
	s.run(budget, heat)
	return s.best
}

// seat puts each new body amid those that it is tied to, or as near as there is room, and the
// best tied first.
func (m *instance) seat(known *memory) Placement {
	at := known.at.Clone()
	seated := append([]bool(nil), known.known...)
	pt := newOverlapRemover(m)
	for range m.n - known.count {
		next, most := -1, -1
		for i := range m.n {
			if seated[i] {
				continue
			}
			ties := 0
			for _, t := range m.adjacent[i] {
				if seated[t.to] {
					ties++
				}
			}
			if ties > most {
				next, most = i, ties
			}
		}
		want := m.frame.Centre()
		if most > 0 {
			want = geom.Vec{}
			for _, t := range m.adjacent[next] {
				if seated[t.to] {
					want = want.Add(at[t.to].Mul(1 / float64(most)))
				}
			}
		}
		at[next] = m.inside(next, want)
		if p, ok := pt.nearestFree(next, want, at, seated); ok {
			at[next] = p
		}
		if m.pinned[next] {
			at[next] = m.pinAt[next]
		}
		seated[next] = true
	}
	return at
}

// likeness returns the turn, mirrored or not, that brings the known bodies of a layout nearest to
// where they were (orthogonal Procrustes: the sums of the products of the coordinates of both,
// each about its middle, are the cosine and the sine of the best angle, but for a factor).
func (mem *memory) likeness(at Placement) rotation {
	was, is := mem.middle(mem.at), mem.middle(at)
	var cos, sin [2]float64
	for i, known := range mem.known {
		if !known {
			continue
		}
		p, q := at[i].Sub(is), mem.at[i].Sub(was)
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

// middle is the mean of the known places in a placement.
func (mem *memory) middle(at Placement) geom.Vec {
	var sum geom.Vec
	for i, known := range mem.known {
		if known {
			sum = sum.Add(at[i])
		}
	}
	return sum.Mul(1 / float64(max(mem.count, 1)))
}
