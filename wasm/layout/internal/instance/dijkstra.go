package instance

import "math"

// setDistances computes the graph distance of each pair by Dijkstra's algorithm, and the stress
// weights 1/d², scaled by the weight of a link between the pair.
func (m *Instance) setDistances() {
	m.Distance = make([]float64, m.N*m.N)
	m.Weight = make([]float64, m.N*m.N)
	w := dijkstra{adjacent: m.Adjacent, heapIndex: make([]int, m.N)}
	for from := range m.N {
		w.run(from, m.Distance[from*m.N:(from+1)*m.N])
	}
	for i := range m.N {
		for j := range i {
			d := m.Distance[j*m.N+i] // both directions agree up to rounding
			m.Distance[i*m.N+j] = d
			if !math.IsInf(d, 1) {
				m.Weight[i*m.N+j] = 1 / float64(d*d)
				m.Weight[j*m.N+i] = m.Weight[i*m.N+j]
			}
		}
	}
	for i := range m.N {
		for _, t := range m.Adjacent[i] {
			m.Weight[i*m.N+t.To] *= Clamp(t.Weight, 0.2, 3)
		}
	}
	m.WeightedDistance = make([]float64, m.N*m.N)
	for k, w := range m.Weight {
		if w > 0 {
			m.WeightedDistance[k] = float64(w * m.Distance[k])
		}
	}
}

// A dijkstra is Dijkstra's algorithm with an indexed binary heap (Dijkstra 1959, "A note on two
// problems in connexion with graphs").
type dijkstra struct {
	adjacent  [][]neighbour
	distance  []float64
	heap      []int
	heapIndex []int // position of each node in the heap plus one; 0: not in it
}

// run fills distance with the length of the shortest path from a node to each, +Inf between
// components.
func (w *dijkstra) run(start int, distance []float64) {
	for i := range distance {
		distance[i] = math.Inf(1)
	}
	w.distance, w.heap = distance, w.heap[:0]
	distance[start] = 0
	w.decreaseKey(start)
	for len(w.heap) > 0 {
		next := w.pop()
		for _, t := range w.adjacent[next] {
			if d := distance[next] + t.length; d < distance[t.To] {
				distance[t.To] = d
				w.decreaseKey(t.To)
			}
		}
	}
}

// decreaseKey restores the heap after the distance of node i fell.
func (w *dijkstra) decreaseKey(i int) {
	if w.heapIndex[i] == 0 {
		w.heap = append(w.heap, i)
		w.heapIndex[i] = len(w.heap)
	}
	for k := w.heapIndex[i] - 1; k > 0; {
		up := (k - 1) / 2
		if !w.less(k, up) {
			return
		}
		w.swap(k, up)
		k = up
	}
}

// pop removes the nearest node.
func (w *dijkstra) pop() int {
	first, last := w.heap[0], len(w.heap)-1
	w.swap(0, last)
	w.heap = w.heap[:last]
	w.heapIndex[first] = 0
	for k := 0; ; {
		down := 2*k + 1
		if down+1 < last && w.less(down+1, down) {
			down++
		}
		if down >= last || !w.less(down, k) {
			return first
		}
		w.swap(k, down)
		k = down
	}
}

// less orders the heap by distance, then by node.
func (w *dijkstra) less(k, l int) bool {
	a, b := w.distance[w.heap[k]], w.distance[w.heap[l]]
	return a < b || a == b && w.heap[k] < w.heap[l]
}

// swap exchanges two entries of the heap.
func (w *dijkstra) swap(k, l int) {
	w.heap[k], w.heap[l] = w.heap[l], w.heap[k]
	w.heapIndex[w.heap[k]], w.heapIndex[w.heap[l]] = k+1, l+1
}
