package layout

import (
	"math"

	"actormap/wasm/layout/internal/force"
	"actormap/wasm/layout/internal/netgraph"
)

// A tfdp draws neighbours together in a drawing that has its shape: ticks of falling temperature
// with springs of length 0 whose force decays with length (t-FDP; Zhong et al. 2023,
// "Force-directed graph layouts revisited: a new force based on the t-distribution"). In most large
// networks clusters are joined to many others, and springs whose force grows with length put each
// node at the mean of positions all over the drawing, among strangers. Here the short ones win, and
// the shape hardly changes. If it does change, because everything is joined to everything, the
// stage returns to the last checkpoint at which the stress was within tfdpMaxStressLoss and goes on
// at half the temperature. If neighbourhoods have not improved by a larger share than the stress
// has risen, as in meshes, the stage is undone.
type tfdp struct {
	sim                  *force.Simulation
	ticks, left          int
	scale                float32 // of the temperature
	scorer               *scorer
	first, checkpoint    netgraph.Points // drawing before the stage, and at the last check
	stress, preservation float32         // stress and neighbourhood preservation of first
	counted              bool            // preservation is known
}

// tfdpStage returns a stage that runs t-FDP on the drawing of the pipeline.
func (c *pipeline) tfdpStage(ticks int, charge float32, j *scorer) stage {
	g := &tfdp{ticks: ticks, left: ticks, scale: 1, scorer: j}
	return func() (int, bool) {
		if !j.ready {
			return j.prepare(), true
		}
		if g.sim == nil {
			g.begin(c.net, c.at, charge)
			return 2 * c.net.N, true
		}
		return g.step()
	}
}

// begin measures the drawing and prepares the simulation.
func (g *tfdp) begin(net *netgraph.Network, at netgraph.Points, charge float32) {
	normalizeSpacing(at)
	g.sim, g.first, g.checkpoint = force.NewSimulation(net, at), netgraph.NewPoints(net.N), netgraph.NewPoints(net.N)
	g.sim.Charge = charge
	g.sim.Springs.UseDecay(at, tfdpHalfLength)
	g.scorer.sampled.At = at
	g.stress = g.measure()
	at.CopyTo(g.first)
	at.CopyTo(g.checkpoint)
}

// step does a slice: of measuring neighbourhoods, of a tick, and of measuring again. It returns the
// cost in node pairs and whether there is more.
func (g *tfdp) step() (work int, again bool) {
	switch at := g.sim.At; {
	case !g.counted:
		work, g.preservation, again = g.scorer.preservation(at)
		g.counted = !again
		return work, true
	case g.left > 0:
		work, again = g.sim.Slice(tfdpTemperature * g.scale * float32(g.left) / float32(g.ticks))
		if again {
			return work, true
		}
		if g.left--; g.left%checkTicks == 0 {
			g.check()
		}
		return work, true
	default:
		work, preservation, again := g.scorer.preservation(at)
		if !again && preservation*g.stress < g.preservation*g.measure() {
			g.first.CopyTo(at)
		}
		return work, again
	}
}

// check makes the present drawing the checkpoint, or returns to it.
func (g *tfdp) check() {
	if g.measure() <= g.stress*(1+tfdpMaxStressLoss) {
		g.sim.At.CopyTo(g.checkpoint)
		return
	}
	g.checkpoint.CopyTo(g.sim.At)
	clear(g.sim.Velocity.X)
	clear(g.sim.Velocity.Y)
	if g.scale /= 2; g.scale < minScale {
		g.left = 0
	}
}

// measure returns the stress of the present drawing, by a sample.
func (g *tfdp) measure() float32 {
	g.scorer.sampled.ReadLandmarks()
	stress, _ := g.scorer.sampled.Stress((g.sim.Net.N + stressSampleNodes - 1) / stressSampleNodes)
	return stress
}

// normalizeSpacing enlarges a drawing whose nodes are closer than a step on average, as if they
// were spread evenly over a disc of its moment of inertia, whose mean square radius is half the
// square of its radius.
func normalizeSpacing(c netgraph.Points) {
	var sumX, sumY, square float64
	for i := range c.X {
		x, y := float64(c.X[i]), float64(c.Y[i])
		sumX += x
		sumY += y
		square += float64(x*x) + float64(y*y)
	}
	n := float64(len(c.X))
	const twoPi = 6.283185307179586
	square = square/n - float64(sumX/n*sumX/n) - float64(sumY/n*sumY/n)
	spacing := math.Sqrt(max(square, 0) * twoPi / n)
	if spacing <= 0 || spacing >= 1 {
		return
	}
	for i := range c.X {
		c.X[i] = float32(float64(c.X[i]) / spacing)
		c.Y[i] = float32(float64(c.Y[i]) / spacing)
	}
}
