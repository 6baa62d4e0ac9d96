package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"actormap/data"
	"actormap/wasm/display"
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
		Relations: []data.Relation{{ID: "back", From: "ada", To: "peace", Type: "support", Stance: data.For, Label: data.Plain("backs"), Status: data.Happened, Evidence: []data.Evidence{{}}}},
	}
}

// fewDrawn is few as readers get it: in every frame, with the whole effort. Tests share it.
var fewDrawn = sync.OnceValues(func() (drawn, error) {
	pictures, layout, err := Effort{}.Draw(few(), "en")
	return drawn{pictures["en"], layout}, err
})

type drawn struct {
	pictures []Picture
	layout   []byte
}

// must fails the test on an error.
func must[T any](t *testing.T, make func() (T, error)) T {
	t.Helper()
	made, err := make()
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestPicturesAreTheFramesOfThePage(t *testing.T) {
	pictures := must(t, fewDrawn).pictures
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
	pictures, g := must(t, fewDrawn).pictures, graph.New(few(), "en")
	layouts, err := protocol.ParseLayouts(g, must(t, fewDrawn).layout)
	if err != nil {
		t.Fatal(err)
	}
	if len(layouts) != len(pictures) {
		t.Fatalf("%d layouts, want one for each of %d pictures", len(layouts), len(pictures))
	}
	for i, l := range layouts {
		frame := scene.NewFromLayout(g, l).Frame()
		for _, text := range frame.Texts {
			at := fmt.Sprintf(`x="%v" y="%v"`, text.At.X, text.At.Y)
			if text.Owner.Thing == display.Node && !bytes.Contains(pictures[i].SVG, []byte(at)) {
				t.Errorf("%vx%v: %q is not at %s in the picture", l.Size.W, l.Size.H, text.Text, at)
			}
		}
	}
}

// TestAnEffortIsAsItSays: a sketch has its own frames only, and without more to say a map is drawn in all.
func TestAnEffortIsAsItSays(t *testing.T) {
	sketch, layout, err := Sketch().Draw(few(), "en")
	if err != nil {
		t.Fatal(err)
	}
	layouts, err := protocol.ParseLayouts(graph.New(few(), "en"), layout)
	if err != nil {
		t.Fatal(err)
	}
	frames := Sketch().Frames
	if len(frames) >= len(scene.Frames) || len(sketch["en"]) != len(frames) || len(layouts) != len(frames) {
		t.Fatalf("%d pictures and %d layouts of %d frames", len(sketch["en"]), len(layouts), len(frames))
	}
	for i, size := range frames {
		if p := sketch["en"][i]; float64(p.W) != size.W || float64(p.H) != size.H || layouts[i].Size != size {
			t.Errorf("picture %d is %dx%d, its layout %v, want %v", i, p.W, p.H, layouts[i].Size, size)
		}
		want := scene.SolveForPicture(graph.New(few(), "en"), size, Sketch().Budget).Layout().At
		if !slices.Equal(layouts[i].At, want) {
			t.Errorf("%v: at %v, which is not what its budget gives: %v", size, layouts[i].At, want)
		}
	}
}

// TestRaceSameDatasetSameBytes: the frames are drawn side by side, which changes no byte.
func TestRaceSameDatasetSameBytes(t *testing.T) {
	ds := few()
	a, layoutA, errA := Sketch().Draw(ds, "en")
	b, layoutB, errB := Sketch().Draw(ds, "en")
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
	pictures, layout, err := Sketch().Draw(ds, "en", "ar")
	if err != nil {
		t.Fatal(err)
	}
	if en, ar := pictures["en"][1], pictures["ar"][1]; bytes.Equal(en.SVG, ar.SVG) || !bytes.Contains(ar.SVG, []byte("آدا")) || bytes.Contains(en.SVG, []byte("آدا")) {
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
				if at := fmt.Sprintf(`x="%v" y="%v"`, text.At.X, text.At.Y); text.Owner.Thing == display.Node && !bytes.Contains(pictures[language][i].SVG, []byte(at)) {
					t.Errorf("%s, %vx%v: %q is not at %s in the picture", language, l.Size.W, l.Size.H, text.Text, at)
				}
			}
		}
	}
}
