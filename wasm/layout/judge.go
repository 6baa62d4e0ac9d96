package layout

import "slices"

// A judge compares drawings of one network by what a reader gets from them: distances that are
// true (stress), and neighbours that are tied (neighbourhood preservation, the Jaccard index
// of a body's ties and as many bodies nearest to it).
type judge struct {
	marks  *landmarks // chosen once, so that all drawings are measured alike
	sample []int32    // bodies whose neighbours are looked at
	near   []float32
	ready  bool    // the ways from the marks are measured
	begun  bool    // a drawing is being judged
	looked int     // at so many of the sample
	stress float32 // of that drawing
	hits   float32 // sum of the indices of those looked at
}

// judgedBodies is how many bodies' neighbours are looked at: the mean is then sure to a few
// hundredths. judgedTies bounds the effort for hubs.
const (
	judgedBodies = 120
	judgedTies   = 24
	judgedAPiece = 20 // bodies in one piece of work
)

func newJudge(net *network, w *waves, r *random) *judge {
	j := &judge{marks: newLandmarks(net, w, newCloud(net.n), r)}
	j.marks.draw()
	for range judgedBodies {
		if i := int32(r.below(net.n)); net.degree(i) <= judgedTies {
			j.sample = append(j.sample, i)
		}
	}
	return j
}

// step does a piece of the work of judging a drawing. It returns how many pairs it looked at
// and, when again is false, the score, which is higher for the better drawing. A drawing whose distances
// are a tenth truer is worth one that shows a fifth more neighbours; where hardly any are shown,
// distances decide.
func (j *judge) step(at cloud) (work int, score float32, again bool) {
	if !j.ready {
		work, again = j.marks.measure()
		j.ready = !again
		return work, 0, true
	}
	if !j.begun {
		j.begun, j.looked, j.hits = true, 0, 0
		j.marks.at = at
		work = j.marks.note()
		j.stress, _ = j.marks.stress(1)
		return work + j.marks.lookedAt(0, j.marks.net.n), 0, true
	}
	from := j.looked
	j.look(at, min(from+judgedAPiece, len(j.sample)))
	if j.looked < len(j.sample) {
		return (j.looked - from) * len(at.x), 0, true
	}
	j.begun = false
	const fewest = 0.02
	score = (j.neighbours() + fewest) / (float32(j.stress*j.stress) + 1e-6)
	return (j.looked-from)*len(at.x) + 1, score, false
}

// neighbours is the mean Jaccard index over the sample, 0 to 1.
func (j *judge) neighbours() float32 {
	if len(j.sample) == 0 {
		return 0
	}
	return j.hits / float32(len(j.sample))
}

// look adds up the Jaccard indices of the sample, up to the given one.
func (j *judge) look(at cloud, until int) {
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
func (j *judge) reach(at cloud, i int32, count int) float32 {
	near := j.near[:0]
	for o := range int32(len(at.x)) {
		if o == i {
			continue
		}
		d := at.distance2(i, o)
		if len(near) == count && d >= near[count-1] {
			continue
		}
		at, _ := slices.BinarySearch(near, d)
		if len(near) < count {
			near = append(near, 0)
		}
		copy(near[at+1:], near[at:])
		near[at] = d
	}
	j.near = near
	return near[len(near)-1]
}

func (c cloud) distance2(i, j int32) float32 {
	dx, dy := c.x[i]-c.x[j], c.y[i]-c.y[j]
	return float32(dx*dx) + float32(dy*dy)
}
