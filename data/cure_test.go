package data

import (
	"strings"
	"testing"
)

// cureFrame is a dataset without a problem; the rows of the tests put something else in the place of
// a part of it.
const cureFrame = `{"id": "f", "title": "F", "language": "en", "updated": "2025-03-01",
 "sources": [{"id": "s", "title": "S", "published": "2025-03-01"}],
 "actors": [{"id": "a", "name": "José", "kind": "person"}, {"id": "b", "name": "Party B", "kind": "organisation"}, {"id": "c", "name": "C", "kind": "person"}],
 "issues": [{"id": "i", "name": "Tax"}, {"id": "j", "name": "Income tax", "part_of": "i", "common": true}],
 "relations": [{"id": "r", "from": "a", "to": "b", "about": ["j"], "type": "state", "label": "speaks of", "date": "2025-02", "status": "happened",
  "evidence": [{"source": "s", "quote": "he spoke"}]}]}`

// problemsWith validates cureFrame with one part of it replaced.
func problemsWith(t *testing.T, part, by string) Problems {
	t.Helper()
	if strings.Count(cureFrame, part) != 1 {
		t.Fatalf("%q stands %d times in the frame", part, strings.Count(cureFrame, part))
	}
	return Validate("f.json", []byte(strings.Replace(cureFrame, part, by, 1)))
}

// short writes problems without their places, a line each.
func short(problems Problems) string {
	var lines []string
	for _, p := range problems {
		p.File, p.Line = "", 0
		lines = append(lines, strings.TrimPrefix(p.String(), ": "))
	}
	return strings.Join(lines, "\n")
}

// A cureRow replaces a part of cureFrame and says what Validate reports then.
type cureRow struct{ name, part, by, want string }

func checkCures(t *testing.T, rows []cureRow) {
	t.Helper()
	if problems := Validate("f.json", []byte(cureFrame)); len(problems) > 0 {
		t.Fatalf("the frame has problems:\n%v", problems)
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			if got := short(problemsWith(t, row.part, row.by)); got != row.want {
				t.Errorf("Validate reports\n%s\nwant\n%s", got, row.want)
			}
		})
	}
}

