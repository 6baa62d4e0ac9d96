package force

import (
	"math"
	"testing"

	"actormap/wasm/layout/internal/fixtures"
	"actormap/wasm/layout/internal/netgraph"
)

// exactPush is the sum over all pairs, in 64 bits.
func exactPush(at netgraph.Points, mass []float32, k, soft float64) (x, y []float64) {
	n := len(mass)
	x, y = make([]float64, n), make([]float64, n)
	for i := range n {
		for j := range n {
			dx, dy := float64(at.X[i]-at.X[j]), float64(at.Y[i]-at.Y[j])
			f := k * float64(mass[j]) / (dx*dx + dy*dy + soft)
			x[i] += dx * f
			y[i] += dy * f
		}
	}
	return x, y
}

// push returns the force on all nodes.
func push(at netgraph.Points, mass []float32, theta float32) netgraph.Points {
	f := newRepulsion(len(mass), theta, defaultSoftening)
	f.tree.build(at, mass)
	force := netgraph.NewPoints(len(mass))
	f.push(1, force)
	return force
}

// pushError is the root mean square error of a force, as a share of the root mean square force.
func pushError(force netgraph.Points, x, y []float64) float64 {
	off, all := 0.0, 0.0
	for i := range x {
		dx, dy := float64(force.X[i])-x[i], float64(force.Y[i])-y[i]
		off += dx*dx + dy*dy
		all += x[i]*x[i] + y[i]*y[i]
	}
	return math.Sqrt(off / all)
}

func TestRepulsionAgainstTheExactSum(t *testing.T) {
	for _, n := range []int{1, 2, 3, 25, 400, 3000} {
		at, mass := fixtures.Swarm(n, uint64(n))
		x, y := exactPush(at, mass, 1, defaultSoftening)
		for _, c := range []struct {
			theta float32
			most  float64
		}{{0, 1e-5}, {0.5, 0.004}, {0.9, 0.025}, {1.2, 0.06}} {
			if n == 1 {
				continue
			}
			if got := pushError(push(at, mass, c.theta), x, y); got > c.most {
				t.Errorf("%d nodes, theta %v: error %.5f, want at most %v", n, c.theta, got, c.most)
			}
		}
	}
}

func TestRepulsionErrorRisesWithTheta(t *testing.T) {
	at, mass := fixtures.Swarm(3000, 9)
	x, y := exactPush(at, mass, 1, defaultSoftening)
	last := 0.0
	for _, theta := range []float32{0, 0.6, 0.9, 1.5, 3} {
		got := pushError(push(at, mass, theta), x, y)
		if got < last {
			t.Errorf("theta %v: error %v, less than the %v of a finer one", theta, got, last)
		}
		last = got
	}
}

// TestRepulsionLaws: moving all nodes, mirroring them and dealing their numbers anew does the same
// to the forces. Cells are cut elsewhere then, so it holds up to the error that theta allows.
func TestRepulsionLaws(t *testing.T) {
	const n, theta = 1200, 0.5
	at, mass := fixtures.Swarm(n, 11)
	want := push(at, mass, theta)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	netgraph.Shuffle(&netgraph.Random{State: 5}, order)
	for _, law := range []struct {
		name string
		to   func(x, y float32) (float32, float32) // of places
		turn func(x, y float32) (float32, float32) // of forces
		deal bool
	}{
		{"translation", func(x, y float32) (float32, float32) { return x + 64, y - 32 }, func(x, y float32) (float32, float32) { return x, y }, false},
		{"mirror", func(x, y float32) (float32, float32) { return -x, y }, func(x, y float32) (float32, float32) { return -x, y }, false},
		{"axes", func(x, y float32) (float32, float32) { return y, x }, func(x, y float32) (float32, float32) { return y, x }, false},
		{"permutation", func(x, y float32) (float32, float32) { return x, y }, func(x, y float32) (float32, float32) { return x, y }, true},
	} {
		moved, weights := netgraph.NewPoints(n), make([]float32, n)
		x, y := make([]float64, n), make([]float64, n)
		for i := range n {
			from := i
			if law.deal {
				from = order[i]
			}
			moved.X[i], moved.Y[i] = law.to(at.X[from], at.Y[from])
			weights[i] = mass[from]
			fx, fy := law.turn(want.X[from], want.Y[from])
			x[i], y[i] = float64(fx), float64(fy)
		}
		if got := pushError(push(moved, weights, theta), x, y); got > 0.004 {
			t.Errorf("%s: the forces differ by %.5f", law.name, got)
		}
	}
}

