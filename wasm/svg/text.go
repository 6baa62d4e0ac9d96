package svg

import (
	"fmt"
	"strconv"
	"strings"

	"actormap/wasm/display"
)

// texts paints all texts, and apart from them the halos that lie below all of them; what is
// invisible or empty is left out.
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
	place := fmt.Sprintf(`<text x="%s" y="%s" font-size="%s"`, number(t.At.X), number(t.At.Y), number(t.Size))
	rest := face(t) + ">" + escape(words) + "</text>\n"
	if !halo.hidden() && t.HaloWidth > 0 {
		p.halos.WriteString(place + p.colours(halo) + ` stroke-width="` + number(float64(2*t.HaloWidth)) + `"` + rest)
	}
	p.words.WriteString(place + p.colours(ink) + rest)
}

// rightToLeft is the direction of a text that does not run from left to right.
const rightToLeft = ` direction="rtl" unicode-bidi="embed"`

// face returns the attributes that decide how a text is shaped, except for its size.
func face(t *display.Text) (attributes string) {
	if t.Weight != 400 && t.Weight != 0 {
		attributes += ` font-weight="` + strconv.Itoa(t.Weight) + `"`
	}
	if t.RTL {
		attributes += rightToLeft
	}
	return attributes + langAttributes(t.Lang)
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
