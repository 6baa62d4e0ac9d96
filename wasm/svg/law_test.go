package svg_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/svg"
)

// An element is a start tag with its attributes, and the text directly inside.
type element struct {
	name       string
	attributes map[string]string
	text       string
}

// read returns the elements of a document in order, or why it is not well-formed.
func read(document string) ([]element, error) {
	var out []element
	var open []int
	d := xml.NewDecoder(strings.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch tk := token.(type) {
		case xml.StartElement:
			e := element{name: tk.Name.Local, attributes: map[string]string{}}
			for _, a := range tk.Attr {
				if _, twice := e.attributes[a.Name.Space+":"+a.Name.Local]; twice {
					return nil, fmt.Errorf("<%s> has two attributes %s", e.name, a.Name.Local)
				}
				e.attributes[a.Name.Space+":"+a.Name.Local] = a.Value
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				out[open[len(open)-1]].text += string(tk)
			}
		default:
			return nil, fmt.Errorf("unexpected %T", tk)
		}
	}
}

// sanitised returns s as XML can hold it.
func sanitised(s string) string {
	return strings.Map(func(r rune) rune {
		ok := r == '\t' || r == '\n' || r == '\r' || 0x20 <= r && r <= 0xD7FF || 0xE000 <= r && r <= 0xFFFD || 0x10000 <= r
		if !ok || r == utf8.RuneError {
			return utf8.RuneError
		}
		return r
	}, s)
}

// FuzzHostileStringsStayText puts the strings in every place that takes one: the document
// stays well-formed, has no element that the strings brought, and reads them back.
func FuzzHostileStringsStayText(f *testing.F) {
	f.Add("Title", "Description", "en", "Name")
	f.Add("</title><script>", "]]>", `" onload="x`, "<![CDATA[")
	f.Add("\x00\x01\x1f", "\xff\xfe", "\ud7ff\ufffe\uffff", "\u2028\u202e\U0010ffff")
	f.Add("&amp;&#0;", "<!--", "<?xml?>", "\r\n\t ")
	f.Fuzz(func(t *testing.T, title, description, lang, name string) {
		frame := &display.Frame{Width: 10, Height: 10, Paper: grey(255, 255)}
		frame.Texts = []display.Text{{Text: name, Lang: lang, Size: 12, Weight: 600, Ink: grey(0, 255)}}
		document := write(t, frame, nil, svg.Meta{Title: title, Description: description, Lang: lang})
		elements, err := read(document)
		if err != nil {
			t.Fatalf("%v in\n%s", err, document)
		}
		want := []string{"svg"}
		for _, part := range []struct{ name, text string }{{"title", title}, {"desc", description}, {"rect", "-"}, {"g", name}, {"text", name}} {
			if part.text != "" {
				want = append(want, part.name)
			}
		}
		var got []string
		for _, e := range elements {
			got = append(got, e.name)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("elements %v, want %v in\n%s", got, want, document)
		}
		readsBack(t, elements, title, description, lang, name)
	})
}

func readsBack(t *testing.T, elements []element, title, description, lang, name string) {
	oneLine := strings.NewReplacer("\t", " ", "\n", " ", "\v", " ", "\f", " ", "\r", " ")
	want := map[string]string{"title": sanitised(title), "desc": sanitised(description), "text": sanitised(oneLine.Replace(name))}
	for _, e := range elements {
		if text, has := want[e.name]; has && e.text != text {
			t.Errorf("<%s> reads %q, want %q", e.name, e.text, text)
		}
		if e.name == "svg" || e.name == "text" {
			if got := e.attributes[":lang"]; got != sanitised(lang) {
				t.Errorf("<%s lang> reads %q, want %q", e.name, got, sanitised(lang))
			}
		}
	}
}

// TestDarkStyleGivesTheDarkPicture applies the dark style sheet by hand: the result has to be
// the picture of the dark frame alone.
func TestDarkStyleGivesTheDarkPicture(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		light, dark := everything(0x22, 0xFC), everything(0xE8, 0x14)
		recolour(light, r)
		recolour(dark, r)
		got, err := read(write(t, light, dark, meta()))
		if err != nil {
			t.Fatal(err)
		}
		want, err := read(write(t, dark, nil, meta()))
		if err != nil {
			t.Fatal(err)
		}
		got = applyStyle(t, got)
		if len(got) != len(want) {
			t.Fatalf("%d elements, want %d", len(got), len(want))
		}
		for i := range want {
			if !sameLook(got[i], want[i]) {
				t.Fatalf("<%s> %v, want %v", got[i].name, got[i].attributes, want[i].attributes)
			}
		}
	}
}

