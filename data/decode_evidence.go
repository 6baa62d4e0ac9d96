package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// proofs reads a list of evidence, which has at least one.
func (d *decoder) proofs(v value) []Evidence {
	all := list(d, v, MaxEvidence, d.evidence)
	if v.IsArray() && len(all) == 0 {
		d.fault(v.spot(), "there is no evidence", "add the quote that proves it")
	}
	if len(all) > 0 && !slices.ContainsFunc(all, func(e Evidence) bool { return !e.Denies }) {
		d.fault(v.spot(), "all the evidence denies it, and nobody says it", "add the words that say it, or remove it")
	}
	return all
}

// facts reads the proofs of what has no standing of its own: it is drawn and told as a fact. what that is, is
// for messages.
func (d *decoder) facts(v value, what string) []Evidence {
	all := d.proofs(v)
	along(v, all, func(v value, e *Evidence) {
		word := ""
		switch {
		case e.Denies:
			word = "denied"
		case e.Alleged == Yes:
			word = "only claimed"
		default:
			return
		}
		d.fault(v.spot(), what+" is told as a fact, and here it is "+word, "tell it in a relation, which can be a claim, or leave it out")
	})
	return all
}

func (d *decoder) evidence(v value) (e Evidence) {
	got := d.object(v, "a piece of evidence", form{
		needs("source", func(v value) { e.Source = d.reference(v, aSource) }),
		needs("quote", func(v value) { e.Quote = d.quote(v) }),
		may("translation", func(v value) { e.Translation = d.text(v, MaxQuoteLength) }),
		may("speaker", func(v value) { e.Speaker = d.reference(v, anActor) }),
		may("attributed", func(v value) { e.Attributed = d.text(v, MaxPhraseLength) }),
		may("voice", func(v value) { e.Voice = oneOf(d, v, "a voice", Direct, Reported, Expected, Narrator) }),
		may("reported", func(v value) { e.Reported = d.date(v) }),
		may("alleged", func(v value) { e.Alleged = d.answer(v) }),
		may("denies", func(v value) { e.Denies = d.boolean(v) }),
	})
	d.checkWho(&e, got)
	if speaks := got.has("speaker", "attributed"); !got.has("voice") && speaks {
		e.Voice = Reported
	} else if !got.has("voice") {
		e.Voice = Narrator
	}
	return e
}

// checkWho holds what a piece of evidence says of its words against whose they are.
func (d *decoder) checkWho(e *Evidence, got form) {
	speaks := got.has("speaker", "attributed")
	if got.has("speaker") && got.has("attributed") {
		d.fault(got.spot("attributed"), "the words are given to a speaker and are attributed too", "keep the speaker, or the words for one who is no actor of the map")
	}
	if speaks && e.Voice == Narrator {
		d.fault(got.spot("voice"), "the narrator is the source itself, but a speaker is named", "remove the speaker, or choose direct, reported or expected")
	}
	if e.Alleged == Yes && !speaks && e.Voice != Narrator {
		d.fault(got.spot("alleged"), "nothing says who alleges it",
			`add the "speaker", or words for one who is no actor in "attributed", or "voice": "narrator" where the source says no more than that it is said`)
	}
	if e.Denies && !speaks {
		d.fault(got.spot("denies"), "nothing says who denies it", `add the "speaker", or words for one who is no actor in "attributed"`)
	}
}

// quote reads the words of a source, of which few may be quoted. Files of the older form
// have a version for each language: splitQuotes parts the quote from its translations.
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

// answer reads true or false where leaving it out means something else than false.
func (d *decoder) answer(v value) Answer {
	if d.boolean(v) {
		return Yes
	}
	return No
}

// splitQuotes leaves of each quote by language the version in its source's language, or the
// first one, and makes translations of the others.
func splitQuotes(ds *Dataset) {
	languages := map[string]string{}
	for _, s := range ds.Sources {
		languages[s.ID] = s.Language
	}
	split := func(all []Evidence) {
		for i := range all {
			e := &all[i]
			if len(e.Quote.tagged) > 0 {
				language := cmp.Or(languages[e.Source], ds.Language)
				e.Quote, e.Translation = parted(e.Quote, e.Translation, language)
			}
		}
	}
	eachProof(ds, split)
}

// parted returns the version of a quote in the source's language as a plain text, and the
// others before the translations that there are. Where no version is in that language, the
// quote is the first one and keeps its tag.
func parted(quote, translation Text, language string) (Text, Text) {
	words, tag := quote.In(language)
	var rest []Tagged
	for _, version := range quote.tagged {
		if version.Tag != tag {
			rest = append(rest, version)
		}
	}
	rest = append(rest, translation.All()...)
	original := Plain(words)
	if !strings.EqualFold(tag, language) {
		original = InLanguages(Tagged{tag, words})
	}
	return original, Text{tagged: rest}
}

// eachProof calls visit with every list of evidence.
func eachProof(ds *Dataset, visit func([]Evidence)) {
	for i := range ds.Actors {
		visit(ds.Actors[i].Evidence)
		for j := range ds.Actors[i].Of {
			visit(ds.Actors[i].Of[j].Evidence)
		}
	}
	for i := range ds.Issues {
		visit(ds.Issues[i].Evidence)
	}
	for i := range ds.Relations {
		visit(ds.Relations[i].Evidence)
		if ds.Relations[i].Outcome != nil {
			visit(ds.Relations[i].Outcome.Evidence)
		}
	}
}
