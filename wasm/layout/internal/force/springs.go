package force

import "actormap/wasm/layout/internal/netgraph"

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
func newSprings(net *netgraph.Network) *springs {
	s := &springs{}
	for i := range int32(net.N) {
		for e := net.Off[i]; e < net.Off[i+1]; e++ {
			j := net.To[e]
			if j < i {
				continue
			}
			di, dj := float32(net.Degree(i)), float32(net.Degree(j))
			least := di
			if dj < di {
				least = dj
			}
			s.a, s.b = append(s.a, i), append(s.b, j)
			s.length = append(s.length, net.Length[e])
			s.shareA = append(s.shareA, dj/(di+dj)/least)
			s.shareB = append(s.shareB, di/(di+dj)/least)
		}
	}
	return s
}

// pull adds k times the force of the springs at positions at.
func (s *springs) pull(at netgraph.Points, k float32, force netgraph.Points) {
	n := len(at.X)
	x, y, fx, fy := at.X, at.Y[:n], force.X[:n], force.Y[:n]
	bs, length, ka, kb := s.b[:len(s.a)], s.length[:len(s.a)], s.shareA[:len(s.a)], s.shareB[:len(s.a)]
	for e, a := range s.a {
		b := bs[e]
		dx, dy := x[b]-x[a], y[b]-y[a]
		l := netgraph.Sqrt32(float32(dx*dx)+float32(dy*dy)) + 1e-9
		f := k * (l - length[e]) / l / (1 + float32(s.decay*float32(l*l)))
		fa, fb := float32(f*ka[e]), float32(f*kb[e])
		fx[a] += float32(dx * fa)
		fy[a] += float32(dy * fa)
		fx[b] -= float32(dx * fb)
		fy[b] -= float32(dy * fb)
	}
}

// UseDecay sets rest lengths to 0 and lets the force fall to a half at a share of the mean edge length (t-FDP).
func (s *springs) UseDecay(at netgraph.Points, share float64) {
	sum := 0.0
	for e, a := range s.a {
		b := s.b[e]
		dx, dy := at.X[b]-at.X[a], at.Y[b]-at.Y[a]
		sum += float64(netgraph.Sqrt32(float32(dx*dx) + float32(dy*dy)))
	}
	clear(s.length)
	if half := share * sum / float64(len(s.a)); half > 0 {
		s.decay = float32(1 / float64(half*half))
	}
}
