// Package svg paints a [display.Frame] as a standalone picture: what the page shows before
// the live map, in print, and wherever the live map cannot run.
//
// The picture keeps to SVG 1.1, which every reader of SVG understands: colours and type are
// plain attributes, and the only style sheet holds the dark colours. So a program or a
// Content-Security-Policy that drops the style sheet is left with the light picture. A halo is
// a text of its own: what knows no paint-order would paint it over the letters.
package svg

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"actormap/wasm/display"
)

// Meta is what the picture says of itself to those who do not see it. Empty fields are
// left out. Every string may hold anything: what XML cannot hold becomes U+FFFD.
type Meta struct {
	Title       string
	Description string
	Lang        string // BCP 47 tag of Title and Description
}

// Write paints light as an SVG document in one call of w.Write. With dark, which must have
// the same geometry and texts, the picture has that frame's colours wherever
// prefers-color-scheme says so; dark may be nil. The same input gives the same bytes.
//
// SVG can stretch a text to a width but not bound it, so Text.MaxWidth does not show: it is
// an upper bound of the width in every common face, which is all that a still picture needs.
//
// Nothing is written when a number is not finite or when the frames differ in more than
// colours.
func Write(w io.Writer, light, dark *display.Frame, meta Meta) error {
	if err := checkNumbers(light); err != nil {
		return err
	}
	if dark != nil {
		if err := checkSame(light, dark); err != nil {
			return err
		}
	}
	p := newPainter(light, dark)
	for i := range light.Shapes {
		p.shape(i)
	}
	p.texts()
	_, err := w.Write(document(light, meta, p))
	return err
}

// document puts the head, the dark colours and the painted body together.
func document(f *display.Frame, meta Meta, p *painter) []byte {
	var b bytes.Buffer
	b.WriteString(opening(f, meta))
	b.Write(p.palette.style())
	if p.paper != "" {
		fmt.Fprintf(&b, `<rect width="%s" height="%s"%s/>`+"\n", number(f.Width), number(f.Height), p.paper)
	}
	p.body(&b)
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// opening returns the start tag and what the picture says of itself.
func opening(f *display.Frame, meta Meta) string {
	w, h := number(f.Width), number(f.Height)
	text := `<svg xmlns="http://www.w3.org/2000/svg" width="` + w + `" height="` + h + `" viewBox="0 0 ` + w + " " + h +
		`" role="img"` + langAttributes(meta.Lang) + ">\n"
	if meta.Title != "" {
		text += "<title>" + escape(meta.Title) + "</title>\n"
	}
	if meta.Description != "" {
		text += "<desc>" + escape(meta.Description) + "</desc>\n"
	}
	return text
}

// body writes what has been painted.
func (p *painter) body(b *bytes.Buffer) {
	if p.shapes.Len() > 0 {
		fmt.Fprintf(b, "<g fill=\"none\" stroke-linejoin=\"round\">\n%s</g>\n", p.shapes.Bytes())
	}
	if p.words.Len() == 0 {
		return
	}
	fmt.Fprintf(b, `<g font-family="%s" text-anchor="middle" xml:space="preserve">`+"\n", escape(display.FontFamily))
	if p.halos.Len() > 0 {
		fmt.Fprintf(b, `<g fill="none" stroke-linejoin="round" aria-hidden="true">`+"\n%s</g>\n", p.halos.Bytes())
	}
	fmt.Fprintf(b, "%s</g>\n", p.words.Bytes())
}

// langAttributes names a language twice: SVG 2 and HTML read lang, older readers xml:lang.
func langAttributes(lang string) string {
	if lang == "" {
		return ""
	}
	l := escape(lang)
	return ` lang="` + l + `" xml:lang="` + l + `"`
}

// escape makes any bytes fit for text and for attributes in double quotes. Bytes that are
// not UTF-8 and characters that XML forbids become U+FFFD. It is encoding/xml's EscapeText
// without that package, whose reflection would weigh on every reader's download.
func escape(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch r {
		case '"':
			b = append(b, "&#34;"...)
		case '\'':
			b = append(b, "&#39;"...)
		case '&':
			b = append(b, "&amp;"...)
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '\t':
			b = append(b, "&#x9;"...)
		case '\n':
			b = append(b, "&#xA;"...)
		case '\r':
			b = append(b, "&#xD;"...)
		default:
			b = utf8.AppendRune(b, allowed(r))
		}
	}
	return string(b)
}

// allowed returns r, or U+FFFD for what XML 1.0 forbids. Other controls than the three that
// escape writes as numbers, and the two ends of the basic plane, are all that can come up.
func allowed(r rune) rune {
	if r < ' ' || r == 0xFFFE || r == 0xFFFF {
		return utf8.RuneError
	}
	return r
}
