package netgraph

import (
	"math/bits"

	"actormap/wasm/layout/internal/instance"
)

// A PathFinder measures shortest paths through a connected network in whole units of length, so
// that a distance fits into 16 bits. If all edges have one length, the unit is that length and
// paths are found by breadth-first search; otherwise the unit is an eighth of the mean length,
// which keeps the rounding below what a drawing shows, and paths are found by Dial's algorithm.
type PathFinder struct {
	net          *Network
	Unit         float32  // steps
	Units        []uint16 // of each half-edge; nil if all edges have one length
	maxEdge      int      // units
	Eccentricity int      // largest eccentricity of a source measured by SingleSource, units
	queue        []int32
	bucket       [][]int32
	seen         []uint64 // bit k of node i: the search from source k has reached i
	frontier     []uint64
	next         []uint64
	active       []int32  // nodes of the frontier
	row          []uint16 // distances from one source
}

// Clone returns a PathFinder through the same network for another goroutine: scratch is not shared.
func (w *PathFinder) Clone() *PathFinder {
	t := &PathFinder{net: w.net, Unit: w.Unit, Units: w.Units, maxEdge: w.maxEdge, Eccentricity: w.Eccentricity, queue: make([]int32, 0, w.net.N)}
	if w.Units != nil {
		t.bucket = make([][]int32, w.maxEdge+1)
	}
	return t
}

// maxDistance caps distances, units: they are stored in 16 bits.
const maxDistance = 60000

// NewPathFinder chooses the unit and prepares scratch.
func NewPathFinder(net *Network) *PathFinder {
	w := &PathFinder{net: net, maxEdge: 1, queue: make([]int32, 0, net.N)}
	if length, yes := net.uniformLength(); yes {
		w.Unit = length
		return w
	}
	sum := 0.0
	for _, l := range net.Length {
		sum += float64(l)
	}
	w.Unit = float32(sum / float64(len(net.Length)) / UnitsPerEdge)
	w.Units = make([]uint16, len(net.Length))
	for e, l := range net.Length {
		q := int(instance.Clamp(float64(l/w.Unit)+0.5, 1, 32*UnitsPerEdge))
		w.Units[e], w.maxEdge = uint16(q), max(w.maxEdge, q)
	}
	w.bucket = make([][]int32, w.maxEdge+1)
	return w
}

// SingleSource writes the distance from a source to each node into out and returns the largest.
func (w *PathFinder) SingleSource(source int32, out []uint16) int {
	const unseen = 1<<16 - 1
	for i := range out {
		out[i] = unseen
	}
	out[source] = 0
	if w.Units != nil {
		most := w.dial(source, out)
		w.Eccentricity = max(w.Eccentricity, most)
		return most
	}
	net := w.net
	queue := append(w.queue[:0], source)
	for k := 0; k < len(queue); k++ {
		i := queue[k]
		d := out[i] + 1
		if d > maxDistance {
			d = maxDistance
		}
		for _, j := range net.To[net.Off[i]:net.Off[i+1]] {
			if out[j] == unseen {
				out[j] = d
				queue = append(queue, j)
			}
		}
	}
	most := int(out[queue[len(queue)-1]])
	w.Eccentricity = max(w.Eccentricity, most)
	return most
}

// dial is Dial's algorithm (Dial 1969, "Shortest-path forest with topological ordering"): Dijkstra
// with one bucket a distance. As no edge is longer than maxEdge units, a ring of maxEdge+1 buckets
// is enough.
func (w *PathFinder) dial(source int32, out []uint16) int {
	net, ring := w.net, len(w.bucket)
	for b := range w.bucket {
		w.bucket[b] = w.bucket[b][:0]
	}
	w.bucket[0] = append(w.bucket[0], source)
	most := 0
	for d, left := 0, 1; left > 0; d++ {
		at := d % ring
		for k := 0; k < len(w.bucket[at]); k++ {
			i := w.bucket[at][k]
			left--
			if int(out[i]) != min(d, maxDistance) {
				continue
			}
			most = int(out[i])
			for e := net.Off[i]; e < net.Off[i+1]; e++ {
				j, to := net.To[e], d+int(w.Units[e])
				if min(to, maxDistance) < int(out[j]) {
					out[j] = uint16(min(to, maxDistance))
					w.bucket[to%ring] = append(w.bucket[to%ring], j)
					left++
				}
			}
		}
		w.bucket[at] = w.bucket[at][:0]
	}
	return most
}

