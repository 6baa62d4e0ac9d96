package netgraph

// A Level is a network of the multilevel hierarchy and the map of its nodes to those of the next
// coarser network.
type Level struct {
	Net    *Network
	Parent []int32 // node of the coarser network; nil at the coarsest
}

// Coarsen appends the next coarser level and reports whether there is one.
func Coarsen(levels []Level, smallest int) (out []Level, more bool) {
	last := &levels[len(levels)-1]
	if last.Net.N <= smallest {
		return levels, false
	}
	parent, n := heavyEdgeMatching(last.Net)
	if float64(n) > maxKeptShare*float64(last.Net.N) {
		return levels, false
	}
	last.Parent = parent
	return append(levels, Level{Net: last.Net.contract(parent, n)}), true
}

// heavyEdgeMatching matches nodes for contraction (Karypis, Kumar 1998, "A fast and high quality
// multilevel scheme for partitioning irregular graphs"): nodes of low degree choose first, each the
// free neighbour with the largest edge weight per mass. A node without a free neighbour joins the
// lightest adjacent cluster, so that leaves of a star merge too and levels shrink fast. Linear
// time.
func heavyEdgeMatching(net *Network) (parent []int32, count int) {
	parent = make([]int32, net.N)
	weight := make([]float32, 0, net.N)
	for i := range parent {
		parent[i] = -1
	}
	most := float32(0)
	for _, m := range net.Mass {
		most += float32(m * maxMassShare)
	}
	for _, i := range byDegree(net) {
		if parent[i] >= 0 {
			continue
		}
		mate, joined := net.bestMate(i, parent), net.lightestCluster(i, parent, weight)
		switch {
		case mate >= 0:
			parent[i], parent[mate] = int32(len(weight)), int32(len(weight))
			weight = append(weight, net.Mass[i]+net.Mass[mate])
		case joined >= 0 && weight[joined]+net.Mass[i] <= most:
			parent[i] = joined
			weight[joined] += net.Mass[i]
		default:
			parent[i] = int32(len(weight))
			weight = append(weight, net.Mass[i])
		}
	}
	return parent, len(weight)
}

// bestMate returns the free neighbour of i with the largest edge weight per mass, or -1.
func (net *Network) bestMate(i int32, parent []int32) int32 {
	best, most := int32(-1), float32(0)
	for e := net.Off[i]; e < net.Off[i+1]; e++ {
		j := net.To[e]
		if parent[j] >= 0 {
			continue
		}
		if fit := net.Weight[e] / net.Mass[j]; fit > most {
			best, most = j, fit
		}
	}
	return best
}

// lightestCluster returns the lightest cluster adjacent to i, or -1.
func (net *Network) lightestCluster(i int32, parent []int32, weight []float32) int32 {
	best := int32(-1)
	for _, j := range net.To[net.Off[i]:net.Off[i+1]] {
		if p := parent[j]; p >= 0 && (best < 0 || weight[p] < weight[best]) {
			best = p
		}
	}
	return best
}

// byDegree lists the nodes by rising degree.
func byDegree(net *Network) []int32 {
	most := 0
	for i := range int32(net.N) {
		most = max(most, net.Degree(i))
	}
	start := make([]int32, most+2)
	for i := range int32(net.N) {
		start[net.Degree(i)+1]++
	}
	for d := range most + 1 {
		start[d+1] += start[d]
	}
	order := make([]int32, net.N)
	for i := range int32(net.N) {
		at := &start[net.Degree(i)]
		order[*at] = i
		*at++
	}
	return order
}

// contract returns the network of the n clusters. Edge weights add up. A cluster of mass M is about
// √M wide, and an edge reaches from centre to centre.
func (net *Network) contract(parent []int32, n int) *Network {
	c := &Network{N: n, Off: make([]int32, 1, n+1), Mass: make([]float32, n)}
	members := newClusters(parent, n)
	for i, p := range parent {
		c.Mass[p] += net.Mass[i]
	}
	slot := make([]int32, n) // 1 + index of the edge to a node, if above the row's begin
	for p := range int32(n) {
		begin := int32(len(c.To))
		for _, i := range members.of(p) {
			for e := net.Off[i]; e < net.Off[i+1]; e++ {
				q := parent[net.To[e]]
				if q == p {
					continue
				}
				if slot[q] <= begin {
					c.To = append(c.To, q)
					c.Weight = append(c.Weight, 0)
					c.Length = append(c.Length, float32((Sqrt32(c.Mass[p])+Sqrt32(c.Mass[q]))*0.5))
					slot[q] = int32(len(c.To))
				}
				c.Weight[slot[q]-1] += net.Weight[e]
			}
		}
		c.Off = append(c.Off, int32(len(c.To)))
	}
	return c
}

// clusters lists the nodes of each cluster in compressed rows.
type clusters struct{ off, list []int32 }

// of returns the nodes of cluster p.
func (m clusters) of(p int32) []int32 { return m.list[m.off[p]:m.off[p+1]] }

// newClusters inverts a parent map onto n clusters.
func newClusters(parent []int32, n int) clusters {
	m := clusters{make([]int32, n+2), make([]int32, len(parent))}
	for _, p := range parent {
		m.off[p+2]++
	}
	for p := range n {
		m.off[p+2] += m.off[p+1]
	}
	for i, p := range parent {
		at := &m.off[p+1]
		m.list[*at] = int32(i)
		*at++
	}
	return m
}

// Restrict writes the centre of mass of each cluster to coarse.
func (l *Level) Restrict(fine, coarse Points, net *Network) {
	for p := range coarse.X {
		coarse.X[p], coarse.Y[p] = 0, 0
	}
	for i, p := range l.Parent {
		m := l.Net.Mass[i] / net.Mass[p]
		coarse.X[p] += float32(fine.X[i] * m)
		coarse.Y[p] += float32(fine.Y[i] * m)
	}
}

// Prolong places each node at its cluster, offset at random by up to a quarter of the cluster's
// width.
func (l *Level) Prolong(coarse, fine Points, net *Network, r *Random) {
	for i, p := range l.Parent {
		room := Sqrt32(net.Mass[p])
		fine.X[i] = coarse.X[p] + float32(room*float32(r.Float64()-0.5)*0.5)
		fine.Y[i] = coarse.Y[p] + float32(room*float32(r.Float64()-0.5)*0.5)
	}
}
