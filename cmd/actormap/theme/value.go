package theme

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"actormap/wasm/display"
)

// The most faces of a list, and the most letters of the name of one.
const (
	mostFaces  = 12
	mostOfFace = 64
)

// generics are the faces that every browser has (CSS Fonts 4, 2.1.2); a list ends with one, so that it is
// never a browser's accident what a text is set in.
var generics = []string{"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"}

// faces reads a CSS font-family list and writes it again: each name in quotation marks, but for the
// generic ones. What could end a declaration cannot stand in a name.
func faces(stack, generic string) (string, error) {
	parts := strings.Split(stack, ",")
	if len(parts) > mostFaces {
		return "", fmt.Errorf("a list has at most %d faces, not %d", mostFaces, len(parts))
	}
	var safe []string
	for _, part := range parts {
		name, err := faceName(strings.TrimSpace(part))
		if err != nil {
			return "", err
		}
		if !slices.Contains(generics, name) && name != "-apple-system" {
			name = `"` + ascii(name) + `"`
		}
		safe = append(safe, name)
	}
	if last := safe[len(safe)-1]; !slices.Contains(generics, last) {
		return "", fmt.Errorf("the list ends with %s, which not every machine has: end it with %s", last, generic)
	}
	return strings.Join(safe, ", "), nil
}

// faceName returns a name without its quotation marks.
func faceName(part string) (string, error) {
	name := part
	if len(part) > 1 && (part[0] == '"' || part[0] == '\'') && part[len(part)-1] == part[0] {
		name = part[1 : len(part)-1]
	}
	if strings.TrimSpace(name) == "" {
		return "", errors.New("a face has no name: take out the comma")
	}
	if n := len([]rune(name)); n > mostOfFace {
		return "", fmt.Errorf("the name of a face has at most %d letters, not %d", mostOfFace, n)
	}
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" -_.", r) {
			return "", fmt.Errorf("%s holds %q: the name of a face has letters, digits, blanks, hyphens, dots and underscores; the faces must be on the reader's machine, as the site loads none", part, r)
		}
	}
	return name, nil
}

// ascii writes what is not ASCII as escapes of CSS.
func ascii(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	return b.String()
}

// leastContrast is what sets a part of a page off from what is beside it (WCAG 2.2, 1.4.11).
const leastContrast = 3.0

var hexColour = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func colour(hex string) (display.Color, error) {
	if !hexColour.MatchString(hex) {
		return display.Color{}, fmt.Errorf("%q is no colour such as #8a3fc7", hex)
	}
	v, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		return display.Color{}, fmt.Errorf("%q is no colour such as #8a3fc7", hex)
	}
	return display.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}, nil
}

func written(c display.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// contrast is that of two colours (WCAG 2.2, contrast ratio), 1 to 21.
func contrast(a, b display.Color) float64 {
	p, q := luminance(a), luminance(b)
	return (math.Max(p, q) + 0.05) / (math.Min(p, q) + 0.05)
}

// luminance is the relative luminance of a colour (WCAG 2.2), 0 to 1.
func luminance(c display.Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// darker says which way from a ground there is contrast.
func darker(ground display.Color) string {
	if luminance(ground) > 0.18 {
		return "darker"
	}
	return "lighter"
}
