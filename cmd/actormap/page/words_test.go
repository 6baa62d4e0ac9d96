package page

import (
	"testing"

	"actormap/cmd/actormap/lang"
	"actormap/data"
)

// english has the words of the tests.
func english(t *testing.T) *lang.Catalogue {
	t.Helper()
	c, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryTypeHasItsNoun(t *testing.T) {
	all, err := lang.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		v, nouns := vocabulary{c}, map[string]data.Type{}
		for _, info := range data.Vocabulary {
			noun := v.typeNoun(info.Type)
			if noun == string(info.Type) {
				t.Errorf("%s: %s has no noun", c.Tag, info.Type)
			}
			if other, ok := nouns[noun]; ok {
				t.Errorf("%s: %s and %s are both called %q", c.Tag, info.Type, other, noun)
			}
			nouns[noun] = info.Type
		}
	}
}

// TestSideIsSaidOnlyWhereDrawn tries every type with every status between every pair of
// kinds: the words must not take a side that the line does not have.
func TestSideIsSaidOnlyWhereDrawn(t *testing.T) {
	v := vocabulary{english(t)}
	for _, info := range data.Vocabulary {
		for _, status := range []data.Status{data.Happened, data.Future, data.Hypothetical, data.Negated} {
			for _, ends := range [][2]string{{"ada", "bob"}, {"ada", "peace"}, {"peace", "ada"}, {"peace", "truce"}} {
				ds := tiny()
				ds.Relations = []data.Relation{{ID: "x", From: ends[0], To: ends[1], Type: info.Type, Status: status, Evidence: []data.Evidence{{}}}}
				b := newBuilder(ds, Rendition{Words: v.Catalogue}, nil, Assets{})
				m := b.relationMark(&ds.Relations[0])
				sided := ends == [2]string{"ada", "bob"} && status != data.Negated && (info.Score > 0.5 || info.Score < -0.5)
				if drawn := m.Ink == "plus" || m.Ink == "minus"; drawn != sided {
					t.Errorf("%s %s %v: drawn with a side: %v, want %v", info.Type, status, ends, drawn, sided)
				}
				plain := v.typeNoun(info.Type)
				if info.Class != data.Structure {
					plain += ", in " + string(info.Class)
				}
				if said := v.typeWords(&ds.Relations[0], m) != plain; said != sided {
					t.Errorf("%s %s %v: words %q", info.Type, status, ends, v.typeWords(&ds.Relations[0], m))
				}
			}
		}
	}
}

func TestMediaOfPictures(t *testing.T) {
	want := []string{"(max-width: 495.98px)", "(max-width: 767.98px)", "(max-width: 1399.98px)"}
	got := conditional(tinyAssets().Pictures["en"])
	if len(got) != len(want) {
		t.Fatalf("%d pictures have a condition, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].Media != want[i] {
			t.Errorf("%s is shown at %s, want %s", got[i].Href, got[i].Media, want[i])
		}
	}
}
