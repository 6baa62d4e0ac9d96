// Package svg paints a [scene.Frame] as a standalone picture: what the page shows before
// the live map, in print, and wherever the live map cannot run.
//
// The picture keeps to what every reader of SVG understands: colours and type are plain
// attributes, and the only style sheet holds the dark colours. So a program or a
// Content-Security-Policy that drops the style sheet is left with the light picture.
package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"actormap/wasm/scene"
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
func Write(w io.Writer, light, dark *scene.Frame, meta Meta) error {
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
func document(f *scene.Frame, meta Meta, p *painter) []byte {
	var b bytes.Buffer
	w, h := number(f.Width), number(f.Height)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img"%s>`+"\n",
		w, h, w, h, langAttributes(meta.Lang))
	if meta.Title != "" {
		fmt.Fprintf(&b, "<title>%s</title>\n", escape(meta.Title))
	}
	if meta.Description != "" {
		fmt.Fprintf(&b, "<desc>%s</desc>\n", escape(meta.Description))
	}
	b.Write(p.palette.style())
	if p.paper != "" {
		fmt.Fprintf(&b, `<rect width="%s" height="%s"%s/>`+"\n", w, h, p.paper)
	}
	if p.shapes.Len() > 0 {
		fmt.Fprintf(&b, "<g fill=\"none\" stroke-linejoin=\"round\">\n%s</g>\n", p.shapes.Bytes())
	}
	if p.words.Len() > 0 {
		fmt.Fprintf(&b, `<g font-family="%s" text-anchor="middle" paint-order="stroke" stroke-linejoin="round" xml:space="preserve">`+"\n%s</g>\n",
			escape(scene.FontFamily), p.words.Bytes())
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
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
// not UTF-8 and characters that XML forbids become U+FFFD.
func escape(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a bytes.Buffer does not fail
	}
	return b.String()
}
