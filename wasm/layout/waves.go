package layout

import "math/bits"

// waves measures shortest ways through a connected network in whole quanta of length. Where
// all ties are equally long a quantum is one tie; else it is an eighth of the mean length, so
// that rounding stays below what a drawing shows.
type waves struct {
	net     *network
	quantum float32 // steps
	span    []uint16
	longest int // of all ties, quanta
	reach   int // the longest way that has been measured one by one, quanta
	queue   []int32
	bucket  [][]int32
	seen    []uint64 // of each body, the sources whose wave has passed it
	front   []uint64
	next    []uint64
	active  []int32  // bodies that a front is at
	row     []uint16 // ways from one source
}

// twin returns waves through the same network for another goroutine.
func (w *waves) twin() *waves {
	t := &waves{net: w.net, quantum: w.quantum, span: w.span, longest: w.longest, reach: w.reach, queue: make([]int32, 0, w.net.n)}
	if w.span != nil {
		t.bucket = make([][]int32, w.longest+1)
	}
	return t
}

// quantaPerTie is how finely ways are measured where ties differ in length.
const quantaPerTie = 8

// farthest bounds a way, quanta: it has to fit into 16 bits.
const farthest = 60000

func newWaves(net *network) *waves {
	w := &waves{net: net, longest: 1, queue: make([]int32, 0, net.n)}
	if length, yes := net.uniform(); yes {
		w.quantum = length
		return w
	}
	sum := 0.0
	for _, l := range net.length {
		sum += float64(l)
	}
	w.quantum = float32(sum / float64(len(net.length)) / quantaPerTie)
	w.span = make([]uint16, len(net.length))
	for e, l := range net.length {
		q := int(clamp(float64(l/w.quantum)+0.5, 1, 32*quantaPerTie))
		w.span[e], w.longest = uint16(q), max(w.longest, q)
	}
	w.bucket = make([][]int32, w.longest+1)
	return w
}

// from writes the way from one body to each into out, and returns the longest.
func (w *waves) from(source int32, out []uint16) int {
	const unseen = 1<<16 - 1
	for i := range out {
		out[i] = unseen
	}
	out[source] = 0
	if w.span != nil {
		most := w.dial(source, out)
		w.reach = max(w.reach, most)
		return most
	}
	net := w.net
	queue := append(w.queue[:0], source)
	for k := 0; k < len(queue); k++ {
		i := queue[k]
		d := out[i] + 1
		if d > farthest {
			d = farthest
		}
		for _, j := range net.to[net.off[i]:net.off[i+1]] {
			if out[j] == unseen {
				out[j] = d
				queue = append(queue, j)
			}
		}
	}
	most := int(out[queue[len(queue)-1]])
	w.reach = max(w.reach, most)
	return most
}

// dial finds shortest ways by buckets, one for each length of way (Dial 1969): as ties are
// whole quanta, and none is longer than longest, a ring of so many buckets is enough.
func (w *waves) dial(source int32, out []uint16) int {
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
			if int(out[i]) != min(d, farthest) {
				continue
			}
			most = int(out[i])
			for e := net.off[i]; e < net.off[i+1]; e++ {
				j, to := net.to[e], d+int(w.span[e])
				if min(to, farthest) < int(out[j]) {
					out[j] = uint16(min(to, farthest))
					w.bucket[to%ring] = append(w.bucket[to%ring], j)
					left++
				}
			}
		}
		w.bucket[at] = w.bucket[at][:0]
	}
	return most
}

// waveWidth is how many sources many measures at once: one for each bit of a word.
const waveWidth = 64

// A survey writes the way from source k to body i into out[i*stride+k], for up to waveWidth sources,
// piece by piece.
type survey struct {
	w       *waves
	sources []int32
	out     []uint16
	stride  int
	singly  bool // one source after another
	sent    int  // sources whose ways are known
	longest int  // of those
}

func (w *waves) survey(sources []int32, out []uint16, stride int) survey {
	return survey{w: w, sources: sources, out: out, stride: stride, singly: w.span != nil || w.reach > longWays}
}

func (v *survey) over() bool { return v.sent == len(v.sources) }

// pairsATie is how many pairs are looked at in about the time that a search for shortest ways
// takes for a tie.
const pairsATie = 3

// step measures the ways from the next source, or from all of them where that is done at
// once, and returns the pairs that this is worth.
func (v *survey) step() (work int) {
	w, ties := v.w, len(v.w.net.to)
	if !v.singly {
		v.sent, v.longest = len(v.sources), w.together(v.sources, v.out, v.stride)
		return w.net.n*len(v.sources) + 2*pairsATie*ties
	}
	if w.row == nil {
		w.row = make([]uint16, w.net.n)
	}
	v.longest = max(v.longest, w.from(v.sources[v.sent], w.row))
	at := v.sent
	for _, d := range w.row {
		v.out[at] = d
		at += v.stride
	}
	v.sent++
	return w.net.n + pairsATie*ties
}

// together goes along equal ties for all sources at once, one bit for each (Then et al. 2014,
// "The more the merrier: efficient multi-source graph traversal").
func (w *waves) together(sources []int32, out []uint16, stride int) int {
	net := w.net
	if w.seen == nil {
		w.seen, w.front, w.next = make([]uint64, net.n), make([]uint64, net.n), make([]uint64, net.n)
	}
	clear(w.seen)
	w.active = w.active[:0]
	for k, s := range sources {
		w.seen[s] |= 1 << k
		if w.front[s] == 0 {
			w.active = append(w.active, s)
		}
		w.front[s] |= 1 << k
		out[int(s)*stride+k] = 0
	}
	d := 0
	for ; w.spread(); d++ {
		for _, i := range w.active {
			row := out[int(i)*stride:]
			for reached := w.front[i]; reached != 0; reached &= reached - 1 {
				row[bits.TrailingZeros64(reached)] = uint16(min(d+1, farthest))
			}
		}
	}
	return d
}

// spread moves the front of all waves on by one tie and reports whether one got anywhere.
// Only bodies that a front is at are looked at: there are many rounds where ways are long.
func (w *waves) spread() bool {
	net := w.net
	touched := w.queue[:0]
	for _, i := range w.active {
		word := w.front[i]
		for _, j := range net.to[net.off[i]:net.off[i+1]] {
			if w.next[j] == 0 {
				touched = append(touched, j)
			}
			w.next[j] |= word
		}
		w.front[i] = 0
	}
	w.active = w.active[:0]
	for _, j := range touched {
		word := w.next[j] &^ w.seen[j]
		w.next[j] = 0
		if word != 0 {
			w.seen[j] |= word
			w.front[j] = word
			w.active = append(w.active, j)
		}
	}
	return len(w.active) > 0
}
