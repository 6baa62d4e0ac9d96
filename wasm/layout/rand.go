package layout

// A random is the generator splitmix64 (Steele, Lea, Flood 2014): one word of state, the
// same numbers everywhere, and good enough for choosing where to try.
type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9E3779B97F4A7C15
	z := r.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// unit returns a number from 0 to below 1.
func (r *random) unit() float64 { return float64(r.next()>>11) / (1 << 53) }

// signed returns a number from -1 to below 1, small ones more often: the product of two.
func (r *random) signed() float64 { return float64((2*r.unit() - 1) * r.unit()) }

// below returns an integer from 0 to n-1; n must be positive and less than 2³².
func (r *random) below(n int) int { return int(r.next() >> 32 * uint64(n) >> 32) }

// shuffle puts a list into chance order.
func shuffle[T any](r *random, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