// TestCures has a row for each mistake whose cure was once wrong.
func TestCures(t *testing.T) {
	checkCures(t, []cureRow{
		{"a membership that is only claimed", `"name": "C"`, `"name": "C", "of": [{"to": "b", "role": "head", "evidence": [{"source": "s", "quote": "C heads B, A said", "speaker": "a", "alleged": true}]}]`,
			`actors[2].of[0].evidence[0]: a membership is told as a fact, and here it is only claimed (tell it in a relation, which can be a claim, or leave it out)`},
		{"a membership that somebody denies", `"name": "C"`, `"name": "C", "of": [{"to": "b", "evidence": [{"source": "s", "quote": "C of B"}, {"source": "s", "quote": "no", "speaker": "c", "denies": true}]}]`,
			`actors[2].of[0].evidence[1]: a membership is told as a fact, and here it is denied (tell it in a relation, which can be a claim, or leave it out)`},
		{"a note that is only claimed", `"name": "C"`, `"name": "C", "note": "Convicted.", "evidence": [{"source": "s", "quote": "convicted, A said", "speaker": "a", "alleged": true}]`,
			`actors[2].evidence[0]: a note is told as a fact, and here it is only claimed (tell it in a relation, which can be a claim, or leave it out)`},
		{"part of another, as is only claimed", `"common": true`, `"evidence": [{"source": "s", "quote": "it is said", "voice": "narrator", "alleged": true}]`,
			`issues[1].evidence[0]: what an issue is part of is told as a fact, and here it is only claimed (tell it in a relation, which can be a claim, or leave it out)`},
		{"an outcome that somebody denies", `"label"`, `"outcome": {"text": "charged", "date": "2025-02", "evidence": [{"source": "s", "quote": "charged"}, {"source": "s", "quote": "no", "speaker": "a", "denies": true}]}, "label"`,
			`relations[0].outcome.evidence[1]: an outcome is told as a fact, and here it is denied (tell it in a relation, which can be a claim, or leave it out)`},
		{"a membership that the source vouches for", `"name": "C"`, `"name": "C", "of": [{"to": "b", "evidence": [{"source": "s", "quote": "C of B, A said", "speaker": "a", "alleged": false}]}]`, ``},
		{"an empty quote", `"he spoke"`, `""`, `relations[0].evidence[0].quote: the text is empty (fill it: the field is needed)`},
		{"an empty title of the dataset", `"title": "F"`, `"title": " "`, `title: the text is empty (fill it: the field is needed)`},
		{"an empty text that may be left out", `"date": "2025-02"`, `"when": ""`, `relations[0].when: the text is empty (leave the field out, or fill it)`},
		{"a wrong updated", `"2025-03-01",`, `"1 March 2025",`, `updated: "1 March 2025" is not a date ("2025", "2025-02" or "2025-02-27", a day that exists)`},
		{"a wrong published", `"published": "2025-03-01"`, `"published": "yesterday"`, `sources[0].published: "yesterday" is not a date ("2025", "2025-02" or "2025-02-27", a day that exists)`},
		{"a wrong date of a relation", `"date": "2025-02"`, `"date": "this week"`, `relations[0].date: "this week" is not a date ("2025", "2025-02" or "2025-02-27", a day that exists; other words go into "when")`},
		{"the year 0", `"date": "2025-02"`, `"date": "0000"`, `relations[0].date: "0000" is a year that no date can have: there is no year 0, and dates before the common era are not understood (the years 0001 to 9999; other words go into "when")`},
		{"a date before the common era", `"date": "2025-02"`, `"date": "-0044-03-15"`, `relations[0].date: "-0044-03-15" is a year that no date can have: there is no year 0, and dates before the common era are not understood (the years 0001 to 9999; other words go into "when")`},
		{"a date before the common era in words", `"published": "2025-03-01"`, `"published": "44 B.C."`, `sources[0].published: "44 B.C." is a year that no date can have: there is no year 0, and dates before the common era are not understood (the years 0001 to 9999)`},
		{"a quotation mark in a quote", `"he spoke"`, `"he said "no" to it"`, `found 'n' where a comma or '}' should be (a quotation mark within a text is written \"; if it ends here, a comma is missing)`},
		{"a quotation mark at the beginning of a quote", `"he spoke"`, `""No" was said"`, `found 'N' where a comma or '}' should be (a quotation mark within a text is written \"; if it ends here, a comma is missing)`},
		{"a quotation mark before a comma in a quote", `"he spoke"`, `"No", he said`, `found 'h' where a field's name in double quotes should be (a quotation mark within a text is written \"; if it ends here, a comma is missing)`},
		{"a missing comma at the end of a line", `"title": "F",`, "\"title\": \"F\"\n", `found '"' where a comma or '}' should be (is a comma missing before it?)`},
		{"a no-break space outside of strings", `"title": "F"`, "\"title\":\u00a0\"F\"", `found the no-break space U+00A0 outside of a string (put an ordinary blank in its place, or remove it)`},
		{"a zero-width space outside of strings", `"title": "F",`, "\"title\": \"F\",\u200b", `found the invisible character U+200B outside of a string (put an ordinary blank in its place, or remove it)`},
		{"an array where an id belongs", `"to": "b"`, `"to": ["b", "c"]`, `relations[0].to: found an array where the id of an actor or an issue should be (one id without brackets; where several belong, each has an entry of its own)`},
		{"two speakers", `"he spoke"`, `"he spoke", "speaker": ["a", "c"]`, `relations[0].evidence[0].speaker: found an array where the id of an actor should be (one id without brackets; where several belong, each has an entry of its own)`},
		{"yes for true", `"status": "happened"`, `"mutual": "yes"`, `relations[0].mutual: found a string where true or false should be (write true without quotes)`},
		{"no for false", `"status": "happened"`, `"mutual": "No"`, `relations[0].mutual: found a string where true or false should be (write false without quotes)`},
		{"a number for true", `"status": "happened"`, `"mutual": 1`, `relations[0].mutual: found a number where true or false should be (true or false without quotes)`},
		{"a type that means reject", `"type": "state"`, `"type": "oppose"`, `relations[0].type: "oppose" is not a type of relation (the nearest in meaning is "reject")`},
		{"a type in the third person", `"type": "state"`, `"type": "criticizes"`, `relations[0].type: "criticizes" is not a type of relation (the nearest in meaning is "accuse")`},
		{"a type that is misspelt", `"type": "state"`, `"type": "suport"`, `relations[0].type: "suport" is not a type of relation (did you mean "support"?)`},
		{"a byte-order mark of UTF-8", `{"id": "f"`, "\uFEFF{\"id\": \"f\"", ``},
	})
}

