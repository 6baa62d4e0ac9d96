package anneal

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/netgraph"
	"actormap/wasm/layout/internal/overlap"
)

// A Cleanup moves a few nodes after a drag so that no edge runs over a node or a label: the
// obstructed nodes and the ends of the edges. It owns its scratch, so that a second run allocates
// nothing.
type Cleanup struct {
	annealer *Annealer
	remover  *overlap.Remover
}

// NewCleanup prepares a cleanup that ends with the overlap removal of pt.
func NewCleanup(pt *overlap.Remover) *Cleanup {
	st := NewEnergy(pt.Instance, pt.Trial)
	st.Anchor = &Anchor{At: make([]geom.Vec, pt.Instance.N), MaxDisplacement: make([]float64, pt.Instance.N)}
	return &Cleanup{NewAnnealer(st, &netgraph.Random{}), pt}
}

// Run cleans up a placement without overlaps, and leaves it without overlaps.
func (td *Cleanup) Run(at []geom.Vec) {
	copy(td.annealer.energy.Anchor.At, at)
	for i := range td.annealer.energy.Anchor.MaxDisplacement {
		td.annealer.energy.Anchor.MaxDisplacement[i] = 0
	}
	td.annealer.adopt(at)
	td.annealer.r.State = 1
	for round := 0; round < CleanupRounds && td.findObstructed(float64(CleanupDisplacement*td.annealer.instance.Frame.W())*float64(round+1)); round++ {
		td.annealer.listFree()
		td.annealer.Run(cleanupEvaluations, 0)
		copy(at, td.annealer.Best)
		td.remover.Run(at)
		td.annealer.adopt(at)
	}
}

// findObstructed lets the nodes move that an edge runs over, and the ends of these edges, and
// reports whether there are any.
func (td *Cleanup) findObstructed(displacement float64) (some bool) {
	for e := range td.annealer.energy.Segments {
		l := &td.annealer.energy.Segments[e]
		a, b := td.annealer.instance.Edges[e].A, td.annealer.instance.Edges[e].B
		for k, c := range td.annealer.energy.Pos {
			cross := l.Cross(c)
			if k == a || k == b || cross >= l.nearBound(&td.annealer.energy.extents[k]) || -cross >= l.nearBound(&td.annealer.energy.extents[k]) {
				continue
			}
			if toShape, toLabel := l.Clearance(&td.annealer.instance.Shapes[k], c, cross); toShape >= EdgeClearance && toLabel >= 0 {
				continue
			}
			for _, i := range [3]int{k, a, b} {
				if !td.remover.Fixed[i] {
					td.annealer.energy.Anchor.MaxDisplacement[i], some = displacement, true
				}
			}
		}
	}
	return some
}
