package server

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/site"
	"actormap/data"
)

// twoMaps is the site of two maps at https://example.org/maps/.
func twoMaps(t *testing.T) *site.Site {
	t.Helper()
	base, err := address.Parse("https://example.org/maps/")
	if err != nil {
		t.Fatal(err)
	}
	var maps []site.Map
	for _, id := range []string{"one", "two"} {
		ds := &data.Dataset{ID: id, Title: data.Plain(id), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
		maps = append(maps, site.Map{Dataset: ds, Source: []byte(`{"id":"` + id + `"}`)})
	}
	return madeOnce(t, "two maps", site.Input{Maps: maps, Dist: fstest.MapFS{}, Base: base, Served: true}, false)
}

func TestFoldersOfSeveralMaps(t *testing.T) {
	h := showing(twoMaps(t), false)
	for target, want := range map[string]int{
		"/": 200, "/index.html": 200, "/one/": 200, "/one/index.html": 200, "/two/embed.html": 200,
		"/maps/": 200, "/maps/one/": 200, // a proxy that passes on the whole path
		"/one": 308, "/maps/two": 308, "/three": 404, "/one/three/": 404, "/embed.html": 404, "/one//": 404,
	} {
		res := ask(h, "GET", target)
		if res.StatusCode != want {
			t.Errorf("%s: status %d, want %d", target, res.StatusCode, want)
		}
		if at := res.Header.Get("Location"); want == 308 && at != "./"+target[len(target)-3:]+"/" {
			t.Errorf("%s: Location %q", target, at)
		}
	}
}

func TestOEmbedOfSeveralMaps(t *testing.T) {
	h := showing(twoMaps(t), false)
	for target, want := range map[string]string{
		"https://example.org/maps/one/": `"title": "one"`, "https://example.org/maps/two/embed.html": `"title": "two"`,
		"https://example.org/maps/": "404", "https://example.org/maps/three/": "404",
	} {
		if _, body := askOEmbed(h, "GET", "url="+target); !strings.Contains(body, want) {
			t.Errorf("%s: %s", target, body)
		}
	}
}

func TestFrameAncestors(t *testing.T) {
	h := NewHandler(Options{FrameAncestors: "'self' https://example.org"})
	h.Show(twoMaps(t))
	for target, want := range map[string]string{
		"/one/embed.html": "frame-ancestors 'self' https://example.org", "/one/": "frame-ancestors 'self'", "/": "frame-ancestors 'self'",
	} {
		if policy := ask(h, "GET", target).Header.Get("Content-Security-Policy"); !strings.HasSuffix(policy, want) {
			t.Errorf("%s: the policy is %s", target, policy)
		}
	}
}

// TestThePolicyNamesTheSite: in a sandboxed frame WebKit takes 'self' for nobody.
func TestThePolicyNamesTheSite(t *testing.T) {
	policy := ask(showing(twoMaps(t), false), "GET", "/one/embed.html").Header.Get("Content-Security-Policy")
	for _, part := range []string{"script-src 'self' https://example.org 'wasm-unsafe-eval'", "style-src 'self' https://example.org", "connect-src 'self' https://example.org"} {
		if !strings.Contains(policy, part+";") {
			t.Errorf("the policy lacks %q: %s", part, policy)
		}
	}
}

func TestParseAncestors(t *testing.T) {
	for text, want := range map[string]string{
		"*": "*", "'none'": "'none'", " 'self'  https://a.example ": "'self' https://a.example",
		"https://*.example.org http://localhost:8080 https://example.org:*": "https://*.example.org http://localhost:8080 https://example.org:*",
	} {
		if got, err := ParseAncestors(text); err != nil || got != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"", " ", "self", "example.org", "'none' 'self'", "* https://a.example", "https://a.example; script-src *",
		"https://a.example/path", "https://*", "https:", "javascript:x", "https://a.example\r\nX: y", "https://a..example", "https://user@a.example"} {
		if got, err := ParseAncestors(text); err == nil {
			t.Errorf("%q is taken as %q", text, got)
		}
	}
}

// TestRaceWaitsForTheFirstSite: whoever comes before the map is drawn gets it when it is.
func TestRaceWaitsForTheFirstSite(t *testing.T) {
	h := NewHandler(Options{})
	if got := ask(h, "GET", HealthPath); got.StatusCode != 503 {
		t.Errorf("health before: %d", got.StatusCode)
	}
	answered := make(chan *http.Response)
	go func() { answered <- ask(h, "GET", "/") }()
	h.Show(newSite(t, false))
	if res := <-answered; res.StatusCode != 200 {
		t.Errorf("who waited got %d", res.StatusCode)
	}
	if got := ask(h, "GET", HealthPath); got.StatusCode != 200 {
		t.Errorf("health after: %d", got.StatusCode)
	}
}

// TestRaceReadersWhileSitesChange: who asks while a site takes the place of another, and while its files
// are compressed, gets the whole of a file of one of them.
func TestRaceReadersWhileSitesChange(t *testing.T) {
	first, second := newSite(t, false), newSiteAs(t, "Compressed while it is read", false)
	of := func(s *site.Site) *site.File { f, _ := s.Lookup("index.html"); return f }
	h := showing(first, true)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 50 {
				res := ask(h, "GET", "/", "Accept-Encoding", "br")
				body, err := io.ReadAll(res.Body)
				known := bytes.Equal(body, of(first).Body) || bytes.Equal(body, of(second).Body)
				if res.Header.Get("Content-Encoding") == "br" {
					known = bytes.Equal(body, of(second).Brotli())
				}
				if err != nil || res.StatusCode != 200 || !known {
					t.Errorf("status %d, %v: %d bytes, which are no form of either page", res.StatusCode, err, len(body))
				}
			}
		})
	}
	group.Go(func() {
		for range 20 {
			h.Show(second)
			h.Show(first)
		}
	})
	if err := second.Compress(context.Background(), site.Quick()); err != nil {
		t.Error(err)
	}
	group.Wait()
}

