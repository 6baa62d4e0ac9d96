package layout

// A tangle counts the crossings of a sample of ties with all others.
type tangle struct {
	a, b   []int32 // ends of all ties
	sample []int32 // ties
}

// tangledPairs is about how many pairs of ties are looked at.
const tangledPairs = 200_000

func newTangle(net *network, r *random) *tangle {
	t := &tangle{}
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
	t.sample = t.sample[:min(len(t.sample), max(1, tangledPairs/len(t.sample)))]
	return t
}

// crossings is how many others a tie crosses, on average.
func (t *tangle) crossings(at points) float32 {
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
			if a != c && a != d && b != c && b != d && at.cross(a, b, c, d) {
				count++
			}
		}
	}
	return float32(count) / float32(len(t.sample))
}

// cross reports whether the lines from a to b and from c to d cross.
func (c points) cross(a, b, p, q int32) bool {
	return c.left(a, b, p) != c.left(a, b, q) && c.left(p, q, a) != c.left(p, q, b)
}

// left reports whether p lies to the left of the line from a to b.
func (c points) left(a, b, p int32) bool {
	dx, dy := c.x[b]-c.x[a], c.y[b]-c.y[a]
	return float32(dx*(c.y[p]-c.y[a])) > float32(dy*(c.x[p]-c.x[a]))
}
