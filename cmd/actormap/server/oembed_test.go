package server

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/markup"
	"actormap/cmd/actormap/site"
	"actormap/data"
)

// mapAddress is where the sites of these tests stand on the web.
const mapAddress = "https://example.org/map/"

// publicSite returns a site whose address is known.
func publicSite(t *testing.T, title string) *site.Site {
	t.Helper()
	base, err := address.Parse(mapAddress)
	if err != nil {
		t.Fatal(err)
	}
	ds := &data.Dataset{ID: "small", Title: data.Plain(title), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
	return madeOnce(t, "at an address, titled "+title, site.Input{Maps: []site.Map{{Dataset: ds, Source: []byte(`{}`)}}, Dist: fstest.MapFS{}, Base: base, Served: true}, false)
}

// askOEmbed sends a request with a raw query to the endpoint.
func askOEmbed(h http.Handler, method, query string) (res *http.Response, body string) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, "http://localhost:8080/oembed?"+query, nil))
	return w.Result(), w.Body.String()
}

// answer is what a reader of oEmbed takes from an answer.
type answer struct {
	XMLName xml.Name `json:"-"`
	Version string   `json:"version" xml:"version"`
	Type    string   `json:"type" xml:"type"`
	Title   string   `json:"title" xml:"title"`
	Width   int      `json:"width" xml:"width"`
	Height  int      `json:"height" xml:"height"`
	HTML    string   `json:"html" xml:"html"`
}

func TestOEmbedAnswers(t *testing.T) {
	h := showing(publicSite(t, "Small"), true)
	here := "url=" + url.QueryEscape(mapAddress)
	for _, c := range []struct {
		name, query   string
		xml           bool
		width, height int
	}{
		{"the page", here, false, 800, 600},
		{"not escaped", "url=" + mapAddress, false, 800, 600},
		{"the embed", here + "embed.html", false, 800, 600},
		{"a view of the page", here + url.QueryEscape("?select=a"), false, 800, 600},
		{"JSON by name", here + "&format=json", false, 800, 600},
		{"an empty format", here + "&format=", false, 800, 600},
		{"XML", here + "&format=xml", true, 800, 600},
		{"as WordPress asks", "format=json&" + here + "&maxwidth=500&maxheight=750&dnt=1&format=json", false, 500, 375},
		{"a height only", here + "&maxheight=300", false, 400, 300},
		{"more room than needed", here + "&maxwidth=4000&maxheight=4000", false, 800, 600},
		{"XML with a width", here + "&maxwidth=333&format=xml", true, 332, 249},
		{"no limit in words", here + "&maxwidth=&maxheight=", false, 800, 600},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, body := askOEmbed(h, "GET", c.query)
			var a answer
			decode, mediaType := json.Unmarshal, "application/json"
			if c.xml {
				decode, mediaType = xml.Unmarshal, "text/xml; charset=utf-8"
			}
			if res.StatusCode != 200 || res.Header.Get("Content-Type") != mediaType {
				t.Fatalf("status %d, Content-Type %q, want 200 and %q: %s", res.StatusCode, res.Header.Get("Content-Type"), mediaType, body)
			}
			if err := decode([]byte(body), &a); err != nil || c.xml && a.XMLName.Local != "oembed" {
				t.Fatalf("%v, root %q: %s", err, a.XMLName.Local, body)
			}
			if a.Version != "1.0" || a.Type != "rich" || a.Title != "Small" || a.Width != c.width || a.Height != c.height {
				t.Errorf("%+v, want a rich one of %dx%d", a, c.width, c.height)
			}
			frame := wantFrame(t, a.HTML)
			if frame["width"] != strconv.Itoa(c.width) || frame["height"] != strconv.Itoa(c.height) {
				t.Errorf("the iframe is %sx%s, want %dx%d", frame["width"], frame["height"], c.width, c.height)
			}
		})
	}
}

// wantFrame returns the attributes of the one iframe of an answer.
func wantFrame(t *testing.T, html string) map[string]string {
	t.Helper()
	tree, err := markup.Parse([]byte(html))
	if err != nil {
		t.Fatal(err)
	}
	frames := tree.All("iframe")
	if len(frames) != 1 || !strings.HasPrefix(frames[0].Attributes["src"], mapAddress+"embed.html") {
		t.Fatalf("not one iframe of the embed: %s", html)
	}
	return frames[0].Attributes
}

