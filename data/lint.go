package data

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/tidwall/gjson"
)

// lint looks at every value below v, known or not, for what JSON allows and a dataset
// does not: duplicate keys, escapes that are half a character, and characters that act
// instead of standing for something.
func (d *decoder) lint(v value) {
	switch {
	case v.IsObject():
		seen := map[string]bool{}
		v.fields(func(key, field value) {
			if seen[key.Str] {
				d.fault(key.spot(), "the field "+quoted(key.Str)+" is given twice", "keep one of them")
			}
			seen[key.Str] = true
			d.lintString(key, "the field's name")
			d.lint(field)
		})
	case v.IsArray():
		v.items(d.lint)
	case v.Type == gjson.String:
		d.lintString(v, "the text")
	}
}

// lintString looks at the characters of a string. name is what the string is for messages.
func (d *decoder) lintString(v value, name string) {
	if half := loneSurrogate(v.Raw); half != "" {
		d.fault(v.spot(), name+" holds "+half+", which is half a character", `write both halves, such as \ud83d\ude00, or the character itself`)
		return
	}
	if cause, cure := badCharacters(v.Str); cause != "" {
		d.fault(v.spot(), name+" holds "+cause, cure)
	}
}

// loneSurrogate returns the first \u escape in raw that is half of a UTF-16 pair without
// its other half, or "". raw is a JSON string of right syntax.
func loneSurrogate(raw string) string {
	for i := strings.IndexByte(raw, '\\'); i >= 0 && i < len(raw); {
		switch {
		case raw[i] != '\\':
			i++
		case raw[i+1] != 'u':
			i += 2
		case !utf16.IsSurrogate(escapedUnit(raw[i:])):
			i += 6
		case utf16.DecodeRune(escapedUnit(raw[i:]), escapedUnit(raw[i+6:])) != '\uFFFD':
			i += 12
		default:
			return raw[i : i+6]
		}
	}
	return ""
}

// escapedUnit returns the UTF-16 unit of the \uXXXX that s starts with, else U+FFFD. scan has
// seen to the digits.
func escapedUnit(s string) rune {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return '\uFFFD'
	}
	unit, _ := strconv.ParseUint(s[2:6], 16, 16)
	return rune(unit)
}

// badCharacters names the first thing in s that no text of a dataset may hold: control
// characters and line ends (a text is one paragraph), code points that are no characters
// (XML forbids two of them), and bidirectional controls that are left open and would turn
// around what stands behind the text.
func badCharacters(s string) (cause, cure string) {
	var open []rune
	for _, r := range s {
		switch {
		case r < ' ', r >= 0x7F && r <= 0x9F:
			return fmt.Sprintf("the control character U+%04X", r), "remove it; a text is one paragraph"
		case r == 0x2028, r == 0x2029:
			return fmt.Sprintf("the line end U+%04X", r), "remove it; a text is one paragraph"
		case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return fmt.Sprintf("U+%04X, which is no character", r), "remove it"
		case closerOf(r) != 0:
			open = append(open, closerOf(r))
		case r == popFormatting, r == popIsolate:
			if len(open) == 0 || open[len(open)-1] != r {
				return fmt.Sprintf("the bidirectional control U+%04X, which closes nothing", r), "remove it"
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return "a bidirectional control that is never closed", fmt.Sprintf("remove it, or close it with U+%04X", open[len(open)-1])
	}
	return "", ""
}

// What closes bidirectional embeddings and overrides, and isolates (UAX #9, 2.4 and 2.6).
const (
	popFormatting = 0x202C
	popIsolate    = 0x2069
)

// closerOf returns the control that closes the bidirectional control r, 0 when r opens none.
func closerOf(r rune) rune {
	switch r {
	case 0x202A, 0x202B, 0x202D, 0x202E:
		return popFormatting
	case 0x2066, 0x2067, 0x2068:
		return popIsolate
	}
	return 0
}
