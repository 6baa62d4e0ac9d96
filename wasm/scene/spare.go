package scene

import (
	"cmp"
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/label"
)

// A spare is the name of a node that the layout kept no room for, shown because some is left:
// beside the shape, clear of everything, no line under it.
type spare struct {
	node int
	slot label.Slot
	box  geom.Rect
}

// rankUnnamed lists the nodes without room for their names in the order in which they get what
// is left: actors first, then by the number of relations.
func (s *Scene) rankUnnamed() {
	for i := range s.looks {
		if !s.looks[i].named && s.looks[i].nameW > 0 {
			s.unnamed = append(s.unnamed, i)
		}
	}
	slices.SortStableFunc(s.unnamed, func(i, j int) int {
		return cmp.Compare(rankOf(&s.graph.Nodes[j]), rankOf(&s.graph.Nodes[i]))
	})
}

// placeSpares shows what names there is room left for. None is shown while things move: they
// would flicker.
func (s *Scene) placeSpares() {
	d := &s.drawn
	d.spares = d.spares[:0]
	if s.inMotion() || len(s.unnamed) == 0 {
		return
	}
	taken := s.blockDrawn()
	for _, i := range s.unnamed {
		if !s.shown.Nodes[i] || !d.shapes[i].Overlaps(s.world()) {
			continue
		}
		item := s.nameItem(i)
		for slot := label.Below; slot <= label.AboveLeft; slot++ {
			box := item.Box(slot)
			if box.Inside(s.world().Grow(-2)) && clear(box, taken) && !s.crossed(box) {
				d.spares = append(d.spares, spare{i, slot, box})
				d.boxes = append(d.boxes, box)
				taken = append(taken, box)
				break
			}
		}
	}
	d.blocked = taken
}

// crossed reports whether a line runs through a box, be it the node's own.
func (s *Scene) crossed(box geom.Rect) bool {
	for _, e := range s.drawn.lines {
		if s.route(e).shown && passes(s.route(e).curve, box) {
			return true
		}
	}
	return false
}

// spareOf returns the name of node i that is shown because there is room left, or nil.
func (s *Scene) spareOf(i int) *spare {
	for k := range s.drawn.spares {
		if s.drawn.spares[k].node == i {
			return &s.drawn.spares[k]
		}
	}
	return nil
}

func (s *Scene) drawSpares(chip geom.Rect, chipNode int) {
	for _, sp := range s.drawn.spares {
		if sp.node == chipNode || sp.box.Overlaps(chip) {
			continue
		}
		px, weight := s.face(sp.node)
		s.write(sp.node, sp.box, px, weight, s.theme.Ink, s.theme.Paper, s.nodeAlpha[sp.node])
	}
}
