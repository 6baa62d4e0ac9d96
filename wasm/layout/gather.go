package layout

import "math"

// Effort and forces of a gathering.
const (
	gatherTicks = 32
	gatherHeat  = 0.8
	gatherReach = 0.5 // of the mean tie: at this length a spring has let go by half
	weakCharge  = defaultCharge / 4
)

// What a gathering may cost in stress, and how it keeps an eye on that.
const (
	gatherLoss = 0.03           // of the stress that it begins with
	lookTicks  = 2              // ticks between two looks
	lookBodies = 3000           // of a larger drawing about so many bodies are looked at
	leastShare = 1.0 / (1 << 4) // of the heat: below it nothing moves any more
)

// A gathering draws tied bodies together in a drawing that has its shape: ticks of falling heat,
// with springs that have no length and let go the longer they are, as in t-FDP (Zhong et al. 2023,
// "Force-directed graph layouts revisited: a new force based on the t-distribution"). Where
// clusters are tied to many others, as in most large networks, springs that pull the harder the
// longer they are put each body at the mean of places all over the drawing, amid strangers. Here
// the short ones win, and the shape hardly feels it. Where it does, because everything is tied to
// everything, the gathering goes back to where distances were as true as gatherLoss allows, and on
// with half the heat. Where neighbours have not become more by a greater share than the stress has,
// as in meshes, it is undone.
type gathering struct {
	relax        *simulation
	ticks, left  int
	share        float32 // of the heat
	judge        *judge
	first, last  points  // the drawing before it, and at the last look
	stress, near float32 // of the first: the stress, and how far neighbours stand beside each other
	counted      bool    // near is known
}

// gathering makes a task that gathers the drawing of the course.
func (c *course) gathering(ticks int, charge float32, j *judge) task {
	g := &gathering{ticks: ticks, left: ticks, share: 1, judge: j}
	return func() (int, bool) {
		if !j.ready {
			return j.prepare(), true
		}
		if g.relax == nil {
			g.begin(c.net, c.at, charge)
			return 2 * c.net.n, true
		}
		return g.step()
	}
}

func (g *gathering) begin(net *network, at points, charge float32) {
	at.giveRoom()
	g.relax, g.first, g.last = newSimulation(net, at), newPoints(net.n), newPoints(net.n)
	g.relax.charge = charge
	g.relax.springs.letGo(at)
	g.judge.marks.at = at
	g.stress = g.measure()
	at.copyTo(g.first)
	at.copyTo(g.last)
}

// step does a piece of the work: of counting neighbours, of a tick, and of counting them again. It
// returns how many pairs it looked at, and whether there is more to do.
func (g *gathering) step() (work int, again bool) {
	switch at := g.relax.at; {
	case !g.counted:
		work, g.near, again = g.judge.beside(at)
		g.counted = !again
		return work, true
	case g.left > 0:
		work, again = g.relax.slice(gatherHeat * g.share * float32(g.left) / float32(g.ticks))
		if again {
			return work, true
		}
		if g.left--; g.left%lookTicks == 0 {
			g.look()
		}
		return work, true
	default:
		work, near, again := g.judge.beside(at)
		if !again && near*g.stress < g.near*g.measure() {
			g.first.copyTo(at)
		}
		return work, again
	}
}

// look takes the present drawing as one to come back to, or goes back.
func (g *gathering) look() {
	if g.measure() <= g.stress*(1+gatherLoss) {
		g.relax.at.copyTo(g.last)
		return
	}
	g.last.copyTo(g.relax.at)
	clear(g.relax.velocity.x)
	clear(g.relax.velocity.y)
	if g.share /= 2; g.share < leastShare {
		g.left = 0
	}
}

// measure returns the stress of the present drawing, by a sample.
func (g *gathering) measure() float32 {
	g.judge.marks.readLandmarks()
	stress, _ := g.judge.marks.stress((g.relax.net.n + lookBodies - 1) / lookBodies)
	return stress
}

// letGo makes springs short ones that let go of what is far.
func (s *springs) letGo(at points) {
	sum := 0.0
	for e, a := range s.a {
		b := s.b[e]
		dx, dy := at.x[b]-at.x[a], at.y[b]-at.y[a]
		sum += float64(sqrt32(float32(dx*dx) + float32(dy*dy)))
	}
	clear(s.length)
	if reach := gatherReach * sum / float64(len(s.a)); reach > 0 {
		s.decay = float32(1 / float64(reach*reach))
	}
}

// giveRoom enlarges a cloud in which bodies stand closer than a step, if they were spread evenly
// over a disc of its moment of inertia: its mean square radius is half the square of its radius.
func (c points) giveRoom() {
	var sumX, sumY, square float64
	for i := range c.x {
		x, y := float64(c.x[i]), float64(c.y[i])
		sumX += x
		sumY += y
		square += float64(x*x) + float64(y*y)
	}
	n := float64(len(c.x))
	const twoPi = 6.283185307179586
	square = square/n - float64(sumX/n*sumX/n) - float64(sumY/n*sumY/n)
	spacing := math.Sqrt(max(square, 0) * twoPi / n)
	if spacing <= 0 || spacing >= 1 {
		return
	}
	for i := range c.x {
		c.x[i] = float32(float64(c.x[i]) / spacing)
		c.y[i] = float32(float64(c.y[i]) / spacing)
	}
}
