package layout

// A relaxation lets a network come to rest under springs and repulsion, tick by tick: forces
// change speeds, speeds change places, and friction takes from the speeds (velocity Verlet, as
// d3-force does it). The heat that the forces are multiplied by is the caller's.
type relaxation struct {
	net     *network
	at      points
	speed   points
	springs *springs
	repel   *repulsion
	charge  float32 // push of one body on another at a distance of one step, steps
	pushing bool    // a tick is at work
}

// Constants of d3-force in steps, a step being its 30 px: charge -30 px² is 1/30 step, and
// what it adds to keep bodies on one spot from exploding is 1 px².
const (
	usualCharge = 1.0 / 30
	usualTheta  = 0.9
	softStep2   = 1.0 / 900
	friction    = 0.6 // of the speed stays
)

func newRelaxation(net *network, at points) *relaxation {
	return &relaxation{net: net, at: at, speed: newPoints(net.n), springs: newSprings(net),
		repel: newRepulsion(net.n, usualTheta, softStep2), charge: usualCharge}
}

// tick moves all bodies once. It allocates nothing.
func (x *relaxation) tick(heat float32) {
	for again := true; again; {
		_, again = x.step(heat)
	}
}

// pairsAPush is about how many pairs push each other in one piece of work.
const pairsAPush = 400_000

// What building the tree and moving cost, in pairs a body.
const (
	treePairs = 20
	movePairs = 2
)

// step does a piece of a tick: of all pieces the heat must be the same. It returns how many pairs
// it looked at, and whether there is more to do in the tick.
func (x *relaxation) step(heat float32) (work int, again bool) {
	if !x.pushing {
		x.pushing = true
		x.repel.tree.build(x.at, x.net.mass)
		x.repel.begin()
		x.springs.pull(x.at, heat, x.speed)
		work = treePairs*x.net.n + pairsPerEdge*len(x.springs.a)
	}
	work += x.repel.meet(pairsAPush)
	if !x.repel.over() {
		return work, true
	}
	x.pushing = false
	x.repel.hand(float32(heat*x.charge), x.speed)
	for i := range x.at.x {
		vx, vy := float32(x.speed.x[i]*friction), float32(x.speed.y[i]*friction)
		x.speed.x[i], x.speed.y[i] = vx, vy
		x.at.x[i] += vx
		x.at.y[i] += vy
	}
	return work + movePairs*x.net.n, false
}
