package view

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

var update = flag.Bool("update", false, "write the golden files again")

var (
	ink   = display.Color{R: 31, G: 36, B: 48, A: 255}
	paper = display.Color{R: 252, G: 251, B: 248, A: 255}
	none  = display.Color{}
)

// one returns the mesh of one shape.
func one(s display.Shape, dpr float64) *Mesh {
	m := &Mesh{}
	m.Build([]display.Shape{s}, dpr)
	return m
}

func stroke(c geom.Curve, width float64) display.Shape {
	return display.Shape{Kind: display.Stroke, Curve: c, Line: ink, Width: width}
}

// everyKind is a frame's worth of shapes, one of each sort that the scene draws.
func everyKind() []display.Shape {
	bow := geom.Curve{A: geom.Vec{X: 10, Y: 10}, C: geom.Vec{X: 40, Y: 0}, B: geom.Vec{X: 70, Y: 10}}
	dashed, dotted, round, mixed := stroke(bow, 3), stroke(bow, 1.5), stroke(bow, 4), stroke(bow, 3)
	mixed.Dash = display.Dash{On: 6, Off: 4, Mix: display.DashDashDot}
	dashed.Dash, dotted.Dash, round.Round = display.Dash{On: 6, Off: 4}, display.Dash{Off: 5}, true
	return []display.Shape{
		{Kind: display.Disc, At: geom.Vec{X: 20, Y: 20}, HalfW: 8, Fill: paper, Line: ink, Width: 1.5},
		{Kind: display.Box, At: geom.Vec{X: 60, Y: 20}, HalfW: 20, HalfH: 9, Corner: 4, Fill: paper, Line: ink, Width: 1},
		{Kind: display.Hexagon, At: geom.Vec{X: 20, Y: 60}, HalfW: 10, Fill: ink},
		{Kind: display.Triangle, Points: [3]geom.Vec{{X: 50, Y: 50}, {X: 58, Y: 54}, {X: 50, Y: 58}}, Fill: ink},
		stroke(bow, 1.5), dashed, dotted, round, mixed,
		{Kind: display.HalfDisc, At: geom.Vec{X: 80, Y: 60}, HalfW: 7, Fill: ink},
	}
}

func TestEveryFigureReachesAcrossItsFringe(t *testing.T) {
	tests := []struct {
		name  string
		shape display.Shape
		want  geom.Rect // the box of what is inked, in CSS pixels
	}{
		{"disc", display.Shape{Kind: display.Disc, At: geom.Vec{X: 20, Y: 20}, HalfW: 8, Fill: ink}, geom.Rect{Min: geom.Vec{X: 12, Y: 12}, Max: geom.Vec{X: 28, Y: 28}}},
		{"outlined disc", display.Shape{Kind: display.Disc, At: geom.Vec{X: 20, Y: 20}, HalfW: 8, Line: ink, Width: 2}, geom.Rect{Min: geom.Vec{X: 11, Y: 11}, Max: geom.Vec{X: 29, Y: 29}}},
		{"box", display.Shape{Kind: display.Box, At: geom.Vec{X: 40, Y: 20}, HalfW: 30, HalfH: 5, Fill: ink}, geom.Rect{Min: geom.Vec{X: 10, Y: 15}, Max: geom.Vec{X: 70, Y: 25}}},
		{"half disc", display.Shape{Kind: display.HalfDisc, At: geom.Vec{X: 20, Y: 20}, HalfW: 8, Fill: ink}, geom.Rect{Min: geom.Vec{X: 12, Y: 12}, Max: geom.Vec{X: 28, Y: 28}}},
		{"triangle", display.Shape{Kind: display.Triangle, Points: [3]geom.Vec{{X: 1, Y: 2}, {X: 9, Y: 2}, {X: 5, Y: 8}}, Fill: ink}, geom.Rect{Min: geom.Vec{X: 1, Y: 2}, Max: geom.Vec{X: 9, Y: 8}}},
		{"line with straight ends", stroke(geom.Curve{A: geom.Vec{X: 10, Y: 10}, C: geom.Vec{X: 20, Y: 10}, B: geom.Vec{X: 30, Y: 10}}, 4), geom.Rect{Min: geom.Vec{X: 10, Y: 8}, Max: geom.Vec{X: 30, Y: 12}}},
	}
	for _, test := range tests {
		for _, dpr := range []float64{1, 1.25, 2} {
			got := bounds(one(test.shape, dpr))
			want := geom.Rect{Min: test.want.Min.Mul(dpr), Max: test.want.Max.Mul(dpr)}.Grow(fringePX)
			if !near(got.Min, want.Min) || !near(got.Max, want.Max) {
				t.Errorf("%s at %v: triangles cover %v, want %v", test.name, dpr, got, want)
			}
		}
	}
}

func bounds(m *Mesh) geom.Rect {
	p := geom.Vec{X: float64(m.Vertices[0].DstX), Y: float64(m.Vertices[0].DstY)}
	r := geom.Rect{Min: p, Max: p}
	for _, v := range m.Vertices {
		p := geom.Vec{X: float64(v.DstX), Y: float64(v.DstY)}
		r = r.Union(geom.Rect{Min: p, Max: p})
	}
	return r
}

func near(a, b geom.Vec) bool { return a.Sub(b).Len() < 1e-3 }

