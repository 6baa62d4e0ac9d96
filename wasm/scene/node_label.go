package scene

import (
	"math"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
)

const haloWidth = 2.5

// placeNames finds each actor's name a slot beside its shape. Names of issues stand inside
// their pills and need none.
func (s *Scene) placeNames() { s.slotNames(s.blockShapes()) }

// blockShapes lists the boxes of the shapes in view as what no name may cover.
func (s *Scene) blockShapes() []geom.Rect {
	d := &s.drawn
	d.blocked = d.blocked[:0]
	for _, i := range d.nodes {
		d.blocked = append(d.blocked, d.shapes[i])
	}
	return d.blocked
}

// blockDrawn lists the boxes of shapes, names and glyphs in view.
func (s *Scene) blockDrawn() []geom.Rect {
	d := &s.drawn
	taken := append(s.blockShapes(), d.boxes...)
	for _, e := range d.edges {
		if r := s.edgePath(e); r.shown && hasGlyph(s.graph.Edges[e].Style) {
			taken = append(taken, geom.RectAt(r.glyph, glyphRadius+1, glyphRadius+1))
		}
	}
	return taken
}

// slotNames gives every name its slot clear of what is blocked; names that find none are hidden.
func (s *Scene) slotNames(blocked []geom.Rect) {
	d := &s.drawn
	d.items, d.named = d.items[:0], d.named[:0]
	for _, i := range d.nodes {
		if !s.nodeBoxes[i].named || s.graph.Nodes[i].Kind == graph.Issue {
			continue
		}
		d.items = append(d.items, s.nameItem(i))
		d.named = append(d.named, i)
	}
	slots := d.placer.Place(d.items, blocked, s.world().Grow(-2))
	d.boxes = d.boxes[:0]
	for k, i := range d.named {
		s.slots[i] = slots[k]
		if slots[k] != label.Hidden {
			d.boxes = append(d.boxes, d.items[k].Box(slots[k]))
		}
	}
}

// hasName reports whether the name of node i stands in its slot.
func (s *Scene) hasName(i int) bool {
	if s.large != nil {
		return s.large.wanted[i]
	}
	return s.slots[i] != label.Hidden && s.leftoverOf(i) == nil
}

// wantSlot keeps a name where it is, and brings a hidden one back to its usual place.
func (s *Scene) wantSlot(i int) label.Slot {
	if s.slots[i] == label.Hidden {
		return label.Below
	}
	return s.slots[i]
}

// shapeBox is the box around the shape of node i on the screen.
func (s *Scene) shapeBox(i int) geom.Rect {
	w, h := s.extent(i)
	return geom.RectAt(s.drawn.at[i], w, h)
}

// extent returns the half extents of the drawn shape of node i.
func (s *Scene) extent(i int) (halfW, halfH float64) {
	l := &s.nodeBoxes[i]
	switch s.graph.Nodes[i].Kind {
	case graph.State:
		return l.halfW * stateSide, l.halfH * stateSide
	case graph.Organisation:
		return l.halfW * hexSide, l.halfH * hexSide
	case graph.Group:
		return l.halfW + s.ring(), l.halfH + s.ring()
	}
	return l.halfW, l.halfH
}

// hideNamesUnderGlyphs places the names again where a glyph found no clear spot.
func (s *Scene) hideNamesUnderGlyphs() {
	d := &s.drawn
	if s.lod.layered {
		return // its glyphs make room for names, or are few
	}
	clash := false
	blocked := s.blockShapes()
	for _, e := range d.edges {
		if !s.edgePath(e).shown || !hasGlyph(s.graph.Edges[e].Style) {
			continue
		}
		disc := geom.RectAt(s.edgePath(e).glyph, glyphRadius, glyphRadius)
		blocked = append(blocked, disc)
		for _, b := range d.boxes {
			clash = clash || b.Overlaps(disc)
		}
	}
	if d.blocked = blocked; clash {
		s.slotNames(blocked)
	}
}

