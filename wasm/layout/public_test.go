package layout_test

import (
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/label"
	"actormap/wasm/layout"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
)

// The tests of this package see what a host sees.

// testBudget keeps the laws quick: they hold at any effort.
const testBudget = 2000

// A fixture is a named problem.
type fixture struct {
	name    string
	problem *layout.Problem
}

func all(frame geom.Rect) (out []fixture) {
	for _, f := range fixtures.All(frame) {
		out = append(out, fixture{f.Name, layout.ProblemOf(f.Problem)})
	}
	return out
}

func actors27(frame geom.Rect) *layout.Problem    { return layout.ProblemOf(fixtures.Actors27(frame)) }
func star(n int, frame geom.Rect) *layout.Problem { return layout.ProblemOf(fixtures.Star(n, frame)) }
func path(n int, frame geom.Rect) *layout.Problem { return layout.ProblemOf(fixtures.Path(n, frame)) }
func tree(n int, frame geom.Rect) *layout.Problem { return layout.ProblemOf(fixtures.Tree(n, frame)) }
func islands(frame geom.Rect) *layout.Problem     { return layout.ProblemOf(fixtures.Islands(frame)) }
func mesh(cols, rows int, frame geom.Rect) *layout.Problem {
	return layout.ProblemOf(fixtures.Mesh(cols, rows, frame))
}
func discs(n int) []layout.NodeBox {
	return layout.ProblemOf(&instance.Problem{Nodes: fixtures.Discs(n)}).Nodes
}
func links(pairs ...[2]int) []layout.Link {
	return layout.ProblemOf(&instance.Problem{Links: fixtures.Links(pairs...)}).Links
}

// TestLabelGap: a label stands where the layout has made room for it.
func TestLabelGap(t *testing.T) {
	if layout.LabelGap != label.Gap {
		t.Errorf("layout.LabelGap is %v, label.Gap %v", layout.LabelGap, label.Gap)
	}
}
