package layout

import (
	"cmp"
	"iter"
	"slices"

	"actormap/wasm/geom"
)

// newUnlinked prepares the nodes of a problem without its links: enough to remove overlaps.
func newUnlinked(p *Problem) *instance {
	n := len(p.Bodies)
	m := &instance{n: n, gap: clamp(finite(p.Gap, 0), 0, maxExtent), frame: safeFrame(p.Frame), sparseOnly: true,
		shapes: make([]shape, n), feasible: make([]geom.Rect, n), pinned: make([]bool, n), pinAt: make(Placement, n)}
	for i := range p.Bodies {
		m.setNode(i, &p.Bodies[i])
	}
	return m
}

// Rooms that decide how far very many bodies are parted, as shares of the frame.
const (
	easyRoom = 0.6  // so much may be covered and pushing still ends soon
	sureRoom = 0.25 // so much may be covered and rows still hold them all
)

// partRounds bounds the pushes of very many bodies.
const partRounds = 200

// A spreading parts very many bodies, with their labels where the frame has room for these, else
// the shapes alone, else not at all: then there is no way to.
type spreading struct {
	*crowd
	at     Placement
	rounds int        // of pushing that are left
	homing *rehousing // what pushing has not parted
}

// newSpreading begins to part the bodies of a placement, which becomes its own.
func newSpreading(m *instance, at Placement) *spreading {
	s := &spreading{at: at}
	if m.fillRatio() > easyRoom {
		m = m.withoutLabels()
		if m.fillRatio() > easyRoom {
			return s
		}
	}
	s.crowd, s.rounds = newCrowd(newParting(m)), partRounds+1
	return s
}

// step does a piece of the work. It returns the pairs that this is worth, and whether there is
// more to do.
func (s *spreading) step() (work int, again bool) {
	switch {
	case s.crowd == nil:
		return 0, false
	case s.homing != nil:
		work, again = s.homing.step()
		if !again && !s.homing.housed {
			s.inRows(s.at)
		}
		return work, again
	}
	work, some := s.pushOn(s.at)
	s.rounds--
	switch {
	case !some:
		return work, false
	case s.rounds > 0:
		return work, true
	case s.fillRatio() > sureRoom:
		return work, false
	}
	s.homing = newRehousing(s.crowd, s.at)
	return work + sortPairs*s.n, true
}

// fillRatio returns the area of all nodes with their gaps as a share of the frame.
func (m *instance) fillRatio() float64 {
	area := 0.0
	for i := range m.shapes {
		area += m.shapes[i].area
	}
	return area / (m.frame.W() * m.frame.H())
}

// withoutLabels returns the instance with shapes only.
func (m *instance) withoutLabels() *instance {
	b := *m
	b.shapes = append([]shape(nil), m.shapes...)
	for i := range b.shapes {
		s := &b.shapes[i]
		s.labelW, s.left, s.down = 0, s.halfW, s.halfH
		s.reach = geom.Vec{X: s.left, Y: s.down}.Len()
		s.area = float64((2*s.left + b.gap) * (s.halfH + s.down + b.gap))
	}
	return &b
}

// A crowd parts very many bodies: as a parting does, but it looks only at pairs that share a
// cell of a grid, and at those again only after one of the two was pushed.
type crowd struct {
	*parting
	side       float64 // of a cell, px
	cols, rows int
	cells      [][]int32  // bodies by cell, ascending; a large one stands in several
	in         []cellSpan // the cells of each body
	round      int32
	pushed     []int32 // the round in which each body was last pushed
}

// A cellSpan is the first and the last column and row of the cells that a body touches.
type cellSpan struct{ x0, y0, x1, y1 int32 }

func newCrowd(pt *parting) *crowd {
	c, m := &crowd{parting: pt}, pt.instance
	mean := 0.0
	for i := range m.shapes {
		s := &m.shapes[i]
		mean += (2*s.left + s.halfH + s.down + 2*m.gap) / float64(2*m.n)
	}
	c.side = max(mean, m.spacing()/2, 1e-6) // no more cells than a few for each body
	c.cols, c.rows = int(m.frame.W()/c.side)+1, int(m.frame.H()/c.side)+1
	return c
}

