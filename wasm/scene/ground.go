package scene

import (
	"math"

	"actormap/wasm/geom"
)

// A Ground is that part of the picture of a large map which a pan only shifts: bands, lines and
// nodes, without names. A painter that keeps a picture of it paints what comes into view and
// nothing else.
type Ground struct {
	// Serial is another number whenever the ground looks otherwise than before.
	Serial int
	// Offset is where the ground lies, px of the screen: with the same Serial, a picture of it may
	// be shifted by the difference. Pans go by whole px.
	Offset geom.Vec

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

// LiveFrame is Frame for a painter that keeps the ground: that of a distant map is apart in Frame.Ground, and Shapes holds only what lies above.
func (s *Scene) LiveFrame() *Frame {
	s.locate()
	if !s.isDistant() {
		return s.Frame()
	}
	if s.dirty || s.shifted || s.drawn.frame.Ground == nil {
		s.prepare()
		s.drawn.ground.scene, s.drawn.ground.Offset = s, s.camera.Offset
		s.drawn.frame.Ground = &s.drawn.ground
		s.drawAbove()
	}
	return &s.drawn.frame
}

// shapeReach is how far marks and pins reach beyond the shape of their node, px.
const shapeReach = 12.0

// drawGround draws what may be seen of bands, ties, lines with arrowheads, glyphs, nodes and
// marks in a part of the screen.
func (s *Scene) drawGround(part geom.Rect) {
	s.drawBands(part)
	s.drawTies()
	for _, e := range s.drawn.lines {
		if s.lineMeets(e, part) {
			s.drawLine(e)
		}
	}
	for _, e := range s.drawn.lines {
		if s.hasDetail(e, glyphFrom) && s.lineMeets(e, part) {
			s.drawGlyph(e)
		}
	}
	if s.crowd == nil {
		for _, i := range s.drawn.nodes {
			s.drawNode(i)
		}
		return
	}
	grown := part.Grow(shapeReach)
	for i := range s.at {
		if s.shown.Nodes[i] && s.drawn.shapes[i].Overlaps(grown) {
			s.drawNode(i)
		}
	}
}

// lineMeets reports whether something of line e may be seen in a part of the screen. Of a story all
// lines in view are drawn.
func (s *Scene) lineMeets(e int, part geom.Rect) bool {
	if s.crowd == nil {
		return true
	}
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
