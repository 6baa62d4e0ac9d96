package data

import (
	"slices"
	"strings"
	"testing"
)

// TestWarnings has a row for each thing that authors are warned of, and for what is like it and
// right.
func TestWarnings(t *testing.T) {
	person := func(more string) string { return `"name": "C", ` + more }
	checkCures(t, []cureRow{
		{"it happened after updated", `"date": "2025-02"`, `"date": "2025-03-02"`,
			`warning: relations[0].date: it happened on 2025-03-02, after 2025-03-01, the date of the map (mend the date or "updated", or write "status": "future")`},
		{"it happened in the month of updated", `"date": "2025-02"`, `"date": "2025-03"`, ``},
		{"an issue that nobody uses", `{"id": "i", "name": "Tax"}`, `{"id": "i", "name": "Tax"}, {"id": "k", "name": "Coal"}`,
			`warning: issues[1].id: nothing is about the issue "k" (remove it, or add what is about it)`},
		{"a source that nobody uses", `"sources": [`, `"sources": [{"id": "r", "title": "R"}, `,
			`warning: sources[0].id: nothing is taken from the source "r" (remove it, or name it in the evidence that is taken from it)`},
		{"markup", `"he spoke"`, `"he <em>spoke</em>"`, `warning: relations[0].evidence[0].quote: the text holds "<em>", and markup is shown as it stands (a text is plain words)`},
		{"a link of Markdown", `"label": "speaks of"`, `"label": "[speaks](https://example.org) of"`, `warning: relations[0].label: the text holds "](http", and markup is shown as it stands (a text is plain words)`},
		{"bold words of Markdown", `"label": "speaks of"`, `"label": "**speaks** of"`, `warning: relations[0].label: the text holds "**", and markup is shown as it stands (a text is plain words)`},
		{"signs that are no markup", `"he spoke"`, `"3 < 5, <3, 7 > 2, a * b ** c, [x] (y), R&D; AT&T"`, ``},
		{"&amp;", `"label": "speaks of"`, `"label": "speaks of R&amp;D of"`, `warning: relations[0].label: the text holds "&amp;", which is shown as it stands (write the character itself)`},
		{"&#39;", `"he spoke"`, `"he didn&#39;t"`, `warning: relations[0].evidence[0].quote: the text holds "&#39;", which is shown as it stands (write the character itself)`},
		{"a future relation without reported", `"status": "happened"`, `"status": "future"`,
			`warning: relations[0].status: nothing says when this was announced (add "reported", the day on which it was said, to its evidence)`},
		{"a future relation with reported", `"status": "happened",
  "evidence": [{"source": "s",`, `"status": "future",
  "evidence": [{"source": "s", "reported": "2025-02-27",`, ``},
		{"a quote by language", `"he spoke"`, `{"en": "he spoke", "de": "er sprach"}`,
			"warning: relations[0].evidence[0].quote: a quote is one text in its source's language, and this one has a version for each language (`actormap check -fix` moves the others into \"translation\")"},
		{"a quote by language, none of its source", `"he spoke"`, `{"fr": "il parla", "de": "er sprach"}`,
			`warning: relations[0].evidence[0].quote: a quote is one text in its source's language, and this one has a version for each language (none is in the language of its source: give the source its "language")`},
		{"a quote by language whose translation has one of them", `"he spoke"`, `{"en": "he spoke", "de": "er sprach"}, "translation": {"de": "er redete"}`,
			"warning: relations[0].evidence[0].quote: a quote is one text in its source's language, and this one has a version for each language (the translation has \"de\", too: remove one of the two, then `actormap check -fix` moves the others into \"translation\")"},
		{"a quote by language with a plain translation", `"he spoke"`, `{"en": "he spoke", "de": "er sprach"}, "translation": "er redete"`,
			"warning: relations[0].evidence[0].quote: a quote is one text in its source's language, and this one has a version for each language (give the translation its language, {\"de\": \"...\"}: then `actormap check -fix` moves the others into \"translation\")"},
		{"an answer after updated", `"label"`, `"reply": {"by": "b", "kind": "declined", "date": "2025-03-02"}, "label"`,
			`warning: relations[0].reply.date: this was answered on 2025-03-02, after 2025-03-01, the date of the map (mend the date or "updated")`},
		{"an answer in the month of updated", `"label"`, `"reply": {"by": "b", "kind": "declined", "date": "2025-03"}, "label"`, ``},
		{"an outcome after updated", `"label"`, `"outcome": {"text": "closed", "date": "2026", "evidence": [{"source": "s", "quote": "closed"}]}, "label"`,
			`warning: relations[0].outcome.date: this came out on 2026, after 2025-03-01, the date of the map (mend the date or "updated")`},
		{"a correction after updated", `"sources"`, `"corrections": [{"date": "2026-01-01", "text": "x"}], "sources"`, ``},
		{"removed twice at once", `"sources"`, `"corrections": [{"date": "2025", "text": "x", "removed": ["x1", "x1"]}], "sources"`,
			`corrections[0].removed[1]: "x1" is listed twice (keep one of them)`},
		{"removed by two corrections", `"sources"`, `"corrections": [{"date": "2025", "text": "x", "removed": ["x1"]}, {"date": "2025", "text": "y", "removed": ["x2", "x1"]}], "sources"`,
			`warning: corrections[1].removed[1]: another correction has removed "x1" already (leave it to one of them: a link to it leads there)`},
		{"a label that negates what is negated", `"label": "speaks of", "date": "2025-02", "status": "happened"`, `"label": "did not speak of", "status": "negated"`,
			`warning: relations[0].label: the label says "not", and the map writes "negated:" before it: two negations are none (say what is not so: "met", and "status": "negated")`},
		{"a label that negates by an ending", `"label": "speaks of", "date": "2025-02", "status": "happened"`, `"label": "didn't speak of", "status": "negated"`,
			`warning: relations[0].label: the label says "didn't", and the map writes "negated:" before it: two negations are none (say what is not so: "met", and "status": "negated")`},
		{"a translation that negates", `"label": "speaks of", "date": "2025-02", "status": "happened"`, `"label": {"en": "speaks of", "de": "spricht nicht von"}, "status": "negated"`,
			`warning: relations[0].label: the label says "nicht", and the map writes "negated:" before it: two negations are none (say what is not so: "met", and "status": "negated")`},
		{"a label with letters of not", `"label": "speaks of", "date": "2025-02", "status": "happened"`, `"label": "notes the nomination of", "status": "negated"`, ``},
		{"a label that negates what has happened", `"label": "speaks of"`, `"label": "did not speak of"`, ``},
		{"a note on a person", `"name": "C"`, person(`"note": "Convicted."`),
			`warning: actors[2].note: nothing proves this note on a person, and readers see it as the editor's (add "evidence", or look at it once more)`},
		{"a note on a person with evidence", `"name": "C"`, person(`"note": "Convicted.", "evidence": [{"source": "s", "quote": "convicted"}]`), ``},
		{"a note on an organisation", `"name": "Party B"`, `"name": "Party B", "note": "Founded in 1900."`, ``},
		{"common with a role", `"name": "C"`, person(`"of": [{"to": "a", "role": "aide", "common": true}]`),
			`warning: actors[2].of[0].common: a role is said to be common knowledge (add the evidence that proves it, or leave the role out)`},
		{"common for a person's membership", `"name": "C"`, person(`"of": [{"to": "b", "common": true}]`),
			`warning: actors[2].of[0].common: that "c" belongs to "b" is said to be common knowledge (add the evidence that proves it)`},
		{"common, and proven all the same", `"name": "C"`, person(`"of": [{"to": "b", "role": "member", "common": true, "evidence": [{"source": "s", "quote": "C of B"}]}]`), ``},
		{"part_of without proof", `"part_of": "i", "common": true`, `"part_of": "i"`,
			`warning: issues[1].part_of: nothing proves that the issue is part of "i" (add "evidence", or "common": true if everybody knows it)`},
		{"part_of with evidence", `"common": true`, `"evidence": [{"source": "s", "quote": "the tax on income"}]`, ``},
		{"U+FFFD", `"he spoke"`, "\"he sp\uFFFDke\"", `warning: relations[0].evidence[0].quote: the text holds U+FFFD, which stands for a character that was lost (write the character that was there)`},
		{"mojibake", `José`, `JosÃ©`, `warning: actors[0].name: "Ã©" looks like UTF-8 that was read as Latin-1 (is it "é"?)`},
		{"two actors of one name", `"name": "C"`, `"name": "José"`,
			`warning: actors[2].name: "a" and "c" are both named "José" (if they are one, make them one; else add to the names what tells them apart)`},
		{"an actor and an issue of one name", `"name": "C"`, `"name": "Tax"`, ``},
		{"blanks around a name", `"name": "C"`, `"name": " C"`, `warning: actors[2].name: blanks stand around the text (remove them)`},
		{"a no-break space behind a name", `"name": "C"`, "\"name\": \"C\u00a0\"", `warning: actors[2].name: blanks stand around the text (remove them)`},
		{"two names that blanks tell apart", `"name": "C"`, `"name": "José "`, `warning: actors[2].name: "a" and "c" are both named "José" (if they are one, make them one; else add to the names what tells them apart)
warning: actors[2].name: blanks stand around the text (remove them)`},
		{"two pins at one place", `"kind": "organisation"}, {"id": "c", "name": "C", "kind": "person"`, `"kind": "organisation", "x": 0.5, "y": 0.25}, {"id": "c", "name": "C", "kind": "person", "x": 0.5, "y": 0.25`,
			`warning: actors[2].x: "b" and "c" are pinned at one place, and one covers the other (move one of them, or leave its place to the layout)`},
		{"two pins on one column", `"kind": "organisation"}, {"id": "c", "name": "C", "kind": "person"`, `"kind": "organisation", "x": 0.5, "y": 0.25}, {"id": "c", "name": "C", "kind": "person", "x": 0.5, "y": 0.5`, ``},
	})
}

