package layout

import (
	"math"
	"slices"
	"testing"

	"actormap/wasm/geom"
)

// TestPushingOnIsPushingAll: to leave out the pairs that stand where they stood changes no bit.
func TestPushingOnIsPushingAll(t *testing.T) {
	frame := geom.Rect{Max: geom.Vec{X: 900, Y: 600}}
	for _, f := range []fixture{
		{"loose", many(400, 5)}, {"uneven", uneven(many(500, 22))}, {"crowded", clustered(700, frame)},
		{"islands", large(frame)[6].p},
	} {
		tight := *f.p
		side := math.Sqrt(newUnlinked(&tight).fillRatio() / 0.5)
		tight.Frame = geom.Rect{Max: tight.Frame.Max.Sub(tight.Frame.Min).Mul(side)}
		m := newUnlinked(&tight)
		r := &random{state: 7}
		all := make(Placement, m.n)
		for i := range all {
			all[i] = m.inside(i, geom.Vec{
				X: m.frame.Min.X + float64(r.float64()*m.frame.W()), Y: m.frame.Min.Y + float64(r.float64()*m.frame.H())})
			m.pinned[i] = i%17 == 0
		}
		some := all.Clone()
		c, d := newGridRemover(newOverlapRemover(m)), newGridRemover(newOverlapRemover(m))
		rounds := 0
		for again := true; again && rounds < 120; rounds++ {
			_, pushed := d.pushRecent(some)
			again = c.pushAll(all)
			if again != pushed || !slices.Equal(all, some) {
				t.Fatalf("%s: round %d differs", f.name, rounds)
			}
		}
		if rounds < 4 {
			t.Errorf("%s: it took only %d rounds", f.name, rounds)
		}
	}
}
