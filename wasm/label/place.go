package label

import (
	"cmp"
	"math"
	"slices"

	"actormap/wasm/geom"
)

// A Placer finds labels their slots. It keeps its memory for the next time; the zero Placer is
// ready to use.
type Placer struct {
	items     []Item
	frame     geom.Rect
	slots     []Slot
	number    []int // of the item's box in labels
	owner     []int // the item of each box in labels
	order     []int
	obstacles Index
	labels    Index
	found     []int // scratch
}

// Place chooses a slot for each item's label: no label overlaps another, a blocked box or
// the frame's edge, and one that fits nowhere is Hidden. The important are served first; an
// item keeps Want where it fits, and otherwise takes the first free slot in the order of the
// constants. Then a label that found no room may push one other aside that has another slot
// free, the less important first, so that more are shown. The result depends only on the
// arguments, and is valid until the next call.
//
// blocked are the boxes that no label may cover: shapes, glyph discs, pills.
func (p *Placer) Place(items []Item, blocked []geom.Rect, frame geom.Rect) []Slot {
	p.items, p.frame = items, frame
	p.slots, p.number, p.owner = p.slots[:0], p.number[:0], p.owner[:0]
	for range items {
		p.slots, p.number = append(p.slots, Hidden), append(p.number, 0)
	}
	p.obstacles.Reset(frame)
	p.labels.Reset(frame)
	for _, r := range blocked {
		p.obstacles.Add(r)
	}
	p.sort()
	for _, i := range p.order {
		list, n := candidates(items[i])
		for _, s := range list[:n] {
			if p.free(i, s) {
				p.put(i, s)
				break
			}
		}
	}
	for _, i := range p.order {
		if p.slots[i] == Hidden {
			p.displace(i)
		}
	}
	if p.slots == nil {
		p.slots = []Slot{}
	}
	return p.slots
}

// sort orders the items, the most important first, ties by index. Numbers that cannot be
// compared come last.
func (p *Placer) sort() {
	p.order = p.order[:0]
	for i := range p.items {
		p.order = append(p.order, i)
	}
	slices.SortFunc(p.order, func(i, j int) int {
		return cmp.Or(cmp.Compare(rank(p.items[j].Importance), rank(p.items[i].Importance)), cmp.Compare(i, j))
	})
}

func rank(importance float64) float64 {
	if math.IsNaN(importance) {
		return math.Inf(-1)
	}
	return importance
}

// candidates lists the slots to try for an item, and how many they are: its wish, then the
// others in order.
func candidates(it Item) (list [slots]Slot, n int) {
	if it.Want > Hidden && it.Want < slots {
		list[0], n = it.Want, 1
	}
	for s := Below; s < slots; s++ {
		if s != it.Want {
			list[n] = s
			n++
		}
	}
	return list, n
}

// conflicts returns the numbers of the labels in the way of a box, but stops at more than most.
func (p *Placer) conflicts(box geom.Rect, most int) []int {
	p.found = p.labels.Hits(p.found[:0], box, most)
	return p.found
}

// obstructed reports whether something blocked is in the way of a box.
func (p *Placer) obstructed(box geom.Rect) bool {
	p.found = p.obstacles.Hits(p.found[:0], box, 0)
	return len(p.found) > 0
}

// allowed reports whether item i's label may stand in a slot as far as the frame and the
// blocked boxes go.
func (p *Placer) allowed(i int, s Slot) bool {
	it := p.items[i]
	if !hasLabel(&it) {
		return false
	}
	box := it.Box(s)
	return box.Inside(p.frame) && !p.obstructed(box)
}

func (p *Placer) free(i int, s Slot) bool {
	return p.allowed(i, s) && len(p.conflicts(p.items[i].Box(s), 0)) == 0
}

func (p *Placer) put(i int, s Slot) {
	p.slots[i] = s
	p.number[i] = p.labels.Add(p.items[i].Box(s))
	p.owner = append(p.owner, i)
}

// displace shows a hidden label where only one other is in the way and has another slot
// free. Among several ways it moves the least important label.
func (p *Placer) displace(i int) {
	var into, to Slot
	moved := -1
	list, n := candidates(p.items[i])
	for _, s := range list[:n] {
		if !p.allowed(i, s) {
			continue
		}
		in := p.conflicts(p.items[i].Box(s), 1)
		if len(in) != 1 {
			continue
		}
		other := p.owner[in[0]]
		if moved >= 0 && p.items[other].Importance >= p.items[moved].Importance {
			continue
		}
		if t := p.alternative(other, p.items[i].Box(s)); t != Hidden {
			into, to, moved = s, t, other
		}
	}
	if moved < 0 {
		return
	}
	p.labels.Remove(p.number[moved])
	p.put(moved, to)
	p.put(i, into)
}

// alternative returns the slot to which a placed label can go to leave a box free, or Hidden.
func (p *Placer) alternative(i int, box geom.Rect) Slot {
	list, n := candidates(p.items[i])
	for _, s := range list[:n] {
		own := p.items[i].Box(s)
		if s == p.slots[i] || own.Overlaps(box) || !p.allowed(i, s) {
			continue
		}
		in := p.conflicts(own, 1)
		if len(in) == 0 || len(in) == 1 && in[0] == p.number[i] {
			return s
		}
	}
	return Hidden
}
