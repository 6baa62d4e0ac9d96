package scene

import (
	"actormap/wasm/display"
)

// Of a large map what is not lifted fades under a veil of paper, and what is lifted is drawn once more
// above it: so the ground below, thousands of lines, need not be painted anew.

// veil is how far the map fades, and how far what is lifted has risen above it.
type veil struct {
	rest float64 // share of its ink that what is not lifted has now, as nodeAlpha
	low  float64 // what rest fell to, or falls to, when something was lifted last
}

// lift returns how far something with a share of its ink has risen above the rest: 0 to 1.
func (v *veil) lift(alpha float64) float64 {
	if alpha <= v.rest {
		return 0
	}
	return min(1, (alpha-v.rest)/(1-v.low))
}

// holds reports whether node i of a large map is in the hand.
func (s *Scene) holds(i int) bool { return s.crowd != nil && s.drag.node == i }

// holdsLine reports whether line e hangs on such a node.
func (s *Scene) holdsLine(e int) bool {
	l := &s.graph.Edges[e]
	return s.holds(l.From) || s.holds(l.To)
}

// holdsBand reports whether band k does.
func (s *Scene) holdsBand(k int) bool {
	b := &s.graph.Memberships[k]
	return s.holds(b.Part) || s.holds(b.Whole)
}

// drawSigns draws the signs of the lines in view once there is room for them. They give way to names, so
// that they are no part of the ground.
func (s *Scene) drawSigns() {
	if s.isDistant() {
		return
	}
	for _, e := range s.drawn.lines {
		if r := s.route(e); !r.bare {
			s.drawGlyph(e, r.glyph, 1)
		}
	}
}

// drawLifted draws the veil, and above it what is lifted, marked or in the hand.
func (s *Scene) drawLifted() {
	if s.veil.rest < 1 {
		w := s.world()
		s.add(display.Owner{}, display.Shape{Kind: display.Overlay, At: w.Centre(), HalfW: w.W()/2 + 1, HalfH: w.H()/2 + 1, Fill: s.theme.Paper.Fade(1 - s.veil.rest)})
	}
	for k := range s.graph.Memberships {
		lift, marked := s.veil.lift(s.bandAlpha(k)), s.trail.hasBand(s.graph, k)
		if s.holdsBand(k) {
			lift = 1
		}
		if (lift > 0 || marked) && s.bandMeets(k, s.world()) {
			s.drawBand(k, lift, marked)
		}
	}
	if lifted, _ := s.lifted(); lifted.Kind != Nothing {
		s.eachTie(func(e, i int) {
			if liftsTie(lifted, e, i) {
				s.drawTie(e, i, s.veil.lift(min(s.lineAlpha[e], s.nodeAlpha[i])))
			}
		})
	}
	s.drawLiftedLines()
	for _, i := range s.drawn.nodes {
		if s.nodeAlpha[i] > s.veil.rest || s.holds(i) || s.marked(Target{Node, i}) {
			s.markNode(i)
			s.drawNode(i, s.nodeAlpha[i])
		}
	}
}

// drawLiftedLines draws the lines that are lifted as strong as those of a story.
func (s *Scene) drawLiftedLines() {
	arrows := s.detail >= arrowFrom
	for _, e := range s.drawn.lines {
		lift := s.liftOf(e)
		if lift == 0 && s.marked(Target{Line, e}) {
			lift = s.lineInk() * s.veil.rest // above its mark, as below it
		}
		if lift > 0 {
			width := max(s.fineWidth(e), thinLine)
			s.markLine(e, width)
			s.drawLine(e, lift, width, arrows || s.isLit(e))
		}
	}
	if s.isDistant() {
		s.drawLitSigns()
		return
	}
	for _, e := range s.drawn.lines {
		if lift := s.liftOf(e); lift > 0 {
			s.drawGlyph(e, s.route(e).glyph, lift)
		}
	}
}

// drawLitSigns draws the signs of lifted lines where no other line has one yet, if they are not too many:
// on spots that are clear of each other and of lifted nodes. Where there is none the line goes without,
// unless it is the only one that is meant.
func (s *Scene) drawLitSigns() {
	d := &s.drawn
	if s.light.count == 0 || s.light.count > litLines {
		return
	}
	d.bodies.Reset(s.world())
	for _, i := range d.nodes {
		if s.light.nodes[i] {
			d.bodies.Add(d.shapes[i])
		}
	}
	for _, e := range d.lines {
		r := s.route(e)
		if lift := s.liftOf(e); lift == 0 || !s.isLit(e) || !r.shown || !hasGlyph(s.graph.Edges[e].Style) {
			continue
		} else if at, ok := s.clearSpot(r, glyphSpots[:]); ok {
			s.drawGlyph(e, at, lift)
		} else if s.light.count == 1 {
			s.drawGlyph(e, r.glyph, lift)
		}
	}
}

// liftOf is how strongly line e is drawn above the ground. One that hangs on a node in the hand is no
// part of the ground.
func (s *Scene) liftOf(e int) float64 {
	lift := s.veil.lift(s.lineAlpha[e])
	if s.holdsLine(e) {
		lift = max(lift, s.lineInk())
	}
	return lift
}