// span returns the cells that body i at p touches.
func (c *crowd) span(i int, p geom.Vec) cellSpan {
	s := &c.shapes[i]
	col := func(x float64) int32 { return int32(clamp((x-c.frame.Min.X)/c.side, 0, float64(c.cols-1))) }
	row := func(y float64) int32 { return int32(clamp((y-c.frame.Min.Y)/c.side, 0, float64(c.rows-1))) }
	return cellSpan{col(p.X - s.left - c.gap), row(p.Y - s.halfH - c.gap), col(p.X + s.left + c.gap), row(p.Y + s.down + c.gap)}
}

// within yields the numbers of the cells of a span.
func (c *crowd) within(s cellSpan) iter.Seq[int] {
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

// sort brings the cells up to date and returns for how many bodies that was needed.
func (c *crowd) sort(at Placement) (moved int) {
	if c.cells == nil {
		c.cells, c.in, c.pushed = make([][]int32, c.cols*c.rows), make([]cellSpan, c.n), make([]int32, c.n)
		for i, p := range at {
			c.in[i] = c.span(i, p)
			for k := range c.within(c.in[i]) {
				c.cells[k] = append(c.cells[k], int32(i))
			}
		}
		return c.n
	}
	for i, p := range at {
		if c.pushed[i] != c.round {
			continue
		}
		moved++
		if now := c.span(i, p); now != c.in[i] {
			for k := range c.within(c.in[i]) {
				at, _ := slices.BinarySearch(c.cells[k], int32(i))
				c.cells[k] = slices.Delete(c.cells[k], at, at+1)
			}
			c.in[i] = now
			for k := range c.within(now) {
				at, _ := slices.BinarySearch(c.cells[k], int32(i))
				c.cells[k] = slices.Insert(c.cells[k], at, int32(i))
			}
		}
	}
	return moved
}

// What it costs to put a body into a cell, and to look at two bodies of a cell, in pairs.
const (
	cellPairs  = 16
	closePairs = 4
)

// forget makes the next round look at all pairs: bodies may have been moved, or set free.
func (c *crowd) forget() {
	for i := range c.pushed {
		c.pushed[i] = c.round
	}
}

// pushAll pushes every pair that is too close once and reports whether there was one.
func (c *crowd) pushAll(at Placement) (some bool) {
	c.forget()
	_, some = c.pushOn(at)
	return some
}

// pushOn is pushAll where nothing but pushes has moved a body or set one free since the last time. It
// returns the pairs that this is worth, too.
//
// Two bodies that were not pushed in this round or the one before stand where they stood when they were
// last looked at, and were apart then, or they would have been pushed.
func (c *crowd) pushOn(at Placement) (work int, some bool) {
	moved := c.sort(at)
	c.round++
	work = cellPairs*moved + len(c.cells)
	recent := func(i int32) bool { return c.pushed[i] >= c.round-1 }
	for _, here := range c.cells {
		for a, i := range here {
			work++
			fresh := recent(i)
			for _, j := range here[:a] {
				if !fresh && !recent(j) {
					continue
				}
				work += closePairs
				if c.fixed[i] && c.fixed[j] || !c.overlaps(int(i), at[i], int(j), at[j]) {
					continue
				}
				some, fresh = true, true
				c.push(int(i), int(j), at)
				c.pushed[i], c.pushed[j] = c.round, c.round
			}
		}
	}
	return work, some
}

// part does what run does, but for the order in which it pushes.
func (c *crowd) part(at Placement) {
	c.forget()
	c.pushOut(at, func(at Placement) bool {
		_, some := c.pushOn(at)
		return some
	})
}

// A rehousing moves every body that still lies on another to the nearest place that is free, the
// largest first, until there is none for one. A body in place blocks the middle
// of a smaller one on no more than four times its own area, so that with sureRoom or less
// covered there is one but for what the pitch of the search overlooks. Where pushing has
// nearly done its work few have to go, and not far.
type rehousing struct {
	*crowd
	at     Placement
	order  []int     // of the bodies
	next   int       // in it
	homes  [][]int32 // by cell: those that have their place
	tries  int       // places looked at so far
	housed bool      // there was a place for each
}

// sortPairs is what bringing a body into order costs, in pairs.
const sortPairs = 60

func newRehousing(c *crowd, at Placement) *rehousing {
	order := make([]int, c.n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if c.fixed[i] != c.fixed[j] {
			if c.fixed[i] {
				return -1
			}
			return 1
		}
		return cmp.Compare(c.shapes[j].area, c.shapes[i].area)
	})
	return &rehousing{crowd: c, at: at, order: order, homes: make([][]int32, c.cols*c.rows)}
}

