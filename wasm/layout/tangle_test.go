package layout

import (
	"testing"

	"actormap/wasm/geom"
)

// TestTangleCountsCrossings: with all ties in the sample it is twice the crossings, by pairs of
// segments, for each tie.
func TestTangleCountsCrossings(t *testing.T) {
	p := many(80, 3)
	net := newNetwork(80, p.Links)
	at, _ := swarm(80, 4)
	tangle := newTangle(net, &random{state: 1})
	if len(tangle.sample) != len(tangle.a) {
		t.Fatalf("%d of %d ties looked at", len(tangle.sample), len(tangle.a))
	}
	want := 0
	for e, a := range tangle.a {
		b := tangle.b[e]
		for f, c := range tangle.a[:e] {
			d := tangle.b[f]
			if a != c && a != d && b != c && b != d &&
				geom.SegmentsCross(at.vec(int(a)), at.vec(int(b)), at.vec(int(c)), at.vec(int(d))) {
				want++
			}
		}
	}
	if got := tangle.crossings(at); want == 0 || got != float32(2*want)/float32(len(tangle.a)) {
		t.Errorf("%v crossings a tie; want twice %d for %d ties", got, want, len(tangle.a))
	}
}

// TestJudgeMindsCrossingsOfTrees: of two drawings of a path that are alike but for a crossing the one
// without is better; a dense network is not looked at.
func TestJudgeMindsCrossingsOfTrees(t *testing.T) {
	net := newNetwork(200, path(200, frames()[0]).Links)
	j := newJudge(net, newPathFinder(net), &random{state: 1})
	at := newPoints(200)
	for i := range at.x {
		at.x[i], at.y[i] = float32(i%20), float32(i/20)
	}
	plain := scoreOf(j, at)
	j.tangle.a, j.tangle.b = append(j.tangle.a, 0, 19), append(j.tangle.b, 199, 180) // as if tied across
	if crossed := scoreOf(j, at); crossed >= plain {
		t.Errorf("score %v with crossings, %v without", crossed, plain)
	}
	p := many(200, 1)
	dense := newNetwork(200, p.Links)
	if newJudge(dense, newPathFinder(dense), &random{}).tangle != nil {
		t.Error("crossings of a dense network are counted")
	}
}

// scoreOf judges a drawing at once.
func scoreOf(j *judge, at points) (score float32) {
	for again := true; again; {
		_, score, again = j.step(at)
	}
	return score
}
