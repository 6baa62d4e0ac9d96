package overlap

import (
	"cmp"
	"iter"
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// A StagedRemoval removes the overlaps of very many nodes in slices: with their labels if the frame
// has room for these, else of the shapes, else not at all.
type StagedRemoval struct {
	grid       *GridRemover
	At         []geom.Vec
	rounds     int         // of pushing left
	relocation *relocation // of what pushing has not separated
}

// NewStagedRemoval begins with a placement, which it changes.
func NewStagedRemoval(m *instance.Instance, at []geom.Vec) *StagedRemoval {
	s := &StagedRemoval{At: at}
	if m.FillRatio() > maxFillForPushing {
		m = m.WithoutLabels()
		if m.FillRatio() > maxFillForPushing {
			return s
		}
	}
	s.grid, s.rounds = NewGridRemover(NewRemover(m)), LargePushRounds+1
	return s
}

// Step does a slice of the work, and returns its cost in node pairs and whether there is more.
func (s *StagedRemoval) Step() (work int, again bool) {
	switch {
	case s.grid == nil:
		return 0, false
	case s.relocation != nil:
		work, again = s.relocation.step()
		if !again && !s.relocation.complete {
			shelfPack(s.grid.instance, s.At)
		}
		return work, again
	}
	work, some := s.grid.pushRecent(s.At)
	s.rounds--
	switch {
	case !some:
		return work, false
	case s.rounds > 0:
		return work, true
	case s.grid.instance.FillRatio() > maxFillForRelocation:
		return work, false
	}
	s.relocation = newRelocation(s.grid, s.At)
	return work + pairsPerSort*s.grid.instance.N, true
}

// A GridRemover removes overlaps as an Remover does, with a uniform grid as broad phase: it
// looks only at pairs that share a cell, and at those again only after one of the two was pushed.
type GridRemover struct {
	remover    *Remover
	instance   *instance.Instance // of remover
	cellSize   float64            // px
	cols, rows int
	cells      [][]int32   // nodes by cell, ascending; a large node is in several
	cellsOf    []cellRange // of each node
	round      int32
	pushed     []int32 // round in which each node was last pushed
}

// A cellRange is the first and the last column and row of the cells that a node touches.
type cellRange struct{ x0, y0, x1, y1 int32 }

// NewGridRemover chooses the cell size: about a node, and not more than a few cells a node.
func NewGridRemover(pt *Remover) *GridRemover {
	c, m := &GridRemover{remover: pt, instance: pt.Instance}, pt.Instance
	mean := 0.0
	for i := range m.Shapes {
		s := &m.Shapes[i]
		mean += (2*s.Left + s.HalfH + s.Down + 2*m.Gap) / float64(2*m.N)
	}
	c.cellSize = max(mean, m.Spacing()/2, 1e-6) // a few cells a node at most
	c.cols, c.rows = int(m.Frame.W()/c.cellSize)+1, int(m.Frame.H()/c.cellSize)+1
	return c
}

// cellRange returns the cells that node i at p touches.
func (c *GridRemover) cellRange(i int, p geom.Vec) cellRange {
	s := &c.instance.Shapes[i]
	col := func(x float64) int32 {
		return int32(instance.Clamp((x-c.instance.Frame.Min.X)/c.cellSize, 0, float64(c.cols-1)))
	}
	row := func(y float64) int32 {
		return int32(instance.Clamp((y-c.instance.Frame.Min.Y)/c.cellSize, 0, float64(c.rows-1)))
	}
	return cellRange{col(p.X - s.Left - c.instance.Gap), row(p.Y - s.HalfH - c.instance.Gap), col(p.X + s.Left + c.instance.Gap), row(p.Y + s.Down + c.instance.Gap)}
}

// cellsIn yields the indices of the cells of a range.
func (c *GridRemover) cellsIn(s cellRange) iter.Seq[int] {
	return func(yield func(int) bool) {
		for y := int(s.y0); y <= int(s.y1); y++ {
			for x := int(s.x0); x <= int(s.x1); x++ {
				if !yield(y*c.cols + x) {
					return
				}
			}
		}
	}
}

// updateCells brings the cells up to date and returns the number of nodes that moved.
func (c *GridRemover) updateCells(at []geom.Vec) (moved int) {
	if c.cells == nil {
		c.cells, c.cellsOf, c.pushed = make([][]int32, c.cols*c.rows), make([]cellRange, c.instance.N), make([]int32, c.instance.N)
		for i, p := range at {
			c.cellsOf[i] = c.cellRange(i, p)
			for k := range c.cellsIn(c.cellsOf[i]) {
				c.cells[k] = append(c.cells[k], int32(i))
			}
		}
		return c.instance.N
	}
	for i, p := range at {
		if c.pushed[i] != c.round {
			continue
		}
		moved++
		if now := c.cellRange(i, p); now != c.cellsOf[i] {
			for k := range c.cellsIn(c.cellsOf[i]) {
				at, _ := slices.BinarySearch(c.cells[k], int32(i))
				c.cells[k] = slices.Delete(c.cells[k], at, at+1)
			}
			c.cellsOf[i] = now
			for k := range c.cellsIn(now) {
				at, _ := slices.BinarySearch(c.cells[k], int32(i))
				c.cells[k] = slices.Insert(c.cells[k], at, int32(i))
			}
		}
	}
	return moved
}

// Costs of putting a node into a cell and of looking at two nodes of a cell, in node pairs.
const (
	PairsPerCellUpdate = 16
	PairsPerClosePair  = 4
)

// markAll lets the next round look at all pairs: nodes may have been moved or released.
func (c *GridRemover) markAll() {
	for i := range c.pushed {
		c.pushed[i] = c.round
	}
}

// PushAll pushes each pair that is too close once, and reports whether there was one.
func (c *GridRemover) PushAll(at []geom.Vec) (some bool) {
	c.markAll()
	_, some = c.pushRecent(at)
	return some
}

// pushRecent is pushAll if nothing but pushes has moved a node since the last round. It returns the
// cost in node pairs, too. Two nodes that were not pushed in this round or the one before stand
// where they were last looked at, and were apart then.
func (c *GridRemover) pushRecent(at []geom.Vec) (work int, some bool) {
	moved := c.updateCells(at)
	c.round++
	work = PairsPerCellUpdate*moved + len(c.cells)
	recent := func(i int32) bool { return c.pushed[i] >= c.round-1 }
	for _, here := range c.cells {
		for a, i := range here {
			work++
			fresh := recent(i)
			for _, j := range here[:a] {
				if !fresh && !recent(j) {
					continue
				}
				work += PairsPerClosePair
				if c.remover.Fixed[i] && c.remover.Fixed[j] || !c.instance.Overlaps(int(i), at[i], int(j), at[j]) {
					continue
				}
				some, fresh = true, true
				c.remover.push(int(i), int(j), at)
				c.pushed[i], c.pushed[j] = c.round, c.round
			}
		}
	}
	return work, some
}

// RemoveOverlaps is Remover.run with a grid as broad phase; results differ, as pairs come in
// the order of cells.
func (c *GridRemover) RemoveOverlaps(at []geom.Vec) {
	c.markAll()
	c.remover.removeWith(at, func(at []geom.Vec) bool {
		_, some := c.pushRecent(at)
		return some
	})
}

// A relocation moves each node that still overlaps to the nearest free position, the largest first,
// until there is none for one. A placed node blocks the centre of a smaller one on at most four
// times its own area, so that at fill ratios up to maxFillForRelocation there is a position, unless
// the pitch of the search misses it.
type relocation struct {
	grid     *GridRemover
	instance *instance.Instance
	at       []geom.Vec
	order    []int     // fixed nodes first, then by falling area
	next     int       // index in order
	placed   [][]int32 // placed nodes by cell
	tried    int       // positions tried so far
	complete bool      // every node has a position
}

// pairsPerSort is the cost of sorting a node, in node pairs.
const pairsPerSort = 60

// newRelocation sorts the nodes.
func newRelocation(c *GridRemover, at []geom.Vec) *relocation {
	order := make([]int, c.instance.N)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if c.remover.Fixed[i] != c.remover.Fixed[j] {
			if c.remover.Fixed[i] {
				return -1
			}
			return 1
		}
		return cmp.Compare(c.instance.Shapes[j].Area, c.instance.Shapes[i].Area)
	})
	return &relocation{grid: c, instance: c.instance, at: at, order: order, placed: make([][]int32, c.cols*c.rows)}
}

