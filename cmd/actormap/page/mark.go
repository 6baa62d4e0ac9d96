package page

import (
	"actormap/data"
	"actormap/wasm/graph"
)

// issueKind is the kind of an issue, beside the kinds of actors.
const issueKind = "issue"

// mark is a small sample of a line: exactly how the map draws the relation. Its fields
// become CSS classes.
type mark struct {
	Ink    string // plus (blue), minus (vermillion), grey, neutral
	Glyph  string // plus, minus, ask, blank for a disc without a sign, empty for no disc
	Class  string // words, deeds, structure
	Status string // happened, future, hypothetical, negated
	Mutual bool   // no arrowhead
}

// relationMark takes the style that the map draws with and puts it in words. A relation
// that the graph leaves out has a plain line.
func (b *builder) relationMark(r *data.Relation) mark {
	info, _ := r.Type.Info()
	m := mark{Ink: "neutral", Class: string(info.Class), Status: string(r.Status), Mutual: r.Mutual}
	i := b.graph.LineByID(r.ID)
	if i < 0 {
		return m
	}
	style := b.graph.Lines[i].Style
	m.Ink, m.Glyph = inkName(style.Ink), glyphName(style.Glyph)
	if style.Struck && m.Glyph == "" {
		m.Glyph = "blank"
	}
	return m
}

func inkName(ink graph.Ink) string {
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

func glyphName(glyph graph.Glyph) string {
	switch glyph {
	case graph.Plus:
		return "plus"
	case graph.Minus:
		return "minus"
	case graph.Ask:
		return "ask"
	}
	return ""
}
