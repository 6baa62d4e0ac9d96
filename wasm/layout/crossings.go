package layout

// A crossingSampler counts the crossings of a sample of edges with all others.
type crossingSampler struct {
	a, b   []int32 // ends of all edges
	sample []int32 // edges
}

// sampledPairs is about the number of pairs of edges that are tested.
const sampledPairs = 200_000

// newCrossingSampler draws the sample.
func newCrossingSampler(net *network, r *random) *crossingSampler {
	t := &crossingSampler{}
	for i := range int32(net.n) {
		for _, j := range net.to[net.off[i]:net.off[i+1]] {
			if i < j {
				t.a, t.b = append(t.a, i), append(t.b, j)
			}
		}
	}
	for e := range int32(len(t.a)) {
		t.sample = append(t.sample, e)
	}
	shuffle(r, t.sample)
	t.sample = t.sample[:min(len(t.sample), max(1, sampledPairs/len(t.sample)))]
	return t
}

// crossings returns the mean number of crossings of an edge.
func (t *crossingSampler) crossings(at points) float32 {
	count, x, ends, others := 0, at.x, t.a, t.b[:len(t.a)]
	for _, e := range t.sample {
		a, b := t.a[e], t.b[e]
		low, high := at.x[a], at.x[b]
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

// edgesCross reports whether the segments from a to b and from p to q cross.
func segmentsCross(c points, a, b, p, q int32) bool {
	return leftOf(c, a, b, p) != leftOf(c, a, b, q) && leftOf(c, p, q, a) != leftOf(c, p, q, b)
}

// leftOf reports whether p lies to the left of the line from a to b.
func leftOf(c points, a, b, p int32) bool {
	dx, dy := c.x[b]-c.x[a], c.y[b]-c.y[a]
	return float32(dx*(c.y[p]-c.y[a])) > float32(dy*(c.x[p]-c.x[a]))
}
