package layout

import "math"

// A cloud holds the places of many bodies, in steps unless it is said otherwise. 32 bits are
// enough for a drawing, and half of what has to be read and written.
type cloud struct{ x, y []float32 }

func newCloud(n int) cloud { return cloud{make([]float32, n), make([]float32, n)} }

func (c cloud) copyTo(out cloud) {
	copy(out.x, c.x)
	copy(out.y, c.y)
}

// sqrt32 is exact in 32 bits, as the root of a 32-bit number in 64 bits is rounded rightly.
func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// rescale moves the cloud's middle to the origin and sizes it so that ties are as long, in the
// sense of least squares, as they should be. Bodies that all stand on one spot stay there.
func (c cloud) rescale(net *network) {
	var sumX, sumY, tie, square float64
	for i := range c.x {
		sumX += float64(c.x[i])
		sumY += float64(c.y[i])
		for e := net.off[i]; e < net.off[i+1]; e++ {
			dx, dy := float64(c.x[net.to[e]]-c.x[i]), float64(c.y[net.to[e]]-c.y[i])
			d2, want := float64(dx*dx)+float64(dy*dy), float64(net.length[e])
			tie += math.Sqrt(d2) / want
			square += d2 / float64(want*want)
		}
	}
	scale := 1.0
	if square > 0 {
		scale = tie / square
	}
	n := float64(max(len(c.x), 1))
	for i := range c.x {
		c.x[i] = float32((float64(c.x[i]) - sumX/n) * scale)
		c.y[i] = float32((float64(c.y[i]) - sumY/n) * scale)
	}
}
