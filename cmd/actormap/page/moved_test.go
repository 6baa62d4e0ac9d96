package page

import (
	"strings"
	"testing"

	"actormap/cmd/actormap/address"
)

// TestOldLanguagesLeadToThePageThatThereIs: every address that was once built answers.
func TestOldLanguagesLeadToThePageThatThereIs(t *testing.T) {
	base, err := address.Parse("https://example.org/map/")
	if err != nil {
		t.Fatal(err)
	}
	assets := tinyAssets()
	assets.Public.Base = base
	assets.Languages = []string{"fr"}
	assets.MovedScript = "moved.js"
	documents, err := Render(bilingual(), assets)
	if err != nil {
		t.Fatal(err)
	}
	trees := parseAll(t, documents)
	moved := 0
	for _, d := range documents {
		if d.Moved == "" {
			continue
		}
		moved++
		folder, file, _ := strings.Cut(d.Path, "/")
		if want := "../" + file; d.Moved != want || strings.Contains("en ar fr", folder) {
			t.Errorf("%s leads to %s, want %s", d.Path, d.Moved, want)
		}
		tree := trees[d.Path]
		if script := tree.All("script")[0].Attributes["src"]; script != "../moved.js" {
			t.Errorf("%s: the script is %s", d.Path, script)
		}
		for _, want := range []string{
			`<a id="moved" href="../` + file + `"><bdi>Tiny</bdi></a>`,
			`<noscript><meta http-equiv="refresh" content="0; url=../` + file + `"></noscript>`,
			`<meta name="robots" content="noindex">`,
			`<link rel="canonical" href="https://example.org/map/` + strings.TrimSuffix(file, indexPath) + `">`,
		} {
			if !strings.Contains(string(d.HTML), want) {
				t.Errorf("%s is without %s", d.Path, want)
			}
		}
		if len(d.HTML) > 1024 {
			t.Errorf("%s has %d bytes, a small document has 1024 at most", d.Path, len(d.HTML))
		}
	}
	for _, tag := range []string{"de", "es", "ru", "uk", "zh"} {
		for _, file := range []string{indexPath, EmbedPath, ExamplesPath} {
			if trees[tag+"/"+file] == nil {
				t.Errorf("%s/%s leads nowhere", tag, file)
			}
		}
	}
	if moved != 15 {
		t.Errorf("%d documents lead on, want 15", moved)
	}
	if documents, err = Render(large(SplitAbove+1), assets); err != nil {
		t.Fatal(err)
	}
	for _, d := range documents {
		if d.Moved != "" {
			t.Errorf("%s was never built, and leads to %s", d.Path, d.Moved)
		}
	}
}
