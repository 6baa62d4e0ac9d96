package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/tidwall/gjson"
)

// onlyValidate lists what a JSON Schema cannot say, by what the causes of such problems
// hold. Everything else must be said by both.
var onlyValidate = []string{
	"is given twice", "half a character", // what a JSON reader no longer sees
	"is taken by", `" is an actor`, `" is an issue`, `" is a relation`, // references
	"to itself", "on itself", "belongs to itself", "is part of itself",
	"a stance is an actor's side", "joins two issues", "joins two actors", // what sort of thing an id names
	"who acts, and", "is told as a fact, and", // who speaks, and whether the source vouches for it
	"was removed, but",                      // an id that is there
	"is before",                             // order of dates
	`-02-30" is`,                            // a day that does not exist
	"no character", "bidirectional control", // single characters
}

// A verdict is what is expected of the schema for a problem that Validate reports.
type verdict uint8

const (
	accepts verdict = iota // the schema cannot say it
	either                 // an unknown id may or may not look like one
	refuses
)

// expected returns the verdict expected for all the problems of a file.
func expected(problems Problems) verdict {
	v := accepts
	for _, p := range problems {
		switch {
		case strings.Contains(p.Cause, "unknown id"):
			v = max(v, either)
		case !slices.ContainsFunc(onlyValidate, func(cause string) bool { return strings.Contains(p.Cause, cause) }):
			return refuses
		}
	}
	return v
}

