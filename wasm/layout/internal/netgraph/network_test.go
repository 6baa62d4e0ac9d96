package netgraph_test

import (
	"slices"
	"testing"

	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/netgraph"
)

func TestNetworkIgnoresOrderOfLinks(t *testing.T) {
	p := fixtures.Uneven(fixtures.Many(300, 1))
	p.Links = append(p.Links, instance.Link{A: 5, B: 5}, instance.Link{A: -1, B: 2}, instance.Link{A: 2, B: 300}, p.Links[9], p.Links[9])
	want := netgraph.New(300, p.Links)
	r := &netgraph.Random{State: 2}
	netgraph.Shuffle(r, p.Links)
	for e := range p.Links {
		if r.IntN(2) == 0 {
			p.Links[e].A, p.Links[e].B = p.Links[e].B, p.Links[e].A
		}
	}
	got := netgraph.New(300, p.Links)
	if !slices.Equal(got.Off, want.Off) || !slices.Equal(got.To, want.To) || !slices.Equal(got.Length, want.Length) || !slices.Equal(got.Weight, want.Weight) {
		t.Error("the network depends on the order or the direction of the links")
	}
	for i := range int32(300) {
		row := want.To[want.Off[i]:want.Off[i+1]]
		if slices.Contains(row, i) {
			t.Errorf("node %d is linked to itself", i)
		}
		if !slices.IsSorted(row) || len(slices.Compact(slices.Clone(row))) != len(row) {
			t.Errorf("neighbours of node %d are not sorted, or double: %v", i, row)
		}
	}
}

func TestComponentsHoldEveryNodeOnce(t *testing.T) {
	p := fixtures.Many(200, 4)
	p.Links = slices.DeleteFunc(p.Links, func(l instance.Link) bool { return (l.A < 120) != (l.B < 120) || l.A > 190 || l.B > 190 })
	net := netgraph.New(200, p.Links)
	seen := make([]int, 200)
	last := 200
	for _, part := range net.Components() {
		if len(part) > last {
			t.Errorf("a part of %d nodes comes after one of %d", len(part), last)
		}
		last = len(part)
		for _, i := range part {
			seen[i]++
		}
		sub := net.Subgraph(part, make([]int32, 200))
		for k, i := range part {
			if sub.Degree(int32(k)) != net.Degree(i) {
				t.Errorf("node %d has %d ties in its part, and %d in all", i, sub.Degree(int32(k)), net.Degree(i))
			}
		}
	}
	for i, k := range seen {
		if k != 1 {
			t.Errorf("node %d is in %d parts", i, k)
		}
	}
}

func TestDistancesAreShortestPaths(t *testing.T) {
	for name, p := range map[string]*instance.Problem{"even": fixtures.Many(150, 5), "uneven": fixtures.Uneven(fixtures.Many(150, 6)), "path": fixtures.Path(90, fixtures.Frames()[0])} {
		net := netgraph.New(len(p.Nodes), p.Links)
		w := netgraph.NewPathFinder(net)
		want := fixtures.FloydWarshall(net, w)
		sources := []int32{3, 17, 80, 81, 3}
		out, row := make([]uint16, net.N*8), make([]uint16, net.N)
		for range 2 { // a second time with what the first has left behind
			longest := distancesFrom(w, sources, out, 8)
			most := 0
			for k, s := range sources {
				most = max(most, w.SingleSource(s, row))
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

func TestUnitsKeepLengths(t *testing.T) {
	p := fixtures.Uneven(fixtures.Many(100, 7))
	net := netgraph.New(100, p.Links)
	w := netgraph.NewPathFinder(net)
	for e, l := range net.Length {
		if got := float32(w.Units[e]) * w.Unit; got < l*0.8 || got > l*1.25 {
			t.Errorf("an edge of %v steps is taken for %v", l, got)
		}
	}
}

func TestCoarseningKeepsMassAndConnection(t *testing.T) {
	for name, p := range map[string]*instance.Problem{"many": fixtures.Many(2000, 8), "mesh": fixtures.Mesh(40, 40, fixtures.Frames()[0]), "star": fixtures.Star(900, fixtures.Frames()[0]), "path": fixtures.Path(700, fixtures.Frames()[0])} {
		n := len(p.Nodes)
		levels := levelsOf(netgraph.New(n, p.Links), 20)
		for k, l := range levels {
			mass := float32(0)
			for _, m := range l.Net.Mass {
				mass += m
			}
			if mass != float32(n) {
				t.Errorf("%s: level %d stands for %v nodes of %d", name, k, mass, n)
			}
			if parts := len(l.Net.Components()); parts != 1 {
				t.Errorf("%s: level %d falls into %d parts", name, k, parts)
			}
			for i := range l.Net.To {
				if l.Net.Length[i] <= 0 || l.Net.Weight[i] <= 0 {
					t.Fatalf("%s: level %d has an edge of length %v and weight %v", name, k, l.Net.Length[i], l.Net.Weight[i])
				}
			}
		}
		if name != "star" && levels[len(levels)-1].Net.N > 60 {
			t.Errorf("%s: %d nodes are left", name, levels[len(levels)-1].Net.N)
		}
	}
}

// levelsOf makes the levels of a connected network, from the finest on.
func levelsOf(net *netgraph.Network, smallest int) []netgraph.Level {
	levels := []netgraph.Level{{Net: net}}
	for more := true; more; {
		levels, more = netgraph.Coarsen(levels, smallest)
	}
	return levels
}

// many writes the way from source k to node i into out[i*stride+k], for up to waveWidth
// sources, and returns the longest.
func distancesFrom(w *netgraph.PathFinder, sources []int32, out []uint16, stride int) int {
	v := w.Batch(sources, out, stride)
	for !v.Done() {
		v.Step()
	}
	return v.Longest
}
