package svg_test

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strings"
	"testing"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/svg"
)

func grey(v, alpha uint8) display.Color { return display.Color{R: v, G: v, B: v, A: alpha} }

// everything returns a frame with each kind of shape and text; ink and paper swap for dark.
func everything(ink, paper uint8) *display.Frame {
	blue := display.Color{R: 0x00, G: 0x72, B: 0xB2, A: 0xFF}
	curve := geom.Curve{A: geom.Vec{X: 20, Y: 130}, C: geom.Vec{X: 100, Y: 100}, B: geom.Vec{X: 180, Y: 130.456}}
	stroke := func(dy float64, s display.Shape) display.Shape {
		s.Kind, s.Curve, s.Line = display.Stroke, curve, blue
		s.Curve.A.Y += dy
		s.Curve.B.Y += dy
		return s
	}
	return &display.Frame{
		Width: 200, Height: 240, Paper: grey(paper, 255),
		Shapes: []display.Shape{
			stroke(0, display.Shape{Width: 9, Round: true}),
			stroke(20, display.Shape{Width: 1.5}),
			stroke(40, display.Shape{Width: 3, Dash: display.Dash{On: 9, Off: 6}}),
			stroke(60, display.Shape{Width: 3, Dash: display.Dash{Off: 7.8}}),
			stroke(70, display.Shape{Width: 3, Dash: display.Dash{On: 9, Off: 4, Mix: display.DashDashDot}}),
			{Kind: display.HalfDisc, At: geom.Vec{X: 20, Y: 70}, HalfW: 7, Fill: grey(ink, 255), Line: grey(ink, 255), Width: 2},
			{Kind: display.Disc, At: geom.Vec{X: 30, Y: 40}, HalfW: 16, Fill: grey(paper, 255), Line: grey(ink, 255), Width: 1.5},
			{Kind: display.Box, At: geom.Vec{X: 80, Y: 40}, HalfW: 16, HalfH: 12, Corner: 99, Fill: grey(paper, 38), Line: grey(ink, 255), Width: 1},
			{Kind: display.Box, At: geom.Vec{X: 125, Y: 40}, HalfW: 12, HalfH: 12, Line: blue, Width: 2},
			{Kind: display.Hexagon, At: geom.Vec{X: 170, Y: 40}, HalfW: 16, Fill: blue},
			{Kind: display.Triangle, Points: [3]geom.Vec{{X: 180, Y: 130}, {X: 170, Y: 124}, {X: 170, Y: 136}}, Fill: blue},
			{Kind: display.Disc, At: geom.Vec{X: 1, Y: 1}, HalfW: 5},                                      // no colour: not painted
			{Kind: display.Disc, At: geom.Vec{X: 1, Y: 1}, HalfW: 5, Line: blue},                          // no width: not painted
			{Kind: display.Triangle, Line: blue, Width: 3},                                                // no fill: not painted
			{Kind: display.Stroke, Curve: curve, Fill: blue, Line: grey(ink, 0)},                          // no line: not painted
			{Kind: display.Disc, At: geom.Vec{X: -0.001, Y: 1.005}, HalfW: 1. / 3, Fill: blue.Fade(0.15)}, // rounding
		},
		Texts: []display.Text{
			{At: geom.Vec{X: 30, Y: 72}, Text: "Keir Starmer", Lang: "en", Size: 13, Weight: 600, MaxWidth: 90,
				Ink: grey(ink, 255), Halo: grey(paper, 230), HaloWidth: 2.5},
			{At: geom.Vec{X: 110, Y: 90}, Text: `<script>"&'</script>]]>`, Size: 12, Weight: 400, Ink: grey(ink, 255)},
			{At: geom.Vec{X: 110, Y: 220}, Text: "\u202bحماس (Hamas)", Lang: "ar", RTL: true, Size: 12.5, Weight: 400, Ink: blue},
			{At: geom.Vec{X: 10, Y: 230}, Text: "a\x00b\x1bc\xffd\ufffee\n\tf", Size: 12, Weight: 400, Ink: grey(ink, 255)},
			{At: geom.Vec{X: 10, Y: 230}, Text: "", Size: 12, Weight: 400, Ink: grey(ink, 255)},          // empty
			{At: geom.Vec{X: 10, Y: 230}, Text: "unseen", Size: 12, Weight: 400, Halo: grey(paper, 255)}, // no ink
		},
	}
}

