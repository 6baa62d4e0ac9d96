package label

// Ellipsis ends a text that was cut.
const Ellipsis = "…"

// Width returns an upper bound of the width of one line of text in px, in any of the common
// system sans-serif faces. A weight of 550 and above is measured as bold. Control characters
// and invalid bytes count as what a browser shows for them, a space or a replacement mark;
// ligatures and kerning, which only ever make a text narrower, are not taken off.
func Width(text string, sizePx float64, weight int) float64 {
	em := 0.0
	for _, r := range text {
		em += advanceEm(shown(r), weight >= boldFrom)
	}
	return float64(em * sizePx)
}

// shown maps control characters, line breaks among them, to the space that a browser shows.
func shown(r rune) rune {
	if r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 {
		return ' '
	}
	return r
}
