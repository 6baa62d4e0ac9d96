package layout

import (
	"math"
	"slices"
	"testing"
)

// many returns a connected problem of n bodies with lines to chance earlier bodies and as many
// more anywhere, some of them parallel or from a body to itself.
func many(n int, seed uint64) *Problem {
	r := &random{state: seed}
	p := &Problem{Frame: frames()[0], Gap: 1, Nodes: make([]NodeBox, n)}
	for i := range p.Nodes {
		p.Nodes[i] = NodeBox{HalfW: 2, HalfH: 2, Round: true}
		if i > 0 {
			p.Links = append(p.Links, Link{A: i, B: r.intN(i), Drawn: true})
		}
	}
	for range n {
		p.Links = append(p.Links, Link{A: r.intN(n), B: r.intN(n), Drawn: true})
	}
	return p
}

// uneven gives the links of a problem lengths and weights.
func uneven(p *Problem) *Problem {
	r := &random{state: 3}
	for e := range p.Links {
		p.Links[e].Length, p.Links[e].Weight = 0.5+float64(r.intN(4)), 1+r.float64()
	}
	return p
}

func TestNetworkIgnoresOrderOfLinks(t *testing.T) {
	p := uneven(many(300, 1))
	p.Links = append(p.Links, Link{A: 5, B: 5}, Link{A: -1, B: 2}, Link{A: 2, B: 300}, p.Links[9], p.Links[9])
	want := newNetwork(300, p.Links)
	r := &random{state: 2}
	shuffle(r, p.Links)
	for e := range p.Links {
		if r.intN(2) == 0 {
			p.Links[e].A, p.Links[e].B = p.Links[e].B, p.Links[e].A
		}
	}
	got := newNetwork(300, p.Links)
	if !slices.Equal(got.off, want.off) || !slices.Equal(got.to, want.to) || !slices.Equal(got.length, want.length) || !slices.Equal(got.weight, want.weight) {
		t.Error("the network depends on the order or the direction of the links")
	}
	for i := range int32(300) {
		row := want.to[want.off[i]:want.off[i+1]]
		if slices.Contains(row, i) {
			t.Errorf("body %d is tied to itself", i)
		}
		if !slices.IsSorted(row) || len(slices.Compact(slices.Clone(row))) != len(row) {
			t.Errorf("ties of body %d are not sorted, or double: %v", i, row)
		}
	}
}

func TestPartsHoldEveryBodyOnce(t *testing.T) {
	p := many(200, 4)
	p.Links = slices.DeleteFunc(p.Links, func(l Link) bool { return (l.A < 120) != (l.B < 120) || l.A > 190 || l.B > 190 })
	net := newNetwork(200, p.Links)
	seen := make([]int, 200)
	last := 200
	for _, part := range net.components() {
		if len(part) > last {
			t.Errorf("a part of %d bodies comes after one of %d", len(part), last)
		}
		last = len(part)
		for _, i := range part {
			seen[i]++
		}
		sub := net.subgraph(part, make([]int32, 200))
		for k, i := range part {
			if sub.degree(int32(k)) != net.degree(i) {
				t.Errorf("body %d has %d ties in its part, and %d in all", i, sub.degree(int32(k)), net.degree(i))
			}
		}
	}
	for i, k := range seen {
		if k != 1 {
			t.Errorf("body %d is in %d parts", i, k)
		}
	}
}

// ways returns the shortest ways by the rule of Floyd and Warshall, in quanta of w.
func allWays(net *network, w *pathFinder) [][]float64 {
	d := make([][]float64, net.n)
	for i := range d {
		d[i] = make([]float64, net.n)
		for j := range d {
			d[i][j] = math.Inf(1)
		}
		d[i][i] = 0
		for e := net.off[i]; e < net.off[i+1]; e++ {
			d[i][net.to[e]] = 1
			if w.units != nil {
				d[i][net.to[e]] = float64(w.units[e])
			}
		}
	}
	for k := range d {
		for i := range d {
			for j := range d {
				d[i][j] = min(d[i][j], d[i][k]+d[k][j])
			}
		}
	}
	return d
}

func TestWavesAreShortestWays(t *testing.T) {
	for name, p := range map[string]*Problem{"even": many(150, 5), "uneven": uneven(many(150, 6)), "path": path(90, frames()[0])} {
		net := newNetwork(len(p.Nodes), p.Links)
		w := newPathFinder(net)
		want := allWays(net, w)
		sources := []int32{3, 17, 80, 81, 3}
		out, row := make([]uint16, net.n*8), make([]uint16, net.n)
		for range 2 { // a second time with what the first has left behind
			longest := w.many(sources, out, 8)
			most := 0
			for k, s := range sources {
				most = max(most, w.singleSource(s, row))
				for i := range row {
					if float64(row[i]) != want[s][i] || out[i*8+k] != row[i] {
						t.Fatalf("%s: from %d to %d: %d one by one, %d together, want %v", name, s, i, row[i], out[i*8+k], want[s][i])
					}
				}
			}
			if longest != most {
				t.Errorf("%s: longest of all %d, one by one %d", name, longest, most)
			}
		}
	}
}

func TestWavesKeepLengths(t *testing.T) {
	p := uneven(many(100, 7))
	net := newNetwork(100, p.Links)
	w := newPathFinder(net)
	for e, l := range net.length {
		if got := float32(w.units[e]) * w.unit; got < l*0.8 || got > l*1.25 {
			t.Errorf("a tie of %v steps is taken for %v", l, got)
		}
	}
}

func TestCoarserNetworksKeepWhatThereIs(t *testing.T) {
	for name, p := range map[string]*Problem{"many": many(2000, 8), "mesh": mesh(40, 40, frames()[0]), "star": star(900, frames()[0]), "path": path(700, frames()[0])} {
		n := len(p.Nodes)
		levels := levelsOf(newNetwork(n, p.Links), 20)
		for k, l := range levels {
			mass := float32(0)
			for _, m := range l.net.mass {
				mass += m
			}
			if mass != float32(n) {
				t.Errorf("%s: level %d stands for %v bodies of %d", name, k, mass, n)
			}
			if parts := len(l.net.components()); parts != 1 {
				t.Errorf("%s: level %d falls into %d parts", name, k, parts)
			}
			for i := range l.net.to {
				if l.net.length[i] <= 0 || l.net.weight[i] <= 0 {
					t.Fatalf("%s: level %d has a tie of length %v and weight %v", name, k, l.net.length[i], l.net.weight[i])
				}
			}
		}
		if name != "star" && levels[len(levels)-1].net.n > 60 {
			t.Errorf("%s: %d bodies are left", name, levels[len(levels)-1].net.n)
		}
	}
}

// levelsOf makes the levels of a connected network, from the finest on.
func levelsOf(net *network, smallest int) []level {
	levels := []level{{net: net}}
	for more := true; more; {
		levels, more = coarsen(levels, smallest)
	}
	return levels
}

// many writes the way from source k to body i into out[i*stride+k], for up to waveWidth
// sources, and returns the longest.
func (w *pathFinder) many(sources []int32, out []uint16, stride int) int {
	v := w.batch(sources, out, stride)
	for !v.done() {
		v.step()
	}
	return v.longest
}