// TestStandingTypesHaveACure checks what authors are told who look for a type of standing ties:
// the type where there is one, else what comes closest and why.
func TestStandingTypesHaveACure(t *testing.T) {
	for word, type_ := range map[string]Type{"donate": "funds", "own": "owns", "employ": "holds", "family": "family"} {
		got := short(problemsWith(t, `"type": "state"`, `"type": "`+word+`"`))
		switch _, known := type_.Info(); {
		case known && string(type_) == word:
			continue
		case known && !strings.Contains(got, `(the nearest in meaning is "`+string(type_)+`")`):
			t.Errorf("%s: the type %s is not named: %s", word, type_, got)
		case !known && (!strings.Contains(got, "comes closest") || !strings.Contains(got, " as ")):
			t.Errorf("%s: what comes closest, and why, is not told: %s", word, got)
		}
	}
}

// TestMeaningsAreWordsOnce checks that no word has two meanings and none is a type, and that each
// meaning has a type or says what to do without.
func TestMeaningsAreWordsOnce(t *testing.T) {
	first := map[string]Type{}
	for _, m := range meanings {
		if _, known := m.nearest.Info(); !known && m.instead == "" {
			t.Errorf("%s is no type, and nothing says what comes closest", m.nearest)
		}
		for _, word := range strings.Fields(m.words) {
			if other, taken := first[word]; taken {
				t.Errorf("%q means %s and %s", word, other, m.nearest)
			}
			if _, known := Type(word).Info(); known {
				t.Errorf("%q is a type itself", word)
			}
			first[word] = m.nearest
		}
	}
}

// TestTrust has a row for each rule by which a claim cannot look like a fact.
func TestTrust(t *testing.T) {
	const vouch = `and "alleged" is missing (does the source vouch for this ("alleged": false), or only report that it is said ("alleged": true)?)`
	says := func(more string) string { return `"he spoke", ` + more }
	rows := []cureRow{
		{"alleged by nobody", `"he spoke"`, says(`"voice": "reported", "alleged": true`),
			`relations[0].evidence[0].alleged: nothing says who alleges it (add the "speaker", or words for one who is no actor in "attributed", or "voice": "narrator" where the source says no more than that it is said)`},
		{"alleged, and no voice", `"he spoke"`, says(`"alleged": true`),
			`relations[0].evidence[0].alleged: nothing says who alleges it (add the "speaker", or words for one who is no actor in "attributed", or "voice": "narrator" where the source says no more than that it is said)`},
		{"alleged by the narrator", `"he spoke"`, says(`"voice": "narrator", "alleged": true`), ``},
		{"alleged by people without a name", `"he spoke"`, says(`"attributed": "two people", "alleged": true`), ``},
		{"denied by nobody", `{"source": "s", "quote": "he spoke"}`, `{"source": "s", "quote": "he spoke"}, {"source": "s", "quote": "no", "denies": true}`,
			`relations[0].evidence[1].denies: nothing says who denies it (add the "speaker", or words for one who is no actor in "attributed")`},
		{"denied", `{"source": "s", "quote": "he spoke"}`, `{"source": "s", "quote": "he spoke"}, {"source": "s", "quote": "no", "speaker": "b", "denies": true}`, ``},
		{"nothing but a denial", `"he spoke"`, says(`"speaker": "b", "denies": true`),
			`relations[0].evidence: all the evidence denies it, and nobody says it (add the words that say it, or remove it)`},
		{"a speaker and words for one", `"he spoke"`, says(`"speaker": "b", "attributed": "two people"`),
			`relations[0].evidence[0].attributed: the words are given to a speaker and are attributed too (keep the speaker, or the words for one who is no actor of the map)`},
		{"a narrator with words for a speaker", `"he spoke"`, says(`"attributed": "two people", "voice": "narrator"`),
			`relations[0].evidence[0].voice: the narrator is the source itself, but a speaker is named (remove the speaker, or choose direct, reported or expected)`},
		{"words of another about words", `"he spoke"`, says(`"speaker": "c"`), ``},
	}
	for _, info := range Vocabulary {
		if info.Class == Structure || info.Type == "differ" {
			continue // they join other things than these
		}
		want := `relations[0].evidence[0]: the speaker is another than "a", who acts, ` + vouch
		if info.Class == Words && info.Type != "accuse" && info.Type != "threaten" {
			want = ""
		}
		frame := `"type": "` + string(info.Type) + `", "label": "speaks of", "evidence": [{"source": "s", "quote": "he spoke"`
		const part = `"type": "state", "label": "speaks of", "date": "2025-02", "status": "happened",
  "evidence": [{"source": "s", "quote": "he spoke"`
		name := string(info.Type)
		rows = append(rows,
			cureRow{name + " by another", part, frame + `, "speaker": "c"`, want},
			cureRow{name + " by people without a name", part, frame + `, "attributed": "two people"`, want},
			cureRow{name + " by the one who acts", part, frame + `, "speaker": "a"`, ""},
			cureRow{name + " by the source itself", part, frame, ""},
			cureRow{name + " by another, alleged", part, frame + `, "speaker": "c", "alleged": true`, ""},
			cureRow{name + " by another, vouched for", part, frame + `, "speaker": "c", "alleged": false`, ""},
		)
	}
	checkCures(t, rows)
}

