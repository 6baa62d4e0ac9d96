// Package instance prepares a layout problem for the algorithms: lengths clamped, parallel links merged,
// graph distances and components known. It has no weights; package layout documents the fields of a
// Problem.
package instance

import (
	"math"

	"actormap/wasm/geom"
)

// LabelGap is the distance from a node's shape to its label box, px.
const LabelGap = 4.0

// A NodeBox is layout.NodeBox.
type NodeBox struct {
	HalfW, HalfH   float64  // half extents of the shape, px
	Round          bool     // a disc of radius HalfW; else a box
	LabelW, LabelH float64  // box centred below the shape, LabelGap from it, px; 0: none
	At             geom.Vec // centre of a pinned node, px
	Pinned         bool     // the node stays at At, even outside the frame or on another pinned node
}

// A Link is layout.Link.
type Link struct {
	A, B           int
	Length         float64 // ideal length, steps; 0 or less: 1
	Weight         float64 // of the length; 0 or less: 1
	Drawn          bool    // drawn as an edge: it should cross no other and run over no node
	CrossingWeight float64 // of a crossing with this edge; 0 or less: 1
}

// LinkLike is Link and layout.Link, so that a network can be built from either without a copy.
type LinkLike interface {
	~struct {
		A, B           int
		Length         float64
		Weight         float64
		Drawn          bool
		CrossingWeight float64
	}
}

// A Problem is layout.Problem, with links in memory of its own.
type Problem struct {
	Frame       geom.Rect // px; nodes and labels stay inside
	Nodes       []NodeBox
	Links       []Link
	Gap         float64 // clear distance between the boxes of any two nodes, px
	ParallelGap float64 // distance between parallel edges, px; 0: they coincide
	FreeAspect  bool    // the drawing need not fill the frame: its proportions follow the links alone
}

// Finite returns x, or otherwise when x is not a number or infinite.
func Finite(x, otherwise float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return otherwise
	}
	return x
}

// Clamp returns x moved into lo..hi; the mean of the two if lo > hi.
func Clamp(x, lo, hi float64) float64 {
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
