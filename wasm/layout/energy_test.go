package layout

import (
	"math"
	"testing"

	"actormap/wasm/geom"
)

// scattered is a state with all bodies anywhere in the frame.
func scattered(p *Problem, r *random) *energy {
	m := newInstance(p)
	at := make(Placement, m.n)
	for i := range at {
		at[i] = m.inside(i, geom.Vec{X: float64(p.Frame.Max.X * r.float64()), Y: float64(p.Frame.Max.Y * r.float64())})
	}
	return newEnergy(m, at)
}

// agree reports whether two sums are the same but for rounding.
func agree(a, b float64) bool { return math.Abs(a-b) <= 1e-7*(1+math.Abs(a)+math.Abs(b)) }

// hub is a star with more lines than a word has bits, and a ring around it.
func hub(frame geom.Rect) *Problem {
	p := star(150, frame)
	for i := 1; i < 150; i++ {
		p.Links = append(p.Links, links([2]int{i, i%149 + 1})...)
	}
	return p
}

func TestIncrementalCostsAgree(t *testing.T) {
	r := &random{state: 3}
	for _, f := range append(fixtures(frames()[1]), fixture{"hub", hub(frames()[1])}) {
		f.p.ParallelGap = 9
		f.p.Links = append(f.p.Links, f.p.Links[0]) // parallel lines
		st := scattered(f.p, r)
		mv := newDelta(st)
		for range 60 {
			i := r.intN(st.instance.n)
			mv.moveTo(i, st.instance.inside(i, geom.Vec{X: float64(800 * r.float64()), Y: float64(600 * r.float64())}))
		}
		moved := *st
		st.recompute()
		if !agree(moved.other, st.other) || !agree(moved.sumSquares, st.sumSquares) || !agree(moved.sumLengths, st.sumLengths) {
			t.Errorf("%s: after 60 moves rest %v, squares %v, lengths %v; anew %v, %v, %v",
				f.name, moved.other, moved.sumSquares, moved.sumLengths, st.other, st.sumSquares, st.sumLengths)
		}
		for c, mass := range st.density.mass {
			if mass < -1e-9 {
				t.Errorf("%s: cell %d holds %v", f.name, c, mass)
			}
		}
	}
}

// mirrored returns a placement seen in a mirror to the right of the frame.
func mirrored(p *Problem, at Placement) Placement {
	out := at.Clone()
	for i := range out {
		out[i].X = p.Frame.Min.X + p.Frame.Max.X - out[i].X
	}
	return out
}

// TestCostLaws: what a placement costs does not depend on where it lies, on left and right, or
// on the order of the bodies.
func TestCostLaws(t *testing.T) {
	r := &random{state: 8}
	for _, f := range fixtures(frames()[1]) {
		p := f.p
		p.ParallelGap = 9
		p.Links = append(p.Links, p.Links[0], Link{A: 1, B: 2, Length: 1.4, Drawn: true, CrossingWeight: 0.3})
		at := scattered(p, r).pos
		want := newEnergy(newInstance(p), at).total()
		if got := newEnergy(newInstance(p), mirrored(p, at)).total(); !agree(got, want) {
			t.Errorf("%s: costs %v, in the mirror %v", f.name, want, got)
		}
		order := make([]int, len(p.Nodes))
		for i := range order {
			order[i] = i
		}
		shuffle(r, order)
		q, moved := *p, make(Placement, len(at))
		q.Nodes, q.Links = make([]NodeBox, len(at)), append([]Link(nil), p.Links...)
		for i, to := range order {
			q.Nodes[to], moved[to] = p.Nodes[i], at[i]
		}
		for e := range q.Links {
			q.Links[e].A, q.Links[e].B = order[q.Links[e].A], order[q.Links[e].B]
		}
		if got := newEnergy(newInstance(&q), moved).total(); !agree(got, want) {
			t.Errorf("%s: costs %v, with the bodies in another order %v", f.name, want, got)
		}
		by := geom.Vec{X: -700, Y: 90}
		q = *p
		q.Frame = geom.Rect{Min: p.Frame.Min.Add(by), Max: p.Frame.Max.Add(by)}
		for i := range moved {
			moved[i] = at[i].Add(by)
		}
		if got := newEnergy(newInstance(&q), moved).total(); !agree(got, want) {
			t.Errorf("%s: costs %v, elsewhere %v", f.name, want, got)
		}
	}
}

