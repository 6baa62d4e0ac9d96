package anneal

import (
	"math"
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// An Energy is a placement with the terms that annealing minimises, ready for moves of single
// nodes: every term is a sum over pairs, so that a move costs the pairs of one node only.
type Energy struct {
	Instance       *instance.Instance
	Pos            []geom.Vec
	ScaleX         float64 // factor of x in the stress: the axes of a frame that is not square are weighted
	ScaleY         float64
	SumSquares     float64 // sum over pairs of w |p_i - p_j|²
	SumLengths     float64 // sum over pairs of w d |p_i - p_j|
	SumIdeal       float64 // sum over pairs of w d², constant
	other          float64 // all terms but the stress
	Anchor         *Anchor // nil: none
	density        densityGrid
	edgeNodeWeight float64   // of edges on or near nodes, relative; 0 to 1
	stressWeight   float64   // of the normalised stress
	margin         float64   // distance to edges below which a node pays, px
	clearance      float64   // distance to other nodes below which a node pays, px
	border         float64   // distance to the frame's border below which a node pays, px
	Segments       []segment // of each edge
	extents        []extent  // of each node
	sides          []bool    // scratch: side of an edge on which each node lies
}

// A Terms value is what one node adds to an energy.
type Terms struct{ sumSquares, sumLengths, Other float64 }

// NewEnergy computes the energy of a placement.
func NewEnergy(m *instance.Instance, at []geom.Vec) *Energy {
	st := &Energy{Instance: m, Pos: slices.Clone(at), ScaleX: 1, ScaleY: 1}
	if !m.FreeAspect {
		st.ScaleX = math.Sqrt(instance.Clamp(m.Frame.W()/m.Frame.H(), 1/float64(maxAxisScale), maxAxisScale))
		st.ScaleY = 1 / st.ScaleX
	}
	st.edgeNodeWeight = instance.Clamp(sparseEdges*float64(m.N)/float64(len(m.Edges)+1), minEdgeNodeWeight, 1)
	pay := weightStress
	if m.FreeAspect {
		pay = weightStressFree
	}
	// Crossings grow with the square of the edges, so that the stress must weigh more on maps with many.
	st.stressWeight = float64(pay*float64(len(m.Edges)+1)) / math.Sqrt(st.edgeNodeWeight)
	st.margin = instance.Clamp(0.13*m.Spacing(), 5, 18)
	st.clearance = m.Gap + instance.Clamp(0.16*m.Spacing(), 4, 26)
	st.border = instance.Clamp(0.12*m.Spacing(), 3, 18)
	st.density = newDensityGrid(m)
	st.Segments = make([]segment, len(m.Edges))
	st.sides = make([]bool, m.N)
	for i := range m.Shapes {
		s := &m.Shapes[i]
		st.extents = append(st.extents, extent{s.Left, s.HalfH, s.Down})
	}
	for k, pull := range m.WeightedDistance {
		if pull > 0 {
			st.SumIdeal += float64(pull*m.Distance[k]) / 2
		}
	}
	st.Recompute()
	return st
}

// Recompute sums all terms from scratch: at the start, and to shed rounding.
func (st *Energy) Recompute() {
	var all Terms
	st.density.clear()
	for i, p := range st.Pos {
		own := st.nodeTerms(i, p) // every pair twice
		all.sumSquares += own.sumSquares / 2
		all.sumLengths += own.sumLengths / 2
		all.Other += own.Other/2 + st.densityTerm(i, p) + st.borderTerm(i, p) + st.Anchor.cost(i, p)
		st.density.add(i, p, 1)
	}
	for e := range st.Instance.Edges {
		st.updateEdge(e)
		all.Other += st.ownLabelTerm(e, &st.Segments[e]) + st.termsOfEdge(e)
	}
	st.SumSquares, st.SumLengths, st.other = all.sumSquares, all.sumLengths, all.Other
}

// termsOfEdge returns the terms of an edge with the nodes near it and the edges before it.
func (st *Energy) termsOfEdge(e int) float64 {
	sum, l := 0.0, &st.Segments[e]
	for k, c := range st.Pos {
		cross := l.Cross(c)
		st.sides[k] = math.Signbit(cross)
		if math.Abs(cross) < l.nearBound(&st.extents[k]) && k != st.Instance.Edges[e].A && k != st.Instance.Edges[e].B {
			sum += st.edgeNodeTerm(l, k, c, cross)
		}
	}
	for f := range e {
		if st.sides[st.Instance.Edges[f].A] != st.sides[st.Instance.Edges[f].B] && st.EdgesCross(e, f) {
			sum += l.crossingTerm(&st.Segments[f])
		}
	}
	return sum
}

// Total is the energy that annealing minimises.
func (st *Energy) Total() float64 { return st.stressTerm(st.SumSquares, st.SumLengths) + st.other }

// stressTerm is the weighted normalised stress at its best scale: 1 - (sum w d l)² / (sum w l² ·
// sum w d²), 0 to 1.
func (st *Energy) stressTerm(sumSq, sumLen float64) float64 {
	if sumSq <= 0 || st.SumIdeal <= 0 {
		return 0
	}
	return float64(st.stressWeight * (1 - sumLen/sumSq*sumLen/st.SumIdeal))
}

// densityTerm returns what node i at p adds for uneven filling of the frame.
func (st *Energy) densityTerm(i int, p geom.Vec) float64 {
	if st.Instance.FreeAspect {
		return 0
	}
	return st.density.cost(i, p)
}

// proximityTerm returns what two nodes add that overlap or stand close, node i being at p.
func (st *Energy) proximityTerm(i int, p geom.Vec, j int) float64 {
	q := st.Pos[j]
	a, b := &st.Instance.Shapes[i], &st.Instance.Shapes[j]
	dx := p.X - q.X
	if dx < 0 {
		dx = -dx
	}
	if dx-a.Left-b.Left >= st.clearance || p.Y-a.HalfH-q.Y-b.Down >= st.clearance || q.Y-b.HalfH-p.Y-a.Down >= st.clearance {
		return 0
	}
	g := a.BoxSeparation(p, b, q, dx)
	if g >= st.clearance {
		return 0
	}
	if g < st.Instance.Gap-instance.Tolerance {
		return weightProximity + weightOverlap + float64(weightOverlapDepth*(st.Instance.Gap-g))
	}
	u := (st.clearance - g) / (st.clearance - st.Instance.Gap)
	return float64(weightProximity * u * u)
}

// edgeNodeTerm returns what an edge adds on or near the foreign node k at c; cross is s.cross(c).
func (st *Energy) edgeNodeTerm(s *segment, k int, c geom.Vec, cross float64) float64 {
	toShape, toLabel := s.Clearance(&st.Instance.Shapes[k], c, cross)
	sum := 0.0
	if toShape < 0 {
		// Deeper is worse: annealing needs a slope to follow.
		sum = weightEdgeNearNode + weightEdgeOnNode + float64(weightIntrusion*instance.Clamp(-toShape, 0, maxIntrusion))
	} else if toShape < st.margin {
		u := 1 - toShape/st.margin
		sum = float64(weightEdgeNearNode * u * u)
	}
	if toLabel < 0 {
		sum += weightEdgeNearLabel + weightEdgeOnLabel + float64(weightIntrusion*instance.Clamp(-toLabel, 0, maxIntrusion))
	} else if toLabel < st.margin {
		u := 1 - toLabel/st.margin
		sum += float64(weightEdgeNearLabel * u * u)
	}
	return float64(st.edgeNodeWeight * sum)
}

// ownLabelTerm returns what an edge adds that leaves one of its ends through that node's label.
func (st *Energy) ownLabelTerm(e int, s *segment) float64 {
	sum := 0.0
	if a := &st.Instance.Shapes[st.Instance.Edges[e].A]; a.LabelW > 0 && s.dy > 0 && leavesThrough(a, s.dx, s.dy) {
		sum = weightOwnLabel
	}
	if b := &st.Instance.Shapes[st.Instance.Edges[e].B]; b.LabelW > 0 && s.dy < 0 && leavesThrough(b, s.dx, -s.dy) {
		sum += weightOwnLabel
	}
	return sum
}

// leavesThrough reports whether the ray from the centre of a node along (x, y), y positive (down),
// meets its label box. Where the label is wider than the shape it may meet its side.
func leavesThrough(b *instance.Shape, x, y float64) bool {
	if x < 0 {
		x = -x
	}
	return float64(x*b.LabelTop) < float64(b.LabelW*y)
}

// borderTerm returns what node i at p adds near the frame's border.
func (st *Energy) borderTerm(i int, p geom.Vec) float64 {
	r := &st.Instance.Feasible[i]
	d := min(p.X-r.Min.X, r.Max.X-p.X, p.Y-r.Min.Y, r.Max.Y-p.Y)
	if d >= st.border {
		return 0
	}
	u := 1 - instance.Clamp(d, 0, st.border)/st.border
	return float64(weightBorder * u * u)
}

// EdgesCross reports whether two edges without a common end cross. Each side is computed from its
// own edge in one direction, so that both orders agree to the last bit where an end lies on an
// edge.
func (st *Energy) EdgesCross(e, f int) bool {
	a, b, c, d := st.Instance.Edges[e].A, st.Instance.Edges[e].B, st.Instance.Edges[f].A, st.Instance.Edges[f].B
	if a == c || a == d || b == c || b == d {
		return false
	}
	l, k := &st.Segments[e], &st.Segments[f]
	return l.side(st.Pos[c]) != l.side(st.Pos[d]) && k.side(st.Pos[a]) != k.side(st.Pos[b])
}
