package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidwall/gjson"
)

// texts warns of what came into the texts below v by mistake, on their way from elsewhere.
// name is the field that v stands in.
func (w *reviewer) texts(v value, name string) {
	switch {
	case v.IsObject():
		v.fields(func(key, field value) { w.texts(field, key.Str) })
	case v.IsArray():
		v.items(func(item value) { w.texts(item, name) })
	case v.Type == gjson.String && !slices.Contains(noTexts, name):
		w.text(v)
	}
}

// noTexts are the fields whose strings are not for reading.
var noTexts = []string{"$schema", "id", "to", "from", "about", "removed", "part_of", "depends_on", "source", "speaker", "by", "relations", "select", "node",
	"issue", "url", "archive", "contact", "wikidata"}

// text warns of the mistakes in one text, each once.
func (w *reviewer) text(v value) {
	s := v.Str
	if strings.ContainsRune(s, utf8.RuneError) && loneSurrogate(v.Raw) == "" {
		w.warn(v.spot(), "the text holds U+FFFD, which stands for a character that was lost", "write the character that was there")
	}
	if wrong, right := mojibake(s); wrong != "" {
		w.warn(v.spot(), fmt.Sprintf("%s looks like UTF-8 that was read as Latin-1", quoted(wrong)), "is it "+quoted(right)+"?")
	}
	if escape := characterReference(s); escape != "" {
		w.warn(v.spot(), "the text holds "+quoted(escape)+", which is shown as it stands", "write the character itself")
	} else if tag := markup(s); tag != "" {
		w.warn(v.spot(), "the text holds "+quoted(tag)+", and markup is shown as it stands", "a text is plain words")
	}
	if strings.TrimFunc(s, isSpaceOrControl) != "" && strings.TrimFunc(s, isBlank) != s {
		w.warn(v.spot(), "blanks stand around the text", "remove them")
	}
}

// isBlank reports whether r is a blank of any width.
func isBlank(r rune) bool { return unicode.Is(unicode.Zs, r) }

// characterReference returns the first character reference of HTML in s, such as &amp; or &#39;.
func characterReference(s string) string {
	for rest := s; ; {
		at := strings.IndexByte(rest, '&')
		if at < 0 {
			return ""
		}
		rest = rest[at+1:]
		name, _, closed := strings.Cut(rest, ";")
		number := strings.TrimPrefix(name, "#")
		if closed && len(number) >= 2 && len(name) <= 10 && !strings.ContainsFunc(number, isNotLetterOrDigit) {
			return "&" + name + ";"
		}
	}
}

// markup returns the first piece of HTML or Markdown in s: a tag, a comment, a link or bold words.
func markup(s string) string {
	for rest := s; ; {
		at := strings.IndexByte(rest, '<')
		if at < 0 {
			break
		}
		rest = rest[at:]
		end := strings.IndexByte(rest, '>')
		if end > 0 && isTag(rest[1:end]) {
			return rest[:end+1]
		}
		rest = rest[1:]
	}
	for _, mark := range [...]string{"](http", "**", "__"} {
		before, after, found := strings.Cut(s, mark)
		if isLink := mark[0] == ']'; found && (isLink && strings.Contains(before, "[") && strings.Contains(after, ")") || !isLink && strings.Contains(after, mark)) {
			return mark
		}
	}
	return ""
}

// isTag reports whether what stands between < and > is a tag or a comment of HTML.
func isTag(s string) bool {
	if strings.HasPrefix(s, "!--") {
		return true
	}
	name := strings.TrimPrefix(s, "/")
	if i := strings.IndexAny(name, " /"); i >= 0 {
		name = name[:i]
	}
	return name != "" && !isNotLetter(rune(name[0])) && !strings.ContainsFunc(name, isNotLetterOrDigit)
}

// cp1252 has the characters that Windows-1252 has in the place of the control characters
// 0x80 to 0x9F of Latin-1, 0 where it has none.
var cp1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// latin1Byte returns the byte that stands for r in Windows-1252 or, where that has none, in Latin-1.
func latin1Byte(r rune) (b byte, ok bool) {
	for i, c := range cp1252 {
		if c == r && c != 0 {
			return byte(0x80 + i), true
		}
	}
	return byte(r), r < 0x100
}

// mojibake returns the first run of characters in s that are UTF-8 read as Windows-1252, and
// what it was. Two such characters can stand side by side by right, such as a capital letter
// before a quotation mark: a run counts if it is of two characters or more, or if what it was is
// a letter or sign that this most often happens to.
func mojibake(s string) (wrong, right string) {
	for start := 0; start < len(s); {
		end, decoded := misread(s[start:])
		if n := utf8.RuneCountInString(decoded); n > 1 || n == 1 && isOftenMisread(s[start:start+end], decoded) {
			return s[start : start+end], decoded
		}
		_, size := utf8.DecodeRuneInString(s[start:])
		start += max(size, end)
	}
	return "", ""
}

// misread decodes the characters at the beginning of s, as far as they are the bytes of
// characters of UTF-8 beyond ASCII, and returns how far it got in s.
func misread(s string) (end int, decoded string) {
	var raw []byte
	var ends []int // of the character of each byte
	for i, r := range s {
		b, ok := latin1Byte(r)
		if !ok || b < utf8.RuneSelf {
			break
		}
		raw, ends = append(raw, b), append(ends, i+utf8.RuneLen(r))
	}
	n := 0
	for n < len(raw) {
		r, size := utf8.DecodeRune(raw[n:])
		if r == utf8.RuneError {
			break
		}
		n += size
	}
	if n == 0 {
		return 0, ""
	}
	return ends[n-1], string(raw[:n])
}

// isOftenMisread reports whether one character that was misread is of the letters and signs
// of Latin-1 or of the punctuation, and does not look like a letter before a quotation mark,
// a dash or dots.
func isOftenMisread(wrong, right string) bool {
	r, _ := utf8.DecodeRuneInString(right)
	last, _ := utf8.DecodeLastRuneInString(wrong)
	if r >= 0x80 && r < 0x100 {
		return !strings.ContainsRune("’”»…–—", last)
	}
	return r >= 0x2010 && r <= 0x20AC || r == 0xFEFF
}