func TestFigureAndAlphaComeApartAgain(t *testing.T) {
	for f := boxFigure; f <= dashDotDotFigure; f++ {
		for a := 0; a <= 255; a++ {
			packed := vertex(display.Color{A: uint8(a)}, f, [4]float32{}).ColorA
			// As shape.kage takes them apart.
			figure := float32(math.Floor(float64(packed/2 + 0.25)))
			if alpha := packed - 2*figure; figure != float32(f) || math.Abs(float64(alpha)-float64(a)/255) > 1e-5 {
				t.Fatalf("figure %v with alpha %d/255 is read as figure %v with alpha %v", f, a, figure, alpha)
			}
		}
	}
}

func TestIndicesStayInTheMesh(t *testing.T) {
	m := &Mesh{}
	m.Build(everyKind(), 2)
	if len(m.Indices) == 0 || len(m.Indices)%3 != 0 {
		t.Fatalf("%d indices, want a multiple of three", len(m.Indices))
	}
	used := make([]bool, len(m.Vertices))
	for i, v := range m.Indices {
		if int(v) >= len(m.Vertices) {
			t.Fatalf("indices[%d] = %d, but there are %d vertices", i, v, len(m.Vertices))
		}
		used[v] = true
	}
	for i := range used {
		if !used[i] {
			t.Errorf("vertex %d belongs to no triangle", i)
		}
	}
}

func TestFillLiesBelowItsLine(t *testing.T) {
	m := one(everyKind()[0], 1)
	if got := len(m.Vertices); got != 8 {
		t.Fatalf("a filled and outlined disc has %d vertices, want 8", got)
	}
	if m.Vertices[0].Custom3 != 0 || m.Vertices[4].Custom3 != 1.5 {
		t.Errorf("outline widths in painter's order are %v and %v, want 0 and 1.5", m.Vertices[0].Custom3, m.Vertices[4].Custom3)
	}
}

func TestWhatCannotBeSeenIsLeftOut(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	line := geom.Curve{A: geom.Vec{X: 1, Y: 1}, C: geom.Vec{X: 2, Y: 1}, B: geom.Vec{X: 3, Y: 1}}
	tests := map[string]display.Shape{
		"no colours":            {Kind: display.Disc, HalfW: 8},
		"line of no width":      {Kind: display.Disc, HalfW: 8, Line: ink},
		"place not a number":    {Kind: display.Disc, At: geom.Vec{X: nan, Y: 1}, HalfW: 8, Fill: ink},
		"infinite box":          {Kind: display.Box, HalfW: inf, HalfH: 1, Fill: ink},
		"stroke without colour": {Kind: display.Stroke, Curve: line, Width: 2},
		"stroke of no width":    stroke(line, 0),
		"stroke not a number":   stroke(geom.Curve{A: geom.Vec{X: nan}}, 2),
		"stroke of no length":   stroke(geom.Curve{}, 2),
		"flat triangle":         {Kind: display.Triangle, Points: [3]geom.Vec{{X: 1}, {X: 2}, {X: 3}}, Fill: ink},
		"triangle not a number": {Kind: display.Triangle, Points: [3]geom.Vec{{X: nan}, {Y: 2}, {X: 3}}, Fill: ink},
		"half disc of no size":  {Kind: display.HalfDisc, Fill: ink},
		"unknown kind":          {Kind: 200, HalfW: 8, Fill: ink},
	}
	for name, shape := range tests {
		if m := one(shape, 1); len(m.Vertices) != 0 {
			t.Errorf("%s: %d vertices, want none", name, len(m.Vertices))
		}
	}
}

func TestTriangleCarriesDistancesToItsEdges(t *testing.T) {
	for _, order := range [][3]int{{0, 1, 2}, {2, 1, 0}} { // either way round
		p := [3]geom.Vec{{X: 0, Y: 0}, {X: 10, Y: 0}, {X: 0, Y: 10}}
		s := display.Shape{Kind: display.Triangle, Fill: ink, Points: [3]geom.Vec{p[order[0]], p[order[1]], p[order[2]]}}
		v := one(s, 1).Vertices[0] // the box's corner, outside of the two legs by the fringe
		got := []float64{float64(v.SrcX), float64(v.SrcY), float64(v.Custom0)}
		outside := 0
		for _, d := range got {
			if math.Abs(d+fringePX) < 1e-6 {
				outside++
			}
		}
		if outside != 2 {
			t.Errorf("order %v: distances %v at a corner of the box, want %v to both legs", order, got, -fringePX)
		}
	}
}

func TestSteadyBuildAllocatesNothing(t *testing.T) {
	m, shapes := &Mesh{}, everyKind()
	m.Build(shapes, 2)
	if n := testing.AllocsPerRun(100, func() { m.Build(shapes, 2) }); n != 0 {
		t.Errorf("%v allocations a frame, want 0", n)
	}
}

func TestMeshGolden(t *testing.T) {
	m := &Mesh{}
	m.Build(everyKind()[:5], 1)
	var b strings.Builder
	for _, v := range m.Vertices {
		fmt.Fprintf(&b, "at %.2f %.2f  src %.2f %.2f  rgba %.3f %.3f %.3f %.3f  custom %.2f %.2f %.2f %.2f\n",
			v.DstX, v.DstY, v.SrcX, v.SrcY, v.ColorR, v.ColorG, v.ColorB, v.ColorA, v.Custom0, v.Custom1, v.Custom2, v.Custom3)
	}
	fmt.Fprintln(&b, m.Indices)
	const file = "testdata/mesh.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the mesh differs from %s (if that is meant: go test ./wasm/view -update):\n%s", file, b.String())
	}
}
