package site

import (
	"encoding/json"
	"path"
	"strings"
	"testing"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/markup"
	"actormap/data"
)

// assemblePublic makes a site that stands at https://example.org/map/.
func assemblePublic(t *testing.T, served bool) *Site {
	t.Helper()
	base, err := address.Parse("https://example.org/map")
	if err != nil {
		t.Fatal(err)
	}
	ds := &data.Dataset{ID: "small", Title: data.Plain("Small"), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
	s, err := Assemble(Input{Maps: []Map{{Dataset: ds, Source: []byte(`{"id":"small"}`)}}, Dist: builtDist(), Base: base, Served: served})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// absoluteLinks lists the links of a document that stand at an absolute address, by rel and
// type.
func absoluteLinks(t *testing.T, f *File) map[string]string {
	t.Helper()
	tree, err := markup.Parse(f.Body)
	if err != nil {
		t.Fatal(err)
	}
	links := map[string]string{}
	for _, l := range tree.All("link") {
		if strings.Contains(l.Attributes["href"], "://") && l.Attributes["hreflang"] == "" {
			links[strings.TrimSpace(l.Attributes["rel"]+" "+l.Attributes["type"])] = l.Attributes["href"]
		}
	}
	return links
}

func TestAnswerIsAFileOfAStaticSite(t *testing.T) {
	s := assemblePublic(t, false)
	if s.Providers() != nil {
		t.Error("a site that nobody serves has a provider")
	}
	f, ok := s.Lookup("oembed.json")
	if !ok || f.Hashed || f.Type != "application/json" || !json.Valid(f.Body) {
		t.Fatalf("oembed.json: %v, %+v", ok, f)
	}
	for _, name := range []string{"index.html", "embed.html"} {
		page, _ := s.Lookup(name)
		links := absoluteLinks(t, page)
		if len(links) != 2 || links["alternate application/json+oembed"] != "https://example.org/map/oembed.json" || links["canonical"] != "https://example.org/map/" {
			t.Errorf("%s: the links are %v", name, links)
		}
	}
}

func TestAnswerOfAServedSiteIsTheServers(t *testing.T) {
	s := assemblePublic(t, true)
	if _, ok := s.Lookup("oembed.json"); ok || len(s.Providers()) != 1 {
		t.Errorf("a served site has a static answer (%v), or no provider (%v)", ok, s.Providers())
	}
	page, _ := s.Lookup("index.html")
	if links := absoluteLinks(t, page); len(links) != 3 || links["alternate text/xml+oembed"] == "" {
		t.Errorf("the links are %v", links)
	}
}

// TestWithoutAnAddressNothingIsLost: all but the absolute parts is the same.
func TestWithoutAnAddressNothingIsLost(t *testing.T) {
	without, with := assembleSmall(t, builtDist()), assemblePublic(t, false)
	if _, ok := without.Lookup("oembed.json"); ok || without.Providers() != nil {
		t.Error("a site without an address has an oEmbed answer")
	}
	for _, f := range without.Files() {
		if _, ok := with.Lookup(f.Path); !ok {
			t.Errorf("%s is missing from the site with an address", f.Path)
		}
		if path.Ext(f.Path) == ".html" {
			if links := absoluteLinks(t, f); len(links) > 0 {
				t.Errorf("%s: the links are %v", f.Path, links)
			}
		}
	}
	if len(with.Files()) != len(without.Files())+1 {
		t.Errorf("%d files with an address, %d without", len(with.Files()), len(without.Files()))
	}
}
