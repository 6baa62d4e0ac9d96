package layout

// A morton sorts bodies along the Z-curve (Morton 1966): the bits of the two coordinates
// interleaved, so that bodies that follow one another lie close together, and those of any
// cell of a quadtree are one run.
type morton struct {
	order, spare []int32
	code, other  []uint32
}

func newMorton(n int) *morton {
	return &morton{make([]int32, n), make([]int32, n), make([]uint32, n), make([]uint32, n)}
}

// mortonBits is the depth of the curve: 16 bits for each axis.
const mortonBits = 16

// sort orders the bodies of a cloud.
func (z *morton) sort(at cloud) {
	minX, minY, side := at.square()
	scale := float32(1<<mortonBits-1) / side
	for i := range at.x {
		z.order[i] = int32(i)
		x, y := uint32(float32((at.x[i]-minX)*scale)), uint32(float32((at.y[i]-minY)*scale))
		z.code[i] = spread16(x) | spread16(y)<<1
	}
	z.byDigit(0)
	z.byDigit(11)
	z.byDigit(22)
}

// square returns the least square that holds the cloud, and a little more.
func (c cloud) square() (minX, minY, side float32) {
	minX, minY = c.x[0], c.y[0]
	maxX, maxY := minX, minY
	for i, x := range c.x {
		y := c.y[i]
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

// spread16 puts a zero between any two of the lower 16 bits.
func spread16(x uint32) uint32 {
	x = (x | x<<8) & 0x00FF00FF
	x = (x | x<<4) & 0x0F0F0F0F
	x = (x | x<<2) & 0x33333333
	return (x | x<<1) & 0x55555555
}

// byDigit is one pass of a radix sort, by 11 bits, between the two pairs of arrays.
func (z *morton) byDigit(shift uint) {
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