func meta() svg.Meta {
	return svg.Meta{Title: `Who acts on "whom" & about what`, Description: "As of 27 February 2025.\nTwo lines.", Lang: "en-GB"}
}

func write(t testing.TB, light, dark *display.Frame, m svg.Meta) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, light, dark, m); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestGolden compares whole pictures with files; UPDATE_GOLDEN=1 writes them again.
func TestGolden(t *testing.T) {
	for _, row := range []struct {
		name, file  string
		light, dark *display.Frame
		meta        svg.Meta
	}{
		{"light and dark", "testdata/both.svg", everything(0x22, 0xFC), everything(0xE8, 0x14), meta()},
		{"one frame only", "testdata/single.svg", everything(0x22, 0xFC), nil, meta()},
		{"no paper", "testdata/bare.svg", &display.Frame{Width: 304, Height: 520}, nil, svg.Meta{Lang: "en"}},
		{"nothing but paper", "testdata/paper.svg", &display.Frame{Width: 304, Height: 520, Paper: grey(255, 255)}, nil, svg.Meta{}},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := write(t, row.light, row.dark, row.meta)
			compareGolden(t, row.file, got)
		})
	}
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", file, got)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first := write(t, everything(0x22, 0xFC), everything(0xE8, 0x14), meta())
	for range 20 {
		if again := write(t, everything(0x22, 0xFC), everything(0xE8, 0x14), meta()); again != first {
			t.Fatalf("another run gives\n%s\nafter\n%s", again, first)
		}
	}
}

// TestDirection: a line runs as the text does that it is of, whatever its own letters are.
func TestDirection(t *testing.T) {
	for _, row := range []struct {
		text string
		rtl  bool
	}{{"PKK في العراق", true}, {"حزب العمال", false}, {"2025", true}} {
		halo := grey(255, 255)
		frame := &display.Frame{Width: 10, Height: 10, Texts: []display.Text{{Text: row.text, RTL: row.rtl, Size: 12, Ink: grey(0, 255), Halo: halo, HaloWidth: 2}}}
		got := strings.Count(write(t, frame, nil, svg.Meta{}), ` direction="rtl" unicode-bidi="embed">`+row.text)
		if want := map[bool]int{true: 2}[row.rtl]; got != want { // the text and its halo
			t.Errorf("%q, right to left %t: %d texts say so, want %d", row.text, row.rtl, got, want)
		}
	}
}

// TestCaptionHasOneDirection: the lines of a broken paragraph begin at one side.
func TestCaptionHasOneDirection(t *testing.T) {
	for title, rtl := range map[string]bool{"حزب العمال الكردستاني PKK في العراق": true, "Ali علي 123 (ب) x": false} {
		var b bytes.Buffer
		theme := display.Light()
		frame := &display.Frame{Width: 110, Height: 100}
		if _, _, err := svg.WriteCaptioned(&b, frame, &theme, svg.Caption{Title: title}); err != nil {
			t.Fatal(err)
		}
		lines, right := strings.Count(b.String(), "<text "), strings.Count(b.String(), `direction="rtl"`)
		if want := map[bool]int{true: lines}[rtl]; lines < 2 || right != want {
			t.Errorf("%q: %d of %d lines run from right to left, want %d", title, right, lines, want)
		}
	}
}

