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

// LabelGap is the distance from a node's shape to its label box, px.
const LabelGap = 4.0

// DefaultBudget is the effort that suits a map of about 35 nodes while a reader waits for it; a
// build may spend ten times as much. Above SmallMax nodes the budget only scales iteration counts,
// by budget/DefaultBudget clamped to 0.25..2.
const DefaultBudget = 30000

// A NodeBox is the room that a node takes in the drawing: a shape and, below it, a label.
type NodeBox struct {
	HalfW, HalfH   float64  // half extents of the shape, px
	Round          bool     // a disc of radius HalfW; else a box
	LabelW, LabelH float64  // box centred below the shape, LabelGap from it, px; 0: none
	At             geom.Vec // centre of a pinned node, px
	Pinned         bool     // the node stays at At, even outside the frame or on another pinned node
}

// A Link joins two nodes. A link from a node to itself is ignored; parallel links add their
// weights.
type Link struct {
	A, B           int
	Length         float64 // ideal length, steps; 0 or less: 1
	Weight         float64 // of the length; 0 or less: 1
	Drawn          bool    // drawn as an edge: it should cross no other and run over no node
	CrossingWeight float64 // of a crossing with this edge; 0 or less: 1
}

// A Problem is what is to be laid out.
type Problem struct {
	Frame       geom.Rect // px; nodes and labels stay inside
	Nodes       []NodeBox
	Links       []Link
	Gap         float64 // clear distance between the boxes of any two nodes, px
	ParallelGap float64 // distance between parallel edges, px; 0: they coincide
	FreeAspect  bool    // the drawing need not fill the frame: its proportions follow the links alone
}

// A Placement holds the centre of each node's shape, px.
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

// atOrigin returns the problem moved so that its frame begins at the origin: numbers are then
// rounded alike wherever it was.
func (p *Problem) atOrigin(frame geom.Rect) *Problem {
	q := *p
	q.Frame = geom.Rect{Max: frame.Max.Sub(frame.Min)}
	q.Nodes = append([]NodeBox(nil), p.Nodes...)
	for i := range q.Nodes {
		q.Nodes[i].At = q.Nodes[i].At.Sub(frame.Min)
	}
	return &q
}
