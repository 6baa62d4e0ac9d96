// Package force moves networks by springs and repulsion, with the model of d3-force: Simulation ticks; the
// repulsion is a fast multipole method on a quadtree over the Z-curve. weights.go has all weights.
package force

import "actormap/wasm/layout/internal/netgraph"

// A Simulation moves a network under springs and repulsion, tick by tick, as d3-force does
// (velocity Verlet with unit mass and time step): forces change velocities, velocities change
// positions and decay. The caller gives the temperature, which scales the forces (alpha of
// d3-force).
type Simulation struct {
	Net      *netgraph.Network
	At       netgraph.Points
	Velocity netgraph.Points
	Springs  *springs
	Repel    *repulsion
	Charge   float32 // force between two nodes one step apart, steps
	inTick   bool    // a tick has begun
}

// NewSimulation begins at rest.
func NewSimulation(net *netgraph.Network, at netgraph.Points) *Simulation {
	return &Simulation{Net: net, At: at, Velocity: netgraph.NewPoints(net.N), Springs: newSprings(net),
		Repel: newRepulsion(net.N, DefaultTheta, defaultSoftening), Charge: DefaultCharge}
}

// Tick moves all nodes once. It allocates nothing.
func (x *Simulation) Tick(temperature float32) {
	for again := true; again; {
		_, again = x.Slice(temperature)
	}
}

// pairsPerForceSlice is about the number of node pairs that one slice of a tick sums.
const pairsPerForceSlice = 400_000

// Costs of building the tree and of moving a node, in node pairs.
const (
	TreeCost = 20
	moveCost = 2
)

// Slice does a slice of a tick; temperature must be the same for all slices of a tick. It returns
// the cost in node pairs and whether the tick goes on.
func (x *Simulation) Slice(temperature float32) (work int, again bool) {
	if !x.inTick {
		x.inTick = true
		x.Repel.tree.build(x.At, x.Net.Mass)
		x.Repel.begin()
		x.Springs.pull(x.At, temperature, x.Velocity)
		work = TreeCost*x.Net.N + netgraph.PairsPerEdge*len(x.Springs.a)
	}
	work += x.Repel.traverse(pairsPerForceSlice)
	if !x.Repel.done() {
		return work, true
	}
	x.inTick = false
	x.Repel.addForces(float32(temperature*x.Charge), x.Velocity)
	for i := range x.At.X {
		vx, vy := float32(x.Velocity.X[i]*velocityDecay), float32(x.Velocity.Y[i]*velocityDecay)
		x.Velocity.X[i], x.Velocity.Y[i] = vx, vy
		x.At.X[i] += vx
		x.At.Y[i] += vy
	}
	return work + moveCost*x.Net.N, false
}
