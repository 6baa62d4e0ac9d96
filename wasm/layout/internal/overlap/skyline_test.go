package overlap

import (
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/netgraph"
)

// TestSkylinePack: boxes never overlap, and take not much more than their area.
func TestSkylinePack(t *testing.T) {
	r := &netgraph.Random{State: 41}
	for range 50 {
		sizes, area := []geom.Vec(nil), 0.0
		for range 1 + r.IntN(60) {
			size := geom.Vec{X: 1 + 9*r.Float64()*r.Float64(), Y: 1 + 9*r.Float64()}
			sizes = append(sizes, size)
			area += size.X * size.Y
		}
		corners, _ := SkylinePack(sizes, 1.4)
		var all geom.Rect
		for k, c := range corners {
			box := geom.Rect{Min: c, Max: c.Add(sizes[k])}
			all = all.Union(box)
			for j := range k {
				if box.Grow(-1e-9).Overlaps(geom.Rect{Min: corners[j], Max: corners[j].Add(sizes[j])}) {
					t.Fatalf("box %d at %v overlaps box %d at %v", k, box, j, corners[j])
				}
			}
		}
		if len(sizes) > 20 && all.W()*all.H() > 2*area {
			t.Errorf("%d boxes of area %.0f are packed into %.0f x %.0f", len(sizes), area, all.W(), all.H())
		}
	}
}
