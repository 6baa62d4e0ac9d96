package raster

import (
	"image"
	"math"
	"slices"
	"testing"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

var (
	paper = display.Color{R: 255, G: 255, B: 255, A: 255}
	black = display.Color{A: 255}
)

// paint draws on a paper of 40 by 40 with the Go fonts.
func paint(t *testing.T, scale float64, f display.Frame) (*image.RGBA, []string) {
	t.Helper()
	fonts, err := GoFonts()
	if err != nil {
		t.Fatal(err)
	}
	f.Width, f.Height, f.Paper = 40, 40, paper
	img, unwritten, err := Paint(&f, scale, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return img, unwritten
}

// darkness is how much of an image is black, in pixels.
func darkness(img *image.RGBA) float64 {
	var sum float64
	for i := 0; i < len(img.Pix); i += 4 {
		sum += float64(255-img.Pix[i]) / 255
	}
	return sum
}

// TestFiguresCoverTheirArea: what is painted is as large as the figure is by its formula.
func TestFiguresCoverTheirArea(t *testing.T) {
	at := geom.Vec{X: 20.3, Y: 19.6}
	line := geom.Curve{A: geom.Vec{X: 5, Y: 20}, C: geom.Vec{X: 20, Y: 20}, B: geom.Vec{X: 35, Y: 20}}
	for _, c := range []struct {
		name  string
		shape display.Shape
		want  float64
	}{
		{"disc", display.Shape{Kind: display.Disc, At: at, HalfW: 10, Fill: black}, math.Pi * 100},
		{"ring", display.Shape{Kind: display.Disc, At: at, HalfW: 10, Line: black, Width: 2}, math.Pi * (121 - 81)},
		{"box", display.Shape{Kind: display.Box, At: at, HalfW: 10, HalfH: 5, Fill: black}, 200},
		{"round box", display.Shape{Kind: display.Box, At: at, HalfW: 10, HalfH: 5, Corner: 3, Fill: black}, 200 - (4-math.Pi)*9},
		{"pill", display.Shape{Kind: display.Box, At: at, HalfW: 10, HalfH: 5, Corner: 99, Fill: black}, 100 + math.Pi*25},
		{"hexagon", display.Shape{Kind: display.Hexagon, At: at, HalfW: 10, Fill: black}, 1.5 * math.Sqrt(3) * 100},
		{"triangle", display.Shape{Kind: display.Triangle, Points: [3]geom.Vec{{X: 5, Y: 5}, {X: 25, Y: 5}, {X: 5, Y: 15}}, Fill: black}, 100},
		{"turned the other way", display.Shape{Kind: display.Triangle, Points: [3]geom.Vec{{X: 5, Y: 15}, {X: 25, Y: 5}, {X: 5, Y: 5}}, Fill: black}, 100},
		{"stroke", display.Shape{Kind: display.Stroke, Curve: line, Line: black, Width: 3}, 90},
		{"round stroke", display.Shape{Kind: display.Stroke, Curve: line, Line: black, Width: 3, Round: true}, 90 + math.Pi*2.25},
		{"dashes", display.Shape{Kind: display.Stroke, Curve: line, Line: black, Width: 2, Dash: display.Dash{On: 4, Off: 6}}, 24},
		{"dots", display.Shape{Kind: display.Stroke, Curve: line, Line: black, Width: 4, Dash: display.Dash{Off: 10}}, 4 * math.Pi * 4},
		{"dashes and dots", display.Shape{Kind: display.Stroke, Curve: line, Line: black, Width: 2, Dash: display.Dash{On: 4, Off: 4, Mix: display.DashDot}}, 2 * (4 + 2 + 4 + 2 + 2)},
		{"two dashes, a dot", display.Shape{Kind: display.Stroke, Curve: line, Line: black, Width: 2, Dash: display.Dash{On: 4, Off: 2, Mix: display.DashDashDot}}, 2 * (4 + 4 + 2 + 4 + 4 + 2)},
		{"a dash, two dots", display.Shape{Kind: display.Stroke, Curve: line, Line: black, Width: 2, Dash: display.Dash{On: 4, Off: 2, Mix: display.DashDotDot}}, 2 * (4 + 2 + 2 + 4 + 2 + 2 + 2)},
		{"half disc", display.Shape{Kind: display.HalfDisc, At: at, HalfW: 10, Fill: black, Line: black, Width: 2}, math.Pi * 50},
		{"no colour", display.Shape{Kind: display.Disc, At: at, HalfW: 10, Width: 2}, 0},
		{"outside", display.Shape{Kind: display.Disc, At: geom.Vec{X: 1e6, Y: -1e6}, HalfW: 10, Fill: black}, 0},
		{"half outside", display.Shape{Kind: display.Box, At: geom.Vec{X: 40, Y: 20}, HalfW: 5, HalfH: 5, Fill: black}, 50},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, scale := range []float64{1, 1.5} {
				img, _ := paint(t, scale, display.Frame{Shapes: []display.Shape{c.shape}})
				if got := darkness(img) / scale / scale; math.Abs(got-c.want) > 0.02*c.want+0.5 {
					t.Errorf("at %g: %.1f px, want %.1f", scale, got, c.want)
				}
			}
		})
	}
}

