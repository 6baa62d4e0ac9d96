package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The datasets in testdata that have nothing wrong.
var goodFiles = []string{"bilingual.json", "complete.json", "hostile.json", "three-days.json"}

func TestGoodFiles(t *testing.T) {
	for _, name := range goodFiles {
		problems := Validate(name, readTestdata(t, name))
		if name == "hostile.json" {
			problems = problems.Errors() // it is there to be warned of
		}
		if len(problems) > 0 {
			t.Errorf("Validate reports\n%v", problems)
		}
	}
}

// parseDefault returns the first dataset.
func parseDefault(t *testing.T) *Dataset {
	t.Helper()
	name, src := Default()
	if problems := Validate(name, src); len(problems) > 0 {
		t.Fatalf("Validate reports\n%v", problems)
	}
	ds, err := Parse(name, src)
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// allEvidence returns every evidence of ds, with the id of what it proves.
func allEvidence(ds *Dataset) (ids []string, all []Evidence) {
	for _, a := range ds.Actors {
		for _, m := range a.Of {
			for _, e := range m.Evidence {
				ids, all = append(ids, a.ID+" of "+m.To), append(all, e)
			}
		}
	}
	for _, r := range ds.Relations {
		for _, e := range r.Evidence {
			ids, all = append(ids, r.ID), append(all, e)
		}
	}
	return ids, all
}

// article returns the report that the first dataset codes, its white space folded.
func article(t *testing.T) string {
	t.Helper()
	return strings.Join(strings.Fields(string(readTestdata(t, "article-2025-02-27.txt"))), " ")
}

func TestDefaultQuotesAreVerbatim(t *testing.T) {
	report := article(t)
	ids, all := allEvidence(parseDefault(t))
	for i, e := range all {
		for _, quote := range e.Quote.All() {
			if !strings.Contains(report, quote.Text) {
				t.Errorf("%s: the report does not say %q", ids[i], quote.Text)
			}
		}
	}
}

// TestDefaultQuotesLeaveNothingOut checks that every clause of the report is quoted
// somewhere: what no quote covers is listed here.
func TestDefaultQuotesLeaveNothingOut(t *testing.T) {
	report := article(t)
	covered := make([]bool, len(report))
	_, all := allEvidence(parseDefault(t))
	for _, e := range all {
		quote, _ := e.Quote.In("en")
		if at := strings.Index(report, quote); at >= 0 {
			for i := range quote {
				covered[at+i] = true
			}
		}
	}
	rest := []byte(report)
	for i, isCovered := range covered {
		if isCovered || strings.IndexByte(`.,"`, rest[i]) >= 0 {
			rest[i] = ' '
		}
	}
	got := strings.Join(strings.Fields(string(rest)), " ")
	if want := "date 2025-02-27 since by and and"; got != want {
		t.Errorf("no quote covers %q, want %q", got, want)
	}
}

// TestDefaultReadsAsSentences holds the coding of the report as a page of sentences, so that
// a change of the dataset is read before it is kept.
func TestDefaultReadsAsSentences(t *testing.T) {
	var page strings.Builder
	ds := parseDefault(t)
	names := map[string]string{}
	for _, a := range ds.Actors {
		names[a.ID], _ = a.Name.In("en")
	}
	for _, i := range ds.Issues {
		names[i.ID], _ = i.Name.In("en")
	}
	for _, a := range ds.Actors {
		for _, m := range a.Of {
			role, _ := m.Role.In("en")
			fmt.Fprintf(&page, "%s: %s of %s\n", names[a.ID], role, names[m.To])
		}
	}
	for _, r := range ds.Relations {
		page.WriteString(sentence(r, names))
	}
	for _, step := range ds.Steps {
		title, _ := step.Title.In("en")
		text, _ := step.Text.In("en")
		fmt.Fprintf(&page, "\n# %s\n%s\n    %s\n", title, text, strings.Join(step.Relations, " "))
	}
	checkGolden(t, "white-house.txt", page.String())
}

// sentence puts a relation on one line, and each of its quotes on another.
func sentence(r Relation, names map[string]string) string {
	var b strings.Builder
	label, _ := r.Label.In("en")
	arrow := "->"
	if r.Mutual {
		arrow = "<->"
	}
	fmt.Fprintf(&b, "\n%s | %s %s %s (%s, %s", names[r.From], label, arrow, names[r.To], r.Type, r.Status)
	when, _ := r.When.In("en")
	condition, _ := r.If.In("en")
	for _, detail := range []string{string(r.Stance), string(r.Date), when} {
		if detail != "" {
			b.WriteString(", " + detail)
		}
	}
	b.WriteString(")")
	if condition != "" {
		fmt.Fprintf(&b, " if %s %v", condition, r.DependsOn)
	}
	if len(r.About) > 0 {
		fmt.Fprintf(&b, " about %s", strings.Join(r.About, ", "))
	}
	for _, e := range r.Evidence {
		quote, _ := e.Quote.In("en")
		alleged := ""
		if e.Alleged == Yes {
			alleged = "alleged, "
		}
		fmt.Fprintf(&b, "\n    %s%s %s: %s", alleged, e.Voice, e.Speaker, quote)
	}
	return b.String() + "\n"
}

func TestDefaultSize(t *testing.T) {
	ds := parseDefault(t)
	for _, n := range []struct {
		what           string
		got, low, high int
	}{
		{"actors", len(ds.Actors), 15, 20},
		{"issues", len(ds.Issues), 12, 16},
		{"relations", len(ds.Relations), 35, 60},
	} {
		if n.got < n.low || n.got > n.high {
			t.Errorf("the dataset has %d %s, want %d to %d", n.got, n.what, n.low, n.high)
		}
	}
}

// TestDefaultHasNoLooseNode checks that a line or a band leads to every actor and issue:
// none is only talked about.
func TestDefaultHasNoLooseNode(t *testing.T) {
	ds := parseDefault(t)
	joined := map[string]bool{}
	for _, r := range ds.Relations {
		joined[r.From], joined[r.To] = true, true
	}
	for _, a := range ds.Actors {
		for _, m := range a.Of {
			joined[a.ID], joined[m.To] = true, true
		}
		if !joined[a.ID] {
			t.Errorf("no line or band leads to the actor %s", a.ID)
		}
	}
	for _, i := range ds.Issues {
		joined[i.ID] = joined[i.ID] || i.PartOf != ""
		if !joined[i.ID] {
			t.Errorf("no line or band leads to the issue %s", i.ID)
		}
	}
}

// TestDefaultIsNoMoreThanTheReport checks what must not creep in: dates of other days, a
// second source, what is said to be common knowledge.
func TestDefaultIsNoMoreThanTheReport(t *testing.T) {
	ds := parseDefault(t)
	days := []Date{"", "2025-02-24", "2025-02-26", "2025-02-27", "2025-02-28"}
	for _, r := range ds.Relations {
		if !slices.Contains(days, r.Date) || r.Until != "" {
			t.Errorf("%s: the report names no such day: %s to %s", r.ID, r.Date, r.Until)
		}
	}
	if len(ds.Sources) != 1 || !ds.Sources[0].Publisher.Empty() || ds.Sources[0].URL != "" {
		t.Errorf("sources = %v, want the one report, of unknown publisher and address", ds.Sources)
	}
	for _, a := range ds.Actors {
		for _, m := range a.Of {
			if m.Common && a.ID != "trump-administration" {
				t.Errorf("%s of %s: the report says so, quote it", a.ID, m.To)
			}
		}
	}
}

// TestDefaultFitsTheMap checks that names and labels can be drawn.
func TestDefaultFitsTheMap(t *testing.T) {
	const longestIssue, longestLabel = 28, 40
	ds := parseDefault(t)
	for _, i := range ds.Issues {
		if name, _ := i.Name.In("en"); len(name) > longestIssue {
			t.Errorf("the issue's name %q has %d characters, want at most %d", name, len(name), longestIssue)
		}
	}
	for _, r := range ds.Relations {
		if label, _ := r.Label.In("en"); len(label) > longestLabel {
			t.Errorf("%s: the label %q has %d characters, want at most %d", r.ID, label, len(label), longestLabel)
		}
	}
}

// TestParseFillsIn checks what Parse sets where the file leaves a field out.
func TestParseFillsIn(t *testing.T) {
	ds, err := Parse("complete.json", readTestdata(t, "complete.json"))
	if err != nil {
		t.Fatal(err)
	}
	differ := ds.Relations[1]
	if differ.Status != Happened {
		t.Errorf("status = %q, want %q", differ.Status, Happened)
	}
	if voice := differ.Evidence[0].Voice; voice != Narrator {
		t.Errorf("voice without a speaker = %q, want %q", voice, Narrator)
	}
	src := strings.Replace(string(readTestdata(t, "complete.json")), `"voice": "direct", `, "", 1)
	ds, err = Parse("complete.json", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if voice := ds.Relations[0].Evidence[0].Voice; voice != Reported {
		t.Errorf("voice with a speaker = %q, want %q", voice, Reported)
	}
}
