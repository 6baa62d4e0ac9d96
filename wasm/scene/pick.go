package scene

import (
	"math"

	"actormap/wasm/geom"
	"actormap/wasm/gesture"
)

// Pick returns what lies at a point of the screen: the nearest node within its slop, a
// node by its name, else the nearest edge within its slop, its glyph included.
func (s *Scene) Pick(at geom.Vec, by gesture.Kind) Target {
	s.ensureGeometry()
	if i := s.nodeAt(at, by.NodeSlopPx()); i >= 0 {
		return Target{Node, i}
	}
	if e := s.edgeAt(at, by.LineSlopPx()); e >= 0 {
		return Target{Edge, e}
	}
	return Target{}
}

// nodeAt prefers the nearest shape; names count only where no shape is in reach.
func (s *Scene) nodeAt(at geom.Vec, slop float64) int {
	best, least := -1, math.Inf(1)
	for _, i := range s.drawn.nodes {
		if !s.drawn.shapes[i].Grow(slop).Contains(at) {
			continue
		}
		if d := s.outline(i, s.drawn.at[i], at); d <= slop && d < least {
			best, least = i, d
		}
	}
	if best >= 0 {
		return best
	}
	for k, i := range s.drawn.named {
		if box, ok := s.slotBox(k); ok && box.Contains(at) {
			return i
		}
	}
	for _, sp := range s.drawn.leftovers {
		if sp.box.Contains(at) {
			return sp.node
		}
	}
	return -1
}

// inkToFollow is the share of its ink below which no eye follows a single edge, so that no
// hand means one.
const inkToFollow = 0.35

func (s *Scene) edgeAt(at geom.Vec, slop float64) int {
	best, least := -1, slop
	followed := s.edgeInk() >= inkToFollow
	for _, e := range s.drawn.edges {
		if !followed && !s.isHighlighted(e) || !s.isNear(e, geom.RectAt(at, slop, slop)) {
			continue
		}
		r := s.edgePath(e)
		if !r.shown || !r.curve.Bounds().Grow(slop+glyphRadius).Contains(at) {
			continue
		}
		d := r.curve.Dist(at)
		if hasGlyph(s.graph.Edges[e].Style) && !r.noGlyphRoom {
			// The glyph is the handle of an edge: being on it beats an edge that merely passes.
			d = min(d, r.glyph.Sub(at).Len()-glyphRadius)
		}
		if d < least || (d == least && best < 0) {
			best, least = e, d
		}
	}
	return best
}

// anchor returns where a tooltip for a target points: the top of a node, the middle of an edge.
func (s *Scene) anchor(t Target) geom.Vec {
	s.ensureGeometry()
	switch t.Kind {
	case Node:
		_, h := s.extent(t.Index)
		return s.drawn.at[t.Index].Sub(geom.Vec{Y: h})
	case Edge:
		return s.edgePath(t.Index).glyph
	}
	return geom.Vec{}
}
