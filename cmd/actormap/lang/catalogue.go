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
// t('key', { name, n }). Tests fail for keys that are left over or unused, for placeholders
// that differ from the English ones and for missing plurals.
//
// A catalogue that is reviewed has every key. One that is not may leave keys out, all forms of a key together:
// an untranslated string is better than a translation that nobody has read. What is left out is said in English, with English
// plurals, and marked with lang="en" (and dir="ltr" in a document that runs from right to left) wherever it is a text of its own:
// what templates say and tell, headings, captions, terms and the legend, and in the script what el() and setText() are given.
// Where markup cannot stand there is the English text alone: in <title>, in attributes (of an icon button the lang is the
// button's), in what is announced, copied or saved, and where it is one part of a line that Go or the script puts together.
// What such texts are put together with may not be left out, or they would be of two languages: the keys of dates, lists and spans, "stop" and "arrow".
package lang

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

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

	english *Catalogue // says what is left out; nil for English itself
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
	c, err := read(tag)
	if err != nil || tag == Fallback {
		return c, err
	}
	c.english, err = english()
	return c, err
}

// english is what every other catalogue falls back to, read once.
var english = sync.OnceValues(func() (*Catalogue, error) { return read(Fallback) })

// read reads a file.
func read(tag string) (*Catalogue, error) {
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

// Has reports whether there is a string of this key, or a list, or forms that count, here or in English.
func (c *Catalogue) Has(key string) bool {
	return c.has(key) || c.Borrows(key)
}

// Borrows reports whether a key is left out here and said in English.
func (c *Catalogue) Borrows(key string) bool {
	return c.english != nil && !c.has(key) && c.english.has(key)
}

// Borrowed returns the script's strings that are left out here, as they are in English, and the English catalogue; nil for none.
func (c *Catalogue) Borrowed() (*Catalogue, map[string]Entry) {
	if c.english == nil {
		return nil, nil
	}
	var list map[string]Entry
	for key, e := range c.english.Script {
		if base, _, _ := strings.Cut(key, "_"); c.Borrows(base) {
			if list == nil {
				list = map[string]Entry{}
			}
			list[key] = e
		}
	}
	return c.english, list
}

func (c *Catalogue) has(key string) bool {
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
	if c.Borrows(key) {
		return c.english.Say(key, pairs...)
	}
	text := c.form(key, pairs)
	return fill(text, pairs)
}

// List returns the strings of a key that has several. It panics as Say does.
func (c *Catalogue) List(key string) []string {
	if c.Borrows(key) {
		return c.english.List(key)
	}
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
