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
	tangle := newCrossingSampler(net, &random{state: 1})
	if len(tangle.sample) != len(tangle.a) {
		t.Fatalf("%d of %d ties looked at", len(tangle.sample), len(tangle.a))
	}
	want := 0
	for e, a := range tangle.a {
		b := tangle.b[e]
		for f, c := range tangle.a[:e] {
			d := tangle.b[f]
			if a != c && a != d && b != c && b != d &&
				geom.SegmentsCross(at.at(int(a)), at.at(int(b)), at.at(int(c)), at.at(int(d))) {
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
	j := newScorer(net, newPathFinder(net), &random{state: 1})
	at := newPoints(200)
	for i := range at.x {
		at.x[i], at.y[i] = float32(i%20), float32(i/20)
	}
	plain := scoreOf(j, at)
	j.crossings.a, j.crossings.b = append(j.crossings.a, 0, 19), append(j.crossings.b, 199, 180) // as if tied across
	if crossed := scoreOf(j, at); crossed >= plain {
		t.Errorf("score %v with crossings, %v without", crossed, plain)
	}
	p := many(200, 1)
	dense := newNetwork(200, p.Links)
	if newScorer(dense, newPathFinder(dense), &random{}).crossings != nil {
		t.Error("crossings of a dense network are counted")
	}
}

// scoreOf judges a drawing at once.
func scoreOf(j *scorer, at points) (score float32) {
	for again := true; again; {
		_, score, again = j.step(at)
	}
	return score
}
