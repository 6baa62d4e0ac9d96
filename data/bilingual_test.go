package data

import (
	"os"
	"strings"
	"testing"
)

// TestBilingualSaysNothingNew holds the dataset in two languages against the first one: its
// quotes are quotes of that, its relations are of that, and each text has both languages.
func TestBilingualSaysNothingNew(t *testing.T) {
	name := "white-house-backstop-en-ar.json"
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := Parse(name, src)
	if err != nil {
		t.Fatal(err)
	}
	firstName, firstSrc := Default()
	first, err := Parse(firstName, firstSrc)
	if err != nil {
		t.Fatal(err)
	}
	var quotes strings.Builder
	relations := map[string]Relation{}
	for _, r := range first.Relations {
		relations[r.ID] = r
		for _, e := range r.Evidence {
			text, _ := e.Quote.In("en")
			quotes.WriteString(text + "\n")
		}
	}
	for _, a := range first.Actors {
		for _, of := range a.Of {
			for _, e := range of.Evidence {
				text, _ := e.Quote.In("en")
				quotes.WriteString(text + "\n")
			}
		}
	}
	both := func(what string, text Text) {
		if !text.Empty() && (len(text.All()) != 2 || text.All()[0].Tag != "en" || text.All()[1].Tag != "ar") {
			t.Errorf("%s is not in English and Arabic: %v", what, text.All())
		}
	}
	both("title", ds.Title)
	both("summary", ds.Summary)
	for _, a := range ds.Actors {
		both(a.ID, a.Name)
	}
	for _, s := range ds.Issues {
		both(s.ID, s.Name)
	}
	for _, r := range ds.Relations {
		both(r.ID, r.Label)
		both(r.ID, r.If)
		both(r.ID, r.Place)
		known := relations[r.ID]
		if r.From != known.From || r.To != known.To || r.Type != known.Type || r.Status != known.Status || r.Date != known.Date {
			t.Errorf("%s is not the relation of the first dataset", r.ID)
		}
		for _, e := range r.Evidence {
			if text, _ := e.Quote.In("en"); !strings.Contains(quotes.String(), text+"\n") {
				t.Errorf("%s: the quote %q is not one of the first dataset", r.ID, text)
			}
		}
	}
}
