package layout

// springs pull tied bodies to the length of their tie. They are d3-force's: a spring gives way
// by the share strength = 1 / (the lesser degree of its ends), and the end with fewer ties goes
// the larger part of it.
type springs struct {
	a, b   []int32
	length []float32 // steps
	ka, kb []float32 // share of the error that a and b go
	slack  float32   // steps⁻²: a spring of length l gives way by 1 / (1 + slack l²) of that; 0: by all
}

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
			s.ka = append(s.ka, dj/(di+dj)/least)
			s.kb = append(s.kb, di/(di+dj)/least)
		}
	}
	return s
}

// pull adds to force what the springs do at places at, k times.
func (s *springs) pull(at points, k float32, force points) {
	n := len(at.x)
	x, y, fx, fy := at.x, at.y[:n], force.x[:n], force.y[:n]
	bs, length, ka, kb := s.b[:len(s.a)], s.length[:len(s.a)], s.ka[:len(s.a)], s.kb[:len(s.a)]
	for e, a := range s.a {
		b := bs[e]
		dx, dy := x[b]-x[a], y[b]-y[a]
		l := sqrt32(float32(dx*dx)+float32(dy*dy)) + 1e-9
		f := k * (l - length[e]) / l / (1 + float32(s.slack*float32(l*l)))
		fa, fb := float32(f*ka[e]), float32(f*kb[e])
		fx[a] += float32(dx * fa)
		fy[a] += float32(dy * fa)
		fx[b] -= float32(dx * fb)
		fy[b] -= float32(dy * fb)
	}
}
