package svg

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// A painter holds the body of the picture while it is made.
type painter struct {
	light, dark          *display.Frame
	palette              palette
	paper                string // attributes; empty for a paper that is not seen
	shapes, halos, words bytes.Buffer
}

// newPainter starts a picture; a nil dark frame means that the colours never change.
func newPainter(light, dark *display.Frame) *painter {
	if dark == nil {
		dark = light
	}
	p := &painter{light: light, dark: dark, palette: palette{class: map[paint]string{}}}
	p.paper = p.colours(paint{"fill", light.Paper, dark.Paper})
	return p
}

// colours returns the attributes of an element's paints; the hidden ones leave no trace.
func (p *painter) colours(paints ...paint) string {
	var text string
	var classes []string
	for _, pt := range paints {
		if pt.hidden() {
			continue
		}
		attributes, class := p.palette.attributes(pt)
		text += attributes
		if class != "" {
			classes = append(classes, class)
		}
	}
	if classes != nil {
		text += ` class="` + strings.Join(classes, " ") + `"`
	}
	return text
}

// Elements writes shapes as SVG elements of a picture that takes its colours from the page around
// it: look gives the attributes of each, with a blank before each.
func Elements(shapes []display.Shape, look func(*display.Shape) string) string {
	var b strings.Builder
	for i := range shapes {
		s := &shapes[i]
		fmt.Fprintf(&b, "<%s%s%s/>", figure(s), look(s), strokeWidth(s))
	}
	return b.String()
}

// strokeWidth returns the attribute of a line that is not 1 px wide.
func strokeWidth(s *display.Shape) string {
	if s.Width == 0 || s.Width == 1 {
		return ""
	}
	return ` stroke-width="` + number(s.Width) + `"`
}

// shape paints one shape, unless nothing of it would be seen.
func (p *painter) shape(i int) {
	s := &p.light.Shapes[i]
	fill := paint{"fill", s.Fill, p.dark.Shapes[i].Fill}
	line := paint{"stroke", s.Line, p.dark.Shapes[i].Line}
	hasFill := s.Kind != display.Stroke && !fill.hidden()
	hasLine := s.Kind != display.Triangle && s.Kind != display.HalfDisc && !line.hidden() && s.Width > 0
	var look string
	switch {
	case hasFill && hasLine:
		look = p.colours(fill, line)
	case hasFill:
		look = p.colours(fill)
	case hasLine:
		look = p.colours(line)
	default:
		return
	}
	if hasLine {
		look += strokeWidth(s)
	}
	fmt.Fprintf(&p.shapes, "<%s%s/>\n", figure(s), look)
}

// figure returns the element's name and its geometry.
func figure(s *display.Shape) string {
	switch s.Kind {
	case display.Disc:
		return fmt.Sprintf(`circle cx="%s" cy="%s" r="%s"`, number(s.At.X), number(s.At.Y), number(s.HalfW))
	case display.Box, display.Overlay:
		return box(s)
	case display.Hexagon:
		return `polygon points="` + points(hexagon(s.At, s.HalfW)...) + `"`
	case display.Triangle:
		return `polygon points="` + points(s.Points[:]...) + `"`
	case display.HalfDisc:
		r := geom.Vec{Y: s.HalfW}
		return `path d="M` + points(s.At.Sub(r)) + "A" + points(geom.Vec{X: s.HalfW, Y: s.HalfW}) + " 0 0 0 " + points(s.At.Add(r)) + `z"`
	}
	c := s.Curve
	return `path d="M` + points(c.A) + "Q" + points(c.C, c.B) + `"` + pattern(s)
}

// box returns a rectangle. SVG would bound a corner by each side alone and so make it
// elliptic; it is bounded here to stay round.
func box(s *display.Shape) string {
	b := geom.RectAt(s.At, s.HalfW, s.HalfH)
	text := fmt.Sprintf(`rect x="%s" y="%s" width="%s" height="%s"`,
		number(b.Min.X), number(b.Min.Y), number(b.W()), number(b.H()))
	if r := min(s.Corner, s.HalfW, s.HalfH); r > 0 {
		text += ` rx="` + number(r) + `"`
	}
	return text
}

// hexagon returns the corners clockwise from the right one.
func hexagon(at geom.Vec, radius float64) []geom.Vec {
	const sin60 = 0.8660254037844386
	x, y := float64(radius*0.5), float64(radius*sin60)
	return []geom.Vec{
		{X: at.X + radius, Y: at.Y}, {X: at.X + x, Y: at.Y + y}, {X: at.X - x, Y: at.Y + y},
		{X: at.X - radius, Y: at.Y}, {X: at.X - x, Y: at.Y - y}, {X: at.X + x, Y: at.Y - y},
	}
}

// pattern returns the dashes and the ends of a stroke. A dash of no length with round ends
// is a dot.
func pattern(s *display.Shape) string {
	switch {
	case s.Dash.Off > 0 && s.Dash.On > 0:
		var turn []string
		for _, px := range s.Dash.Turn(s.Width) {
			turn = append(turn, number(px))
		}
		return ` stroke-dasharray="` + strings.Join(turn, " ") + `"`
	case s.Dash.Off > 0:
		return ` stroke-dasharray="0 ` + number(s.Dash.Off) + `" stroke-linecap="round"`
	case s.Round:
		return ` stroke-linecap="round"`
	}
	return ""
}

// points returns coordinates as SVG writes them: "x y x y".
func points(at ...geom.Vec) string {
	words := make([]string, 0, 2*len(at))
	for _, p := range at {
		words = append(words, number(p.X), number(p.Y))
	}
	return strings.Join(words, " ")
}

// number returns x with at most two decimals: a hundredth of a px is not seen.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
