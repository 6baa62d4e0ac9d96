package overlap

import (
	"math"
	"slices"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// TestPushRecentIsPushAll: to leave out the pairs that stand where they stood changes no bit.
func TestPushRecentIsPushAll(t *testing.T) {
	frame := geom.Rect{Max: geom.Vec{X: 900, Y: 600}}
	for _, f := range []fixtures.Fixture{
		{Name: "loose", Problem: fixtures.Many(400, 5)}, {Name: "uneven", Problem: fixtures.Uneven(fixtures.Many(500, 22))}, {Name: "crowded", Problem: fixtures.Clustered(700, frame)},
		{Name: "islands", Problem: fixtures.Large(frame)[6].Problem},
	} {
		tight := *f.Problem
		side := math.Sqrt(instance.NewUnlinked(&tight).FillRatio() / 0.5)
		tight.Frame = geom.Rect{Max: tight.Frame.Max.Sub(tight.Frame.Min).Mul(side)}
		m := instance.NewUnlinked(&tight)
		r := &netgraph.Random{State: 7}
		all := make([]geom.Vec, m.N)
		for i := range all {
			all[i] = m.Inside(i, geom.Vec{
				X: m.Frame.Min.X + float64(r.Float64()*m.Frame.W()), Y: m.Frame.Min.Y + float64(r.Float64()*m.Frame.H())})
			m.Pinned[i] = i%17 == 0
		}
		some := slices.Clone(all)
		c, d := NewGridRemover(NewRemover(m)), NewGridRemover(NewRemover(m))
		rounds := 0
		for again := true; again && rounds < 120; rounds++ {
			_, pushed := d.pushRecent(some)
			again = c.PushAll(all)
			if again != pushed || !slices.Equal(all, some) {
				t.Fatalf("%s: round %d differs", f.Name, rounds)
			}
		}
		if rounds < 4 {
			t.Errorf("%s: it took only %d rounds", f.Name, rounds)
		}
	}
}