// d3Tick is one tick of d3-force 3.0 with its defaults (link distance 30, charge -30), written
// over objects and pairs as there, without theta.
func d3Tick(x, y, vx, vy []float64, links [][2]int, alpha float64) {
	degree := make([]float64, len(x))
	for _, l := range links {
		degree[l[0]]++
		degree[l[1]]++
	}
	for _, l := range links {
		a, b := l[0], l[1]
		dx, dy := x[b]-x[a], y[b]-y[a]
		length := math.Sqrt(dx*dx + dy*dy)
		f := (length - 30) / length * alpha / math.Min(degree[a], degree[b])
		bias := degree[a] / (degree[a] + degree[b])
		vx[b] -= dx * f * bias
		vy[b] -= dy * f * bias
		vx[a] += dx * f * (1 - bias)
		vy[a] += dy * f * (1 - bias)
	}
	for i := range x {
		for j := range x {
			if i == j {
				continue
			}
			dx, dy := x[j]-x[i], y[j]-y[i]
			w := -30 * alpha / (dx*dx + dy*dy)
			vx[i] += dx * w
			vy[i] += dy * w
		}
	}
	for i := range x {
		vx[i] *= 0.6
		vy[i] *= 0.6
		x[i] += vx[i]
		y[i] += vy[i]
	}
}

// TestTickIsD3Force compares ticks with d3-force's model, so that the two may be timed against
// each other. The links of the model do not see one another's effect within a tick there
// either, as they change speeds only.
func TestTickIsD3Force(t *testing.T) {
	p := fixtures.Many(60, 12)
	net := netgraph.New(60, p.Links)
	at, _ := fixtures.Swarm(60, 13)
	x, y, vx, vy := make([]float64, 60), make([]float64, 60), make([]float64, 60), make([]float64, 60)
	for i := range x {
		x[i], y[i] = 30*float64(at.X[i]), 30*float64(at.Y[i])
	}
	var pairs [][2]int
	for i := range int32(60) {
		for _, j := range net.To[net.Off[i]:net.Off[i+1]] {
			if i < j {
				pairs = append(pairs, [2]int{int(i), int(j)})
			}
		}
	}
	relax := NewSimulation(net, at)
	relax.Repel.Theta, relax.Repel.softening = 0, 1e-7 // as there: exact, and hardly softened
	for k := range 10 {
		alpha := 1 - float64(k)/10
		relax.Tick(float32(alpha))
		d3Tick(x, y, vx, vy, pairs, alpha)
		for i := range x {
			if d := math.Hypot(30*float64(at.X[i])-x[i], 30*float64(at.Y[i])-y[i]); d > 0.5 {
				t.Fatalf("tick %d: node %d is %.2f px from where d3-force has it", k+1, i, d)
			}
		}
	}
}

func TestTickAllocatesNothing(t *testing.T) {
	p := fixtures.Many(1000, 14)
	net := netgraph.New(1000, p.Links)
	at, _ := fixtures.Swarm(1000, 15)
	x := NewSimulation(net, at)
	x.Tick(0.1)
	if got := testing.AllocsPerRun(20, func() { x.Tick(0.1) }); got != 0 {
		t.Errorf("a tick allocates %v times", got)
	}
}

func TestTicksOfCoincidentNodes(t *testing.T) {
	p := fixtures.Many(200, 16)
	at := netgraph.NewPoints(200)
	x := NewSimulation(netgraph.New(200, p.Links), at)
	for range 5 {
		x.Tick(1)
	}
	for i := range at.X {
		if v := float64(at.X[i] + at.Y[i]); math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("node %d is at %v, %v", i, at.X[i], at.Y[i])
		}
	}
}

// push adds to force, for every node of the tree,
//
//	sum over others of strength m_j (p_i - p_j) / (|p_i - p_j|² + soft)
func (f *repulsion) push(strength float32, force netgraph.Points) {
	f.begin()
	for !f.done() {
		f.traverse(math.MaxInt)
	}
	f.addForces(strength, force)
}
