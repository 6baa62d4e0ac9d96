package layout

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// A fixture is a named problem for tests, goldens and benchmarks.
type fixture struct {
	name    string
	problem *Problem
}

// problemOf returns a problem of the inner packages' fixtures as a public one.
func problemOf(in *instance.Problem) *Problem {
	p := &Problem{Frame: in.Frame, Gap: in.Gap, ParallelGap: in.ParallelGap, FreeAspect: in.FreeAspect}
	for _, b := range in.Nodes {
		p.Nodes = append(p.Nodes, NodeBox(b))
	}
	for _, l := range in.Links {
		p.Links = append(p.Links, Link(l))
	}
	return p
}

func named(list []fixtures.Fixture) (out []fixture) {
	for _, f := range list {
		out = append(out, fixture{f.Name, problemOf(f.Problem)})
	}
	return out
}

func all(frame geom.Rect) []fixture   { return named(fixtures.All(frame)) }
func large(frame geom.Rect) []fixture { return named(fixtures.Large(frame)) }

func actors27(frame geom.Rect) *Problem { return problemOf(fixtures.Actors27(frame)) }
func mesh(cols, rows int, frame geom.Rect) *Problem {
	return problemOf(fixtures.Mesh(cols, rows, frame))
}
func tree(n int, frame geom.Rect) *Problem      { return problemOf(fixtures.Tree(n, frame)) }
func clustered(n int, frame geom.Rect) *Problem { return problemOf(fixtures.Clustered(n, frame)) }
func many(n int, seed uint64) *Problem          { return problemOf(fixtures.Many(n, seed)) }
func story(n int, frame geom.Rect, r *netgraph.Random) *Problem {
	return problemOf(fixtures.Story(n, frame, r))
}
func mirrored(p *Problem, at Placement) Placement {
	q := p.unlinked(p.Frame, geom.Vec{})
	return fixtures.Mirrored(&q, at)
}

func discs(n int) []NodeBox { return problemOf(&instance.Problem{Nodes: fixtures.Discs(n)}).Nodes }

func links(pairs ...[2]int) []Link {
	return problemOf(&instance.Problem{Links: fixtures.Links(pairs...)}).Links
}

// testBudget keeps the laws quick: they hold at any effort.
const testBudget = 2000

// ProblemOf lets the tests from outside have the fixtures, too.
var ProblemOf = problemOf
