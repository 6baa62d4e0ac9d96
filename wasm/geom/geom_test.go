package geom

import (
	"math"
	"math/rand/v2"
	"testing"
)

func random(r *rand.Rand) Vec { return Vec{r.Float64()*1000 - 500, r.Float64()*1000 - 500} }

func near(a, b Vec) bool { return a.Sub(b).Len() < 1e-9 }

func TestCurveLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		c := Curve{random(r), random(r), random(r)}
		u, v := r.Float64()*0.5, 0.5+r.Float64()*0.5
		part := c.Part(u, v)
		for _, k := range []float64{0, 0.25, 0.5, 1} {
			if want := c.At(u + (v-u)*k); !near(part.At(k), want) {
				t.Fatalf("Part(%v, %v).At(%v) = %v, want the curve's own point %v", u, v, k, part.At(k), want)
			}
		}
		if !near(c.At(0), c.A) || !near(c.At(1), c.B) {
			t.Fatal("a curve runs from A to B")
		}
		back := Curve{c.B, c.C, c.A}
		if !near(back.At(0.3), c.At(0.7)) {
			t.Fatal("turned round, a curve is the same")
		}
		if p := c.At(r.Float64()); !c.Bounds().Grow(1e-9).Contains(p) {
			t.Fatalf("%v lies outside the bounds", p)
		}
	}
}

func TestDistOfAStraightCurveIsThatOfTheSegment(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		a, b, p := random(r), random(r), random(r)
		got, want := Curve{a, a.Lerp(b, 0.5), b}.Dist(p), SegmentDist(a, b, p)
		if math.Abs(got-want) > 1e-9 {
			t.Fatalf("Dist = %v, want %v", got, want)
		}
	}
	if got := SegmentDist(Vec{1, 1}, Vec{1, 1}, Vec{4, 5}); got != 5 {
		t.Errorf("distance to a point-like segment = %v, want 5", got)
	}
}

func TestSegmentsCross(t *testing.T) {
	tests := []struct {
		name       string
		a, b, c, d Vec
		want       bool
	}{
		{"a cross", Vec{0, 0}, Vec{2, 2}, Vec{0, 2}, Vec{2, 0}, true},
		{"parallel", Vec{0, 0}, Vec{2, 0}, Vec{0, 1}, Vec{2, 1}, false},
		{"on one line", Vec{0, 0}, Vec{2, 0}, Vec{1, 0}, Vec{3, 0}, false},
		{"a shared end", Vec{0, 0}, Vec{2, 0}, Vec{0, 0}, Vec{0, 2}, false},
		{"short of it", Vec{0, 0}, Vec{1, 1}, Vec{0, 4}, Vec{4, 0}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := SegmentsCross(tt.a, tt.b, tt.c, tt.d); got != tt.want {
				t.Errorf("SegmentsCross = %v, want %v", got, tt.want)
			}
			if got := SegmentsCross(tt.d, tt.c, tt.a, tt.b); got != tt.want {
				t.Errorf("with the segments exchanged = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestVecLaws(t *testing.T) {
	if got := (Vec{}).Unit(); got != (Vec{1, 0}) {
		t.Errorf("Unit of zero = %v, want the x axis", got)
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		v := random(r)
		if math.Abs(v.Unit().Len()-1) > 1e-12 || math.Abs(v.Left().Dot(v)) > 1e-9 {
			t.Fatalf("Unit or Left of %v is wrong", v)
		}
		if v.Cross(v.Left()) >= 0 { // y down: left of travel is counter-clockwise
			t.Fatal("Left turns the wrong way")
		}
	}
}

func TestRects(t *testing.T) {
	r := RectAt(Vec{5, 5}, 2, 1)
	if r.W() != 4 || r.H() != 2 || r.Centre() != (Vec{5, 5}) {
		t.Errorf("RectAt gives %v", r)
	}
	if touching := RectAt(Vec{9, 5}, 2, 1); r.Overlaps(touching) || !r.Grow(0.1).Overlaps(touching) {
		t.Error("boxes that only touch do not overlap")
	}
	if !r.Inside(r) || r.Inside(r.Grow(-0.1)) {
		t.Error("Inside counts the edge, and no more")
	}
}

func TestMeetsAgreesWithManyPoints(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	met := 0
	for range 20000 {
		box := Rect{Min: random(r), Max: Vec{}}
		box.Max = box.Min.Add(Vec{r.Float64() * 300, r.Float64() * 300})
		a, b := random(r), random(r)
		if r.IntN(10) == 0 {
			b.X = a.X // upright
		}
		if r.IntN(10) == 0 {
			b.Y = a.Y
		}
		near := false // a point of the segment lies inside, or almost
		for k := range 1001 {
			near = near || box.Grow(1).Contains(a.Lerp(b, float64(k)/1000))
		}
		inside := false
		for k := range 1001 {
			inside = inside || box.Contains(a.Lerp(b, float64(k)/1000))
		}
		got := box.Meets(a, b)
		if got {
			met++
		}
		if inside && !got || got && !near {
			t.Fatalf("%v meets %v to %v: %v, want %v", box, a, b, got, inside)
		}
	}
	if met < 1000 {
		t.Errorf("only %d segments met their box", met)
	}
}
