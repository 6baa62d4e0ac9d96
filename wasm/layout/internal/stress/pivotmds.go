package stress

import (
	"math"

	"actormap/wasm/layout/internal/netgraph"
)

// A PivotMDS places a connected network by PivotMDS (Brandes, Pich 2006, "Eigensolver methods for
// progressive multidimensional scaling of large data"): the squared distances to a few pivots,
// double centred, are the matrix C with one row a node; its two leading right singular vectors,
// found by power iteration on CᵀC, are the axes onto which the rows are projected. Positions are in
// steps. The first pivot is random, each next one is the node farthest from all pivots before
// (max-min).
type PivotMDS struct {
	net       *netgraph.Network
	paths     *netgraph.PathFinder
	r         *netgraph.Random
	count     int       // of pivots
	matrix    []float64 // row i: squared distances from node i to the pivots; later double centred
	row       []uint16
	toNearest []uint16  // distance of each node to its nearest pivot so far
	pivot     int32     // the next one
	measured  int       // pivots
	gram      []float64 // CᵀC
	gramRows  int       // rows of C added to gram so far
}

// NewPivotMDS prepares the placement and chooses the first pivot.
func NewPivotMDS(net *netgraph.Network, w *netgraph.PathFinder, r *netgraph.Random) *PivotMDS {
	k := min(pivotCount, net.N)
	p := &PivotMDS{net: net, paths: w, r: r, count: k, matrix: make([]float64, net.N*k), row: make([]uint16, net.N), toNearest: make([]uint16, net.N)}
	for i := range p.toNearest {
		p.toNearest[i] = 1<<16 - 1
	}
	p.pivot = int32(r.IntN(net.N))
	return p
}

// Step does a slice of the work and returns its cost in node pairs and whether there is more; when
// there is none, at holds the positions.
func (p *PivotMDS) Step(at netgraph.Points) (work int, again bool) {
	n, k := p.net.N, p.count
	switch {
	case p.measured < k:
		p.measure()
		return 3*n + netgraph.PairsPerEdge*len(p.net.To), true
	case p.gram == nil:
		doubleCentre(p.matrix, k)
		p.gram = make([]float64, k*k)
		return 2 * n * k, true
	case p.gramRows < n:
		to := min(p.gramRows+rowsPerSlice, n)
		addGram(p.gram, p.matrix[p.gramRows*k:to*k], k)
		work = (to - p.gramRows) * k * k / 4
		p.gramRows = to
		return work, true
	}
	symmetrise(p.gram, k)
	first := eigenvector(p.gram, k, nil, p.r)
	second := eigenvector(p.gram, k, first, p.r)
	project(p.matrix, k, first, at.X)
	project(p.matrix, k, second, at.Y)
	at.Rescale(p.net)
	return powerIterations*k*k + n*k + netgraph.PairsPerEdge*len(p.net.To), false
}

// rowsPerSlice is the number of rows that one slice adds to the Gram matrix.
const rowsPerSlice = 1000

// measure enters the squared distances to one pivot and finds the next.
func (p *PivotMDS) measure() {
	p.paths.SingleSource(p.pivot, p.row)
	for i, d := range p.row {
		steps := float64(d)
		p.matrix[i*p.count+p.measured] = float64(steps * steps)
		p.toNearest[i] = min(p.toNearest[i], d)
	}
	for i, d := range p.toNearest {
		if d > p.toNearest[p.pivot] {
			p.pivot = int32(i)
		}
	}
	p.measured++
}

// doubleCentre subtracts the means of rows and columns, adds the mean of all entries, and
// multiplies by -1/2.
func doubleCentre(c []float64, k int) {
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

// addGram adds CᵀC of some rows to g, on and below the diagonal.
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

// symmetrise copies the lower triangle to the upper one.
func symmetrise(g []float64, k int) {
	for p := range k {
		for q := range p {
			g[q*k+p] = g[p*k+q]
		}
	}
}

// eigenvector returns the eigenvector of the largest eigenvalue by power iteration, among vectors
// orthogonal to another one, if that is not nil.
func eigenvector(g []float64, k int, orthogonalTo []float64, r *netgraph.Random) []float64 {
	v, next := make([]float64, k), make([]float64, k)
	for p := range v {
		v[p] = r.Float64() - 0.5
	}
	for range powerIterations {
		if orthogonalTo != nil {
			projection := dot(v, orthogonalTo)
			for p := range v {
				v[p] -= float64(projection * orthogonalTo[p])
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

// dot is the scalar product.
func dot(a, b []float64) float64 {
	sum := 0.0
	for p := range a {
		sum += float64(a[p] * b[p])
	}
	return sum
}

// project writes the coordinate of each row along an axis.
func project(c []float64, k int, axis []float64, out []float32) {
	for i := range out {
		out[i] = float32(dot(c[i*k:i*k+k], axis))
	}
}
