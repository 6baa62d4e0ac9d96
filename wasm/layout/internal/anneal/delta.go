package anneal

import (
	"math"
	"math/bits"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// A delta evaluates positions for one node that was removed from an energy. Whatever does not
// depend on the position is computed once, by remove. All edges of the node are tested against
// another edge at once, as bits of a word: own edge k and edge f cross if the ends of f lie on both
// sides of k, and the ends of k on both sides of f. The sides of every node on every own edge are n
// words (ownSides), the sides of the own neighbours on edge f are one word (farSides[f]), and the
// side of the node itself is one bit, repeated (nodeSides[f]). So the crossings with f are
// (ownSides[a] ^ ownSides[b]) & (farSides[f] ^ nodeSides[f]): three operations for up to 64 edges.
// A node of higher degree is handled in blocks.
type delta struct {
	energy      *Energy
	instance    *instance.Instance // of energy
	node        int
	base        Terms      // terms of the energy without the node
	ownSegments []segment  // edges of a block, with the node at the position in question
	ownSides    []uint64   // of each node: bit k is the side of own edge k
	farSides    []uint64   // blocks x edges: bit k is the side of edge f on which neighbour k lies
	disjoint    []uint64   // blocks x edges: bit k is set if own edge k and edge f share no end
	nodeSides   []uint64   // of each edge: all bits are the side on which the node lies
	nearEdges   []int      // edges that may be too near to the node
	nearNodes   []nearPair // own edges that may be too near to other nodes
}

// A nearPair is an edge of the removed node, by its index in the block, and a node near it.
type nearPair struct {
	edge, node int
	cross      float64
}

// wordBits is the number of edges that are tested at once.
const wordBits = 64

// NewDelta allocates the scratch for all nodes of an energy.
func NewDelta(st *Energy) *delta {
	most := 0
	for i := range st.Instance.N {
		most = max(most, len(st.Instance.Incident[i]))
	}
	blocks := (most + wordBits - 1) / wordBits
	return &delta{energy: st, instance: st.Instance, ownSegments: make([]segment, min(most, wordBits)),
		ownSides: make([]uint64, st.Instance.N), nodeSides: make([]uint64, len(st.Instance.Edges)),
		farSides: make([]uint64, blocks*len(st.Instance.Edges)), disjoint: make([]uint64, blocks*len(st.Instance.Edges))}
}

// Remove takes node i out of the sums and returns its terms.
func (mv *delta) Remove(i int) (own Terms) {
	mv.node = i
	mv.energy.density.add(i, mv.energy.Pos[i], -1)
	for from := 0; from < len(mv.instance.Incident[i]); from += wordBits {
		mv.prepareSides(from)
	}
	mv.base = Terms{}
	own, _ = mv.Evaluate(mv.energy.Pos[i], instance.Unbounded)
	mv.base = Terms{mv.energy.SumSquares - own.sumSquares, mv.energy.SumLengths - own.sumLengths, mv.energy.other - own.Other}
	return own
}

// prepareSides computes the sides of the neighbours on all edges, for a block of the node's edges.
func (mv *delta) prepareSides(from int) {
	lines := mv.energy.Segments
	far := mv.farSides[from/wordBits*len(lines):][:len(lines)]
	may := mv.disjoint[from/wordBits*len(lines):][:len(lines)]
	edges := mv.blockOf(from)
	for f := range far {
		far[f], may[f] = 0, 1<<uint(len(edges))-1
	}
	for k, e := range edges {
		j := mv.instance.Edges[e].Other(mv.node)
		c := mv.energy.Pos[j]
		for f := range far {
			far[f] |= lines[f].side(c) << uint(k)
		}
		for _, f := range mv.instance.Incident[j] {
			may[f] &^= 1 << uint(k)
		}
	}
	for _, f := range mv.instance.Incident[mv.node] {
		may[f] = 0
	}
}

// blockOf returns up to a block of the node's edges, from an index on.
func (mv *delta) blockOf(from int) []int {
	edges := mv.instance.Incident[mv.node][from:]
	return edges[:min(len(edges), wordBits)]
}

// Evaluate returns the terms of the removed node at p. It stops and reports false as soon as the
// energy would exceed limit. The cheap terms come first, so that most bad moves never reach the
// expensive ones.
func (mv *delta) Evaluate(p geom.Vec, limit float64) (Terms, bool) {
	i := mv.node
	s := mv.energy.nodeTerms(i, p)
	limit -= mv.base.Other + mv.energy.stressTerm(mv.base.sumSquares+s.sumSquares, mv.base.sumLengths+s.sumLengths)
	s.Other += mv.energy.densityTerm(i, p) + mv.energy.borderTerm(i, p) + mv.energy.Anchor.cost(i, p)
	if s.Other > limit {
		return s, false
	}
	mv.sidesOfNode(p)
	for from := 0; from < len(mv.instance.Incident[i]) && s.Other <= limit; from += wordBits {
		s.Other += mv.crossings(p, from, limit-s.Other)
		if s.Other <= limit {
			s.Other += mv.edgeNodeTerms(from)
		}
	}
	for k := 0; k < len(mv.nearEdges) && s.Other <= limit; k++ {
		l := &mv.energy.Segments[mv.nearEdges[k]]
		s.Other += mv.energy.edgeNodeTerm(l, i, p, l.Cross(p))
	}
	return s, s.Other <= limit
}

// nodeTerms returns the sums of the stress between node i at p and all other nodes, and the
// proximity terms.
func (st *Energy) nodeTerms(i int, p geom.Vec) (s Terms) {
	weight, pull := st.Instance.Weight[i*st.Instance.N:(i+1)*st.Instance.N], st.Instance.WeightedDistance[i*st.Instance.N:(i+1)*st.Instance.N]
	own := &st.extents[i]
	side, up, down := own.side+st.clearance, own.up+st.clearance, own.down+st.clearance
	for j, q := range st.Pos {
		dx, dy := p.X-q.X, p.Y-q.Y
		x, y := float64(dx*st.ScaleY), float64(dy*st.ScaleX)
		d2 := float64(x*x) + float64(y*y)
		s.sumSquares += float64(weight[j] * d2)
		s.sumLengths += float64(pull[j] * math.Sqrt(d2))
		if o := &st.extents[j]; dy < up+o.down && dy > -down-o.up && math.Abs(dx) < side+o.side && j != i {
			s.Other += st.proximityTerm(i, p, j)
		}
	}
	return s
}

// sidesOfNode computes the side of each edge on which p lies, and which edges come near.
func (mv *delta) sidesOfNode(p geom.Vec) {
	mv.nearEdges = mv.nearEdges[:0]
	own := &mv.energy.extents[mv.node]
	beyond := mv.nodeSides[:len(mv.energy.Segments)]
	for f := range mv.energy.Segments {
		l := &mv.energy.Segments[f]
		cross := l.Cross(p)
		beyond[f] = -(math.Float64bits(cross) >> 63)
		if math.Abs(cross) < l.nearBound(own) && mv.instance.Edges[f].A != mv.node && mv.instance.Edges[f].B != mv.node {
			mv.nearEdges = append(mv.nearEdges, f)
		}
	}
}

// crossings returns the energy of the crossings of a block of the node's edges with the node at p,
// or more than limit as soon as that is certain.
func (mv *delta) crossings(p geom.Vec, from int, limit float64) float64 {
	mv.sidesOfEdges(p, from)
	sum := 0.0
	far := mv.farSides[from/wordBits*len(mv.instance.Edges):][:len(mv.instance.Edges)]
	may := mv.disjoint[from/wordBits*len(mv.instance.Edges):][:len(mv.instance.Edges)]
	beyond := mv.nodeSides[:len(mv.instance.Edges)]
	for f := range mv.instance.Edges {
		e := &mv.instance.Edges[f]
		hits := (mv.ownSides[e.A] ^ mv.ownSides[e.B]) & (far[f] ^ beyond[f]) & may[f]
		if hits == 0 {
			continue
		}
		for ; hits != 0; hits &= hits - 1 {
			sum += mv.energy.Segments[f].crossingTerm(&mv.ownSegments[bits.TrailingZeros64(hits)])
		}
		if sum > limit {
			return sum
		}
	}
	return sum
}

// sidesOfEdges computes a block of the node's segments with the node at p, the sides of all nodes
// on them, and which nodes are near.
func (mv *delta) sidesOfEdges(p geom.Vec, from int) {
	edges := mv.blockOf(from)
	own := mv.ownSegments[:len(edges)]
	for k, e := range edges {
		a, b := mv.energy.Pos[mv.instance.Edges[e].A], mv.energy.Pos[mv.instance.Edges[e].B]
		if mv.instance.Edges[e].A == mv.node {
			a = p
		} else {
			b = p
		}
		own[k] = newSegment(mv.instance, &mv.instance.Edges[e], a, b, mv.energy.margin)
	}
	mv.nearNodes = mv.nearNodes[:0]
	for u, c := range mv.energy.Pos {
		sides, reach := uint64(0), &mv.energy.extents[u]
		for k := range own {
			l := &own[k]
			cross := l.Cross(c)
			sides |= math.Float64bits(cross) >> 63 << uint(k)
			if math.Abs(cross) < l.nearBound(reach) {
				mv.nearNodes = append(mv.nearNodes, nearPair{k, u, cross})
			}
		}
		mv.ownSides[u] = sides
	}
}

// edgeNodeTerms returns the energy of a block of the node's edges with the nodes near them and the
// labels at their ends.
func (mv *delta) edgeNodeTerms(from int) float64 {
	sum := 0.0
	edges := mv.blockOf(from)
	for _, o := range mv.nearNodes {
		if e := &mv.instance.Edges[edges[o.edge]]; o.node != e.A && o.node != e.B {
			sum += mv.energy.edgeNodeTerm(&mv.ownSegments[o.edge], o.node, mv.energy.Pos[o.node], o.cross)
		}
	}
	for k, e := range edges {
		sum += mv.energy.ownLabelTerm(e, &mv.ownSegments[k])
	}
	return sum
}

// Commit puts the removed node at p with its terms s.
func (mv *delta) Commit(p geom.Vec, s Terms) {
	mv.energy.Pos[mv.node] = p
	mv.energy.density.add(mv.node, p, 1)
	mv.energy.SumSquares, mv.energy.SumLengths, mv.energy.other = mv.base.sumSquares+s.sumSquares, mv.base.sumLengths+s.sumLengths, mv.base.Other+s.Other
	mv.energy.updateEdges(mv.node)
}

// totalWith returns the total energy if the removed node is put back with terms s.
func (mv *delta) totalWith(s Terms) float64 {
	return mv.energy.stressTerm(mv.base.sumSquares+s.sumSquares, mv.base.sumLengths+s.sumLengths) + mv.base.Other + s.Other
}

// rollback puts the removed node back where it was.
func (mv *delta) rollback() { mv.energy.density.add(mv.node, mv.energy.Pos[mv.node], 1) }

// moveTo moves node i to p at any cost.
func (mv *delta) moveTo(i int, p geom.Vec) {
	mv.Remove(i)
	s, _ := mv.Evaluate(p, instance.Unbounded)
	mv.Commit(p, s)
}

// updateEdges recomputes the segments of the edges at node i.
func (st *Energy) updateEdges(i int) {
	for _, e := range st.Instance.Incident[i] {
		st.updateEdge(e)
	}
}

// updateEdge recomputes one segment.
func (st *Energy) updateEdge(e int) {
	st.Segments[e] = newSegment(st.Instance, &st.Instance.Edges[e], st.Pos[st.Instance.Edges[e].A], st.Pos[st.Instance.Edges[e].B], st.margin)
}
