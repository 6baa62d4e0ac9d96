package layout

import "math"

// pivotCount is from how many bodies PivotMDS measures ways.
const pivotCount = 30

// pivotPlace places a connected network by PivotMDS (Brandes, Pich 2006, "Eigensolver methods
// for progressive multidimensional scaling of large data"): ways are measured from a few pivots
// that lie far from one another; their squares, double centred, are the matrix C with one row
// for each body; its two strongest right singular vectors, found by power iteration on CᵀC,
// are the axes onto which the rows are projected. Places are in steps.
func pivotPlace(net *network, w *waves, r *random, at cloud) {
	k := min(pivotCount, net.n)
	c := pivotWays(net, w, k, r)
	centre(c, k)
	gram := gramOf(c, k)
	first := strongest(gram, k, nil, r)
	second := strongest(gram, k, first, r)
	project(c, k, first, at.x)
	project(c, k, second, at.y)
	at.rescale(net)
}

// pivotWays returns, for each body, the squared ways to k pivots: the first is chosen by
// chance, and each next one is the body farthest from all before.
func pivotWays(net *network, w *waves, k int, r *random) []float64 {
	c := make([]float64, net.n*k)
	row, nearest := make([]uint16, net.n), make([]uint16, net.n)
	for i := range nearest {
		nearest[i] = 1<<16 - 1
	}
	pivot := int32(r.below(net.n))
	for p := range k {
		w.from(pivot, row)
		for i, d := range row {
			steps := float64(d)
			c[i*k+p] = float64(steps * steps)
			nearest[i] = min(nearest[i], d)
		}
		for i, d := range nearest {
			if d > nearest[pivot] {
				pivot = int32(i)
			}
		}
	}
	return c
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

// gramOf returns CᵀC.
func gramOf(c []float64, k int) []float64 {
	g := make([]float64, k*k)
	for from := 0; from < len(c); from += k {
		row := c[from : from+k]
		for p, v := range row {
			out := g[p*k : p*k+p+1]
			for q := range out {
				out[q] += float64(v * row[q])
			}
		}
	}
	for p := range k {
		for q := range p {
			g[q*k+p] = g[p*k+q]
		}
	}
	return g
}

// powerRounds is more than the axes need: a start that is a little turned does no harm.
const powerRounds = 40

// strongest returns the eigenvector of the largest eigenvalue that stands at a right angle to
// another vector.
func strongest(g []float64, k int, across []float64, r *random) []float64 {
	v, next := make([]float64, k), make([]float64, k)
	for p := range v {
		v[p] = r.unit() - 0.5
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