// recolour gives every paint that is seen one of a few colours, never transparent.
func recolour(f *display.Frame, r *rand.Rand) {
	for _, c := range colours(f) {
		if c.A != 0 {
			*c = display.Color{R: uint8(r.IntN(3)), G: 7, B: uint8(r.IntN(2)), A: uint8(1 + r.IntN(2)*254)}
		}
	}
}

func colours(f *display.Frame) []*display.Color {
	out := []*display.Color{&f.Paper}
	for i := range f.Shapes {
		out = append(out, &f.Shapes[i].Fill, &f.Shapes[i].Line)
	}
	for i := range f.Texts {
		out = append(out, &f.Texts[i].Ink, &f.Texts[i].Halo)
	}
	return out
}

// applyStyle overrides the attributes of elements by their classes and removes the style.
func applyStyle(t *testing.T, elements []element) []element {
	var out []element
	rules := map[string][]string{}
	for _, e := range elements {
		if e.name != "style" {
			out = append(out, e)
			continue
		}
		for _, m := range regexp.MustCompile(`\.(\w+)\{([^}]*)\}`).FindAllStringSubmatch(e.text, -1) {
			rules[m[1]] = strings.Split(m[2], ";")
		}
	}
	for _, e := range out {
		for _, class := range strings.Fields(e.attributes[":class"]) {
			if rules[class] == nil {
				t.Fatalf("class %q has no rule", class)
			}
			for _, declaration := range rules[class] {
				property, value, _ := strings.Cut(declaration, ":")
				e.attributes[":"+property] = value
			}
		}
	}
	return out
}

// sameLook compares attributes except for the classes, which have done their work; an opacity
// of 1 says nothing.
func sameLook(a, b element) bool {
	bare := func(e element) map[string]string {
		out := maps.Clone(e.attributes)
		maps.DeleteFunc(out, func(name, value string) bool {
			return name == ":class" || strings.HasSuffix(name, "-opacity") && value == "1"
		})
		return out
	}
	return a.name == b.name && maps.Equal(bare(a), bare(b))
}

func TestNumbersAreShortAndNear(t *testing.T) {
	short := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]?[1-9])?$`)
	r := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		x := (r.Float64() - 0.5) * math.Pow(10, float64(r.IntN(9)-3))
		frame := &display.Frame{Width: 10, Height: 10, Paper: grey(255, 255), Shapes: []display.Shape{
			{Kind: display.Disc, At: geom.Vec{X: x, Y: -x}, HalfW: 3, Fill: grey(0, 255)},
		}}
		elements, err := read(write(t, frame, nil, svg.Meta{}))
		if err != nil {
			t.Fatal(err)
		}
		text := elements[len(elements)-1].attributes[":cx"]
		got, err := strconv.ParseFloat(text, 64)
		if err != nil || math.Abs(got-x) > 0.005+1e-9 || !short.MatchString(text) || text == "-0" {
			t.Fatalf("%g is written as %q", x, text)
		}
	}
}

// allowed lists the attributes of SVG 1.1 that a picture uses, and those of today that add nothing to its look.
var allowed = map[string][]string{
	"svg":     {"xmlns", "width", "height", "viewBox", "y", "overflow", "role", "lang"},
	"title":   nil,
	"desc":    nil,
	"style":   nil,
	"g":       {"fill", "stroke-linejoin", "font-family", "text-anchor", "space", "aria-hidden"},
	"rect":    {"x", "y", "width", "height", "rx"},
	"circle":  {"cx", "cy", "r"},
	"polygon": {"points"},
	"path":    {"d", "stroke-dasharray", "stroke-linecap"},
	"text":    {"x", "y", "font-size", "font-weight", "direction", "unicode-bidi", "lang"},
}

var painted = []string{"fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "class"}

// TestKeepsToSVG11 walks pictures as a renderer does that knows no style sheet, nothing of CSS and nothing younger
// than SVG 1.1: all that it sees is the light picture, complete.
func TestKeepsToSVG11(t *testing.T) {
	theme, light := display.Light(), everything(0x22, 0xFC)
	var captioned strings.Builder
	if _, _, err := svg.WriteCaptioned(&captioned, light, &theme, svg.Caption{Title: "A title", Lines: []string{"A note"}, Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	for name, document := range map[string]string{
		"both":      write(t, light, everything(0xE8, 0x14), meta()),
		"one frame": write(t, light, nil, meta()),
		"captioned": captioned.String(),
	} {
		elements, err := read(document)
		if err != nil {
			t.Fatal(err)
		}
		bare := write(t, light, nil, meta())
		rules := classRules(t, elements)
		for _, e := range elements {
			checkFeatures(t, name, e)
			for _, class := range strings.Fields(e.attributes[":class"]) {
				for _, property := range rules[class] {
					if e.attributes[":"+property] == "" {
						t.Errorf("%s: <%s class=%q> has no %s of its own", name, e.name, class, property)
					}
				}
			}
		}
		checkTwins(t, name, elements)
		if name == "both" && withoutStyle(document) != bare {
			t.Errorf("without the style sheet the picture is\n%s\nnot the light one\n%s", withoutStyle(document), bare)
		}
	}
}

// withoutStyle is a document as it is to whoever ignores style sheets and classes.
func withoutStyle(document string) string {
	document = regexp.MustCompile(`(?s)<style>.*</style>\n`).ReplaceAllString(document, "")
	return regexp.MustCompile(` class="[^"]*"`).ReplaceAllString(document, "")
}

