package label

import (
	"math/rand/v2"
	"testing"

	"actormap/wasm/geom"
)

// crowd is many items of chance importance in a frame.
func crowd(n int, seed uint64) []Item {
	r := rand.New(rand.NewPCG(seed, 1))
	items := make([]Item, n)
	for i := range items {
		items[i] = Item{At: geom.Vec{X: 1000 * r.Float64(), Y: 700 * r.Float64()}, HalfW: 2, HalfH: 2,
			W: 40 + 80*r.Float64(), H: 16, Importance: float64(r.IntN(20))}
	}
	return items
}

var zooms = []float64{1, 1.41, 2, 2.83, 4, 5.66, 8, 16, 32, 64}

func TestLevelsNeverOverlap(t *testing.T) {
	items := crowd(2000, 3)
	levels := Levels(items, zooms, 1)
	for level, zoom := range append(zooms, 100) {
		var shown []geom.Rect
		for i := range items {
			if int(levels[i]) <= level {
				shown = append(shown, roomOf(&items[i], zoom, 0))
			}
		}
		if len(shown) == 0 {
			t.Fatalf("zoom %v shows no label", zoom)
		}
		for k, a := range shown {
			for _, b := range shown[:k] {
				if a.Overlaps(b) {
					t.Fatalf("zoom %v: labels overlap: %v and %v", zoom, a, b)
				}
			}
		}
	}
}

// TestLevelsLeaveNoRoom: whoever is not shown has somebody in the way who is at least as important,
// or was shown at a smaller zoom.
func TestLevelsLeaveNoRoom(t *testing.T) {
	items := crowd(600, 5)
	levels := Levels(items, zooms, 0)
	for level, zoom := range zooms {
		for i := range items {
			if int(levels[i]) <= level {
				continue
			}
			excused := false
			for j := range items {
				excused = excused || int(levels[j]) <= level && roomOf(&items[i], zoom, 0).Overlaps(roomOf(&items[j], zoom, 0)) &&
					(items[j].Importance >= items[i].Importance || int(levels[j]) < level)
			}
			if !excused {
				t.Fatalf("zoom %v: label %d is hidden without a reason", zoom, i)
			}
		}
	}
}

func TestLevelsOfNothing(t *testing.T) {
	if got := Levels(nil, zooms, 1); len(got) != 0 {
		t.Errorf("Levels(nil) = %v", got)
	}
	if got := Levels([]Item{{At: geom.Vec{X: 1, Y: 1}}}, zooms, 1); got[0] != Never {
		t.Errorf("an item without a label has level %d, want Never", got[0])
	}
	twins := []Item{{W: 10, H: 10}, {W: 10, H: 10}}
	if got := Levels(twins, zooms, 1); got[0] != 0 || got[1] != Never {
		t.Errorf("two labels at one place have levels %v, want one for ever hidden", got)
	}
}

func TestPlacerAllocatesNothing(t *testing.T) {
	items := crowd(200, 9)
	blocked := shapes(items)
	var p Placer
	p.Place(items, blocked, frame())
	if n := testing.AllocsPerRun(20, func() { p.Place(items, blocked, frame()) }); n > 0 {
		t.Errorf("placing again allocates %v times, want 0", n)
	}
}
