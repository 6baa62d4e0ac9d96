package svg

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"actormap/wasm/display"
	"actormap/wasm/label"
)

// A Caption stands around a picture that is taken away from its page: what it shows above it, and
// below it since when, by whom, under which terms, and where the whole of it is.
type Caption struct {
	Title string
	Lines []string // one paragraph each; too long ones are broken
	Notes []string // further paragraphs, which stand in the picture's description alone
	Lang  string   // BCP 47 tag of all of it
}

// Of the caption, px.
const (
	captionMargin = 14.0
	titleSize     = 18.0
	titleLine     = 25.0
	noteSize      = 12.0
	noteLine      = 17.0
	mostLines     = 8 // of the title, and of each paragraph
)

// A block is a run of lines in one look.
type block struct {
	lines        []string
	size, height float64
	weight       int
	rtl          bool // of the text that the lines are of
	ink          display.Color
}

// WriteCaptioned paints one frame with its caption as an SVG document, in one call of w.Write, and
// returns its size in px. What lies outside the frame is cut off: a zoomed map reaches beyond it.
func WriteCaptioned(w io.Writer, f *display.Frame, t *display.Theme, c Caption) (width, height float64, err error) {
	if err := checkNumbers(f); err != nil {
		return 0, 0, err
	}
	p := newPainter(f, nil)
	for i := range f.Shapes {
		p.shape(i)
	}
	p.texts()
	room := f.Width - 2*captionMargin
	head := []block{{wrapped(c.Title, titleSize, 600, room), titleSize, titleLine, 600, label.RightToLeft(c.Title), t.Ink}}
	foot := make([]block, 0, len(c.Lines))
	for _, l := range c.Lines {
		foot = append(foot, block{wrapped(l, noteSize, 400, room), noteSize, noteLine, 400, label.RightToLeft(l), t.Muted})
	}
	top, bottom := heightOf(head), heightOf(foot)
	whole := *f
	whole.Height = top + f.Height + bottom

	var b bytes.Buffer
	b.WriteString(opening(&whole, Meta{Title: c.Title, Description: strings.Join(slices.Concat(c.Lines, c.Notes), "\n"), Lang: c.Lang}))
	if p.paper != "" {
		fmt.Fprintf(&b, `<rect width="%s" height="%s"%s/>`+"\n", number(whole.Width), number(whole.Height), p.paper)
	}
	fmt.Fprintf(&b, `<svg y="%s" width="%s" height="%s" viewBox="0 0 %[2]s %[3]s" overflow="hidden">`+"\n",
		number(top), number(f.Width), number(f.Height))
	p.body(&b)
	b.WriteString("</svg>\n")
	p.blocks(&b, head, 0, f.Width)
	p.blocks(&b, foot, top+f.Height, f.Width)
	b.WriteString("</svg>\n")
	_, err = w.Write(b.Bytes())
	return whole.Width, whole.Height, err
}

// wrapped breaks a text into lines of at most room px. label.Wrap lets a long word, such as an
// address, stand out of its line by 1.6 at most; here it would be cut off.
func wrapped(text string, size float64, weight int, room float64) []string {
	lines := label.Wrap(text, size, weight, room, mostLines)
	for _, l := range lines {
		if label.Width(l, size, weight) > room {
			return label.Wrap(text, size, weight, room/1.6, mostLines)
		}
	}
	return lines
}

// heightOf returns the height of blocks with margins above and below, 0 for none.
func heightOf(blocks []block) (h float64) {
	for _, b := range blocks {
		h += float64(float64(len(b.lines)) * b.height)
	}
	if h > 0 {
		h += captionMargin
	}
	return h
}

// blocks writes lines from the top down, each at the side where its text begins.
func (p *painter) blocks(b *bytes.Buffer, blocks []block, y, width float64) {
	if heightOf(blocks) == 0 {
		return
	}
	fmt.Fprintf(b, `<g font-family="%s" xml:space="preserve">`+"\n", escape(display.FontFamily))
	y += captionMargin / 2
	for _, k := range blocks {
		for _, words := range k.lines {
			words = line(words)
			y += k.height
			x, look := captionMargin, p.colours(paint{"fill", k.ink, k.ink})
			if k.weight != 400 {
				look += fmt.Sprintf(` font-weight="%d"`, k.weight)
			}
			if k.rtl {
				x = width - captionMargin
				look += rightToLeft
			}
			fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"%s>%s</text>`+"\n",
				number(x), number(y-float64(0.3*k.height)), number(k.size), look, escape(words))
		}
	}
	b.WriteString("</g>\n")
}
