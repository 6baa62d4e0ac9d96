package label

import "actormap/wasm/geom"

// cellPx is the size of the index's cells: about the width of a label.
const cellPx = 96.0

// maxCells bounds the index along each axis, however large the frame.
const maxCells = 256

// An Index finds the boxes that overlap a given one without looking at all of them. Boxes
// have numbers, from 0 in the order in which they were added; each is listed in every cell
// that it touches. Call Reset before the first use; from then on it keeps its memory.
type Index struct {
	frame      geom.Rect
	cols, rows int
	cells      []cellList
	entries    []entry
	boxes      []geom.Rect
	gone       []bool
}

// A cellList is the boxes of a cell as a linked list: its first and last entry, from 1 on; 0: none.
type cellList struct{ first, last int32 }

// An entry is a box in a cell and the number of the next entry.
type entry struct{ box, next int32 }

// Reset empties the index. Most boxes should lie in frame, but may lie anywhere.
func (x *Index) Reset(frame geom.Rect) {
	x.frame, x.cols, x.rows = frame, cellsAlong(frame.W()), cellsAlong(frame.H())
	if n := x.cols * x.rows; cap(x.cells) < n {
		x.cells = make([]cellList, n)
	} else {
		x.cells = x.cells[:n]
		clear(x.cells)
	}
	x.entries, x.boxes, x.gone = x.entries[:0], x.boxes[:0], x.gone[:0]
}

func cellsAlong(length float64) int {
	if !(length > cellPx) {
		return 1
	}
	if length >= cellPx*maxCells {
		return maxCells
	}
	return int(length/cellPx) + 1
}

// Add lists a box and returns its number.
func (x *Index) Add(r geom.Rect) int {
	n := len(x.boxes)
	x.boxes = append(x.boxes, r)
	x.gone = append(x.gone, false)
	c0, r0, c1, r1 := x.span(r)
	for row := r0; row <= r1; row++ {
		for col := c0; col <= c1; col++ {
			x.entries = append(x.entries, entry{box: int32(n)})
			me, c := int32(len(x.entries)), &x.cells[row*x.cols+col]
			if c.last > 0 {
				x.entries[c.last-1].next = me
			} else {
				c.first = me
			}
			c.last = me
		}
	}
	return n
}

// Remove forgets a box; its number is not used again.
func (x *Index) Remove(n int) { x.gone[n] = true }

// Hits appends the numbers of the boxes whose interiors meet r to dst, ascending within a
// cell and without doubles, and stops when there are more than most.
func (x *Index) Hits(dst []int, r geom.Rect, most int) []int {
	c0, r0, c1, r1 := x.span(r)
	for row := r0; row <= r1; row++ {
		for col := c0; col <= c1; col++ {
			for k := x.cells[row*x.cols+col].first; k > 0; k = x.entries[k-1].next {
				n := x.entries[k-1].box
				if x.gone[n] || !x.boxes[n].Overlaps(r) || contains(dst, int(n)) {
					continue
				}
				if dst = append(dst, int(n)); len(dst) > most {
					return dst
				}
			}
		}
	}
	return dst
}

func contains(list []int, n int) bool {
	for _, m := range list {
		if m == n {
			return true
		}
	}
	return false
}

// span returns the cells that a box touches; what lies outside the frame counts to the
// cells at its edge, as in a picture whose edge cells reach to infinity.
func (x *Index) span(r geom.Rect) (c0, r0, c1, r1 int) {
	w, h := x.frame.W()/float64(x.cols), x.frame.H()/float64(x.rows)
	c0, c1 = cell(r.Min.X-x.frame.Min.X, w, x.cols), cell(r.Max.X-x.frame.Min.X, w, x.cols)
	r0, r1 = cell(r.Min.Y-x.frame.Min.Y, h, x.rows), cell(r.Max.Y-x.frame.Min.Y, h, x.rows)
	return c0, r0, c1, r1
}

func cell(d, size float64, n int) int {
	if !(d > 0) || !(size > 0) {
		return 0
	}
	if d >= size*float64(n) {
		return n - 1
	}
	return int(d / size)
}
