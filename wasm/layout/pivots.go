package layout

import "math"

// pivotCount is from how many bodies PivotMDS measures ways.
const pivotCount = 30

// A pivoting places a connected network by PivotMDS (Brandes, Pich 2006, "Eigensolver methods
// for progressive multidimensional scaling of large data"): ways are measured from a few pivots
// that lie far from one another; their squares, double centred, are the matrix C with one row
// for each body; its two strongest right singular vectors, found by power iteration on CᵀC,
// are the axes onto which the rows are projected. Places are in steps.
//
// The first pivot is chosen by chance, and each next one is the body farthest from all before.
type pivoting struct {
	net      *network
	w        *pathFinder
	r        *random
	k        int       // pivots
	c        []float64 // for each body the squared ways to the pivots, then centred
	row      []uint16
	nearest  []uint16 // way to the nearest pivot so far
	pivot    int32    // the next
	measured int      // pivots
	gram     []float64
	summed   int // rows of C that are in the gram matrix
}

func newPivoting(net *network, w *pathFinder, r *random) *pivoting {
	k := min(pivotCount, net.n)
	p := &pivoting{net: net, w: w, r: r, k: k, c: make([]float64, net.n*k), row: make([]uint16, net.n), nearest: make([]uint16, net.n)}
	for i := range p.nearest {
		p.nearest[i] = 1<<16 - 1
	}
	p.pivot = int32(r.intN(net.n))
	return p
}

// step does a piece of the work. It returns the pairs that this is worth, and whether there is
// more to do; when there is not, at holds the places.
func (p *pivoting) step(at points) (work int, again bool) {
	n, k := p.net.n, p.k
	switch {
	case p.measured < k:
		p.measure()
		return 3*n + pairsPerEdge*len(p.net.to), true
	case p.gram == nil:
		centre(p.c, k)
		p.gram = make([]float64, k*k)
		return 2 * n * k, true
	case p.summed < n:
		to := min(p.summed+rowsAPiece, n)
		addGram(p.gram, p.c[p.summed*k:to*k], k)
		work = (to - p.summed) * k * k / 4
		p.summed = to
		return work, true
	}
	mirror(p.gram, k)
	first := strongest(p.gram, k, nil, p.r)
	second := strongest(p.gram, k, first, p.r)
	project(p.c, k, first, at.x)
	project(p.c, k, second, at.y)
	at.rescale(p.net)
	return powerRounds*k*k + n*k + pairsPerEdge*len(p.net.to), false
}

// rowsAPiece is how many rows enter the gram matrix in one piece of work.
const rowsAPiece = 1000

// measure enters the squared ways to one pivot and finds the next.
func (p *pivoting) measure() {
	p.w.singleSource(p.pivot, p.row)
	for i, d := range p.row {
		steps := float64(d)
		p.c[i*p.k+p.measured] = float64(steps * steps)
		p.nearest[i] = min(p.nearest[i], d)
	}
	for i, d := range p.nearest {
		if d > p.nearest[p.pivot] {
			p.pivot = int32(i)
		}
	}
	p.measured++
}

// centre subtracts the means of rows and columns and adds the mean of all, times -1/2.
func centre(c []float64, k int) {
	n := len(c) / k
	column, all := make([]float64, k), 0.0
	for i := range n {
		for p, v := range c[i*k : i*k+k] {
			column[p] += v
		}
	}
	for p := range column {
		column[p] /= float64(n)
		all += column[p] / float64(k)
	}
	for i := range n {
		row := c[i*k : i*k+k]
		mean := 0.0
		for _, v := range row {
			mean += v
		}
		mean /= float64(k)
		for p := range row {
			row[p] = -0.5 * (row[p] - mean - column[p] + all)
		}
	}
}

// addGram adds CᵀC of some rows to g: the triangle on and below the diagonal.
func addGram(g, c []float64, k int) {
	for from := 0; from < len(c); from += k {
		row := c[from : from+k]
		for p, v := range row {
			out := g[p*k : p*k+p+1]
			for q := range out {
				out[q] += float64(v * row[q])
			}
		}
	}
}

// mirror fills in the other triangle.
func mirror(g []float64, k int) {
	for p := range k {
		for q := range p {
			g[q*k+p] = g[p*k+q]
		}
	}
}

// powerRounds is more than the axes need: a start that is a little turned does no harm.
const powerRounds = 40

// strongest returns the eigenvector of the largest eigenvalue that stands at a right angle to
// another vector.
func strongest(g []float64, k int, across []float64, r *random) []float64 {
	v, next := make([]float64, k), make([]float64, k)
	for p := range v {
		v[p] = r.float64() - 0.5
	}
	for range powerRounds {
		if across != nil {
			share := dot(v, across)
			for p := range v {
				v[p] -= float64(share * across[p])
			}
		}
		length := math.Sqrt(dot(v, v))
		if length < 1e-12 {
			break
		}
		for p := range v {
			v[p] /= length
		}
		for p := range next {
			next[p] = dot(g[p*k:p*k+k], v)
		}
		v, next = next, v
	}
	if length := math.Sqrt(dot(v, v)); length > 1e-12 {
		for p := range v {
			v[p] /= length
		}
	}
	return v
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for p := range a {
		sum += float64(a[p] * b[p])
	}
	return sum
}

func project(c []float64, k int, axis []float64, out []float32) {
	for i := range out {
		out[i] = float32(dot(c[i*k:i*k+k], axis))
	}
}
