package layout

import (
	"math"

	"actormap/wasm/geom"
)

// What the search pays, in units of one crossing. Found by eye and by the figures of Quality
// on the test maps: see quality.go for the counts that they trade.
const (
	weightStress        = 5.5  // for each drawn edge: times the normalised stress
	weightStressFree    = 10.2 // the same where the picture need not fill its frame
	weightCrossing      = 1.0  // at a right angle
	weightFlatCrossing  = 0.5  // more for two lines that cross at a flat angle
	weightEdgeOnNode    = 2.8  // a line that runs over a foreign shape
	weightEdgeNearNode  = 1.1  // a line that comes near one
	weightEdgeOnLabel   = 1.4  // a line under a foreign label: its halo keeps it readable
	weightEdgeNearLabel = 0.5  // a line that comes near one
	weightOverlap       = 6.0  // two bodies too close, and
	weightOverlapDepth  = 0.3  // for each px of it
	weightProximity     = 0.2  // two bodies that could stand freer
	weightBorder        = 0.6  // a body that leans against the frame
	weightOwnLabel      = 0.25 // a line that leaves its body through the label
	weightDensity       = 0.45 // the squared mass of each cell
)

// Up to sparse times as many edges as there are bodies, lines can keep off the bodies. Where there are more,
// lines run over bodies or under names wherever they go, and to forbid it would only buy
// more crossings.
const (
	sparseEdges       = 1.8
	minEdgeNodeWeight = 0.5
)

// maxLean bounds how unlike the axes are in the stress: in a tall frame steps down may be so
// much longer than steps across.
const maxAxisScale = 1.6

// An energy is a placement with the terms that annealing minimises, ready for moves of single
// nodes: every term is a sum over pairs, so that a move costs the pairs of one node only.
type energy struct {
	instance       *instance
	pos            Placement
	scaleX         float64 // factor of x in the stress: the axes of a frame that is not square are weighted
	scaleY         float64
	sumSquares     float64 // sum over pairs of w |p_i - p_j|²
	sumLengths     float64 // sum over pairs of w d |p_i - p_j|
	sumIdeal       float64 // sum over pairs of w d², constant
	other          float64 // all terms but the stress
	anchor         *anchor // nil: none
	density        densityGrid
	edgeNodeWeight float64   // of edges on or near nodes, relative; 0 to 1
	stressWeight   float64   // of the normalised stress
	margin         float64   // distance to edges below which a node pays, px
	clearance      float64   // distance to other nodes below which a node pays, px
	border         float64   // distance to the frame's border below which a node pays, px
	segments       []segment // of each edge
	extents        []extent  // of each node
	sides          []bool    // scratch: side of an edge on which each node lies
}

// A terms value is what one node adds to an energy.
type terms struct{ sumSquares, sumLengths, other float64 }

// newEnergy computes the energy of a placement.
func newEnergy(m *instance, at Placement) *energy {
	st := &energy{instance: m, pos: at.Clone(), scaleX: 1, scaleY: 1}
	if !m.loose {
		st.scaleX = math.Sqrt(clamp(m.frame.W()/m.frame.H(), 1/float64(maxAxisScale), maxAxisScale))
		st.scaleY = 1 / st.scaleX
	}
	st.edgeNodeWeight = clamp(sparseEdges*float64(m.n)/float64(len(m.edges)+1), minEdgeNodeWeight, 1)
	pay := weightStress
	if m.loose {
		pay = weightStressFree
	}
	// Crossings grow with the square of the lines: of many, each must weigh more in the stress.
	st.stressWeight = float64(pay*float64(len(m.edges)+1)) / math.Sqrt(st.edgeNodeWeight)
	st.margin = clamp(0.13*m.spacing(), 5, 18)
	st.clearance = m.gap + clamp(0.16*m.spacing(), 4, 26)
	st.border = clamp(0.12*m.spacing(), 3, 18)
	st.density = newDensityGrid(m)
	st.segments = make([]segment, len(m.edges))
	st.sides = make([]bool, m.n)
	for i := range m.shapes {
		s := &m.shapes[i]
		st.extents = append(st.extents, extent{s.left, s.halfH, s.down})
	}
	for k, pull := range m.weightedDistance {
		if pull > 0 {
			st.sumIdeal += float64(pull*m.distance[k]) / 2
		}
	}
	st.recompute()
	return st
}

// recompute sums all terms from scratch: at the start, and to shed rounding.
func (st *energy) recompute() {
	var all terms
	st.density.clear()
	for i, p := range st.pos {
		own := st.nodeTerms(i, p) // every pair twice
		all.sumSquares += own.sumSquares / 2
		all.sumLengths += own.sumLengths / 2
		all.other += own.other/2 + st.densityTerm(i, p) + st.borderTerm(i, p) + st.anchor.cost(i, p)
		st.density.add(i, p, 1)
	}
	for e := range st.instance.edges {
		st.updateEdge(e)
		all.other += st.ownLabelTerm(e, &st.segments[e]) + st.termsOfEdge(e)
	}
	st.sumSquares, st.sumLengths, st.other = all.sumSquares, all.sumLengths, all.other
}

