package layout

// A level is a network of the multilevel hierarchy and the map of its nodes to those of the next
// coarser network.
type level struct {
	net    *network
	parent []int32 // node of the coarser network; nil at the coarsest
}

// maxKeptShare stops coarsening at a level that keeps more than this share of its nodes.
const maxKeptShare = 0.9

// maxMassShare bounds the share of the total mass that one coarse node may hold, so that the leaves
// of a star do not become a single node.
const maxMassShare = 1.0 / 16

// coarsen appends the next coarser level and reports whether there is one.
func coarsen(levels []level, smallest int) (out []level, more bool) {
	last := &levels[len(levels)-1]
	if last.net.n <= smallest {
		return levels, false
	}
	parent, n := heavyEdgeMatching(last.net)
	if float64(n) > maxKeptShare*float64(last.net.n) {
		return levels, false
	}
	last.parent = parent
	return append(levels, level{net: last.net.contract(parent, n)}), true
}

// heavyEdgeMatching matches nodes for contraction (Karypis, Kumar 1998, "A fast and high quality
// multilevel scheme for partitioning irregular graphs"): nodes of low degree choose first, each the
// free neighbour with the largest edge weight per mass. A node without a free neighbour joins the
// lightest adjacent cluster, so that leaves of a star merge too and levels shrink fast. Linear
// time.
func heavyEdgeMatching(net *network) (parent []int32, count int) {
	parent = make([]int32, net.n)
	weight := make([]float32, 0, net.n)
	for i := range parent {
		parent[i] = -1
	}
	most := float32(0)
	for _, m := range net.mass {
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
			weight = append(weight, net.mass[i]+net.mass[mate])
		case joined >= 0 && weight[joined]+net.mass[i] <= most:
			parent[i] = joined
			weight[joined] += net.mass[i]
		default:
			parent[i] = int32(len(weight))
			weight = append(weight, net.mass[i])
		}
	}
	return parent, len(weight)
}

// bestMate returns the free neighbour of i with the largest edge weight per mass, or -1.
func (net *network) bestMate(i int32, parent []int32) int32 {
	best, most := int32(-1), float32(0)
	for e := net.off[i]; e < net.off[i+1]; e++ {
		j := net.to[e]
		if parent[j] >= 0 {
			continue
		}
		if fit := net.weight[e] / net.mass[j]; fit > most {
			best, most = j, fit
		}
	}
	return best
}

// lightestCluster returns the lightest cluster adjacent to i, or -1.
func (net *network) lightestCluster(i int32, parent []int32, weight []float32) int32 {
	best := int32(-1)
	for _, j := range net.to[net.off[i]:net.off[i+1]] {
		if p := parent[j]; p >= 0 && (best < 0 || weight[p] < weight[best]) {
			best = p
		}
	}
	return best
}

// byDegree lists the nodes by rising degree.
func byDegree(net *network) []int32 {
	most := 0
	for i := range int32(net.n) {
		most = max(most, net.degree(i))
	}
	start := make([]int32, most+2)
	for i := range int32(net.n) {
		start[net.degree(i)+1]++
	}
	for d := range most + 1 {
		start[d+1] += start[d]
	}
	order := make([]int32, net.n)
	for i := range int32(net.n) {
		at := &start[net.degree(i)]
		order[*at] = i
		*at++
	}
	return order
}

// contract returns the network of the n clusters. Edge weights add up. A cluster of mass M is about
// √M wide, and an edge reaches from centre to centre.
func (net *network) contract(parent []int32, n int) *network {
	c := &network{n: n, off: make([]int32, 1, n+1), mass: make([]float32, n)}
	members := newClusters(parent, n)
	for i, p := range parent {
		c.mass[p] += net.mass[i]
	}
	slot := make([]int32, n) // 1 + where the tie to a body stands, if above the row's begin
	for p := range int32(n) {
		begin := int32(len(c.to))
		for _, i := range members.of(p) {
			for e := net.off[i]; e < net.off[i+1]; e++ {
				q := parent[net.to[e]]
				if q == p {
					continue
				}
				if slot[q] <= begin {
					c.to = append(c.to, q)
					c.weight = append(c.weight, 0)
					c.length = append(c.length, float32((sqrt32(c.mass[p])+sqrt32(c.mass[q]))*0.5))
					slot[q] = int32(len(c.to))
				}
				c.weight[slot[q]-1] += net.weight[e]
			}
		}
		c.off = append(c.off, int32(len(c.to)))
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

// restrict writes the centre of mass of each cluster to coarse.
func (l *level) restrict(fine, coarse points, net *network) {
	for p := range coarse.x {
		coarse.x[p], coarse.y[p] = 0, 0
	}
	for i, p := range l.parent {
		m := l.net.mass[i] / net.mass[p]
		coarse.x[p] += float32(fine.x[i] * m)
		coarse.y[p] += float32(fine.y[i] * m)
	}
}

// prolong places each node at its cluster, offset at random by up to a quarter of the cluster's
// width.
func (l *level) prolong(coarse, fine points, net *network, r *random) {
	for i, p := range l.parent {
		room := sqrt32(net.mass[p])
		fine.x[i] = coarse.x[p] + float32(room*float32(r.float64()-0.5)*0.5)
		fine.y[i] = coarse.y[p] + float32(room*float32(r.float64()-0.5)*0.5)
	}
}
