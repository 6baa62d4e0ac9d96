package raster

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/fixed"
)

// Fonts find a face for each character and shape text with it. They are not for use by
// several goroutines at once.
type Fonts struct {
	faces     *fontscan.FontMap
	shaper    shaping.HarfbuzzShaper
	segmenter shaping.Segmenter
	wrapper   shaping.LineWrapper
}

// GoFonts are the fonts that are part of this program: the same everywhere, for Latin, Greek
// and Cyrillic.
func GoFonts() (*Fonts, error) {
	f := &Fonts{faces: fontscan.NewFontMap(log.New(io.Discard, "", 0))}
	for name, src := range map[string][]byte{"regular": goregular.TTF, "bold": gobold.TTF} {
		if err := f.faces.AddFont(bytes.NewReader(src), "go-"+name, "Go"); err != nil {
			return nil, fmt.Errorf("raster: the font Go %s: %w", name, err)
		}
	}
	return f, nil
}

// SystemFonts are the fonts that are installed on this machine, and the Go fonts for what
// they lack, or where there are none.
func SystemFonts() (*Fonts, error) {
	f, err := GoFonts()
	if err != nil {
		return nil, err
	}
	index, err := os.MkdirTemp("", "actormap-fonts-") // the library insists on writing down what it found
	if err != nil {
		return f, nil // nowhere to write: a container that holds this program and nothing else
	}
	defer os.RemoveAll(index)
	_ = f.faces.UseSystemFonts(index) // it fails where there is no font
	return f, nil
}

// families are tried in this order: scene.FontFamily but for the names that only browsers know.
func families() []string {
	return []string{"Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "DejaVu Sans", "sans-serif", "Go"}
}

// A run is text in one face and one direction, shaped.
type run struct {
	face   *font.Face
	glyphs []shaping.Glyph
}

// line shapes one line of text, size in pixels, and returns its runs from left to right and
// its width in pixels. ok is false where a character has no glyph.
func (f *Fonts) line(text, lang string, rtl bool, size float64, weight int) (runs []run, width float64, ok bool) {
	runes := []rune(text)
	if len(runes) == 0 {
		return nil, 0, true
	}
	f.faces.SetQuery(fontscan.Query{Families: families(), Aspect: font.Aspect{Weight: font.Weight(weight)}})
	input := shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: direction(rtl), Size: fixed.Int26_6(size * 64),
		Language: language.NewLanguage(lang),
	}
	var shaped []shaping.Output
	for _, part := range f.segmenter.Split(input, f.faces) {
		out := f.shaper.Shape(part)
		for _, g := range out.Glyphs {
			if g.GlyphID == 0 && !ignorable(runes[g.TextIndex()]) {
				return nil, 0, false
			}
		}
		shaped = append(shaped, out)
	}
	lines, _ := f.wrapper.WrapParagraph(shaping.WrapConfig{Direction: input.Direction, BreakPolicy: shaping.Never}, 1<<20, runes, shaping.NewSliceIterator(shaped))
	if len(lines) != 1 {
		return nil, 0, false // it holds a line break
	}
	ordered := make([]run, len(lines[0]))
	for _, out := range lines[0] {
		ordered[out.VisualIndex] = run{out.Face, out.Glyphs}
		width += float64(out.Advance) / 64
	}
	return ordered, width, true
}

func direction(rtl bool) di.Direction {
	if rtl {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// ignorable reports whether a character is not seen, so that no font need have it.
func ignorable(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f || r >= 0xfe00 && r <= 0xfe0f || r == 0xfeff
}
