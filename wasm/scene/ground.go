package scene

import (
	"math"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// A staticLayer is that part of the picture of a large map which a pan only shifts, and which stays as it is
// whatever is highlighted or dragged: bands, lines and nodes, without signs and names. It is a display.Layer.
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
	l.scene.drawGround(part)
	d.list = before
	return l.shapes
}

// LiveFrame is Frame for a painter that keeps layers: the static layer of a large map is apart in
// Frame.Static, and Shapes holds only what lies above.
func (s *Scene) LiveFrame() *display.Frame {
	if s.crowd == nil {
		return s.Frame()
	}
	d := &s.drawn
	if s.dirty || s.shifted || d.frame.Static == nil {
		s.prepare()
		d.static.scene, d.static.offset, d.static.stable = s, s.camera.Offset, s.drag.node >= 0 && s.stiff()
		d.frame.Static = &d.static
		s.drawAbove()
	}
	return &d.frame
}

// shapeReach is how far marks and pins reach beyond the shape of their node, px.
const shapeReach = 12.0

// drawGround draws what may be seen in a part of the screen.
func (s *Scene) drawGround(part geom.Rect) {
	if s.crowd != nil {
		s.drawCrowdGround(part)
		return
	}
	for k := range s.graph.Memberships {
		if s.bandMeets(k, part) {
			s.drawBand(k, s.bandAlpha(k), s.trail.hasBand(s.graph, k))
		}
	}
	lifted, _ := s.lifted()
	s.eachTie(func(e, i int) {
		if liftsTie(lifted, e, i) || s.orphan[i] && lifted.Kind == Nothing {
			s.drawTie(e, i, min(s.lineAlpha[e], s.nodeAlpha[i]))
		}
	})
	for _, e := range s.drawn.lines {
		width := widthOf(s.graph.Edges[e].Style)
		s.markLine(e, width)
		s.drawLine(e, s.lineAlpha[e], width, true)
	}
	for _, e := range s.drawn.lines {
		s.drawGlyph(e, s.route(e).glyph, s.lineAlpha[e])
	}
	for _, i := range s.drawn.nodes {
		s.markNode(i)
		s.drawNode(i, s.nodeAlpha[i])
	}
}

// drawCrowdGround draws what may be seen of the bands, ties, lines and nodes of a large map in a part of
// the screen, as if nothing were lifted, but for what hangs on a node in the hand.
func (s *Scene) drawCrowdGround(part geom.Rect) {
	for k := range s.graph.Memberships {
		if s.bandMeets(k, part) && !s.holdsBand(k) {
			s.drawBand(k, 1, false)
		}
	}
	s.eachTie(func(e, i int) {
		if s.orphan[i] && !s.holds(i) && !s.holdsLine(e) {
			s.drawTie(e, i, 1)
		}
	})
	ink, arrows := s.lineInk(), s.detail >= arrowFrom
	for _, e := range s.drawn.lines {
		if s.lineMeets(e, part) && !s.holdsLine(e) {
			s.drawLine(e, ink, s.fineWidth(e), arrows)
		}
	}
	grown := part.Grow(shapeReach)
	for i := range s.at {
		if s.shown.Nodes[i] && s.drawn.shapes[i].Overlaps(grown) && !s.holds(i) {
			s.drawNode(i, 1)
		}
	}
}

// lineMeets reports whether something of line e may be seen in a part of the screen.
func (s *Scene) lineMeets(e int, part geom.Rect) bool {
	l := &s.graph.Edges[e]
	return part.Grow(s.reach(e)).Meets(s.drawn.at[l.From], s.drawn.at[l.To])
}

// reach is how far line e, its signs and marks may be beside its chord, px.
func (s *Scene) reach(e int) float64 {
	return max(glyphRadius, math.Abs(s.fans[e])*s.lane()) + lineReach
}

// pan moves the picture by d px. That of a large map moves by whole px, so that what was painted of
// it fits; what is left over counts for the next time.
func (s *Scene) pan(d geom.Vec) {
	if s.crowd == nil {
		s.setCamera(s.camera.Pan(d))
		return
	}
	d = d.Add(s.crowd.rest)
	whole := snapped(d)
	s.setCamera(s.camera.Pan(whole))
	s.crowd.rest = d.Sub(whole)
}