// compileSchema returns the schema of the format.
func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("mem:///schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mem:///schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// checkAgreementOnFile is checkAgreement on a file. No schema is asked about what is not JSON.
func checkAgreementOnFile(t *testing.T, s *jsonschema.Schema, name string, src []byte) {
	t.Helper()
	if scan(src) != nil {
		return
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	checkAgreement(t, s, name, doc, src)
}

// checkAgreement fails unless schema and Validate give the same verdict on doc, whose bytes
// are src, those rules apart that only Validate can say.
func checkAgreement(t *testing.T, s *jsonschema.Schema, name string, doc any, src []byte) {
	t.Helper()
	schemaErr := s.Validate(doc)
	problems := Validate(name, src).Errors()
	switch want := expected(problems); {
	case want == refuses && schemaErr == nil:
		t.Errorf("%s: the schema accepts what Validate refuses: %v", name, problems)
	case want == accepts && schemaErr != nil:
		t.Errorf("%s: Validate accepts what the schema refuses: %v", name, schemaErr)
	}
}

func TestSchemaAgreesOnFiles(t *testing.T) {
	s := compileSchema(t)
	for _, name := range badFiles(t) {
		checkAgreementOnFile(t, s, name, readTestdata(t, "bad/"+name))
	}
	for _, name := range goodFiles {
		checkAgreementOnFile(t, s, name, readTestdata(t, name))
	}
	name, src := Default()
	checkAgreementOnFile(t, s, name, src)
}

// TestSchemaAgreesOnMutants takes the dataset that has every field, damages one value at a
// time in every way that JSON allows, and asks both.
func TestSchemaAgreesOnMutants(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of mutants: that the schema says what Parse does is no matter of bits")
	}
	s := compileSchema(t)
	src := readTestdata(t, "complete.json")
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	mutants := 0
	for _, path := range valuePaths(gjson.ParseBytes(src)) {
		original := replace(doc, path, absent)
		for _, m := range mutations {
			replace(doc, path, m.made)
			mutant, err := json.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			mutants++
			checkAgreement(t, s, fmt.Sprintf("%v %s", path, m.name), doc, mutant)
		}
		replace(doc, path, original)
	}
	if mutants < 1000 {
		t.Errorf("only %d mutants: complete.json has lost its fields", mutants)
	}
}

// mutations replace a value by another; absent removes it.
var mutations = []struct {
	name string
	made any // as encoding/json decodes it
}{
	{"removed", absent},
	{"null", nil},
	{"true", true},
	{"false", false},
	{"zero", 0.0},
	{"above one", 1.5},
	{"empty string", ""},
	{"blank string", "   "},
	{"short string", "a"},
	{"two words", "Two words"},
	{"path", "../x"},
	{"date", "2025-02-27"},
	{"month that does not exist", "2025-13"},
	{"year zero", "0000"},
	{"address", "https://example.org/a?b#c"},
	{"script address", "javascript:alert(1)"},
	{"address with a user", "http://a@b.example/"},
	{"item", "Q42"},
	{"mail", "mailto:a.b+c@example.org"},
	{"mail with a header", "mailto:a@example.org?subject=x"},
	{"currency", "EUR"},
	{"statement", "statement"},
	{"declined", "declined"},
	{"tag", "zh-Hant-TW"},
	{"differ", "differ"},
	{"narrator", "narrator"},
	{"reserved", "nul.txt"},
	{"81 letters", strings.Repeat("é", 81)},
	{"201 letters", strings.Repeat("é", 201)},
	{"401 letters", strings.Repeat("é", 401)},
	{"2001 letters", strings.Repeat("é", 2001)},
	{"31 words", strings.Repeat("word ", 31)},
	{"control", "a\u0085b"},
	{"empty array", []any{}},
	{"array of a word", []any{"trump"}},
	{"array of two equal words", []any{"trump", "trump"}},
	{"21 strings", slices.Repeat([]any{"trump"}, 21)},
	{"empty object", map[string]any{}},
	{"text in two languages", map[string]any{"en": "Trade", "ar": "تجارة"}},
	{"text in no language", map[string]any{"english": "Trade"}},
	{"blank text in a language", map[string]any{"en": " "}},
}

// absent stands for no value at all.
type absentValue struct{}

var absent = absentValue{}

// valuePaths returns the way to each value below the root, inner ones included, but only the
// first of those that have the same fields on their way. A step is a field's name or an index.
func valuePaths(root gjson.Result) [][]any {
	var all [][]any
	seen := map[string]bool{}
	var walk func(v gjson.Result, prefix []any, shape string)
	walk = func(v gjson.Result, prefix []any, shape string) {
		if !v.IsObject() && !v.IsArray() {
			return
		}
		index := 0
		v.ForEach(func(key, inner gjson.Result) bool {
			var step any = index
			inShape := shape + "[]"
			if v.IsObject() {
				step, inShape = key.Str, shape+"."+key.Str
			}
			path := append(slices.Clone(prefix), step)
			if !seen[inShape] {
				seen[inShape] = true
				all = append(all, path)
			}
			walk(inner, path, inShape)
			index++
			return true
		})
	}
	walk(root, nil, "")
	return all
}

// replace puts made where path leads and returns what was there. An array's element that is
// to be absent becomes null.
func replace(doc any, path []any, made any) (was any) {
	for _, step := range path[:len(path)-1] {
		doc = stepInto(doc, step)
	}
	switch in := doc.(type) {
	case map[string]any:
		key := path[len(path)-1].(string)
		was = in[key]
		in[key] = made
		if made == any(absent) {
			delete(in, key)
		}
	case []any:
		index := path[len(path)-1].(int)
		was = in[index]
		in[index] = made
		if made == any(absent) {
			in[index] = nil
		}
	}
	return was
}

func stepInto(doc, step any) any {
	switch in := doc.(type) {
	case map[string]any:
		return in[step.(string)]
	case []any:
		return in[step.(int)]
	}
	return nil
}

// TestSchemaNamesTheLimits checks the figures of the schema against the constants.
func TestSchemaNamesTheLimits(t *testing.T) {
	for path, want := range map[string]int{
		"properties.actors.maxItems":                      MaxNodes,
		"properties.issues.maxItems":                      MaxNodes,
		"properties.relations.maxItems":                   MaxRelations,
		"properties.sources.maxItems":                     MaxSources,
		"properties.corrections.maxItems":                 MaxCorrections,
		"$defs.actor.properties.of.maxItems":              MaxMemberships,
		"$defs.aliases.maxItems":                          MaxAliases,
		"$defs.relation.properties.about.maxItems":        MaxAbout,
		"$defs.relation.properties.depends_on.maxItems":   MaxDependsOn,
		"$defs.proofs.maxItems":                           MaxEvidence,
		"$defs.text.then.maxProperties":                   MaxLanguages,
		"$defs.correction.properties.about.maxItems":      MaxCorrected,
		"$defs.correction.properties.removed.maxItems":    MaxCorrected,
		"$defs.amount.properties.value.maximum":           MaxAmount,
		"$defs.evidence.properties.translation.maxLength": MaxQuoteLength,
		"$defs.id.maxLength":                              MaxIDLength,
		"$defs.name.maxLength":                            MaxNameLength,
		"$defs.label.maxLength":                           MaxLabelLength,
		"$defs.title.maxLength":                           MaxTitleLength,
		"$defs.phrase.maxLength":                          MaxPhraseLength,
		"$defs.note.maxLength":                            MaxNoteLength,
		"$defs.quote.maxLength":                           MaxQuoteLength,
		"$defs.address.maxLength":                         MaxURLLength,
		"$defs.languageTag.maxLength":                     MaxTagLength,
	} {
		if got := gjson.GetBytes(Schema(), path).Int(); got != int64(want) {
			t.Errorf("schema.json says %s = %d, want %d", path, got, want)
		}
	}
	if words := fmt.Sprintf("{0,%d}", MaxQuoteWords-1); !strings.Contains(gjson.GetBytes(Schema(), "$defs.quote.pattern").Str, words) {
		t.Errorf("schema.json's pattern of quotes lacks %s", words)
	}
}

func TestSchemaNamesTheVocabulary(t *testing.T) {
	var got []Type
	for _, name := range gjson.GetBytes(Schema(), "$defs.relation.properties.type.enum").Array() {
		got = append(got, Type(name.Str))
	}
	if want := vocabularyTypes(); !slices.Equal(got, want) {
		t.Errorf("schema.json has the types %v, want %v", got, want)
	}
}
