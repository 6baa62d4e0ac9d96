package fold_test

import (
	"fmt"
	"strings"
	"testing"

	"actormap/data"
	"actormap/data/fold"
)

const hinted = `{"id": "m", "title": "M", "language": "de", "updated": "2025",
"sources": [{"id": "s", "title": "S"}],
"actors": [
  {"id": "mueller", "name": "Jan Müller", "kind": "person"},
  {"id": "muller", "name": "Ann Muller", "kind": "person"},
  {"id": "security-council", "name": "联合国安全理事会", "kind": "organisation"},
  {"id": "zelenskyy", "name": "Зеленський", "kind": "person"},
  {"id": "oneill", "name": "Mary O'Neill", "kind": "person"},
  {"id": "usa", "name": "America", "aliases": ["U.S."], "kind": "state"},
  {"id": "saud", "name": "ʿAbd al-ʿAzīz Āl Saʿūd", "kind": "person"},
  {"id": "mfa", "name": "وزارة الخارجية", "kind": "organisation"}],
"issues": [{"id": "truce", "name": "双方同意停火"}],
"relations": [{"id": "r", "from": %q, "to": "usa", "about": ["truce"], "type": "state", "label": "l", "evidence": [{"source": "s", "quote": "q"}]}]}`

// TestHints checks that the spelling which the checker proposes is found as the search of the
// page finds it.
func TestHints(t *testing.T) {
	reader := data.Reader{Folding: fold.New()}
	for word, want := range map[string]string{
		"Müller":     `did you mean "muller"?`,
		"J. Müler":   `the id of an actor or an issue of this file`,
		"MUELLER":    `did you mean "mueller"?`,
		"安全理事会":      `did you mean "security-council"?`,
		"停火":         `did you mean "truce"?`,
		"Zelénskýy":  `did you mean "zelenskyy"?`,
		"Зеленский":  `did you mean "zelenskyy"?`,
		"O’Neill":    `did you mean "oneill"?`,
		"o neill":    `did you mean "oneill"?`,
		"US":         `did you mean "usa"?`,
		"Saʿūd":      `did you mean "saud"?`,
		"خارجية":     `did you mean "mfa"?`,
		"Ann":        `did you mean "muller"?`,
		"Jan Müller": `did you mean "mueller"?`,
		"???":        `the id of an actor or an issue of this file`,
		"x":          `the id of an actor or an issue of this file`,
	} {
		problems := reader.Validate("m.json", fmt.Appendf(nil, hinted, word))
		if len(problems) != 1 || !strings.Contains(problems.Error(), "unknown id") || !strings.Contains(problems.Error(), want) {
			t.Errorf("%s: %v\nwant the one hint %q", word, problems, want)
		}
	}
}

// TestOneNameStaysTwo checks that names which are equal when folded are two names: none is
// refused, nor taken for the other.
func TestOneNameStaysTwo(t *testing.T) {
	src := fmt.Appendf(nil, hinted, "mueller")
	src = []byte(strings.ReplaceAll(string(src), "Ann Muller", "Jan Muller"))
	reader := data.Reader{Folding: fold.New()}
	if problems := reader.Validate("m.json", src); problems != nil {
		t.Fatal(problems)
	}
	ds, err := reader.Parse("m.json", src)
	if err != nil || ds.Relations[0].From != "mueller" || len(ds.Actors) != 8 {
		t.Errorf("from %q of %d actors, %v", ds.Relations[0].From, len(ds.Actors), err)
	}
	ambiguous := []byte(strings.Replace(string(src), `"from": "mueller"`, `"from": "jan"`, 1))
	want := `did you mean "mueller" or "muller"?`
	if problems := reader.Validate("m.json", ambiguous); !strings.Contains(problems.Error(), want) {
		t.Errorf("%v\nwant %q", problems, want)
	}
}

// TestKeywords checks that words of the format are proposed whatever their case and accents.
func TestKeywords(t *testing.T) {
	src := strings.Replace(fmt.Sprintf(hinted, "mueller"), `"kind": "person"`, `"kind": "PERSÓN"`, 1)
	problems := data.Reader{Folding: fold.New()}.Validate("m.json", []byte(src))
	if len(problems) != 1 || !strings.Contains(problems.Error(), `did you mean "person"?`) {
		t.Error(problems)
	}
}
