package layout

import (
	"cmp"
	"slices"
)

// A network is an undirected graph in compressed sparse rows: the neighbours of node i are
// to[off[i]:off[i+1]], ascending and without duplicates.
type network struct {
	n      int
	off    []int32
	to     []int32
	length []float32 // ideal length of each half-edge, steps
	weight []float32 // of each tie
	mass   []float32 // of each body: how many it stands for
}

// newNetwork builds the network of n nodes. It sorts the links first, so that their order and
// direction do not change a bit of the result. Parallel links merge: weights add up, the length is
// the weighted mean.
func newNetwork(n int, links []Link) *network {
	net := &network{n: n, off: make([]int32, n+1), mass: make([]float32, n)}
	for i := range net.mass {
		net.mass[i] = 1
	}
	rows := sortHalfEdges(n, links)
	net.to = make([]int32, 0, len(rows))
	net.length, net.weight = make([]float32, 0, len(rows)), make([]float32, 0, len(rows))
	for k := 0; k < len(rows); {
		from, to := rows[k].from, rows[k].to
		sum, weight := 0.0, 0.0
		for ; k < len(rows) && rows[k].from == from && rows[k].to == to; k++ {
			sum += float64(rows[k].length * rows[k].weight)
			weight += rows[k].weight
		}
		net.to = append(net.to, to)
		net.length = append(net.length, float32(sum/weight))
		net.weight = append(net.weight, float32(weight))
		net.off[from+1]++
	}
	for i := range n {
		net.off[i+1] += net.off[i]
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
func sortHalfEdges(n int, links []Link) []halfEdge {
	count := make([]int32, n+1)
	halves := make([]halfEdge, 0, 2*len(links))
	for _, l := range links {
		if l.A == l.B || l.A < 0 || l.B < 0 || l.A >= n || l.B >= n {
			continue
		}
		a, b, length, weight := int32(l.A), int32(l.B), positive(l.Length), positive(l.Weight)
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

// degree returns the number of neighbours of node i.
func (net *network) degree(i int32) int { return int(net.off[i+1] - net.off[i]) }

// uniformLength returns the length of all edges if they have the same one.
func (net *network) uniformLength() (length float32, yes bool) {
	for _, l := range net.length {
		if l != net.length[0] {
			return 0, false
		}
	}
	if len(net.length) == 0 {
		return 1, true
	}
	return net.length[0], true
}

// components lists the nodes of each connected component: by falling size, then by lowest node. The
// nodes of a component come in breadth-first order, so that neighbours lie close in memory.
func (net *network) components() [][]int32 {
	seen := make([]bool, net.n)
	queue := make([]int32, 0, net.n)
	var out [][]int32
	for i := range net.n {
		if seen[i] {
			continue
		}
		seen[i] = true
		begin := len(queue)
		queue = append(queue, int32(i))
		for k := begin; k < len(queue); k++ {
			for _, j := range net.to[net.off[queue[k]]:net.off[queue[k]+1]] {
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

// subgraph returns the subgraph that the listed nodes induce, renumbered in the order of the list.
// index is scratch for net.n numbers.
func (net *network) subgraph(part, index []int32) *network {
	for k, i := range part {
		index[i] = int32(k)
	}
	ties := 0
	for _, i := range part {
		ties += net.degree(i)
	}
	s := &network{n: len(part), off: make([]int32, 1, len(part)+1), mass: make([]float32, 0, len(part)),
		to: make([]int32, 0, ties), length: make([]float32, 0, ties), weight: make([]float32, 0, ties)}
	for _, i := range part {
		for e := net.off[i]; e < net.off[i+1]; e++ {
			s.to = append(s.to, index[net.to[e]])
			s.length = append(s.length, net.length[e])
			s.weight = append(s.weight, net.weight[e])
		}
		s.off = append(s.off, int32(len(s.to)))
		s.mass = append(s.mass, net.mass[i])
	}
	return s
}
