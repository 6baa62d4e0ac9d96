package display

import "actormap/wasm/geom"

// A Color is sRGB with straight (not premultiplied) alpha, 0 to 255 each.
type Color struct{ R, G, B, A uint8 }

// Fade returns c with its alpha multiplied by k, 0 to 1.
func (c Color) Fade(k float64) Color {
	c.A = uint8(float64(c.A)*k + 0.5)
	return c
}

// Over returns the opaque colour that c with the opacity k, 0 to 1, gives on paper.
func (c Color) Over(paper Color, k float64) Color {
	mix := func(a, b uint8) uint8 { return uint8(float64(b) + (float64(a)-float64(b))*k + 0.5) }
	return Color{mix(c.R, paper.R), mix(c.G, paper.G), mix(c.B, paper.B), 0xFF}
}

// A Kind says which fields of a Shape count.
type Kind uint8

// The kinds of shapes. Each may have a Fill, a Stroke centred on its edge, or both.
const (
	Disc     Kind = iota // At, HalfW = radius
	Box                  // At, HalfW, HalfH, Corner = corner radius
	Hexagon              // At, HalfW = circumradius; a corner to the left and to the right
	Stroke               // Curve, Width, Dash; the colour is Line
	Triangle             // Points; Fill only
	HalfDisc             // At, HalfW = radius: the left half of a disc; Fill only
	Overlay              // At, HalfW, HalfH: a plain box over the whole frame; Fill only. It dims what lies below it
)

// A Shape is one figure of a Frame. A colour with alpha 0 is not painted.
type Shape struct {
	Kind         Kind
	Round        bool // round ends of a solid Stroke; otherwise they are cut straight (butt)
	At           geom.Vec
	HalfW, HalfH float64
	Corner       float64
	Curve        geom.Curve
	Points       [3]geom.Vec
	Fill, Line   Color
	Width        float64 // px, of the outline or of the stroke
	Dash         Dash
	Owner        Owner
}

// A Dash is a pattern along a Stroke, measured in px of arc length from its start.
// On = 0 with Off > 0 are round dots of the stroke's width, Off apart (centre to centre);
// the zero Dash is solid. Dashes with On > 0 have straight (butt) ends. With Mix, dashes and
// square dots as long as the stroke is wide take turns, Off from edge to edge.
type Dash struct {
	On, Off float64
	Mix     Mix
}

// A Mix says which marks take turns in a Dash.
type Mix uint8

// The mixes.
const (
	OnlyDashes  Mix = iota
	DashDot         // a dash, a dot
	DashDashDot     // two dashes, a dot
	DashDotDot      // a dash, two dots
)

// Marks returns how many dashes and how many dots follow each other.
func (m Mix) Marks() (dashes, dots int) {
	switch m {
	case DashDot:
		return 1, 1
	case DashDashDot:
		return 2, 1
	case DashDotDot:
		return 1, 2
	}
	return 1, 0
}

// Turn returns one period of the pattern of a stroke of the given width: mark, gap, mark, gap, ..., px.
// It is for d.On > 0.
func (d Dash) Turn(width float64) []float64 {
	dashes, dots := d.Mix.Marks()
	var out []float64
	for range dashes {
		out = append(out, d.On, d.Off)
	}
	for range dots {
		out = append(out, width, d.Off)
	}
	return out
}

// A Text is one line of text, centred on a point. The painter lets the browser shape it in
// the system's sans-serif face (FontFamily), at alphabetic baseline, and makes it narrower when it
// is wider than MaxWidth, never wider.
type Text struct {
	At        geom.Vec // middle of the baseline; whole px at rest
	Text      string
	Lang      string  // BCP 47; may be empty
	RTL       bool    // the whole text, of which this may be a line, runs from right to left: see label.RightToLeft
	Size      float64 // px
	Weight    int     // 400 or 600
	MaxWidth  float64 // px
	Ink       Color
	Halo      Color   // alpha 0: none
	HaloWidth float64 // px to each side of the glyphs; the halo is stroked below the text with round joins
	Owner     Owner
}

// FontFamily is the CSS font-family of every text of a Frame.
const FontFamily = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif`
