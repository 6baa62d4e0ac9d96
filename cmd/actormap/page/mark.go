package page

import (
	"html/template"

	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/scene"
	"actormap/wasm/svg"
)

// issueKind is the kind of an issue, beside the kinds of actors.
const issueKind = "issue"

// mark is a small sample of a line as the map draws it, with what the text says of the line.
type mark struct {
	Ink      string // plus (blue), minus (vermillion), grey, neutral
	Class    string // words, deeds, structure
	Status   string // happened, future, hypothetical, negated
	Standing string // stated, alleged, disputed, no-proof
	Mutual   bool   // no arrowhead
	Style    graph.Style
}

// relationMark takes the style that the map draws with and puts it in words. A relation
// that the graph leaves out has a plain line.
func (b *builder) relationMark(r *data.Relation) mark {
	info, _ := r.Type.Info()
	m := mark{Ink: "neutral", Class: string(info.Class), Status: string(r.Status), Standing: string(r.Standing()), Mutual: r.Mutual}
	if i := b.graph.EdgeByID(r.ID); i >= 0 {
		m.Style = b.graph.Edges[i].Style
		m.Ink = inkName(m.Style.Polarity)
	}
	return m
}

func inkName(ink graph.Polarity) string {
	switch ink {
	case graph.Cooperation:
		return "plus"
	case graph.Conflict:
		return "minus"
	case graph.Grey:
		return "grey"
	}
	return "neutral"
}

// Tone names the colour of the line for the style sheet: that of its ink, and pale for a neutral
// line of structure.
func (m mark) Tone() string {
	if m.Style.Polarity == graph.Neutral && m.Style.Weight == graph.Pale {
		return "pale"
	}
	return inkName(m.Style.Polarity)
}

// The ends of the sample, px of its picture of 48 by 16.
var markFrom, markTo = geom.Vec{X: 2, Y: 8}, geom.Vec{X: 46, Y: 8}

// Line draws the line itself, with its arrowhead; the style sheet turns it round where one reads
// from the right.
func (m mark) Line() template.HTML {
	line, _ := m.shapes()
	return template.HTML(svg.Elements(line, markLook)) // numbers and classes alone
}

// Sign draws what stands on the line, which is never turned round.
func (m mark) Sign() template.HTML {
	_, sign := m.shapes()
	return template.HTML(svg.Elements(sign, markLook))
}

// shapes returns the sample as the map draws it, in two colours that markLook knows again.
func (m mark) shapes() (line, sign []display.Shape) {
	ink := display.Color{A: 255}
	return scene.Specimen(m.Style, markFrom, markTo, &display.Theme{Paper: markPaper, Muted: ink, Structure: ink, Cooperation: ink, Conflict: ink, Grey: ink})
}

var markPaper = display.Color{R: 255, G: 255, B: 255, A: 255}

// markLook names what a shape of a sample is painted with.
func markLook(s *display.Shape) string {
	switch {
	case s.Kind == display.Stroke && s.Line == markPaper:
		return ` class="mark-gap"`
	case s.Kind == display.Stroke:
		return ` class="mark-line"`
	case s.Fill == markPaper:
		return ` class="mark-disc"`
	}
	return ` class="mark-fill"`
}
