package layout

import "actormap/wasm/layout/internal/netgraph"

// A crossingSampler counts the crossings of a sample of edges with all others.
type crossingSampler struct {
	a, b   []int32 // ends of all edges
	sample []int32 // edges
}

// newCrossingSampler draws the sample.
func newCrossingSampler(net *netgraph.Network, r *netgraph.Random) *crossingSampler {
	t := &crossingSampler{}
	for i := range int32(net.N) {
		for _, j := range net.To[net.Off[i]:net.Off[i+1]] {
			if i < j {
				t.a, t.b = append(t.a, i), append(t.b, j)
			}
		}
	}
	for e := range int32(len(t.a)) {
		t.sample = append(t.sample, e)
	}
	netgraph.Shuffle(r, t.sample)
	t.sample = t.sample[:min(len(t.sample), max(1, sampledPairs/len(t.sample)))]
	return t
}

// crossings returns the mean number of crossings of an edge.
func (t *crossingSampler) crossings(at netgraph.Points) float32 {
	count, x, ends, others := 0, at.X, t.a, t.b[:len(t.a)]
	for _, e := range t.sample {
		a, b := t.a[e], t.b[e]
		low, high := at.X[a], at.X[b]
		if low > high {
			low, high = high, low
		}
		for f, c := range ends {
			d := others[f]
			if p, q := x[c], x[d]; p < low && q < low || p > high && q > high {
				continue // most are far off
			}
			if a != c && a != d && b != c && b != d && segmentsCross(at, a, b, c, d) {
				count++
			}
		}
	}
	return float32(count) / float32(len(t.sample))
}

// segmentsCross reports whether the segments from a to b and from p to q cross.
func segmentsCross(c netgraph.Points, a, b, p, q int32) bool {
	return leftOf(c, a, b, p) != leftOf(c, a, b, q) && leftOf(c, p, q, a) != leftOf(c, p, q, b)
}

// leftOf reports whether p lies to the left of the line from a to b.
func leftOf(c netgraph.Points, a, b, p int32) bool {
	dx, dy := c.X[b]-c.X[a], c.Y[b]-c.Y[a]
	return float32(dx*(c.Y[p]-c.Y[a])) > float32(dy*(c.X[p]-c.X[a]))
}
