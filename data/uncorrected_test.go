package data

import (
	"strings"
	"testing"
)

// published is the dataset that the rows of TestUncorrected change.
const published = `{"id": "f", "title": "F", "language": "en", "updated": "2025",
 "corrections": [{"date": "2025-01", "text": "An earlier one.", "about": ["r", "a", "i"], "removed": ["gone"]}],
 "sources": [{"id": "s", "title": "S"}],
 "actors": [{"id": "a", "name": "A", "kind": "person", "of": [{"to": "b", "role": "head", "evidence": [{"source": "s", "quote": "A, head of B"}]}]},
  {"id": "b", "name": "B", "kind": "organisation"}, {"id": "c", "name": "C", "kind": "person", "note": "N.", "evidence": [{"source": "s", "quote": "N"}]}],
 "issues": [{"id": "i", "name": "Tax"}, {"id": "j", "name": "Duty", "part_of": "i", "evidence": [{"source": "s", "quote": "a duty is a tax"}]}],
 "relations": [
  {"id": "r", "from": "a", "to": "b", "type": "aid", "label": "gave to", "status": "future",
   "evidence": [{"source": "s", "quote": "A will give", "speaker": "c", "alleged": true, "reported": "2025"}, {"source": "s", "quote": "A gives"}]},
  {"id": "q", "from": "b", "to": "j", "type": "state", "label": "spoke of", "evidence": [{"source": "s", "quote": {"de": "B sprach", "en": "B spoke"}}]},
  {"id": "p", "from": "c", "to": "j", "type": "reject", "label": "is against", "stance": "against", "reply": {"by": "b", "kind": "statement", "text": "A loan."}, "amount": {"value": 40, "currency": "EUR"}, "outcome": {"text": "closed"},
   "evidence": [{"source": "s", "quote": "C is against J", "speaker": "b", "alleged": true}]}]}`

// TestUncorrected has a row for each published thing that may not change silently, for what may, and for
// the corrections that allow it.
func TestUncorrected(t *testing.T) {
	const unnamed = ", and no new correction names it (tell readers in "
	about := func(id string) string { return unnamed + `"corrections", with "about": ["` + id + `"])` }
	removed := func(id string) string { return unnamed + `"corrections", with "removed": ["` + id + `"])` }
	for _, row := range []struct{ name, part, by, id, want string }{
		{"nothing", "", "", "", ""},
		{"another source end", `"from": "a", "to": "b"`, `"from": "c", "to": "b"`, "r", `f.json: relations[0].from: it was published as "a" and is now "c"` + about("r")},
		{"another target", `"from": "a", "to": "b"`, `"from": "a", "to": "c"`, "r", `f.json: relations[0].to: it was published as "b" and is now "c"` + about("r")},
		{"another type", `"type": "aid"`, `"type": "cooperate"`, "r", `f.json: relations[0].type: it was published as "aid" and is now "cooperate"` + about("r")},
		{"another status", `"status": "future"`, `"status": "negated"`, "r", `f.json: relations[0].status: it was published as "future" and is now "negated"` + about("r")},
		{"no status", `, "status": "future"`, ``, "r", `f.json: relations[0].status: it was published as "future" and is now "happened"` + about("r")},
		{"another quote", `"A gives"`, `"A gave"`, "r", `f.json: relations[0]: the quote "A gives" was published as proof of it and has gone or reads otherwise` + about("r")},
		{"a quote that has gone", `, {"source": "s", "quote": "A gives"}`, ``, "r", `f.json: relations[0]: the quote "A gives" was published as proof of it and has gone or reads otherwise` + about("r")},
		{"another speaker", `"speaker": "c"`, `"speaker": "b"`, "r", `f.json: relations[0]: another speaks the words "A will give" now, which were published as proof of it` + about("r")},
		{"words for the speaker", `"speaker": "c"`, `"attributed": "two people"`, "r", `f.json: relations[0]: another speaks the words "A will give" now, which were published as proof of it` + about("r")},
		{"a relation that has gone", `{"id": "q", "from"`, `{"id": "p", "from"`, "q", `f.json: the relation "q" was published and has gone` + removed("q")},
		{"an actor that has gone", `"id": "c", "name"`, `"id": "d", "name"`, "c", `f.json: the actor "c" was published and has gone` + removed("c")},
		{"a membership that has gone", `"to": "b", "role"`, `"to": "c", "role"`, "a", `f.json: actors[0]: "a" was published as belonging to "b" and does no more` + about("a")},
		{"another quote of a membership", `"A, head of B"`, `"A of B"`, "a", `f.json: actors[0]: the quote "A, head of B" was published as proof of its membership of "b" and has gone or reads otherwise` + about("a")},
		{"another quote of a note", `"quote": "N"`, `"quote": "n"`, "c", `f.json: actors[2]: the quote "N" was published as proof of its note and has gone or reads otherwise` + about("c")},
		{"part of nothing", `"part_of": "i", `, ``, "j", `f.json: issues[1]: it was published as part of "i" and is no more` + about("j")},
		{"an issue that has gone", `"issues": [{"id": "i"`, `"issues": [{"id": "k"`, "i", `f.json: the issue "i" was published and has gone` + removed("i")},
		{"a new quote", `{"source": "s", "quote": "A gives"}`, `{"source": "s", "quote": "A gives"}, {"source": "s", "quote": "no", "speaker": "b", "denies": true}`, "", ""},
		{"another order", `{"source": "s", "quote": "A will give", "speaker": "c", "alleged": true, "reported": "2025"}, {"source": "s", "quote": "A gives"}`,
			`{"source": "s", "quote": "A gives"}, {"source": "s", "quote": "A will give", "speaker": "c", "alleged": true, "reported": "2025"}`, "", ""},
		{"a claim that has become a fact", `"speaker": "b", "alleged": true`, `"speaker": "b", "alleged": false`, "p", `f.json: relations[2].evidence: it was published as alleged and is now stated` + about("p")},
		{"another stance", `"stance": "against"`, `"stance": "for"`, "p", `f.json: relations[2].stance: it was published as "against" and is now "for"` + about("p")},
		{"a reply that has gone", `, "reply": {"by": "b", "kind": "statement", "text": "A loan."}`, ``, "p", `f.json: relations[2]: it was published with a reply of "b", which has gone` + about("p")},
		{"another reply", `"A loan."`, `"A gift."`, "p", `f.json: relations[2].reply: it was published with a reply of "b", which reads otherwise now` + about("p")},
		{"another amount", `"value": 40,`, `"value": 400000,`, "p", `f.json: relations[2].amount: it was published as "EUR 40" and is now "EUR 400000"` + about("p")},
		{"no amount", `, "amount": {"value": 40, "currency": "EUR"}`, ``, "p", `f.json: relations[2].amount: it was published as "EUR 40" and is now ""` + about("p")},
		{"words that deny now", `{"source": "s", "quote": "A gives"}`, `{"source": "s", "quote": "A gives", "denies": true}`, "r", `f.json: relations[0]: the words "A gives" were published as proof of it and deny it now` + about("r")},
		{"an outcome that has gone", `, "outcome": {"text": "closed"}`, ``, "p", `f.json: relations[2]: it was published with an outcome, which has gone` + about("p")},
		{"another label", `"gave to"`, `"gives to"`, "", ""},
		{"the quote of the source's language alone", `{"de": "B sprach", "en": "B spoke"}`, `"B spoke"`, "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if row.part != "" && strings.Count(published, row.part) != 1 {
				t.Fatalf("%q stands %d times in the dataset", row.part, strings.Count(published, row.part))
			}
			src := strings.Replace(published, row.part, row.by, 1)
			was := ReadPublished([]byte(published))
			if got := Uncorrected("f.json", was, ReadPublished([]byte(src))).Error(); got != row.want {
				t.Errorf("Uncorrected reports\n%s\nwant\n%s", got, row.want)
			}
			list := "about"
			if strings.Contains(row.want, `"removed"`) {
				list = "removed"
			}
			src = strings.Replace(src, `"corrections": [`, `"corrections": [{"date": "2025-02", "text": "x", "`+list+`": ["`+row.id+`"]}, `, 1)
			if got := Uncorrected("f.json", was, ReadPublished([]byte(src))); len(got) > 0 {
				t.Errorf("with a correction, Uncorrected reports\n%v", got)
			}
		})
	}
}

