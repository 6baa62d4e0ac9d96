package raster

import (
	"math"
	"slices"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// chords is how many straight pieces stand for a circle, or for a curve.
const chords = 48

// outline returns the corners of a disc, a box or a hexagon.
func outline(s *display.Shape) []geom.Vec {
	switch s.Kind {
	case display.Disc:
		return circle(s.At, s.HalfW)
	case display.Hexagon:
		return regular(s.At, s.HalfW, 6)
	}
	r := min(s.Corner, s.HalfW, s.HalfH)
	if r <= 0 {
		return []geom.Vec{
			{X: s.At.X - s.HalfW, Y: s.At.Y - s.HalfH}, {X: s.At.X + s.HalfW, Y: s.At.Y - s.HalfH},
			{X: s.At.X + s.HalfW, Y: s.At.Y + s.HalfH}, {X: s.At.X - s.HalfW, Y: s.At.Y + s.HalfH},
		}
	}
	var out []geom.Vec
	for k, v := range circle(geom.Vec{}, r) {
		x, y := s.HalfW-r, s.HalfH-r
		if k > chords/4 && k <= 3*chords/4 {
			x = -x
		}
		if k > chords/2 {
			y = -y
		}
		out = append(out, s.At.Add(v).Add(geom.Vec{X: x, Y: y}))
		if k%(chords/4) == 0 && k > 0 { // the corner's other end
			next := geom.Vec{X: s.HalfW - r, Y: s.HalfH - r}
			if k >= chords/4 && k < 3*chords/4 {
				next.X = -next.X
			}
			if k >= chords/2 {
				next.Y = -next.Y
			}
			out = append(out, s.At.Add(v).Add(next))
		}
	}
	return out
}

func circle(at geom.Vec, r float64) []geom.Vec { return regular(at, r, chords) }

// regular returns the corners of a regular polygon, clockwise on the screen from the right.
func regular(at geom.Vec, r float64, n int) []geom.Vec {
	out := make([]geom.Vec, n)
	for k := range out {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(n))
		out[k] = geom.Vec{X: at.X + r*cos, Y: at.Y + r*sin}
	}
	return out
}

// area is twice the area within corners; negative where they turn the other way.
func area(corners []geom.Vec) float64 {
	var sum float64
	for i, v := range corners {
		sum += v.Cross(corners[(i+1)%len(corners)])
	}
	return sum
}

func reversed(corners []geom.Vec) []geom.Vec {
	out := slices.Clone(corners)
	slices.Reverse(out)
	return out
}

// ring returns the line of a width along the edge of a disc, a box or a hexagon: the figure
// that is larger by half of it, and the smaller one turning the other way.
func ring(s *display.Shape, width float64) [2][]geom.Vec {
	return [2][]geom.Vec{outline(grown(s, width/2)), reversed(outline(grown(s, -width/2)))}
}

// grown returns a shape whose edge is d farther out all around.
func grown(s *display.Shape, d float64) *display.Shape {
	out := *s
	if s.Kind == display.Hexagon {
		d *= 2 / math.Sqrt(3) // its corners move more than its sides
	}
	out.HalfW, out.HalfH = max(0, s.HalfW+d), max(0, s.HalfH+d)
	if s.Corner > 0 {
		out.Corner = max(0, min(s.Corner, s.HalfW, s.HalfH)+d)
	}
	return &out
}

// ribbon returns the outline of a line of a width through points, with straight or round
// ends.
func ribbon(points []geom.Vec, width float64, round bool) []geom.Vec {
	var left, right []geom.Vec
	for i, v := range points {
		along := points[min(i+1, len(points)-1)].Sub(points[max(i-1, 0)])
		if along.Len() == 0 {
			continue
		}
		side := along.Left().Mul(width / 2 / along.Len())
		left, right = append(left, v.Add(side)), append(right, v.Sub(side))
	}
	if len(left) == 0 {
		return nil
	}
	if round {
		left = append(left, half(left[len(left)-1], right[len(right)-1])...)
		right = append([]geom.Vec{}, right...)
		right = append(reversed(half(right[0], left[0])), right...)
	}
	return append(left, reversed(right)...)
}

// half returns the points of the half circle from a to b, clockwise on the screen, without
// its ends.
func half(a, b geom.Vec) []geom.Vec {
	const steps = 8
	middle := a.Lerp(b, 0.5)
	spoke := a.Sub(middle)
	var out []geom.Vec
	for k := 1; k < steps; k++ {
		sin, cos := math.Sincos(math.Pi * float64(k) / steps)
		out = append(out, middle.Add(spoke.Mul(cos)).Sub(spoke.Left().Mul(sin)))
	}
	return out
}

// thick returns pieces that cover a line through points, however it turns: a box for each step
// and a disc at each point. Where pieces overlap, their soft edges add up: it is for halos.
func thick(points []geom.Vec, width float64) [][]geom.Vec {
	var out [][]geom.Vec
	for i, a := range points {
		out = append(out, regular(a, width/2, 16))
		if i == 0 {
			continue
		}
		along := a.Sub(points[i-1])
		if along.Len() == 0 {
			continue
		}
		side := geom.Vec{X: -along.Y, Y: along.X}.Mul(width / 2 / along.Len())
		out = append(out, []geom.Vec{points[i-1].Add(side), a.Add(side), a.Sub(side), points[i-1].Sub(side)})
	}
	return out
}

// strokes returns the pieces of a stroke: the whole curve, its dashes or its dots.
func strokes(s *display.Shape) [][]geom.Vec {
	points := s.Curve.Points(nil, chords)
	switch {
	case s.Width <= 0:
		return nil
	case s.Dash.Off <= 0:
		return [][]geom.Vec{ribbon(points, s.Width, s.Round)}
	case s.Dash.On <= 0:
		var out [][]geom.Vec
		for d, length := 0.0, pathLength(points); d <= length; d += s.Dash.Off {
			out = append(out, regular(pieces(points, d, d)[0], s.Width/2, 16))
		}
		return out
	}
	var out [][]geom.Vec
	turn := s.Dash.Turn(s.Width)
	for d, length, k := 0.0, pathLength(points), 0; d < length; k += 2 {
		mark, gap := turn[k%len(turn)], turn[(k+1)%len(turn)]
		out = append(out, ribbon(pieces(points, d, min(d+mark, length)), s.Width, false))
		d += mark + gap
	}
	return out
}

func pathLength(points []geom.Vec) float64 {
	var length float64
	for i := 1; i < len(points); i++ {
		length += points[i].Sub(points[i-1]).Len()
	}
	return length
}

// pieces returns the part of a line between two distances from its start.
func pieces(points []geom.Vec, from, to float64) []geom.Vec {
	var out []geom.Vec
	var before float64
	for i := 1; i < len(points); i++ {
		step := points[i].Sub(points[i-1]).Len()
		after := before + step
		if after >= from && before <= to && step > 0 {
			if len(out) == 0 {
				out = append(out, points[i-1].Lerp(points[i], (max(from, before)-before)/step))
			}
			out = append(out, points[i-1].Lerp(points[i], (min(to, after)-before)/step))
		}
		before = after
	}
	if len(out) == 0 {
		out = append(out, points[len(points)-1])
	}
	return out
}
