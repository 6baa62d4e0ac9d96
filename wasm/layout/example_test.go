package layout_test

import (
	"fmt"
	"math"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// square is a cycle of four nodes with labels.
func square() *layout.Problem {
	p := &layout.Problem{Frame: geom.Rect{Max: geom.Vec{X: 400, Y: 300}}, Gap: 10}
	for i := range 4 {
		p.Nodes = append(p.Nodes, layout.NodeBox{HalfW: 10, HalfH: 10, Round: true, LabelW: 60, LabelH: 16})
		p.Links = append(p.Links, layout.Link{A: i, B: (i + 1) % 4, Length: 1, Weight: 1, Drawn: true})
	}
	return p
}

// rounded returns a point to the nearest ten px.
func rounded(v geom.Vec) (x, y float64) { return 10 * math.Round(v.X/10), 10 * math.Round(v.Y/10) }

func ExampleSolve() {
	p := square()
	at := layout.Solve(p, 1, layout.DefaultBudget)
	for i, v := range at {
		x, y := rounded(v)
		fmt.Printf("node %d is near %v, %v\n", i, x, y)
	}
	m := layout.Measure(p, at)
	fmt.Printf("%d crossings, %d overlaps, %d edges on nodes\n", m.Crossings, m.Overlaps, m.EdgesOnNodes)
	// Output:
	// node 0 is near 300, 220
	// node 1 is near 120, 240
	// node 2 is near 100, 100
	// node 3 is near 280, 80
	// 0 crossings, 0 overlaps, 0 edges on nodes
}

func ExampleSolver() {
	s := layout.NewSolver(square(), 1, layout.DefaultBudget)
	for !s.Run(10000) {
		// Show s.At() and s.Progress(), and let the page work.
	}
	fmt.Println(len(s.At()), "nodes,", s.Progress())
	// Output: 4 nodes, 1
}

func ExampleDrag() {
	p := square()
	drag := layout.NewDrag(p, layout.Solve(p, 1, layout.DefaultBudget))
	drag.Hold(0)
	drag.MoveTo(0, p.Frame.Centre())
	for drag.Step() > 0 {
		// Draw drag.At().
	}
	drag.Release(0)
	for drag.Step() > 0 {
	}
	at := drag.At()
	x, y := rounded(at[0])
	fmt.Printf("node 0 is near %v, %v, %d overlaps\n", x, y, layout.Measure(p, at).Overlaps)
	// Output: node 0 is near 200, 150, 0 overlaps
}

func ExampleRelayout() {
	p := square()
	at := layout.Solve(p, 1, layout.DefaultBudget)
	p.Nodes = append(p.Nodes, p.Nodes[0])
	p.Links = append(p.Links, layout.Link{A: 0, B: 4, Length: 1, Weight: 1, Drawn: true})
	change := layout.Relayout{Problem: p, Previous: at, New: []bool{4: true}}
	next := change.Solve(1, layout.DefaultBudget)
	most := 0.0
	for i, v := range at {
		most = max(most, next[i].Sub(v).Len())
	}
	fmt.Println("a former node moved more than 5 % of the width:", most > layout.DefaultDisplacement*p.Frame.W())
	// Output: a former node moved more than 5 % of the width: false
}