// termsOfEdge returns the terms of an edge with the nodes near it and the edges before it.
func (st *energy) termsOfEdge(e int) float64 {
	sum, l := 0.0, &st.segments[e]
	for k, c := range st.pos {
		cross := l.cross(c)
		st.sides[k] = math.Signbit(cross)
		if math.Abs(cross) < l.nearBound(&st.extents[k]) && k != st.instance.edges[e].a && k != st.instance.edges[e].b {
			sum += st.edgeNodeTerm(l, k, c, cross)
		}
	}
	for f := range e {
		if st.sides[st.instance.edges[f].a] != st.sides[st.instance.edges[f].b] && st.edgesCross(e, f) {
			sum += l.crossingTerm(&st.segments[f])
		}
	}
	return sum
}

// total is the energy that annealing minimises.
func (st *energy) total() float64 { return st.stressTerm(st.sumSquares, st.sumLengths) + st.other }

// stressTerm is the weighted normalised stress at its best scale: 1 - (sum w d l)² / (sum w l² ·
// sum w d²), 0 to 1.
func (st *energy) stressTerm(sumSq, sumLen float64) float64 {
	if sumSq <= 0 || st.sumIdeal <= 0 {
		return 0
	}
	return float64(st.stressWeight * (1 - sumLen/sumSq*sumLen/st.sumIdeal))
}

// densityTerm returns what node i at p adds for uneven filling of the frame.
func (st *energy) densityTerm(i int, p geom.Vec) float64 {
	if st.instance.loose {
		return 0
	}
	return st.density.cost(i, p)
}

// proximityTerm returns what two nodes add that overlap or stand close, node i being at p.
func (st *energy) proximityTerm(i int, p geom.Vec, j int) float64 {
	q := st.pos[j]
	a, b := &st.instance.shapes[i], &st.instance.shapes[j]
	dx := p.X - q.X
	if dx < 0 {
		dx = -dx
	}
	if dx-a.left-b.left >= st.clearance || p.Y-a.halfH-q.Y-b.down >= st.clearance || q.Y-b.halfH-p.Y-a.down >= st.clearance {
		return 0
	}
	g := a.boxSeparation(p, b, q, dx)
	if g >= st.clearance {
		return 0
	}
	if g < st.instance.gap-tolerance {
		return weightProximity + weightOverlap + float64(weightOverlapDepth*(st.instance.gap-g))
	}
	u := (st.clearance - g) / (st.clearance - st.instance.gap)
	return float64(weightProximity * u * u)
}

// edgeNodeTerm returns what an edge adds on or near the foreign node k at c; cross is s.cross(c).
func (st *energy) edgeNodeTerm(s *segment, k int, c geom.Vec, cross float64) float64 {
	toShape, toLabel := s.clearance(&st.instance.shapes[k], c, cross)
	sum := 0.0
	if toShape < 0 {
		// Deeper is worse, so that the search finds its way out.
		sum = weightEdgeNearNode + weightEdgeOnNode + float64(weightIntrusion*clamp(-toShape, 0, maxIntrusion))
	} else if toShape < st.margin {
		u := 1 - toShape/st.margin
		sum = float64(weightEdgeNearNode * u * u)
	}
	if toLabel < 0 {
		sum += weightEdgeNearLabel + weightEdgeOnLabel + float64(weightIntrusion*clamp(-toLabel, 0, maxIntrusion))
	} else if toLabel < st.margin {
		u := 1 - toLabel/st.margin
		sum += float64(weightEdgeNearLabel * u * u)
	}
	return float64(st.edgeNodeWeight * sum)
}

// Where a line runs over a body, each px by which it is too near pays payDeeper, up to maxDeep.
const (
	weightIntrusion = 0.03
	maxIntrusion    = 30.0
)

// ownLabelTerm returns what an edge adds that leaves one of its ends through that node's label.
func (st *energy) ownLabelTerm(e int, s *segment) float64 {
	sum := 0.0
	if a := &st.instance.shapes[st.instance.edges[e].a]; a.labelW > 0 && s.dy > 0 && leavesThrough(a, s.dx, s.dy) {
		sum = weightOwnLabel
	}
	if b := &st.instance.shapes[st.instance.edges[e].b]; b.labelW > 0 && s.dy < 0 && leavesThrough(b, s.dx, -s.dy) {
		sum += weightOwnLabel
	}
	return sum
}

// leavesThrough reports whether the ray from the centre of a node along (x, y), y positive (down),
// meets its label box. Where the label is wider than the shape it may meet its side.
func leavesThrough(b *shape, x, y float64) bool {
	if x < 0 {
		x = -x
	}
	return float64(x*b.labelTop) < float64(b.labelW*y)
}

// borderTerm returns what node i at p adds near the frame's border.
func (st *energy) borderTerm(i int, p geom.Vec) float64 {
	r := &st.instance.feasible[i]
	d := min(p.X-r.Min.X, r.Max.X-p.X, p.Y-r.Min.Y, r.Max.Y-p.Y)
	if d >= st.border {
		return 0
	}
	u := 1 - clamp(d, 0, st.border)/st.border
	return float64(weightBorder * u * u)
}

// edgesCross reports whether two edges without a common end cross. Each side is computed from its
// own edge in one direction, so that both orders agree to the last bit where an end lies on an
// edge.
func (st *energy) edgesCross(e, f int) bool {
	a, b, c, d := st.instance.edges[e].a, st.instance.edges[e].b, st.instance.edges[f].a, st.instance.edges[f].b
	if a == c || a == d || b == c || b == d {
		return false
	}
	l, k := &st.segments[e], &st.segments[f]
	return l.side(st.pos[c]) != l.side(st.pos[d]) && k.side(st.pos[a]) != k.side(st.pos[b])
}