// TestTextStaysInItsBox: it is centred, as wide as it may be and no wider, and the halo lies
// below it.
func TestTextStaysInItsBox(t *testing.T) {
	text := display.Text{At: geom.Vec{X: 20, Y: 25}, Text: "HHHHHHHH", Size: 12, Weight: 600, MaxWidth: 30, Ink: black}
	img, unwritten := paint(t, 1, display.Frame{Texts: []display.Text{text}})
	left, right := 40, 0
	for y := range 40 {
		for x := range 40 {
			if img.RGBAAt(x, y).R < 128 {
				left, right = min(left, x), max(right, x)
				if y < 14 || y > 25 {
					t.Fatalf("ink at %d, %d", x, y)
				}
			}
		}
	}
	if len(unwritten) > 0 || left < 4 || left > 8 || right < 32 || right > 36 {
		t.Errorf("ink from %d to %d, want 5 to 35; unwritten %q", left, right, unwritten)
	}
	text.Halo, text.HaloWidth = paper, 3
	disc := display.Shape{Kind: display.Box, At: geom.Vec{X: 20, Y: 20}, HalfW: 20, HalfH: 20, Fill: black}
	img, _ = paint(t, 1, display.Frame{Shapes: []display.Shape{disc}, Texts: []display.Text{text}})
	if edge := img.RGBAAt(3, 20); edge.R < 200 {
		t.Errorf("no halo beside the text: %v", edge)
	}
	if beyond := img.RGBAAt(0, 20); beyond.R > 50 {
		t.Errorf("a halo beyond its width: %v", beyond)
	}
}

func TestWhatNoFontCanWriteIsTold(t *testing.T) {
	var texts []display.Text
	for _, s := range []string{"Ada", "習近平", "a\u200db", "", "🧨"} {
		texts = append(texts, display.Text{At: geom.Vec{X: 20, Y: 20}, Text: s, Size: 12, Weight: 400, Ink: black})
	}
	if _, got := paint(t, 1, display.Frame{Texts: texts}); !slices.Equal(got, []string{"習近平", "🧨"}) {
		t.Errorf("unwritten: %q", got)
	}
}

func TestRunsStandFromLeftToRight(t *testing.T) {
	fonts, err := SystemFonts()
	if err != nil {
		t.Fatal(err)
	}
	runs, width, ok := fonts.line("abc", "en", false, 12, 400)
	if !ok || width <= 0 || len(runs) != 1 || len(runs[0].glyphs) != 3 {
		t.Fatalf("abc: %d runs, %g wide, %v", len(runs), width, ok)
	}
	mixed := func(rtl bool) (first string) {
		const text = "ab שלום"
		runs, _, ok := fonts.line(text, "he", rtl, 12, 400)
		if !ok || len(runs) < 2 {
			t.Fatalf("%q: %d runs, %v", text, len(runs), ok)
		}
		return string([]rune(text)[runs[0].glyphs[0].TextIndex()])
	}
	if left, right := mixed(false), mixed(true); left != "a" || right == "a" {
		t.Errorf("a line from left to right begins at the left with %q, one from right to left with %q", left, right)
	}
}

func TestSizesAreBounded(t *testing.T) {
	fonts, err := GoFonts()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []display.Frame{{}, {Width: 1e6, Height: 10}, {Width: -1, Height: 10}, {Width: math.NaN(), Height: 10}, {Width: math.Inf(1), Height: 1}} {
		if _, _, err := Paint(&f, 1, fonts); err == nil {
			t.Errorf("%g by %g is painted", f.Width, f.Height)
		}
	}
}
