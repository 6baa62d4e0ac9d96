package view

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"actormap/wasm/display"
)

// Labels keeps the sprites of all texts that were ever shown at the present device pixel
// ratio, and builds the quads that show those of one frame.
type Labels struct {
	dpr   float64
	atlas atlas
	known map[Sprite]placed
	quads []Quads // one for each page, reused

	missing []Sprite // of the last Build
}

// A placed sprite is one that has been rastered. One that could not be has no size.
type placed struct {
	spot
	w, h, originX, originY int
}

// Quads are the labels of one page.
type Quads struct {
	Vertices []ebiten.Vertex
	Indices  []uint32
}

// An Upload is a piece of a page that has to be written to its texture, premultiplied RGBA.
type Upload struct {
	Page, X, Y, W, H int
	Pixels           []byte
}

// Build fills the quads with the texts that are known and notes those that are not. After a
// change of the device pixel ratio nothing is known.
func (l *Labels) Build(texts []display.Text, dpr float64) {
	if l.known == nil || dpr != l.dpr {
		l.reset(dpr)
	}
	for i := range l.quads {
		l.quads[i].Vertices, l.quads[i].Indices = l.quads[i].Vertices[:0], l.quads[i].Indices[:0]
	}
	l.missing = l.missing[:0]
	for i := range texts {
		t := &texts[i]
		if t.Text == "" || t.Ink.A == 0 || !finite(t.At.X, t.At.Y, t.Size, t.MaxWidth, t.HaloWidth) {
			continue
		}
		s := spriteOf(t)
		p, ok := l.known[s]
		if !ok {
			l.missing = append(l.missing, s)
			continue
		}
		if p.w > 0 {
			l.quads[p.page].add(p, t, dpr)
		}
	}
}

// reset drops every sprite.
func (l *Labels) reset(dpr float64) {
	l.dpr, l.known = dpr, make(map[Sprite]placed)
	l.atlas.clear()
}

// Missing returns the sprites that the last Build had no pixels for, at most limit; the slice is
// valid until the next Build.
func (l *Labels) Missing(limit int) []Sprite { return l.missing[:min(limit, len(l.missing))] }

// Store takes in the pixels of sprites and hands each piece to write, in which Pixels are
// valid during the call only. A sprite that cannot be shaped or placed is known as empty, so
// that it is not asked for again.
func (l *Labels) Store(sprites []Sprite, sheet *Sheet, write func(Upload)) {
	var pixels []byte
	for i, s := range sprites {
		if _, twice := l.known[s]; twice {
			continue
		}
		l.known[s] = placed{}
		if i >= len(sheet.Boxes) {
			continue
		}
		b := sheet.Boxes[i]
		if pixels = sheet.cut(pixels, b); pixels == nil {
			continue
		}
		at, ok := l.atlas.place(b.W, b.H)
		if !ok {
			continue
		}
		for len(l.quads) < len(l.atlas.pages) {
			l.quads = append(l.quads, Quads{})
		}
		l.known[s] = placed{at, b.W, b.H, b.OriginX, b.OriginY}
		write(Upload{at.page, at.x, at.y, b.W, b.H, pixels})
	}
}

// Full reports whether the pages are full, so that it is better to drop what is no longer shown
// than to leave labels out.
func (l *Labels) Full() bool { return len(l.atlas.pages) == maxPages }

// add appends the quad of one text. Its corners are whole device pixels: the sprite
// was rastered for exactly that, and other corners would tear along the diagonal.
func (q *Quads) add(p placed, t *display.Text, dpr float64) {
	x0 := float32(math.Round(t.At.X*dpr)) - float32(p.originX)
	y0 := float32(math.Round(t.At.Y*dpr)) - float32(p.originY)
	w, h := float32(p.w), float32(p.h)
	a := opacity(t)
	first := uint32(len(q.Vertices))
	for _, c := range [4][2]float32{{0, 0}, {w, 0}, {w, h}, {0, h}} {
		q.Vertices = append(q.Vertices, ebiten.Vertex{
			DstX: x0 + c[0], DstY: y0 + c[1],
			SrcX: float32(p.x) + c[0], SrcY: float32(p.y) + c[1],
			ColorR: a, ColorG: a, ColorB: a, ColorA: a, // premultiplied
		})
	}
	q.Indices = append(q.Indices, first, first+1, first+2, first, first+2, first+3)
}
