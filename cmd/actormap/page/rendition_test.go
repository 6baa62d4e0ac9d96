package page

import (
	"strings"
	"testing"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/markup"
	"actormap/data"
)

// bilingual is tiny with its title in two languages.
func bilingual() *data.Dataset {
	ds := tiny()
	ds.Title = data.InLanguages(data.Tagged{Tag: "en", Text: "Tiny"}, data.Tagged{Tag: "ar", Text: "صغيرة"})
	return ds
}

func TestRenditions(t *testing.T) {
	all, err := lang.All()
	if err != nil {
		t.Fatal(err)
	}
	many := large(SplitAbove + 1)
	french := tiny()
	french.Language = "fr"
	arabic := bilingual()
	arabic.Language = "ar-EG"
	for _, c := range []struct {
		name, first string
		ds          *data.Dataset
		count       int
	}{
		{"in the dataset's language", "ar", arabic, len(all)},
		{"the language is not reviewed", "en", french, len(all)},
		{"too many documents", "en", many, 1},
	} {
		list, err := Renditions(c.ds)
		if err != nil {
			t.Fatal(err)
		}
		if list[0].Words.Tag != c.first || list[0].Folder != "" || len(list) != c.count {
			t.Errorf("%s: the first of %d is %s in %q, want %s of %d", c.name, len(list), list[0].Words.Tag, list[0].Folder, c.first, c.count)
		}
		for _, r := range list[1:] {
			if r.Folder != r.Words.Tag+"/" {
				t.Errorf("%s: %s is in %q", c.name, r.Words.Tag, r.Folder)
			}
		}
	}
}

func TestLanguagesOfTheMap(t *testing.T) {
	for _, c := range []struct {
		ds   *data.Dataset
		want string
	}{{tiny(), "en"}, {bilingual(), "en ar"}} {
		got, err := Languages(c.ds)
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%v, %v, want %s", got, err, c.want)
		}
	}
}

// TestRenditionsAreWholeSites looks at page and embed of each language: its language and
// direction, its way to the site's files, and what it says to search engines.
func TestRenditionsAreWholeSites(t *testing.T) {
	base, err := address.Parse("https://example.org/map/")
	if err != nil {
		t.Fatal(err)
	}
	assets := tinyAssets()
	assets.Public.Base = base
	assets.Pictures["ar"] = []Picture{{304, 520, "map-ar.svg"}}
	documents, err := Render(bilingual(), assets)
	if err != nil {
		t.Fatal(err)
	}
	for file, tree := range parseAll(t, documents) {
		if strings.HasSuffix(file, ExamplesPath) {
			continue
		}
		folder, _, inFolder := strings.Cut(file, "/")
		root, tag := "", lang.Fallback
		if inFolder {
			root, tag = "../", folder
		}
		c, err := lang.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		html := tree.All("html")[0]
		if html.Attributes["lang"] != tag || html.Attributes["dir"] != c.Dir {
			t.Errorf("%s: it is in %s, %s", file, html.Attributes["lang"], html.Attributes["dir"])
		}
		picture := tree.All("img")[0].Attributes["src"]
		if want := map[bool]string{true: "../map-ar.svg", false: root + "map-1040x740.svg"}[tag == "ar"]; picture != want {
			t.Errorf("%s: the picture is %s, want %s", file, picture, want)
		}
		if script := tree.All("script")[0].Attributes["src"]; script != root+"actor-map.js" {
			t.Errorf("%s: the script is %s", file, script)
		}
		checkSearch(t, file, tree, c)
	}
}

func checkSearch(t *testing.T, file string, tree *markup.Node, c *lang.Catalogue) {
	hidden, alternates := false, map[string]string{}
	for _, m := range tree.All("meta") {
		hidden = hidden || m.Attributes["name"] == "robots" && m.Attributes["content"] == "noindex"
	}
	for _, l := range tree.All("link") {
		if tag := l.Attributes["hreflang"]; tag != "" {
			alternates[tag] = l.Attributes["href"]
		}
	}
	if hidden == c.Reviewed {
		t.Errorf("%s: hidden from search engines: %v", file, hidden)
	}
	if alternates["x-default"] != "https://example.org/map/" || alternates["en"] != "https://example.org/map/" || alternates["ar"] != "https://example.org/map/ar/" || len(alternates) != 3 {
		t.Errorf("%s: alternates %v", file, alternates)
	}
}
