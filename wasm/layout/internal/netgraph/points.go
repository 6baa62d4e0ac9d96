package netgraph

import (
	"math"

	"actormap/wasm/geom"
)

// Points holds the positions of many nodes in steps, or in the unit that its user states, as two
// arrays. 32 bits are exact enough for a drawing, and half of the memory traffic.
type Points struct{ X, Y []float32 }

// NewPoints returns n points at the origin.
func NewPoints(n int) Points { return Points{make([]float32, n), make([]float32, n)} }

// CopyTo copies all points.
func (c Points) CopyTo(out Points) {
	copy(out.X, c.X)
	copy(out.Y, c.Y)
}

// Sqrt32 returns the correctly rounded 32-bit square root: rounding the 64-bit root of a 32-bit
// number gives it.
func Sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// Rescale moves the mean to the origin and scales by the least-squares factor between drawn and
// ideal edge lengths. Points that all coincide stay where they are.
func (c Points) Rescale(net *Network) {
	var sumX, sumY, ratio, square float64
	for i := range c.X {
		sumX += float64(c.X[i])
		sumY += float64(c.Y[i])
		for e := net.Off[i]; e < net.Off[i+1]; e++ {
			dx, dy := float64(c.X[net.To[e]]-c.X[i]), float64(c.Y[net.To[e]]-c.Y[i])
			d2, want := float64(dx*dx)+float64(dy*dy), float64(net.Length[e])
			ratio += math.Sqrt(d2) / want
			square += d2 / float64(want*want)
		}
	}
	scale := 1.0
	if square > 0 {
		scale = ratio / square
	}
	n := float64(max(len(c.X), 1))
	for i := range c.X {
		c.X[i] = float32((float64(c.X[i]) - sumX/n) * scale)
		c.Y[i] = float32((float64(c.Y[i]) - sumY/n) * scale)
	}
}

// SquaredDistance returns the squared distance of two points.
func (c Points) SquaredDistance(i, j int32) float32 {
	dx, dy := c.X[i]-c.X[j], c.Y[i]-c.Y[j]
	return float32(dx*dx) + float32(dy*dy)
}

// At returns point k.
func (c Points) At(k int) geom.Vec { return geom.Vec{X: float64(c.X[k]), Y: float64(c.Y[k])} }
