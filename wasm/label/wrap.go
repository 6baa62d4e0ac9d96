package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Wrap breaks a text into at most maxLines lines, as few as do, and those as evenly filled as
// the breaks allow. It breaks at spaces, after hyphens and dashes and between the characters
// of China and Japan. Korean is written with spaces and breaks there.
//
// No line is wider than maxWidth px by Width, except for a single word: a name is not torn apart
// for being a little long, so a word may be up to overhang times maxWidth wide, and then so
// may the lines beside it. A longer word is broken between whole characters with their marks.
// What does not fit ends in an ellipsis. White space is collapsed; an empty text has no lines.
// A maxWidth too narrow for one character still gives one character a line.
func Wrap(text string, sizePx float64, weight int, maxWidth float64, maxLines int) []string {
	ruler := ruler{sizePx, weight}
	pieces := split(clean(text))
	if len(pieces) == 0 || maxLines < 1 {
		return nil
	}
	pieces = ruler.breakLong(pieces, maxWidth)
	for _, p := range pieces {
		maxWidth = max(maxWidth, p.width)
	}
	lines := fill(pieces, maxWidth)
	if len(lines) > maxLines {
		return ruler.cut(pieces, lines, maxWidth, maxLines)
	}
	if len(lines) > 1 {
		lines = balance(pieces, maxWidth, len(lines))
	}
	out := make([]string, len(lines))
	for k, l := range lines {
		out[k] = join(pieces[l.from:l.to])
	}
	return out
}

// overhang is how much wider than a line a single word may be before it is broken.
const overhang = 1.6

// clean replaces control characters by spaces, collapses white space and mends invalid
// bytes, so that every later step works on whole characters.
func clean(text string) string {
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	return strings.Join(strings.Fields(strings.Map(shown, text)), " ")
}

// A piece is what a line break may not divide.
type piece struct {
	text   string
	spaced bool    // a space stands before it unless it begins a line
	width  float64 // px, without the space
	space  float64 // px of the space before it, 0 if none
}

// A ruler measures texts of one style.
type ruler struct {
	sizePx float64
	weight int
}

func (r ruler) width(text string) float64 { return Width(text, r.sizePx, r.weight) }

// split cuts a clean text into its pieces.
func split(text string) []piece {
	var out []piece
	for _, word := range strings.Fields(text) {
		spaced := len(out) > 0
		for word != "" {
			n := unbroken(word)
			out = append(out, piece{text: word[:n], spaced: spaced})
			word, spaced = word[n:], false
		}
	}
	return out
}

// unbroken returns how many bytes at the start of a word belong together.
func unbroken(word string) int {
	n := cluster(word)
	prev, _ := utf8.DecodeRuneInString(word)
	for n < len(word) {
		next, _ := utf8.DecodeRuneInString(word[n:])
		if mayBreak(prev, next) {
			return n
		}
		prev = next
		n += cluster(word[n:])
	}
	return n
}

// mayBreak reports whether a line may end between two neighbouring characters of a word.
func mayBreak(prev, next rune) bool {
	if isClosing(next) || isOpening(prev) {
		return false
	}
	if breaksAnywhere(prev) || breaksAnywhere(next) {
		return !(isHangul(prev) && isWord(next) || isHangul(next) && isWord(prev))
	}
	switch prev {
	case '-', 0x2010, 0x2013, 0x2014, '/':
		return next > '9' || next < '0' // 1914-18 stays together
	}
	return false
}

// breaksAnywhere reports the characters of scripts without spaces, and their signs.
func breaksAnywhere(r rune) bool { return isWide(r) && !isHangul(r) }

// isWord reports what a word is made of.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isClosing reports the signs that may not begin a line.
func isClosing(r rune) bool {
	return strings.ContainsRune("、。，．：；！？）］｝」』】〉》〕ー々・…,.:;!?)]}%’”»-", r)
}

// isOpening reports the signs that may not end a line.
func isOpening(r rune) bool { return strings.ContainsRune("（［｛「『【〈《〔([{‘“«", r) }

// cluster returns the number of bytes of the first character with its marks; joined emoji
// and pairs of regional indicators (flags) are one character.
func cluster(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	flag := isRegional(r)
	for n < len(s) {
		next, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case isMark(next):
		case r == 0x200D: // zero-width joiner
		case flag && isRegional(next):
			flag = false
		default:
			return n
		}
		r = next
		n += size
	}
	return n
}

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// breakLong divides the pieces that are too wide for a line even by themselves, and measures
// all.
func (r ruler) breakLong(pieces []piece, maxWidth float64) []piece {
	var out []piece
	for _, p := range pieces {
		if p.spaced {
			p.space = r.width(" ")
		}
		if p.width = r.width(p.text); p.width <= float64(maxWidth*overhang) {
			out = append(out, p)
			continue
		}
		for p.text != "" {
			n := r.prefix(p.text, maxWidth)
			head := piece{p.text[:n], p.spaced, r.width(p.text[:n]), p.space}
			out = append(out, head)
			p = piece{text: p.text[n:]}
		}
	}
	return out
}

// prefix returns the bytes of the longest start of s that is no wider than maxWidth, but at
// least one character.
func (r ruler) prefix(s string, maxWidth float64) int {
	n := cluster(s)
	width := r.width(s[:n])
	for n < len(s) {
		c := cluster(s[n:])
		width += r.width(s[n : n+c])
		if width > maxWidth {
			break
		}
		n += c
	}
	return n
}

// A line is a range of pieces.
type line struct{ from, to int }

// lineEnd returns where the line ends that begins with a piece: it has as many as fit into width,
// and at least one.
func lineEnd(pieces []piece, from int, width float64) int {
	used := 0.0
	for i := from; i < len(pieces); i++ {
		p := &pieces[i]
		if i > from {
			if used+p.space+p.width > width {
				return i
			}
			used += p.space
		}
		used += p.width
	}
	return len(pieces)
}

// fill puts as many pieces on each line as fit into width.
func fill(pieces []piece, width float64) []line {
	var out []line
	for from := 0; ; {
		to := lineEnd(pieces, from, width)
		out = append(out, line{from, to})
		if to == len(pieces) {
			return out
		}
		from = to
	}
}

// countLines returns how many lines fill makes, without making them.
func countLines(pieces []piece, width float64) int {
	count := 1
	for to := lineEnd(pieces, 0, width); to < len(pieces); to = lineEnd(pieces, to, width) {
		count++
	}
	return count
}

// balance finds the narrowest width that still gives the given number of lines.
func balance(pieces []piece, maxWidth float64, lines int) []line {
	narrow, wide := 0.0, maxWidth
	for range 24 { // far below a hundredth of a px
		mid := (narrow + wide) / 2
		if countLines(pieces, mid) <= lines {
			wide = mid
		} else {
			narrow = mid
		}
	}
	return fill(pieces, wide)
}

func join(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		if i > 0 && p.spaced {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// cut keeps maxLines full lines and ends the last one in an ellipsis.
func (r ruler) cut(pieces []piece, lines []line, maxWidth float64, maxLines int) []string {
	out := make([]string, maxLines)
	for k := range out {
		out[k] = join(pieces[lines[k].from:lines[k].to])
	}
	// A line holds only a few of the characters that are left: the rest need not be joined.
	last := out[maxLines-1]
	room := maxWidth - r.width(Ellipsis)
	n := r.prefix(last, room)
	if r.width(last[:n]) > room {
		n = 0 // not even one character fits beside the ellipsis
	}
	out[maxLines-1] = strings.TrimRight(last[:n], " -–—,;:") + Ellipsis
	return out
}
