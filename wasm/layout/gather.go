package layout

import "math"

// Effort and forces of a gathering.
const (
	gatherTicks  = 8
	gatherHeat   = 0.4
	gatherLength = 0.5 // of a tie: neighbours are to come closer than others
	gatherReach  = 0.5 // of the mean tie: at this length a spring has let go by half
	weakCharge   = usualCharge / 4
)

// gathering makes a task that draws tied bodies together in a drawing that has its shape: a few
// ticks of falling heat, with springs that let go the longer they are, as in t-FDP (Zhong
// et al. 2023, "Force-directed graph layouts revisited: a new force based on the
// t-distribution"). Where clusters are tied to many others, as in most large networks, springs
// that pull the harder the longer they are put each body at the mean of places all over the
// drawing, amid strangers. Here the short ones win, and the shape hardly feels it.
func (c *course) gathering(ticks int, charge float32) task {
	var x *relaxation
	left := ticks
	return func() (int, bool) {
		if x == nil {
			c.at.giveRoom()
			x = newRelaxation(c.net, c.at)
			x.charge = charge
			x.springs.letGo(c.at)
		}
		work, again := x.step(gatherHeat * float32(left) / float32(ticks))
		if !again {
			left--
		}
		return work, left > 0
	}
}

// letGo makes springs short ones that let go of what is far.
func (s *springs) letGo(at cloud) {
	sum := 0.0
	for e, a := range s.a {
		b := s.b[e]
		dx, dy := at.x[b]-at.x[a], at.y[b]-at.y[a]
		sum += float64(sqrt32(float32(dx*dx) + float32(dy*dy)))
		s.length[e] = float32(s.length[e] * gatherLength)
	}
	if reach := gatherReach * sum / float64(len(s.a)); reach > 0 {
		s.slack = float32(1 / float64(reach*reach))
	}
}

// giveRoom enlarges a cloud in which bodies stand closer than a step, if they were spread evenly
// over a disc of its moment of inertia: its mean square radius is half the square of its radius.
func (c cloud) giveRoom() {
	var sumX, sumY, square float64
	for i := range c.x {
		x, y := float64(c.x[i]), float64(c.y[i])
		sumX += x
		sumY += y
		square += float64(x*x) + float64(y*y)
	}
	n := float64(len(c.x))
	const twoPi = 6.283185307179586
	square = square/n - float64(sumX/n*sumX/n) - float64(sumY/n*sumY/n)
	spacing := math.Sqrt(max(square, 0) * twoPi / n)
	if spacing <= 0 || spacing >= 1 {
		return
	}
	for i := range c.x {
		c.x[i] = float32(float64(c.x[i]) / spacing)
		c.y[i] = float32(float64(c.y[i]) / spacing)
	}
}
