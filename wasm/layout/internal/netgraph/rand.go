package netgraph

// A Random is the generator splitmix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
// number generators"): one word of state and the same numbers on every machine.
type Random struct{ State uint64 }

// Uint64 returns the next 64 bits.
func (r *Random) Uint64() uint64 {
	r.State += 0x9E3779B97F4A7C15
	z := r.State
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// Float64 returns a number in [0, 1).
func (r *Random) Float64() float64 { return float64(r.Uint64()>>11) / (1 << 53) }

// Signed returns a number in [-1, 1); small ones are more likely: it is the product of two uniform
// numbers.
func (r *Random) Signed() float64 { return float64((2*r.Float64() - 1) * r.Float64()) }

// IntN returns an integer in [0, n); n must be positive and less than 2³².
func (r *Random) IntN(n int) int { return int(r.Uint64() >> 32 * uint64(n) >> 32) }

// Shuffle permutes a list at random (Fisher, Yates).
func Shuffle[T any](r *Random, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.IntN(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
