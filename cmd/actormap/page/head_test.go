package page

import (
	"bytes"
	"strings"
	"testing"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/markup"
)

// publicAssets is a site whose address is known.
func publicAssets(t *testing.T) Assets {
	t.Helper()
	base, err := address.Parse("https://example.org/map/")
	if err != nil {
		t.Fatal(err)
	}
	a := tinyAssets()
	a.Public = Public{base, base, "https://example.org/map/oembed?format=json&url=a", "https://example.org/map/oembed?format=xml&url=a"}
	return a
}

// told returns what the head of a document tells other programs: the value of each meta
// element by its name or property, of each link by its rel or, if it is an alternate, its
// type. A thing told twice is an error.
func told(t *testing.T, tree *markup.Node) map[string]string {
	t.Helper()
	found := map[string]string{}
	note := func(key, value string) {
		if _, twice := found[key]; twice && key != "stylesheet" && key != "theme-color" {
			t.Errorf("%s is told twice", key)
		}
		found[key] = value
	}
	head := tree.All("head")[0]
	for _, m := range head.All("meta") {
		note(m.Attributes["name"]+m.Attributes["property"], m.Attributes["content"])
	}
	for _, l := range head.All("link") {
		if l.Attributes["rel"] == "alternate" {
			note(l.Attributes["type"], l.Attributes["href"])
			note(l.Attributes["type"]+" title", l.Attributes["title"])
		} else {
			note(l.Attributes["rel"], l.Attributes["href"])
		}
	}
	return found
}

// absolute lists what needs the site's address.
func absolute() []string {
	return []string{"canonical", "og:url", "application/json+oembed", "text/xml+oembed"}
}

func TestHeadTells(t *testing.T) {
	for file, tree := range parseAll(t, render(t, tiny(), publicAssets(t))) {
		found := told(t, tree)
		if file == ExamplesPath { // a page about the map, not a form of it
			if found["canonical"] != "https://example.org/map/examples.html" || found["application/json+oembed"] != "" {
				t.Errorf("%s: %v", file, found)
			}
			continue
		}
		for key, want := range map[string]string{
			"canonical": "https://example.org/map/", "og:url": "https://example.org/map/",
			"application/json+oembed": "https://example.org/map/oembed?format=json&url=a", "text/xml+oembed": "https://example.org/map/oembed?format=xml&url=a",
			"application/json+oembed title": "Tiny & all · as of 27 February 2025 · corrected March 2025",
			"og:title":                      "Tiny & all · as of 27 February 2025 · corrected March 2025", "og:description": "Everything once.", "description": "Everything once.",
			"og:type": "article", "og:site_name": "Actor map", "og:locale": "en", "twitter:card": "summary",
		} {
			if found[key] != want {
				t.Errorf("%s: %s is %q, want %q", file, key, found[key], want)
			}
		}
		if image, ok := found["og:image"]; ok {
			t.Errorf("%s: og:image is %q, and there is no raster picture", file, image)
		}
	}
}

// TestDiscoveryIsEarly: readers give up after some kilobytes.
func TestDiscoveryIsEarly(t *testing.T) {
	for _, d := range render(t, tiny(), publicAssets(t)) {
		if d.Path == ExamplesPath {
			continue
		}
		at := bytes.Index(d.HTML, []byte("json+oembed"))
		if styles := bytes.Index(d.HTML, []byte("stylesheet")); at < 0 || at > styles || at > 1024 {
			t.Errorf("%s: discovery stands at byte %d, the styles at %d", d.Path, at, styles)
		}
	}
}

func TestWithoutAnAddressNothingAbsolute(t *testing.T) {
	for file, tree := range treesOf(t, "tiny") {
		found := told(t, tree)
		for _, key := range absolute() {
			if value, ok := found[key]; ok {
				t.Errorf("%s: %s is %q, though the address is not known", file, key, value)
			}
		}
		if found["og:title"] == "" || found["og:description"] == "" || found["twitter:card"] == "" {
			t.Errorf("%s: the rest of the card is missing: %v", file, found)
		}
	}
}

func TestNodeDocumentsHaveAddressesOfTheirOwn(t *testing.T) {
	ds := large(SplitAbove + 1)
	ds.Actors[7].ID = "a.b c" // no id of a checked dataset has a space
	for i := range ds.Relations {
		r := &ds.Relations[i]
		for _, end := range []*string{&r.From, &r.To, &r.About[0]} {
			*end = map[bool]string{true: "a.b c", false: *end}[*end == "a7"]
		}
	}
	trees := parseAll(t, render(t, ds, publicAssets(t)))
	for file, want := range map[string]string{"n/a5.html": "https://example.org/map/n/a5.html", "n/a.b c.html": "https://example.org/map/n/a.b%20c.html"} {
		found := told(t, trees[file])
		if found["canonical"] != want || found["og:url"] != want || !strings.HasPrefix(found["og:title"], "Actor ") {
			t.Errorf("%s: it tells of %q, %q, %q, want %q", file, found["canonical"], found["og:url"], found["og:title"], want)
		}
		if href, ok := found["application/json+oembed"]; ok {
			t.Errorf("%s: it says that %s embeds it", file, href)
		}
	}
}
