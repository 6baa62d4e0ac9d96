package label

import "actormap/wasm/geom"

// Gap is the clear distance between a shape and its label, px.
const Gap = 4.0

// A Slot is a place for a label beside its shape.
type Slot uint8

// The slots, in the order in which they are tried.
const (
	Hidden Slot = iota
	Below
	Above
	Right
	Left
	BelowRight
	BelowLeft
	AboveRight
	AboveLeft
	slots // their number
)

// An Item is a shape that wants a label.
type Item struct {
	At           geom.Vec // middle of the shape, px
	HalfW, HalfH float64  // half extents of the shape, px
	W, H         float64  // label box, px; an item without a box stays Hidden
	Importance   float64  // the larger the earlier served
	Want         Slot     // kept if it fits; Hidden: no wish
}

// diagonal is the point of a circle at 45 degrees, as a share of its radius.
const diagonal = 0.7071067811865476

// Box returns the label's box in a slot; the zero box at At for Hidden.
func (it Item) Box(s Slot) geom.Rect {
	dx, dy := it.HalfW+Gap+it.W/2, it.HalfH+Gap+it.H/2
	// A label at a corner stands off the disc, but never in the shape's own box.
	cx := max(float64(it.HalfW*diagonal)+Gap, it.HalfW) + it.W/2
	cy := max(float64(it.HalfH*diagonal)+Gap, it.HalfH) + it.H/2
	var d geom.Vec
	switch s {
	case Below:
		d = geom.Vec{Y: dy}
	case Above:
		d = geom.Vec{Y: -dy}
	case Right:
		d = geom.Vec{X: dx}
	case Left:
		d = geom.Vec{X: -dx}
	case BelowRight:
		d = geom.Vec{X: cx, Y: cy}
	case BelowLeft:
		d = geom.Vec{X: -cx, Y: cy}
	case AboveRight:
		d = geom.Vec{X: cx, Y: -cy}
	case AboveLeft:
		d = geom.Vec{X: -cx, Y: -cy}
	default:
		return geom.Rect{Min: it.At, Max: it.At}
	}
	return geom.RectAt(it.At.Add(d), it.W/2, it.H/2)
}
