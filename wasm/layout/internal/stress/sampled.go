package stress

import "actormap/wasm/layout/internal/netgraph"

// A SampledStress lowers the stress of a network too large for all pairs, by majorization (Gansner,
// Koren, North 2004, "Graph drawing by stress majorization") over a sample: an epoch draws a few
// dozen landmarks, measures the distances from them, and moves each node to the minimum of the
// majorant over its landmarks and neighbours,
//
//	p_i = sum of w_ij (p_j + d_ij (p_i - p_j) / |p_i - p_j|) / sum of w_ij,  w_ij = 1 / d_ij²
//
// As landmarks change, the sum is an unbiased sample of the one over all pairs; with fixed pivots
// (Ortmann, Klimenta, Brandes 2016, "A sparse stress model") nodes with equal distances to the
// pivots would coincide.
type SampledStress struct {
	Net         *netgraph.Network
	paths       *netgraph.PathFinder
	At          netgraph.Points
	permutation []int32 // of the nodes; the first count are the landmarks
	count       int
	distance    []uint16               // row i: from node i to each landmark, units
	x, y        []float32              // of the landmarks
	weight      []float32              // 1/d² of each distance in units, 0 for none
	scale       float32                // drawn length of a step at which the stress is least
	EdgeWeight  float32                // weight of an edge, relative to a landmark at one step
	epochs      int                    // epochs of the present landmarks
	batch       netgraph.DistanceBatch // distances from the landmarks
	measuring   bool                   // new landmarks are drawn and their distances are being measured
	ready       bool                   // landmarks and scale are those of this epoch
	moved       int                    // nodes moved in this epoch
	r           *netgraph.Random
}

// NewSampledStress prepares the descent for positions at, which it changes.
func NewSampledStress(net *netgraph.Network, w *netgraph.PathFinder, at netgraph.Points, r *netgraph.Random) *SampledStress {
	count := LandmarksPerEpoch
	if w.Eccentricity > netgraph.LongDistance {
		count = FewLandmarks
	}
	count = min(count, net.N)
	l := &SampledStress{Net: net, paths: w, At: at, count: count, r: r, permutation: make([]int32, net.N),
		distance: make([]uint16, net.N*count), x: make([]float32, count), y: make([]float32, count)}
	for i := range l.permutation {
		l.permutation[i] = int32(i)
	}
	return l
}

// nodesPerSlice is the number of nodes that one slice moves.
const nodesPerSlice = 4000

// Step does a slice of an epoch, which moves every node once. It returns its cost in node pairs and
// whether the epoch goes on.
func (l *SampledStress) Step() (work int, again bool) {
	from, to, work, again := l.NextBatch()
	for i := from; i < to; i++ {
		l.At.X[i], l.At.Y[i] = l.Majorize(i)
	}
	return work, again
}

// NextBatch returns the range [from, to) of nodes to update next; it is empty while the distances
// from the landmarks are still being measured, a slice of which it does. It returns the cost of
// both in node pairs and whether the epoch goes on.
func (l *SampledStress) NextBatch() (from, to, work int, again bool) {
	if !l.ready {
		work, again = l.refresh()
		l.ready = !again
		return 0, 0, work, true
	}
	from, to = l.moved, min(l.moved+nodesPerSlice, l.Net.N)
	if l.moved = to; to == l.Net.N {
		l.ready, l.moved = false, 0
	}
	return from, to, l.Cost(from, to), to < l.Net.N
}

// Cost is the number of pairs that updating a range of nodes takes.
func (l *SampledStress) Cost(from, to int) int {
	return (to-from)*l.count + int(l.Net.Off[to]-l.Net.Off[from])
}

// refresh does a slice of the preparation of an epoch: new landmarks and their distances, or the
// present positions of the last ones. It returns its cost in node pairs and whether there is more.
func (l *SampledStress) refresh() (work int, again bool) {
	switch {
	case l.measuring:
		work, again = l.Measure()
		l.measuring = again
	case l.epochs == 0 || l.epochs == epochsPerSample || l.count == FewLandmarks:
		l.Sample()
		l.epochs, l.measuring = 0, true
		return l.count, true
	default:
		work = l.snapshot()
	}
	if !again {
		l.epochs++
	}
	return work, again
}

