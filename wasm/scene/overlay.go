package scene

import (
	"actormap/wasm/display"
)

// Of a large map what is not highlighted fades under a dim overlay of paper, and what is highlighted is drawn once more
// above it: so the static layer below, thousands of edges, need not be painted again.

// A dimOverlay is the state of the overlay: how far the map fades, and how far what is highlighted rises above it.
type dimOverlay struct {
	dimmed float64 // share of its ink that what is not highlighted has now, as nodeAlpha
	lowest float64 // what dimmed fell to, or falls to, when something was highlighted last
}

// rise returns how far something with a share of its ink has risen above the rest: 0 to 1.
func (v *dimOverlay) rise(alpha float64) float64 {
	if alpha <= v.dimmed {
		return 0
	}
	return min(1, (alpha-v.dimmed)/(1-v.lowest))
}

// isDragged reports whether node i is being dragged (large maps only).
func (s *Scene) isDragged(i int) bool { return s.lod.layered && s.drag.node == i }

// isEdgeDragged reports whether an end of edge e is being dragged (large maps only).
func (s *Scene) isEdgeDragged(e int) bool {
	l := &s.graph.Edges[e]
	return s.isDragged(l.From) || s.isDragged(l.To)
}

// isMembershipDragged reports whether an end of membership k is being dragged (large maps only).
func (s *Scene) isMembershipDragged(k int) bool {
	b := &s.graph.Memberships[k]
	return s.isDragged(b.Part) || s.isDragged(b.Whole)
}

// drawGlyphs draws the glyphs of the edges in view once there is room for them. They make room for names, so
// that they are no part of the static layer.
func (s *Scene) drawGlyphs() {
	if s.isZoomedOut() {
		return
	}
	for _, e := range s.drawn.edges {
		if r := s.edgePath(e); !r.noGlyphRoom {
			s.drawGlyph(e, r.glyph, 1)
		}
	}
}

// drawHighlighted draws the dim overlay, and above it what is highlighted, marked or being dragged.
func (s *Scene) drawHighlighted() {
	if s.overlay.dimmed < 1 {
		w := s.world()
		s.add(display.Owner{}, display.Shape{Kind: display.Overlay, At: w.Centre(), HalfW: w.W()/2 + 1, HalfH: w.H()/2 + 1, Fill: s.theme.Paper.Fade(1 - s.overlay.dimmed)})
	}
	for k := range s.graph.Memberships {
		rise, marked := s.overlay.rise(s.membershipAlpha(k)), s.comparison.hasMembership(s.graph, k)
		if s.isMembershipDragged(k) {
			rise = 1
		}
		if (rise > 0 || marked) && s.membershipMeets(k, s.world()) {
			s.drawMembership(k, rise, marked)
		}
	}
	if lifted, _ := s.highlighted(); lifted.Kind != Nothing {
		s.eachAbout(func(e, i int) {
			if highlightsAbout(lifted, e, i) {
				s.drawAbout(e, i, s.overlay.rise(min(s.edgeAlpha[e], s.nodeAlpha[i])))
			}
		})
	}
	s.drawHighlightedEdges()
	for _, i := range s.drawn.nodes {
		if s.nodeAlpha[i] > s.overlay.dimmed || s.isDragged(i) || s.marked(Target{Node, i}) {
			s.markNode(i)
			s.drawNode(i, s.nodeAlpha[i])
		}
	}
}

// drawHighlightedEdges draws the edges that are highlighted as strong as those of a small map.
func (s *Scene) drawHighlightedEdges() {
	arrows := s.lod.arrows
	for _, e := range s.drawn.edges {
		rise := s.edgeRise(e)
		if rise == 0 && s.marked(Target{Edge, e}) {
			rise = s.edgeInk() * s.overlay.dimmed // above its mark, as below it
		}
		if rise > 0 {
			width := max(s.edgeWidth(e), thinLine)
			s.markEdge(e, width)
			s.drawEdge(e, rise, width, arrows || s.isHighlighted(e))
		}
	}
	if s.isZoomedOut() {
		s.drawHighlightedGlyphs()
		return
	}
	for _, e := range s.drawn.edges {
		if rise := s.edgeRise(e); rise > 0 {
			s.drawGlyph(e, s.edgePath(e).glyph, rise)
		}
	}
}

// drawHighlightedGlyphs draws the glyphs of highlighted edges where no other edge has one yet, if they are not too many:
// on spots that are clear of each other and of highlighted nodes. Where there is none the edge goes without,
// unless it is the only one that is meant.
func (s *Scene) drawHighlightedGlyphs() {
	d := &s.drawn
	if s.highlight.count == 0 || s.highlight.count > maxHighlightGlyphs {
		return
	}
	d.bodies.Reset(s.world())
	for _, i := range d.nodes {
		if s.highlight.nodes[i] {
			d.bodies.Add(d.shapes[i])
		}
	}
	for _, e := range d.edges {
		r := s.edgePath(e)
		if rise := s.edgeRise(e); rise == 0 || !s.isHighlighted(e) || !r.shown || !hasGlyph(s.graph.Edges[e].Style) {
			continue
		} else if at, ok := s.clearSpot(r, glyphSpots[:]); ok {
			s.drawGlyph(e, at, rise)
		} else if s.highlight.count == 1 {
			s.drawGlyph(e, r.glyph, rise)
		}
	}
}

// edgeRise is how strongly edge e is drawn above the static layer. One that hangs on a node being dragged is no
// part of the static layer.
func (s *Scene) edgeRise(e int) float64 {
	rise := s.overlay.rise(s.edgeAlpha[e])
	if s.isEdgeDragged(e) {
		rise = max(rise, s.edgeInk())
	}
	return rise
}
