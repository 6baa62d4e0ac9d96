package force

import "actormap/wasm/layout/internal/netgraph"

// A morton sorts points along the Z-curve (Morton 1966, "A computer oriented geodetic data base"),
// which interleaves the bits of the coordinates: the nodes of each quadtree cell are contiguous.
type morton struct {
	order, spare []int32
	code, other  []uint32
}

// newMorton allocates for n points.
func newMorton(n int) *morton {
	return &morton{make([]int32, n), make([]int32, n), make([]uint32, n), make([]uint32, n)}
}

// mortonBits is the resolution of the curve, bits an axis.
const mortonBits = 16

// sort fills order and code for some points: a radix sort in three passes.
func (z *morton) sort(at netgraph.Points) {
	minX, minY, side := boundingSquare(at)
	scale := float32(1<<mortonBits-1) / side
	for i := range at.X {
		z.order[i] = int32(i)
		x, y := uint32(float32((at.X[i]-minX)*scale)), uint32(float32((at.Y[i]-minY)*scale))
		z.code[i] = interleave16(x) | interleave16(y)<<1
	}
	z.radixPass(0)
	z.radixPass(11)
	z.radixPass(22)
}

// boundingSquare returns the smallest square that holds all points, enlarged by a ten-thousandth.
func boundingSquare(c netgraph.Points) (minX, minY, side float32) {
	minX, minY = c.X[0], c.Y[0]
	maxX, maxY := minX, minY
	for i, x := range c.X {
		y := c.Y[i]
		if x < minX {
			minX = x
		}
		if x > maxX {
			maxX = x
		}
		if y < minY {
			minY = y
		}
		if y > maxY {
			maxY = y
		}
	}
	side = maxX - minX
	if maxY-minY > side {
		side = maxY - minY
	}
	return minX, minY, float32(side*1.0001) + 1e-20
}

// interleave16 inserts a zero above each of the lower 16 bits.
func interleave16(x uint32) uint32 {
	x = (x | x<<8) & 0x00FF00FF
	x = (x | x<<4) & 0x0F0F0F0F
	x = (x | x<<2) & 0x33333333
	return (x | x<<1) & 0x55555555
}

// radixPass is one pass of the radix sort, over 11 bits.
func (z *morton) radixPass(shift uint) {
	const mask = 1<<11 - 1
	var count [mask + 1]int32
	for _, c := range z.code {
		count[c>>shift&mask]++
	}
	sum := int32(0)
	for k, c := range count {
		count[k] = sum
		sum += c
	}
	for k, c := range z.code {
		at := &count[c>>shift&mask]
		z.other[*at], z.spare[*at] = c, z.order[k]
		*at++
	}
	z.order, z.spare = z.spare, z.order
	z.code, z.other = z.other, z.code
}
