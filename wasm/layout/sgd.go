package layout

// An sgd lowers the stress of all pairs of a connected network by stochastic gradient descent
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
type sgd struct {
	n        int
	ring     []int32   // nodes in ring order
	distance []uint16  // row k-1 holds the distance from ring position i to position i+k, units
	rows     []int32   // 0 to half the ring, in random order
	ideal    []float32 // length in steps of each distance in units
	mu       []float32 // of each distance in units
	at       points    // by ring position
	eta      float32   // units²
	r        *random

	batch              distanceBatch // distances from the ring positions from measured on
	scratch            []uint16      // what the batch has found, by node
	measured, diameter int
	doneRows           int // rows moved in this epoch
}

// The schedule of eta. The last epochs hardly move a node.
const (
	etaDecay = 0.62
	etaEnd   = 0.08 // eta of the last epoch, in squared units of a mean edge
)

// newSGD prepares the descent; measure has to find the distances before the first step.
func newSGD(net *network, at points, r *random) *sgd {
	s := &sgd{n: net.n, ring: make([]int32, net.n), distance: make([]uint16, net.n*(net.n/2)), at: newPoints(net.n), r: r}
	for i := range s.ring {
		s.ring[i] = int32(i)
	}
	shuffle(r, s.ring)
	for p, i := range s.ring {
		s.at.x[p], s.at.y[p] = at.x[i], at.y[i]
	}
	for k := range net.n / 2 {
		s.rows = append(s.rows, int32(k))
	}
	s.scratch = make([]uint16, net.n*batchSize)
	return s
}

// measure does a slice of the measurement of all distances and returns its cost in node pairs and
// whether there is more.
func (s *sgd) measure(w *pathFinder) (work int, again bool) {
	from := s.measured
	sources := s.ring[from:min(from+batchSize, s.n)]
	if s.batch.done() {
		s.batch = w.batch(sources, s.scratch, batchSize)
	}
	if work = s.batch.step(); !s.batch.done() {
		return work, true
	}
	s.diameter = max(s.diameter, s.batch.longest)
	s.storeBatch(from, len(sources))
	work += s.n * len(sources)
	if s.measured += len(sources); s.measured < s.n {
		return work, true
	}
	s.ideal, s.mu, s.scratch = make([]float32, s.diameter+1), make([]float32, s.diameter+1), nil
	for d := range s.ideal {
		s.ideal[d] = float32(d) * w.unit
	}
	s.eta = float32(s.diameter) * float32(s.diameter)
	return work, false
}

// storeBatch enters the distances from some ring positions.
func (s *sgd) storeBatch(from, count int) {
	for p, i := range s.ring {
		for k, d := range s.scratch[int(i)*batchSize : int(i)*batchSize+count] {
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

// converged reports whether eta has reached its end.
func (s *sgd) converged(w *pathFinder) bool {
	tie := float32(1)
	if w.units != nil {
		tie = unitsPerEdge * unitsPerEdge
	}
	return s.eta < etaEnd*tie
}

// pairsPerRowSlice is the number of pairs that one slice moves.
const pairsPerRowSlice = 300_000

// step moves the pairs of some rows and returns how many. In an epoch every pair moves once; again
// is false at its end.
func (s *sgd) step() (work int, again bool) {
	if s.doneRows == 0 {
		s.beginEpoch()
	}
	for work < pairsPerRowSlice && s.doneRows < len(s.rows) {
		k := int(s.rows[s.doneRows]) + 1
		distance := s.distance[(k-1)*s.n : k*s.n]
		s.movePairs(distance[:s.n-k], s.at.x[:s.n-k], s.at.y[:s.n-k], s.at.x[k:], s.at.y[k:])
		if 2*k < s.n { // of two halves each pair is seen twice
			s.movePairs(distance[s.n-k:], s.at.x[s.n-k:], s.at.y[s.n-k:], s.at.x[:k], s.at.y[:k])
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
func (s *sgd) beginEpoch() {
	for d := 1; d < len(s.mu); d++ {
		mu := s.eta / float32(float32(d)*float32(d))
		if mu > 1 {
			mu = 1
		}
		s.mu[d] = mu / 2 // each end goes half of the way
	}
	shuffle(s.r, s.rows)
}

// movePairs moves the pairs of two sequences of nodes.
func (s *sgd) movePairs(distance []uint16, ax, ay, bx, by []float32) {
	n := len(distance)
	ax, ay, bx, by = ax[:n], ay[:n], bx[:n], by[:n]
	ideal, mu := s.ideal, s.mu[:len(s.ideal)]
	for i, d := range distance {
		if int(d) >= len(ideal) {
			continue
		}
		dx, dy := ax[i]-bx[i], ay[i]-by[i]
		length := sqrt32(float32(dx*dx)+float32(dy*dy)) + 1e-9
		f := mu[d] * (ideal[d] - length) / length
		dx, dy = float32(dx*f), float32(dy*f)
		ax[i] += dx
		ay[i] += dy
		bx[i] -= dx
		by[i] -= dy
	}
}

// copyTo writes the positions by node.
func (s *sgd) copyTo(at points) {
	for p, i := range s.ring {
		at.x[i], at.y[i] = s.at.x[p], s.at.y[p]
	}
}
