package layout

// A simulation moves a network under springs and repulsion, tick by tick, as d3-force does
// (velocity Verlet with unit mass and time step): forces change velocities, velocities change
// positions and decay. The caller gives the temperature, which scales the forces (alpha of
// d3-force).
type simulation struct {
	net      *network
	at       points
	velocity points
	springs  *springs
	repel    *repulsion
	charge   float32 // force between two nodes one step apart, steps
	inTick   bool    // a tick has begun
}

// Constants of d3-force in steps of its 30 px: charge -30 px² is 1/30 step, and its minimum squared
// distance of 1 px² is 1/900.
const (
	defaultCharge    = 1.0 / 30
	defaultTheta     = 0.9
	defaultSoftening = 1.0 / 900
	velocityDecay    = 0.6 // share of the velocity that a tick keeps
)

// newSimulation begins at rest.
func newSimulation(net *network, at points) *simulation {
	return &simulation{net: net, at: at, velocity: newPoints(net.n), springs: newSprings(net),
		repel: newRepulsion(net.n, defaultTheta, defaultSoftening), charge: defaultCharge}
}

// tick moves all nodes once. It allocates nothing.
func (x *simulation) tick(temperature float32) {
	for again := true; again; {
		_, again = x.slice(temperature)
	}
}

// pairsPerForceSlice is about the number of node pairs that one slice of a tick sums.
const pairsPerForceSlice = 400_000

// Costs of building the tree and of moving a node, in node pairs.
const (
	treeCost = 20
	moveCost = 2
)

// slice does a slice of a tick; temperature must be the same for all slices of a tick. It returns
// the cost in node pairs and whether the tick goes on.
func (x *simulation) slice(temperature float32) (work int, again bool) {
	if !x.inTick {
		x.inTick = true
		x.repel.tree.build(x.at, x.net.mass)
		x.repel.begin()
		x.springs.pull(x.at, temperature, x.velocity)
		work = treeCost*x.net.n + pairsPerEdge*len(x.springs.a)
	}
	work += x.repel.traverse(pairsPerForceSlice)
	if !x.repel.done() {
		return work, true
	}
	x.inTick = false
	x.repel.addForces(float32(temperature*x.charge), x.velocity)
	for i := range x.at.x {
		vx, vy := float32(x.velocity.x[i]*velocityDecay), float32(x.velocity.y[i]*velocityDecay)
		x.velocity.x[i], x.velocity.y[i] = vx, vy
		x.at.x[i] += vx
		x.at.y[i] += vy
	}
	return work + moveCost*x.net.n, false
}
