package data

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// scan reads the source once, from left to right, and returns the first place where it is
// not a JSON text (RFC 8259) that may safely be handed on: too large, too deep, not UTF-8.
// It is the first layer; what the values mean is not its business, so duplicate keys and
// lone surrogates pass. It returns nil when all is well.
func scan(src []byte) *fault {
	if len(src) > MaxBytes {
		return &fault{cause: fmt.Sprintf("the file has %d bytes, more than the %d allowed", len(src), MaxBytes),
			cure: "split it into several maps"}
	}
	if bytes.HasPrefix(src, []byte("\xFE\xFF")) || bytes.HasPrefix(src, []byte("\xFF\xFE")) {
		return &fault{cause: "the file starts with a byte-order mark of UTF-16", cure: "save it as UTF-8"}
	}
	s := scanner{src: src}
	for {
		s.space()
		if s.pos == len(src) {
			return s.end()
		}
		if bad := s.step(); bad != nil {
			return bad
		}
	}
}

// A state says what a scanner waits for.
type state uint8

const (
	wantValue state = iota
	wantValueOrEnd
	wantKey
	wantKeyOrEnd
	wantColon
	wantCommaOrEnd
	wantNothing
)

// A scanner is in the middle of a JSON text. The zero state waits for the first value.
type scanner struct {
	src   []byte
	pos   int
	state state
	open  []opening
}

// An opening is a bracket that still waits for its partner.
type opening struct {
	bracket byte // '{' or '['
	offset  int
}

// space skips the four characters that JSON takes for white space.
func (s *scanner) space() {
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return
		}
	}
}

// end judges a text that is over.
func (s *scanner) end() *fault {
	if s.state == wantNothing {
		return nil
	}
	if len(s.open) == 0 {
		return s.fault("the file is empty", "a dataset is one JSON object: { ... }")
	}
	last := s.open[len(s.open)-1]
	line := 1 + bytes.Count(s.src[:last.offset], []byte{'\n'})
	return s.fault(fmt.Sprintf("the file ends before the %q of line %d is closed", last.bracket, line), "is the end missing?")
}

// step takes one token, or one scalar value, at s.pos, which is not white space.
func (s *scanner) step() *fault {
	c := s.src[s.pos]
	switch s.state {
	case wantValue, wantValueOrEnd:
		if c == ']' && s.state == wantValueOrEnd {
			return s.closing()
		}
		return s.value()
	case wantKey, wantKeyOrEnd:
		if c == '}' && s.state == wantKeyOrEnd {
			return s.closing()
		}
		return s.key()
	case wantColon:
		if c != ':' {
			return s.unexpected("a colon after the field's name", "")
		}
		s.pos++
		s.state = wantValue
		return nil
	case wantCommaOrEnd:
		return s.commaOrEnd()
	}
	return s.unexpected("the end of the file", "a dataset is one JSON value")
}

// key takes the name of a field.
func (s *scanner) key() *fault {
	switch c := s.src[s.pos]; {
	case c == '}':
		return s.unexpected("a field's name after the comma", "remove the comma before it")
	case c != '"':
		return s.unexpected("a field's name in double quotes", "")
	}
	s.state = wantColon
	return s.text()
}

// commaOrEnd goes on to the next member of the innermost bracket, or closes it.
func (s *scanner) commaOrEnd() *fault {
	in := s.open[len(s.open)-1].bracket
	switch c := s.src[s.pos]; {
	case c == '}' && in == '{', c == ']' && in == '[':
		return s.closing()
	case c == ',' && in == '{':
		s.state = wantKey
	case c == ',':
		s.state = wantValue
	case c == '-':
		return s.unexpected(fmt.Sprintf("a comma or %q", in+2), "a date stands in double quotes")
	default:
		return s.unexpected(fmt.Sprintf("a comma or %q", in+2), "is a comma missing before it?") // '[' + 2 is ']', '{' + 2 is '}'
	}
	s.pos++
	return nil
}

