package data

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// fixFrame is a file around one piece of evidence, laid out as no program would.
const fixFrame = "{ \"id\":\"f\",\r\n\t\"title\" : \"F\", \"language\": \"en\", \"updated\": \"2025\",\n" +
	` "sources": [{"id": "s", "title": "S", "language": "ar"}, {"id": "t", "title": {"en": "T", "ar": "ت"}}],
  "actors":[ {"id":"a","name":"A","kind":"person"},{"id":"b","name":{"en": "B"},"kind":"person"} ],
  "relations": [{"id": "r", "from": "a", "to": "b", "type": "state", "label": {"en": "x", "ar": "س"},
     "evidence": [{EVIDENCE}]}]}  ` + "\n\n"

// TestFix holds the bytes that Fix makes of a piece of evidence. It checks that the bytes around it
// stay, that Parse reads the same as before, and that nothing is left to fix.
func TestFix(t *testing.T) {
	for _, row := range []struct{ name, evidence, want string }{
		{"the source's language first", `"source": "s", "quote": {"ar": "لا", "en": "No"}, "voice": "narrator"`,
			`"source": "s", "quote": "لا", "translation": {"en": "No"}, "voice": "narrator"`},
		{"the source's language last, white space within", "\"quote\" : {\n  \"en\":\"No\" ,\n\t\"de\": \"Nein\",\"ar\" : \"لا\" }\n,\"source\":\"s\"",
			"\"quote\" : \"لا\", \"translation\": {\"en\": \"No\", \"de\": \"Nein\"}\n,\"source\":\"s\""},
		{"the dataset's language", `"source": "t", "quote": {"ar": "لا", "en": "No"}`, `"source": "t", "quote": "No", "translation": {"ar": "لا"}`},
		{"one language", `"source": "s", "quote": {"ar": "لا"}`, `"source": "s", "quote": "لا"`},
		{"escapes stay", `"source": "t", "quote": {"en": "a \"b\" \u00e9", "d\u0065": "\u00fc"}`, `"source": "t", "quote": "a \"b\" \u00e9", "translation": {"d\u0065": "\u00fc"}`},
		{"a translation after", `"source": "s", "quote": {"ar": "لا", "en": "No"}, "translation": { "de": "Nein" }`,
			`"source": "s", "quote": "لا", "translation": {"en": "No",  "de": "Nein" }`},
		{"a translation before", `"translation": {"de": "Nein"}, "source": "s", "quote": {"ar": "لا", "en": "No"}`,
			`"translation": {"en": "No", "de": "Nein"}, "source": "s", "quote": "لا"`},
		{"one string", `"source": "s", "quote": "لا", "translation": {"en": "No"}`, ""},
		{"no version in the source's language", `"source": "s", "quote": {"en": "No", "de": "Nein"}`, ""},
		{"a translation in the same language", `"source": "s", "quote": {"ar": "لا", "en": "No"}, "translation": {"en": "Never"}`, ""},
		{"a translation as a plain text", `"source": "s", "quote": {"ar": "لا", "de": "Nein"}, "translation": "No"`, ""},
		{"two pieces", `"source": "s", "quote": {"ar": "لا", "en": "No"}}, {"source": "s", "quote": {"en": "Yes", "ar": "نعم"}`,
			`"source": "s", "quote": "لا", "translation": {"en": "No"}}, {"source": "s", "quote": "نعم", "translation": {"en": "Yes"}`},
	} {
		t.Run(row.name, func(t *testing.T) {
			src, want := strings.Replace(fixFrame, "EVIDENCE", row.evidence, 1), strings.Replace(fixFrame, "EVIDENCE", row.want, 1)
			if row.want == "" {
				want = src
			}
			for _, mark := range []string{"", "\xEF\xBB\xBF"} {
				checkFix(t, mark+src, mark+want)
			}
		})
	}
}

func checkFix(t *testing.T, src, want string) {
	t.Helper()
	fixed, changed, err := Fix("f.json", []byte(src))
	if err != nil || string(fixed) != want || (changed > 0) != (src != want) {
		t.Fatalf("Fix changes %d quotes, error %v:\n%s\nwant\n%s", changed, err, fixed, want)
	}
	before, _ := Parse("f.json", []byte(src))
	after, err := Parse("f.json", fixed)
	if err != nil || !reflect.DeepEqual(after, before) {
		t.Errorf("Parse reads\n%+v\nof what was\n%+v\n(%v)", after, before, err)
	}
	if again, changed, err := Fix("f.json", fixed); changed != 0 || err != nil || string(again) != want {
		t.Errorf("a second Fix changes %d quotes, error %v", changed, err)
	}
}

// TestFixChangesNothingElse runs Fix over every good file: where no quote is by language, it
// returns the very bytes.
func TestFixChangesNothingElse(t *testing.T) {
	files := map[string][]byte{}
	for _, name := range goodFiles {
		files[name] = readTestdata(t, name)
	}
	for _, name := range []string{"white-house-2025-02-27.json", "white-house-backstop-en-ar.json"} {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = src
	}
	for name, src := range files {
		fixed, changed, err := Fix(name, src)
		if err != nil {
			t.Fatal(err)
		}
		if changed == 0 && string(fixed) != string(src) {
			t.Errorf("%s: Fix changes no quote, but the bytes", name)
		}
		before, _ := Parse(name, src)
		if after, err := Parse(name, fixed); err != nil || !reflect.DeepEqual(after, before) {
			t.Errorf("%s: Parse reads something else after Fix (%v)", name, err)
		}
	}
}

func TestFixRefusesWhatParseRefuses(t *testing.T) {
	if fixed, changed, err := Fix("f.json", []byte(`{"id": "f"}`)); err == nil || fixed != nil || changed != 0 {
		t.Errorf("Fix returns %q, %d, %v", fixed, changed, err)
	}
}