func TestOEmbedRefusals(t *testing.T) {
	h := showing(publicSite(t, "Small"), true)
	here := "url=" + url.QueryEscape(mapAddress)
	for _, c := range []struct {
		name, query string
		status      int
		why         string
	}{
		{"nothing asked", "", 400, "url is missing"},
		{"an empty url", "url=", 400, "url is missing"},
		{"no url, and a wrong format", "format=yaml", 400, "url is missing"},
		{"a query that cannot be read", "url=%zz", 400, "cannot be read"},
		{"a semicolon", "url=a;b=c", 400, "cannot be read"},
		{"an unknown format", here + "&format=yaml", 501, "json or xml"},
		{"a format in capitals", here + "&format=JSON", 501, "json or xml"},
		{"an unknown format of an unknown url", "url=x&format=yaml", 501, "json or xml"},
		{"another site", "url=https%3A%2F%2Fexample.com%2Fmap%2F", 404, "no map"},
		{"another folder", "url=https%3A%2F%2Fexample.org%2F", 404, "no map"},
		{"another scheme", "url=http%3A%2F%2Fexample.org%2Fmap%2F", 404, "no map"},
		{"another file of the site", here + "licenses.txt", 404, "no map"},
		{"the address of this server, not the public one", "url=http%3A%2F%2Flocalhost%3A8080%2F", 404, "no map"},
		{"no address", "url=map", 404, "no map"},
		{"a script", "url=javascript:alert(1)", 404, "no map"},
		{"a line break in an address", here + "%0d%0aX:y", 404, "no map"},
		{"a width of nothing", here + "&maxwidth=0", 400, "maxwidth must be"},
		{"a width in words", here + "&maxwidth=wide", 400, "maxwidth must be"},
		{"a height below zero", here + "&maxheight=-1", 400, "maxheight must be"},
		{"both", here + "&maxwidth=1&maxheight=1", 400, "4 or more; maxheight must be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, body := askOEmbed(h, "GET", c.query)
			if res.StatusCode != c.status || !strings.Contains(body, c.why) {
				t.Errorf("status %d: %q, want %d and %q", res.StatusCode, body, c.status, c.why)
			}
			if res.Header.Get("Content-Type") != "text/plain; charset=utf-8" || res.Header.Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("the headers of a refusal are %v", res.Header)
			}
		})
	}
}

func TestOEmbedHeaders(t *testing.T) {
	h := showing(publicSite(t, "Small"), true)
	query := "url=" + url.QueryEscape(mapAddress)
	get, body := askOEmbed(h, "GET", query)
	for key, want := range map[string]string{
		"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin", "X-Content-Type-Options": "nosniff",
		"Content-Security-Policy": lockedPolicy, "Cache-Control": "no-cache", "Content-Length": strconv.Itoa(len(body)),
	} {
		if got := get.Header.Get(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	head, none := askOEmbed(h, "HEAD", query)
	if head.StatusCode != 200 || none != "" || head.Header.Get("Content-Length") != strconv.Itoa(len(body)) {
		t.Errorf("HEAD: status %d, %d bytes, length %q", head.StatusCode, len(none), head.Header.Get("Content-Length"))
	}
	if res, _ := askOEmbed(h, "POST", query); res.StatusCode != 405 {
		t.Errorf("POST: status %d, want 405", res.StatusCode)
	}
}

// TestOEmbedHasOneDoor: only the exact path answers, and only where the address is known.
func TestOEmbedHasOneDoor(t *testing.T) {
	known := showing(publicSite(t, "Small"), true)
	for _, target := range []string{"/oembed/", "//oembed", "/oEmbed", "/oembed.json", "/x/oembed", "/oembed.br"} {
		if res := ask(known, "GET", target); res.StatusCode != 404 {
			t.Errorf("%s: status %d, want 404", target, res.StatusCode)
		}
	}
	if res := ask(known, "GET", "/oembed"); res.StatusCode != 400 {
		t.Errorf("/oembed: status %d, want 400", res.StatusCode)
	}
	if res := ask(showing(newSite(t, false), true), "GET", "/oembed"); res.StatusCode != 404 {
		t.Errorf("without an address: status %d, want 404", res.StatusCode)
	}
}

// TestDiscoveredOEmbedAnswers follows the links of the pages as a reader does.
func TestDiscoveredOEmbedAnswers(t *testing.T) {
	h := showing(publicSite(t, `</title>"'><script>`), false)
	for _, file := range []string{"/", "/embed.html"} {
		body, err := io.ReadAll(ask(h, "GET", file).Body)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := markup.Parse(body)
		if err != nil {
			t.Fatal(err)
		}
		types := ""
		for _, link := range tree.All("head")[0].All("link") {
			if link.Attributes["rel"] != "alternate" || link.Attributes["hreflang"] != "" {
				continue
			}
			types += link.Attributes["type"] + " "
			query, ok := strings.CutPrefix(link.Attributes["href"], mapAddress+"oembed?")
			if res, text := askOEmbed(h, "GET", query); !ok || res.StatusCode != 200 {
				t.Errorf("%s: %s: status %d: %s", file, link.Attributes["href"], res.StatusCode, text)
			}
		}
		if types != "application/json+oembed text/xml+oembed " {
			t.Errorf("%s: the links are %q", file, types)
		}
	}
}

// TestHostOfThePublicAddress: a proxy on this machine may pass on the name it is asked by.
func TestHostOfThePublicAddress(t *testing.T) {
	h := showing(publicSite(t, "Small"), true)
	for host, want := range map[string]int{"example.org": 200, "EXAMPLE.org": 200, "localhost:8080": 200, "example.org:8080": 421, "evil.example": 421, "x.example.org": 421, "": 421} {
		if got := ask(h, "GET", "/", "Host", host).StatusCode; got != want {
			t.Errorf("Host %q: status %d, want %d", host, got, want)
		}
	}
}
