package site

import (
	"encoding/json"
	"path"
	"strings"
	"sync"
	"testing"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/markup"
	"actormap/cmd/actormap/picture"
)

// assemblePublic makes a site that stands at https://example.org/map/.
func assemblePublic(served bool) (*Site, error) {
	base, err := address.Parse("https://example.org/map")
	if err != nil {
		return nil, err
	}
	return Assemble(Input{Maps: []Map{oneActor("small")}, Dist: builtDist(), Base: base, Served: served, Pictures: picture.Sketch()})
}

// publicSite is one that nobody serves. Tests share it.
var publicSite = sync.OnceValues(func() (*Site, error) { return assemblePublic(false) })

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
	s := shared(t, publicSite)
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
	s, err := assemblePublic(true)
	if err != nil {
		t.Fatal(err)
	}
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
	without, with := shared(t, smallSite), shared(t, publicSite)
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
