package view

import (
	"math"
	"testing"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// curves are the bends that a map has, and some that it should not have.
var curves = map[string]geom.Curve{
	"straight": {A: geom.Vec{X: 10, Y: 10}, C: geom.Vec{X: 60, Y: 35}, B: geom.Vec{X: 110, Y: 60}},
	"gentle":   {A: geom.Vec{X: 10, Y: 200}, C: geom.Vec{X: 300, Y: 140}, B: geom.Vec{X: 600, Y: 220}},
	"strong":   {A: geom.Vec{X: 10, Y: 10}, C: geom.Vec{X: 150, Y: 200}, B: geom.Vec{X: 290, Y: 10}},
	"short":    {A: geom.Vec{X: 10, Y: 10}, C: geom.Vec{X: 10.3, Y: 10}, B: geom.Vec{X: 10.5, Y: 10}},
}

func TestStripKeepsToTheCurve(t *testing.T) {
	for name, c := range curves {
		m := &Mesh{}
		m.walk(c)
		for i := 1; i < len(m.sections); i++ {
			middle := m.sections[i-1].at.Lerp(m.sections[i].at, 0.5)
			if d := fineDist(c, middle); d > flatnessPX*1.01 {
				t.Errorf("%s: a chord lies %v px off the curve, want at most %v", name, d, flatnessPX)
			}
		}
	}
}

// fineDist is the distance to the curve by a thousand chords.
func fineDist(c geom.Curve, p geom.Vec) float64 {
	best, prev := math.Inf(1), c.A
	for k := 1; k <= 1000; k++ {
		next := c.At(float64(k) / 1000)
		best = min(best, geom.SegmentDist(prev, next, p))
		prev = next
	}
	return best
}

func TestArcLengthIsTheCurves(t *testing.T) {
	for name, c := range curves {
		want, prev := 0.0, c.A
		for k := 1; k <= 1000; k++ {
			next := c.At(float64(k) / 1000)
			want += next.Sub(prev).Len()
			prev = next
		}
		m := &Mesh{}
		if got := m.walk(c); math.Abs(got-want) > 0.1 {
			t.Errorf("%s: length %v px, want %v", name, got, want)
		}
	}
}

func TestArcLengthGrowsAlongTheStrip(t *testing.T) {
	for name, c := range curves {
		v := one(stroke(c, 3), 2).Vertices
		for i := 2; i < len(v); i += 2 {
			if v[i].SrcX <= v[i-2].SrcX {
				t.Errorf("%s: cross-section %d is at %v px after one at %v", name, i/2, v[i].SrcX, v[i-2].SrcX)
			}
		}
	}
}

func TestStripIsAsWideAsItsStroke(t *testing.T) {
	for name, c := range curves {
		const width, dpr = 3.0, 2.0
		v := one(stroke(c, width), dpr).Vertices
		for i := 0; i < len(v); i += 2 {
			across := math.Hypot(float64(v[i].DstX-v[i+1].DstX), float64(v[i].DstY-v[i+1].DstY))
			if want := width*dpr + 2*fringePX; math.Abs(across-want) > 1e-3 {
				t.Errorf("%s: cross-section %d is %v px wide, want %v", name, i/2, across, want)
			}
			if v[i].SrcY != -v[i+1].SrcY || math.Abs(float64(v[i].SrcY)*2-across) > 1e-3 {
				t.Errorf("%s: sides %v and %v of a cross-section of %v px", name, v[i].SrcY, v[i+1].SrcY, across)
			}
		}
	}
}

func TestStrokeLooks(t *testing.T) {
	c := curves["gentle"]
	tests := []struct {
		name          string
		dash          display.Dash
		round         bool
		figure        figure
		custom1, over float32 // the pattern's first number; how far the strip reaches past the end
	}{
		{"solid", display.Dash{}, false, dashedFigure, 0, fringePX},
		{"dashes", display.Dash{On: 6, Off: 4}, false, dashedFigure, 12, fringePX},
		{"dashes have straight ends", display.Dash{On: 6, Off: 4}, true, dashedFigure, 12, fringePX},
		{"dashes and dots", display.Dash{On: 6, Off: 4, Mix: display.DashDot}, false, dashDotFigure, 12, fringePX},
		{"two dashes, a dot", display.Dash{On: 6, Off: 4, Mix: display.DashDashDot}, false, dashDashDotFigure, 12, fringePX},
		{"a dash, two dots", display.Dash{On: 6, Off: 4, Mix: display.DashDotDot}, false, dashDotDotFigure, 12, fringePX},
		{"dots", display.Dash{Off: 5}, false, dottedFigure, 10, fringePX + 3},
		{"round ends", display.Dash{}, true, dottedFigure, 0, fringePX + 3},
	}
	for _, test := range tests {
		s := stroke(c, 3)
		s.Dash, s.Round = test.dash, test.round
		v := one(s, 2).Vertices
		first, last := v[0], v[len(v)-1]
		if got := figure(math.Floor(float64(first.ColorA/2 + 0.25))); got != test.figure {
			t.Errorf("%s: figure %v, want %v", test.name, got, test.figure)
		}
		if first.Custom1 != test.custom1 {
			t.Errorf("%s: pattern %v device px, want %v", test.name, first.Custom1, test.custom1)
		}
		if first.SrcX != -test.over || math.Abs(float64(last.SrcX-first.Custom3-test.over)) > 1e-3 {
			t.Errorf("%s: strip from %v to %v of %v px, want %v px more at both ends", test.name, first.SrcX, last.SrcX, first.Custom3, test.over)
		}
	}
}

func TestDotWithoutLengthIsARoundOne(t *testing.T) {
	s := stroke(geom.Curve{A: geom.Vec{X: 5, Y: 5}, C: geom.Vec{X: 5, Y: 5}, B: geom.Vec{X: 5, Y: 5}}, 4)
	s.Round = true
	want := geom.Rect{Min: geom.Vec{X: 3, Y: 3}, Max: geom.Vec{X: 7, Y: 7}}.Grow(fringePX)
	if got := bounds(one(s, 1)); !near(got.Min, want.Min) || !near(got.Max, want.Max) {
		t.Errorf("triangles cover %v, want %v", got, want)
	}
}

func TestChordsAreBounded(t *testing.T) {
	far := geom.Curve{C: geom.Vec{X: 1e9, Y: 1e9}}
	if n := chords(far); n != maxChords {
		t.Errorf("%d chords for a curve without measure, want %d", n, maxChords)
	}
}
