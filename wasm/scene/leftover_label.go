package scene

import (
	"cmp"
	"math"
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/label"
)

// A leftoverLabel is the name of a node that the layout kept no room for, or whose slots beside it are taken,
// shown because some room is left: beside the shape, clear of everything. A name that was pushed out of its slot is one, too.
type leftoverLabel struct {
	node  int
	lines []string
	box   geom.Rect
}

// rankNameless lists the nodes without room for their names in the order in which they get what
// is left: actors first, then by the number of relations.
func (s *Scene) rankNameless() {
	for i := range s.nodeBoxes {
		if !s.nodeBoxes[i].named && s.nodeBoxes[i].nameW > 0 {
			s.nameless = append(s.nameless, i)
		}
	}
	slices.SortStableFunc(s.nameless, func(i, j int) int {
		return cmp.Compare(rankOf(&s.graph.Nodes[j]), rankOf(&s.graph.Nodes[i]))
	})
}

// placeLeftovers shows what names there is room left for. None is shown while things move: they
// would flicker.
func (s *Scene) placeLeftovers() {
	d := &s.drawn
	d.leftovers = d.leftovers[:0]
	if s.inMotion() || !s.lod.leftovers {
		return
	}
	taken := s.blockDrawn()
	show := func(i int, kept bool) bool {
		sp, ok := s.leftoverFor(i, taken, kept)
		if ok {
			d.leftovers = append(d.leftovers, sp)
			d.boxes = append(d.boxes, sp.box)
			taken = append(taken, sp.box)
		}
		return ok
	}
	for _, i := range d.named {
		if s.slots[i] == label.Hidden && s.shown.Nodes[i] && !show(i, true) {
			taken = s.displaceName(i, taken)
		}
	}
	for _, i := range s.nameless {
		if s.shown.Nodes[i] && d.shapes[i].Overlaps(s.world()) {
			show(i, false)
		}
	}
	d.blocked = taken
}

// displaceName shows the name of node i where one name in its slot is in the way that stays whole elsewhere beside its own
// shape, the least important one first. It returns what is taken then. Slots stay as they are: they say where a name comes
// back to.
func (s *Scene) displaceName(i int, taken []geom.Rect) []geom.Rect {
	d := &s.drawn
	for _, k := range s.namesNear(i) {
		was, _ := s.slotBox(k)
		rest := slices.DeleteFunc(slices.Clone(taken), func(r geom.Rect) bool { return r == was })
		sp, ok := s.leftoverFor(i, rest, true)
		if !ok {
			continue
		}
		whole, _ := s.wrapsOf(d.named[k])
		aside, ok := s.fitLeftover(d.named[k], whole, append(rest, sp.box), true)
		if !ok {
			continue
		}
		d.leftovers = append(d.leftovers, sp, aside)
		d.boxes = slices.DeleteFunc(d.boxes, func(r geom.Rect) bool { return r == was })
		d.boxes = append(d.boxes, sp.box, aside.box)
		return append(rest, sp.box, aside.box)
	}
	return taken
}

