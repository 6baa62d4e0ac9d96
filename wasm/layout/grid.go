package layout

import "actormap/wasm/geom"

// A grid measures how evenly the bodies fill the frame. Each body has a mass, spread over the
// four cells around it in proportion to nearness; the sum of the squared masses is least
// when all cells hold the same, so an empty corner costs.
type grid struct {
	cols, rows int
	min        geom.Vec // middle of the first cell
	w, h       float64  // of a cell, px
	mass       []float64
	body       []float64 // mass of each body
	drop       []float64 // from the middle of the shape to the middle of shape and label, px
}

// bodiesPerCell sets how fine "evenly" is: finer than this the grid would fight the stress.
const bodiesPerCell = 1.6

func newGrid(m *instance) grid {
	cells := clamp(float64(m.n)/bodiesPerCell, 4, 400)
	cols := 1
	for float64(cols*cols)*m.frame.H() < cells*m.frame.W() && cols < 64 {
		cols++
	}
	rows := int(clamp(cells/float64(cols)+0.5, 1, 64))
	g := grid{cols: cols, rows: rows, w: m.frame.W() / float64(cols), h: m.frame.H() / float64(rows)}
	g.min = geom.Vec{X: m.frame.Min.X + g.w/2, Y: m.frame.Min.Y + g.h/2}
	g.mass = make([]float64, cols*rows)
	mean := 0.0
	for i := range m.shapes {
		mean += m.shapes[i].area / float64(m.n)
	}
	for i := range m.shapes {
		s := &m.shapes[i]
		g.body = append(g.body, 0.6+clamp(0.4*s.area/max(mean, 1e-9), 0, 1))
		g.drop = append(g.drop, (s.down-s.halfH)/2)
	}
	return g
}

func (g *grid) clear() {
	for c := range g.mass {
		g.mass[c] = 0
	}
}

// spot returns the cell up and left of p and p's place between it and the next, 0 to 1.
func (g *grid) spot(i int, p geom.Vec) (col, row int, fx, fy float64) {
	x := clamp((p.X-g.min.X)/g.w, 0, float64(g.cols-1))
	y := clamp((p.Y+g.drop[i]-g.min.Y)/g.h, 0, float64(g.rows-1))
	col, row = min(int(x), max(g.cols-2, 0)), min(int(y), max(g.rows-2, 0))
	return col, row, x - float64(col), y - float64(row)
}

// corner returns the index of a cell of a spot, or -1 where a grid of one column or row has
// none, and the share that it takes.
func (g *grid) corner(k, col, row int, fx, fy float64) (int, float64) {
	if k&1 == 0 {
		fx = 1 - fx
	} else if col++; col >= g.cols {
		return -1, 0
	}
	if k&2 == 0 {
		fy = 1 - fy
	} else if row++; row >= g.rows {
		return -1, 0
	}
	return row*g.cols + col, float64(fx * fy)
}

// add puts the mass of body i at p into the cells, or takes it out when sign is -1.
func (g *grid) add(i int, p geom.Vec, sign float64) {
	col, row, fx, fy := g.spot(i, p)
	for k := range 4 {
		if c, part := g.corner(k, col, row, fx, fy); c >= 0 {
			g.mass[c] += float64(sign * g.body[i] * part)
		}
	}
}

// cost is what adding body i at p would add to the price of the squared masses.
func (g *grid) cost(i int, p geom.Vec) float64 {
	col, row, fx, fy := g.spot(i, p)
	sum := 0.0
	for k := range 4 {
		if c, part := g.corner(k, col, row, fx, fy); c >= 0 {
			m := float64(g.body[i] * part)
			sum += float64(m * (float64(2*g.mass[c]) + m))
		}
	}
	return float64(payUneven * sum)
}
