package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"actormap/data"
	"actormap/wasm/graph"
	"actormap/wasm/protocol"
	"actormap/wasm/scene"
)

// few is a dataset that is laid out in no time, also under the race detector.
func few() *data.Dataset {
	return &data.Dataset{
		ID: "few", Title: data.Plain("Few"), Language: "en", Updated: "2025-02-27",
		Actors: []data.Actor{
			{ID: "ada", Name: data.Plain("Ada"), Kind: data.Person, Of: []data.Membership{{To: "land", Common: true}}},
			{ID: "land", Name: data.Plain("Land & <Sea>"), Kind: data.State},
		},
		Issues:    []data.Issue{{ID: "peace", Name: data.Plain("Peace")}},
		Relations: []data.Relation{{ID: "back", From: "ada", To: "peace", Type: "support", Stance: data.For, Label: data.Plain("backs"), Status: data.Happened}},
	}
}

func TestPicturesAreTheFramesOfThePage(t *testing.T) {
	all, _, err := Draw(few(), "en")
	if err != nil {
		t.Fatal(err)
	}
	pictures := all["en"]
	if len(pictures) != len(scene.Frames) {
		t.Fatalf("%d pictures, want %d", len(pictures), len(scene.Frames))
	}
	for i, p := range pictures {
		if size := scene.Frames[i]; float64(p.W) != size.W || float64(p.H) != size.H {
			t.Errorf("picture %d is %dx%d, want %vx%v", i, p.W, p.H, size.W, size.H)
		}
		if head := fmt.Sprintf(`width="%d" height="%d"`, p.W, p.H); !bytes.Contains(p.SVG[:200], []byte(head)) {
			t.Errorf("picture %d does not say %s", i, head)
		}
		if !bytes.Contains(p.SVG, []byte("prefers-color-scheme: dark")) {
			t.Errorf("picture %d has no dark colours", i)
		}
		wellFormed(t, p)
	}
}

func wellFormed(t *testing.T, p Picture) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(p.SVG)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%dx%d: %v", p.W, p.H, err)
		}
	}
}

// TestLayoutIsThePictures draws from the layout what the live map will start with: it has
// to be the picture.
func TestLayoutIsThePictures(t *testing.T) {
	ds := few()
	all, layout, err := Draw(ds, "en")
	if err != nil {
		t.Fatal(err)
	}
	pictures, g := all["en"], graph.New(ds, ds.Language)
	layouts, err := protocol.ParseLayouts(g, layout)
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range layouts {
		frame := scene.NewFromLayout(g, l).Frame()
		for _, text := range frame.Texts {
			at := fmt.Sprintf(`x="%v" y="%v"`, text.At.X, text.At.Y)
			if text.Node != "" && !bytes.Contains(pictures[i].SVG, []byte(at)) {
				t.Errorf("%vx%v: the name of %s is not at %s in the picture", l.Size.W, l.Size.H, text.Node, at)
			}
		}
	}
}

func TestSameDatasetSameBytes(t *testing.T) {
	ds := few()
	a, layoutA, errA := Draw(ds, "en")
	b, layoutB, errB := Draw(ds, "en")
	if err := errors.Join(errA, errB); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(layoutA, layoutB) {
		t.Error("the layouts differ")
	}
	for i, p := range a["en"] {
		if !bytes.Equal(p.SVG, b["en"][i].SVG) {
			t.Errorf("the %dx%d pictures differ", p.W, p.H)
		}
	}
}

func TestPictureTellsItsDate(t *testing.T) {
	p, err := DrawFrame(few(), 480, 560)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(p.SVG), "<title>")
	title, _, _ := strings.Cut(rest, "</title>")
	if !strings.Contains(title, "2025-02-27") {
		t.Errorf("the title is %q", title)
	}
}

// TestLanguagesShareTheLayout draws a map in two languages, of which now the one, now the
// other has the longer names: its shapes are in the same places.
func TestLanguagesShareTheLayout(t *testing.T) {
	ds := few()
	two := func(en, ar string) data.Text {
		return data.InLanguages(data.Tagged{Tag: "en", Text: en}, data.Tagged{Tag: "ar", Text: ar})
	}
	ds.Actors[0].Name = two("Ada, Countess of Lovelace", "آدا")
	ds.Issues[0].Name = two("Peace", "السلام الدائم بين الجميع")
	pictures, layout, err := Draw(ds, "en", "ar")
	if err != nil {
		t.Fatal(err)
	}
	if en, ar := pictures["en"][3], pictures["ar"][3]; bytes.Equal(en.SVG, ar.SVG) || !bytes.Contains(ar.SVG, []byte("آدا")) || bytes.Contains(en.SVG, []byte("آدا")) {
		t.Error("the pictures are not in their languages")
	}
	for _, language := range []string{"en", "ar"} {
		g := graph.New(ds, language)
		layouts, err := protocol.ParseLayouts(g, layout)
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range layouts {
			for _, text := range scene.NewFromLayout(g, l).Frame().Texts {
				if at := fmt.Sprintf(`x="%v" y="%v"`, text.At.X, text.At.Y); text.Node != "" && !bytes.Contains(pictures[language][i].SVG, []byte(at)) {
					t.Errorf("%s, %vx%v: the name of %s is not at %s in the picture", language, l.Size.W, l.Size.H, text.Node, at)
				}
			}
		}
	}
}
