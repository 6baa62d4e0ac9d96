package page

import (
	"strings"
	"unicode"

	"actormap/data"
)

// words picks the version of a text in the page's language, or else the dataset's, and marks
// its language where it is not the page's.
func (b *builder) words(t data.Text) words { return b.wordsIn(t, "") }

// wordsIn is words for a text, such as a quote, whose plain version is in the language
// of its source; empty: the dataset's.
func (b *builder) wordsIn(t data.Text, plainLang string) words {
	text, tag := b.in(t)
	if tag == "" {
		tag = plainLang
	}
	if tag == "" {
		tag = b.ds.Language
	}
	if strings.EqualFold(tag, b.Tag) {
		tag = ""
	}
	return words{Text: text, Lang: tag}
}

// in picks the version of a text in the page's language; where it has none, in the dataset's.
func (b *builder) in(t data.Text) (text, tag string) {
	return t.In(b.Tag, b.ds.Language)
}

// isolated wraps a text for places that hold no markup (attributes, <title>), so that its
// direction cannot reorder what stands around it.
func (v vocabulary) isolated(s string) string {
	foreign := turnsDirection
	if v.Dir == "rtl" {
		foreign = func(r rune) bool { return directs(r) || unicode.IsLetter(r) && !turnsDirection(r) }
	}
	if strings.ContainsFunc(s, foreign) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

// turnsDirection reports whether a character is written from right to left or directs
// others: the blocks that Unicode keeps for such scripts, and the marks.
func turnsDirection(r rune) bool {
	switch {
	case r >= 0x0590 && r <= 0x08ff, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfeff, r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
		return true
	case r == 0x200f:
		return true
	}
	return directs(r)
}

// directs reports whether a character embeds, overrides or isolates a direction.
func directs(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }
