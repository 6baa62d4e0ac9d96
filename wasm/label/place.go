package label

import (
	"math"
	"sort"

	"actormap/wasm/geom"
)

// Place chooses a slot for each item's label: no label overlaps another, a blocked box or
// the frame's edge, and one that fits nowhere is Hidden. The important are served first; an
// item keeps Want where it fits, and otherwise takes the first free slot in the order of the
// constants. Then a label that found no room may push one other aside that has another slot
// free, the less important first, so that more are shown. The result depends only on the
// arguments.
//
// blocked are the boxes that no label may cover: shapes, glyph discs, pills.
func Place(items []Item, blocked []geom.Rect, frame geom.Rect) []Slot {
	p := &placing{items: items, frame: frame, slots: make([]Slot, len(items)),
		number: make([]int, len(items)), walls: newIndex(frame), labels: newIndex(frame)}
	for _, r := range blocked {
		p.walls.add(r)
	}
	order := byImportance(items)
	for _, i := range order {
		for _, s := range wishes(items[i]) {
			if p.free(i, s) {
				p.put(i, s)
				break
			}
		}
	}
	for _, i := range order {
		if p.slots[i] == Hidden {
			p.squeeze(i)
		}
	}
	return p.slots
}

// A placing is the state while labels are placed.
type placing struct {
	items  []Item
	frame  geom.Rect
	slots  []Slot
	number []int // of the item's box in labels
	owner  []int // the item of each box in labels
	walls  *index
	labels *index
}

// byImportance returns the items' indices, the most important first, ties by index. Numbers
// that cannot be compared come last.
func byImportance(items []Item) []int {
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) float64 {
		if math.IsNaN(items[i].Importance) {
			return math.Inf(-1)
		}
		return items[i].Importance
	}
	sort.SliceStable(order, func(a, b int) bool { return rank(order[a]) > rank(order[b]) })
	return order
}

// wishes lists the slots to try for an item: its wish, then the others in order.
func wishes(it Item) []Slot {
	out := make([]Slot, 0, slots)
	if it.Want > Hidden && it.Want < slots {
		out = append(out, it.Want)
	}
	for s := Below; s < slots; s++ {
		if s != it.Want {
			out = append(out, s)
		}
	}
	return out
}

// allowed reports whether item i's label may stand in a slot as far as the frame and the
// blocked boxes go.
func (p *placing) allowed(i int, s Slot) bool {
	it := p.items[i]
	if !(it.W > 0) || !(it.H > 0) {
		return false
	}
	box := it.Box(s)
	return box.Inside(p.frame) && len(p.walls.hits(nil, box, 0)) == 0
}

func (p *placing) free(i int, s Slot) bool {
	return p.allowed(i, s) && len(p.labels.hits(nil, p.items[i].Box(s), 0)) == 0
}

func (p *placing) put(i int, s Slot) {
	p.slots[i] = s
	p.number[i] = p.labels.add(p.items[i].Box(s))
	p.owner = append(p.owner, i)
}

// squeeze shows a hidden label where only one other is in the way and has another slot
// free. Among several ways it moves the least important label.
func (p *placing) squeeze(i int) {
	var into, to Slot
	moved := -1
	for _, s := range wishes(p.items[i]) {
		if !p.allowed(i, s) {
			continue
		}
		in := p.labels.hits(nil, p.items[i].Box(s), 1)
		if len(in) != 1 {
			continue
		}
		other := p.owner[in[0]]
		if moved >= 0 && p.items[other].Importance >= p.items[moved].Importance {
			continue
		}
		if t := p.asideFrom(other, p.items[i].Box(s)); t != Hidden {
			into, to, moved = s, t, other
		}
	}
	if moved < 0 {
		return
	}
	p.labels.remove(p.number[moved])
	p.put(moved, to)
	p.put(i, into)
}

// asideFrom returns the slot to which a placed label can go to leave a box free, or Hidden.
func (p *placing) asideFrom(i int, box geom.Rect) Slot {
	for _, s := range wishes(p.items[i]) {
		own := p.items[i].Box(s)
		if s == p.slots[i] || own.Overlaps(box) || !p.allowed(i, s) {
			continue
		}
		in := p.labels.hits(nil, own, 1)
		if len(in) == 0 || len(in) == 1 && in[0] == p.number[i] {
			return s
		}
	}
	return Hidden
}
