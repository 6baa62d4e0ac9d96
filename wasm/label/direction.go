package label

import "unicode"

// Controls of direction that UAX #9 names; the others of its kind do not decide a paragraph's.
const (
	leftToRightMark   = 0x200E
	rightToLeftMark   = 0x200F
	arabicLetterMark  = 0x061C
	leftToRightIso    = 0x2066
	firstStrongIso    = 0x2068
	popDirectionalIso = 0x2069
)

// RightToLeft reports whether a text runs from right to left as a whole, by rules P2 and P3 of
// the Unicode Bidirectional Algorithm (UAX #9): its first letter outside of isolates decides, or
// a mark that stands for one. A text without any runs from left to right.
//
// Every line of a text that is broken has this direction, whatever letter it begins with: so it
// has to be asked before the text is broken.
func RightToLeft(text string) bool {
	depth := 0 // of isolates
	for _, r := range text {
		switch {
		case leftToRightIso <= r && r <= firstStrongIso:
			depth++
		case r == popDirectionalIso:
			depth = max(depth-1, 0)
		case depth == 0 && isStrong(r):
			return inRightToLeftBlock(r)
		}
	}
	return false
}

// isStrong reports whether a rune has a direction of its own: a letter or a mark that stands for one.
// Modifier letters that are signs, such as a prime for a soft sign, follow what stands around them.
func isStrong(r rune) bool {
	switch {
	case r == leftToRightMark, r == rightToLeftMark, r == arabicLetterMark:
		return true
	case !unicode.IsLetter(r):
		return unicode.In(r, unicode.Mc, unicode.Nl) && (r < 0x10140 || r > 0x10174) // the latter: Greek acrophonic numerals
	}
	switch r {
	case 0x02B9, 0x02BA, 0x02EC, 0x0374, 0x2E2F, 0xA67F, 0xA788:
		return false
	}
	return (r < 0x02C6 || r > 0x02CF) && (r < 0xA717 || r > 0xA71F)
}

// inRightToLeftBlock reports whether r lies where Unicode keeps its right-to-left scripts:
// the ranges whose unassigned characters have that direction too, so that a script which is
// added there is known already.
func inRightToLeftBlock(r rune) bool {
	return 0x0590 <= r && r <= 0x08FF || // Hebrew, Arabic, Syriac, Thaana, NKo, ...
		r == rightToLeftMark ||
		0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFF || // their presentation forms
		0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF // historic, Adlam, ...
}
