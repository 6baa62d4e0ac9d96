package scene

import "actormap/wasm/geom"

// A Frame is the display list of one picture: what to draw, back to front, in screen
// space (CSS pixels, origin top left, y down). It settles everything; a painter only
// paints. Texts lie above all shapes. The slices belong to the scene and are valid until
// the next call of Scene.Frame.
type Frame struct {
	Width, Height float64
	Paper         Color
	Shapes        []Shape
	Texts         []Text
	Ground        *Ground // what lies below Shapes; nil: they are all there is. See Scene.LiveFrame
}

// A Color is sRGB with straight (not premultiplied) alpha, 0 to 255 each.
type Color struct{ R, G, B, A uint8 }

// Fade returns c with its alpha multiplied by k, 0 to 1.
func (c Color) Fade(k float64) Color {
	c.A = uint8(float64(c.A)*k + 0.5)
	return c
}

// A ShapeKind says which fields of a Shape count.
type ShapeKind uint8

// The shapes. Each may have a Fill, a Stroke centred on its edge, or both.
const (
	Disc     ShapeKind = iota // At, HalfW = radius
	Box                       // At, HalfW, HalfH, Corner = corner radius
	Hexagon                   // At, HalfW = circumradius; a corner to the left and to the right
	Stroke                    // Curve, Width, Dash; the colour is Line
	Triangle                  // Points; Fill only
	HalfDisc                  // At, HalfW = radius: the left half of a disc; Fill only
)

// A Shape is one figure of a Frame. A colour with alpha 0 is not painted.
type Shape struct {
	Kind         ShapeKind
	At           geom.Vec
	HalfW, HalfH float64
	Corner       float64
	Curve        geom.Curve
	Points       [3]geom.Vec
	Fill, Line   Color
	Width        float64 // px, of the outline or of the stroke
	Dash         Dash
	Round        bool // round ends of a solid Stroke; otherwise they are cut straight (butt)
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

// marks returns how many dashes and how many dots follow each other.
func (m Mix) marks() (dashes, dots int) {
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

// Turn returns one turn of the pattern of a stroke that is so wide: mark, gap, mark, gap, ..., px.
// It is for d.On > 0.
func (d Dash) Turn(width float64) []float64 {
	dashes, dots := d.Mix.marks()
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
	Node      string   // id of the node that it names; empty for other texts
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
}

// FontFamily is the CSS font-family of every text of a Frame.
const FontFamily = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif`