// Cost of a try in node pairs, and the tries after which a slice ends.
const (
	pairsPerTry   = 10
	triesPerSlice = 10_000
)

// step places some nodes, and returns the cost in node pairs and whether there is more.
func (h *relocation) step() (work int, again bool) {
	before := h.tried
	for h.next < h.instance.N && h.tried-before < triesPerSlice {
		if !h.place(h.order[h.next]) {
			return pairsPerTry * (h.tried - before), false
		}
		h.next++
	}
	h.complete = h.next == h.instance.N
	return pairsPerTry * (h.tried - before), !h.complete
}

// place finds a position for node i and reports whether there is one.
func (h *relocation) place(i int) bool {
	if !h.grid.remover.Fixed[i] && !h.isFree(i, h.at[i]) {
		p, ok := h.nearestPlace(i)
		if !ok {
			return false
		}
		h.at[i] = p
	}
	for k := range h.grid.cellsIn(h.grid.cellRange(i, h.at[i])) {
		h.placed[k] = append(h.placed[k], int32(i))
	}
	return true
}

// isFree reports whether node i at p overlaps no placed node.
func (h *relocation) isFree(i int, p geom.Vec) bool {
	h.tried++
	for k := range h.grid.cellsIn(h.grid.cellRange(i, p)) {
		for _, j := range h.placed[k] {
			if h.instance.Overlaps(i, p, int(j), h.at[j]) {
				return false
			}
		}
	}
	return true
}

