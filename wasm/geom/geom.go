// Package geom holds the points, boxes and curves that the map is made of.
//
// All lengths are CSS pixels, origin top left, y down. Two spaces exist and names carry
// them where both occur: world (the frame as laid out) and screen (after the camera).
// Only + - * / and Sqrt are used, products converted before they are added, so that the
// same input gives the same bits on every machine.
package geom

import "math"

// A Vec is a point or a displacement.
type Vec struct{ X, Y float64 }

// Add returns v + u.
func (v Vec) Add(u Vec) Vec { return Vec{v.X + u.X, v.Y + u.Y} }

// Sub returns v - u.
func (v Vec) Sub(u Vec) Vec { return Vec{v.X - u.X, v.Y - u.Y} }

// Mul returns v scaled by k.
func (v Vec) Mul(k float64) Vec { return Vec{float64(v.X * k), float64(v.Y * k)} }

// Dot returns the scalar product.
func (v Vec) Dot(u Vec) float64 { return float64(v.X*u.X) + float64(v.Y*u.Y) }

// Cross returns the z component of the vector product; positive when u lies clockwise
// of v on the screen (y down).
func (v Vec) Cross(u Vec) float64 { return float64(v.X*u.Y) - float64(v.Y*u.X) }

// Len returns the length of v.
func (v Vec) Len() float64 { return math.Sqrt(v.Dot(v)) }

// Unit returns v with length 1, or the x axis when v is zero.
func (v Vec) Unit() Vec {
	l := v.Len()
	if l == 0 {
		return Vec{1, 0}
	}
	return Vec{v.X / l, v.Y / l}
}

// Left returns v turned a quarter counter-clockwise as seen on the screen.
func (v Vec) Left() Vec { return Vec{v.Y, -v.X} }

// Lerp returns the point at t between v (0) and u (1).
func (v Vec) Lerp(u Vec, t float64) Vec {
	return Vec{v.X + float64((u.X-v.X)*t), v.Y + float64((u.Y-v.Y)*t)}
}

// A Rect is an axis-parallel box; Min is its top left corner.
type Rect struct{ Min, Max Vec }

// RectAt returns the box of the given half extents around a centre.
func RectAt(centre Vec, halfW, halfH float64) Rect {
	return Rect{Vec{centre.X - halfW, centre.Y - halfH}, Vec{centre.X + halfW, centre.Y + halfH}}
}

// W returns the width.
func (r Rect) W() float64 { return r.Max.X - r.Min.X }

// H returns the height.
func (r Rect) H() float64 { return r.Max.Y - r.Min.Y }

// Centre returns the middle of the box.
func (r Rect) Centre() Vec { return r.Min.Lerp(r.Max, 0.5) }

// Overlaps reports whether the interiors of r and s meet.
func (r Rect) Overlaps(s Rect) bool {
	return r.Min.X < s.Max.X && s.Min.X < r.Max.X && r.Min.Y < s.Max.Y && s.Min.Y < r.Max.Y
}

// Contains reports whether p lies in r, its edge included.
func (r Rect) Contains(p Vec) bool {
	return p.X >= r.Min.X && p.X <= r.Max.X && p.Y >= r.Min.Y && p.Y <= r.Max.Y
}

// Inside reports whether r lies in s, edges included.
func (r Rect) Inside(s Rect) bool { return s.Contains(r.Min) && s.Contains(r.Max) }

// Grow returns r with d added on every side.
func (r Rect) Grow(d float64) Rect {
	return Rect{Vec{r.Min.X - d, r.Min.Y - d}, Vec{r.Max.X + d, r.Max.Y + d}}
}

// Meets reports whether the segment from a to b has a point in r, edges included: what is left of it
// between two parallel edges after the other two must not be empty (Liang and Barsky 1984).
func (r Rect) Meets(a, b Vec) bool {
	if a.X < r.Min.X && b.X < r.Min.X || a.X > r.Max.X && b.X > r.Max.X ||
		a.Y < r.Min.Y && b.Y < r.Min.Y || a.Y > r.Max.Y && b.Y > r.Max.Y {
		return false // as most are, and most cheaply
	}
	from, to := 0.0, 1.0
	for _, axis := range [2][4]float64{{a.X, b.X - a.X, r.Min.X, r.Max.X}, {a.Y, b.Y - a.Y, r.Min.Y, r.Max.Y}} {
		at, way, low, high := axis[0], axis[1], axis[2], axis[3]
		if way == 0 {
			if at < low || at > high {
				return false
			}
			continue
		}
		t, u := (low-at)/way, (high-at)/way
		from, to = max(from, min(t, u)), min(to, max(t, u))
	}
	return from <= to
}

// Union returns the smallest box that holds r and s.
func (r Rect) Union(s Rect) Rect {
	return Rect{
		Vec{min(r.Min.X, s.Min.X), min(r.Min.Y, s.Min.Y)},
		Vec{max(r.Max.X, s.Max.X), max(r.Max.Y, s.Max.Y)},
	}
}

// A Curve is a quadratic Bezier from A to B with control point C. A straight line has C
// anywhere on it.
type Curve struct{ A, C, B Vec }

// At returns the point at t, 0 to 1.
func (c Curve) At(t float64) Vec { return c.A.Lerp(c.C, t).Lerp(c.C.Lerp(c.B, t), t) }

// Tangent returns the direction of travel at t; its length is not 1.
func (c Curve) Tangent(t float64) Vec {
	d := c.C.Sub(c.A).Lerp(c.B.Sub(c.C), t)
	if d.X == 0 && d.Y == 0 {
		return c.B.Sub(c.A)
	}
	return d
}

// Part returns the piece of c between the parameters t and u.
func (c Curve) Part(t, u float64) Curve {
	a, b := c.At(t), c.At(u)
	return Curve{a, c.A.Lerp(c.C, t).Lerp(c.C.Lerp(c.B, t), u), b}
}

// Points returns n+1 points along c, evenly in t, appended to dst.
func (c Curve) Points(dst []Vec, n int) []Vec {
	for k := 0; k <= n; k++ {
		dst = append(dst, c.At(float64(k)/float64(n)))
	}
	return dst
}

// Bounds returns the box of the three defining points, which holds the curve.
func (c Curve) Bounds() Rect {
	return Rect{c.A, c.A}.Union(Rect{c.B, c.B}).Union(Rect{c.C, c.C})
}

// Dist returns the distance from p to c, by 16 chords: exact to well under a pixel for the
// gentle curves of the map.
func (c Curve) Dist(p Vec) float64 {
	const chords = 16
	best := math.Inf(1)
	prev := c.A
	for k := 1; k <= chords; k++ {
		next := c.At(float64(k) / chords)
		if d := SegmentDist(prev, next, p); d < best {
			best = d
		}
		prev = next
	}
	return best
}

// SegmentDist returns the distance from p to the segment from a to b.
func SegmentDist(a, b, p Vec) float64 {
	ab := b.Sub(a)
	l2 := ab.Dot(ab)
	if l2 == 0 {
		return p.Sub(a).Len()
	}
	t := p.Sub(a).Dot(ab) / l2
	if t < 0 {
		t = 0
	} else if t > 1 {
		t = 1
	}
	return p.Sub(a.Lerp(b, t)).Len()
}

// SegmentsCross reports whether the open segments ab and cd cross in one point.
func SegmentsCross(a, b, c, d Vec) bool {
	return b.Sub(a).Cross(c.Sub(a))*b.Sub(a).Cross(d.Sub(a)) < 0 &&
		d.Sub(c).Cross(a.Sub(c))*d.Sub(c).Cross(b.Sub(c)) < 0
}
