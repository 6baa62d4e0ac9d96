package layout

// A random is the generator splitmix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
// number generators"): one word of state and the same numbers on every machine.
type random struct{ state uint64 }

// uint64 returns the next 64 bits.
func (r *random) uint64() uint64 {
	r.state += 0x9E3779B97F4A7C15
	z := r.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// float64 returns a number in [0, 1).
func (r *random) float64() float64 { return float64(r.uint64()>>11) / (1 << 53) }

// signed returns a number in [-1, 1); small ones are more likely: it is the product of two uniform
// numbers.
func (r *random) signed() float64 { return float64((2*r.float64() - 1) * r.float64()) }

// intN returns an integer in [0, n); n must be positive and less than 2³².
func (r *random) intN(n int) int { return int(r.uint64() >> 32 * uint64(n) >> 32) }

// shuffle permutes a list at random (Fisher, Yates).
func shuffle[T any](r *random, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.intN(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
