package page

import (
	"html/template"
	"strings"

	"actormap/cmd/actormap/lang"
	"actormap/data"
)

// vocabulary puts what a dataset codes into words of the interface's language.
type vocabulary struct{ *lang.Catalogue }

// known says a key that ends in a word of the dataset; one that nobody knows stays itself.
func (v vocabulary) known(prefix, word string) string {
	if key := prefix + word; v.Has(key) {
		return v.Say(key)
	}
	return word
}

// knownTold is known for a document.
func (v vocabulary) knownTold(prefix, word string) template.HTML {
	if key := prefix + word; v.Has(key) {
		return v.Tell(key)
	}
	return template.HTML(template.HTMLEscapeString(word))
}

// typeNoun names a type of relation.
func (v vocabulary) typeNoun(t data.Type) string { return v.known("type.", string(t)) }

// typeWords says what a line is: its type, whether words or deeds, and its side only
// where the line is drawn with one.
func (v vocabulary) typeWords(r *data.Relation, m mark) string {
	parts := []string{v.typeNoun(r.Type)}
	switch m.Class {
	case string(data.Words):
		parts = append(parts, v.Say("relation.words"))
	case string(data.Deeds):
		parts = append(parts, v.Say("relation.deeds"))
	}
	switch {
	case m.Ink == "plus" && r.Stance == data.For:
		parts = append(parts, v.Say("relation.for"))
	case m.Ink == "minus" && r.Stance == data.Against:
		parts = append(parts, v.Say("relation.against"))
	case m.Ink == "plus":
		parts = append(parts, v.Say("relation.cooperation"))
	case m.Ink == "minus":
		parts = append(parts, v.Say("relation.conflict"))
	}
	if r.Mutual {
		parts = append(parts, v.Say("relation.mutual"))
	}
	return strings.Join(parts, v.Say("list.comma"))
}

// statusWords returns the status for the table.
func (v vocabulary) statusWords(s data.Status) string {
	if key := "status." + string(s); v.Has(key) {
		return v.Say(key)
	}
	return v.Say("status.happened")
}

// statusNote returns the status for a relation's line; empty for what happened.
func (v vocabulary) statusNote(s data.Status) string {
	if key := "note." + string(s); v.Has(key) {
		return v.Say(key)
	}
	return ""
}

// voiceWords says how the source carries a statement. spoken tells whether it names a
// speaker.
func (v vocabulary) voiceWords(voice data.Voice, spoken bool) string {
	if voice == data.Narrator && !spoken {
		return v.Say("voice.source")
	}
	return v.known("voice.", string(voice))
}

// kindWords names a kind of node.
func (v vocabulary) kindWords(kind string) template.HTML { return v.knownTold("kind.", kind) }

// dated prepares a date for the templates. What is no ISO 8601 date is shown as it is and
// not offered to machines.
func (v vocabulary) dated(d data.Date) date {
	text, ok := v.Date(string(d))
	if !ok {
		return date{Words: text}
	}
	return date{ISO: string(d), Words: text}
}
