package data

import (
	"strings"
	"unicode"

	"github.com/tidwall/gjson"
)

// address reads a web address: http or https, with a host, without a user's name (which
// can pose as the host) and without characters that end an address in HTML or in print.
func (d *decoder) address(v value) string {
	s := d.str(v, MaxURLLength)
	if v.Type == gjson.String && s != "" && !isWebAddress(s) {
		d.fault(v.spot(), quoted(s)+" is not a web address", "https:// and what follows, as the browser shows it")
	}
	return s
}

// isWebAddress reports whether s is what address describes.
func isWebAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	if !ok || strings.ContainsAny(rest, " \"<>\\^`{|}") || strings.ContainsFunc(rest, isSpaceOrControl) {
		return false
	}
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	}
	return host != "" && !strings.Contains(host, "@")
}

// isSpaceOrControl reports whether r is white space or cannot be seen at all.
func isSpaceOrControl(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// wikidata reads an item of Wikidata: Q and a number.
func (d *decoder) wikidata(v value) string {
	s := v.Str
	ok := v.Type == gjson.String && len(s) >= 2 && len(s) <= 12 && s[0] == 'Q' && s[1] != '0'
	for i := 1; ok && i < len(s); i++ {
		ok = s[i] >= '0' && s[i] <= '9'
	}
	if !ok {
		d.fault(v.spot(), shown(v)+" is not a Wikidata item", `such as "Q22686"`)
	}
	return s
}

// languageTag reads the tag of a language.
func (d *decoder) languageTag(v value) string {
	if v.Type != gjson.String || !isLanguageTag(v.Str) {
		d.fault(v.spot(), shown(v)+" is not a language tag", "such as en, ar or zh-Hant (BCP 47)")
	}
	return v.Str
}

// isLanguageTag reports whether s has the form of a BCP 47 tag: a language of two or three
// letters, then subtags of one to eight letters or digits. Whether they are registered is
// not looked up.
func isLanguageTag(s string) bool {
	if len(s) > MaxTagLength {
		return false
	}
	language, rest, more := strings.Cut(s, "-")
	if len(language) < 2 || len(language) > 3 || strings.ContainsFunc(language, isNotLetter) {
		return false
	}
	for more {
		var subtag string
		subtag, rest, more = strings.Cut(rest, "-")
		if subtag == "" || len(subtag) > 8 || strings.ContainsFunc(subtag, isNotLetterOrDigit) {
			return false
		}
	}
	return true
}

func isNotLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }

func isNotLetterOrDigit(r rune) bool { return isNotLetter(r) && (r < '0' || r > '9') }
