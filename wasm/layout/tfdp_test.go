package layout

import (
	"testing"

	"actormap/wasm/layout/internal/netgraph"
)

// TestTFDPPreservesNeighbourhoods: of a network whose clusters are linked to one another, a drawing that
// has its shape shows more neighbours beside each other after a gathering, and its distances stay
// as true as they were.
func TestTFDPPreservesNeighbourhoods(t *testing.T) {
	p := many(3000, 1)
	net := netgraph.New(3000, p.Links)
	net = net.Subgraph(net.Components()[0], make([]int32, net.N))
	c := &pipeline{net: net, at: netgraph.NewPoints(net.N), r: &netgraph.Random{State: 1}}
	c.planSampledStress(sampledEpochs)
	c.finish()
	j := newScorer(net, c.paths, &netgraph.Random{State: 2})
	look := func() (stress, neighbours float32) {
		for again := true; again; {
			_, _, again = j.step(c.at)
		}
		return j.stress, neighboursOf(j, c.at)
	}
	stress, neighbours := look()
	c.add(c.tfdpStage(tfdpTicks, weakCharge, j))
	c.finish()
	stressAfter, neighboursAfter := look()
	if neighboursAfter < 1.2*neighbours || stressAfter > (1+tfdpMaxStressLoss)*stress {
		t.Errorf("neighbours %.4f, stress %.4f; before %.4f, %.4f", neighboursAfter, stressAfter, neighbours, stress)
	}
}

// neighboursOf counts at once how far linked nodes stand beside each other.
func neighboursOf(j *scorer, at netgraph.Points) (near float32) {
	for again := true; again; {
		_, near, again = j.preservation(at)
	}
	return near
}

// TestLargestNetworksEndWithTFDP: networks for which no rivals compete end with a gathering too.
func TestLargestNetworksEndWithTFDP(t *testing.T) {
	if testing.Short() {
		t.Skip("twenty thousand nodes, to measure what a gathering is worth")
	}
	p := many(maxCompeting+500, 1)
	net := netgraph.New(len(p.Nodes), p.Links)
	net = net.Subgraph(net.Components()[0], make([]int32, net.N))
	if net.N <= maxCompeting {
		t.Fatalf("%d nodes: want more than %d", net.N, maxCompeting)
	}
	c := newPipeline(net, 1, 0.25)
	rough := &pipeline{net: net, at: netgraph.NewPoints(net.N), r: &netgraph.Random{State: 1}}
	rough.planFromCoarse(largeTicks / 4)
	rough.finish()
	c.finish()
	j := newScorer(net, netgraph.NewPathFinder(net), &netgraph.Random{State: 2})
	if before, after := neighboursOf(j, rough.at), neighboursOf(j, c.at); after < 1.2*before {
		t.Errorf("neighbours %.4f, and %.4f without a gathering", after, before)
	}
}

// TestNormalizeSpacing: a cloud that is too dense becomes so large that each node has a unit square; one
// that has room, and nodes on one spot, stay.
func TestNormalizeSpacing(t *testing.T) {
	dense := netgraph.NewPoints(10000)
	for i := range dense.X {
		dense.X[i], dense.Y[i] = float32(i%100)*0.1, float32(i/100)*0.1
	}
	normalizeSpacing(dense)
	// A square has a moment of inertia pi/3 of that of a disc of its area.
	if step := dense.X[1] - dense.X[0]; step < 0.96 || step > 1 {
		t.Errorf("step %v after, want about 1", step)
	}
	wide := netgraph.Points{X: []float32{0, 9, 0, 9}, Y: []float32{0, 0, 9, 9}}
	normalizeSpacing(wide)
	if wide.X[1] != 9 {
		t.Errorf("a wide cloud became %v", wide)
	}
	spot := netgraph.NewPoints(3)
	normalizeSpacing(spot)
	if spot.X[0] != 0 {
		t.Errorf("one spot became %v", spot)
	}
}
