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

// A tag is the verb phrase of a line, shown where there is room.
type tag struct {
	line         int
	lines        []string
	rtl          bool      // the direction of the phrase and of each of its lines
	halfW, halfH float64   // of the box, px
	box          geom.Rect // where it is shown
}

const (
	tagText     = 12.0
	tagWeight   = 400
	tagWrap     = 150.0
	maxTagCross = 1 // foreign lines that may pass under a tag; with more it reads as theirs
)

// tagOf wraps and measures the label of a line, once: panning places the tags anew for every
// frame, and a large map has thousands that nobody ever comes near.
func (s *Scene) tagOf(e int) tag {
	if t, known := s.tags[e]; known {
		return t
	}
	l := &s.graph.Edges[e]
	t := tag{line: e, lines: wrapTag(l), rtl: label.RightToLeft(l.Label)}
	for _, line := range t.lines {
		t.halfW = max(t.halfW, label.Width(line, tagText, tagWeight))
	}
	t.halfW = math.Ceil(t.halfW / 2)
	t.halfH = math.Ceil(float64(len(t.lines))*tagText*lineHeight) / 2
	s.tags[e] = t
	return t
}

// wrapTag breaks the label of a line into two lines. What has no room in them is cut, but never an amount:
// that has a line of its own where it does not fit behind the label, as "EUR 1 2…" would be another sum.
func wrapTag(l *graph.Edge) []string {
	lines := label.Wrap(strings.TrimSuffix(l.Label, l.Sum), tagText, tagWeight, tagWrap, 2)
	if l.Sum == "" {
		return lines
	}
	sum := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(l.Sum) // every font has the plain one
	if len(lines) == 1 && label.Width(lines[0]+sum, tagText, tagWeight) <= tagWrap {
		return []string{lines[0] + sum}
	}
	return append(lines, strings.TrimSpace(sum))
}

// compareTags orders lines by whose tag gets room first: the newest, then by how connected the
// ends are.
func (s *Scene) compareTags(e, f int) int {
	g := s.graph
	a, b := &g.Edges[e], &g.Edges[f]
	return cmp.Or(cmp.Compare(b.Date, a.Date),
		cmp.Compare(g.Nodes[b.From].Degree+g.Nodes[b.To].Degree, g.Nodes[a.From].Degree+g.Nodes[a.To].Degree), cmp.Compare(e, f))
}

// placeTags finds room for as many line labels as fit without touching a shape, a name, a
// glyph or each other. None is shown while things move: they would flicker.
func (s *Scene) placeTags() {
	d := &s.drawn
	d.tags = d.tags[:0]
	if s.inMotion() || s.crowd != nil && (s.detail < 1 || len(d.lines) > tagLines) {
		return
	}
	taken := s.blockDrawn()
	d.order = append(d.order[:0], d.lines...)
	slices.SortFunc(d.order, s.compareTags)
	for _, e := range d.order {
		if t := s.tagOf(e); t.halfW > 0 && s.route(e).shown && s.fitTag(&t, taken) {
			d.tags = append(d.tags, t)
			taken = append(taken, t.box)
		}
	}
	d.blocked = taken
}

// fitTag tries the spots around the middle of its line and sets the box to the first that is free.
func (s *Scene) fitTag(t *tag, taken []geom.Rect) bool {
	spots, n := s.tagSpots(t.line, t.halfW, t.halfH)
	for _, at := range spots[:n] {
		t.box = geom.RectAt(geom.Vec{X: math.Round(at.X), Y: math.Round(at.Y)}, t.halfW, t.halfH)
		if t.box.Inside(s.world().Grow(-4)) && clear(t.box, taken) &&
			!hides(s.route(t.line).curve, t.box) && s.foreignLines(t.line, t.box) <= maxTagCross {
			return true
		}
	}
	return false
}

// tagSpots lists n middles for a tag: around the glyph, or on the line where it has none.
func (s *Scene) tagSpots(e int, halfW, halfH float64) (spots [4]geom.Vec, n int) {
	r := s.route(e)
	if !hasGlyph(s.graph.Edges[e].Style) {
		return [4]geom.Vec{r.curve.At(0.5), r.curve.At(0.4), r.curve.At(0.6)}, 3
	}
	const off = glyphRadius + 3
	return [4]geom.Vec{
		r.glyph.Add(geom.Vec{Y: off + halfH}), r.glyph.Add(geom.Vec{Y: -off - halfH}),
		r.glyph.Add(geom.Vec{X: off + halfW}), r.glyph.Add(geom.Vec{X: -off - halfW}),
	}, 4
}

// hides reports whether a tag would cover so much of its own line that it cannot be followed:
// an end with its arrowhead, or more than two fifths of the way.
func hides(c geom.Curve, box geom.Rect) bool {
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

func clear(box geom.Rect, taken []geom.Rect) bool {
	for _, r := range taken {
		if box.Grow(2).Overlaps(r) {
			return false
		}
	}
	return true
}

// foreignLines counts the other lines that pass through a box.
func (s *Scene) foreignLines(e int, box geom.Rect) int {
	n := 0
	for _, f := range s.drawn.lines {
		if f != e && s.route(f).shown && passes(s.route(f).curve, box) {
			n++
		}
	}
	return n
}

// passes reports whether a curve enters a box, by 24 points: boxes of text are wider than
// the gaps between those.
func passes(c geom.Curve, box geom.Rect) bool {
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

func (s *Scene) drawTags() {
	chip, _ := s.chip()
	for _, t := range s.drawn.tags {
		if t.box.Overlaps(chip) {
			continue
		}
		l, a := &s.graph.Edges[t.line], s.lineAlpha[t.line]
		s.writeLines(t.lines, t.box, display.Text{
			Owner: edgePart(t.line, display.Label), Lang: l.Lang, RTL: t.rtl, Size: tagText, Weight: tagWeight, Ink: s.theme.Muted.Fade(a), Halo: s.theme.Paper.Fade(a),
		})
	}
}
