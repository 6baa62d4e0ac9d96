package layout

import (
	"math"
	"slices"

	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/stress"
)

// A scorer compares drawings of one network by what a reader gets from them: distances that are
// true (stress) and neighbours that stand near (neighbourhood preservation: the mean Jaccard index
// of the neighbours of a node and its equally many nearest nodes; Kruiger et al. 2017, "Graph
// layouts by t-SNE").
type scorer struct {
	sampled    *stress.SampledStress // landmarks chosen once, so that all drawings are measured alike
	sample     []int32               // nodes whose neighbourhoods are measured
	nearest    []float32
	ready      bool             // distances from the landmarks are known
	scoring    bool             // a drawing is being scored
	sampleDone int              // sampled nodes scored so far
	stress     float32          // of the drawing being scored
	jaccardSum float32          // over the sampled nodes scored so far
	crossings  *crossingSampler // nil: edges cross wherever they go
}

// scoredNodes is the size of the sample: it determines the mean to a few hundredths.
// maxScoredDegree bounds the effort for hubs.
const (
	scoredPerSlice = 20 // nodes
)

// newScorer draws landmarks and sample.
func newScorer(net *netgraph.Network, w *netgraph.PathFinder, r *netgraph.Random) *scorer {
	j := &scorer{sampled: stress.NewSampledStress(net, w, netgraph.NewPoints(net.N), r)}
	j.sampled.Sample()
	for range scoredNodes {
		if i := int32(r.IntN(net.N)); net.Degree(i) <= maxScoredDegree {
			j.sample = append(j.sample, i)
		}
	}
	if treelike(net) {
		j.crossings = newCrossingSampler(net, r)
	}
	return j
}

// prepare does a slice of measuring the distances from the landmarks, and returns its cost in node
// pairs.
func (j *scorer) prepare() (work int) {
	work, again := j.sampled.Measure()
	j.ready = !again
	return work
}

// step does a slice of scoring a drawing. It returns its cost in node pairs and, when again is
// false, the score, which is higher for the better drawing. A stress lower by a tenth is worth a
// fifth more preserved neighbours; if hardly any are preserved, stress decides. Of a tree, three
// crossings an edge halve the score.
func (j *scorer) step(at netgraph.Points) (work int, score float32, again bool) {
	switch {
	case !j.ready:
		return j.prepare(), 0, true
	case !j.scoring:
		j.scoring = true
		j.sampled.At = at
		j.sampled.ReadLandmarks()
		j.stress, _ = j.sampled.Stress(1)
		return j.sampled.Cost(0, j.sampled.Net.N), 0, true
	}
	work, preservation, again := j.preservation(at)
	if again {
		return work, 0, true
	}
	j.scoring = false
	const fewest = 0.02
	score = (preservation + fewest) / (float32(j.stress*j.stress) + 1e-6)
	if t := j.crossings; t != nil {
		score /= netgraph.Sqrt32(1 + t.crossings(at))
		work += len(t.sample) * len(t.a)
	}
	return work, score, false
}

// preservation does a slice of measuring neighbourhood preservation. It returns its cost in node
// pairs and, when again is false, the mean Jaccard index over the sample, 0 to 1.
func (j *scorer) preservation(at netgraph.Points) (work int, near float32, again bool) {
	from := j.sampleDone
	j.addSample(at, min(from+scoredPerSlice, len(j.sample)))
	work = (j.sampleDone-from)*len(at.X) + 1
	if j.sampleDone < len(j.sample) {
		return work, 0, true
	}
	if len(j.sample) > 0 {
		near = j.jaccardSum / float32(len(j.sample))
	}
	j.sampleDone, j.jaccardSum = 0, 0
	return work, near, false
}

// addSample adds the Jaccard indices of the sample, up to the given one.
func (j *scorer) addSample(at netgraph.Points, until int) {
	net := j.sampled.Net
	for ; j.sampleDone < until; j.sampleDone++ {
		i := j.sample[j.sampleDone]
		neighbours := net.To[net.Off[i]:net.Off[i+1]]
		limit := j.nearestRadius(at, i, len(neighbours))
		hits := 0
		for _, t := range neighbours {
			if at.SquaredDistance(i, t) <= limit {
				hits++
			}
		}
		hits = min(hits, len(neighbours))
		j.jaccardSum += float32(hits) / float32(2*len(neighbours)-hits)
	}
}

// nearestRadius returns the squared radius around node i that holds its count nearest nodes.
func (j *scorer) nearestRadius(at netgraph.Points, i int32, count int) float32 {
	near, limit := j.nearest[:0], float32(math.MaxFloat32)
	x, y := at.X[i], at.Y[i]
	ys := at.Y[:len(at.X)]
	for o, ox := range at.X {
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
	j.nearest = near
	return near[len(near)-1]
}
