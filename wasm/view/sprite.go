package view

import (
	"actormap/wasm/display"
)

// A Sprite is a label as it is rastered: its text and look at full opacity, lengths in CSS
// pixels. Two texts with the same Sprite share its pixels.
type Sprite struct {
	Text, Lang string
	RTL        bool
	Size       float32
	Weight     int
	MaxWidth   float32
	Ink        [3]uint8 // opaque
	Halo       [4]uint8 // straight alpha, relative to the ink's; alpha 0: none
	HaloWidth  float32
}

// haloSteps is how finely the halo's opacity relative to the ink's is kept. A fading label
// rounds both to whole 255ths; coarse steps keep that from making it another sprite.
const haloSteps = 8

// spriteOf returns the sprite of a text.
//
// A label fades as a whole: Ink.A is taken as the opacity of ink and halo together, is
// applied to the finished sprite as [opacity], and never rasters again. Halo.A counts only in
// proportion to it: a halo as opaque as its ink is rastered opaque.
func spriteOf(t *display.Text) Sprite {
	s := Sprite{
		Text: t.Text, Lang: t.Lang, RTL: t.RTL,
		Size: float32(t.Size), Weight: t.Weight,
		MaxWidth: float32(t.MaxWidth),
		Ink:      [3]uint8{t.Ink.R, t.Ink.G, t.Ink.B},
	}
	if t.Halo.A > 0 && t.HaloWidth > 0 && t.Ink.A > 0 {
		share := min(1, float64(t.Halo.A)/float64(t.Ink.A))
		step := int(share*haloSteps + 0.5)
		if step > 0 {
			s.Halo = [4]uint8{t.Halo.R, t.Halo.G, t.Halo.B, uint8(255 * step / haloSteps)}
			s.HaloWidth = float32(t.HaloWidth)
		}
	}
	return s
}

// opacity returns how opaque the whole sprite of t is painted, 0 to 1.
func opacity(t *display.Text) float32 { return float32(t.Ink.A) / 255 }

// A Sheet is the answer of a rasteriser to a list of sprites: one picture that holds them
// all, and a box for each. The pixels are straight RGBA, row by row.
type Sheet struct {
	Width, Height int
	Pixels        []byte
	Boxes         []SheetBox // in the order of the sprites; an empty one could not be shaped
}

// A SheetBox is where a sprite lies on its sheet, in pixels, and where in it the middle of
// the text's baseline is.
type SheetBox struct{ X, Y, W, H, OriginX, OriginY int }

// cut copies one box out of the sheet as premultiplied RGBA, into dst if it is large enough. A box
// that is not wholly on the sheet gives nil.
func (s *Sheet) cut(dst []byte, b SheetBox) []byte {
	if b.W <= 0 || b.H <= 0 || b.X < 0 || b.Y < 0 || b.X+b.W > s.Width || b.Y+b.H > s.Height ||
		len(s.Pixels) < 4*s.Width*s.Height {
		return nil
	}
	dst = dst[:0]
	for y := b.Y; y < b.Y+b.H; y++ {
		row := s.Pixels[4*(y*s.Width+b.X) : 4*(y*s.Width+b.X+b.W)]
		for i := 0; i < len(row); i += 4 {
			a := uint32(row[i+3])
			dst = append(dst, premultiply(row[i], a), premultiply(row[i+1], a), premultiply(row[i+2], a), row[i+3])
		}
	}
	return dst
}

func premultiply(c byte, a uint32) byte { return byte((uint32(c)*a + 127) / 255) }