// TestDaysToCome checks that nobody corrects or reviews a map on a day that has not come, by the day that
// the checker is told: a correction later than the date of the map is right.
func TestDaysToCome(t *testing.T) {
	src := strings.Replace(cureFrame, `"sources"`, `"corrections": [{"date": "2025-03-09", "text": "x"}, {"date": "2025-03-10", "text": "y"}], "sources"`, 1)
	src = strings.Replace(src, `"label"`, `"reviewed": "2025-03-10", "label"`, 1)
	want := `warning: corrections[1].date: 2025-03-10 has not come yet: today is 2025-03-09 (mend the date)
warning: relations[0].reviewed: 2025-03-10 has not come yet: today is 2025-03-09 (mend the date)`
	if got := short(Reader{Today: "2025-03-09"}.Validate("f.json", []byte(src))); got != want {
		t.Errorf("Validate reports\n%s\nwant\n%s", got, want)
	}
	if got := Validate("f.json", []byte(src)); len(got) > 0 {
		t.Errorf("without a day, Validate reports\n%s", short(got))
	}
}

// TestWarningsStopNothing checks that Parse takes what Validate only warns of, and that Strict
// makes errors of it.
func TestWarningsStopNothing(t *testing.T) {
	src := []byte(strings.Replace(cureFrame, `"name": "C"`, `"name": " C"`, 1))
	if _, err := Parse("f.json", src); err != nil {
		t.Error(err)
	}
	problems := Validate("f.json", src)
	if len(problems.Errors()) != 0 || len(problems.Warnings()) != 1 {
		t.Errorf("Validate reports %v", problems)
	}
	if strict := problems.Strict(); len(strict.Errors()) != 1 || problems[0].Severity != Warning {
		t.Errorf("Strict makes %v of %v", strict, problems)
	}
}

