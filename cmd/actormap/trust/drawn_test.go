package trust_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actormap/cmd/actormap/picture"
	"actormap/cmd/actormap/raster"
	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/scene"
)

// A probe says in a few words what an output shows of a row.
type probe func(t *testing.T, ds *data.Dataset, row string) string

var probes = map[string]probe{
	"map": onMap, "svg": inSVG, "png": inPNG, "card": onCard, "description": inDescription, "legend": inLegend, "filter": underFilter,
	"text": inText, "list of from": inListOfFrom, "list of to": inListOfTo, "sums": inSums, "who with whom": withWhom, "story": inStory,
	"events": inEvents,
}

// frame draws the map of one relation, which is selected, so that its label is lit.
func frame(t *testing.T, ds *data.Dataset, id string) *display.Frame {
	t.Helper()
	s := scene.New(graph.New(only(ds, id), "en"), scene.Size{W: 736, H: 620})
	if err := s.Apply(scene.Select{Target: scene.Ref{Edge: id}}); err != nil {
		t.Fatal(err)
	}
	for s.Tick(1000) { // the light goes on
	}
	s.SetTheme(display.Light())
	return s.Frame()
}

// onMap reads the display list: the longest stroke, the sign at its middle, and the label.
func onMap(t *testing.T, ds *data.Dataset, row string) string {
	f := frame(t, ds, row+"-pays")
	line := longest(f)
	return strings.Join([]string{inkName(line.Line), weight(line.Width), pattern(line), sign(f, line), label(f)}, ", ")
}

// longest returns the line of the relation: nothing that is drawn in the colour of an ink is longer.
func longest(f *display.Frame) (line display.Shape) {
	for _, s := range f.Shapes {
		if s.Kind == display.Stroke && inkName(s.Line) != "" && s.Curve.B.Sub(s.Curve.A).Len() > line.Curve.B.Sub(line.Curve.A).Len() {
			line = s
		}
	}
	return line
}

// inkName is what a colour of the light theme stands for.
func inkName(c display.Color) string {
	c.A = 255
	t := display.Light()
	switch c {
	case t.Cooperation:
		return "blue"
	case t.Conflict:
		return "vermillion"
	case t.Grey:
		return "grey"
	case t.Muted:
		return "neutral"
	}
	return ""
}

func weight(width float64) string {
	if width >= 2.5 {
		return "thick"
	}
	return "thin"
}

func pattern(s display.Shape) string {
	switch {
	case s.Dash == display.Dash{}:
		return "solid"
	case s.Dash.Mix == display.DashDot:
		return "a dash and a dot"
	case s.Dash.Mix == display.DashDashDot:
		return "two dashes and a dot"
	}
	return "another pattern"
}

// sign names what stands on a line by the strokes of its ink that are as short as a sign's.
func sign(f *display.Frame, line display.Shape) string {
	var found []string
	for _, s := range f.Shapes {
		d := s.Curve.B.Sub(s.Curve.A)
		switch {
		case s.Kind == display.HalfDisc:
			found = append(found, "half-filled")
		case s.Kind != display.Stroke || s.Line != line.Line || d.Len() > 14:
		case math.Abs(d.Y) < 0.01:
			found = append(found, "bar")
		case math.Abs(d.X) < 0.01:
			found = append(found, "upright bar")
		default:
			found = append(found, "struck")
		}
	}
	if found == nil {
		return "no sign"
	}
	return strings.NewReplacer("bar + upright bar", "plus", "bar", "minus").Replace(strings.Join(found, " + "))
}

// label joins the lines of the labels of edges.
func label(f *display.Frame) string {
	var lines []string
	for _, x := range f.Texts {
		if x.Owner.Thing == display.Edge {
			lines = append(lines, x.Text)
		}
	}
	return strconv.Quote(strings.Join(lines, " "))
}

