package layout

import (
	"actormap/wasm/geom"
	"math"
)

// points holds the positions of many nodes in steps, or in the unit that its user states, as two
// arrays. 32 bits are exact enough for a drawing, and half of the memory traffic.
type points struct{ x, y []float32 }

func newPoints(n int) points { return points{make([]float32, n), make([]float32, n)} }

func (c points) copyTo(out points) {
	copy(out.x, c.x)
	copy(out.y, c.y)
}

// sqrt32 returns the correctly rounded 32-bit square root: rounding the 64-bit root of a 32-bit
// number gives it.
func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// rescale moves the mean to the origin and scales by the least-squares factor between drawn and
// ideal edge lengths. Points that all coincide stay where they are.
func (c points) rescale(net *network) {
	var sumX, sumY, ratio, square float64
	for i := range c.x {
		sumX += float64(c.x[i])
		sumY += float64(c.y[i])
		for e := net.off[i]; e < net.off[i+1]; e++ {
			dx, dy := float64(c.x[net.to[e]]-c.x[i]), float64(c.y[net.to[e]]-c.y[i])
			d2, want := float64(dx*dx)+float64(dy*dy), float64(net.length[e])
			ratio += math.Sqrt(d2) / want
			square += d2 / float64(want*want)
		}
	}
	scale := 1.0
	if square > 0 {
		scale = ratio / square
	}
	n := float64(max(len(c.x), 1))
	for i := range c.x {
		c.x[i] = float32((float64(c.x[i]) - sumX/n) * scale)
		c.y[i] = float32((float64(c.y[i]) - sumY/n) * scale)
	}
}

// squaredDistance returns the squared distance of two points.
func (c points) squaredDistance(i, j int32) float32 {
	dx, dy := c.x[i]-c.x[j], c.y[i]-c.y[j]
	return float32(dx*dx) + float32(dy*dy)
}

// at returns point k.
func (c points) at(k int) geom.Vec { return geom.Vec{X: float64(c.x[k]), Y: float64(c.y[k])} }
