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

// The inks. What is claimed is Neutral whatever its type, negated relations are Grey whatever
// they would have been: whoever asks for a sign by the ink takes neither for a side.
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
	Half // a half-filled disc: somebody denies it
	Ring // a small open ring: no proof yet
)

// A Weight is the class of a line: thin words, thick deeds, thin and pale structure.
type Weight uint8

// The weights.
const (
	Thin Weight = iota
	Thick
	Pale
)

// A Pattern is what a line is made of: the status of what is stated; of what is claimed a dash
// and a dot in turn, where the mark that stands for the status stands twice.
type Pattern uint8

// The patterns: happened (or negated), future, hypothetical; the same, claimed; no proof yet.
const (
	Solid Pattern = iota
	Dashes
	Dots
	DashDot
	DashDashDot
	DashDotDot
	Sparse
)

// signThreshold separates cooperation and conflict from neutral scores (vocabulary).
const signThreshold = 0.5

// StyleBetweenActors returns how a relation between two actors is drawn.
func StyleBetweenActors(r *data.Relation) Style { return styleOf(r, Person, Person) }

// styleOf applies the vocabulary's table to a relation between two kinds of nodes.
func styleOf(r *data.Relation, from, to Kind) Style {
	info, _ := r.Type.Info()
	standing := r.Standing()
	if standing == data.NoProof {
		return Style{Ink: Grey, Glyph: Ring, Pattern: Sparse, Arrow: !r.Mutual}
	}
	s := Style{Arrow: !r.Mutual, Weight: weightOf(info.Class), Pattern: patternOf(r.Status, standing.Claim())}
	if !standing.Claim() {
		s.Ink, s.Glyph = signOf(r, info, from, to)
	}
	if standing == data.Disputed {
		s.Glyph = Half
	}
	if r.Status == data.Negated {
		s.Ink, s.Struck = Grey, true
	}
	return s
}

func weightOf(c data.Class) Weight {
	switch c {
	case data.Deeds:
		return Thick
	case data.Structure:
		return Pale
	}
	return Thin
}

func patternOf(status data.Status, claim bool) Pattern {
	var stated, claimed Pattern
	switch status {
	case data.Future:
		stated, claimed = Dashes, DashDashDot
	case data.Hypothetical:
		stated, claimed = Dots, DashDotDot
	default:
		stated, claimed = Solid, DashDot
	}
	if claim {
		return claimed
	}
	return stated
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
