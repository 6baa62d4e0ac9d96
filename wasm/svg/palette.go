package svg

import (
	"bytes"
	"fmt"

	"actormap/wasm/display"
)

// A paint is a colour in both themes, for one property.
type paint struct {
	property    string // "fill" or "stroke"
	light, dark display.Color
}

// hidden reports whether p is seen in neither theme.
func (p paint) hidden() bool { return p.light.A == 0 && p.dark.A == 0 }

// A palette gives each paint that changes with the theme a class: c0, c1, ... in order of
// first use, so that the same frame gets the same names.
type palette struct {
	paints []paint
	class  map[paint]string
}

// attributes returns p as attributes with a space before each: the light colour as
// presentation attributes. The class that holds the dark one, if it is another, is
// returned apart, because an element has one class attribute for all its paints.
func (pl *palette) attributes(p paint) (text, class string) {
	text = fmt.Sprintf(` %s="%s"`, p.property, hex(p.light))
	if p.light.A != 255 {
		text += fmt.Sprintf(` %s-opacity="%s"`, p.property, opacity(p.light))
	}
	if p.dark == p.light {
		return text, ""
	}
	class, known := pl.class[p]
	if !known {
		class = fmt.Sprintf("c%d", len(pl.paints))
		pl.paints = append(pl.paints, p)
		pl.class[p] = class
	}
	return text, class
}

// style returns the style element with the dark colours, or nothing if none differs.
func (pl *palette) style() []byte {
	if len(pl.paints) == 0 {
		return nil
	}
	var b bytes.Buffer
	b.WriteString("<style>\n@media (prefers-color-scheme: dark) {\n")
	for i, p := range pl.paints {
		fmt.Fprintf(&b, ".c%d{%s:%s", i, p.property, hex(p.dark))
		if p.dark.A != p.light.A {
			fmt.Fprintf(&b, ";%s-opacity:%s", p.property, opacity(p.dark))
		}
		b.WriteString("}\n")
	}
	b.WriteString("}\n</style>\n")
	return b.Bytes()
}

// hex returns the colour without its alpha, as #rgb where that says the same.
func hex(c display.Color) string {
	if c.R%17 == 0 && c.G%17 == 0 && c.B%17 == 0 {
		return fmt.Sprintf("#%x%x%x", c.R/17, c.G/17, c.B/17)
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// opacity returns the alpha as a number from 0 to 1. Its two decimals are at most 1.3 of the
// 255 steps away, which nobody can see.
func opacity(c display.Color) string { return number(float64(c.A) / 255) }
