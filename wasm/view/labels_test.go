package view

import (
	"testing"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// sheetOf answers every sprite with a box of w by h, its origin in the middle.
func sheetOf(sprites []Sprite, w, h int) *Sheet {
	s := &Sheet{Width: w, Height: h * len(sprites)}
	s.Pixels = make([]byte, 4*s.Width*s.Height)
	for i := range sprites {
		s.Boxes = append(s.Boxes, SheetBox{Y: i * h, W: w, H: h, OriginX: w / 2, OriginY: h / 2})
	}
	return s
}

func ignore(Upload) {}

// learned returns labels that know all the texts.
func stored(texts []display.Text, dpr float64) *Labels {
	l := &Labels{}
	l.Build(texts, dpr)
	some := l.Missing(len(texts))
	l.Store(some, sheetOf(some, 40, 16), ignore)
	l.Build(texts, dpr)
	return l
}

func TestKnownLabelsAreDrawnAndOthersMissing(t *testing.T) {
	texts := []display.Text{label("Kyiv"), label("Paris"), label("Kyiv")}
	l := &Labels{}
	l.Build(texts, 1)
	if got := len(l.Missing(10)); got != 3 {
		t.Fatalf("%d sprites missing at first, want 3 (one twice)", got)
	}
	uploads := 0
	some := l.Missing(10)
	l.Store(some, sheetOf(some, 40, 16), func(Upload) { uploads++ })
	l.Build(texts, 1)
	if uploads != 2 || len(l.Missing(10)) != 0 {
		t.Errorf("%d uploads and %d missing, want 2 and 0", uploads, len(l.Missing(10)))
	}
	if got := len(l.quads[0].Vertices); got != 3*4 {
		t.Errorf("%d vertices for three labels, want 12", got)
	}
}

func TestMissingIsLimited(t *testing.T) {
	l := &Labels{}
	l.Build([]display.Text{label("a"), label("b"), label("c")}, 1)
	if got := len(l.Missing(2)); got != 2 {
		t.Errorf("%d sprites, want 2", got)
	}
}

func TestLabelsStandOnWholeDevicePixels(t *testing.T) {
	for _, dpr := range []float64{1, 1.25, 1.5, 2, 3} {
		text := label("Kyiv")
		text.At = geom.Vec{X: 100.37, Y: 50.81}
		for _, v := range stored([]display.Text{text}, dpr).quads[0].Vertices {
			if v.DstX != float32(int(v.DstX)) || v.DstY != float32(int(v.DstY)) {
				t.Errorf("at %v a corner is at (%v, %v)", dpr, v.DstX, v.DstY)
			}
		}
	}
}

func TestOriginLiesOnTheText(t *testing.T) {
	text := label("Kyiv")
	text.At = geom.Vec{X: 100, Y: 50}
	v := stored([]display.Text{text}, 2).quads[0].Vertices[0]
	if v.DstX != 200-20 || v.DstY != 100-8 {
		t.Errorf("the sprite begins at (%v, %v), want (180, 92)", v.DstX, v.DstY)
	}
}

func TestOpacityIsPremultiplied(t *testing.T) {
	text := label("Kyiv")
	text.Ink.A, text.Halo.A = 51, 51
	v := stored([]display.Text{text}, 1).quads[0].Vertices[0]
	for _, c := range []float32{v.ColorR, v.ColorG, v.ColorB, v.ColorA} {
		if c != 0.2 {
			t.Errorf("colour scale %v %v %v %v, want 0.2 each", v.ColorR, v.ColorG, v.ColorB, v.ColorA)
			break
		}
	}
}

func TestPixelRatioMakesEverythingNew(t *testing.T) {
	texts := []display.Text{label("Kyiv")}
	l := stored(texts, 1)
	l.Build(texts, 2)
	if len(l.Missing(10)) != 1 || len(l.quads[0].Vertices) != 0 || len(l.atlas.pages) != 0 {
		t.Errorf("after a change of monitor %d missing, %d vertices, %d pages, want 1, 0, 0",
			len(l.Missing(10)), len(l.quads[0].Vertices), len(l.atlas.pages))
	}
}

func TestLabelThatCannotBeShapedIsAskedForOnce(t *testing.T) {
	texts := []display.Text{label("Kyiv"), label("Paris")}
	for name, sheet := range map[string]*Sheet{
		"no sheet":     {},
		"empty boxes":  {Boxes: make([]SheetBox, 2)},
		"beside sheet": {Width: 4, Height: 4, Pixels: make([]byte, 64), Boxes: []SheetBox{{X: 3, W: 4, H: 4}, {W: 9, H: 9}}},
	} {
		l := &Labels{}
		l.Build(texts, 1)
		l.Store(l.Missing(2), sheet, func(Upload) { t.Errorf("%s: something was uploaded", name) })
		l.Build(texts, 1)
		if len(l.Missing(2)) != 0 {
			t.Errorf("%s: %d sprites are asked for again", name, len(l.Missing(2)))
		}
	}
}

func TestInvisibleTextsAreNotRastered(t *testing.T) {
	faded, empty := label("Kyiv"), label("")
	faded.Ink.A = 0
	l := &Labels{}
	l.Build([]display.Text{faded, empty}, 1)
	if got := l.Missing(10); len(got) != 0 {
		t.Errorf("sprites %v, want none", got)
	}
}

// fill takes all room on all pages.
func fill(a *atlas) {
	for ok := true; ok; {
		_, ok = a.place(maxPagePX-gapPX-1, maxPagePX-gapPX-1)
	}
}

func TestAnAtlasIsFull(t *testing.T) {
	l := stored([]display.Text{label("Kyiv")}, 1)
	if l.Full() {
		t.Fatal("full with one label")
	}
	l.atlas.clear()
	fill(&l.atlas)
	if !l.Full() {
		t.Fatal("not full with every page full")
	}
	l.Build([]display.Text{label("one more")}, 1)
	some := l.Missing(1)
	l.Store(some, sheetOf(some, 40, 16), func(Upload) { t.Error("a page beyond the last") })
}

func TestSteadyLabelsAllocateNothing(t *testing.T) {
	texts := []display.Text{label("Kyiv"), label("Paris"), label("London")}
	l := stored(texts, 2)
	if n := testing.AllocsPerRun(100, func() { l.Build(texts, 2) }); n != 0 {
		t.Errorf("%v allocations a frame, want 0", n)
	}
}
