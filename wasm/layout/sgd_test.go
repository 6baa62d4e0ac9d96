package layout

import "testing"

// stressOf is the normalised stress over all pairs at the best scale, as in the literature and
// as Quality has it.
func stressOf(net *network, at points) float64 {
	w := newPathFinder(net)
	row := make([]uint16, net.n)
	sum, square, count := 0.0, 0.0, 0
	for i := range int32(net.n) {
		w.singleSource(i, row)
		for j := range i {
			e := float64(sqrt32(at.squaredDistance(i, j))) / (float64(row[j]) * float64(w.unit))
			sum += e
			square += e * e
			count++
		}
	}
	if square == 0 {
		return 1
	}
	return 1 - sum*sum/(square*float64(count))
}

// stressWith is a stress that knows all ways.
func stressWith(net *network, w *pathFinder, at points, r *random) *sgd {
	s := newSGD(net, at, r)
	for again := true; again; {
		_, again = s.measure(w)
	}
	return s
}

func TestStressSeesEveryPairOnce(t *testing.T) {
	for _, n := range []int{2, 3, 4, 7, 64, 65, 130, 131} {
		p := many(n, uint64(n))
		net := newNetwork(n, p.Links)
		w := newPathFinder(net)
		s := stressWith(net, w, newPoints(n), &random{state: 1})
		want := allWays(net, w)
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
					t.Fatalf("%d bodies: way from %d to %d is %d, want %v", n, a, b, got, want[a][b])
				}
			}
		}
		if len(seen) != n*(n-1)/2 {
			t.Errorf("%d bodies: %d pairs", n, len(seen))
		}
	}
}

func TestStressOfTwoAndOfRing(t *testing.T) {
	// Two bodies come to stand a tie's length apart, wherever they begin.
	net := newNetwork(2, []Link{{A: 0, B: 1, Length: 3}})
	at := newPoints(2)
	at.x[1] = 50
	w := newPathFinder(net)
	s := stressWith(net, w, at, &random{state: 1})
	for range 40 {
		s.step() // an epoch, so few are the pairs
	}
	s.copyTo(at)
	if d := sqrt32(at.squaredDistance(0, 1)); d < 2.9 || d > 3.1 {
		t.Errorf("a tie of 3 steps is drawn %v long", d)
	}
}

// TestLandmarksLowerTheStressOfAllPairs: a sample of landmarks leads to nearly what all pairs
// lead to.
func TestLandmarksLowerTheStressOfAllPairs(t *testing.T) {
	p := mesh(30, 25, frames()[0])
	net := newNetwork(len(p.Nodes), p.Links)
	w := newPathFinder(net)
	r := &random{state: 2}
	at := newPoints(net.n)
	pivots := newPivotMDS(net, w, r)
	for again := true; again; {
		_, again = pivots.step(at)
	}
	before := stressOf(net, at)
	l := newSampledStress(net, w, at, r)
	for range sampledEpochs {
		l.epoch()
	}
	after := stressOf(net, at)
	if after >= before || after > 0.016 {
		t.Errorf("stress %.4f, and %.4f before; want at most 0.016", after, before)
	}
	l.choose()
	if sampled, _ := l.stress(1); float64(sampled) < 0.7*after || float64(sampled) > 1.4*after {
		t.Errorf("sampled stress %.4f, true stress %.4f", sampled, after)
	}
}

// epoch moves every body once.
func (l *sampledStress) epoch() {
	for again := true; again; {
		_, again = l.step()
	}
}

// choose draws landmarks and measures the ways from them.
func (l *sampledStress) choose() {
	l.sample()
	for again := true; again; {
		_, again = l.measure()
	}
}
