package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"actormap/data"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/layout"
	"actormap/wasm/scene"
)

// layoutSlice is how many evaluations are made between two looks at the clock: some
// milliseconds' worth.
const layoutSlice = 20000

// lay prints where the nodes of a map belong.
func lay(args []string, s streams) int {
	flags := newFlags("layout")
	size := flags.String("size", "1040x740", "")
	seed := flags.Uint64("seed", 1, "")
	budget := flags.Int("budget", layout.DefaultBudget, "")
	files, code, done := parse(flags, args, s)
	if done {
		return code
	}
	if len(files) > 1 {
		return s.misuse("layout takes one dataset, not %d", len(files))
	}
	if *budget < 1 {
		return s.misuse("layout: -budget %d is not 1 or more", *budget)
	}
	w, h, err := frameSize("-size", *size)
	if err != nil {
		return s.misuse("layout: %v", err)
	}
	ds, err := load(files)
	if err != nil {
		return s.fail(err)
	}
	g := graph.New(ds, ds.Language)
	p := scene.LayoutProblem(g, scene.Size{W: float64(w), H: float64(h)})
	if err := p.Validate(); err != nil {
		return s.fail(err)
	}
	at := solve(p, *seed, *budget, &bar{out: s.err, title: "layout", begin: time.Now()})
	if err := writePlaces(s, ds, g, at, w, h); err != nil {
		return s.fail(err)
	}
	return exitOK
}

// solve lays a problem out and shows how far it has got.
func solve(p *layout.Problem, seed uint64, budget int, b *bar) layout.Placement {
	work := layout.NewSolver(p, seed, budget)
	for !work.Run(layoutSlice) {
		b.show(work.Progress(), time.Now())
	}
	b.end()
	return work.At()
}

// writePlaces prints the places, one node a line, as fractions of the frame and with every bit.
func writePlaces(s streams, ds *data.Dataset, g *graph.Graph, at []geom.Vec, w, h int) error {
	out := bufio.NewWriter(s.out)
	fraction := func(x float64, of int) string { return strconv.FormatFloat(x/float64(of), 'g', -1, 64) }
	name, err := json.Marshal(ds.ID)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"dataset\": %s, \"width\": %d, \"height\": %d, \"places\": [", name, w, h)
	for i := range g.Nodes {
		id, err := json.Marshal(g.Nodes[i].ID)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprint(out, ",")
		}
		fmt.Fprintf(out, "\n  {\"id\": %s, \"x\": %s, \"y\": %s}", id, fraction(at[i].X, w), fraction(at[i].Y, h))
	}
	fmt.Fprint(out, "\n]}\n")
	return out.Flush()
}
