package lang

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"actormap/data"
	"actormap/wasm/graph"
	"actormap/web"
)

func load(t *testing.T, tag string) *Catalogue {
	t.Helper()
	c, err := Load(tag)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func all(t *testing.T) []*Catalogue {
	t.Helper()
	list, err := All()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

var placeholder = regexp.MustCompile(`\{(\w+)\}`)

// placeholders returns the names that a string has room for, sorted, each once.
func placeholders(text string) []string {
	names := map[string]bool{}
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names[m[1]] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// mustHave are the keys that no catalogue may leave out: what dates, lists and lines are put together with.
var mustHave = regexp.MustCompile(`^(date|list|span)\.|^(stop|arrow)$`)

// TestCataloguesSayTheSame holds each language against English: the same keys in the same
// parts, where it is reviewed all of them, of the same form, with the same placeholders, and the plurals of its grammar.
func TestCataloguesSayTheSame(t *testing.T) {
	en := load(t, Fallback)
	for _, c := range all(t) {
		t.Run(c.Tag, func(t *testing.T) {
			if c.Name == "" || c.Locale == "" || c.Dir != "ltr" && c.Dir != "rtl" {
				t.Errorf("name %q, locale %q, dir %q", c.Name, c.Locale, c.Dir)
			}
			compare(t, c, "page", en.Page, c.Page)
			compare(t, c, "script", en.Script, c.Script)
		})
	}
}

// A phrase is an entry of a catalogue with all that stands under its key: a string, a list or forms that count.
type phrase struct {
	Entry
	forms map[Category]string
}

// phrasesOf puts the forms of each key together.
func phrasesOf(part map[string]Entry) map[string]phrase {
	list := map[string]phrase{}
	for key, e := range part {
		base, form, counts := strings.Cut(key, "_")
		if !counts {
			list[key] = phrase{Entry: e}
			continue
		}
		p := list[base]
		if p.forms == nil {
			p.forms = map[Category]string{}
		}
		p.forms[Category(form)] = e.Text
		list[base] = p
	}
	return list
}

func compare(t *testing.T, c *Catalogue, part string, wantPart, gotPart map[string]Entry) {
	want, got := phrasesOf(wantPart), phrasesOf(gotPart)
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if _, ok := got[key]; !ok && (c.Reviewed || mustHave.MatchString(key)) {
			t.Errorf("%s: %q is missing", part, key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[key]; !ok {
			t.Errorf("%s: %q is not in %s.json", part, key, Fallback)
			continue
		}
		for _, problem := range misfit(c, want[key], got[key]) {
			t.Errorf("%s: %q: %s", part, key, problem)
		}
	}
}

// misfit says what is wrong with an entry, in the place of the English one.
func misfit(c *Catalogue, want, got phrase) (problems []string) {
	if len(want.List) != len(got.List) || (want.forms == nil) != (got.forms == nil) {
		return []string{"it has another form than the English string"}
	}
	if slices.Contains(got.List, "") || got.List == nil && got.forms == nil && strings.TrimSpace(got.Text) == "" {
		problems = append(problems, "it is empty")
	}
	if got.forms == nil {
		if !slices.Equal(placeholders(want.Text), placeholders(got.Text)) {
			problems = append(problems, fmt.Sprintf("placeholders %v, want %v", placeholders(got.Text), placeholders(want.Text)))
		}
		return problems
	}
	return append(problems, misfitPlurals(c, want, got)...)
}

// formsOf lists the plural categories that a language has for whole numbers.
func formsOf(tag string) (list []Category) {
	rule := ruleOf(tag)
	add := func(n int) {
		if category := rule.pick(n); !slices.Contains(list, category) {
			list = append(list, category)
		}
	}
	for n := range 1000 {
		add(n)
	}
	add(1_000_000)
	return list
}

// misfitPlurals is misfit for an entry that counts. A form for one number alone may say it in
// a word, and leaves {n} out.
func misfitPlurals(c *Catalogue, want, got phrase) (problems []string) {
	needed := formsOf(c.Tag)
	for _, category := range needed {
		if got.forms[category] == "" {
			problems = append(problems, fmt.Sprintf("the form %q is missing", category))
		}
	}
	for category, text := range got.forms {
		if category != Zero && !slices.Contains(needed, category) {
			problems = append(problems, fmt.Sprintf("%s has no form %q", c.Tag, category))
		}
		missing := slices.DeleteFunc(placeholders(want.forms[Other]), func(name string) bool {
			single := category == Zero || category == One || category == Two
			return slices.Contains(placeholders(text), name) || name == "n" && single
		})
		for _, name := range placeholders(text) {
			if !slices.Contains(placeholders(want.forms[Other]), name) {
				missing = append(missing, name)
			}
		}
		if len(missing) > 0 {
			problems = append(problems, fmt.Sprintf("%s: placeholders differ in %v", category, missing))
		}
	}
	return problems
}

// TestMisfitFindsEachMistake shows that the comparison refuses what it is for.
func TestMisfitFindsEachMistake(t *testing.T) {
	ar := &Catalogue{Tag: "ar"}
	plural := func(pairs ...string) phrase {
		s := phrase{forms: map[Category]string{}}
		for i := 0; i < len(pairs); i += 2 {
			s.forms[Category(pairs[i])] = pairs[i+1]
		}
		return s
	}
	text := func(text string) phrase { return phrase{Entry: Entry{Text: text}} }
	list := func(texts ...string) phrase { return phrase{Entry: Entry{List: texts}} }
	english := plural("one", "{n} line", "other", "{n} lines")
	for _, c := range []struct {
		name      string
		want, got phrase
		fits      bool
	}{
		{"the same", text("a {x}"), text("{x} b"), true},
		{"empty", text("a"), text(" "), false},
		{"a placeholder too few", text("a {x}"), text("b"), false},
		{"a placeholder too many", text("a"), text("b {x}"), false},
		{"a list too short", list("a", "b"), list("a"), false},
		{"a plural where there is none", text("a"), english, false},
		{"all plurals", english, plural("zero", "-", "one", "a", "two", "b", "few", "{n}", "many", "{n}", "other", "{n}"), true},
		{"a plural is missing", english, plural("zero", "-", "one", "a", "two", "b", "few", "{n}", "other", "{n}"), false},
		{"a plural that counts without its number", english, plural("zero", "-", "one", "a", "two", "b", "few", "c", "many", "{n}", "other", "{n}"), false},
	} {
		if problems := misfit(ar, c.want, c.got); (len(problems) == 0) != c.fits {
			t.Errorf("%s: %v", c.name, problems)
		}
	}
}

// TestNoKeyTwice reads the files as they are: a map would keep the last of two.
func TestNoKeyTwice(t *testing.T) {
	files, err := fs.Glob(web.Files(), "lang/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		src, err := fs.ReadFile(web.Files(), file)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(`(?m)^    "([^"]+)":`).FindAllSubmatch(src, -1) {
			if key := string(m[1]); seen[key] {
				t.Errorf("%s: %q stands twice", file, key)
			} else {
				seen[key] = true
			}
		}
		decoder := json.NewDecoder(bytes.NewReader(src))
		decoder.DisallowUnknownFields()
		c := &Catalogue{}
		if err := decoder.Decode(c); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if len(seen) != len(c.Page)+len(c.Script) {
			t.Errorf("%s: %d keys at four spaces, %d in all: each key stands on a line of its own, in page or in script", file, len(seen), len(c.Page)+len(c.Script))
		}
	}
}

// TestEveryKeyIsSaid holds the keys against the sources, both ways.
func TestEveryKeyIsSaid(t *testing.T) {
	en := load(t, Fallback)
	said, literals, begun := sayings(t)
	for key, file := range said {
		if !en.Has(key) {
			t.Errorf("%s says %q, which is in no catalogue", file, key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(keysOf(en))) {
		begins := func(part string) bool { return strings.HasPrefix(key, part) }
		if !literals[key] && !slices.ContainsFunc(begun, begins) {
			t.Errorf("%q is in the catalogues, and nobody says it", key)
		}
	}
	for key := range en.Page {
		if _, ok := en.Script[key]; ok {
			t.Errorf("%q is in both parts", key)
		}
	}
}

func keysOf(c *Catalogue) map[string]bool {
	keys := map[string]bool{}
	for key := range phrasesOf(c.Page) {
		keys[key] = true
	}
	for key := range phrasesOf(c.Script) {
		keys[key] = true
	}
	return keys
}

var (
	comment = regexp.MustCompile(`(?m)^\s*(?://|\*).*$`)
	saying  = regexp.MustCompile("(?:\\bt\\(|\\b(?:say|tell) |\\.(?:Say|Tell|List)\\()\\s*[\"'`]([\\w.]+)[\"'`]\\s*[^\\s+]")
	literal = regexp.MustCompile("[\"'`]([\\w.]+)[\"'`]")
	begin   = regexp.MustCompile("[\"'`](\\w[\\w.]*\\.)(?:[\"'`]|\\$\\{)")
)

// sayings lists, from all that is no test, the keys that are said in full with a file that
// says each, every literal that might be a key, and the beginnings of keys that are put
// together: "type." + t, or `type.${t}`.
func sayings(t *testing.T) (said map[string]string, literals map[string]bool, begun []string) {
	t.Helper()
	said, literals = map[string]string{}, map[string]bool{}
	for _, pattern := range []string{"../../../web/src/*.js", "../../../web/src/*/*.js", "../../../web/pages/*.html", "../*.go", "../*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			src = comment.ReplaceAll(src, nil)
			for _, m := range saying.FindAllSubmatch(src, -1) {
				said[string(m[1])] = file
			}
			for _, m := range literal.FindAllSubmatch(src, -1) {
				literals[string(m[1])] = true
			}
			for _, m := range begin.FindAllSubmatch(src, -1) {
				begun = append(begun, string(m[1]))
			}
		}
	}
	return said, literals, begun
}

func TestSay(t *testing.T) {
	c := &Catalogue{Tag: "en", Page: map[string]Entry{
		"a": {Text: "{x} and {y}"}, "n_zero": {Text: "none"}, "n_one": {Text: "one"}, "n_other": {Text: "{n} {x}"},
	}}
	for _, s := range []struct{ got, want string }{
		{c.Say("a", "x", "{y}", "y", 2), "{y} and 2"},
		{c.Say("n", "n", 0), "none"},
		{c.Say("n", "n", 1), "one"},
		{c.Say("n", "x", "<b>", "n", 21), "21 <b>"},
		{string(c.Tell("n", "x", "<b>", "n", 21)), "21 &lt;b&gt;"},
	} {
		if s.got != s.want {
			t.Errorf("%q, want %q", s.got, s.want)
		}
	}
}

// bold prints itself as markup, as anything with a String method may.
type bold struct{}

func (bold) String() string { return "<b>" }

// TestTellEscapesEveryType fills in what is no markup although it looks like it: nothing but a template.HTML is.
func TestTellEscapesEveryType(t *testing.T) {
	type named string
	c := &Catalogue{Tag: "en", Page: map[string]Entry{"a": {Text: "<i> {x}"}}}
	for _, s := range []struct {
		value any
		want  string
	}{
		{"<b>", "&lt;b&gt;"},
		{named("<b>"), "&lt;b&gt;"},
		{bold{}, "&lt;b&gt;"},
		{&bold{}, "&lt;b&gt;"},
		{errors.New("<b>"), "&lt;b&gt;"},
		{[]string{"<b>"}, "[&lt;b&gt;]"},
		{template.JS("<b>"), "&lt;b&gt;"},
		{template.HTMLAttr("<b>"), "&lt;b&gt;"},
		{7, "7"},
		{template.HTML("<b>"), "<b>"},
	} {
		if got, want := string(c.Tell("a", "x", s.value)), "&lt;i&gt; "+s.want; got != want {
			t.Errorf("%T: %q, want %q", s.value, got, want)
		}
	}
}

// TestMeaningsAreTheVocabulary keeps the catalogue's English next to the schema's.
func TestMeaningsAreTheVocabulary(t *testing.T) {
	en := load(t, Fallback)
	for _, info := range data.Vocabulary {
		if got := en.Say("means." + string(info.Type)); got != info.Means {
			t.Errorf("%s: %q, in package data %q", info.Type, got, info.Means)
		}
	}
}

// TestLabelsOfClaimsAreThoseOfTheMap holds the words that make a claim of a label against those of
// the map's program, which has no catalogue. A language that nobody has reviewed keeps the English
// ones: a wrong word here makes a fact of a claim.
func TestLabelsOfClaimsAreThoseOfTheMap(t *testing.T) {
	for _, c := range all(t) {
		check := func(key, want string) {
			if got := c.Say(key, "label", "L"); got != want+"L" {
				t.Errorf("%s: %s is %q, the map writes %q", c.Tag, key, got, want+"L")
			}
			if english := load(t, Fallback); !c.Reviewed && c.Say(key) != english.Say(key) {
				t.Errorf("%s: %s is translated, but nobody has reviewed it", c.Tag, key)
			}
		}
		for _, standing := range []data.Standing{data.Alleged, data.Disputed, data.NoProof} {
			check("label."+string(standing), graph.Prefix(standing, data.Happened, c.Tag))
		}
		check("label.negated", graph.Prefix(data.Stated, data.Negated, c.Tag))
	}
}
