package view

import (
	"bytes"
	"testing"

	"actormap/wasm/display"
)

func label(text string) display.Text {
	return display.Text{Text: text, Size: 13, Weight: 400, MaxWidth: 120, Ink: ink, Halo: paper, HaloWidth: 3}
}

func TestFadingIsNoOtherSprite(t *testing.T) {
	full := label("Kyiv")
	want := spriteOf(&full)
	for k := 1; k <= 255; k++ {
		faded := full
		faded.Ink, faded.Halo = full.Ink.Fade(float64(k)/255), full.Halo.Fade(float64(k)/255)
		if got := spriteOf(&faded); got != want {
			t.Fatalf("at %d/255 the sprite is %+v, want %+v", k, got, want)
		}
		if got := opacity(&faded); got != float32(k)/255 {
			t.Fatalf("at %d/255 the opacity is %v", k, got)
		}
	}
}

func TestSpritesTellLooksApart(t *testing.T) {
	base := label("Kyiv")
	change := map[string]func(*display.Text){
		"text":       func(t *display.Text) { t.Text = "Kiev" },
		"language":   func(t *display.Text) { t.Lang = "uk" },
		"size":       func(t *display.Text) { t.Size = 14 },
		"weight":     func(t *display.Text) { t.Weight = 600 },
		"width":      func(t *display.Text) { t.MaxWidth = 60 },
		"ink":        func(t *display.Text) { t.Ink.G++ },
		"halo":       func(t *display.Text) { t.Halo.G-- },
		"halo width": func(t *display.Text) { t.HaloWidth = 2 },
		"no halo":    func(t *display.Text) { t.Halo = none },
		"half halo":  func(t *display.Text) { t.Halo.A = 128 },
	}
	for name, f := range change {
		other := base
		f(&other)
		if spriteOf(&other) == spriteOf(&base) {
			t.Errorf("another %s gives the same sprite", name)
		}
	}
}

func TestHaloWithoutWidthIsNone(t *testing.T) {
	a, b := label("x"), label("x")
	a.HaloWidth, b.Halo = 0, none
	if spriteOf(&a) != spriteOf(&b) {
		t.Errorf("%+v and %+v differ", spriteOf(&a), spriteOf(&b))
	}
}

func TestCutPremultiplies(t *testing.T) {
	sheet := Sheet{Width: 2, Height: 2, Pixels: []byte{
		255, 0, 0, 255 /**/, 200, 100, 50, 128,
		9, 9, 9, 9 /*    */, 255, 255, 255, 0,
	}}
	got := sheet.cut(nil, SheetBox{X: 1, Y: 0, W: 1, H: 2})
	want := []byte{100, 50, 25, 128, 0, 0, 0, 0}
	if !bytes.Equal(got, want) {
		t.Errorf("right column is %v, want %v", got, want)
	}
}

func TestCutRefusesWhatIsNotOnTheSheet(t *testing.T) {
	sheet := Sheet{Width: 2, Height: 2, Pixels: make([]byte, 16)}
	short := Sheet{Width: 2, Height: 2, Pixels: make([]byte, 15)}
	for name, b := range map[string]SheetBox{
		"empty": {}, "left": {X: -1, W: 2, H: 1}, "right": {X: 1, W: 2, H: 1}, "below": {Y: 1, W: 1, H: 2}, "negative": {W: -1, H: 1},
	} {
		if got := sheet.cut(nil, b); got != nil {
			t.Errorf("%s: got %v, want nil", name, got)
		}
	}
	if got := short.cut(nil, SheetBox{W: 1, H: 1}); got != nil {
		t.Errorf("a sheet with pixels missing gives %v, want nil", got)
	}
}