// BatchSize is the number of sources that multiSourceBFS searches from at once: one for each bit of
// a word.
const BatchSize = 64

// A DistanceBatch measures the distances from up to batchSize sources in slices: the distance from
// source k to node i goes to out[i*stride+k].
type DistanceBatch struct {
	paths    *PathFinder
	sources  []int32
	out      []uint16
	stride   int
	oneByOne bool // a search for each source
	measured int  // sources whose distances are known
	Longest  int  // distance so far, units
}

// Batch prepares the measurement of the distances from some sources.
func (w *PathFinder) Batch(sources []int32, out []uint16, stride int) DistanceBatch {
	return DistanceBatch{paths: w, sources: sources, out: out, stride: stride, oneByOne: w.Units != nil || w.Eccentricity > LongDistance}
}

// Done reports whether all distances are known.
func (v *DistanceBatch) Done() bool { return v.measured == len(v.sources) }

// PairsPerEdge is the cost of an edge in a shortest-path search, in node pairs.
const PairsPerEdge = 3

// Step measures the distances from the next source, or from all sources if they are searched at
// once, and returns the cost in node pairs.
func (v *DistanceBatch) Step() (work int) {
	w, halfEdges := v.paths, len(v.paths.net.To)
	if !v.oneByOne {
		v.measured, v.Longest = len(v.sources), w.multiSourceBFS(v.sources, v.out, v.stride)
		return w.net.N*len(v.sources) + 2*PairsPerEdge*halfEdges
	}
	if w.row == nil {
		w.row = make([]uint16, w.net.N)
	}
	v.Longest = max(v.Longest, w.SingleSource(v.sources[v.measured], w.row))
	at := v.measured
	for _, d := range w.row {
		v.out[at] = d
		at += v.stride
	}
	v.measured++
	return w.net.N + PairsPerEdge*halfEdges
}

// multiSourceBFS runs breadth-first searches from all sources at once, one bit a source (Then et
// al. 2014, "The more the merrier: efficient multi-source graph traversal").
func (w *PathFinder) multiSourceBFS(sources []int32, out []uint16, stride int) int {
	net := w.net
	if w.seen == nil {
		w.seen, w.frontier, w.next = make([]uint64, net.N), make([]uint64, net.N), make([]uint64, net.N)
	}
	clear(w.seen)
	w.active = w.active[:0]
	for k, s := range sources {
		w.seen[s] |= 1 << k
		if w.frontier[s] == 0 {
			w.active = append(w.active, s)
		}
		w.frontier[s] |= 1 << k
		out[int(s)*stride+k] = 0
	}
	d := 0
	for ; w.expandFrontier(); d++ {
		for _, i := range w.active {
			row := out[int(i)*stride:]
			for reached := w.frontier[i]; reached != 0; reached &= reached - 1 {
				row[bits.TrailingZeros64(reached)] = uint16(min(d+1, maxDistance))
			}
		}
	}
	return d
}

// expandFrontier advances all searches by one edge and reports whether one reached a new node. It
// visits frontier nodes only: long paths take many rounds.
func (w *PathFinder) expandFrontier() bool {
	net := w.net
	touched := w.queue[:0]
	for _, i := range w.active {
		word := w.frontier[i]
		for _, j := range net.To[net.Off[i]:net.Off[i+1]] {
			if w.next[j] == 0 {
				touched = append(touched, j)
			}
			w.next[j] |= word
		}
		w.frontier[i] = 0
	}
	w.active = w.active[:0]
	for _, j := range touched {
		word := w.next[j] &^ w.seen[j]
		w.next[j] = 0
		if word != 0 {
			w.seen[j] |= word
			w.frontier[j] = word
			w.active = append(w.active, j)
		}
	}
	return len(w.active) > 0
}
