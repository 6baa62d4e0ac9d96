package layout

// A field is the push of far bodies around the centre of a cell. With places as complex numbers the
// push of a body at w on one at z, but for softening, is the conjugate of m / (z - w). Of a cell
// with mass M and sum Q of m (w - c)² around its centre of mass c it is
//
//	M / (z - c) + Q / (z - c)³ + ...
//
// as the terms with (w - c) add up to nothing; and at z = b + t, around a centre b, with
// u = 1 / (b - c)
//
//	(M u + Q u³) - M u² t + M u³ t² + ...
//
// whose three coefficients a field adds up. What is left out goes with the cube of the share of
// the cells' reaches in their distance.
type field struct{ x0, y0, x1, y1, x2, y2 float32 }

// exchange gives each of two cells the field of the other; (dx, dy) leads from the centre of b to
// that of a. For b the sign of u is the other one.
func exchange(a, b *cell, dx, dy, soft float32) {
	r := 1 / (float32(dx*dx) + float32(dy*dy) + soft)
	x, y := float32(dx*r), -float32(dy*r)
	x2, y2 := float32(x*x)-float32(y*y), float32(2*float32(x*y))
	x3, y3 := float32(x2*x)-float32(y2*y), float32(x2*y)+float32(y2*x)
	f, g, m, n := &a.field, &b.field, a.m, b.m
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

// at is the field at (x, y) from the centre; the push is its conjugate.
func (f *field) at(x, y float32) (re, im float32) {
	re, im = f.x1+float32(f.x2*x)-float32(f.y2*y), f.y1+float32(f.x2*y)+float32(f.y2*x)
	return f.x0 + float32(re*x) - float32(im*y), f.y0 + float32(re*y) + float32(im*x)
}

// add adds another field whose centre lies at (-x, -y).
func (f *field) add(o *field, x, y float32) {
	re, im := o.at(x, y)
	f.x0 += re
	f.y0 += im
	f.x1 += o.x1 + float32(2*(float32(o.x2*x)-float32(o.y2*y)))
	f.y1 += o.y1 + float32(2*(float32(o.x2*y)+float32(o.y2*x)))
	f.x2 += o.x2
	f.y2 += o.y2
}

// handDown adds the field of every cell to those just below it, and in the end to the bodies.
func (t *quadtree) handDown() {
	for k := range t.cells {
		c := &t.cells[k]
		if int(c.next) > k+1 {
			for j := int32(k + 1); j < c.next; j = t.cells[j].next {
				child := &t.cells[j]
				child.field.add(&c.field, child.x-c.x, child.y-c.y)
			}
			continue
		}
		bodies := t.bodies[c.first:c.last]
		for i := range bodies {
			b := &bodies[i]
			re, im := c.field.at(b.x-c.x, b.y-c.y)
			b.fx += re
			b.fy -= im
		}
	}
}
