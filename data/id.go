package data

import (
	"fmt"
	"strings"

	"github.com/tidwall/gjson"
)

// isID reports whether s may name something: lower-case ASCII letters and digits, a letter
// first, words joined by single hyphens, underscores or dots. Ids become HTML ids, addresses,
// file names (also where case does not count) and JSON keys (where digits alone would be
// reordered).
func isID(s string) bool {
	if s == "" || len(s) > MaxIDLength || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	wordBefore := false
	for i := range len(s) {
		c := s[i]
		word := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		if !word && (c != '-' && c != '_' && c != '.' || !wordBefore) {
			return false
		}
		wordBefore = word
	}
	return wordBefore
}

// isReserved reports whether an id has a meaning of its own where ids are used: names that
// every JavaScript object has, and device names that Windows takes for files of any ending.
func isReserved(s string) bool {
	stem, _, _ := strings.Cut(s, ".")
	switch stem {
	case "constructor", "prototype", "con", "prn", "aux", "nul":
		return true
	}
	return len(stem) == 4 && (stem[:3] == "com" || stem[:3] == "lpt") && stem[3] >= '0' && stem[3] <= '9'
}

// id reads the id that a thing gives itself. What it returns may be no good as an id; that
// has been reported then.
func (d *decoder) id(v value) string {
	switch {
	case v.Type != gjson.String:
		d.fault(v.spot(), fmt.Sprintf("found %s where an id should be", v.shape()), `such as "united-states"`)
		return ""
	case !isID(v.Str):
		cure := fmt.Sprintf("up to %d of a-z and 0-9, a letter first, words joined by single - _ or .", MaxIDLength)
		if s := slug(v.Str); s != "" {
			cure += ", such as " + quoted(s)
		}
		d.fault(v.spot(), quoted(v.Str)+" is not an id", cure)
	case isReserved(v.Str):
		d.fault(v.spot(), quoted(v.Str)+" cannot be an id", "the word is reserved elsewhere: add to it, such as "+quoted("id-"+v.Str))
	}
	return v.Str
}

// slug makes an id out of a name, or returns "" where too little is left of it.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		letter := r >= 'a' && r <= 'z'
		if !letter && (r < '0' || r > '9' || b.Len() == 0) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	if s := b.String(); isID(s) && !isReserved(s) {
		return s
	}
	return ""
}

// A definition is where an id was given to something.
type definition struct {
	what what
	at   *place
}

// A what says what an id names; several joined by | say what it may name.
type what uint8

const (
	anActor what = 1 << iota
	anIssue
	aRelation
	aSource
	aStep

	aNode = anActor | anIssue
)

// kinds returns the single kinds that w consists of.
func (w what) kinds() []what {
	var all []what
	for _, kind := range [...]what{anActor, anIssue, aRelation, aSource, aStep} {
		if w&kind != 0 {
			all = append(all, kind)
		}
	}
	return all
}

// String names w with its article, such as "an actor or an issue".
func (w what) String() string {
	var names []string
	for _, kind := range w.kinds() {
		switch kind {
		case anActor:
			names = append(names, "an actor")
		case anIssue:
			names = append(names, "an issue")
		case aRelation:
			names = append(names, "a relation")
		case aSource:
			names = append(names, "a source")
		case aStep:
			names = append(names, "a step")
		}
	}
	return listed(names)
}

// define reads the id of a thing and takes note of it. An id that is no good is noted too:
// its references are not to blame.
func (d *decoder) define(v value, w what) string {
	id := d.id(v)
	if id == "" {
		return ""
	}
	space, cure := d.nodes, "give one of them another id; actors, issues and relations share their ids"
	switch w {
	case aSource:
		space, cure = d.sources, "give one of them another id"
	case aStep:
		space, cure = d.steps, "give one of them another id"
	}
	if first, taken := space[id]; taken {
		d.fault(v.spot(), "the id "+quoted(id)+" is taken by "+first.at.parent.path(), cure)
		return id
	}
	space[id] = definition{w, v.at}
	d.written.ids[w] = append(d.written.ids[w], id)
	return id
}
