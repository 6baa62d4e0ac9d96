package layout

// A descent unfolds a network from coarse to fine (Hu 2005, "Efficient, high-quality
// force-directed graph drawing"): each level comes to rest by a few ticks, and then every body
// hands its place to those that it stands for.
type descent struct {
	levels []level
	clouds []points // of each level
	k      int      // the level at work
	ticks  int      // on the finest level; coarser ones get half as many again
	left   int
	theta  float32
	relax  *simulation
	r      *random
}

// coarseTheta is that of all levels but the finest: the next one mends what it gets wrong.
const coarseTheta = 1.2

// descentHeat is that of a level's first tick; it falls to 0.
const descentHeat = 0.3

// newDescent prepares a descent from a placement of the coarsest level, clouds[last].
func newDescent(levels []level, clouds []points, ticks int, theta float32, r *random) *descent {
	d := &descent{levels: levels, clouds: clouds, k: len(levels) - 1, ticks: ticks, theta: theta, r: r}
	d.begin()
	return d
}

// begin readies the level at work.
func (d *descent) begin() {
	d.relax = newSimulation(d.levels[d.k].net, d.clouds[d.k])
	d.relax.repel.theta = d.theta
	if d.k > 0 {
		d.relax.repel.theta = coarseTheta
	}
	d.left = d.levelTicks()
}

func (d *descent) levelTicks() int {
	if d.k > 0 {
		return d.ticks * 3 / 2
	}
	return d.ticks
}

// step does a piece of a tick, or goes down a level, and reports whether there is more to do.
func (d *descent) step() (work int, more bool) {
	if d.left > 0 {
		work, more = d.relax.slice(descentHeat * float32(d.left) / float32(d.levelTicks()))
		if !more {
			d.left--
		}
		return work, true
	}
	if d.k == 0 {
		return 0, false
	}
	d.k--
	d.levels[d.k].prolong(d.clouds[d.k+1], d.clouds[d.k], d.levels[d.k+1].net, d.r)
	d.begin()
	net := d.levels[d.k].net
	return treeCost*net.n + pairsPerEdge*len(net.to), true
}

// show writes the present placement of the finest bodies: each about the middle of the coarse
// one that it belongs to, by chance within that one's room.
func (d *descent) show(out points) {
	coarse, net := d.clouds[d.k], d.levels[d.k].net
	for i := range out.x {
		p := int32(i)
		for k := range d.k {
			p = d.levels[k].parent[p]
		}
		out.x[i], out.y[i] = coarse.x[p], coarse.y[p]
		if d.k > 0 {
			s := random{state: uint64(i)}
			room := float32(sqrt32(net.mass[p]) * 0.5)
			out.x[i] += float32(room * float32(s.float64()-0.5))
			out.y[i] += float32(room * float32(s.float64()-0.5))
		}
	}
}
