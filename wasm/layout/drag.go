package layout

import (
	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/anneal"
	"actormap/wasm/layout/internal/instance"
	"actormap/wasm/layout/internal/overlap"
)

// A Drag session keeps a placement in order while a node is dragged: the others make room for it,
// its neighbours follow a little, and the rest stays where the reader remembers it (the mental
// map).
//
// It works in two phases. First each step moves every node towards the minimum of the majorant of a
// stress that keeps the distances that the drag began with (Gansner, Koren, North 2004), its old
// position among the terms, and pushes apart what is too close; the temperature falls from step to
// step. Then it computes once where all nodes have to go to be clear of each other and glides
// there. So it always comes to rest, within a bounded number of steps of the last command, and at
// rest no two nodes are too close except pinned ones, as far as the frame has room. Above
// MaxDragNodes nodes only the held one moves. A Drag starts no goroutines and is not safe for use
// by several.
type Drag struct {
	instance       *instance.Instance
	pos            Placement
	startPositions Placement // where each node was when the drag began
	target         Placement // of the glide
	remover        *overlap.Remover
	grid           *overlap.GridRemover // overlap removal above SmallMax nodes; else nil
	cleanup        *anneal.Cleanup      // nil above SmallMax nodes
	cleanupPending bool                 // CleanUp was called and has not run
	held           int                  // -1: none
	phase          phase
	targetReady    bool      // target is that of the glide
	temperature    float64   // share of the way to its best position that a node moves in a step
	heldWeight     []float64 // of the distance between the held node and each
	anchorWeight   []float64 // of the old position of each node
}

// MaxDragNodes is the largest number of nodes that make room for a held one.
const MaxDragNodes = instance.MaxAllPairs

// A phase is what a Drag does in its next steps.
type phase uint8

const (
	resting phase = iota
	following
	gliding
)

// NewDrag starts from a placement of all nodes; nodes without a position start in the centre.
// Pinned nodes are put where they are pinned, others into the frame.
func NewDrag(p *Problem, at Placement) *Drag {
	if len(p.Nodes) > MaxDragNodes {
		return newDrag(p.unlinkedInstance(), at)
	}
	return newDrag(p.instance(), at)
}

// Rebind starts as NewDrag does and reuses the graph distances, for a problem with the same frame,
// the same links and the same number of nodes.
func (w *Drag) Rebind(p *Problem, at Placement) *Drag {
	q := p.unlinked(p.Frame, geom.Vec{})
	return newDrag(w.instance.WithNodes(&q), at)
}

// newDrag starts at a placement of the nodes of an instance.
func newDrag(m *instance.Instance, at Placement) *Drag {
	w := &Drag{instance: m, pos: make(Placement, m.N), startPositions: make(Placement, m.N), target: make(Placement, m.N),
		heldWeight: make([]float64, m.N), anchorWeight: make([]float64, m.N), remover: overlap.NewRemover(m), held: -1}
	for i := range w.pos {
		w.pos[i] = m.Frame.Centre()
		if i < len(at) {
			w.pos[i] = geom.Vec{X: instance.Finite(at[i].X, w.pos[i].X), Y: instance.Finite(at[i].Y, w.pos[i].Y)}
		}
		if m.Pinned[i] {
			w.pos[i] = m.PinAt[i]
		} else {
			w.pos[i] = m.Inside(i, w.pos[i])
		}
	}
	for i := range w.anchorWeight {
		w.anchorWeight[i] = maxWeightAnchor
	}
	if m.N > 0 && m.N <= SmallMax {
		w.cleanup = anneal.NewCleanup(w.remover)
	} else if !m.SparseOnly {
		w.grid = overlap.NewGridRemover(w.remover)
	}
	w.keepStart()
	w.wake(0)
	return w
}

// Hold takes node i into the hand, pinned or not. Another held node is released.
func (w *Drag) Hold(i int) {
	if i < 0 || i >= w.instance.N {
		return
	}
	if w.held >= 0 {
		w.Release(w.held)
	}
	w.held = i
	w.remover.Fixed[i] = true
	w.keepStart()
	w.setWeights(i)
}

// MoveTo moves the held node i to a point, or as near to it as the frame allows. Any other node is
// ignored.
func (w *Drag) MoveTo(i int, to geom.Vec) {
	if i != w.held || i < 0 {
		return
	}
	w.pos[i] = w.instance.Inside(i, geom.Vec{X: instance.Finite(to.X, w.pos[i].X), Y: instance.Finite(to.Y, w.pos[i].Y)})
	w.wake(moveTemperature)
}

// Release leaves node i where it is: from now on it stays there as if pinned.
func (w *Drag) Release(i int) {
	if i != w.held || i < 0 {
		return
	}
	w.held = -1
	w.wake(minTemperature)
}

// Pin fixes node i where it is, or frees it.
func (w *Drag) Pin(i int, pinned bool) {
	if i < 0 || i >= w.instance.N {
		return
	}
	w.remover.Fixed[i] = pinned || i == w.held
	w.wake(minTemperature)
}

// CleanUp moves nodes out from under edges once all is at rest, as far as there is room, so that a
// drag leaves no edge on a node. Above SmallMax nodes it does nothing.
func (w *Drag) CleanUp() {
	w.cleanupPending = w.cleanup != nil
	w.wake(minTemperature)
}

// At returns the present placement. It belongs to the Drag and changes with the next Step.
func (w *Drag) At() Placement { return w.pos }

// wake begins the first phase with at least the given temperature, or the second at 0.
func (w *Drag) wake(temperature float64) {
	if w.instance.SparseOnly {
		return
	}
	w.temperature = max(w.temperature, temperature)
	w.phase, w.targetReady = following, false
	if w.temperature == 0 {
		w.phase = gliding
	}
}

// keepStart makes the present placement the one to keep.
func (w *Drag) keepStart() {
	copy(w.startPositions, w.pos)
}