// TestDuties has a row for each rule on what a desk owes its readers.
func TestDuties(t *testing.T) {
	const part = `"status": "happened",`
	checkCures(t, []cureRow{
		{"a mailbox without mailto", `"title": "F"`, `"title": "F", "contact": "desk@example.org"`, `contact: "desk@example.org" is no contact (write "mailto:desk@example.org")`},
		{"an http contact", `"title": "F"`, `"title": "F", "contact": "http://example.org/errors"`,
			`contact: "http://example.org/errors" is no contact (https:// and what follows, or mailto: and a mailbox, such as "mailto:desk@example.org")`},
		{"a mailbox with headers", `"title": "F"`, `"title": "F", "contact": "mailto:desk@example.org?bcc=x@example.org"`,
			`contact: "mailto:desk@example.org?bcc=x@example.org" is no contact (https:// and what follows, or mailto: and a mailbox, such as "mailto:desk@example.org")`},
		{"a contact that is a script", `"title": "F"`, `"title": "F", "contact": "javascript:alert(1)"`,
			`contact: "javascript:alert(1)" is no contact (https:// and what follows, or mailto: and a mailbox, such as "mailto:desk@example.org")`},
		{"contacts", `"title": "F"`, `"title": "F", "byline": "X", "publisher": "Y", "contact": "https://example.org/errors?map=f"`, ``},
		{"a correction of nothing", `"title": "F"`, `"title": "F", "corrections": [{"date": "2025", "text": "x", "about": ["q"]}]`,
			`corrections[0].about[0]: unknown id "q" (the id of an actor, an issue or a relation of this file; what is in it no more belongs into "removed")`},
		{"removed, but there", `"title": "F"`, `"title": "F", "corrections": [{"date": "2025", "text": "x", "removed": ["r", "old"]}]`,
			`corrections[0].removed[0]: "r" was removed, but relations[0] has the id (remove it, or put the id into about)`},
		{"a statement without words", part, `"reply": {"by": "b", "kind": "statement", "date": "2025"},`, `relations[0].reply: a statement needs "text" (add what was answered)`},
		{"no answer", part, `"reply": {"by": "b", "kind": "no answer", "date": "2025"},`, ``},
		{"an outcome without evidence", part, `"outcome": {"text": "acquitted", "date": "2025"},`, `relations[0].outcome: an outcome needs "evidence" (add the field)`},
		{"an amount in words", part, `"amount": {"value": "40,000", "currency": "EUR"},`, `relations[0].amount.value: found a string where a number should be (a number above 0 and up to 1e15, without signs for thousands)`},
		{"an amount of nothing", part, `"amount": {"value": 0, "currency": "EUR"},`, `relations[0].amount.value: the amount is 0 (a number above 0, or leave the amount out)`},
		{"an amount in a sign", part, `"amount": {"value": 1, "currency": "€"},`, `relations[0].amount.currency: "€" is not a currency (three capital letters, such as EUR (ISO 4217))`},
		{"evidence of no note", `"name": "C"`, `"name": "C", "evidence": [{"source": "s", "quote": "C"}]`,
			`actors[2].evidence: an actor's evidence proves its note, but there is no note (add the note, or put the evidence into of or into a relation)`},
		{"common, and part of nothing", `"name": "Tax"`, `"name": "Tax", "common": true`,
			`issues[0].common: "common" says that the issue is part of another, but there is no part_of (name the issue in part_of, or leave it out)`},
	})
}
