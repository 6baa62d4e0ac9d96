package force

// A localExpansion is the force of far nodes around the centre of a cell. With points as complex
// numbers, the force of a node at w on one at z is, without softening, the conjugate of m / (z -
// w). A cell with mass M and second moment Q = sum of m (w - c)² about its centre of mass c exerts
//
//	M / (z - c) + Q / (z - c)³ + ...
//
// as the first moment about c is 0. At z = b + t around a centre b, with u = 1 / (b - c), this is
//
//	(M u + Q u³) - M u² t + M u³ t² + ...
//
// whose three coefficients a localExpansion sums up. The error falls with the cube of the cells'
// radii over their distance.
type localExpansion struct{ x0, y0, x1, y1, x2, y2 float32 }

// exchangeExpansions adds the multipole expansion of each of two cells to the local expansion of
// the other (M2L); (dx, dy) leads from the centre of b to that of a, so for b the sign of u is
// reversed.
func exchangeExpansions(a, b *cell, dx, dy, soft float32) {
	r := 1 / (float32(dx*dx) + float32(dy*dy) + soft)
	x, y := float32(dx*r), -float32(dy*r)
	x2, y2 := float32(x*x)-float32(y*y), float32(2*float32(x*y))
	x3, y3 := float32(x2*x)-float32(y2*y), float32(x2*y)+float32(y2*x)
	f, g, m, n := &a.local, &b.local, a.m, b.m
	f.x0 += float32(n*x) + float32(b.quadX*x3) - float32(b.quadY*y3)
	f.y0 += float32(n*y) + float32(b.quadX*y3) + float32(b.quadY*x3)
	g.x0 -= float32(m*x) + float32(a.quadX*x3) - float32(a.quadY*y3)
	g.y0 -= float32(m*y) + float32(a.quadX*y3) + float32(a.quadY*x3)
	f.x1 -= float32(n * x2)
	f.y1 -= float32(n * y2)
	g.x1 -= float32(m * x2)
	g.y1 -= float32(m * y2)
	f.x2 += float32(n * x3)
	f.y2 += float32(n * y3)
	g.x2 -= float32(m * x3)
	g.y2 -= float32(m * y3)
}

// eval evaluates the expansion at (x, y) from the centre; the force is its conjugate.
func (f *localExpansion) eval(x, y float32) (re, im float32) {
	re, im = f.x1+float32(f.x2*x)-float32(f.y2*y), f.y1+float32(f.x2*y)+float32(f.y2*x)
	return f.x0 + float32(re*x) - float32(im*y), f.y0 + float32(re*y) + float32(im*x)
}

// shift adds another expansion whose centre is at (-x, -y) (L2L).
func (f *localExpansion) shift(o *localExpansion, x, y float32) {
	re, im := o.eval(x, y)
	f.x0 += re
	f.y0 += im
	f.x1 += o.x1 + float32(2*(float32(o.x2*x)-float32(o.y2*y)))
	f.y1 += o.y1 + float32(2*(float32(o.x2*y)+float32(o.y2*x)))
	f.x2 += o.x2
	f.y2 += o.y2
}

// pushDown shifts the local expansion of each cell to its children (L2L) and evaluates those of the
// leaves at their particles (L2P).
func (t *quadtree) pushDown() {
	for k := range t.cells {
		c := &t.cells[k]
		if int(c.next) > k+1 {
			for j := int32(k + 1); j < c.next; j = t.cells[j].next {
				child := &t.cells[j]
				child.local.shift(&c.local, child.x-c.x, child.y-c.y)
			}
			continue
		}
		particles := t.particles[c.first:c.last]
		for i := range particles {
			b := &particles[i]
			re, im := c.local.eval(b.x-c.x, b.y-c.y)
			b.fx += re
			b.fy -= im
		}
	}
}
