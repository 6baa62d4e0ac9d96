package graph

import (
	"strings"

	"actormap/data"
)

// prefixes are how the label of a relation begins that is not stated, by the language in which
// the map is read: those of which somebody has reviewed the translation, as a wrong word here
// makes a fact of a claim. They are the strings label.* of the catalogues web/lang/*.json; a test
// of cmd/actormap/lang holds the two together.
var prefixes = map[string]map[data.Standing]string{
	"en": {data.Alleged: "claim: ", data.Disputed: "disputed: ", data.NoProof: "[no proof yet] "},
	"ar": {data.Alleged: "ادعاء: ", data.Disputed: "محل خلاف: ", data.NoProof: "[بلا دليل بعد] "},
}

// Prefix returns how the label of a relation of this standing begins for readers of a language,
// in English where no reviewed translation is known; empty for what is stated.
func Prefix(standing data.Standing, lang string) string {
	primary, _, _ := strings.Cut(lang, "-")
	words, ok := prefixes[strings.ToLower(primary)]
	if !ok {
		words = prefixes["en"]
	}
	return words[standing]
}

// labelOf returns the label of a relation as it stands wherever its line is named: what is not
// stated says so first. tag is the language of the label behind that.
func labelOf(ds *data.Dataset, r *data.Relation, lang string) (label, tag string) {
	label, tag = inLanguage(ds, r.Label, lang)
	return Prefix(r.Standing(), lang) + label, tag
}