// drawNames writes the names: of issues inside their pills, of actors in their slots. The
// node that is highlighted and has no visible name gets one on a callout; what it covers is left out.
func (s *Scene) drawNames() {
	callout, calloutNode := s.callout()
	if s.lod.leveledNames {
		s.drawLargeMapNames(callout, calloutNode)
		s.drawCallout(callout, calloutNode)
		return
	}
	for _, i := range s.drawn.nodes {
		l := &s.nodeBoxes[i]
		if !l.named || i == calloutNode || !s.shown.Nodes[i] {
			continue
		}
		if s.graph.Nodes[i].Kind == graph.Issue {
			box := geom.RectAt(s.drawn.at[i], l.nameW/2, l.nameH/2)
			if !box.Overlaps(callout) {
				text := s.nameText(i, 1)
				text.Ink, text.Halo = s.theme.Ink.Over(s.theme.Paper, s.nodeAlpha[i]), display.Color{}
				s.writeLines(l.nameLines, box, text)
			}
		}
	}
	for k, i := range s.drawn.named {
		if box, ok := s.slotBox(k); ok && i != calloutNode && !box.Overlaps(callout) {
			s.writeLines(s.nodeBoxes[i].nameLines, box, s.nameText(i, s.nodeAlpha[i]))
		}
	}
	s.drawLeftovers(callout, calloutNode)
	s.drawCallout(callout, calloutNode)
}

// drawCallout writes a name on a callout of its own, above everything else.
func (s *Scene) drawCallout(callout geom.Rect, node int) {
	if node < 0 {
		return
	}
	s.add(nodePart(node, display.Callout), display.Shape{Kind: display.Box, At: callout.Centre(), HalfW: callout.W() / 2, HalfH: callout.H() / 2, Corner: 4,
		Fill: s.theme.Paper, Line: s.theme.Muted, Width: 1})
	l := &s.nodeBoxes[node]
	text := s.nameText(node, 1)
	text.Owner.Part, text.Size, text.Weight, text.Halo = display.Callout, actorText, actorWeight, display.Color{}
	s.writeLines(l.nameLines, geom.RectAt(callout.Centre(), l.nameW/2, l.nameH/2), text)
}

// callout returns the box for the name of the highlighted node when it is not shown otherwise; the
// node is -1 when there is none.
func (s *Scene) callout() (geom.Rect, int) {
	t, _ := s.highlighted()
	none := geom.Rect{Min: geom.Vec{X: -1e6, Y: -1e6}, Max: geom.Vec{X: -1e6, Y: -1e6}}
	if t.Kind != Node {
		return none, -1
	}
	i, l := t.Index, &s.nodeBoxes[t.Index]
	if s.large != nil {
		if s.large.wanted[i] {
			return none, -1
		}
	} else if l.named && (s.graph.Nodes[i].Kind == graph.Issue || s.slots[i] != label.Hidden) {
		return none, -1
	}
	if s.lod.leftovers && s.leftoverOf(i) != nil {
		return none, -1
	}
	_, halfH := s.extent(i)
	halfW, half := l.nameW/2+6, l.nameH/2+4
	at := s.drawn.at[i].Add(geom.Vec{Y: -halfH - half - label.Gap})
	if at.Y-half < 2 {
		at.Y = s.drawn.at[i].Y + halfH + half + label.Gap
	}
	at.X = max(halfW+2, min(at.X, s.size.W-halfW-2))
	return geom.RectAt(geom.Vec{X: math.Round(at.X), Y: math.Round(at.Y)}, halfW, half), i
}

// nameText is the look of the name of node i beside its shape; alpha is a share of its ink.
func (s *Scene) nameText(i int, alpha float64) display.Text {
	px, weight := s.face(i)
	return display.Text{Owner: nodePart(i, display.Label), Lang: s.graph.Nodes[i].Lang, RTL: s.nodeBoxes[i].rtl,
		Size: px, Weight: weight, Ink: s.theme.Ink.Fade(alpha), Halo: s.theme.Paper.Fade(alpha)}
}

// writeLines puts lines into a box, one under the other, each in the look of a text.
func (s *Scene) writeLines(lines []string, box geom.Rect, look display.Text) {
	step := float64(look.Size * lineHeight)
	look.MaxWidth, look.HaloWidth = box.W(), haloWidth
	for k, line := range lines {
		// The middle of the x-height sits 0.35 em above the baseline in the common sans faces.
		baseline := box.Min.Y + float64(step*(float64(k)+0.5)) + float64(look.Size*0.35)
		look.Text, look.At = line, geom.Vec{X: s.snapText(box.Centre().X), Y: s.snapText(baseline)}
		s.drawn.frame.Texts = append(s.drawn.frame.Texts, look)
	}
}

// snapText puts text on whole px while nothing moves.
func (s *Scene) snapText(v float64) float64 {
	if s.inMotion() {
		return v
	}
	return math.Round(v)
}
