package picture

import (
	"fmt"
	"hash/fnv"
	"io"

	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/layout"
	"actormap/wasm/scene"
)

// digest identifies the input of a layout: the ids of the nodes in order, how large each is, and who is tied to
// whom and how. A published layout keeps it, and a build with the same digest reuses that layout.
func digest(g *graph.Graph, size scene.Size) string {
	sum := fnv.New64a()
	for i := range g.Nodes {
		fmt.Fprintf(sum, "%q ", g.Nodes[i].ID)
	}
	writeProblem(sum, scene.LayoutProblem(g, size))
	return fmt.Sprintf("%016x", sum.Sum64())
}

// writeProblem writes the numbers of a problem in the order in which published digests were made: what is
// written here decides whether every published map is laid out again, the names and the order of the fields
// in package layout do not. A new field is written only where it is not zero, so that problems without it keep
// their digests. Numbers are written with every bit. A sum of a hash takes every write, so that there is no error.
func writeProblem(w io.Writer, p *layout.Problem) {
	fmt.Fprintf(w, "{{%s %s} [", vec(p.Frame.Min), vec(p.Frame.Max))
	for i, b := range p.Nodes {
		between(w, i)
		fmt.Fprintf(w, "{%v %v %t %v %v %s %t}", b.HalfW, b.HalfH, b.Round, b.LabelW, b.LabelH, vec(b.At), b.Pinned)
	}
	io.WriteString(w, "] [")
	for i, l := range p.Links {
		between(w, i)
		fmt.Fprintf(w, "{%d %d %v %v %t %v}", l.A, l.B, l.Length, l.Weight, l.Drawn, l.CrossingWeight)
	}
	fmt.Fprintf(w, "] %v %v %t}", p.Gap, p.ParallelGap, p.FreeAspect)
}

func vec(v geom.Vec) string { return fmt.Sprintf("{%v %v}", v.X, v.Y) }

// between writes what stands before item i of a list.
func between(w io.Writer, i int) {
	if i > 0 {
		io.WriteString(w, " ")
	}
}