// Sample draws landmarks without replacement (a partial Fisher-Yates shuffle).
func (l *SampledStress) Sample() {
	for k := range l.count {
		other := k + l.r.IntN(l.Net.N-k)
		l.permutation[k], l.permutation[other] = l.permutation[other], l.permutation[k]
	}
	l.batch = l.paths.Batch(l.permutation[:l.count], l.distance, l.count)
}

// Measure does a slice of the measurement of distances, as refresh does.
func (l *SampledStress) Measure() (work int, again bool) {
	work = l.batch.Step()
	if !l.batch.Done() {
		return work, true
	}
	for len(l.weight) <= l.batch.Longest {
		d, s := float32(len(l.weight))*l.paths.Unit, float32(0)
		if d > 0 {
			s = 1 / float32(d*d)
		}
		l.weight = append(l.weight, s)
	}
	return work + l.snapshot(), false
}

// snapshot reads the positions of the landmarks and the scale of the drawing, and returns its cost
// in node pairs.
func (l *SampledStress) snapshot() (work int) {
	l.ReadLandmarks()
	_, l.scale = l.Stress(scaleStride)
	return l.Net.N / scaleStride * l.count
}

// ReadLandmarks reads the positions of the landmarks.
func (l *SampledStress) ReadLandmarks() {
	for k, i := range l.permutation[:l.count] {
		l.x[k], l.y[k] = l.At.X[i], l.At.Y[i]
	}
}

// Stress returns the normalised stress of every stride-th node against the landmarks at its best
// scale, 0 to 1, and that scale: with e = |p_i - p_j| / d_ij, 1 - (sum e)² / (count sum e²) and sum
// e² / sum e.
func (l *SampledStress) Stress(stride int) (stress, scale float32) {
	sum, square, count, weight := 0.0, 0.0, 0, l.weight
	for i := 0; i < len(l.At.X); i += stride {
		x, y := l.At.X[i], l.At.Y[i]
		var rowSum, rowSquare float32
		distance := l.distance[i*l.count : (i+1)*l.count]
		xs, ys := l.x[:len(distance)], l.y[:len(distance)]
		for k, d := range distance {
			if d > 0 {
				count++
			}
			dx, dy := x-xs[k], y-ys[k]
			e2 := (float32(dx*dx) + float32(dy*dy)) * weight[d]
			rowSum += netgraph.Sqrt32(e2)
			rowSquare += e2
		}
		sum += float64(rowSum)
		square += float64(rowSquare)
	}
	if sum == 0 {
		return 1, 1
	}
	return float32(1 - sum/square*sum/float64(count)), float32(square / sum)
}

// Majorize returns the position of node i that minimises the majorant of its sampled stress.
func (l *SampledStress) Majorize(i int) (bestX, bestY float32) {
	const apart = 1e-9
	x, y := l.At.X[i], l.At.Y[i]
	var sumX, sumY, sum float32
	weight := l.weight
	step := float32(l.scale * l.paths.Unit)
	distance := l.distance[i*l.count : (i+1)*l.count]
	xs, ys := l.x[:len(distance)], l.y[:len(distance)]
	for k, d := range distance {
		ox, oy, weightOf := xs[k], ys[k], weight[d]
		dx, dy := x-ox, y-oy
		g := float32(d) * step / (netgraph.Sqrt32(float32(dx*dx)+float32(dy*dy)) + apart)
		sumX += float32(weightOf * (ox + float32(dx*g)))
		sumY += float32(weightOf * (oy + float32(dy*g)))
		sum += weightOf
	}
	net := l.Net
	for e := net.Off[i]; l.EdgeWeight > 0 && e < net.Off[i+1]; e++ {
		j, d := net.To[e], net.Length[e]
		dx, dy := x-l.At.X[j], y-l.At.Y[j]
		weightOf := l.EdgeWeight / float32(d*d)
		g := d * l.scale / (netgraph.Sqrt32(float32(dx*dx)+float32(dy*dy)) + apart)
		sumX += float32(weightOf * (l.At.X[j] + float32(dx*g)))
		sumY += float32(weightOf * (l.At.Y[j] + float32(dy*g)))
		sum += weightOf
	}
	if sum == 0 {
		return x, y
	}
	return sumX / sum, sumY / sum
}