// TestMojibake checks what is taken for UTF-8 that was read as Latin-1 or Windows-1252, against
// what is written by right.
func TestMojibake(t *testing.T) {
	for _, want := range []string{"é", "à", "Ø", "ß", "ö", "Ñ", "’", "–", "“", "€", "Зеленський", "محمد", "习近平", "Łukaszewicz", "Πολωνία", "½", "©"} {
		var b strings.Builder
		for _, c := range []byte(want) { // as Windows-1252 reads it; what has no character there is read as Latin-1
			r := rune(c)
			if c >= 0x80 && c < 0xA0 && cp1252[c-0x80] != 0 {
				r = cp1252[c-0x80]
			}
			b.WriteRune(r)
		}
		if slices.ContainsFunc([]rune(b.String()), func(r rune) bool { return r >= 0x80 && r < 0xA0 }) {
			continue // a control character, which is an error already
		}
		wrong, right := mojibake("x " + b.String() + " y")
		if wrong == "" || !strings.Contains(want, right) {
			t.Errorf("%q read as Windows-1252 is %q, and %q of it is taken for %q", want, b.String(), wrong, right)
		}
	}
	for _, s := range []string{
		"José", "São Paulo", "ÎLE", "Ångström", "„ADÜ“", "à » suit", "NÃO", "IRMÃ”", "été…", "Ólafur “Óli”", "ΆΣ", "50 °C", "½ Â", "Пётр", "naïve façade", "ẞ", "É–", "Đà Nẵng", "Â", "Ã", "ÐÞ", "",
	} {
		if wrong, right := mojibake(s); wrong != "" {
			t.Errorf("of %q, %q is taken for %q", s, wrong, right)
		}
	}
}

// TestReviewStopsAtTheLimit checks that warnings do not crowd errors out.
func TestReviewStopsAtTheLimit(t *testing.T) {
	src := strings.Replace(cureFrame, `"aliases"`, "", 1)
	src = strings.Replace(src, `"name": "C"`, `"name": "C", "bogus": [`+strings.TrimSuffix(strings.Repeat(`" a",`, 2*MaxProblems), ",")+`]`, 1)
	problems := Validate("f.json", []byte(src))
	if errs := problems.Errors(); len(errs) != 2 || !strings.Contains(errs.Error(), "bogus") || len(problems) != MaxProblems+1 {
		t.Errorf("of %d problems, the errors are %v", len(problems), errs)
	}
}
