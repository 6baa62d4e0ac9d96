// Package layout places the nodes of a graph in a frame. Solve makes a drawing from nothing, Relayout
// changes one and Drag keeps one in order while a node is dragged; Simulation runs springs and repulsion
// alone; Measure tells how readable a drawing is.
//
// The algorithms are in internal, from the bottom up: instance prepares a Problem; netgraph has networks,
// shortest paths and coarsening; stress minimises stress by PivotMDS, stochastic gradient descent and
// majorization; force has springs and the fast multipole method; overlap removes overlaps, packs and fits;
// anneal is simulated annealing on all that a reader sees. Each has its weights in weights.go. What stands
// here is the public names and the order of the stages: solver.go up to SmallMax nodes, large.go,
// pipeline.go and schedule.go above.
//
// All lengths are CSS pixels, y down, unless a name says steps (the unit of Link.Length). Only + - * / and
// Sqrt are used, products are converted before they are added, random numbers come from a seed and effort
// is counted in evaluations, never in time: the same problem gives the same bits on every machine.
package layout

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// LabelGap is the distance from a node's shape to its label box, px.
const LabelGap = instance.LabelGap

// A NodeBox is the room that a node takes in the drawing: a shape and, below it, a label.
type NodeBox struct {
	HalfW, HalfH   float64  // half extents of the shape, px
	Round          bool     // a disc of radius HalfW; else a box
	LabelW, LabelH float64  // box centred below the shape, LabelGap from it, px; 0: none
	At             geom.Vec // centre of a pinned node, px
	Pinned         bool     // the node stays at At, even outside the frame or on another pinned node
}

// A Link joins two nodes. A link from a node to itself is ignored; parallel links add their weights.
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

// unlinked returns the problem without its links, in another frame and moved by -origin.
func (p *Problem) unlinked(frame geom.Rect, origin geom.Vec) instance.Problem {
	q := instance.Problem{Frame: frame, Nodes: make([]instance.NodeBox, len(p.Nodes)), Gap: p.Gap, ParallelGap: p.ParallelGap, FreeAspect: p.FreeAspect}
	for i, b := range p.Nodes {
		b.At = b.At.Sub(origin)
		q.Nodes[i] = instance.NodeBox(b)
	}
	return q
}

// linked returns the problem in another frame and moved by -origin.
func (p *Problem) linked(frame geom.Rect, origin geom.Vec) instance.Problem {
	q := p.unlinked(frame, origin)
	q.Links = make([]instance.Link, len(p.Links))
	for e, l := range p.Links {
		q.Links[e] = instance.Link(l)
	}
	return q
}

// instance prepares the problem.
func (p *Problem) instance() *instance.Instance {
	q := p.linked(p.Frame, geom.Vec{})
	return instance.New(&q)
}

// instanceAtOrigin prepares the problem moved so that its frame begins at the origin: numbers are then
// rounded alike wherever it was.
func (p *Problem) instanceAtOrigin(frame geom.Rect) *instance.Instance {
	q := p.linked(geom.Rect{Max: frame.Max.Sub(frame.Min)}, frame.Min)
	return instance.New(&q)
}

// unlinkedInstance prepares the problem without its links.
func (p *Problem) unlinkedInstance() *instance.Instance {
	q := p.unlinked(p.Frame, geom.Vec{})
	return instance.NewUnlinked(&q)
}
