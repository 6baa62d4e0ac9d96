package picture

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"

	"actormap/cmd/actormap/raster"
	"actormap/data"
	"actormap/wasm/layout"
	"actormap/wasm/scene"
)

// dispute is a dataset with claims of every sort.
func dispute(t *testing.T) *data.Dataset {
	t.Helper()
	src, err := os.ReadFile("../../../data/testdata/dispute.json")
	if err != nil {
		t.Fatal(err)
	}
	ds, err := data.Parse("dispute.json", src)
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// TestPicturesTellClaimsFromFacts: the label that a line has says that it is a claim, and so does the
// description of each, with who says it and who denies it, in the language of the picture.
func TestPicturesTellClaimsFromFacts(t *testing.T) {
	quick := Effort{Frames: scene.Frames[:], Budget: layout.DefaultBudget}
	pictures, _, err := quick.Draw(dispute(t), "en", "ar")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ language, label, description string }{
		{"en", ">disputed: gave 40,000</text>", "Company B → Party C: disputed: gave 40,000 (EUR\u00a040\u202f000); says Politician D; denied by Treasurer of Party C, The Auditor"},
		{"en", ">claim: met in private</text>", "Company B → The Mayor: claim: met in private; says two people familiar with the talks"},
		{"en", ">claim: will pay for</text>", "claim: will pay for the campaign of; says Politician D"},
		{"ar", ">ادعاء: ", "محل خلاف: أعطى 40,000 (EUR\u00a040\u202f000)؛ يقوله السياسية د؛ ينفيه أمين صندوق الحزب ج، المدقق"},
	} {
		labelled := false
		for _, p := range pictures[tt.language] {
			text := string(p.SVG)
			_, rest, _ := strings.Cut(text, "<desc>")
			if description, _, _ := strings.Cut(rest, "</desc>"); !strings.Contains(description, tt.description) {
				t.Errorf("%s, %dx%d: the description is %s, want %q in it", tt.language, p.W, p.H, description, tt.description)
			}
			labelled = labelled || strings.Contains(text, tt.label)
			for _, bare := range []string{">gave 40,000<", ">met in private<", ">would sign<"} {
				if strings.Contains(text, bare) {
					t.Errorf("%s, %dx%d: a claim is labelled %s", tt.language, p.W, p.H, bare)
				}
			}
		}
		if !labelled {
			t.Errorf("%s: no picture has the label %s", tt.language, tt.label)
		}
	}
}

// TestFactsHaveNoNotes: the description of a map without claims is its summary.
func TestFactsHaveNoNotes(t *testing.T) {
	ds := few()
	ds.Summary = data.Plain("Two and a peace.")
	p, err := DrawFrame(ds, 480, 560)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(p.SVG), "<desc>Two and a peace.</desc>") {
		t.Errorf("%s", p.SVG[:400])
	}
}

// TestTheCardDrawsClaimsAsClaims counts the coloured pixels of a card: with every relation a claim
// there are none, though as facts they have many.
func TestTheCardDrawsClaimsAsClaims(t *testing.T) {
	for name, tt := range map[string]struct {
		evidence []data.Evidence
		coloured bool
	}{
		"facts":    {[]data.Evidence{{}}, true},
		"alleged":  {[]data.Evidence{{Alleged: data.Yes}}, false},
		"disputed": {[]data.Evidence{{}, {Denies: true}}, false},
	} {
		ds := dispute(t)
		for i := range ds.Relations {
			ds.Relations[i].Evidence = tt.evidence
		}
		fonts, err := raster.GoFonts()
		if err != nil {
			t.Fatal(err)
		}
		body, _, err := Sketch().Card(ds, "Who paid?", "en", fonts)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if n := coloured(img); n > 0 != tt.coloured {
			t.Errorf("%s: %d pixels are blue or vermillion", name, n)
		}
	}
}

// coloured counts the pixels of a hue as strong as that of a line with a side.
func coloured(img image.Image) (n int) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if r, _, b, _ := img.At(x, y).RGBA(); max(r, b)-min(r, b) > 0x6000 {
				n++
			}
		}
	}
	return n
}
