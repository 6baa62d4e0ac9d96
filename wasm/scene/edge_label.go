package scene

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
)

// An edgeLabel is the verb phrase of an edge, shown where there is room.
type edgeLabel struct {
	edge         int
	lines        []string
	rtl          bool      // the direction of the phrase and of each of its lines
	halfW, halfH float64   // of the box, px
	box          geom.Rect // where it is shown
}

const (
	edgeLabelText   = 12.0
	edgeLabelWeight = 400
	edgeLabelWrap   = 150.0
	maxCrossedEdges = 1 // foreign edges that may pass under an edge label; with more it reads as theirs
)

// edgeLabelOf wraps and measures the label of an edge, once: panning places the edge labels again for every
// frame, and a large map has thousands that nobody ever comes near.
func (s *Scene) edgeLabelOf(e int) edgeLabel {
	if t, known := s.edgeLabels[e]; known {
		return t
	}
	l := &s.graph.Edges[e]
	t := edgeLabel{edge: e, lines: wrapEdgeLabel(l), rtl: label.RightToLeft(l.Label)}
	for _, line := range t.lines {
		t.halfW = max(t.halfW, label.Width(line, edgeLabelText, edgeLabelWeight))
	}
	t.halfW = math.Ceil(t.halfW / 2)
	t.halfH = math.Ceil(float64(len(t.lines))*edgeLabelText*lineHeight) / 2
	s.edgeLabels[e] = t
	return t
}

// wrapEdgeLabel breaks the label of an edge into two lines. What has no room in them is cut, but never an amount:
// that has a line of its own where it does not fit behind the label, as "EUR 1 2…" would be another sum.
func wrapEdgeLabel(l *graph.Edge) []string {
	lines := label.Wrap(strings.TrimSuffix(l.Label, l.Sum), edgeLabelText, edgeLabelWeight, edgeLabelWrap, 2)
	if l.Sum == "" {
		return lines
	}
	sum := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(l.Sum) // every font has the plain one
	if len(lines) == 1 && label.Width(lines[0]+sum, edgeLabelText, edgeLabelWeight) <= edgeLabelWrap {
		return []string{lines[0] + sum}
	}
	return append(lines, strings.TrimSpace(sum))
}

// compareEdgeLabels orders edges by whose label gets room first: the newest, then by how connected the
// ends are.
func (s *Scene) compareEdgeLabels(e, f int) int {
	g := s.graph
	a, b := &g.Edges[e], &g.Edges[f]
	return cmp.Or(cmp.Compare(b.Date, a.Date),
		cmp.Compare(g.Nodes[b.From].Degree+g.Nodes[b.To].Degree, g.Nodes[a.From].Degree+g.Nodes[a.To].Degree), cmp.Compare(e, f))
}

// placeEdgeLabels finds room for all edge labels that fit without touching a shape, a name, a
// glyph or each other. None is shown while things move: they would flicker.
func (s *Scene) placeEdgeLabels() {
	d := &s.drawn
	d.edgeLabels = d.edgeLabels[:0]
	if s.inMotion() || len(d.edges) > s.lod.maxEdgeLabels {
		return
	}
	taken := s.blockDrawn()
	d.order = append(d.order[:0], d.edges...)
	slices.SortFunc(d.order, s.compareEdgeLabels)
	for _, e := range d.order {
		if t := s.edgeLabelOf(e); t.halfW > 0 && s.edgePath(e).shown && s.fitEdgeLabel(&t, taken) {
			d.edgeLabels = append(d.edgeLabels, t)
			taken = append(taken, t.box)
		}
	}
	d.blocked = taken
}

// fitEdgeLabel tries the spots around the middle of its edge and sets the box to the first that is free.
func (s *Scene) fitEdgeLabel(t *edgeLabel, taken []geom.Rect) bool {
	spots, n := s.edgeLabelSpots(t.edge, t.halfW, t.halfH)
	for _, at := range spots[:n] {
		t.box = geom.RectAt(geom.Vec{X: math.Round(at.X), Y: math.Round(at.Y)}, t.halfW, t.halfH)
		if t.box.Inside(s.world().Grow(-4)) && isClear(t.box, taken) &&
			!coversPath(s.edgePath(t.edge).curve, t.box) && s.foreignEdges(t.edge, t.box) <= maxCrossedEdges {
			return true
		}
	}
	return false
}

// edgeLabelSpots lists n middles for an edge label: around the glyph, or on the edge where it has none.
func (s *Scene) edgeLabelSpots(e int, halfW, halfH float64) (spots [4]geom.Vec, n int) {
	r := s.edgePath(e)
	if !hasGlyph(s.graph.Edges[e].Style) {
		return [4]geom.Vec{r.curve.At(0.5), r.curve.At(0.4), r.curve.At(0.6)}, 3
	}
	const off = glyphRadius + 3
	return [4]geom.Vec{
		r.glyph.Add(geom.Vec{Y: off + halfH}), r.glyph.Add(geom.Vec{Y: -off - halfH}),
		r.glyph.Add(geom.Vec{X: off + halfW}), r.glyph.Add(geom.Vec{X: -off - halfW}),
	}, 4
}

// coversPath reports whether an edge label would cover so much of its own edge that it cannot be followed:
// an end with its arrowhead, or more than two fifths of the way.
func coversPath(c geom.Curve, box geom.Rect) bool {
	const samples = 25
	if box.Grow(8).Contains(c.A) || box.Grow(8).Contains(c.B) {
		return true
	}
	covered := 0
	for k := range samples {
		if box.Contains(c.At(float64(k) / (samples - 1))) {
			covered++
		}
	}
	return covered > samples*2/5
}

func isClear(box geom.Rect, taken []geom.Rect) bool {
	for _, r := range taken {
		if box.Grow(2).Overlaps(r) {
			return false
		}
	}
	return true
}

// foreignEdges counts the other edges that pass through a box.
func (s *Scene) foreignEdges(e int, box geom.Rect) int {
	n := 0
	for _, f := range s.drawn.edges {
		if f != e && s.edgePath(f).shown && enters(s.edgePath(f).curve, box) {
			n++
		}
	}
	return n
}

// enters reports whether a curve enters a box, by 24 points: boxes of text are wider than
// the gaps between those.
func enters(c geom.Curve, box geom.Rect) bool {
	if !c.Bounds().Overlaps(box) {
		return false
	}
	for k := 0; k <= 24; k++ {
		if box.Contains(c.At(float64(k) / 24)) {
			return true
		}
	}
	return false
}

func (s *Scene) drawEdgeLabels() {
	callout, _ := s.callout()
	for _, t := range s.drawn.edgeLabels {
		if t.box.Overlaps(callout) {
			continue
		}
		l, a := &s.graph.Edges[t.edge], s.edgeAlpha[t.edge]
		s.writeLines(t.lines, t.box, display.Text{
			Owner: edgePart(t.edge, display.Label), Lang: l.Lang, RTL: t.rtl, Size: edgeLabelText, Weight: edgeLabelWeight, Ink: s.theme.Muted.Fade(a), Halo: s.theme.Paper.Fade(a),
		})
	}
}
