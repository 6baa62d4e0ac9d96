// Package layout places bodies in a frame: numbers only, no leaders and no issues. Solve
// makes a picture from nothing, Warm keeps one in order while a body is dragged.
//
// All lengths are CSS pixels, y down, unless a name says steps (the unit of Link.Length).
// Only + - * / and Sqrt are used, products are converted before they are added, chance comes
// from a seed and effort is counted in evaluations, never in time: the same problem gives
// the same bits on every machine.
package layout

import (
	"math"

	"actormap/wasm/geom"
)

// LabelGap is the distance from a body's shape to its label box, px.
const LabelGap = 4.0

// DefaultBudget is an effort that suits a map of some 35 bodies at the moment that a reader
// waits for it. A build may spend ten times as much. Above maxStory bodies it is the usual
// number of ticks at any size, and other budgets are so many times that, within a quarter and
// the double.
const DefaultBudget = 30000

// A Body is what takes room in the picture: a shape and, below it, its label.
type Body struct {
	HalfW, HalfH   float64  // half extents of the shape, px
	Round          bool     // a disc of radius HalfW; else a box
	LabelW, LabelH float64  // box centred below the shape, LabelGap from it; 0: none
	At             geom.Vec // where it is pinned
	Pinned         bool     // it stays at At, even outside the frame or on another pinned body
}

// A Link ties two bodies. Self links are ignored, parallel links add their weights.
type Link struct {
	A, B   int
	Length float64 // ideal length in steps; what is not positive counts as 1
	Weight float64 // how much the length matters; what is not positive counts as 1
	Drawn  bool    // a line is drawn: it should cross no other and run over no body
	Ink    float64 // how much a crossing with a drawn line disturbs; what is not positive counts as 1
}

// A Problem is what is to be laid out.
type Problem struct {
	Frame  geom.Rect // bodies and labels stay inside
	Bodies []Body
	Links  []Link
	Gap    float64 // clear px between the boxes of any two bodies
	Lane   float64 // px between the middles of parallel drawn links; 0: they coincide
	Loose  bool    // the picture need not fill the frame: its shape follows the links alone
}

// A Placement holds the middle of each body's shape, px.
type Placement []geom.Vec

// Clone returns a copy.
func (at Placement) Clone() Placement { return append(Placement(nil), at...) }

// finite returns x, or otherwise when x is not a number or infinite.
func finite(x, otherwise float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return otherwise
	}
	return x
}

// clamp returns x moved into lo..hi; the middle of the two when they are the wrong way round.
func clamp(x, lo, hi float64) float64 {
	if lo > hi {
		return (lo + hi) / 2
	}
	if x < lo {
		return lo
	}
	if x > hi {
		return hi
	}
	return x
}
