package layout

import (
	"math"
	"slices"
)

// A judge compares drawings of one network by what a reader gets from them: distances that are
// true (stress), and neighbours that are tied (neighbourhood preservation, the Jaccard index
// of a body's ties and as many bodies nearest to it).
type judge struct {
	marks  *landmarks // chosen once, so that all drawings are measured alike
	sample []int32    // bodies whose neighbours are looked at
	near   []float32
	tangle *tangle // nil: where lines are so many that they cross wherever they go
}

// judgedBodies is how many bodies' neighbours are looked at: the mean is then sure to a few
// hundredths. judgedTies bounds the effort for hubs.
const (
	judgedBodies = 120
	judgedTies   = 24
)

func newJudge(net *network, w *waves, r *random) *judge {
	j := &judge{marks: newLandmarks(net, w, newCloud(net.n), r)}
	j.marks.choose()
	for range judgedBodies {
		if i := int32(r.below(net.n)); net.degree(i) <= judgedTies {
			j.sample = append(j.sample, i)
		}
	}
	if net.treelike() {
		j.tangle = newTangle(net, r)
	}
	return j
}

// score is higher for the better drawing. A drawing whose distances are a tenth truer is worth
// one that shows a fifth more neighbours; where hardly any are shown, distances decide. Of what is
// nearly a tree, three crossings a line make one drawing worth half of another without any.
func (j *judge) score(at cloud) float32 {
	l := j.marks
	l.at = at
	l.see()
	stress, _ := l.stress(1)
	const fewest = 0.02
	score := (j.neighbours(at) + fewest) / (float32(stress*stress) + 1e-6)
	if j.tangle != nil {
		score /= sqrt32(1 + j.tangle.crossings(at))
	}
	return score
}

// neighbours is the mean Jaccard index over the sample, 0 to 1.
func (j *judge) neighbours(at cloud) float32 {
	if len(j.sample) == 0 {
		return 0
	}
	net, sum := j.marks.net, float32(0)
	for _, i := range j.sample {
		ties := net.to[net.off[i]:net.off[i+1]]
		limit := j.reach(at, i, len(ties))
		hits := 0
		for _, t := range ties {
			if at.distance2(i, t) <= limit {
				hits++
			}
		}
		hits = min(hits, len(ties))
		sum += float32(hits) / float32(2*len(ties)-hits)
	}
	return sum / float32(len(j.sample))
}

// reach is the squared distance from body i within which its count nearest bodies are.
func (j *judge) reach(at cloud, i int32, count int) float32 {
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

func (c cloud) distance2(i, j int32) float32 {
	dx, dy := c.x[i]-c.x[j], c.y[i]-c.y[j]
	return float32(dx*dx) + float32(dy*dy)
}
