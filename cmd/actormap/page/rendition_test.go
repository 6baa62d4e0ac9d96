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
	var every []string
	for _, c := range all {
		every = append(every, c.Tag)
	}
	for _, c := range []struct {
		name   string
		ds     *data.Dataset
		wanted []string
		want   string // their tags
	}{
		{"one language", tiny(), nil, "en"},
		{"two languages, the dataset's own first", arabic, nil, "ar en"},
		{"a language that is not reviewed", french, nil, "en fr"},
		{"some are wanted, one of them is there", tiny(), []string{"en", "zh", "de"}, "en de zh"},
		{"all are wanted", arabic, every, "ar en de es fr ru uk zh"},
		{"too many documents", many, every, "en"},
	} {
		list, err := Renditions(c.ds, c.wanted)
		if err != nil {
			t.Fatal(err)
		}
		var tags []string
		for _, r := range list {
			tags = append(tags, r.Words.Tag)
		}
		if got := strings.Join(tags, " "); got != c.want || list[0].Folder != "" {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
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
	assets.Languages = []string{"fr"}
	assets.Pictures["ar"] = []Picture{{304, 520, "map-ar.svg"}}
	documents, err := Render(bilingual(), assets)
	if err != nil {
		t.Fatal(err)
	}
	moved := map[string]bool{}
	for _, d := range documents {
		moved[d.Path] = d.Moved != ""
	}
	for file, tree := range parseAll(t, documents) {
		if strings.HasSuffix(file, ExamplesPath) || moved[file] {
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
		if script := tree.All("script")[0].Attributes["src"]; script != root+"page.js" {
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
