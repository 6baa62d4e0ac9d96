package graph

import "actormap/data"

// A Style says how an edge is drawn, in words that a palette turns into colours. It is the
// table "How it is drawn" of the vocabulary: a political map can libel, so each row is
// exact and tested.
type Style struct {
	Polarity Polarity
	Glyph    Glyph
	Struck   bool // a stroke through the glyph: the relation is negated
	Weight   Weight
	Pattern  Pattern
	Arrow    bool // arrowhead at the target
}

// A Polarity is the meaning of an edge's colour.
type Polarity uint8

// The polarities. What is claimed is Neutral whatever its type, negated relations are Grey whatever
// they would have been: whoever asks for a sign by the polarity takes neither for a side.
const (
	Neutral Polarity = iota
	Cooperation
	Conflict
	Grey
)

// A Glyph is the sign in the middle of an edge.
type Glyph uint8

// The glyphs.
const (
	NoGlyph Glyph = iota
	Plus
	Minus
	Question
	Half // a half-filled disc: somebody denies it
	Ring // a small open ring: no proof yet
)

// A Weight is the class of an edge: thin words, thick deeds, thin and pale structure.
type Weight uint8

// The weights.
const (
	Thin Weight = iota
	Thick
	Pale
)

// A Pattern is what an edge is made of: the status of what is stated; of what is claimed a dash
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
		return Style{Polarity: Grey, Glyph: Ring, Pattern: Sparse, Arrow: !r.Mutual}
	}
	s := Style{Arrow: !r.Mutual, Weight: weightOf(info.Class), Pattern: patternOf(r.Status, standing.Claim())}
	if !standing.Claim() {
		s.Polarity, s.Glyph = polarityOf(r, info, from, to)
	}
	if standing == data.Disputed {
		s.Glyph = Half
	}
	if r.Status == data.Negated {
		s.Polarity, s.Struck = Grey, true
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

// polarityOf colours an edge between actors by the score of its type, and one to an issue by
// the stance only: discussing a war is not supporting it.
func polarityOf(r *data.Relation, info data.TypeInfo, from, to Kind) (Polarity, Glyph) {
	actors := from != Issue && to != Issue
	switch {
	case actors && info.Score > signThreshold, from != Issue && to == Issue && r.Stance == data.For:
		return Cooperation, Plus
	case actors && info.Score < -signThreshold, from != Issue && to == Issue && r.Stance == data.Against:
		return Conflict, Minus
	case info.Type == "request":
		return Neutral, Question
	}
	return Neutral, NoGlyph
}
