// Package stress minimises stress, the error of the distances in a drawing: PivotMDS for a start, stochastic
// gradient descent over all pairs, majorization over a sample. weights.go has all weights.
package stress

import "actormap/wasm/layout/internal/netgraph"

// An Sgd lowers the stress of all pairs of a connected network by stochastic gradient descent
// (Zheng, Pawar, Goodman 2019, "Graph drawing by stochastic gradient descent") on
//
//	sum over pairs of (|p_i - p_j| - d_ij)² / d_ij²
//
// A step moves one pair by the share mu = min(1, eta / d²) of its error; eta falls from epoch to
// epoch.
//
// The paper shuffles the pairs of an epoch. Here the nodes are shuffled once, on a ring, and the
// pairs are taken by their offset on the ring, the offsets in random order: consecutive pairs share
// no node, arrays are read in sequence, and no list of pairs is kept.
type Sgd struct {
	n        int
	ring     []int32         // nodes in ring order
	distance []uint16        // row k-1 holds the distance from ring position i to position i+k, units
	rows     []int32         // 0 to half the ring, in random order
	ideal    []float32       // length in steps of each distance in units
	mu       []float32       // of each distance in units
	at       netgraph.Points // by ring position
	eta      float32         // units²
	r        *netgraph.Random

	batch              netgraph.DistanceBatch // distances from the ring positions from measured on
	scratch            []uint16               // what the batch has found, by node
	measured, diameter int
	doneRows           int // rows moved in this epoch
}

// NewSGD prepares the descent; measure has to find the distances before the first step.
func NewSGD(net *netgraph.Network, at netgraph.Points, r *netgraph.Random) *Sgd {
	s := &Sgd{n: net.N, ring: make([]int32, net.N), distance: make([]uint16, net.N*(net.N/2)), at: netgraph.NewPoints(net.N), r: r}
	for i := range s.ring {
		s.ring[i] = int32(i)
	}
	netgraph.Shuffle(r, s.ring)
	for p, i := range s.ring {
		s.at.X[p], s.at.Y[p] = at.X[i], at.Y[i]
	}
	for k := range net.N / 2 {
		s.rows = append(s.rows, int32(k))
	}
	s.scratch = make([]uint16, net.N*netgraph.BatchSize)
	return s
}

// Measure does a slice of the measurement of all distances and returns its cost in node pairs and
// whether there is more.
func (s *Sgd) Measure(w *netgraph.PathFinder) (work int, again bool) {
	from := s.measured
	sources := s.ring[from:min(from+netgraph.BatchSize, s.n)]
	if s.batch.Done() {
		s.batch = w.Batch(sources, s.scratch, netgraph.BatchSize)
	}
	if work = s.batch.Step(); !s.batch.Done() {
		return work, true
	}
	s.diameter = max(s.diameter, s.batch.Longest)
	s.storeBatch(from, len(sources))
	work += s.n * len(sources)
	if s.measured += len(sources); s.measured < s.n {
		return work, true
	}
	s.ideal, s.mu, s.scratch = make([]float32, s.diameter+1), make([]float32, s.diameter+1), nil
	for d := range s.ideal {
		s.ideal[d] = float32(d) * w.Unit
	}
	s.eta = float32(s.diameter) * float32(s.diameter)
	return work, false
}

// storeBatch enters the distances from some ring positions.
func (s *Sgd) storeBatch(from, count int) {
	for p, i := range s.ring {
		for k, d := range s.scratch[int(i)*netgraph.BatchSize : int(i)*netgraph.BatchSize+count] {
			step := p - from - k
			if step < 0 {
				step += s.n
			}
			if step > 0 && step <= s.n/2 {
				s.distance[(step-1)*s.n+from+k] = d
			}
		}
	}
}

// Converged reports whether eta has reached its end.
func (s *Sgd) Converged(w *netgraph.PathFinder) bool {
	tie := float32(1)
	if w.Units != nil {
		tie = netgraph.UnitsPerEdge * netgraph.UnitsPerEdge
	}
	return s.eta < etaEnd*tie
}

// pairsPerRowSlice is the number of pairs that one slice moves.
const pairsPerRowSlice = 300_000

// Step moves the pairs of some rows and returns how many. In an epoch every pair moves once; again
// is false at its end.
func (s *Sgd) Step() (work int, again bool) {
	if s.doneRows == 0 {
		s.beginEpoch()
	}
	for work < pairsPerRowSlice && s.doneRows < len(s.rows) {
		k := int(s.rows[s.doneRows]) + 1
		distance := s.distance[(k-1)*s.n : k*s.n]
		s.movePairs(distance[:s.n-k], s.at.X[:s.n-k], s.at.Y[:s.n-k], s.at.X[k:], s.at.Y[k:])
		if 2*k < s.n { // of two halves each pair is seen twice
			s.movePairs(distance[s.n-k:], s.at.X[s.n-k:], s.at.Y[s.n-k:], s.at.X[:k], s.at.Y[:k])
		}
		work += s.n
		s.doneRows++
	}
	if s.doneRows < len(s.rows) {
		return work, true
	}
	s.doneRows, s.eta = 0, float32(s.eta*etaDecay)
	return work, false
}

// beginEpoch computes mu and shuffles the rows.
func (s *Sgd) beginEpoch() {
	for d := 1; d < len(s.mu); d++ {
		mu := s.eta / float32(float32(d)*float32(d))
		if mu > 1 {
			mu = 1
		}
		s.mu[d] = mu / 2 // each end goes half of the way
	}
	netgraph.Shuffle(s.r, s.rows)
}

// movePairs moves the pairs of two sequences of nodes.
func (s *Sgd) movePairs(distance []uint16, ax, ay, bx, by []float32) {
	n := len(distance)
	ax, ay, bx, by = ax[:n], ay[:n], bx[:n], by[:n]
	ideal, mu := s.ideal, s.mu[:len(s.ideal)]
	for i, d := range distance {
		if int(d) >= len(ideal) {
			continue
		}
		dx, dy := ax[i]-bx[i], ay[i]-by[i]
		length := netgraph.Sqrt32(float32(dx*dx)+float32(dy*dy)) + 1e-9
		f := mu[d] * (ideal[d] - length) / length
		dx, dy = float32(dx*f), float32(dy*f)
		ax[i] += dx
		ay[i] += dy
		bx[i] -= dx
		by[i] -= dy
	}
}

// CopyTo writes the positions by node.
func (s *Sgd) CopyTo(at netgraph.Points) {
	for p, i := range s.ring {
		at.X[i], at.Y[i] = s.at.X[p], s.at.Y[p]
	}
}
