package layout

import (
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/netgraph"
)

// TestCrossingSamplerCountsCrossings: with all ties in the sample it is twice the crossings, by pairs of
// segments, for each tie.
func TestCrossingSamplerCountsCrossings(t *testing.T) {
	p := many(80, 3)
	net := netgraph.New(80, p.Links)
	at, _ := fixtures.Swarm(80, 4)
	tangle := newCrossingSampler(net, &netgraph.Random{State: 1})
	if len(tangle.sample) != len(tangle.a) {
		t.Fatalf("%d of %d ties looked at", len(tangle.sample), len(tangle.a))
	}
	want := 0
	for e, a := range tangle.a {
		b := tangle.b[e]
		for f, c := range tangle.a[:e] {
			d := tangle.b[f]
			if a != c && a != d && b != c && b != d &&
				geom.SegmentsCross(at.At(int(a)), at.At(int(b)), at.At(int(c)), at.At(int(d))) {
				want++
			}
		}
	}
	if got := tangle.crossings(at); want == 0 || got != float32(2*want)/float32(len(tangle.a)) {
		t.Errorf("%v crossings a tie; want twice %d for %d ties", got, want, len(tangle.a))
	}
}

// TestScorerCountsCrossingsOfTrees: of two drawings of a path that are alike but for a crossing the one
// without is better; a dense network is not looked at.
func TestScorerCountsCrossingsOfTrees(t *testing.T) {
	net := netgraph.New(200, fixtures.Path(200, fixtures.Frames()[0]).Links)
	j := newScorer(net, netgraph.NewPathFinder(net), &netgraph.Random{State: 1})
	at := netgraph.NewPoints(200)
	for i := range at.X {
		at.X[i], at.Y[i] = float32(i%20), float32(i/20)
	}
	plain := scoreOf(j, at)
	j.crossings.a, j.crossings.b = append(j.crossings.a, 0, 19), append(j.crossings.b, 199, 180) // as if tied across
	if crossed := scoreOf(j, at); crossed >= plain {
		t.Errorf("score %v with crossings, %v without", crossed, plain)
	}
	p := many(200, 1)
	dense := netgraph.New(200, p.Links)
	if newScorer(dense, netgraph.NewPathFinder(dense), &netgraph.Random{}).crossings != nil {
		t.Error("crossings of a dense network are counted")
	}
}

// scoreOf judges a drawing at once.
func scoreOf(j *scorer, at netgraph.Points) (score float32) {
	for again := true; again; {
		_, score, again = j.step(at)
	}
	return score
}