// classRules reads which properties each class sets, and refuses every rule that does not wait for a dark page.
func classRules(t *testing.T, elements []element) map[string][]string {
	t.Helper()
	rules := map[string][]string{}
	for _, e := range elements {
		if e.name != "style" {
			continue
		}
		inside, ok := strings.CutPrefix(e.text, "\n@media (prefers-color-scheme: dark) {\n")
		rule := regexp.MustCompile(`^\.(c\d+)\{((?:(?:fill|stroke)(?:-opacity)?:[#0-9a-f.]+;?)+)\}$`)
		lines := strings.Split(strings.TrimSuffix(inside, "\n}\n"), "\n")
		for _, line := range lines {
			m := rule.FindStringSubmatch(line)
			if !ok || m == nil {
				t.Fatalf("a rule that is more than a dark colour: %q in %q", line, e.text)
			}
			for _, declaration := range strings.Split(m[2], ";") {
				property, _, _ := strings.Cut(declaration, ":")
				rules[m[1]] = append(rules[m[1]], strings.TrimSuffix(property, "-opacity"))
			}
		}
	}
	return rules
}

// checkFeatures refuses elements, attributes and values beyond SVG 1.1.
func checkFeatures(t *testing.T, name string, e element) {
	t.Helper()
	own, known := allowed[e.name]
	if !known {
		t.Errorf("%s: <%s> is not among the elements of a picture", name, e.name)
	}
	for attribute, value := range e.attributes {
		attribute = attribute[strings.LastIndex(attribute, ":")+1:]
		if !slices.Contains(own, attribute) && (own == nil || !slices.Contains(painted, attribute)) {
			t.Errorf("%s: <%s %s=%q> is not among the attributes of a picture", name, e.name, attribute, value)
		}
		if attribute == "unicode-bidi" && value != "embed" || regexp.MustCompile(`var\(|light-dark|currentColor|url\(|context-`).MatchString(value) {
			t.Errorf("%s: <%s %s=%q> asks for more than SVG 1.1", name, e.name, attribute, value)
		}
	}
}

// checkTwins holds that each halo is a text of its own, below all letters, with the same text in ink at the same place.
func checkTwins(t *testing.T, name string, elements []element) {
	t.Helper()
	key := func(e element) string {
		shaped := []string{e.text}
		for _, a := range allowed["text"] {
			shaped = append(shaped, e.attributes[":"+a])
		}
		return strings.Join(shaped, "|")
	}
	halos, seen, letters := map[string]int{}, 0, false
	for _, e := range elements {
		switch stroke, fill := e.attributes[":stroke"], e.attributes[":fill"]; {
		case e.name != "text":
		case stroke != "" && fill != "":
			t.Errorf("%s: the text %q hangs on the order of its paints", name, e.text)
		case stroke != "" && letters:
			t.Errorf("%s: the halo of %q lies over letters", name, e.text)
		case stroke != "":
			halos[key(e)]++
			seen++
		default:
			letters = true
			halos[key(e)]--
		}
	}
	for k, n := range halos {
		if n > 0 {
			t.Errorf("%s: the halo %s has no text", name, k)
		}
	}
	if seen == 0 {
		t.Errorf("%s: no halo to check", name)
	}
}
