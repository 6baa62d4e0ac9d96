package data

import (
	"fmt"
	"slices"
	"strings"
)

func (d *decoder) membership(v value) (m Membership) {
	got := d.object(v, "a membership", form{
		needs("to", func(v value) { m.To = d.reference(v, anActor) }),
		may("role", func(v value) { m.Role = d.text(v, MaxNameLength) }),
		may("since", func(v value) { m.Since = d.date(v) }),
		may("until", func(v value) { m.Until = d.date(v) }),
		may("common", func(v value) { m.Common = d.boolean(v) }),
		may("evidence", func(v value) { m.Evidence = d.proofs(v) }),
	})
	if got != nil && !m.Common && !got.has("evidence") {
		d.fault(v.spot(), "the membership has no evidence", `add the quote that proves it, or "common": true if everybody knows it`)
	}
	d.order(got.spot("until"), m.Since, m.Until)
	return m
}

func (d *decoder) relation(v value) (r Relation) {
	got := d.object(v, "a relation", form{
		needs("id", func(v value) { r.ID = d.define(v, aRelation) }),
		needs("from", func(v value) { r.From = d.reference(v, aNode) }),
		needs("to", func(v value) { r.To = d.reference(v, aNode) }),
		may("about", func(v value) { r.About = d.distinct(v, MaxAbout, aNode) }),
		needs("type", func(v value) { r.Type = oneOf(d, v, "a type of relation", vocabularyTypes()...) }),
		may("stance", func(v value) { r.Stance = oneOf(d, v, "a stance", For, Against) }),
		needs("label", func(v value) { r.Label = d.text(v, MaxLabelLength) }),
		may("date", func(v value) { r.Date = d.date(v) }),
		may("until", func(v value) { r.Until = d.date(v) }),
		may("when", func(v value) { r.When = d.text(v, MaxPhraseLength) }),
		may("place", func(v value) { r.Place = d.name(v) }),
		may("status", func(v value) { r.Status = oneOf(d, v, "a status", Happened, Future, Hypothetical, Negated) }),
		may("if", func(v value) { r.If = d.text(v, MaxPhraseLength) }),
		may("depends_on", func(v value) { r.DependsOn = d.distinct(v, MaxDependsOn, aNode|aRelation) }),
		may("mutual", func(v value) { r.Mutual = d.boolean(v) }),
		needs("evidence", func(v value) { r.Evidence = d.proofs(v) }),
	})
	if !got.has("status") {
		r.Status = Happened
	}
	if got.has("until") && !got.has("date") {
		d.fault(got.spot("until"), `"until" needs a "date"`, "add the day it began; the only date known is its date")
	}
	d.order(got.spot("until"), r.Date, r.Until)
	d.checkRelation(r, got)
	d.written.ends = append(d.written.ends, relationSpots{got.spot("type"), got.spot("stance")})
	return r
}

// checkRelation applies the rules that need nothing but the relation.
func (d *decoder) checkRelation(r Relation, got form) {
	if r.From != "" && r.From == r.To {
		d.fault(got.spot("to"), "the relation joins "+quoted(r.From)+" to itself", "name who is acted on, or put it into about")
	}
	if r.ID != "" && slices.Contains(r.DependsOn, r.ID) {
		d.fault(got.spot("depends_on"), "the relation depends on itself", "name what it hinges on")
	}
	if r.Type == "differ" && !r.Mutual {
		d.fault(got.spot("type"), `"differ" is mutual`, `add "mutual": true`)
	}
}

// order refuses an until that is before its beginning.
func (d *decoder) order(at spot, since, until Date) {
	if since != "" && until != "" && until.Before(since) {
		d.fault(at, fmt.Sprintf("until %s is before %s", until, since), "swap them, or mend one")
	}
}

// proofs reads a list of evidence, which has at least one.
func (d *decoder) proofs(v value) []Evidence {
	all := list(d, v, MaxEvidence, d.evidence)
	if v.IsArray() && len(all) == 0 {
		d.fault(v.spot(), "there is no evidence", "add the quote that proves it")
	}
	return all
}

func (d *decoder) evidence(v value) (e Evidence) {
	got := d.object(v, "a piece of evidence", form{
		needs("source", func(v value) { e.Source = d.reference(v, aSource) }),
		needs("quote", func(v value) { e.Quote = d.quote(v) }),
		may("speaker", func(v value) { e.Speaker = d.reference(v, anActor) }),
		may("voice", func(v value) { e.Voice = oneOf(d, v, "a voice", Direct, Reported, Expected, Narrator) }),
		may("reported", func(v value) { e.Reported = d.date(v) }),
		may("denies", func(v value) { e.Denies = d.boolean(v) }),
	})
	switch speaks := got.has("speaker"); {
	case speaks && e.Voice == Narrator:
		d.fault(got.spot("voice"), "the narrator is the source itself, but a speaker is named", "remove the speaker, or choose direct, reported or expected")
	case !got.has("voice") && speaks:
		e.Voice = Reported
	case !got.has("voice"):
		e.Voice = Narrator
	}
	return e
}

// quote reads the words of a source, of which few may be quoted.
func (d *decoder) quote(v value) Text {
	quote := d.text(v, MaxQuoteLength)
	for _, version := range quote.All() {
		if n := len(strings.Fields(version.Text)); n > MaxQuoteWords {
			d.fault(v.spot(), fmt.Sprintf("a quote of %d words is longer than the %d allowed", n, MaxQuoteWords),
				"keep the shortest clause that proves the relation")
		}
	}
	return quote
}

// vocabularyTypes returns every type of relation.
func vocabularyTypes() []Type {
	types := make([]Type, len(Vocabulary))
	for i, info := range Vocabulary {
		types[i] = info.Type
	}
	return types
}
