package data

import (
	"fmt"
	"unicode/utf8"
)

// text takes a string from its opening to its closing quote, at s.pos.
func (s *scanner) text() *fault {
	start := s.pos
	s.pos++
	for s.pos < len(s.src) {
		switch c := s.src[s.pos]; {
		case c == '"':
			s.pos++
			return nil
		case c == '\\':
			if bad := s.escape(); bad != nil {
				return bad
			}
		case c < ' ':
			return s.rawControl(c)
		case c < utf8.RuneSelf:
			s.pos++
		default:
			r, size := utf8.DecodeRune(s.src[s.pos:])
			if r == utf8.RuneError && size == 1 {
				return s.notUTF8()
			}
			s.pos += size
		}
	}
	s.pos = start
	return s.fault("this string is never closed", `add the missing "`)
}

// rawControl reports a control character inside a string.
func (s *scanner) rawControl(c byte) *fault {
	cure := "remove it"
	if c == '\n' || c == '\r' {
		cure = `close the string with " on the line where it starts`
	}
	return s.fault(fmt.Sprintf("a string holds the control character %q", c), cure)
}

// escape takes a backslash and what belongs to it.
func (s *scanner) escape() *fault {
	rest := s.src[s.pos+1:]
	if len(rest) == 0 {
		s.pos++
		return nil // the string is never closed: text says so
	}
	switch rest[0] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.pos += 2
		return nil
	case 'u':
		if len(rest) >= 5 && isHex(rest[1:5]) {
			s.pos += 6
			return nil
		}
		return s.fault(`\u is not followed by four hexadecimal digits`, `such as \u00e9`)
	}
	r, size := utf8.DecodeRune(rest)
	if r == utf8.RuneError && size == 1 {
		s.pos++
		return s.notUTF8()
	}
	return s.fault(fmt.Sprintf("a backslash before %q means nothing", r), `write \\ for a backslash`)
}

// isHex reports whether b consists of hexadecimal digits.
func isHex(b []byte) bool {
	for _, c := range b {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
			return false
		}
	}
	return true
}

// number takes a number: -? (0 | 1-9 digits) (. digits)? ((e|E) (+|-)? digits)?
func (s *scanner) number() *fault {
	if s.peek() == '-' {
		s.pos++
	}
	if s.peek() == '0' {
		s.pos++
		if c := s.peek(); c >= '0' && c <= '9' {
			return s.fault("a number starts with 0", "remove the leading zeros; a date stands in double quotes")
		}
	} else if !s.digits() {
		return s.unfinished()
	}
	if s.peek() == '.' {
		s.pos++
		if !s.digits() {
			return s.unfinished()
		}
	}
	if c := s.peek(); c == 'e' || c == 'E' {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		if !s.digits() {
			return s.unfinished()
		}
	}
	return nil
}

// unfinished reports a number that stops before a digit that it needs.
func (s *scanner) unfinished() *fault {
	return s.fault("a digit is missing in this number", "JSON writes numbers like 0.5, -1 or 2e3")
}

// digits takes a run of digits and reports whether there was one.
func (s *scanner) digits() bool {
	start := s.pos
	for c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {
		s.pos++
	}
	return s.pos > start
}

// peek returns the next byte, 0 at the end.
func (s *scanner) peek() byte {
	if s.pos == len(s.src) {
		return 0
	}
	return s.src[s.pos]
}
