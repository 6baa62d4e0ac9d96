package picture

import (
	"bytes"
	"fmt"
	"image/png"

	"actormap/cmd/actormap/raster"
	"actormap/data"
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

// headRoom is what the title takes from a card's map, in the map's own pixels.
const headRoom = 44

// Card draws the map as a PNG under its title, in the light theme. It returns the texts that
// no font could write: they are left out.
func (e Effort) Card(ds *data.Dataset, title, lang string, fonts *raster.Fonts) (body []byte, unwritten []string, err error) {
	const w, h = CardW / cardScale, CardH / cardScale
	s := scene.ComposePicture(graph.New(ds, ds.Language), scene.Size{W: w, H: h - headRoom}, e.budget())
	s.Abridge()
	s.Paint(scene.Light())
	f := *s.Frame()
	f.Height = h
	for i := range f.Shapes {
		lower(&f.Shapes[i])
	}
	ink := scene.Color{R: 0x1f, G: 0x24, B: 0x30, A: 0xff}
	texts := []scene.Text{{Text: title, Lang: lang, RTL: label.RightToLeft(title), At: geom.Vec{X: w / 2, Y: 30}, Size: 20, Weight: 600, MaxWidth: w - 32, Ink: ink}}
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

// lower moves a shape below the title.
func lower(s *scene.Shape) {
	down := geom.Vec{Y: headRoom}
	s.At = s.At.Add(down)
	s.Curve = geom.Curve{A: s.Curve.A.Add(down), C: s.Curve.C.Add(down), B: s.Curve.B.Add(down)}
	for i := range s.Points {
		s.Points[i] = s.Points[i].Add(down)
	}
}
