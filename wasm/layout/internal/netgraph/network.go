// Package netgraph has networks in compressed sparse rows, shortest paths, coarsening, points in 32 bits and
// random numbers. weights.go has all weights.
package netgraph

import (
	"cmp"
	"slices"

	"actormap/wasm/layout/internal/instance"
)

// A Network is an undirected graph in compressed sparse rows: the neighbours of node i are
// to[off[i]:off[i+1]], ascending and without duplicates.
type Network struct {
	N      int
	Off    []int32
	To     []int32
	Length []float32 // ideal length of each half-edge, steps
	Weight []float32 // of each half-edge
	Mass   []float32 // of each node: number of original nodes that it stands for
}

// New builds the network of n nodes. It sorts the links first, so that their order and
// direction do not change a bit of the result. Parallel links merge: weights add up, the length is
// the weighted mean.
func New[L instance.LinkLike](n int, links []L) *Network {
	net := &Network{N: n, Off: make([]int32, n+1), Mass: make([]float32, n)}
	for i := range net.Mass {
		net.Mass[i] = 1
	}
	rows := sortHalfEdges(n, links)
	net.To = make([]int32, 0, len(rows))
	net.Length, net.Weight = make([]float32, 0, len(rows)), make([]float32, 0, len(rows))
	for k := 0; k < len(rows); {
		from, to := rows[k].from, rows[k].to
		sum, weight := 0.0, 0.0
		for ; k < len(rows) && rows[k].from == from && rows[k].to == to; k++ {
			sum += float64(rows[k].length * rows[k].weight)
			weight += rows[k].weight
		}
		net.To = append(net.To, to)
		net.Length = append(net.Length, float32(sum/weight))
		net.Weight = append(net.Weight, float32(weight))
		net.Off[from+1]++
	}
	for i := range n {
		net.Off[i+1] += net.Off[i]
	}
	return net
}

// A halfEdge is a link as seen from one of its ends.
type halfEdge struct {
	from, to       int32
	length, weight float64
}

// sortHalfEdges returns both directions of the valid links, sanitised and sorted by from and then
// by to, with two counting sorts in linear time. Parallel links are sorted by length and weight.
func sortHalfEdges[L instance.LinkLike](n int, links []L) []halfEdge {
	count := make([]int32, n+1)
	halves := make([]halfEdge, 0, 2*len(links))
	for _, each := range links {
		l := instance.Link(each)
		if l.A == l.B || l.A < 0 || l.B < 0 || l.A >= n || l.B >= n {
			continue
		}
		a, b, length, weight := int32(l.A), int32(l.B), instance.Positive(l.Length), instance.Positive(l.Weight)
		halves = append(halves, halfEdge{a, b, length, weight}, halfEdge{b, a, length, weight})
	}
	rows := make([]halfEdge, len(halves))
	countingSort(halves, rows, count, func(h *halfEdge) int32 { return h.to })
	countingSort(rows, halves, count, func(h *halfEdge) int32 { return h.from })
	for from := 0; from < len(halves); {
		to := from + 1
		for to < len(halves) && halves[to].from == halves[from].from && halves[to].to == halves[from].to {
			to++
		}
		if to > from+1 {
			slices.SortFunc(halves[from:to], func(k, l halfEdge) int {
				return cmp.Or(cmp.Compare(k.length, l.length), cmp.Compare(k.weight, l.weight))
			})
		}
		from = to
	}
	return halves
}

// countingSort stably sorts half-edges by a key below len(count)-1.
func countingSort(halves, sorted []halfEdge, count []int32, key func(*halfEdge) int32) {
	clear(count)
	for k := range halves {
		count[key(&halves[k])+1]++
	}
	for k := 1; k < len(count); k++ {
		count[k] += count[k-1]
	}
	for k := range halves {
		at := &count[key(&halves[k])]
		sorted[*at] = halves[k]
		*at++
	}
}

// Degree returns the number of neighbours of node i.
func (net *Network) Degree(i int32) int { return int(net.Off[i+1] - net.Off[i]) }

// uniformLength returns the length of all edges if they have the same one.
func (net *Network) uniformLength() (length float32, yes bool) {
	for _, l := range net.Length {
		if l != net.Length[0] {
			return 0, false
		}
	}
	if len(net.Length) == 0 {
		return 1, true
	}
	return net.Length[0], true
}

// Components lists the nodes of each connected component: by falling size, then by lowest node. The
// nodes of a component come in breadth-first order, so that neighbours lie close in memory.
func (net *Network) Components() [][]int32 {
	seen := make([]bool, net.N)
	queue := make([]int32, 0, net.N)
	var out [][]int32
	for i := range net.N {
		if seen[i] {
			continue
		}
		seen[i] = true
		begin := len(queue)
		queue = append(queue, int32(i))
		for k := begin; k < len(queue); k++ {
			for _, j := range net.To[net.Off[queue[k]]:net.Off[queue[k]+1]] {
				if !seen[j] {
					seen[j] = true
					queue = append(queue, j)
				}
			}
		}
		out = append(out, queue[begin:len(queue):len(queue)])
	}
	slices.SortStableFunc(out, func(a, b []int32) int { return cmp.Compare(len(b), len(a)) })
	return out
}

// Subgraph returns the subgraph that the listed nodes induce, renumbered in the order of the list.
// index is scratch for net.n numbers.
func (net *Network) Subgraph(part, index []int32) *Network {
	for k, i := range part {
		index[i] = int32(k)
	}
	ties := 0
	for _, i := range part {
		ties += net.Degree(i)
	}
	s := &Network{N: len(part), Off: make([]int32, 1, len(part)+1), Mass: make([]float32, 0, len(part)),
		To: make([]int32, 0, ties), Length: make([]float32, 0, ties), Weight: make([]float32, 0, ties)}
	for _, i := range part {
		for e := net.Off[i]; e < net.Off[i+1]; e++ {
			s.To = append(s.To, index[net.To[e]])
			s.Length = append(s.Length, net.Length[e])
			s.Weight = append(s.Weight, net.Weight[e])
		}
		s.Off = append(s.Off, int32(len(s.To)))
		s.Mass = append(s.Mass, net.Mass[i])
	}
	return s
}
