package layout

// A stress moves all pairs of a connected network towards the distance that they should have,
// one pair at a time, by steps that shrink: stochastic gradient descent on
//
//	sum over pairs of (|p_i - p_j| - d_ij)² / d_ij²
//
// (Zheng, Pawar, Goodman 2019, "Graph drawing by stochastic gradient descent"). A pair goes the
// share mu = min(1, eta / d²) of its way; eta falls from epoch to epoch.
//
// There the pairs of an epoch are shuffled. Here the bodies are shuffled once, on a ring, and
// the pairs come by their distance on it, the distances in chance order: so pairs that follow
// one another share no body, all arrays are read from front to back, and no list of pairs is
// kept.
type stress struct {
	n     int
	ring  []int32   // bodies in their order on the ring
	ways  []uint16  // row k-1 holds for each place i of the ring the way to place i+k
	rows  []int32   // 0 to half the ring, in chance order
	ideal []float32 // of each way in quanta: steps
	mu    []float32 // of each way in quanta
	at    points    // by place on the ring
	eta   float32   // quanta²
	r     *random

	survey         distanceBatch // of the ways from the places of the ring from measured on
	ahead          []uint16      // what it has found, by body
	measured, most int
	pulled         int // rows of the epoch at work
}

// Schedule of the step sizes. The last epochs hardly move a thing.
const (
	stressDecay = 0.62
	stressEnd   = 0.08 // eta of the last epoch, in quanta of ties of mean length
)

// newStress prepares the descent but for the ways, which measure finds.
func newStress(net *network, at points, r *random) *stress {
	s := &stress{n: net.n, ring: make([]int32, net.n), ways: make([]uint16, net.n*(net.n/2)), at: newPoints(net.n), r: r}
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
	s.ahead = make([]uint16, net.n*batchSize)
	return s
}

// measure does a piece of the work of filling in the ways. It returns the pairs that this is
// worth, and whether there is more to do.
func (s *stress) measure(w *pathFinder) (work int, again bool) {
	from := s.measured
	sources := s.ring[from:min(from+batchSize, s.n)]
	if s.survey.done() {
		s.survey = w.batch(sources, s.ahead, batchSize)
	}
	if work = s.survey.step(); !s.survey.done() {
		return work, true
	}
	s.most = max(s.most, s.survey.longest)
	s.fillIn(from, len(sources))
	work += s.n * len(sources)
	if s.measured += len(sources); s.measured < s.n {
		return work, true
	}
	s.ideal, s.mu, s.ahead = make([]float32, s.most+1), make([]float32, s.most+1), nil
	for d := range s.ideal {
		s.ideal[d] = float32(d) * w.unit
	}
	s.eta = float32(s.most) * float32(s.most)
	return work, false
}

// fillIn enters the ways from some places of the ring.
func (s *stress) fillIn(from, count int) {
	for p, i := range s.ring {
		for k, d := range s.ahead[int(i)*batchSize : int(i)*batchSize+count] {
			step := p - from - k
			if step < 0 {
				step += s.n
			}
			if step > 0 && step <= s.n/2 {
				s.ways[(step-1)*s.n+from+k] = d
			}
		}
	}
}

// done reports whether all epochs have run.
func (s *stress) done(w *pathFinder) bool {
	tie := float32(1)
	if w.units != nil {
		tie = unitsPerEdge * unitsPerEdge
	}
	return s.eta < stressEnd*tie
}

// rowPairs is how many pairs are moved in one piece of work.
const rowPairs = 300_000

// step moves the pairs of some rows and returns how many. In an epoch every pair moves once; again
// is false at its end.
func (s *stress) step() (work int, again bool) {
	if s.pulled == 0 {
		s.begin()
	}
	for work < rowPairs && s.pulled < len(s.rows) {
		k := int(s.rows[s.pulled]) + 1
		ways := s.ways[(k-1)*s.n : k*s.n]
		s.pull(ways[:s.n-k], s.at.x[:s.n-k], s.at.y[:s.n-k], s.at.x[k:], s.at.y[k:])
		if 2*k < s.n { // of two halves each pair is seen twice
			s.pull(ways[s.n-k:], s.at.x[s.n-k:], s.at.y[s.n-k:], s.at.x[:k], s.at.y[:k])
		}
		work += s.n
		s.pulled++
	}
	if s.pulled < len(s.rows) {
		return work, true
	}
	s.pulled, s.eta = 0, float32(s.eta*stressDecay)
	return work, false
}

// begin readies an epoch.
func (s *stress) begin() {
	for d := 1; d < len(s.mu); d++ {
		mu := s.eta / float32(float32(d)*float32(d))
		if mu > 1 {
			mu = 1
		}
		s.mu[d] = mu / 2 // each end goes half of the way
	}
	shuffle(s.r, s.rows)
}

// pull moves the pairs of two rows of bodies.
func (s *stress) pull(ways []uint16, ax, ay, bx, by []float32) {
	n := len(ways)
	ax, ay, bx, by = ax[:n], ay[:n], bx[:n], by[:n]
	ideal, mus := s.ideal, s.mu[:len(s.ideal)]
	for i, d := range ways {
		if int(d) >= len(ideal) {
			continue
		}
		dx, dy := ax[i]-bx[i], ay[i]-by[i]
		length := sqrt32(float32(dx*dx)+float32(dy*dy)) + 1e-9
		f := mus[d] * (ideal[d] - length) / length
		dx, dy = float32(dx*f), float32(dy*f)
		ax[i] += dx
		ay[i] += dy
		bx[i] -= dx
		by[i] -= dy
	}
}

// copyTo writes the places into a cloud by body.
func (s *stress) copyTo(at points) {
	for p, i := range s.ring {
		at.x[i], at.y[i] = s.at.x[p], s.at.y[p]
	}
}
