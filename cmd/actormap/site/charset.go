package site

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// byteOrderMark is what a text in UTF-8 may begin with. Browsers believe it more than a host that says
// charset=iso-8859-1 (WHATWG Encoding, "decode").
const byteOrderMark = "\ufeff"

// readable makes a text one that is read as UTF-8 whatever a host says of it. Documents and pictures are written in
// ASCII: before a host that says nothing, a byte-order mark would make plain text of them (WHATWG MIME Sniffing, 7.1).
// Other texts begin with one. JSON stays as it is: whoever reads it takes it for UTF-8 (RFC 8259, 8.1).
func readable(mediaType string, body []byte) []byte {
	switch {
	case isASCII(body):
		return body
	case strings.HasPrefix(mediaType, "text/html"):
		return inASCII(body)
	case mediaType == "image/svg+xml":
		return escape(nil, body, characterReference)
	case strings.HasPrefix(mediaType, "text/") && !bytes.HasPrefix(body, []byte(byteOrderMark)):
		return append([]byte(byteOrderMark), body...)
	}
	return body
}

func isASCII(body []byte) bool {
	return !slices.ContainsFunc(body, func(b byte) bool { return b >= utf8.RuneSelf })
}

// scripts finds the scripts of a document, in which character references mean nothing.
var scripts = regexp.MustCompile(`(?is)<script\b[^>]*>.*?</script>`)

// inASCII writes an HTML document without letters beyond ASCII: character references in text and attributes, escapes
// of JSON and JavaScript, which stand in strings only, in scripts. Our documents have no inline styles.
func inASCII(html []byte) []byte {
	var out []byte
	end := 0
	for _, at := range scripts.FindAllIndex(html, -1) {
		out = escape(out, html[end:at[0]], characterReference)
		out = escape(out, html[at[0]:at[1]], unicodeEscape)
		end = at[1]
	}
	return escape(out, html[end:], characterReference)
}

// escape appends a text in UTF-8 to out, each letter beyond ASCII in the way given.
func escape(out, text []byte, write func([]byte, rune) []byte) []byte {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if r < utf8.RuneSelf {
			out = append(out, text[0])
		} else {
			out = write(out, r)
		}
		text = text[size:]
	}
	return out
}

func characterReference(out []byte, r rune) []byte { return fmt.Appendf(out, "&#x%x;", r) }

func unicodeEscape(out []byte, r rune) []byte {
	for _, unit := range utf16.AppendRune(nil, r) {
		out = fmt.Appendf(out, `\u%04x`, unit)
	}
	return out
}
