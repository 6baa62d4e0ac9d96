package scene

import (
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
)

// How an edge of each style looks is decided here, and nowhere else: for the map, for the pictures
// made of it, and for the samples of edges in the text of a page and in its legend.

// Specimen returns an edge of a style from a to b, with its glyph in the middle, as every map in
// this palette draws it: the line with its arrowhead, and the glyph that stands on it.
func Specimen(st graph.Style, a, b geom.Vec, t *display.Theme) (line, sign []display.Shape) {
	c := geom.Curve{A: a, C: a.Lerp(b, 0.5), B: b}
	line = appendEdge(nil, c, st, edgeColor(t, st), styleWidth(st), true, display.Owner{})
	if hasGlyph(st) {
		sign = appendGlyph(nil, st, c.C, edgeColor(t, st), t.Paper, display.Owner{})
	}
	return line, sign
}

// edgeColor returns the colour of an edge of a style.
func edgeColor(t *display.Theme, st graph.Style) display.Color {
	switch st.Polarity {
	case graph.Cooperation:
		return t.Cooperation
	case graph.Conflict:
		return t.Conflict
	case graph.Grey:
		return t.Grey
	}
	if st.Weight == graph.Pale {
		return t.Structure
	}
	return t.Muted
}

// hasGlyph reports whether a glyph or a stroke stands on the edge.
func hasGlyph(st graph.Style) bool { return st.Glyph != graph.NoGlyph || st.Struck }

func styleWidth(st graph.Style) float64 {
	switch st.Weight {
	case graph.Thick:
		return thickLine
	case graph.Pale:
		return paleLine
	}
	return thinLine
}

// dashOf returns the dashes of an edge of the given width. Those of a claim stand closer than those of
// what is announced, so that a dash and its dot read as one.
func dashOf(st graph.Style, width float64) display.Dash {
	claim := display.Dash{On: 6 + width, Off: 2.5 + float64(width/2)}
	switch st.Pattern {
	case graph.Dashes:
		return display.Dash{On: 6 + width, Off: 3 + width}
	case graph.Dots:
		return display.Dash{Off: 2.6 * width}
	case graph.DashDot:
		claim.Mix = display.DashDot
		return claim
	case graph.DashDashDot:
		claim.Mix = display.DashDashDot
		return claim
	case graph.DashDotDot:
		claim.Mix = display.DashDotDot
		return claim
	case graph.Sparse:
		return display.Dash{On: 2 + width, Off: 6 + width}
	}
	return display.Dash{}
}

// appendEdge appends the line of an edge, its owner, along a curve, width px wide, with an arrowhead where the
// style has one and arrows are wanted.
func appendEdge(dst []display.Shape, c geom.Curve, st graph.Style, ink display.Color, width float64, arrows bool, edge display.Owner) []display.Shape {
	if st.Arrow && arrows {
		var head display.Shape
		head, c = arrowhead(c, ink, width)
		head.Owner = partOf(edge, display.Arrowhead)
		dst = append(dst, head)
	}
	return append(dst, display.Shape{Kind: display.Stroke, Curve: c, Width: width, Line: ink, Dash: dashOf(st, width), Owner: partOf(edge, display.Body)})
}

// arrowhead returns the head on the end of c, its tip at the end, and the rest of c.
func arrowhead(c geom.Curve, ink display.Color, width float64) (head display.Shape, rest geom.Curve) {
	length, half := 6+float64(1.6*width), 2.2+float64(1.05*width)
	t := 1 - min(0.5, length/max(1, c.Tangent(1).Len()/2))
	base := c.At(t)
	for base.Sub(c.B).Len() > length && t < 0.999 { // the parameter is not arc length: creep up to it
		t += (1 - t) * 0.1
		base = c.At(t)
	}
	side := c.B.Sub(base).Unit().Left().Mul(half)
	return display.Shape{Kind: display.Triangle, Points: [3]geom.Vec{c.B, base.Add(side), base.Sub(side)}, Fill: ink}, c.Part(0, t)
}

// Of the glyphs, px: the disc behind them (glyphRadius), the ring of what has no proof, the line of
// both, and that of the strokes.
const (
	openRing    = 4.0
	glyphEdge   = 1.25
	glyphStroke = 1.5
)

// appendGlyph appends the glyph of an edge, its owner, around a point.
func appendGlyph(dst []display.Shape, st graph.Style, at geom.Vec, ink, paper display.Color, edge display.Owner) []display.Shape {
	first := len(dst)
	dst = appendFigures(dst, st, at, ink, paper)
	for k := first; k < len(dst); k++ {
		dst[k].Owner = partOf(edge, display.Glyph)
	}
	return dst
}

// appendFigures appends what a glyph is made of.
func appendFigures(dst []display.Shape, st graph.Style, at geom.Vec, ink, paper display.Color) []display.Shape {
	disc := display.Shape{Kind: display.Disc, At: at, HalfW: glyphRadius, Fill: paper, Line: ink, Width: glyphEdge}
	if st.Glyph == graph.Ring {
		disc.HalfW = openRing
	}
	dst = append(dst, disc)
	switch st.Glyph {
	case graph.Plus:
		dst = append(dst, bar(at, 3.5, 0, glyphStroke, ink), bar(at, 0, 3.5, glyphStroke, ink))
	case graph.Minus:
		dst = append(dst, bar(at, 3.5, 0, glyphStroke, ink))
	case graph.Question:
		dst = appendAsk(dst, at, ink)
	case graph.Half:
		dst = append(dst, display.Shape{Kind: display.HalfDisc, At: at, HalfW: glyphRadius, Fill: ink})
	}
	if !st.Struck {
		return dst
	}
	if st.Glyph == graph.Half { // on its own ink the stroke would not be seen
		dst = append(dst, bar(at, 4.4, -4.4, 3*glyphStroke, paper))
	}
	return append(dst, bar(at, 4.4, -4.4, glyphStroke, ink))
}

// bar is a straight stroke around a point, (dx, dy) to each side.
func bar(at geom.Vec, dx, dy, width float64, ink display.Color) display.Shape {
	d := geom.Vec{X: dx, Y: dy}
	return display.Shape{Kind: display.Stroke, Curve: geom.Curve{A: at.Sub(d), C: at, B: at.Add(d)}, Width: width, Line: ink}
}

// appendAsk appends a question mark of strokes around p, so that no font is needed.
func appendAsk(dst []display.Shape, p geom.Vec, ink display.Color) []display.Shape {
	at := func(x, y float64) geom.Vec { return p.Add(geom.Vec{X: x, Y: y}) }
	for _, c := range [3]geom.Curve{
		{A: at(-2, -1.9), C: at(-1.8, -4), B: at(0.1, -4)},
		{A: at(0.1, -4), C: at(2.2, -3.9), B: at(2, -2)},
		{A: at(2, -2), C: at(1.7, -0.7), B: at(0, 1.3)},
	} {
		dst = append(dst, display.Shape{Kind: display.Stroke, Curve: c, Width: 1.4, Line: ink, Round: true})
	}
	return append(dst, display.Shape{Kind: display.Disc, At: at(0, 3.7), HalfW: 1, Fill: ink})
}
