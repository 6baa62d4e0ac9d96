package scene

import (
	"testing"

	"actormap/data"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
)

// BenchmarkFrame measures one picture of the first dataset: "fade" keeps the geometry, as
// while hovering; "move" places everything anew, as while dragging.
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
			s.dirty = true
			s.Frame()
		}
	})
	b.Run("rest", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s.stale, s.dirty = true, true
			s.Frame()
		}
	})
	b.Run("move", func(b *testing.B) {
		b.ReportAllocs()
		s.startDrag(0, geom.Vec{X: 500, Y: 400})
		for b.Loop() {
			s.stale, s.dirty = true, true
			s.Frame()
		}
	})
}
