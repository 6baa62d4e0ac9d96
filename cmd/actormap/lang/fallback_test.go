package lang

import (
	"html/template"
	"maps"
	"strings"
	"testing"
)

// without is a catalogue with keys left out, all forms of each, as one that nobody has reviewed may be.
func without(t *testing.T, tag string, keys ...string) *Catalogue {
	t.Helper()
	c := load(t, tag)
	for _, part := range []map[string]Entry{c.Page, c.Script} {
		maps.DeleteFunc(part, func(key string, _ Entry) bool {
			base, _, _ := strings.Cut(key, "_")
			for _, out := range keys {
				if base == out {
					return true
				}
			}
			return false
		})
	}
	return c
}

func TestWhatIsLeftOutIsSaidInEnglish(t *testing.T) {
	uk, ar := without(t, "uk", "n.sources", "sources.title", "sources.by"), without(t, "ar", "n.sources", "sources.by")
	for _, s := range []struct{ got, want string }{
		{uk.Say("sources.title"), "Sources"},
		{uk.Say("n.sources", "n", 0), "no sources"},
		{uk.Say("n.sources", "n", 2), "2 sources"}, // "few" in Ukrainian, which English does not have
		{ar.Say("n.sources", "n", 1), "1 source"},
		{string(uk.Tell("n.sources", "n", 2)), `<span lang="en">2 sources</span>`},
		{string(ar.Tell("n.sources", "n", 2)), `<span lang="en" dir="ltr">2 sources</span>`},
		{string(uk.Tell("sources.by", "author", "<b>")), `<span lang="en">by <span lang="uk">&lt;b&gt;</span></span>`},
		{string(ar.Tell("sources.by", "author", template.HTML("<b>X</b>"))), `<span lang="en" dir="ltr">by <span lang="ar" dir="rtl"><b>X</b></span></span>`},
		{string(uk.Tell("n.issues", "n", 1)), load(t, "uk").Say("n.issues", "n", 1)},
	} {
		if s.got != s.want {
			t.Errorf("%q, want %q", s.got, s.want)
		}
	}
	for _, key := range []string{"sources.title", "n.sources"} {
		if !uk.Has(key) || !uk.Borrows(key) || load(t, "uk").Borrows(key) || load(t, Fallback).Borrows(key) {
			t.Errorf("%s: has %t, borrows %t", key, uk.Has(key), uk.Borrows(key))
		}
	}
	if uk.Has("nothing") || uk.Borrows("nothing") {
		t.Error("a key that English does not have either is there")
	}
}

// TestPutServesTextsAndAttributes renders what is left out in both places, by itself and filled into another string.
func TestPutServesTextsAndAttributes(t *testing.T) {
	c := without(t, "uk", "sources.title")
	own := load(t, "uk").Say("corrected", "date", "Sources")
	page := template.Must(template.New("").Funcs(template.FuncMap{"say": c.Put}).Parse(
		`<i title="{{say "sources.title"}}">{{say "sources.title"}}</i>` +
			`<i title="{{say "corrected" "date" (say "sources.title")}}">{{say "corrected" "date" (say "sources.title")}}</i>`))
	var out strings.Builder
	if err := page.Execute(&out, nil); err != nil {
		t.Fatal(err)
	}
	marked := `<span lang="en">Sources</span>`
	want := `<i title="Sources">` + marked + `</i><i title="` + own + `">` + strings.Replace(own, "Sources", marked, 1) + `</i>`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

func TestTheScriptIsGivenWhatIsLeftOut(t *testing.T) {
	from, words := without(t, "uk", "n.relations", "sources.title").Borrowed()
	if from.Tag != Fallback || len(words) != 3 || words["n.relations_zero"].Text != "no relations" {
		t.Errorf("from %s: %v, want the three forms of n.relations", from.Tag, words)
	}
	for _, tag := range []string{"uk", Fallback} {
		if _, words := load(t, tag).Borrowed(); words != nil {
			t.Errorf("%s is whole, and borrows %v", tag, words)
		}
	}
}
