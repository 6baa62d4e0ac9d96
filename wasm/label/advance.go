package label

import "unicode"

// The tables of advances were made once with Chromium: for every assigned rune the largest
// CanvasRenderingContext2D.measureText over DejaVu Sans, Liberation Sans, Noto Sans (for
// other scripts the Noto face of the script), each at weight 400 and 600, and for Arabic
// over the isolated, initial, medial and final form (with U+200D beside the letter). DejaVu
// Sans, as wide as Verdana, decides nearly all of Latin, Greek and Cyrillic. Widths are
// rounded up to 1/64 em; the character with code ' '+n stands for n/64 em, '~' for
// widestEm. Runes that no table holds take the bound of their block in blockEm.

const (
	unitEm   = 1.0 / 64
	widestEm = 2.8 // of the rare runes wider than 93/64 em: Tamil, Malayalam and Myanmar ligature-like letters
	boldFrom = 550 // faces without a semibold answer 600 with their bold
)

// advanceEm returns the upper bound of the advance of one rune, in em.
func advanceEm(r rune, bold bool) float64 {
	if isMark(r) {
		return 0
	}
	first, table := tableOf(r, bold)
	if table == "" || int(r-first) >= len(table) {
		return blockEm(r)
	}
	n := table[r-first] - ' '
	if n >= '~'-' ' {
		return widestEm
	}
	return float64(n) * unitEm
}

// isMark reports whether a rune takes no room of its own: combining marks, joiners,
// directional controls, variation selectors, emoji modifiers and tags.
func isMark(r rune) bool {
	if r < 0x300 {
		return r == 0xAD
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || isModifier(r)
}

// isModifier reports whether r is one of the five skin tones, which merge with the emoji
// before them.
func isModifier(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }

// tableOf returns the table that may hold r, and its first rune.
func tableOf(r rune, bold bool) (first rune, table string) {
	pick := func(first rune, regular, boldTable string) (rune, string) {
		if bold {
			return first, boldTable
		}
		return first, regular
	}
	switch {
	case r >= 0x20 && r < 0x700:
		return pick(0x20, regularBasic, boldBasic)
	case r >= 0x900 && r < 0xF00:
		return pick(0x900, regularIndic, boldIndic)
	case r >= 0x10A0 && r < 0x1100:
		return pick(0x10A0, regularGeorgian, boldGeorgian)
	case r >= 0x1E00 && r < 0x2000:
		return pick(0x1E00, regularLatinMore, boldLatinMore)
	case r >= 0x2000 && r < 0x2070:
		return pick(0x2000, regularPunctuation, boldPunctuation)
	case r >= 0x20A0 && r < 0x20D0:
		return pick(0x20A0, regularCurrency, boldCurrency)
	case r >= 0x2100 && r < 0x2150:
		return pick(0x2100, regularLetterlike, boldLetterlike)
	}
	return 0, ""
}

// blockEm bounds the advances of the blocks without a table, in em, at any weight: their
// widest letter, or a little less where one letter alone is far wider.
func blockEm(r rune) float64 {
	switch {
	case isWide(r):
		return 1
	case r >= 0x1F000 && r < 0x20000: // emoji and pictographs
		return 1.4
	case r >= 0x2190 && r < 0x2E80: // arrows, mathematical and technical signs, dingbats
		return 1.3
	case r >= 0x0700 && r < 0x08A0, r >= 0x08A0 && r < 0x0900: // Syriac, Thaana, N'Ko, more Arabic
		return 1.45
	case r >= 0x0F00 && r < 0x10A0, r >= 0x1780 && r < 0x1800: // Tibetan, Myanmar, Khmer
		return 1.7
	case r >= 0x1100 && r < 0x1E00: // Ethiopic, Cherokee, Canadian syllabics, Mongolian and others
		return 1.5
	}
	return 1.4
}

// isHangul reports whether r is a syllable or a letter of Korean.
func isHangul(r rune) bool {
	return r >= 0xAC00 && r < 0xD7A4 || r >= 0x1100 && r < 0x1200 || r >= 0x3130 && r < 0x3190 ||
		r >= 0xA960 && r < 0xA980 || r >= 0xD7B0 && r < 0xD800 || r >= 0xFFA0 && r < 0xFFDD
}

// isWide reports whether r is set on the em square: the ideographs, kana, Hangul and
// full-width forms of China, Japan and Korea.
func isWide(r rune) bool {
	switch {
	case r >= 0x2E80 && r < 0xA4D0, r >= 0xAC00 && r < 0xD7A4, r >= 0xF900 && r < 0xFB00,
		r >= 0xFE30 && r < 0xFE70, r >= 0xFF01 && r < 0xFF61, r >= 0xFFE0 && r < 0xFFE7,
		r >= 0x20000 && r < 0x40000:
		return true
	}
	return false
}
