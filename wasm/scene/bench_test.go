package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"actormap/data"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
)

// BenchmarkFrame measures one picture of the first dataset: "fade" keeps the geometry, as
// while hovering; "move" places everything again, as while dragging.
func BenchmarkFrame(b *testing.B) {
	name, src := data.Default()
	ds, err := data.Parse(name, src)
	if err != nil {
		b.Fatal(err)
	}
	s := New(graph.New(ds, ds.Language), Size{1040, 740})
	b.Run("fade", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s.changeLooks()
			s.Frame()
		}
	})
	b.Run("rest", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s.changeGeometry()
			s.Frame()
		}
	})
	b.Run("move", func(b *testing.B) {
		b.ReportAllocs()
		s.startDrag(0, geom.Vec{X: 500, Y: 400})
		for b.Loop() {
			s.changeGeometry()
			s.Frame()
		}
	})
}

// largeGraph is a made-up map of n nodes and m edges, as tied as generated datasets are.
func largeGraph(n, m int) *graph.Graph {
	ds := &data.Dataset{ID: "large", Language: "en"}
	for i := range n {
		ds.Actors = append(ds.Actors, data.Actor{ID: fmt.Sprint("a", i), Name: data.Plain(fmt.Sprintf("Actor Number %d", i)),
			Kind: [...]data.ActorKind{data.Person, data.State, data.Organisation, data.Group}[i%4]})
	}
	r := rand.New(rand.NewPCG(1, 2))
	for k := range m {
		from := r.IntN(n)
		to := (from + 1 + int(r.ExpFloat64()*20)) % n
		if from == to {
			to = (from + 1) % n
		}
		ds.Relations = append(ds.Relations, data.Relation{ID: fmt.Sprint("r", k), From: fmt.Sprint("a", from), To: fmt.Sprint("a", to),
			Type: [...]data.Type{"consult", "accuse", "request", "aid"}[k%4], Status: [...]data.Status{data.Happened, data.Happened, data.Future, data.Hypothetical}[k/4%4],
			Label: data.Plain("does something to"), Evidence: []data.Evidence{{}}})
	}
	return graph.New(ds, "en")
}

// lattice lays a large map out in rows, so that what is measured is the drawing only.
func lattice(g *graph.Graph, size Size) Layout {
	n := len(g.Nodes)
	cols := int(math.Ceil(math.Sqrt(float64(n) * size.W / size.H)))
	l := Layout{Size: size, Slots: make([]label.Slot, n)}
	for i := range n {
		l.At = append(l.At, geom.Vec{X: 20 + (size.W-40)*float64(i%cols)/float64(cols), Y: 20 + (size.H-40)*float64(i/cols)/float64((n+cols-1)/cols)})
		l.Slots[i] = label.Below
	}
	return l
}

// BenchmarkLargeMap measures one picture of a large map while it is panned, nearly all of it in view and
// close up: "whole" as a painter needs it that keeps nothing, "pan" with the static layer kept.
func BenchmarkLargeMap(b *testing.B) {
	for _, n := range []int{1000, 2000, 10000} {
		g := largeGraph(n, n*5/2)
		for _, zoom := range []float64{1.2, 3, mostZoom(n)} {
			picture := func(s *Scene) { s.Frame() }
			live := func(s *Scene) {
				if f := s.LiveFrame(); f.Static != nil {
					f.Static.Shapes(geom.Rect{Max: geom.Vec{X: 1, Y: f.Height}})
				}
			}
			run := func(name string, paint func(*Scene)) {
				b.Run(fmt.Sprintf("%d/zoom %.1f/%s", n, zoom, name), func(b *testing.B) {
					s := NewFromLayout(g, lattice(g, Size{1040, 740}))
					if err := s.Apply(Zoom{Factor: zoom}); err != nil {
						b.Fatal(err)
					}
					b.ReportAllocs()
					step := 1.0
					for b.Loop() {
						step = -step
						if err := s.Apply(Pan{geom.Vec{X: step}}); err != nil {
							b.Fatal(err)
						}
						s.Tick(16)
						paint(s)
					}
				})
			}
			run("whole", picture)
			run("pan", live)
		}
	}
}
