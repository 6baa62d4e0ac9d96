// Package lang holds the words of the interface: one catalogue for each language, read from
// web/lang/TAG.json, for the pages that Go renders and for the script alike.
//
// How to add a string: give it a key in web/lang/en.json, under "page" where Go or a template
// says it and under "script" where JavaScript does (Go may say those, too; every reader
// downloads them), then the same key, translated, in each other file. Write {name} for what
// is filled in. A string that counts is given the number as n and has a form for each plural
// category of the language, as in i18next's JSON: key_one, key_few, key_other, ... and in any
// language key_zero, which is taken for 0, if nothing is said differently.
// In Go: c.Say("key", "name", value, "n", 3); in a template {{say "key" "name" .Value}}, or
// {{tell "key" "name" (render "template" .)}} where markup is filled in; in JavaScript
// t('key', { name, n }). Tests fail for keys that are missing, left over or unused, for
// placeholders that differ from the English ones and for missing plurals.
package lang

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"actormap/data"
	"actormap/web"
)

// Fallback is the language that every string is first written in, and the one of a page whose
// dataset is in a language without a catalogue.
const Fallback = "en"

// A Catalogue has the strings of one language.
type Catalogue struct {
	Tag      string           `json:"-"`        // BCP 47
	Name     string           `json:"name"`     // of the language, in itself
	Locale   string           `json:"locale"`   // BCP 47 tag whose dates and numbers are meant
	Dir      string           `json:"dir"`      // ltr or rtl
	Reviewed bool             `json:"reviewed"` // somebody who speaks it has checked it: it may be chosen for a reader
	Page     map[string]Entry `json:"page"`
	Script   map[string]Entry `json:"script"`
}

// An Entry is one string, or a list.
type Entry struct {
	Text string
	List []string
}

// UnmarshalJSON reads either.
func (e *Entry) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, &e.List)
	}
	return json.Unmarshal(b, &e.Text)
}

// MarshalJSON writes what was read.
func (e Entry) MarshalJSON() ([]byte, error) {
	if e.List != nil {
		return json.Marshal(e.List)
	}
	return json.Marshal(e.Text)
}

// Load reads the catalogue of a language by its exact tag.
func Load(tag string) (*Catalogue, error) {
	src, err := fs.ReadFile(web.Files(), "lang/"+tag+".json")
	if err != nil {
		return nil, fmt.Errorf("lang: no catalogue for %q: %w", tag, err)
	}
	c := &Catalogue{Tag: tag}
	if err := json.Unmarshal(src, c); err != nil {
		return nil, fmt.Errorf("lang: %s.json: %w", tag, err)
	}
	return c, nil
}

// For reads the catalogue of a dataset's own language or, where there is none that is
// reviewed, the fallback's.
func For(ds *data.Dataset) (*Catalogue, error) {
	list, err := All()
	if err != nil {
		return nil, err
	}
	language, _, _ := strings.Cut(ds.Language, "-")
	for _, c := range list {
		if c.Reviewed && strings.EqualFold(c.Tag, language) {
			return c, nil
		}
	}
	return Load(Fallback)
}

// In reads the catalogue of a language by its tag or the part before a region, or else the fallback's.
func In(tag string) (*Catalogue, error) {
	list, err := All()
	if err != nil {
		return nil, err
	}
	language, _, _ := strings.Cut(tag, "-")
	for _, c := range list {
		if strings.EqualFold(c.Tag, language) {
			return c, nil
		}
	}
	return Load(Fallback)
}

// All reads every catalogue: the reviewed ones first, each part by tag.
func All() ([]*Catalogue, error) {
	files, err := fs.Glob(web.Files(), "lang/*.json")
	if err != nil {
		return nil, fmt.Errorf("lang: %w", err)
	}
	var list []*Catalogue
	for _, file := range files {
		c, err := Load(strings.TrimSuffix(path.Base(file), ".json"))
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b *Catalogue) int {
		if a.Reviewed == b.Reviewed {
			return cmp.Compare(a.Tag, b.Tag)
		}
		if a.Reviewed {
			return -1
		}
		return 1
	})
	return list, nil
}

// Has reports whether there is a string of this key, or a list, or forms that count.
func (c *Catalogue) Has(key string) bool {
	if _, ok := c.entry(key); ok {
		return true
	}
	return slices.ContainsFunc(categories(), func(form Category) bool {
		_, ok := c.entry(key + "_" + string(form))
		return ok
	})
}

func (c *Catalogue) entry(key string) (Entry, bool) {
	if e, ok := c.Page[key]; ok {
		return e, true
	}
	e, ok := c.Script[key]
	return e, ok
}

// Say returns the string of a key. pairs are names of placeholders, each followed by what
// stands there: a string or an int. It panics where the key is not in the catalogue, as that
// is a mistake of the program and never of its input.
func (c *Catalogue) Say(key string, pairs ...any) string {
	text := c.form(key, pairs)
	return fill(text, pairs)
}

// List returns the strings of a key that has several. It panics as Say does.
func (c *Catalogue) List(key string) []string {
	e, ok := c.entry(key)
	if !ok || e.List == nil {
		panic(fmt.Sprintf("lang: %s.json has no list %q", c.Tag, key))
	}
	return e.List
}

// form chooses the string of a key, and where it counts by the pair named n.
func (c *Catalogue) form(key string, pairs []any) string {
	e, ok := c.entry(key)
	if !ok {
		e, ok = c.counted(key, count(pairs))
	}
	if !ok || e.List != nil {
		panic(fmt.Sprintf("lang: %s.json has no string %q", c.Tag, key))
	}
	return e.Text
}

// counted returns the form of a key for a number.
func (c *Catalogue) counted(key string, n int) (Entry, bool) {
	if n == 0 {
		if e, ok := c.entry(key + "_" + string(Zero)); ok {
			return e, true
		}
	}
	return c.entry(key + "_" + string(ruleOf(c.Tag).pick(n)))
}

// count returns the number that is paired with n.
func count(pairs []any) int {
	for i := 0; i+1 < len(pairs); i += 2 {
		if n, ok := pairs[i+1].(int); ok && pairs[i] == "n" {
			return n
		}
	}
	return 0
}

// fill puts the values in place of their names, once: a value that looks like a placeholder
// stays as it is.
func fill(text string, pairs []any) string {
	if len(pairs) == 0 {
		return text
	}
	replacements := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		replacements = append(replacements, fmt.Sprintf("{%v}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return strings.NewReplacer(replacements...).Replace(text)
}