// nearestPlace searches a free position for node i on growing squares around it, one pitch after
// another; of a square that has some it takes the nearest.
func (h *relocation) nearestPlace(i int) (best geom.Vec, found bool) {
	pitch := h.grid.cellSize / 4
	least := 0.0
	try := func(dx, dy float64) {
		p := h.at[i].Add(geom.Vec{X: dx, Y: dy})
		if h.instance.Inside(i, p) != p {
			return
		}
		if d := float64(dx*dx) + float64(dy*dy); (!found || d < least) && h.isFree(i, p) {
			best, least, found = p, d, true
		}
	}
	farthest := max(h.instance.Frame.W(), h.instance.Frame.H())
	for ring := 1; float64(float64(ring)*pitch) <= farthest && !found; ring++ {
		r := float64(float64(ring) * pitch)
		for k := -ring; k <= ring; k++ {
			d := float64(float64(k) * pitch)
			try(d, -r)
			try(d, r)
			if k > -ring && k < ring {
				try(-r, d)
				try(r, d)
			}
		}
	}
	return best, found
}

// shelfPack places the nodes in rows that fill the frame, in about the order of their positions
// (shelf packing): the last resort if nothing else removed the overlaps and there is room for sure.
// Each row takes the next nodes by height, orders them by x, and is as high as its tallest.
func shelfPack(m *instance.Instance, at []geom.Vec) {
	order := make([]int, 0, m.N)
	for i := range m.N {
		if !m.Pinned[i] {
			order = append(order, i)
		}
	}
	height := func(i int) float64 { return m.Shapes[i].HalfH + m.Shapes[i].Down }
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(height(j), height(i)), cmp.Compare(at[i].Y, at[j].Y))
	})
	y := m.Frame.Min.Y
	for from := 0; from < len(order); {
		to, width := from, 0.0
		for to < len(order) && (to == from || width+2*m.Shapes[order[to]].Left <= m.Frame.W()) {
			width += 2*m.Shapes[order[to]].Left + m.Gap
			to++
		}
		row := order[from:to]
		tallest := height(row[0])
		slices.SortStableFunc(row, func(i, j int) int { return cmp.Compare(at[i].X, at[j].X) })
		x := m.Frame.Min.X
		for _, i := range row {
			at[i] = m.Inside(i, geom.Vec{X: x + m.Shapes[i].Left, Y: y + m.Shapes[i].HalfH})
			x += 2*m.Shapes[i].Left + m.Gap
		}
		y += tallest + m.Gap
		from = to
	}
}
