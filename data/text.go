package data

import "strings"

// Text is a string in one language, or the same in several. The zero Text is empty.
type Text struct {
	plain  string   // in the dataset's language; used when tagged is empty
	tagged []Tagged // in the order of the file
}

// Tagged is a text with the BCP 47 tag of its language.
type Tagged struct{ Tag, Text string }

// Plain returns a Text in the dataset's own language.
func Plain(s string) Text { return Text{plain: s} }

// InLanguages returns a Text that has one version for each tag.
func InLanguages(t ...Tagged) Text { return Text{tagged: t} }

// Empty reports whether t holds no text at all.
func (t Text) Empty() bool { return t.plain == "" && len(t.tagged) == 0 }

// All returns every version; a plain text has one, with an empty tag.
func (t Text) All() []Tagged {
	if len(t.tagged) > 0 {
		return t.tagged
	}
	if t.plain == "" {
		return nil
	}
	return []Tagged{{"", t.plain}}
}

// In returns the version for the first of the languages asked for that there is: the RFC 4647
// "lookup", cutting each tag from the right (zh-Hant-TW, zh-Hant, zh), else the first
// version. The tag returned is the version's own, empty for a plain text.
func (t Text) In(tags ...string) (text, foundTag string) {
	if len(t.tagged) == 0 {
		return t.plain, ""
	}
	for _, tag := range tags {
		for want := tag; want != ""; want = shorten(want) {
			for _, v := range t.tagged {
				if strings.EqualFold(v.Tag, want) {
					return v.Text, v.Tag
				}
			}
		}
	}
	return t.tagged[0].Text, t.tagged[0].Tag
}

// joined puts the versions of t, with their tags, into one string: equal texts have equal ones.
func (t Text) joined() string {
	var b strings.Builder
	for _, v := range t.All() {
		b.WriteString(v.Tag + "\x00" + v.Text + "\x00") // no text of a dataset holds U+0000
	}
	return b.String()
}

// shorten cuts the last subtag, and a single-letter subtag before it (RFC 4647, 3.4).
func shorten(tag string) string {
	i := strings.LastIndexByte(tag, '-')
	if i < 0 {
		return ""
	}
	tag = tag[:i]
	if len(tag) > 2 && tag[len(tag)-2] == '-' {
		tag = tag[:len(tag)-2]
	}
	return tag
}
