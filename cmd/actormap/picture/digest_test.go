package picture

import (
	"math"
	"strings"
	"testing"

	"actormap/cmd/actormap/sample"
	"actormap/data"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/layout"
	"actormap/wasm/scene"
)

// Layouts are published with these digests: another value here means that every published map is laid out
// again when its site is built the next time.
func TestDigestsOfPublishedLayouts(t *testing.T) {
	for _, c := range []struct {
		nodes, relations int
		size             scene.Size
		want             string
	}{
		{9, 14, scene.Size{W: 304, H: 520}, "b91ba95aaea8b96b"},
		{9, 14, scene.Size{W: 1040, H: 740}, "5715cd2340ce7d71"},
		{33, 60, scene.Size{W: 736, H: 620}, "df79cc8c4467c495"},
		{400, 700, scene.Size{W: 1040, H: 740}, "b597864ad5be5957"},
	} {
		src, err := sample.Make(sample.Size{Nodes: c.nodes, Relations: c.relations, Seed: 3})
		if err != nil {
			t.Fatal(err)
		}
		ds, err := data.Parse("sample.json", src)
		if err != nil {
			t.Fatal(err)
		}
		if got := digest(graph.New(ds, "en"), c.size); got != c.want {
			t.Errorf("%d nodes and %d relations at %v: digest %s, want %s", c.nodes, c.relations, c.size, got, c.want)
		}
	}
}

// The problem has what a map of today does not: odd numbers, no length, a loose frame.
func TestAProblemIsWrittenWithEveryBit(t *testing.T) {
	p := &layout.Problem{
		Frame: geom.Rect{Min: geom.Vec{X: -10, Y: 0.1}, Max: geom.Vec{X: 1e21, Y: 123456789}},
		Nodes: []layout.NodeBox{
			{HalfW: 1.0 / 3, HalfH: 2.5e-7, Round: true, LabelW: 40, LabelH: 17},
			{HalfW: 9, HalfH: 6, At: geom.Vec{X: math.Copysign(0, -1), Y: 0.30000000000000004}, Pinned: true},
		},
		Links: []layout.Link{{A: 0, B: 1, Length: 0.85, Weight: 1, Drawn: true}, {A: 1, B: 0, Length: 1.6, Weight: 0.4, CrossingWeight: 0.35}},
		Gap:   10, ParallelGap: 17, FreeAspect: true,
	}
	var got strings.Builder
	writeProblem(&got, p)
	const want = "{{{-10 0.1} {1e+21 1.23456789e+08}} " +
		"[{0.3333333333333333 2.5e-07 true 40 17 {0 0} false} {9 6 false 0 0 {-0 0.30000000000000004} true}] " +
		"[{0 1 0.85 1 true 0} {1 0 1.6 0.4 false 0.35}] 10 17 true}"
	if got.String() != want {
		t.Errorf("written\n%s\nwant\n%s", got.String(), want)
	}
	got.Reset()
	writeProblem(&got, &layout.Problem{})
	if want := "{{{0 0} {0 0}} [] [] 0 0 false}"; got.String() != want {
		t.Errorf("an empty problem is written %s, want %s", got.String(), want)
	}
}
