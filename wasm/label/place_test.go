package label

import (
	"encoding/binary"
	"math"
	"reflect"
	"testing"

	"actormap/wasm/geom"
)

func frame() geom.Rect { return geom.Rect{Max: geom.Vec{X: 400, Y: 300}} }

// disc is an item of radius 10 with a label of 60 x 16 px.
func disc(x, y float64) Item {
	return Item{At: geom.Vec{X: x, Y: y}, HalfW: 10, HalfH: 10, W: 60, H: 16}
}

func shapes(items []Item) []geom.Rect {
	var out []geom.Rect
	for _, it := range items {
		out = append(out, geom.RectAt(it.At, it.HalfW, it.HalfH))
	}
	return out
}

func TestBoxKeepsOffItsShape(t *testing.T) {
	for _, size := range []float64{0, 3, 10, 16, 40} {
		it := Item{At: geom.Vec{X: 100, Y: 100}, HalfW: size, HalfH: size / 2, W: 60, H: 16}
		for s := Below; s < slots; s++ {
			box := it.Box(s)
			if box.Overlaps(geom.RectAt(it.At, it.HalfW, it.HalfH)) {
				t.Errorf("slot %d covers its own shape of half width %v", s, size)
			}
			if math.Abs(box.W()-60) > 1e-9 || math.Abs(box.H()-16) > 1e-9 {
				t.Errorf("slot %d has a box of %v x %v", s, box.W(), box.H())
			}
		}
	}
}

func TestPlace(t *testing.T) {
	important := disc(100, 100)
	important.Importance = 5
	wished := disc(100, 100)
	wished.Want = AboveLeft
	wall := geom.RectAt(geom.Vec{X: 100, Y: 122}, 200, 9) // all that is below
	lid := geom.RectAt(geom.Vec{X: 100, Y: 78}, 200, 9)   // all that is above
	for _, c := range []struct {
		name    string
		items   []Item
		blocked []geom.Rect
		want    []Slot
	}{
		{"nothing", nil, nil, []Slot{}},
		{"below is best", []Item{disc(100, 100)}, nil, []Slot{Below}},
		{"a wish is kept", []Item{wished}, nil, []Slot{AboveLeft}},
		{"above when below is taken", []Item{disc(100, 100)}, []geom.Rect{wall}, []Slot{Above}},
		{"beside when both are taken", []Item{disc(100, 100)}, []geom.Rect{wall, lid}, []Slot{Right}},
		{"hidden when all is taken", []Item{disc(100, 100)}, []geom.Rect{frame()}, []Slot{Hidden}},
		{"above at the lower edge", []Item{disc(100, 280)}, nil, []Slot{Above}},
		{"right at the left edge", []Item{disc(15, 150)}, nil, []Slot{Right}},
		{"the important first", []Item{disc(100, 100), important}, nil, []Slot{Above, Below}},
		{"no box, no label", []Item{{At: geom.Vec{X: 9, Y: 9}}}, nil, []Slot{Hidden}},
		{"nowhere", []Item{{At: geom.Vec{X: math.NaN()}, W: 5, H: 5}}, nil, []Slot{Hidden}},
		{"a wish that is no slot", []Item{{At: geom.Vec{X: 99, Y: 99}, W: 5, H: 5, Want: 77}}, nil, []Slot{Below}},
	} {
		if got := new(Placer).Place(c.items, c.blocked, frame()); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPlaceMakesRoom(t *testing.T) {
	// The important one stands below; the other has only that place, so the first goes aside.
	first, second := disc(200, 100), disc(200, 147)
	first.Importance = 2
	blocked := append(shapes([]Item{first, second}),
		geom.RectAt(geom.Vec{X: 200, Y: 170}, 150, 10), // below, and its corners
		geom.RectAt(geom.Vec{X: 120, Y: 150}, 60, 9.9), // left
		geom.RectAt(geom.Vec{X: 280, Y: 150}, 60, 9.9)) // right
	got := new(Placer).Place([]Item{first, second}, blocked, frame())
	if got[0] == Hidden || got[1] == Hidden {
		t.Errorf("slots %v: one could step aside for the other", got)
	}
}

// decode deals bytes out as items and blocked boxes.
func decode(data []byte) (items []Item, blocked []geom.Rect) {
	next := func() float64 {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		if b == 255 && len(data) >= 8 {
			bits := binary.LittleEndian.Uint64(data)
			data = data[8:]
			return math.Float64frombits(bits)
		}
		return float64(b)
	}
	for len(data) > 0 && len(items) < 80 {
		items = append(items, Item{At: geom.Vec{X: next() * 1.6, Y: next() * 1.2}, HalfW: next() / 16, HalfH: next() / 16,
			W: next() / 2, H: next() / 8, Importance: next(), Want: Slot(int64(next()) & 15)})
		if len(items)%3 == 0 {
			blocked = append(blocked, geom.RectAt(geom.Vec{X: next() * 1.6, Y: next() * 1.2}, next()/8, next()/8))
		}
	}
	return items, append(blocked, shapes(items)...)
}

func FuzzPlace(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	f.Add([]byte("\xff\x00\x00\x00\x00\x00\x00\xf8\x7f123456789"))
	state := uint64(1)
	for range 40 {
		seed := make([]byte, 600)
		for k := range seed {
			state = state*6364136223846793005 + 1442695040888963407
			seed[k] = byte(state >> 33)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		items, blocked := decode(data)
		got := new(Placer).Place(items, blocked, frame())
		if len(got) != len(items) {
			t.Fatalf("%d slots for %d items", len(got), len(items))
		}
		for i, s := range got {
			if s == Hidden {
				continue
			}
			box := items[i].Box(s)
			if !box.Inside(frame()) {
				t.Errorf("label %d is outside the frame: %v", i, box)
			}
			for _, b := range blocked {
				if box.Overlaps(b) {
					t.Errorf("label %d covers a blocked box", i)
				}
			}
			for j := range i {
				if got[j] != Hidden && box.Overlaps(items[j].Box(got[j])) {
					t.Errorf("labels %d and %d overlap", i, j)
				}
			}
		}
		if again := new(Placer).Place(items, blocked, frame()); !reflect.DeepEqual(got, again) {
			t.Error("two runs differ")
		}
		keep(t, items, blocked, got)
	})
}

// keep asserts that a placement asked for again stays as it is: labels do not jump while
// nothing else changes.
func keep(t *testing.T, items []Item, blocked []geom.Rect, got []Slot) {
	t.Helper()
	for _, s := range got {
		if s == Hidden {
			return // it may find room when the others are placed in another order
		}
	}
	for i := range items {
		items[i].Want = got[i]
	}
	if again := new(Placer).Place(items, blocked, frame()); !reflect.DeepEqual(got, again) {
		t.Errorf("slots %v wanted, %v given though they fit", got, again)
	}
}

func BenchmarkPlace(b *testing.B) {
	var items []Item
	for i := range 150 {
		items = append(items, Item{At: geom.Vec{X: float64(i%15) * 70, Y: float64(i/15) * 74}, HalfW: 10, HalfH: 10, W: 90, H: 17})
	}
	blocked := shapes(items)
	frame := geom.Rect{Max: geom.Vec{X: 1040, Y: 740}}
	for b.Loop() {
		new(Placer).Place(items, blocked, frame)
	}
}
