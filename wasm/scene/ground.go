package scene

import (
	"math"

	"actormap/wasm/geom"
)

// A Ground is that part of the picture of a large map which a pan only shifts, and which stays as it is
// whatever is lifted or in the hand: bands, lines and nodes, without signs and names. A painter that keeps
// a picture of it paints what comes into view and nothing else.
type Ground struct {
	// Serial is another number whenever the ground looks otherwise than before.
	Serial int
	// Offset is where the ground lies, px of the screen: with the same Serial, a picture of it may
	// be shifted by the difference. Pans go by whole px.
	Offset geom.Vec
	// Stays says that it will look the same in the next frames, whatever the hand does that has a node.
	Stays bool

	scene  *Scene
	shapes []Shape
}

// Shapes returns the shapes of which something may be seen in a part of the screen, back to front.
// The slice is valid until the next call.
func (g *Ground) Shapes(part geom.Rect) []Shape {
	frame := &g.scene.drawn.frame
	above := frame.Shapes
	frame.Shapes = g.shapes[:0]
	g.scene.drawGround(part)
	g.shapes, frame.Shapes = frame.Shapes, above
	return g.shapes
}

// LiveFrame is Frame for a painter that keeps the ground: that of a large map is apart in Frame.Ground, and
// Shapes holds only what lies above.
func (s *Scene) LiveFrame() *Frame {
	if s.crowd == nil {
		return s.Frame()
	}
	if s.dirty || s.shifted || s.drawn.frame.Ground == nil {
		s.prepare()
		s.drawn.ground.scene, s.drawn.ground.Offset, s.drawn.ground.Stays = s, s.camera.Offset, s.drag.node >= 0 && s.stiff()
		s.drawn.frame.Ground = &s.drawn.ground
		s.drawAbove()
	}
	return &s.drawn.frame
}

// shapeReach is how far marks and pins reach beyond the shape of their node, px.
const shapeReach = 12.0

// drawGround draws what may be seen in a part of the screen.
func (s *Scene) drawGround(part geom.Rect) {
	if s.crowd != nil {
		s.drawCrowdGround(part)
		return
	}
	for k := range s.graph.Bands {
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
		width := widthOf(s.graph.Lines[e].Style)
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
	for k := range s.graph.Bands {
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
	l := &s.graph.Lines[e]
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
