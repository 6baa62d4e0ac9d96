package layout

// landmarks lower the stress of a network too large for all pairs. In each epoch a few dozen
// bodies are chosen by chance, the ways from them to all are measured, and every body goes to
// where its distances to them, and to those that it is tied to, are best: the mean of the
// places that each of these would have it at,
//
//	p_i = sum of w_ij (p_j + d_ij (p_i - p_j) / |p_i - p_j|) / sum of w_ij,  w_ij = 1 / d_ij²
//
// which is one step of majorization (Gansner, Koren, North 2004, "Graph drawing by stress
// majorization"). As the landmarks change, the sum is an unbiased sample of the one over all
// pairs; with the same few pivots throughout (Ortmann, Klimenta, Brandes 2016) bodies that are
// alike to the pivots fall on one spot.
type landmarks struct {
	net    *network
	w      *pathFinder
	at     points
	deck   []int32 // all bodies; the first count are this epoch's landmarks
	count  int
	ways   []uint16      // row i: from body i to each landmark
	x, y   []float32     // of the landmarks
	share  []float32     // 1/d² for each way in quanta, 0 for none
	scale  float32       // length of a step in the cloud: where the stress is least
	tie    float32       // how much a tie counts, a way of one step to a landmark counting 1
	served int           // epochs of the present set
	survey distanceBatch // of the ways
	drawn  bool          // a new set is drawn, its ways are still being measured
	ready  bool          // for the turn at work
	asked  int           // bodies that have had theirs
	r      *random
}

// landmarkCount is how many landmarks an epoch has: one word of waves. Where ways are long, or of
// many lengths, each tells more, and costs more: there a few do.
const (
	landmarkCount = batchSize
	fewLandmarks  = 24
	longWays      = 50 // quanta
)

func newLandmarks(net *network, w *pathFinder, at points, r *random) *landmarks {
	count := landmarkCount
	if w.eccentricity > longWays {
		count = fewLandmarks
	}
	count = min(count, net.n)
	l := &landmarks{net: net, w: w, at: at, count: count, r: r, deck: make([]int32, net.n),
		ways: make([]uint16, net.n*count), x: make([]float32, count), y: make([]float32, count)}
	for i := range l.deck {
		l.deck[i] = int32(i)
	}
	return l
}

// epochsOfASet is how often a set of landmarks serves, if it is not one of a few: measuring the
// ways takes about as long as two epochs.
const epochsOfASet = 2

// bodiesAPiece is how many bodies are asked in one piece of work.
const bodiesAPiece = 4000

// step does a piece of an epoch, in which every body moves once. It returns how many pairs it looked
// at, and whether there is more to do in the epoch.
func (l *landmarks) step() (work int, again bool) {
	from, to, work, again := l.turn()
	for i := from; i < to; i++ {
		l.at.x[i], l.at.y[i] = l.best(i)
	}
	return work, again
}

// turn tells which bodies are the next to be asked for their best places, all of them once: from one
// to before another. There are none as long as the landmarks are being readied, which it does a
// piece of. It returns how many pairs that takes, and whether more is to follow.
func (l *landmarks) turn() (from, to, work int, again bool) {
	if !l.ready {
		work, again = l.renew()
		l.ready = !again
		return 0, 0, work, true
	}
	from, to = l.asked, min(l.asked+bodiesAPiece, l.net.n)
	if l.asked = to; to == l.net.n {
		l.ready, l.asked = false, 0
	}
	return from, to, l.lookedAt(from, to), to < l.net.n
}

// lookedAt is how many pairs it takes to find the best places of some bodies.
func (l *landmarks) lookedAt(from, to int) int {
	return (to-from)*l.count + int(l.net.off[to]-l.net.off[from])
}

// renew does a piece of the work that readies the landmarks for an epoch: a new set, or the last
// one where it is now. It returns the pairs that this is worth, and whether there is more to do.
func (l *landmarks) renew() (work int, again bool) {
	switch {
	case l.drawn:
		work, again = l.measure()
		l.drawn = again
	case l.served == 0 || l.served == epochsOfASet || l.count == fewLandmarks:
		l.draw()
		l.served, l.drawn = 0, true
		return l.count, true
	default:
		work = l.note()
	}
	if !again {
		l.served++
	}
	return work, again
}

