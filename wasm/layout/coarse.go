package layout

import (
	"cmp"
	"slices"

	"actormap/wasm/geom"
)

// coarseRounds is how often the bodies of a coarse layout are drawn to their neighbours.
const coarseRounds = 24

// layCoarsely places very many bodies in time proportional to n log n: all stand on a lattice
// that fills the frame; in each round everyone is drawn to the middle of its neighbours, and
// then the lattice is dealt out anew, columns by the order across, places in a column by the
// order down. So the picture stays even while what is tied comes together.
func (m *model) layCoarsely() Placement {
	at := make(Placement, m.n)
	order := make([]int, 0, m.n)
	for _, part := range m.parts {
		order = append(order, part...)
	}
	order = append(order, m.alone...)
	cols := 1
	for float64(cols*cols)*m.frame.H() < float64(m.n)*m.frame.W() && cols < m.n {
		cols++
	}
	m.deal(order, at, cols)
	next := make(Placement, m.n)
	for range coarseRounds {
		for i := range at {
			next[i] = m.drawn(i, at)
		}
		slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(next[i].X, next[j].X) })
		for from := 0; from < m.n; {
			to := columnEnd(m.n, cols, from)
			slices.SortStableFunc(order[from:to], func(i, j int) int { return cmp.Compare(next[i].Y, next[j].Y) })
			from = to
		}
		m.deal(order, at, cols)
	}
	return at
}

// columnEnd returns where the column that begins at from ends: columns differ by one at most.
func columnEnd(n, cols, from int) int {
	col := from * cols / n
	for to := from + 1; to < n; to++ {
		if to*cols/n != col {
			return to
		}
	}
	return n
}

// deal puts the bodies on the lattice, column by column.
func (m *model) deal(order []int, at Placement, cols int) {
	for from, col := 0, 0; from < m.n; col++ {
		to := columnEnd(m.n, cols, from)
		for k, i := range order[from:to] {
			p := geom.Vec{
				X: m.frame.Min.X + float64(m.frame.W()*(float64(col)+0.5)/float64(cols)),
				Y: m.frame.Min.Y + float64(m.frame.H()*(float64(k)+0.5)/float64(to-from)),
			}
			at[i] = m.inside(i, p)
			if m.pinned[i] {
				at[i] = m.pin[i]
			}
		}
		from = to
	}
}

// drawn returns the place between body i and the mean of its neighbours.
func (m *model) drawn(i int, at Placement) geom.Vec {
	if len(m.ties[i]) == 0 || m.pinned[i] {
		return at[i]
	}
	var sum geom.Vec
	for _, t := range m.ties[i] {
		sum = sum.Add(at[t.to])
	}
	return at[i].Lerp(sum.Mul(1/float64(len(m.ties[i]))), 0.8)
}