// closing takes the bracket that closes the innermost one.
func (s *scanner) closing() *fault {
	s.open = s.open[:len(s.open)-1]
	s.pos++
	s.after()
	return nil
}

// after sets the state that follows a complete value.
func (s *scanner) after() {
	s.state = wantCommaOrEnd
	if len(s.open) == 0 {
		s.state = wantNothing
	}
}

// value takes a scalar, or the opening bracket of an array or object.
func (s *scanner) value() *fault {
	c := s.src[s.pos]
	switch {
	case c == '{' || c == '[':
		return s.opening(c)
	case c == '"':
		s.after()
		return s.text()
	case c == '-' || c >= '0' && c <= '9':
		s.after()
		return s.number()
	case c == ']' && len(s.open) > 0 && s.open[len(s.open)-1].bracket == '[':
		return s.unexpected("a value after the comma", "remove the comma before it")
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if bytes.HasPrefix(s.src[s.pos:], []byte(word)) {
			s.pos += len(word)
			s.after()
			return nil
		}
	}
	return s.unexpected("a value", "a string in double quotes, a number, true, false, an object or an array")
}

// opening takes a '{' or a '['.
func (s *scanner) opening(bracket byte) *fault {
	if len(s.open) == MaxDepth {
		return s.fault(fmt.Sprintf("brackets are nested deeper than %d", MaxDepth), "no field of a dataset needs that")
	}
	s.open = append(s.open, opening{bracket, s.pos})
	s.pos++
	s.state = wantValueOrEnd
	if bracket == '{' {
		s.state = wantKeyOrEnd
	}
	return nil
}

// unexpected reports that something else than want stands at s.pos.
func (s *scanner) unexpected(want, cure string) *fault {
	r, size := utf8.DecodeRune(s.src[s.pos:])
	switch {
	case r == utf8.RuneError && size == 1:
		return s.notUTF8()
	case r == '<' && len(s.open) == 0 && s.state == wantValue:
		return s.fault("this is HTML or XML where a dataset should be", "save the dataset itself: a page came in its place where there is no such file, or where a network wants a login")
	case r == '/' || r == '#':
		cure = "JSON has no comments"
	case r == '\'' || r == '“' || r == '‘':
		cure = `JSON strings stand in straight double quotes: "..."`
	case r >= utf8.RuneSelf && isSpaceOrControl(r):
		return s.fault(fmt.Sprintf("found %s outside of a string", spaceName(r)), "put an ordinary blank in its place, or remove it")
	case s.behindString() && !strings.ContainsRune("{}[],:-", r):
		cure = `a quotation mark within a text is written \"; if it ends here, a comma is missing`
	}
	return s.fault(fmt.Sprintf("found %q where %s should be", r, want), cure)
}

// behindString reports whether a string stands on the line before s.pos, with nothing but
// blanks and a comma between: then it may have been ended too early.
func (s *scanner) behindString() bool {
	line := s.src[bytes.LastIndexByte(s.src[:s.pos], '\n')+1 : s.pos]
	line = bytes.TrimRight(line, " \t\r")
	return bytes.HasSuffix(bytes.TrimRight(bytes.TrimSuffix(line, []byte{','}), " \t"), []byte{'"'})
}

// spaceName names a character that looks like a blank, or like nothing, and is no white space of JSON.
func spaceName(r rune) string {
	if r == 0xA0 {
		return "the no-break space U+00A0"
	}
	return fmt.Sprintf("the invisible character %U", r)
}

// notUTF8 reports a byte that is not part of a UTF-8 character.
func (s *scanner) notUTF8() *fault {
	return s.fault(fmt.Sprintf("the byte 0x%02X is not UTF-8", s.src[s.pos]), "save the file as UTF-8")
}

// fault reports a problem at s.pos.
func (s *scanner) fault(cause, cure string) *fault {
	return &fault{offset: s.pos, cause: cause, cure: cure}
}
