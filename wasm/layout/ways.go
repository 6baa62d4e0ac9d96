package layout

import "math"

// setDistances finds the shortest way between any two bodies and from it the weights of the
// stress.
func (m *model) setDistances() {
	m.steps = make([]float64, m.n*m.n)
	m.weight = make([]float64, m.n*m.n)
	w := walk{ties: m.ties, place: make([]int, m.n)}
	for from := range m.n {
		w.from(from, m.steps[from*m.n:(from+1)*m.n])
	}
	for i := range m.n {
		for j := range i {
			d := m.steps[j*m.n+i] // both ways agree but for rounding
			m.steps[i*m.n+j] = d
			if !math.IsInf(d, 1) {
				m.weight[i*m.n+j] = 1 / float64(d*d)
				m.weight[j*m.n+i] = m.weight[i*m.n+j]
			}
		}
	}
	for i := range m.n {
		for _, t := range m.ties[i] {
			m.weight[i*m.n+t.to] *= clamp(t.weight, 0.2, 3)
		}
	}
	m.pull = make([]float64, m.n*m.n)
	for k, w := range m.weight {
		if w > 0 {
			m.pull[k] = float64(w * m.steps[k])
		}
	}
}

// A walk finds shortest ways by Dijkstra's algorithm with a binary heap that knows where each
// body stands in it.
type walk struct {
	ties  [][]tie
	way   []float64
	heap  []int
	place []int // of each body in the heap plus one; 0: not in it
}

// from fills way with the lengths of the shortest ways from a body, +Inf where there is none.
func (w *walk) from(start int, way []float64) {
	for i := range way {
		way[i] = math.Inf(1)
	}
	w.way, w.heap = way, w.heap[:0]
	way[start] = 0
	w.lift(start)
	for len(w.heap) > 0 {
		next := w.pop()
		for _, t := range w.ties[next] {
			if d := way[next] + t.length; d < way[t.to] {
				way[t.to] = d
				w.lift(t.to)
			}
		}
	}
}

// lift puts body i, whose way became shorter, where it belongs in the heap.
func (w *walk) lift(i int) {
	if w.place[i] == 0 {
		w.heap = append(w.heap, i)
		w.place[i] = len(w.heap)
	}
	for k := w.place[i] - 1; k > 0; {
		up := (k - 1) / 2
		if !w.before(k, up) {
			return
		}
		w.swap(k, up)
		k = up
	}
}

// pop takes the nearest body out.
func (w *walk) pop() int {
	first, last := w.heap[0], len(w.heap)-1
	w.swap(0, last)
	w.heap = w.heap[:last]
	w.place[first] = 0
	for k := 0; ; {
		down := 2*k + 1
		if down+1 < last && w.before(down+1, down) {
			down++
		}
		if down >= last || !w.before(down, k) {
			return first
		}
		w.swap(k, down)
		k = down
	}
}

func (w *walk) before(k, l int) bool {
	a, b := w.way[w.heap[k]], w.way[w.heap[l]]
	return a < b || a == b && w.heap[k] < w.heap[l]
}

func (w *walk) swap(k, l int) {
	w.heap[k], w.heap[l] = w.heap[l], w.heap[k]
	w.place[w.heap[k]], w.place[w.heap[l]] = k+1, l+1
}