func TestWhoGoesAwayWaitsNoLonger(t *testing.T) {
	ctx, leave := context.WithCancel(context.Background())
	leave()
	w := httptest.NewRecorder()
	NewHandler(Options{}).ServeHTTP(w, httptest.NewRequestWithContext(ctx, "GET", "http://localhost/", nil))
	if w.Code != 503 || w.Header().Get("Retry-After") == "" {
		t.Errorf("status %d, %v", w.Code, w.Header())
	}
}

func TestALaterSiteTakesThePlaceOfTheFirst(t *testing.T) {
	h := showing(newSite(t, false), true)
	h.Show(twoMaps(t))
	if got := ask(h, "GET", "/two/").StatusCode; got != 200 {
		t.Errorf("status %d", got)
	}
}

func TestLogTellsEveryAnswerInOneLine(t *testing.T) {
	var entries []Entry
	h := NewHandler(Options{Log: func(e Entry) { entries = append(entries, e) }})
	h.Show(twoMaps(t))
	ask(h, "GET", "/one/")
	ask(h, "HEAD", "/one/")
	ask(h, "POST", "/one/")
	ask(h, "GET", "/a\nb \"c\"")
	if len(entries) != 4 {
		t.Fatalf("%d entries, want 4", len(entries))
	}
	for i, want := range []struct {
		status int
		body   bool
	}{{200, true}, {200, false}, {405, true}, {404, true}} {
		if e := entries[i]; e.Status != want.status || (e.Bytes > 0) != want.body {
			t.Errorf("entry %d: %+v", i, e)
		}
	}
	e := entries[3]
	e.Time, e.Took = time.Unix(0, 0), 1234567*time.Nanosecond
	if got, want := e.String(), `1970-01-01T00:00:00Z GET "/a\nb \"c\"" 404 `; !strings.HasPrefix(got, want) || strings.Contains(got, "\n") || !strings.HasSuffix(got, "1.23ms") {
		t.Errorf("the line is %s", got)
	}
}