// inSVG reads the picture that the command svg prints: the colours of its lines, their dashes, the label.
func inSVG(t *testing.T, ds *data.Dataset, row string) string {
	p, err := picture.DrawFrame(only(ds, row+"-pays"), 736, 620)
	if err != nil {
		t.Fatal(err)
	}
	inks, dashes := map[string]bool{}, "solid"
	var label []string
	inText := false
	decoder := xml.NewDecoder(bytes.NewReader(p.SVG))
	for halos := 0; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			at := attributes(token)
			if halos > 0 || at["aria-hidden"] == "true" {
				halos++
			}
			ink := hexName(at["stroke"])
			inks[ink] = inks[ink] || ink != ""
			if ink != "" && at["stroke-dasharray"] != "" {
				dashes = marks(at["stroke-dasharray"])
			}
			inText = token.Name.Local == "text" && halos == 0
		case xml.EndElement:
			halos = max(0, halos-1)
		case xml.CharData:
			if line := strings.TrimSpace(string(token)); inText && line != "" && !isName(ds, line) {
				label = append(label, line)
			}
		}
	}
	for _, ink := range []string{"blue", "vermillion", "grey", "neutral"} {
		if inks[ink] {
			return ink + ", " + dashes + ", " + strconv.Quote(strings.Join(label, " "))
		}
	}
	return "no line"
}

func isName(ds *data.Dataset, text string) bool {
	return slices.ContainsFunc(ds.Actors, func(a data.Actor) bool {
		name, _ := a.Name.In(ds.Language)
		return name == text
	})
}

func attributes(e xml.StartElement) map[string]string {
	all := map[string]string{}
	for _, a := range e.Attr {
		all[a.Name.Local] = a.Value
	}
	return all
}

func hexName(hex string) string {
	v, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		return ""
	}
	return inkName(display.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)})
}

// marks says how many marks a turn of a dash array has: a dash and a dot are two.
func marks(array string) string {
	switch n := len(strings.FieldsFunc(array, func(r rune) bool { return r == ' ' || r == ',' })); n {
	case 4:
		return "a dash and a dot"
	case 6:
		return "two dashes and a dot"
	}
	return "dashes of one kind"
}

// inPNG paints the map of a selected relation and goes along its line: which colour it has, and whether it is broken.
func inPNG(t *testing.T, ds *data.Dataset, row string) string {
	const scale = 3
	fonts, err := raster.GoFonts()
	if err != nil {
		t.Fatal(err)
	}
	f := frame(t, ds, row+"-pays")
	img, _, err := raster.Paint(f, scale, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return hue(img) + ", " + broken(img, longest(f).Curve, scale)
}

// hue says whether a picture has the colour of cooperation or of conflict anywhere. The halo of what is
// selected is the accent's, which is neither: it is violet.
func hue(img image.Image) string {
	t := display.Light()
	switch {
	case has(img, t.Cooperation):
		return "blue"
	case has(img, t.Conflict):
		return "vermillion"
	}
	return "no colour"
}

func has(img image.Image, c display.Color) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			if uint8(r>>8) == c.R && uint8(g>>8) == c.G && uint8(bl>>8) == c.B {
				return true
			}
		}
	}
	return false
}

// broken says whether a line of a picture is made of marks: the ink comes and goes along it.
func broken(img image.Image, c geom.Curve, scale float64) string {
	times, dark := 0, false
	for i := 100; i < 900; i++ { // clear of the nodes at its ends
		p := c.At(float64(i) / 1000).Mul(scale)
		r, g, b, _ := img.At(int(p.X), int(p.Y)).RGBA()
		is := r+g+b < 3*0xA800
		if is && !dark {
			times++
		}
		dark = is
	}
	if times > 6 { // a sign on a whole line parts it, too
		return "broken"
	}
	return "whole"
}

// onCard looks at the preview of a link: the picture, and the text that stands for it.
func onCard(t *testing.T, ds *data.Dataset, row string) string {
	fonts, err := raster.GoFonts()
	if err != nil {
		t.Fatal(err)
	}
	one := only(ds, row+"-pays")
	body, _, err := picture.Sketch().Card(one, "The card", "en", fonts)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return hue(img) + ", " + strconv.Quote(after(meta(pageOf(t, one), "og:image:alt"), "sources. "))
}

// inDescription reads what the picture says of itself, below the summary.
func inDescription(t *testing.T, ds *data.Dataset, row string) string {
	p, err := picture.DrawFrame(only(ds, row+"-pays"), 736, 620)
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Desc string `xml:"desc"`
	}
	if err := xml.Unmarshal(p.SVG, &read); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(after(read.Desc, "desk\n"), "\n", " ")
}

// after is what stands behind a part of a text; all of it where the part is not in it.
func after(text, part string) string {
	if _, rest, ok := strings.Cut(text, part); ok {
		return rest
	}
	return text
}