// TestRefusals changes one thing of a good frame; the error has to name it, and nothing is
// written.
func TestRefusals(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(light, dark *display.Frame)
		says   string
	}{
		{"no width", func(l, _ *display.Frame) { l.Width = 0 }, "0 by 240 px"},
		{"height is no number", func(l, _ *display.Frame) { l.Height = math.NaN() }, "by NaN px"},
		{"infinite centre", func(l, _ *display.Frame) { l.Shapes[4].At.X = math.Inf(1) }, "shapes[4]"},
		{"control point is no number", func(l, _ *display.Frame) { l.Shapes[1].Curve.C.Y = math.NaN() }, "shapes[1]"},
		{"corner beyond all screens", func(l, _ *display.Frame) { l.Shapes[8].Points[2].X = -1e9 }, "shapes[8]"},
		{"text nowhere", func(l, _ *display.Frame) { l.Texts[0].At.Y = math.NaN() }, `texts[0] "Keir Starmer"`},
		{"dark is wider", func(_, d *display.Frame) { d.Width++ }, "size 200x240 and 201x240"},
		{"dark lacks a shape", func(_, d *display.Frame) { d.Shapes = d.Shapes[1:] }, "16 and 15 shapes"},
		{"dark lacks a text", func(_, d *display.Frame) { d.Texts = d.Texts[1:] }, "6 and 5 texts"},
		{"dark moved a shape", func(_, d *display.Frame) { d.Shapes[6].At.X++ }, "shapes[6]"},
		{"dark dashes a stroke", func(_, d *display.Frame) { d.Shapes[1].Dash.On = 2 }, "shapes[1]"},
		{"dark says something else", func(_, d *display.Frame) { d.Texts[0].Text = "Boris" }, `texts[0] "Keir Starmer"`},
		{"dark has no numbers", func(_, d *display.Frame) { d.Shapes[2].Width = math.NaN() }, "shapes[2]"},
	} {
		t.Run(row.name, func(t *testing.T) {
			light, dark := everything(0x22, 0xFC), everything(0xE8, 0x14)
			row.change(light, dark)
			var b bytes.Buffer
			err := svg.Write(&b, light, dark, meta())
			if err == nil || !strings.Contains(err.Error(), row.says) {
				t.Errorf("error %v, want one that says %q", err, row.says)
			}
			if b.Len() > 0 {
				t.Errorf("%d bytes were written beside the error", b.Len())
			}
		})
	}
}

type full struct{ err error }

func (f full) Write([]byte) (int, error) { return 0, f.err }

func TestWriteErrorComesBack(t *testing.T) {
	disk := errors.New("disk full")
	if err := svg.Write(full{disk}, everything(1, 2), nil, meta()); !errors.Is(err, disk) {
		t.Errorf("error %v, want %v", err, disk)
	}
}

// TestCaptioned holds the document with a caption against a golden file, and refuses what Write refuses.
func TestCaptioned(t *testing.T) {
	theme := display.Light()
	caption := svg.Caption{Title: `Who acts on "whom" & about what, told at such a length that a line does not do`, Lang: "en",
		Lines: []string{"As of 27 February 2025", "\u0645\u0635\u062f\u0631", "https://maps.example.org/a-long-folder/?node=somebody&places=somebody:0.25,0.5~another:0.1,0.2"},
		Notes: []string{"A \u2192 B: claim: paid; says <C>"}}
	var b bytes.Buffer
	w, h, err := svg.WriteCaptioned(&b, everything(0x22, 0xFC), &theme, caption)
	if err != nil {
		t.Fatal(err)
	}
	if w != 200 || h <= 240 {
		t.Errorf("size %v x %v", w, h)
	}
	compareGolden(t, "testdata/captioned.svg", b.String())
	if _, _, err := svg.WriteCaptioned(&b, &display.Frame{Width: math.NaN(), Height: 1}, &theme, caption); err == nil {
		t.Error("a frame without a size was painted")
	}
}