// What a try of a place costs, in pairs, and after how many tries a piece of work ends.
const (
	tryPairs    = 10
	triesAPiece = 10_000
)

// step houses some bodies. It returns the pairs that this is worth, and whether there is more to
// do.
func (h *rehousing) step() (work int, again bool) {
	before := h.tries
	for h.next < h.n && h.tries-before < triesAPiece {
		if !h.house(h.order[h.next]) {
			return tryPairs * (h.tries - before), false
		}
		h.next++
	}
	h.housed = h.next == h.n
	return tryPairs * (h.tries - before), !h.housed
}

// house finds a place for body i and reports whether there is one.
func (h *rehousing) house(i int) bool {
	if !h.fixed[i] && !h.free(i, h.at[i]) {
		p, ok := h.nearest(i)
		if !ok {
			return false
		}
		h.at[i] = p
	}
	for k := range h.within(h.span(i, h.at[i])) {
		h.homes[k] = append(h.homes[k], int32(i))
	}
	return true
}

// free reports whether body i at p lies on none of those that have their place.
func (h *rehousing) free(i int, p geom.Vec) bool {
	h.tries++
	for k := range h.within(h.span(i, p)) {
		for _, j := range h.homes[k] {
			if h.overlaps(i, p, int(j), h.at[j]) {
				return false
			}
		}
	}
	return true
}

// nearest looks for a free place for body i on squares around where it lies, one pitch after
// another; of a square that has some it takes the one that is nearest.
func (h *rehousing) nearest(i int) (best geom.Vec, found bool) {
	pitch := h.side / 4
	least := 0.0
	try := func(dx, dy float64) {
		p := h.at[i].Add(geom.Vec{X: dx, Y: dy})
		if h.inside(i, p) != p {
			return
		}
		if d := float64(dx*dx) + float64(dy*dy); (!found || d < least) && h.free(i, p) {
			best, least, found = p, d, true
		}
	}
	farthest := max(h.frame.W(), h.frame.H())
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

// inRows sets the bodies in rows that fill the frame, in about the order of their places: the
// last resort where nothing else parted them and there is room for sure. Each row takes the
// next bodies by height, orders them by where they were, and is as high as the tallest.
func (m *instance) inRows(at Placement) {
	order := make([]int, 0, m.n)
	for i := range m.n {
		if !m.pinned[i] {
			order = append(order, i)
		}
	}
	height := func(i int) float64 { return m.shapes[i].halfH + m.shapes[i].down }
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(height(j), height(i)), cmp.Compare(at[i].Y, at[j].Y))
	})
	y := m.frame.Min.Y
	for from := 0; from < len(order); {
		to, width := from, 0.0
		for to < len(order) && (to == from || width+2*m.shapes[order[to]].left <= m.frame.W()) {
			width += 2*m.shapes[order[to]].left + m.gap
			to++
		}
		row := order[from:to]
		tallest := height(row[0])
		slices.SortStableFunc(row, func(i, j int) int { return cmp.Compare(at[i].X, at[j].X) })
		x := m.frame.Min.X
		for _, i := range row {
			at[i] = m.inside(i, geom.Vec{X: x + m.shapes[i].left, Y: y + m.shapes[i].halfH})
			x += 2*m.shapes[i].left + m.gap
		}
		y += tallest + m.gap
		from = to
	}
}
