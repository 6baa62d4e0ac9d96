package graph

import "actormap/data"

// A Style says how a line is drawn, in words that a palette turns into colours. It is the
// table "How it is drawn" of the vocabulary: a political map can libel, so each row is
// exact and tested.
type Style struct {
	Ink     Ink
	Glyph   Glyph
	Struck  bool // a stroke through the glyph: the relation is negated
	Weight  Weight
	Pattern Pattern
	Arrow   bool // arrowhead at the target
}

// An Ink is the meaning of a line's colour.
type Ink uint8

// The inks. Negated relations are Grey whatever they would have been.
const (
	Neutral Ink = iota
	Cooperation
	Conflict
	Grey
)

// A Glyph is the sign in the middle of a line.
type Glyph uint8

// The glyphs.
const (
	NoGlyph Glyph = iota
	Plus
	Minus
	Ask
)

// A Weight is the class of a line: thin words, thick deeds, pale structure.
type Weight uint8

// The weights.
const (
	Thin Weight = iota
	Thick
	Pale
)

// A Pattern is the status of a line.
type Pattern uint8

// The patterns: happened (or negated), future, hypothetical.
const (
	Solid Pattern = iota
	Dashes
	Dots
)

// signThreshold separates cooperation and conflict from neutral scores (vocabulary).
const signThreshold = 0.5

func styleOf(r *data.Relation, from, to Kind) Style {
	info, _ := r.Type.Info()
	s := Style{Arrow: !r.Mutual}
	s.Ink, s.Glyph = signOf(r, info, from, to)
	switch info.Class {
	case data.Deeds:
		s.Weight = Thick
	case data.Structure:
		s.Weight = Pale
	}
	switch r.Status {
	case data.Future:
		s.Pattern = Dashes
	case data.Hypothetical:
		s.Pattern = Dots
	case data.Negated:
		s.Ink, s.Struck = Grey, true
	}
	return s
}

// signOf colours a line between actors by the score of its type, and one to an issue by
// the stance only: discussing a war is not supporting it.
func signOf(r *data.Relation, info data.TypeInfo, from, to Kind) (Ink, Glyph) {
	actors := from != Issue && to != Issue
	switch {
	case actors && info.Score > signThreshold, from != Issue && to == Issue && r.Stance == data.For:
		return Cooperation, Plus
	case actors && info.Score < -signThreshold, from != Issue && to == Issue && r.Stance == data.Against:
		return Conflict, Minus
	case info.Type == "request":
		return Neutral, Ask
	}
	return Neutral, NoGlyph
}
