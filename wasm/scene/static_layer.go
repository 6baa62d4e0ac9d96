package scene

import (
	"math"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// A staticLayer is that part of the picture of a large map which a pan only shifts, and which stays as it is
// whatever is highlighted or dragged: bands, edges and nodes, without glyphs and names. It is a display.Layer.
type staticLayer struct {
	scene  *Scene
	serial int
	offset geom.Vec // of the camera: pans go by whole px
	stable bool     // a node is being dragged, and no other moves
	shapes []display.Shape
}

func (l *staticLayer) Serial() int      { return l.serial }
func (l *staticLayer) Offset() geom.Vec { return l.offset }
func (l *staticLayer) Stable() bool     { return l.stable }

// Shapes draws the part of the layer that is asked for into a list of its own.
func (l *staticLayer) Shapes(part geom.Rect) []display.Shape {
	d := &l.scene.drawn
	before := d.list
	l.shapes = l.shapes[:0]
	d.list = &l.shapes
	l.scene.drawStaticLayer(part)
	d.list = before
	return l.shapes
}

// LiveFrame is Frame for a painter that keeps layers: the static layer of a large map is apart in
// Frame.Static, and Shapes holds only what lies above.
func (s *Scene) LiveFrame() *display.Frame {
	if !s.lod.layered {
		return s.Frame()
	}
	d := &s.drawn
	if s.isListStale() || d.frame.Static == nil {
		s.prepare()
		d.static.scene, d.static.offset, d.static.stable = s, s.camera.Offset, s.drag.node >= 0 && s.dragOnly()
		d.frame.Static = &d.static
		s.drawAbove()
	}
	return &d.frame
}

// shapeReach is how far marks and pins reach beyond the shape of their node, px.
const shapeReach = 12.0

// drawStaticLayer draws what may be seen in a part of the screen.
func (s *Scene) drawStaticLayer(part geom.Rect) {
	if s.lod.layered {
		s.drawLargeMapLayer(part)
		return
	}
	for k := range s.graph.Memberships {
		if s.membershipMeets(k, part) {
			s.drawMembership(k, s.membershipAlpha(k), s.comparison.hasMembership(s.graph, k))
		}
	}
	lifted, _ := s.highlighted()
	s.eachAbout(func(e, i int) {
		if highlightsAbout(lifted, e, i) || s.aboutOnly[i] && lifted.Kind == Nothing {
			s.drawAbout(e, i, min(s.edgeAlpha[e], s.nodeAlpha[i]))
		}
	})
	for _, e := range s.drawn.edges {
		width := styleWidth(s.graph.Edges[e].Style)
		s.markEdge(e, width)
		s.drawEdge(e, s.edgeAlpha[e], width, true)
	}
	for _, e := range s.drawn.edges {
		s.drawGlyph(e, s.edgePath(e).glyph, s.edgeAlpha[e])
	}
	for _, i := range s.drawn.nodes {
		s.markNode(i)
		s.drawNode(i, s.nodeAlpha[i])
	}
}

// drawLargeMapLayer draws what may be seen of the bands, about lines, edges and nodes of a large map in a part of
// the screen, as if nothing were highlighted, except for what hangs on a node being dragged.
func (s *Scene) drawLargeMapLayer(part geom.Rect) {
	for k := range s.graph.Memberships {
		if s.membershipMeets(k, part) && !s.isMembershipDragged(k) {
			s.drawMembership(k, 1, false)
		}
	}
	s.eachAbout(func(e, i int) {
		if s.aboutOnly[i] && !s.isDragged(i) && !s.isEdgeDragged(e) {
			s.drawAbout(e, i, 1)
		}
	})
	ink, arrows := s.edgeInk(), s.lod.arrows
	for _, e := range s.drawn.edges {
		if s.edgeMeets(e, part) && !s.isEdgeDragged(e) {
			s.drawEdge(e, ink, s.edgeWidth(e), arrows)
		}
	}
	grown := part.Grow(shapeReach)
	for i := range s.at {
		if s.shown.Nodes[i] && s.drawn.shapes[i].Overlaps(grown) && !s.isDragged(i) {
			s.drawNode(i, 1)
		}
	}
}

// edgeMeets reports whether something of edge e may be seen in a part of the screen.
func (s *Scene) edgeMeets(e int, part geom.Rect) bool {
	l := &s.graph.Edges[e]
	return part.Grow(s.edgeExtent(e)).Meets(s.drawn.at[l.From], s.drawn.at[l.To])
}

// edgeExtent is how far edge e, its glyphs and marks may be beside its chord, px.
func (s *Scene) edgeExtent(e int) float64 {
	return max(glyphRadius, math.Abs(s.laneOffsets[e])*s.laneGap()) + edgeReach
}

// pan moves the picture by d px. That of a large map moves by whole px, so that what was painted of
// it fits; what is left over counts for the next time.
func (s *Scene) pan(d geom.Vec) {
	if s.large == nil {
		s.setCamera(s.camera.Pan(d))
		return
	}
	d = d.Add(s.large.panRemainder)
	whole := snapped(d)
	s.setCamera(s.camera.Pan(whole))
	s.large.panRemainder = d.Sub(whole)
}
