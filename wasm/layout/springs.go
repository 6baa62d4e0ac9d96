package layout

// springs pull adjacent nodes to the length of their edge. Strength and bias are those of d3-force:
// a spring corrects the share 1 / (lesser degree of its ends) of its error, and the end of lower
// degree moves by the larger part of it.
type springs struct {
	a, b           []int32
	length         []float32 // steps
	shareA, shareB []float32 // share of the error that a and b move
	decay          float32   // steps⁻²: a spring of length l pulls with 1 / (1 + decay l²) of its force; 0: fully
}

// newSprings makes a spring for each edge.
func newSprings(net *network) *springs {
	s := &springs{}
	for i := range int32(net.n) {
		for e := net.off[i]; e < net.off[i+1]; e++ {
			j := net.to[e]
			if j < i {
				continue
			}
			di, dj := float32(net.degree(i)), float32(net.degree(j))
			least := di
			if dj < di {
				least = dj
			}
			s.a, s.b = append(s.a, i), append(s.b, j)
			s.length = append(s.length, net.length[e])
			s.shareA = append(s.shareA, dj/(di+dj)/least)
			s.shareB = append(s.shareB, di/(di+dj)/least)
		}
	}
	return s
}

// pull adds k times the force of the springs at positions at.
func (s *springs) pull(at points, k float32, force points) {
	n := len(at.x)
	x, y, fx, fy := at.x, at.y[:n], force.x[:n], force.y[:n]
	bs, length, ka, kb := s.b[:len(s.a)], s.length[:len(s.a)], s.shareA[:len(s.a)], s.shareB[:len(s.a)]
	for e, a := range s.a {
		b := bs[e]
		dx, dy := x[b]-x[a], y[b]-y[a]
		l := sqrt32(float32(dx*dx)+float32(dy*dy)) + 1e-9
		f := k * (l - length[e]) / l / (1 + float32(s.decay*float32(l*l)))
		fa, fb := float32(f*ka[e]), float32(f*kb[e])
		fx[a] += float32(dx * fa)
		fy[a] += float32(dy * fa)
		fx[b] -= float32(dx * fb)
		fy[b] -= float32(dy * fb)
	}
}

// useDecay sets rest lengths to 0 and halves the force at half the mean edge length (t-FDP).
func (s *springs) useDecay(at points) {
	sum := 0.0
	for e, a := range s.a {
		b := s.b[e]
		dx, dy := at.x[b]-at.x[a], at.y[b]-at.y[a]
		sum += float64(sqrt32(float32(dx*dx) + float32(dy*dy)))
	}
	clear(s.length)
	if half := tfdpHalfLength * sum / float64(len(s.a)); half > 0 {
		s.decay = float32(1 / float64(half*half))
	}
}
