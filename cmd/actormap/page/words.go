package page

import (
	"fmt"
	"strings"

	"actormap/data"
)

// typeNoun names a type of relation; an unknown type keeps its own name.
func typeNoun(t data.Type) string {
	switch t {
	case "agree":
		return "Agreement"
	case "consult":
		return "Consultation"
	case "support":
		return "Support"
	case "concede":
		return "Concession"
	case "cooperate":
		return "Cooperation"
	case "aid":
		return "Aid"
	case "retreat":
		return "Retreat"
	case "request":
		return "Request"
	case "accuse":
		return "Accusation"
	case "reject":
		return "Rejection"
	case "threaten":
		return "Threat"
	}
	return moreTypeNouns(t)
}

// moreTypeNouns goes on where typeNoun ends: deeds of conflict, and the types of ours.
func moreTypeNouns(t data.Type) string {
	switch t {
	case "sanction":
		return "Sanction"
	case "protest":
		return "Protest"
	case "mobilize":
		return "Mobilisation"
	case "coerce":
		return "Coercion"
	case "assault":
		return "Assault"
	case "state":
		return "Statement"
	case "affect":
		return "Effect"
	case "differ":
		return "Difference"
	case "include":
		return "Inclusion"
	case "depend":
		return "Dependence"
	}
	return string(t)
}

// typeWords says what a line is: its type, whether words or deeds, and its side only
// where the line is drawn with one.
func typeWords(r *data.Relation, m mark) string {
	parts := []string{typeNoun(r.Type)}
	switch m.Class {
	case string(data.Words):
		parts = append(parts, "in words")
	case string(data.Deeds):
		parts = append(parts, "in deeds")
	}
	switch {
	case m.Ink == "plus" && r.Stance == data.For:
		parts = append(parts, "for it")
	case m.Ink == "minus" && r.Stance == data.Against:
		parts = append(parts, "against it")
	case m.Ink == "plus":
		parts = append(parts, "cooperation")
	case m.Ink == "minus":
		parts = append(parts, "conflict")
	}
	if r.Mutual {
		parts = append(parts, "mutual")
	}
	return strings.Join(parts, ", ")
}

// statusWords returns the status for the table.
func statusWords(s data.Status) string {
	switch s {
	case data.Future:
		return "announced"
	case data.Hypothetical:
		return "hypothetical"
	case data.Negated:
		return "negated"
	}
	return "happened"
}

// statusNote returns the status for a relation's line; empty for what happened.
func statusNote(s data.Status) string {
	switch s {
	case data.Future:
		return "announced, not yet happened"
	case data.Hypothetical:
		return "hypothetical"
	case data.Negated:
		return "negated: it is said not to be so"
	}
	return ""
}

// voiceWords says how the source carries a statement. spoken tells whether it names a
// speaker.
func voiceWords(v data.Voice, spoken bool) string {
	switch v {
	case data.Direct:
		return "quoted directly"
	case data.Reported:
		return "in reported speech"
	case data.Expected:
		return "as an expectation"
	case data.Narrator:
		if spoken {
			return "as the source tells it"
		}
		return "the source’s own words"
	}
	return string(v)
}

// kindWords names a kind of node.
func kindWords(kind string) string {
	switch kind {
	case string(data.Person):
		return "Person"
	case string(data.State):
		return "State"
	case string(data.Organisation):
		return "Organisation"
	case string(data.Group):
		return "Group"
	case issueKind:
		return "Issue"
	}
	return kind
}

// groupHeading names all nodes of a kind.
func groupHeading(kind string) string {
	switch kind {
	case string(data.Person):
		return "People"
	case issueKind:
		return "Issues"
	}
	return kindWords(kind) + "s"
}

// count writes a number with its noun; the plural takes an s.
func count(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun + "s"
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
