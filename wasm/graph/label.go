package graph

import (
	"strings"

	"actormap/data"
)

// prefixes are how the label of a relation begins that is not stated, or negated, by the language in which
// the map is read: those of which somebody has reviewed the translation, as a wrong word here
// makes a fact of a claim. They are the strings label.* of the catalogues web/lang/*.json; a test
// of cmd/actormap/lang holds the two together.
var prefixes = map[string]struct {
	standing map[data.Standing]string
	negated  string
}{
	"en": {map[data.Standing]string{data.Alleged: "claim: ", data.Disputed: "disputed: ", data.NoProof: "[no proof yet] "}, "negated: "},
	"ar": {map[data.Standing]string{data.Alleged: "ادعاء: ", data.Disputed: "محل خلاف: ", data.NoProof: "[بلا دليل بعد] "}, "منفي: "},
}

// Prefix returns how the label of a relation of this standing and status begins for readers of a language,
// in English where no reviewed translation is known: that it is a claim, then that it is said not to be so.
// It is empty for what is stated to be so.
func Prefix(standing data.Standing, status data.Status, lang string) string {
	primary, _, _ := strings.Cut(lang, "-")
	words, ok := prefixes[strings.ToLower(primary)]
	if !ok {
		words = prefixes["en"]
	}
	if status == data.Negated {
		return words.standing[standing] + words.negated
	}
	return words.standing[standing]
}

// labelOf returns the label of a relation for every place that names its edge. The label of a claim or of a
// negated relation begins with Prefix, and an amount of money ends it. tag is the language of the words between them.
func labelOf(ds *data.Dataset, r *data.Relation, lang string) (label, sum, tag string) {
	label, tag = inLanguage(ds, r.Label, lang)
	if r.Amount != nil {
		sum = " (" + r.Amount.String() + ")"
	}
	return Prefix(r.Standing(), r.Status, lang) + label + sum, sum, tag
}