// namesNear lists the items whose names stand in slots where a name of node i could be, the least important first.
func (s *Scene) namesNear(i int) (list []int) {
	whole, short := s.wrapsOf(i)
	reach := 0.0
	for _, w := range [2][]nodeBox{whole, short} {
		for _, l := range w {
			reach = max(reach, l.nameW, l.nameH)
		}
	}
	part := s.drawn.shapes[i].Grow(reach + label.Gap + 2)
	for k := range s.drawn.named {
		if box, ok := s.slotBox(k); ok && box.Overlaps(part) {
			list = append(list, k)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int {
		return cmp.Compare(s.drawn.items[a].Importance, s.drawn.items[b].Importance)
	})
	return list
}

// slotBox is where the name of item k stands, if it stands in its slot.
func (s *Scene) slotBox(k int) (box geom.Rect, ok bool) {
	i := s.drawn.named[k]
	if !s.hasName(i) {
		return geom.Rect{}, false
	}
	return s.drawn.items[k].Box(s.slots[i]), true
}

// leftoverFor finds room for the name of node i: in its slots, then anywhere along the sides of its shape, then in more or
// fewer lines. No edge runs under it. For a name that the layout kept room for, its own edges may and a foreign one, as
// under the label of an edge; and it is cut short before it is left out.
func (s *Scene) leftoverFor(i int, taken []geom.Rect, kept bool) (sp leftoverLabel, ok bool) {
	whole, short := s.wrapsOf(i)
	if sp, ok = s.fitLeftover(i, whole, taken, kept); !ok && kept {
		sp, ok = s.fitLeftover(i, short, taken, true)
	}
	return sp, ok
}

// fitLeftover finds room for the name of node i, broken in one of some ways, with the fewest edges under it.
func (s *Scene) fitLeftover(i int, wraps []nodeBox, taken []geom.Rect, overLines bool) (sp leftoverLabel, ok bool) {
	const none = 1 << 20
	least := none
	view := s.world().Grow(-2)
	for _, w := range wraps {
		item := s.nameItem(i)
		item.W, item.H = w.nameW, w.nameH
		s.drawn.near = appendNear(s.drawn.near[:0], taken, s.drawn.shapes[i].Grow(max(item.W, item.H)+label.Gap+2))
		for _, box := range candidateBoxes(item) {
			if !box.Inside(view) || !isClear(box, s.drawn.near) {
				continue
			}
			own, foreign := s.crossings(i, box)
			if own+foreign == 0 {
				return leftoverLabel{i, w.nameLines, box}, true
			}
			if overLines && foreign <= maxCrossedEdges && own+foreign < least {
				sp, least = leftoverLabel{i, w.nameLines, box}, own+foreign
			}
		}
	}
	return sp, least < none
}

// appendNear appends the boxes that overlap a part of the screen.
func appendNear(list, boxes []geom.Rect, part geom.Rect) []geom.Rect {
	for _, b := range boxes {
		if b.Overlaps(part) {
			list = append(list, b)
		}
	}
	return list
}

// leftoverWraps are the ways to break a name into lines, in turn, after the usual one. The last ones cut it short.
var leftoverWraps = [...]struct {
	lines int
	width float64 // px
}{{mostNameLines, 170}, {mostNameLines, 240}, {mostNameLines, 90}, {2, 120}, {2, 84}, {1, 150}, {1, 110}, {1, 76}}

const wholeWraps = 4 // with the usual one

// wrapsOf returns the ways to break the name of node i into lines. They are found once, as panning places the names of
// every frame.
func (s *Scene) wrapsOf(i int) (whole, short []nodeBox) {
	all, known := s.wraps[i]
	if !known {
		all = []nodeBox{s.nodeBoxes[i]}
		px, weight := s.face(i)
		for _, w := range leftoverWraps {
			var l nodeBox
			l.wrapInto(w.lines, s.graph.Nodes[i].Name, px, weight, w.width)
			all = append(all, l)
		}
		s.wraps[i] = all
	}
	return all[:wholeWraps], all[wholeWraps:]
}

// candidateBoxes lists boxes for a name: its slots, then places along the four sides of the shape, from the middle on.
func candidateBoxes(it label.Item) []geom.Rect {
	const steps = 8 // from the middle of a side to a corner
	var out []geom.Rect
	for slot := label.Below; slot <= label.AboveLeft; slot++ {
		out = append(out, it.Box(slot))
	}
	reachX, reachY := it.HalfW+it.W/2, it.HalfH+it.H/2
	for k := 1; k <= steps; k++ {
		x, y := math.Round(float64(reachX*float64(k))/steps), math.Round(float64(reachY*float64(k))/steps)
		for _, d := range [2]float64{1, -1} {
			across, along := geom.Vec{X: d * x}, geom.Vec{Y: d * y}
			out = append(out, moved(it.Box(label.Below), across), moved(it.Box(label.Above), across),
				moved(it.Box(label.Right), along), moved(it.Box(label.Left), along))
		}
	}
	return out
}

func moved(r geom.Rect, by geom.Vec) geom.Rect {
	return geom.Rect{Min: r.Min.Add(by), Max: r.Max.Add(by)}
}

// crossings counts the edges that run through a box, those of node i and those of others.
func (s *Scene) crossings(i int, box geom.Rect) (own, foreign int) {
	for _, e := range s.drawn.edges {
		switch l := &s.graph.Edges[e]; {
		case !s.edgePath(e).shown || !enters(s.edgePath(e).curve, box):
		case l.From == i || l.To == i:
			own++
		default:
			foreign++
		}
	}
	return own, foreign
}

// leftoverOf returns the name of node i that is shown because there is room left, or nil.
func (s *Scene) leftoverOf(i int) *leftoverLabel {
	for k := range s.drawn.leftovers {
		if s.drawn.leftovers[k].node == i {
			return &s.drawn.leftovers[k]
		}
	}
	return nil
}

func (s *Scene) drawLeftovers(callout geom.Rect, calloutNode int) {
	for _, sp := range s.drawn.leftovers {
		if sp.node == calloutNode || sp.box.Overlaps(callout) {
			continue
		}
		s.writeLines(sp.lines, sp.box, s.nameText(sp.node, s.nodeAlpha[sp.node]))
	}
}
