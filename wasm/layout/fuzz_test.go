package layout

import (
	"encoding/binary"
	"math"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// A feed deals the bytes of a fuzz input out as numbers; at its end all are 0.
type feed struct{ rest []byte }

func (f *feed) byte() int {
	if len(f.rest) == 0 {
		return 0
	}
	b := f.rest[0]
	f.rest = f.rest[1:]
	return int(b)
}

// wild returns any number at all now and then, and else one from 0 to most.
func (f *feed) wild(most float64) float64 {
	k := f.byte()
	if k < 250 || len(f.rest) < 8 {
		return float64(k) / 250 * most
	}
	bits := binary.LittleEndian.Uint64(f.rest)
	f.rest = f.rest[8:]
	return math.Float64frombits(bits)
}

// problem makes a problem of up to 24 nodes.
func (f *feed) problem() *Problem {
	p := &Problem{Gap: f.wild(12), ParallelGap: f.wild(10)}
	p.Frame.Max = geom.Vec{X: 100 + f.wild(900), Y: 100 + f.wild(700)}
	for range f.byte() % 25 {
		b := NodeBox{HalfW: f.wild(40), HalfH: f.wild(20)}
		kind := f.byte()
		b.Round = kind&1 != 0
		if kind&2 != 0 {
			b.LabelW, b.LabelH = f.wild(120), f.wild(40)
		}
		if kind&28 == 28 {
			b.Pinned, b.At = true, geom.Vec{X: f.wild(900), Y: f.wild(700)}
		}
		p.Nodes = append(p.Nodes, b)
	}
	for range f.byte() % 64 {
		a, b := f.byte(), f.byte()
		p.Links = append(p.Links, Link{A: a%26 - 1, B: b%26 - 1, Length: f.wild(3), Weight: f.wild(3), Drawn: a&128 == 0})
	}
	return p
}

// roomy reports whether the nodes are so small, and free, that they can surely be separated.
func roomy(m *instance.Instance) bool {
	area := 0.0
	for i := range m.Shapes {
		s := &m.Shapes[i]
		if m.Pinned[i] || 4*s.Left > m.Frame.W() || 2*(s.HalfH+s.Down) > m.Frame.H() {
			return false
		}
		area += s.Area
	}
	return area < 0.25*m.Frame.W()*m.Frame.H()
}

func FuzzSolveAndDrag(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x64\x00\x80\x80\x08abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnop"))
	f.Add([]byte("\xff\x00\x00\x00\x00\x00\x00\xf8\x7f\x10\x10\xff\x00\x00\x00\x00\x00\x00\xf0\x7f\x18zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"))
	r := &netgraph.Random{State: 1}
	for range 24 {
		seed := make([]byte, 40+r.IntN(300))
		for k := range seed {
			seed[k] = byte(r.Uint64())
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p := (&feed{data}).problem()
		m := p.instance()
		at := Solve(p, 1, 60)
		check(t, m, "solved", at)
		w := NewDrag(p, at)
		if m.N > 0 {
			i := len(data) % m.N
			w.Hold(i)
			w.MoveTo(i, geom.Vec{X: float64(len(data)), Y: 90})
			w.Step()
			w.Release(i)
			w.CleanUp()
		}
		rest(t, "dragged", w)
		if m.N > 0 {
			w.Pin(len(data)%m.N, false)
			rest(t, "set free", w)
		}
		check(t, m, "dragged", w.At())
		news := make([]bool, m.N)
		for i := range news {
			news[i] = i < len(data) && data[i]&3 == 0
		}
		check(t, m, "changed", (&Relayout{Problem: p, Previous: w.At(), New: news, MaxDisplacement: float64(len(data))}).Solve(1, 60))
	})
}

// check asserts what holds of every placement.
func check(t *testing.T, m *instance.Instance, when string, at Placement) {
	t.Helper()
	roomy := roomy(m)
	for i, v := range at {
		if instance.Finite(v.X, instance.Unbounded) == instance.Unbounded || instance.Finite(v.Y, instance.Unbounded) == instance.Unbounded {
			t.Fatalf("%s: node %d is at %v", when, i, v)
		}
		if !m.Pinned[i] && m.Inside(i, v).Sub(v).Len() > 1e-9 {
			t.Errorf("%s: node %d is outside the frame at %v", when, i, v)
		}
		for j := range i {
			if roomy && m.Overlaps(i, v, j, at[j]) {
				t.Errorf("%s: nodes %d and %d are too close although there is room", when, j, i)
			}
		}
	}
}
