package svg

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// texts paints all texts; what is invisible or empty is left out.
func (p *painter) texts() {
	for i := range p.light.Texts {
		p.text(i)
	}
}

func (p *painter) text(i int) {
	t, d := &p.light.Texts[i], &p.dark.Texts[i]
	ink, halo := paint{"fill", t.Ink, d.Ink}, paint{"stroke", t.Halo, d.Halo}
	words := line(t.Text)
	if words == "" || ink.hidden() || t.Size <= 0 {
		return
	}
	look := ""
	if halo.hidden() || t.HaloWidth <= 0 {
		look = p.colours(ink)
	} else {
		look = p.colours(ink, halo) + ` stroke-width="` + number(float64(2*t.HaloWidth)) + `"`
	}
	if t.Weight != 400 && t.Weight != 0 {
		look += ` font-weight="` + strconv.Itoa(t.Weight) + `"`
	}
	if rightToLeft(words) {
		look += ` direction="rtl" unicode-bidi="plaintext"`
	}
	fmt.Fprintf(&p.words, `<text x="%s" y="%s" font-size="%s"%s%s>%s</text>`+"\n",
		number(t.At.X), number(t.At.Y), number(t.Size), look, langAttributes(t.Lang), escape(words))
}

// line returns s on one line. Like the 2D canvas, which shapes the live map's texts, it
// turns each white space of ASCII into a space and drops none; the group of the texts
// preserves them.
func line(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\t', '\n', '\v', '\f', '\r':
			return ' '
		}
		return r
	}, s)
}

// rightToLeft reports whether the first letter of s belongs to a script that is written from
// right to left: the rule by which HTML's dir="auto" finds the direction of a paragraph.
func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return inRightToLeftBlock(r)
		}
	}
	return false
}

// inRightToLeftBlock reports whether r lies where Unicode keeps its right-to-left scripts:
// the ranges whose unassigned characters have that direction too, so that a script which is
// added there is known already.
func inRightToLeftBlock(r rune) bool {
	return 0x0590 <= r && r <= 0x08FF || // Hebrew, Arabic, Syriac, Thaana, NKo, ...
		0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFF || // their presentation forms
		0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF // historic, Adlam, ...
}
