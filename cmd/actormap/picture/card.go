package picture

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"

	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/raster"
	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
	"actormap/wasm/scene"
)

// CardW and CardH are the size of a card in pixels, as link previews show it.
const (
	CardW = 1200
	CardH = 630
)

// cardScale is how many pixels of a card stand for one of its map, so that its labels can be
// read in a preview of half the size.
const cardScale = 1.5

// headRoom is what the title takes from a card's map, and footRoom what the names of those take who answer for
// it, in the map's own pixels.
const (
	headRoom = 44
	footRoom = 24
)

// Card draws the map as a PNG under its title, in the light theme; below it stands who answers for it, if the
// dataset says so. titleLang is the title's BCP 47 tag. It returns the texts that no font could write: they are left out.
func (e Effort) Card(ds *data.Dataset, title, titleLang string, fonts *raster.Fonts) (body []byte, unwritten []string, err error) {
	const w, h = CardW / cardScale, CardH / cardScale
	words, err := lang.In(ds.Language)
	if err != nil {
		return nil, nil, err
	}
	texts := []display.Text{caption(title, titleLang, 30, 20, 600)}
	room := float64(h - headRoom)
	if desk := strings.Join(words.Desk(ds, ds.Language), " · "); desk != "" {
		room -= footRoom
		texts = append(texts, caption(desk, ds.Language, h-9, 12, 400))
	}
	s := scene.SolveForPicture(graph.New(ds, ds.Language), scene.Size{W: w, H: room}, e.budget())
	s.MostConnectedOnly()
	s.SetTheme(display.Light())
	f := *s.Frame()
	f.Height = h
	for i := range f.Shapes {
		lower(&f.Shapes[i])
	}
	for _, t := range f.Texts {
		t.At.Y += headRoom
		texts = append(texts, t)
	}
	f.Texts = texts
	img, unwritten, err := raster.Paint(&f, cardScale, fonts)
	if err != nil {
		return nil, nil, fmt.Errorf("picture: the card: %w", err)
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, img); err != nil {
		return nil, nil, fmt.Errorf("picture: the card: %w", err)
	}
	return out.Bytes(), unwritten, nil
}

// caption is a text in the middle of a card, with its baseline at y.
func caption(text, lang string, y, size float64, weight int) display.Text {
	const w = CardW / cardScale
	ink := display.Color{R: 0x1f, G: 0x24, B: 0x30, A: 0xff}
	return display.Text{Text: text, Lang: lang, RTL: label.RightToLeft(text), At: geom.Vec{X: w / 2, Y: y}, Size: size, Weight: weight, MaxWidth: w - 32, Ink: ink}
}

// lower moves a shape below the title.
func lower(s *display.Shape) {
	down := geom.Vec{Y: headRoom}
	s.At = s.At.Add(down)
	s.Curve = geom.Curve{A: s.Curve.A.Add(down), C: s.Curve.C.Add(down), B: s.Curve.B.Add(down)}
	for i := range s.Points {
		s.Points[i] = s.Points[i].Add(down)
	}
}
