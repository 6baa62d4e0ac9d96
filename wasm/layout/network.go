package layout

import (
	"cmp"
	"slices"
)

// A network is the ties of many bodies in flat arrays (compressed sparse rows): those of body
// i are to[off[i]:off[i+1]], by rising body, no two to the same one.
type network struct {
	n      int
	off    []int32
	to     []int32
	length []float32 // of each tie, steps
	weight []float32 // of each tie
	mass   []float32 // of each body: how many it stands for
}

// newNetwork makes the network of n bodies. Links are sorted first, so that the order and the
// direction in which they are given changes nothing, not even the last bit.
func newNetwork(n int, links []Link) *network {
	net := &network{n: n, off: make([]int32, n+1), mass: make([]float32, n)}
	for i := range net.mass {
		net.mass[i] = 1
	}
	rows := sortByEnds(n, links)
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

// A half is a link as one of its ends sees it.
type half struct {
	from, to       int32
	length, weight float64
}

// sortByEnds returns both directions of the links that count, made safe, by the one end and then
// by the other: two counting sorts, so that it takes time in proportion to the links. Parallel
// ones are put in an order of their own.
func sortByEnds(n int, links []Link) []half {
	count := make([]int32, n+1)
	halves := make([]half, 0, 2*len(links))
	for _, l := range links {
		if l.A == l.B || l.A < 0 || l.B < 0 || l.A >= n || l.B >= n {
			continue
		}
		a, b, length, weight := int32(l.A), int32(l.B), positive(l.Length), positive(l.Weight)
		halves = append(halves, half{a, b, length, weight}, half{b, a, length, weight})
	}
	rows := make([]half, len(halves))
	countingSort(halves, rows, count, func(h *half) int32 { return h.to })
	countingSort(rows, halves, count, func(h *half) int32 { return h.from })
	for from := 0; from < len(halves); {
		to := from + 1
		for to < len(halves) && halves[to].from == halves[from].from && halves[to].to == halves[from].to {
			to++
		}
		if to > from+1 {
			slices.SortFunc(halves[from:to], func(k, l half) int {
				return cmp.Or(cmp.Compare(k.length, l.length), cmp.Compare(k.weight, l.weight))
			})
		}
		from = to
	}
	return halves
}

// countingSort copies halves into sorted by a key below len(count)-1, equal ones in their order.
func countingSort(halves, sorted []half, count []int32, key func(*half) int32) {
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

// degree is the number of bodies that i is tied to.
func (net *network) degree(i int32) int { return int(net.off[i+1] - net.off[i]) }

// uniform returns the length of all ties where they are of one length.
func (net *network) uniform() (length float32, yes bool) {
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

// parts lists the bodies of each component, the larger component first and then the one with
// the lower body. Bodies of a component stand in the order of a walk outwards from its first
// one, so that what is tied lies close in memory.
func (net *network) parts() [][]int32 {
	seen := make([]bool, net.n)
	walk := make([]int32, 0, net.n)
	var out [][]int32
	for i := range net.n {
		if seen[i] {
			continue
		}
		seen[i] = true
		begin := len(walk)
		walk = append(walk, int32(i))
		for k := begin; k < len(walk); k++ {
			for _, j := range net.to[net.off[walk[k]]:net.off[walk[k]+1]] {
				if !seen[j] {
					seen[j] = true
					walk = append(walk, j)
				}
			}
		}
		out = append(out, walk[begin:len(walk):len(walk)])
	}
	slices.SortStableFunc(out, func(a, b []int32) int { return cmp.Compare(len(b), len(a)) })
	return out
}

// sub returns the network of one part, its bodies numbered in the order of the list. index is
// scratch for net.n numbers.
func (net *network) sub(part, index []int32) *network {
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
