package layout_test

import (
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
	"actormap/wasm/layout/internal/fixtures"
)

func TestCrossing(t *testing.T) {
	p := &layout.Problem{Frame: fixtures.Frames()[0], Nodes: make([]layout.NodeBox, 4), Links: links([2]int{0, 1}, [2]int{2, 3})}
	v := func(x, y float64) geom.Vec { return geom.Vec{X: x, Y: y} }
	for _, c := range []struct {
		name string
		at   layout.Placement
		want int
	}{
		{"a cross", layout.Placement{v(100, 100), v(200, 200), v(100, 200), v(200, 100)}, 1},
		{"side by side", layout.Placement{v(100, 100), v(200, 100), v(100, 200), v(200, 200)}, 0},
		{"one ends before the other", layout.Placement{v(100, 100), v(200, 200), v(300, 200), v(400, 100)}, 0},
		{"the lines cross but not the pieces", layout.Placement{v(100, 100), v(120, 120), v(100, 200), v(200, 100)}, 0},
	} {
		if got := layout.Measure(p, c.at).Crossings; got != c.want {
			t.Errorf("%s: %d crossings, want %d", c.name, got, c.want)
		}
	}
}