func TestWeighGivesUpOnlyAboveTheLimit(t *testing.T) {
	r := &random{state: 4}
	st := newDelta(scattered(actors27(frames()[0]), r))
	for range 200 {
		i := r.intN(st.energy.instance.n)
		own := st.remove(i)
		base := st.base
		p := st.energy.instance.inside(i, geom.Vec{X: float64(1000 * r.float64()), Y: float64(700 * r.float64())})
		s, _ := st.evaluate(p, unbounded)
		total := base.other + s.other + st.energy.stressTerm(base.sumSquares+s.sumSquares, base.sumLengths+s.sumLengths)
		if _, ok := st.evaluate(p, total+1e-6); !ok {
			t.Errorf("body %d at %v costs %v and was refused with a limit above it", i, p, total)
		}
		if _, ok := st.evaluate(p, total-1e-6); ok {
			t.Errorf("body %d at %v costs %v and was taken with a limit below it", i, p, total)
		}
		st.commit(st.energy.pos[i], own)
	}
}

func TestExchangeRestoresWhatItRefuses(t *testing.T) {
	r := &random{state: 5}
	st := scattered(actors27(frames()[0]), r)
	s := newAnnealer(st, r)
	for range 200 {
		before, at := st.total(), st.pos.Clone()
		s.swap(r.intN(st.instance.n), r.intN(st.instance.n), 0)
		if after := st.total(); after > before+1e-9 || after == before && !same(at, st.pos) {
			t.Fatalf("cost %v before, %v after an exchange that may only gain", before, after)
		}
	}
	kept := *st
	st.recompute()
	if !agree(kept.other, st.other) {
		t.Errorf("after exchanges rest %v, anew %v", kept.other, st.other)
	}
}

func TestSearchNeverEndsWorse(t *testing.T) {
	r := &random{state: 6}
	st := scattered(clustered(40, frames()[1]), r)
	before := st.total()
	newAnnealer(st, r).run(3000, 5)
	if after := st.total(); after >= before {
		t.Errorf("cost %v before, %v after the search", before, after)
	}
}

func TestClearance(t *testing.T) {
	disc := NodeBox{HalfW: 10, HalfH: 10, Round: true}
	labelled := disc
	labelled.LabelW, labelled.LabelH = 60, 16
	m := newInstance(&Problem{Frame: frames()[0], Nodes: []NodeBox{disc, labelled}, ParallelGap: 8})
	v := func(x, y float64) geom.Vec { return geom.Vec{X: x, Y: y} }
	for _, c := range []struct {
		name  string
		p, q  geom.Vec
		lanes int
		body  int
		want  float64
	}{
		{"level line above", v(0, 0), v(200, 0), 1, 0, 20},
		{"the same in the other direction", v(200, 0), v(0, 0), 1, 0, 20},
		{"upright line to the left", v(50, -100), v(50, 200), 1, 0, 40},
		{"through the middle", v(0, 30), v(200, 30), 1, 0, -10},
		{"ends before it", v(0, 30), v(70, 30), 1, 0, 20},
		{"three lanes are wider", v(0, 0), v(200, 0), 3, 0, 12},
		{"through the label", v(0, 52), v(200, 52), 1, 1, -8},
		{"just below the label", v(0, 63), v(200, 63), 1, 1, 3},
		{"between shape and label", v(0, 42), v(200, 42), 1, 1, 2},
		{"beside the label", v(135, 0), v(135, 100), 1, 1, 5},
		{"a line without length", v(100, 0), v(100, 0), 1, 0, 20},
	} {
		s := newSegment(m, &edge{multiplicity: c.lanes, crossingWeight: 1}, c.p, c.q, 0)
		at := v(100, 30)
		if toShape, toLabel := s.clearance(&m.shapes[c.body], at, s.cross(at)); !agree(min(toShape, toLabel), c.want) {
			t.Errorf("%s: clearance %v, want %v", c.name, min(toShape, toLabel), c.want)
		}
	}
}

func TestCrossing(t *testing.T) {
	p := &Problem{Frame: frames()[0], Nodes: make([]NodeBox, 4), Links: links([2]int{0, 1}, [2]int{2, 3})}
	v := func(x, y float64) geom.Vec { return geom.Vec{X: x, Y: y} }
	for _, c := range []struct {
		name string
		at   Placement
		want int
	}{
		{"a cross", Placement{v(100, 100), v(200, 200), v(100, 200), v(200, 100)}, 1},
		{"side by side", Placement{v(100, 100), v(200, 100), v(100, 200), v(200, 200)}, 0},
		{"one ends before the other", Placement{v(100, 100), v(200, 200), v(300, 200), v(400, 100)}, 0},
		{"the lines cross but not the pieces", Placement{v(100, 100), v(120, 120), v(100, 200), v(200, 100)}, 0},
	} {
		if got := Measure(p, c.at).Crossings; got != c.want {
			t.Errorf("%s: %d crossings, want %d", c.name, got, c.want)
		}
	}
}
