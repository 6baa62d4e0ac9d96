package layout

import (
	"testing"

	"actormap/wasm/geom"
)

// TestEasyLowersStress: at the scale of the present picture a body never has more stress where
// easy puts it, wherever it is and however unlike the axes are.
func TestEasyLowersStress(t *testing.T) {
	r := &random{state: 9}
	for _, frame := range frames() {
		for _, f := range fixtures(frame) {
			s := newAnnealer(scattered(f.p, r), r)
			scale := s.energy.sumSquares / s.energy.sumLengths
			stress := func(i int, p geom.Vec) float64 { // but for what no place changes
				own := s.energy.nodeTerms(i, p)
				return own.sumSquares - 2*scale*own.sumLengths
			}
			for range 200 {
				i := r.intN(s.instance.n)
				p := geom.Vec{X: float64(frame.Max.X * r.float64()), Y: float64(frame.Max.Y * r.float64())}
				before, after := stress(i, p), stress(i, s.majorize(i, p))
				if after > before && !agree(before, after) {
					t.Errorf("%s, %v wide, body %d: stress rises by %v", f.name, frame.W(), i, after-before)
				}
			}
		}
	}
}

// TestWithForeseesTheTotal: what a lifted body is said to make the state cost is what it costs
// when the body is set down.
func TestWithForeseesTheTotal(t *testing.T) {
	r := &random{state: 10}
	for _, f := range fixtures(frames()[2]) {
		mv := newDelta(scattered(f.p, r))
		for range 40 {
			i := r.intN(mv.instance.n)
			p := mv.instance.inside(i, geom.Vec{X: float64(500 * r.float64()), Y: float64(500 * r.float64())})
			mv.remove(i)
			next, _ := mv.evaluate(p, unbounded)
			want := mv.totalWith(next)
			mv.commit(p, next)
			if mv.energy.recompute(); !agree(mv.energy.total(), want) {
				t.Errorf("%s, body %d: %v foreseen, %v found", f.name, i, want, mv.energy.total())
			}
		}
	}
}
