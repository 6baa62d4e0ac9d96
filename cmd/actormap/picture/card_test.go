package picture

import (
	"bytes"
	"image/png"
	"testing"

	"actormap/cmd/actormap/raster"
	"actormap/data"
)

// TestCardIsOfTheSizeThatPreviewsShow: with the fonts that are everywhere, it is the same to
// the byte each time, and says what they cannot write.
func TestCardIsOfTheSizeThatPreviewsShow(t *testing.T) {
	ds := &data.Dataset{ID: "small", Title: data.Plain("Small"), Language: "en", Actors: []data.Actor{
		{ID: "a", Name: data.Plain("Ada"), Kind: data.Person}, {ID: "b", Name: data.Plain("習近平"), Kind: data.State},
	}}
	var first []byte
	for range 2 {
		fonts, err := raster.GoFonts()
		if err != nil {
			t.Fatal(err)
		}
		body, unwritten, err := Sketch().Card(ds, "Small", "en", fonts)
		if err != nil || len(unwritten) != 1 || unwritten[0] != "習近平" {
			t.Fatalf("unwritten %q, %v", unwritten, err)
		}
		img, err := png.Decode(bytes.NewReader(body))
		if err != nil || img.Bounds().Dx() != CardW || img.Bounds().Dy() != CardH {
			t.Fatalf("%v, %v", img.Bounds(), err)
		}
		if first != nil && !bytes.Equal(first, body) {
			t.Error("two cards of one map differ")
		}
		first = body
	}
}

// TestCardNamesWhoAnswersForTheMap: a picture is seen without its page. What no font can write is told, and
// that is here the line below the map.
func TestCardNamesWhoAnswersForTheMap(t *testing.T) {
	ds := &data.Dataset{ID: "small", Title: data.Plain("Small"), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("Ada"), Kind: data.Person}},
		Byline: data.Plain("習近平"), Publisher: data.Plain("The Town Paper"), Contact: "mailto:desk@example.org"}
	fonts, err := raster.GoFonts()
	if err != nil {
		t.Fatal(err)
	}
	_, unwritten, err := Sketch().Card(ds, "Small", "en", fonts)
	if want := "By 習近平 · Published by The Town Paper · Report an error: desk@example.org"; err != nil || len(unwritten) != 1 || unwritten[0] != want {
		t.Errorf("unwritten %q, %v, want %q", unwritten, err, want)
	}
}
