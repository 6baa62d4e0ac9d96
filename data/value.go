package data

import (
	"strconv"
	"strings"

	"github.com/tidwall/gjson"
)

// A value is a JSON value and where it stands.
type value struct {
	gjson.Result
	at     *place
	needed bool // the value of a field that must be there
}

// A spot is where a problem stands: its place and its byte in the source.
type spot struct {
	at     *place
	offset int
}

// spot returns where v begins.
func (v value) spot() spot { return spot{v.at, v.Index} }

// A place is a step on the way from the root of the document to a value. The nil place is
// the root.
type place struct {
	parent *place
	key    string // of a field
	index  int    // of an array's element; -1 for a field
}

// maxSteps is how many steps of a path are written; those of a dataset have 6 at most.
const maxSteps = 10

// path writes the way to the place, such as relations[3].to or title.en. Of a very long way
// only the end is written.
func (p *place) path() string { return p.lastSteps(maxSteps) }

// lastSteps writes the last n steps of the way to the place.
func (p *place) lastSteps(n int) string {
	if p == nil {
		return ""
	}
	if n == 0 {
		return "…"
	}
	before := p.parent.lastSteps(n - 1)
	switch {
	case p.index >= 0:
		return before + "[" + strconv.Itoa(p.index) + "]"
	case !isPlainKey(p.key):
		return before + "[" + quoted(p.key) + "]"
	case before == "":
		return p.key
	}
	return before + "." + p.key
}

// isPlainKey reports whether a key can stand in a path without quotes.
func isPlainKey(key string) bool {
	for _, r := range key {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-' || r == '$') {
			return false
		}
	}
	return key != "" && len(key) <= MaxIDLength
}

// quoted shows a stranger's string in a message: in quotes, what cannot be seen escaped,
// at most 60 code points.
func quoted(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return strconv.Quote(s[:i]) + "…"
		}
	}
	return strconv.Quote(s)
}

// fields calls yield with the name and the value of each field of an object, in the order
// of the file. Both stand at the same place; where its bytes begin is each one's Index.
func (v value) fields(yield func(key, field value)) {
	v.ForEach(func(k, r gjson.Result) bool {
		at := &place{v.at, k.Str, -1}
		yield(value{Result: k, at: at}, value{Result: r, at: at})
		return true
	})
}

// items calls yield with each element of an array.
func (v value) items(yield func(item value)) {
	index := 0
	v.ForEach(func(_, r gjson.Result) bool {
		yield(value{Result: r, at: &place{v.at, "", index}})
		index++
		return true
	})
}

// shape names what sort of JSON value v is, for messages.
func (v value) shape() string {
	switch {
	case v.IsObject():
		return "an object"
	case v.IsArray():
		return "an array"
	}
	switch v.Type {
	case gjson.String:
		return "a string"
	case gjson.Number:
		return "a number"
	case gjson.True, gjson.False:
		return "true or false"
	}
	return "null"
}

// listed joins words to `a, b or c`.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
