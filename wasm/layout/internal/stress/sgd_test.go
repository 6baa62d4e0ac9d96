package stress

import (
	"testing"

	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

// stressWith is a stress that knows all ways.
func stressWith(net *netgraph.Network, w *netgraph.PathFinder, at netgraph.Points, r *netgraph.Random) *Sgd {
	s := NewSGD(net, at, r)
	for again := true; again; {
		_, again = s.Measure(w)
	}
	return s
}

func TestSGDMovesEveryPairOnce(t *testing.T) {
	for _, n := range []int{2, 3, 4, 7, 64, 65, 130, 131} {
		p := fixtures.Many(n, uint64(n))
		net := netgraph.New(n, p.Links)
		w := netgraph.NewPathFinder(net)
		s := stressWith(net, w, netgraph.NewPoints(n), &netgraph.Random{State: 1})
		want := fixtures.FloydWarshall(net, w)
		seen := map[[2]int32]int{}
		for k := 1; k <= n/2; k++ {
			last := n
			if 2*k == n {
				last = n / 2
			}
			for i := range last {
				a, b := s.ring[i], s.ring[(i+k)%n]
				seen[[2]int32{min(a, b), max(a, b)}]++
				if got := s.distance[(k-1)*n+i]; float64(got) != want[a][b] {
					t.Fatalf("%d nodes: way from %d to %d is %d, want %v", n, a, b, got, want[a][b])
				}
			}
		}
		if len(seen) != n*(n-1)/2 {
			t.Errorf("%d nodes: %d pairs", n, len(seen))
		}
	}
}

func TestSGDOfTwoNodes(t *testing.T) {
	// Two nodes come to stand a tie's length apart, wherever they begin.
	net := netgraph.New(2, []instance.Link{{A: 0, B: 1, Length: 3}})
	at := netgraph.NewPoints(2)
	at.X[1] = 50
	w := netgraph.NewPathFinder(net)
	s := stressWith(net, w, at, &netgraph.Random{State: 1})
	for range 40 {
		s.Step() // an epoch, so few are the pairs
	}
	s.CopyTo(at)
	if d := netgraph.Sqrt32(at.SquaredDistance(0, 1)); d < 2.9 || d > 3.1 {
		t.Errorf("an edge of 3 steps is drawn %v long", d)
	}
}

// TestSampledStressLowersTheStressOfAllPairs: a sample of landmarks leads to nearly what all pairs
// lead to.
func TestSampledStressLowersTheStressOfAllPairs(t *testing.T) {
	p := fixtures.Mesh(30, 25, fixtures.Frames()[0])
	net := netgraph.New(len(p.Nodes), p.Links)
	w := netgraph.NewPathFinder(net)
	r := &netgraph.Random{State: 2}
	at := netgraph.NewPoints(net.N)
	pivots := NewPivotMDS(net, w, r)
	for again := true; again; {
		_, again = pivots.Step(at)
	}
	before := fixtures.StressOf(net, at)
	l := NewSampledStress(net, w, at, r)
	for range 10 {
		l.epoch()
	}
	after := fixtures.StressOf(net, at)
	if after >= before || after > 0.016 {
		t.Errorf("stress %.4f, and %.4f before; want at most 0.016", after, before)
	}
	l.choose()
	if sampled, _ := l.Stress(1); float64(sampled) < 0.7*after || float64(sampled) > 1.4*after {
		t.Errorf("sampled stress %.4f, true stress %.4f", sampled, after)
	}
}

// epoch moves every node once.
func (l *SampledStress) epoch() {
	for again := true; again; {
		_, again = l.Step()
	}
}

// choose draws landmarks and measures the ways from them.
func (l *SampledStress) choose() {
	l.Sample()
	for again := true; again; {
		_, again = l.Measure()
	}
}

func TestEpochsAllocateNothing(t *testing.T) {
	p := fixtures.Many(1000, 14)
	net := netgraph.New(1000, p.Links)
	at, _ := fixtures.Swarm(1000, 15)
	w := netgraph.NewPathFinder(net)
	s := stressWith(net, w, at, &netgraph.Random{})
	if got := testing.AllocsPerRun(5, func() { s.Step() }); got != 0 {
		t.Errorf("an epoch of stress allocates %v times", got)
	}
	l := NewSampledStress(net, w, at, &netgraph.Random{})
	l.epoch()
	if got := testing.AllocsPerRun(5, func() { l.epoch() }); got != 0 {
		t.Errorf("an epoch of landmarks allocates %v times", got)
	}
}
