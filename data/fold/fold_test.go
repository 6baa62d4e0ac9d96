package fold

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// A fixture is what the search of the page is held to as well, in web/test/unit/model/search.test.js.
type fixture struct {
	Readings []struct {
		Text     string
		Readings []string
	}
	Finds            []struct{ What, Text, Query, Language, Match string }
	Letters, Spelled map[string]string
}

func readFixture(t *testing.T) (f fixture) {
	t.Helper()
	src, err := os.ReadFile("testdata/search.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestReadings(t *testing.T) {
	f := New()
	for _, row := range readFixture(t).Readings {
		if got := f.Readings(row.Text); !slices.Equal(got, row.Readings) {
			t.Errorf("Readings(%q) = %q, want %q", row.Text, got, row.Readings)
		}
	}
}

func TestFind(t *testing.T) {
	f := New()
	words := []string{"none", "end", "beginning"}
	for _, row := range readFixture(t).Finds {
		t.Run(row.What+": "+row.Text+" by "+row.Query, func(t *testing.T) {
			got := f.Find(row.Text, row.Query, HasCompounds(row.Language))
			if words[got] != row.Match {
				t.Errorf("Find = %s, want %s; readings %q and %q", words[got], row.Match, f.Readings(row.Text), f.Readings(row.Query))
			}
		})
	}
}

// TestLetters holds the tables to those of the page.
func TestLetters(t *testing.T) {
	fixture := readFixture(t)
	for _, c := range []struct {
		name      string
		got       map[rune]string
		inFixture map[string]string
	}{{"letters", letters(), fixture.Letters}, {"spelled", spelled(), fixture.Spelled}} {
		got := map[string]string{}
		for r, s := range c.got {
			got[string(r)] = s
		}
		if !maps.Equal(got, c.inFixture) {
			t.Errorf("%s = %q, want %q", c.name, got, c.inFixture)
		}
	}
}

// TestLaws checks what holds for every text: its reading is a reading of itself, is made of
// words alone, and the text is found by itself.
func TestLaws(t *testing.T) {
	f := New()
	for _, row := range readFixture(t).Finds {
		for _, text := range []string{row.Text, row.Query} {
			once := f.Fold(text)
			if twice := f.Fold(once); twice != once {
				t.Errorf("Fold(%q) = %q, and folded again %q", text, once, twice)
			}
			if strings.ContainsFunc(once, func(r rune) bool { return r != ' ' && !isWord(r) }) || once != inWords(once) {
				t.Errorf("Fold(%q) = %q, which is not words and single spaces", text, once)
			}
			if f.Find(text, text, false) != AtBeginning {
				t.Errorf("%q is not found by itself", text)
			}
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, text := range []string{"Müller", "O'Neill", "U.S.", "Saʿūd", "联合国", "\xff", "ﷺ", "İ"} {
		f.Add(text)
	}
	folder := New()
	f.Fuzz(func(t *testing.T, text string) {
		for _, reading := range folder.Readings(text) {
			if reading != inWords(reading) {
				t.Errorf("Readings(%q) has %q, which is not words and single spaces", text, reading)
			}
		}
	})
}