// TestADenialThatBecomesAProofIsTold: the words stay, and say the opposite.
func TestADenialThatBecomesAProofIsTold(t *testing.T) {
	was := strings.Replace(published, `{"source": "s", "quote": "A gives"}`, `{"source": "s", "quote": "A gives", "speaker": "b", "denies": true}`, 1)
	now := strings.Replace(was, `, "denies": true`, ``, 1)
	got := Uncorrected("f.json", ReadPublished([]byte(was)), ReadPublished([]byte(now))).Error()
	for _, want := range []string{"it was published as disputed and is now stated", `the words "A gives" were published as a denial of it and prove it now`} {
		if !strings.Contains(got, want) {
			t.Errorf("Uncorrected does not report %q:\n%s", want, got)
		}
	}
}

// TestUncorrectedReadsOlderForms checks that a site whose dataset would be refused today can be followed.
func TestUncorrectedReadsOlderForms(t *testing.T) {
	old := strings.Replace(published, `, "alleged": true`, "", 1)
	if _, err := Parse("f.json", []byte(old)); err == nil {
		t.Fatal("Parse takes the older form, and the test shows nothing")
	}
	was, now := ReadPublished([]byte(old)), ReadPublished([]byte(strings.Replace(published, `"type": "aid"`, `"type": "cooperate"`, 1)))
	if got := Uncorrected("f.json", was, now); len(got) != 1 || !strings.Contains(got[0].Cause, `published as "aid"`) {
		t.Errorf("Uncorrected reports %v", got)
	}
	if ReadPublished([]byte("{")) != nil {
		t.Error("ReadPublished reads what is not JSON")
	}
}

func TestUnreviewed(t *testing.T) {
	src := strings.Replace(published, `"type": "aid"`, `"type": "aid", "reviewed": "2025-02"`, 1)
	src = strings.Replace(src, `"type": "reject"`, `"type": "reject", "reviewed": "2025-02"`, 1)
	got := Unreviewed("f.json", []byte(src))
	if want := `f.json:10:3: relations[1]: "q" is not reviewed (let somebody else compare it with its evidence, and add "reviewed" with the day)`; got.Error() != want {
		t.Errorf("Unreviewed reports\n%v\nwant\n%s", got, want)
	}
}
