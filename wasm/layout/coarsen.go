package layout

// A level is a network and how its bodies merge into those of the next coarser one.
type level struct {
	net    *network
	parent []int32 // body of the coarser network that each belongs to; nil at the coarsest
}

// leastGain: coarsening ends when a level keeps more than this share of its bodies.
const leastGain = 0.9

// heaviest bounds the share of all mass that one body may gather: a star's leaves are no one
// thing.
const heaviest = 1.0 / 16

// coarsen adds the next coarser level and reports whether there is one.
func coarsen(levels []level, smallest int) (out []level, more bool) {
	last := &levels[len(levels)-1]
	if last.net.n <= smallest {
		return levels, false
	}
	parent, n := merge(last.net)
	if float64(n) > leastGain*float64(last.net.n) {
		return levels, false
	}
	last.parent = parent
	return append(levels, level{net: last.net.coarse(parent, n)}), true
}

// coarsening makes a task that makes the levels of a connected network, from the finest on.
func coarsening(levels *[]level, net *network, smallest int) task {
	return func() (work int, again bool) {
		if *levels == nil {
			*levels = []level{{net: net}}
		}
		finest := (*levels)[len(*levels)-1].net
		*levels, again = coarsen(*levels, smallest)
		return coarsenPairs*finest.n + pairsATie*len(finest.to), again
	}
}

// coarsenPairs is what merging a body costs, in pairs.
const coarsenPairs = 50

// merge finds which bodies become one: those with few ties choose first, each the body not yet
// chosen to which it is tied most strongly for its weight (heavy edge matching; Karypis, Kumar
// 1998). One whose neighbours are all taken joins the lightest of their pairs, so that the
// leaves of a star come together too and the levels always shrink fast. It takes time in
// proportion to the ties.
func merge(net *network) (parent []int32, count int) {
	parent = make([]int32, net.n)
	weight := make([]float32, 0, net.n)
	for i := range parent {
		parent[i] = -1
	}
	most := float32(0)
	for _, m := range net.mass {
		most += float32(m * heaviest)
	}
	for _, i := range byDegree(net) {
		if parent[i] >= 0 {
			continue
		}
		mate, joined := net.mate(i, parent), net.lightest(i, parent, weight)
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

// mate returns the free neighbour of i that fits best, or -1.
func (net *network) mate(i int32, parent []int32) int32 {
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

// lightest returns the lightest of what the neighbours of i have become, or -1.
func (net *network) lightest(i int32, parent []int32, weight []float32) int32 {
	best := int32(-1)
	for _, j := range net.to[net.off[i]:net.off[i+1]] {
		if p := parent[j]; p >= 0 && (best < 0 || weight[p] < weight[best]) {
			best = p
		}
	}
	return best
}

// byDegree lists the bodies by rising number of ties.
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

// coarse returns the network of n bodies that the bodies of this one merge into. Weights of
// ties add up. A body of mass M takes the room of M, so about √M across, and ties reach from
// middle to middle.
func (net *network) coarse(parent []int32, n int) *network {
	c := &network{n: n, off: make([]int32, 1, n+1), mass: make([]float32, n)}
	members := membersOf(parent, n)
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

// members lists the bodies that merge into each.
type members struct{ off, list []int32 }

func (m members) of(p int32) []int32 { return m.list[m.off[p]:m.off[p+1]] }

func membersOf(parent []int32, n int) members {
	m := members{make([]int32, n+2), make([]int32, len(parent))}
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

// gather places each coarse body at the middle of its members.
func (l *level) gather(fine, coarse cloud, net *network) {
	for p := range coarse.x {
		coarse.x[p], coarse.y[p] = 0, 0
	}
	for i, p := range l.parent {
		m := l.net.mass[i] / net.mass[p]
		coarse.x[p] += float32(fine.x[i] * m)
		coarse.y[p] += float32(fine.y[i] * m)
	}
}

// scatter places each body at its coarse one, and a little off by chance, within its room.
func (l *level) scatter(coarse, fine cloud, net *network, r *random) {
	for i, p := range l.parent {
		room := sqrt32(net.mass[p])
		fine.x[i] = coarse.x[p] + float32(room*float32(r.unit()-0.5)*0.5)
		fine.y[i] = coarse.y[p] + float32(room*float32(r.unit()-0.5)*0.5)
	}
}
