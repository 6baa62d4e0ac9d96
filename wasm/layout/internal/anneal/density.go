package anneal

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/instance"
)

// A densityGrid measures how evenly the nodes fill the frame. The mass of each node is distributed
// bilinearly over the four cells around it (cloud in cell); the sum of the squared masses is least
// when all cells hold the same, so an empty corner costs.
type densityGrid struct {
	cols, rows  int
	min         geom.Vec // centre of the first cell
	w, h        float64  // of a cell, px
	mass        []float64
	massOf      []float64 // of each node
	labelOffset []float64 // from the centre of the shape to the centre of shape and label, px
}

// newDensityGrid chooses the cells and the mass of each node, which grows with its area.
func newDensityGrid(m *instance.Instance) densityGrid {
	cells := instance.Clamp(float64(m.N)/nodesPerCell, 4, 400)
	cols := 1
	for float64(cols*cols)*m.Frame.H() < cells*m.Frame.W() && cols < 64 {
		cols++
	}
	rows := int(instance.Clamp(cells/float64(cols)+0.5, 1, 64))
	g := densityGrid{cols: cols, rows: rows, w: m.Frame.W() / float64(cols), h: m.Frame.H() / float64(rows)}
	g.min = geom.Vec{X: m.Frame.Min.X + g.w/2, Y: m.Frame.Min.Y + g.h/2}
	g.mass = make([]float64, cols*rows)
	mean := 0.0
	for i := range m.Shapes {
		mean += m.Shapes[i].Area / float64(m.N)
	}
	for i := range m.Shapes {
		s := &m.Shapes[i]
		g.massOf = append(g.massOf, 0.6+instance.Clamp(0.4*s.Area/max(mean, 1e-9), 0, 1))
		g.labelOffset = append(g.labelOffset, (s.Down-s.HalfH)/2)
	}
	return g
}

// clear removes all mass.
func (g *densityGrid) clear() {
	for c := range g.mass {
		g.mass[c] = 0
	}
}

// locate returns the cell up and left of p, and where p lies between it and the next, 0 to 1.
func (g *densityGrid) locate(i int, p geom.Vec) (col, row int, fx, fy float64) {
	x := instance.Clamp((p.X-g.min.X)/g.w, 0, float64(g.cols-1))
	y := instance.Clamp((p.Y+g.labelOffset[i]-g.min.Y)/g.h, 0, float64(g.rows-1))
	col, row = min(int(x), max(g.cols-2, 0)), min(int(y), max(g.rows-2, 0))
	return col, row, x - float64(col), y - float64(row)
}

// cellShare returns the index of one of the four cells around a point, or -1 if a grid of one
// column or row has none there, and its share of the mass.
func (g *densityGrid) cellShare(k, col, row int, fx, fy float64) (int, float64) {
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

// add adds the mass of node i at p to the cells, or removes it if sign is -1.
func (g *densityGrid) add(i int, p geom.Vec, sign float64) {
	col, row, fx, fy := g.locate(i, p)
	for k := range 4 {
		if c, share := g.cellShare(k, col, row, fx, fy); c >= 0 {
			g.mass[c] += float64(sign * g.massOf[i] * share)
		}
	}
}

// cost returns what node i at p adds to the weighted sum of squared masses.
func (g *densityGrid) cost(i int, p geom.Vec) float64 {
	col, row, fx, fy := g.locate(i, p)
	sum := 0.0
	for k := range 4 {
		if c, share := g.cellShare(k, col, row, fx, fy); c >= 0 {
			m := float64(g.massOf[i] * share)
			sum += float64(m * (float64(2*g.mass[c]) + m))
		}
	}
	return float64(weightDensity * sum)
}
