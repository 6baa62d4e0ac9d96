package layout

import "actormap/wasm/geom"

// Solve lays a problem out. budget bounds the evaluations of single moves, see
// DefaultBudget; the same problem, seed and budget give the same bits. Bodies do not overlap
// where the frame has room for them all, and stay inside it; the pinned are exactly where
// they are pinned.
//
// The order and the direction of the links and where the frame lies make no difference.
func Solve(p *Problem, seed uint64, budget int) Placement {
	frame := safeFrame(p.Frame)
	m := newModel(p.atOrigin(frame))
	if m.n == 0 {
		return Placement{}
	}
	at := m.solve(&random{state: seed}, budget)
	for i := range at {
		at[i] = at[i].Add(frame.Min)
		if m.pinned[i] {
			at[i] = p.Bodies[i].At
		}
	}
	return at
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

func (m *model) solve(r *random, budget int) Placement {
	if m.coarse {
		return m.layCoarsely()
	}
	best := m.tournament(m.starts(r, budget), r, budget)
	at := best.pos.Clone()
	if newParting(m).run(at) {
		return at
	}
	// Parting the bodies may have drawn lines over some: a last search, gains only.
	return m.polish(at, r, budget/8)
}

// Starts and their shares of the work.
const (
	maxStarts  = 48
	minStarts  = 4
	finalists  = 8
	startShare = 40 // pairs moved for one evaluation of the budget
)

// starts makes layouts by stress alone from chance places and keeps the best few.
func (m *model) starts(r *random, budget int) []*state {
	pairs := 1
	for _, part := range m.parts {
		pairs += len(part) * len(part) / 2
	}
	count := int(clamp(float64(budget)*startShare/float64(pairs*sgdEpochs), minStarts, maxStarts))
	if len(m.parts) == 0 {
		count = 1
	}
	var kept []*state
	for range count {
		st := newState(m, m.start(r))
		k := len(kept)
		kept = append(kept, st)
		for ; k > 0 && kept[k].total() < kept[k-1].total(); k-- {
			kept[k-1], kept[k] = kept[k], kept[k-1]
		}
		if len(kept) > finalists {
			kept = kept[:finalists]
		}
	}
	return kept
}

// start makes one layout by stress, packed and fitted into the frame.
func (m *model) start(r *random) Placement {
	at := make(Placement, m.n)
	var tied []int
	for _, part := range m.parts {
		m.scatter(part, at, r)
		m.descend(pairsOf(part), at, 1, false, r)
		for _, i := range part {
			at[i] = at[i].Mul(m.spacing())
		}
		tied = append(tied, part...)
	}
	m.pack(at)
	m.fit(tied, at)
	m.pinDown(at, r)
	m.placeAlone(at)
	return at
}

// pinDown puts the pinned bodies where they belong and lets the others find their places
// around them.
func (m *model) pinDown(at Placement, r *random) {
	for _, part := range m.parts {
		held := false
		for _, i := range part {
			if m.pinned[i] {
				at[i], held = m.pin[i], true
			}
		}
		if held {
			m.descend(pairsOf(part), at, 0.9*m.spacing(), true, r)
		}
		for _, i := range part {
			if !m.pinned[i] {
				at[i] = m.inside(i, at[i])
			}
		}
	}
}

// placeAlone puts the bodies without ties, one after another, where they disturb least.
func (m *model) placeAlone(at Placement) {
	for _, i := range m.alone {
		at[i] = m.pin[i]
		if !m.pinned[i] {
			at[i] = m.frame.Centre()
		}
	}
	if len(m.alone) == 0 {
		return
	}
	st := newState(m, at)
	const lattice = 12
	for _, i := range m.alone {
		if m.pinned[i] {
			continue
		}
		_, base := st.lift(i)
		best, least := at[i], share{rest: inf}
		for k := range lattice * lattice {
			x, y := (float64(k%lattice)+0.5)/lattice, (float64(k/lattice)+0.5)/lattice
			p := m.inside(i, geom.Vec{
				X: m.frame.Min.X + float64(x*m.frame.W()),
				Y: m.frame.Min.Y + float64(y*m.frame.H()),
			})
			if s, ok := st.weigh(i, p, base, inf); ok && s.rest < least.rest {
				best, least = p, s
			}
		}
		st.put(i, best, base, least)
		at[i] = best
	}
}

// tournament searches from several states and gives the better half of them more effort in
// each round, until one is left.
func (m *model) tournament(states []*state, r *random, budget int) *state {
	rounds := 1
	for k := len(states); k > 1; k = (k + 1) / 2 {
		rounds++
	}
	heat := 2.0
	for {
		for _, st := range states {
			newSearch(st, r).run(budget/rounds/len(states), heat)
		}
		for k := 1; k < len(states); k++ {
			for j := k; j > 0 && states[j].total() < states[j-1].total(); j-- {
				states[j-1], states[j] = states[j], states[j-1]
			}
		}
		if len(states) == 1 {
			return states[0]
		}
		states = states[:(len(states)+1)/2]
		heat *= 0.5
	}
}

// polish lowers the cost without ever letting bodies overlap again.
func (m *model) polish(at Placement, r *random, budget int) Placement {
	st := newState(m, at)
	newSearch(st, r).run(budget, 0)
	newParting(m).run(st.pos)
	return st.pos
}
