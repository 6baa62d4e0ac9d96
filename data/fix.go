package data

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/tidwall/gjson"
)

// Fix moves of each quote by language the versions that are not in the source's language into
// the translation beside it, and returns the new bytes and how many quotes it changed. All
// other bytes stay as they are, and [Parse] reads the same of both. A quote of which no
// version is in its source's language stays, as does one whose translation is a plain text or
// has one of the languages already. The error is that of Parse.
func Fix(file string, src []byte) (fixed []byte, changed int, err error) {
	if _, err := Parse(file, src); err != nil {
		return nil, 0, err
	}
	root := rootValue(withoutMark(src))
	m := mover{languages: sourceLanguages(root)}
	m.find(root)
	slices.SortFunc(m.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out bytes.Buffer
	done := 0
	for _, e := range m.edits {
		out.Write(src[done:e.from])
		out.WriteString(e.put)
		done = e.to
	}
	out.Write(src[done:])
	return out.Bytes(), m.moved, nil
}

// An edit puts a text in the place of the bytes from one offset to another.
type edit struct {
	from, to int
	put      string
}

// A mover collects what has to be edited to move translations out of quotes.
type mover struct {
	languages func(source string) string
	edits     []edit
	moved     int
}

// sourceLanguages returns what language the quotes of a source are in.
func sourceLanguages(root value) func(source string) string {
	own := map[string]string{}
	if sources := member(root, "sources"); sources.IsArray() {
		sources.items(func(s value) { own[member(s, "id").Str] = member(s, "language").Str })
	}
	return func(source string) string { return cmp.Or(own[source], member(root, "language").Str) }
}

// find looks for evidence below v.
func (m *mover) find(v value) {
	switch {
	case v.IsArray():
		v.items(m.find)
	case v.IsObject():
		v.fields(func(key, field value) {
			if key.Str == "evidence" && field.IsArray() {
				field.items(m.move)
			} else {
				m.find(field)
			}
		})
	}
}

// move parts the quote of a piece of evidence from its translations.
func (m *mover) move(evidence value) {
	quote, beside := member(evidence, "quote"), member(evidence, "translation")
	if !quote.IsObject() || beside.Exists() && !beside.IsObject() {
		return
	}
	var original string
	var others []string
	language, blocked := m.languages(member(evidence, "source").Str), false
	original, tag := versionIn(quote, language)
	quote.fields(func(key, version value) {
		if key.Str != tag {
			others = append(others, key.Raw+": "+version.Raw)
			blocked = blocked || member(beside, key.Str).Exists()
		}
	})
	if original == "" || blocked {
		return
	}
	m.moved++
	rest := strings.Join(others, ", ")
	put := edit{quote.Index, quote.Index + len(quote.Raw), original}
	switch {
	case rest != "" && beside.Exists():
		at := beside.Index + 1
		m.edits = append(m.edits, edit{at, at, rest + ", "})
	case rest != "":
		put.put += `, "translation": {` + rest + "}"
	}
	m.edits = append(m.edits, put)
}

// versionIn returns the version of a quote by language that is in a language, as it is written,
// and its tag, or nothing.
func versionIn(quote value, language string) (raw, tag string) {
	var versions []Tagged
	raws := map[string]gjson.Result{}
	quote.fields(func(key, version value) {
		versions = append(versions, Tagged{key.Str, version.Str})
		raws[key.Str] = version.Result
	})
	original, _ := parted(InLanguages(versions...), Text{}, language)
	if len(original.tagged) > 0 {
		return "", ""
	}
	_, tag = InLanguages(versions...).In(language)
	return raws[tag].Raw, tag
}
