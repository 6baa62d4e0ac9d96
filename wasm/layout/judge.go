package layout

import (
	"math"
	"slices"
)

// A judge compares drawings of one network by what a reader gets from them: distances that are
// true (stress), and neighbours that are tied (neighbourhood preservation, the Jaccard index
// of a body's ties and as many bodies nearest to it).
type judge struct {
	marks  *sampledStress // chosen once, so that all drawings are measured alike
	sample []int32        // bodies whose neighbours are looked at
	near   []float32
	ready  bool    // the ways from the marks are measured
	begun  bool    // a drawing is being judged
	looked int     // at so many of the sample
	stress float32 // of that drawing
	hits   float32 // sum of the indices of those looked at
	tangle *tangle // nil: where lines are so many that they cross wherever they go
}

// judgedBodies is how many bodies' neighbours are looked at: the mean is then sure to a few
// hundredths. judgedTies bounds the effort for hubs.
const (
	judgedBodies = 120
	judgedTies   = 24
	judgedAPiece = 20 // bodies in one piece of work
)

func newJudge(net *network, w *pathFinder, r *random) *judge {
	j := &judge{marks: newSampledStress(net, w, newPoints(net.n), r)}
	j.marks.sample()
	for range judgedBodies {
		if i := int32(r.intN(net.n)); net.degree(i) <= judgedTies {
			j.sample = append(j.sample, i)
		}
	}
	if net.treelike() {
		j.tangle = newTangle(net, r)
	}
	return j
}

// prepare does a piece of the work that has to be done before drawings can be judged, and returns the
// pairs that this is worth.
func (j *judge) prepare() (work int) {
	work, again := j.marks.measure()
	j.ready = !again
	return work
}

// step does a piece of the work of judging a drawing. It returns how many pairs it looked at
// and, when again is false, the score, which is higher for the better drawing. A drawing whose distances
// are a tenth truer is worth one that shows a fifth more neighbours; where hardly any are shown,
// distances decide. Of what is nearly a tree, three crossings a line make one drawing worth half of
// another without any.
func (j *judge) step(at points) (work int, score float32, again bool) {
	switch {
	case !j.ready:
		return j.prepare(), 0, true
	case !j.begun:
		j.begun = true
		j.marks.at = at
		j.marks.readLandmarks()
		j.stress, _ = j.marks.stress(1)
		return j.marks.cost(0, j.marks.net.n), 0, true
	}
	work, near, again := j.beside(at)
	if again {
		return work, 0, true
	}
	j.begun = false
	const fewest = 0.02
	score = (near + fewest) / (float32(j.stress*j.stress) + 1e-6)
	if t := j.tangle; t != nil {
		score /= sqrt32(1 + t.crossings(at))
		work += len(t.sample) * len(t.a)
	}
	return work, score, false
}

// beside does a piece of counting how far tied bodies stand beside each other. It returns how many
// pairs it looked at and, when again is false, the mean Jaccard index over the sample, 0 to 1.
func (j *judge) beside(at points) (work int, near float32, again bool) {
	from := j.looked
	j.look(at, min(from+judgedAPiece, len(j.sample)))
	work = (j.looked-from)*len(at.x) + 1
	if j.looked < len(j.sample) {
		return work, 0, true
	}
	if len(j.sample) > 0 {
		near = j.hits / float32(len(j.sample))
	}
	j.looked, j.hits = 0, 0
	return work, near, false
}

// look adds up the Jaccard indices of the sample, up to the given one.
func (j *judge) look(at points, until int) {
	net := j.marks.net
	for ; j.looked < until; j.looked++ {
		i := j.sample[j.looked]
		ties := net.to[net.off[i]:net.off[i+1]]
		limit := j.reach(at, i, len(ties))
		hits := 0
		for _, t := range ties {
			if at.distance2(i, t) <= limit {
				hits++
			}
		}
		hits = min(hits, len(ties))
		j.hits += float32(hits) / float32(2*len(ties)-hits)
	}
}

// reach is the squared distance from body i within which its count nearest bodies are.
func (j *judge) reach(at points, i int32, count int) float32 {
	near, limit := j.near[:0], float32(math.MaxFloat32)
	x, y := at.x[i], at.y[i]
	ys := at.y[:len(at.x)]
	for o, ox := range at.x {
		dx, dy := ox-x, ys[o]-y
		d := float32(dx*dx) + float32(dy*dy)
		if d >= limit || int32(o) == i {
			continue
		}
		at, _ := slices.BinarySearch(near, d)
		if len(near) < count {
			near = append(near, 0)
		}
		copy(near[at+1:], near[at:])
		near[at] = d
		if len(near) == count {
			limit = near[count-1]
		}
	}
	j.near = near
	return near[len(near)-1]
}

func (c points) distance2(i, j int32) float32 {
	dx, dy := c.x[i]-c.x[j], c.y[i]-c.y[j]
	return float32(dx*dx) + float32(dy*dy)
}