// draw draws landmarks.
func (l *landmarks) draw() {
	for k := range l.count {
		other := k + l.r.intN(l.net.n-k)
		l.deck[k], l.deck[other] = l.deck[other], l.deck[k]
	}
	l.survey = l.w.batch(l.deck[:l.count], l.ways, l.count)
}

// measure does a piece of the work of measuring the ways, as renew does.
func (l *landmarks) measure() (work int, again bool) {
	work = l.survey.step()
	if !l.survey.done() {
		return work, true
	}
	for len(l.share) <= l.survey.longest {
		d, s := float32(len(l.share))*l.w.unit, float32(0)
		if d > 0 {
			s = 1 / float32(d*d)
		}
		l.share = append(l.share, s)
	}
	return work + l.note(), false
}

// note takes where the landmarks are, and the scale of the cloud. It returns how many pairs it
// looked at.
func (l *landmarks) note() (work int) {
	l.see()
	_, l.scale = l.stress(scaleEvery)
	return l.net.n / scaleEvery * l.count
}

// see takes where the landmarks are.
func (l *landmarks) see() {
	for k, i := range l.deck[:l.count] {
		l.x[k], l.y[k] = l.at.x[i], l.at.y[i]
	}
}

// scaleEvery: the scale is taken from every eighth body, which is sure to a thousandth.
const scaleEvery = 8

// stress returns the stress of every so many-th body of the cloud, sampled by the landmarks, at its
// best scale, 0 to 1, and that scale: with e = |p_i - p_j| / d_ij, 1 - (sum e)² / (count sum e²) and
// sum e² / sum e.
func (l *landmarks) stress(every int) (stress, scale float32) {
	sum, square, count, share := 0.0, 0.0, 0, l.share
	for i := 0; i < len(l.at.x); i += every {
		x, y := l.at.x[i], l.at.y[i]
		var rowSum, rowSquare float32
		ways := l.ways[i*l.count : (i+1)*l.count]
		xs, ys := l.x[:len(ways)], l.y[:len(ways)]
		for k, d := range ways {
			if d > 0 {
				count++
			}
			dx, dy := x-xs[k], y-ys[k]
			e2 := (float32(dx*dx) + float32(dy*dy)) * share[d]
			rowSum += sqrt32(e2)
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

// best returns where the stress of body i would be least.
func (l *landmarks) best(i int) (bestX, bestY float32) {
	const apart = 1e-9
	x, y := l.at.x[i], l.at.y[i]
	var sumX, sumY, sum float32
	share := l.share
	step := float32(l.scale * l.w.unit)
	ways := l.ways[i*l.count : (i+1)*l.count]
	xs, ys := l.x[:len(ways)], l.y[:len(ways)]
	for k, d := range ways {
		ox, oy, w := xs[k], ys[k], share[d]
		dx, dy := x-ox, y-oy
		g := float32(d) * step / (sqrt32(float32(dx*dx)+float32(dy*dy)) + apart)
		sumX += float32(w * (ox + float32(dx*g)))
		sumY += float32(w * (oy + float32(dy*g)))
		sum += w
	}
	net := l.net
	for e := net.off[i]; l.tie > 0 && e < net.off[i+1]; e++ {
		j, d := net.to[e], net.length[e]
		dx, dy := x-l.at.x[j], y-l.at.y[j]
		w := l.tie / float32(d*d)
		g := d * l.scale / (sqrt32(float32(dx*dx)+float32(dy*dy)) + apart)
		sumX += float32(w * (l.at.x[j] + float32(dx*g)))
		sumY += float32(w * (l.at.y[j] + float32(dy*g)))
		sum += w
	}
	if sum == 0 {
		return x, y
	}
	return sumX / sum, sumY / sum
}
