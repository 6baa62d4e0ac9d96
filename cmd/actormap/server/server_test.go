package server

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"

	"actormap/cmd/actormap/picture"
	"actormap/cmd/actormap/site"
	"actormap/data"
)

// made are the sites of these tests by name. A site is read-only, so that tests share it.
var made = map[string]*site.Site{}

// madeOnce returns the site of a name, which is assembled when it is asked for first: with sketches
// of its pictures, as no test here looks at them.
func madeOnce(t *testing.T, name string, in site.Input, compressed bool) *site.Site {
	t.Helper()
	if s := made[name]; s != nil {
		return s
	}
	in.Pictures = picture.Sketch()
	s, err := site.Assemble(in)
	if err == nil && compressed {
		err = s.Compress(context.Background(), site.Quick())
	}
	if err != nil {
		t.Fatal(err)
	}
	made[name] = s
	return s
}

// newSite returns the site of a small dataset with a made-up program.
func newSite(t *testing.T, compressed bool) *site.Site { return newSiteAs(t, "Small", compressed) }

// newSiteAs returns one with a title of its own: a test that compresses a site takes its own.
func newSiteAs(t *testing.T, title string, compressed bool) *site.Site {
	t.Helper()
	ds := &data.Dataset{ID: "small", Title: data.Plain(title), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
	src := []byte(`{"id":"small"}`)
	text := bytes.Repeat([]byte("the program "), 1000)
	return madeOnce(t, fmt.Sprint(title, ", compressed: ", compressed), site.Input{Maps: []site.Map{{Dataset: ds, Source: src}}, Dist: fstest.MapFS{
		"actor-map.js": {Data: text}, "page.js": {Data: append([]byte(`{worker:"engine-worker.js",main:"engine-main.js",wasm:"map.wasm"}`), text...)},
		"engine-worker.js": {Data: text}, "engine-main.js": {Data: text}, "map.wasm": {Data: text},
	}, Served: true}, compressed)
}

// showing is a handler that has its site.
func showing(s *site.Site, loopbackOnly bool) *Handler {
	h := NewHandler(Options{LoopbackOnly: loopbackOnly})
	h.Show(s)
	return h
}

// ask sends one request to a server on the loopback. header is key, value, key, value.
func ask(h http.Handler, method, target string, header ...string) *http.Response {
	r := httptest.NewRequest(method, "http://localhost:8080/", nil)
	r.URL.Path, r.URL.RawPath = target, ""
	for i := 0; i < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		} else {
			r.Header.Add(header[i], header[i+1])
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// find returns the path of the file with the beginning and ending given.
func find(t *testing.T, s *site.Site, prefix, suffix string) string {
	t.Helper()
	for _, f := range s.Files() {
		if strings.HasPrefix(f.Path, prefix) && strings.HasSuffix(f.Path, suffix) {
			return "/" + f.Path
		}
	}
	t.Fatalf("the site has no %s*%s", prefix, suffix)
	return ""
}

// unmoved lists the files that a request for them gets.
func unmoved(s *site.Site) []*site.File {
	return slices.DeleteFunc(slices.Clone(s.Files()), func(f *site.File) bool { return f.Moved != "" })
}

// TestMovedDocumentsLeadOn: with the query, in one step, and not for ever.
func TestMovedDocumentsLeadOn(t *testing.T) {
	h := showing(newSite(t, false), true)
	for target, want := range map[string]string{
		"/de/":                        "../index.html",
		"/de/index.html":              "../index.html",
		"/de/embed.html?node=a&v=1":   "../embed.html?node=a&v=1",
		"/ar/?q=%0d%0aX-Injected:%20": "../index.html?q=%0d%0aX-Injected:%20",
		"/zh/examples.html":           "../examples.html",
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost:8080"+target, nil))
		res := w.Result()
		if res.StatusCode != 307 || res.Header.Get("Location") != want || res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: status %d, Location %q, want 307 and %q", target, res.StatusCode, res.Header.Get("Location"), want)
		}
	}
}

// TestFramesOfIsolatedPages: what a page that isolates itself (COEP, require-corp or credentialless) needs to show a
// map in a frame: both headers on the document, and on what the frame loads and where it is led to.
func TestFramesOfIsolatedPages(t *testing.T) {
	s := newSite(t, false)
	h := showing(s, true)
	for _, target := range []string{"/embed.html", "/de/embed.html", find(t, s, "engine-worker.", ".js"), find(t, s, "map.", ".wasm"), find(t, s, "small.", ".json"), "/actor-map.js"} {
		header := ask(h, "GET", target).Header
		if got := header.Get("Cross-Origin-Embedder-Policy"); got != "require-corp" {
			t.Errorf("%s: Cross-Origin-Embedder-Policy %q, want require-corp", target, got)
		}
		if got := header.Get("Cross-Origin-Resource-Policy"); got != "cross-origin" {
			t.Errorf("%s: Cross-Origin-Resource-Policy %q, want cross-origin", target, got)
		}
	}
	if got := ask(h, "GET", "/").Header.Get("Cross-Origin-Resource-Policy"); got != "" {
		t.Errorf("the page, which only its own site may frame: Cross-Origin-Resource-Policy %q", got)
	}
}

func TestEveryFileIsServedAsItIs(t *testing.T) {
	s := newSite(t, true)
	h := showing(s, true)
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm",
		".svg": "image/svg+xml", ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".ts": "text/plain; charset=utf-8",
	}
	for _, f := range unmoved(s) {
		res := ask(h, "GET", "/"+f.Path)
		body, _ := io.ReadAll(res.Body)
		if res.StatusCode != 200 || !bytes.Equal(body, f.Body) {
			t.Errorf("%s: status %d, %d bytes, want 200 and %d", f.Path, res.StatusCode, len(body), len(f.Body))
		}
		if got, want := res.Header.Get("Content-Type"), types[path.Ext(f.Path)]; got != want || want == "" {
			t.Errorf("%s: Content-Type %q, want %q", f.Path, got, want)
		}
	}
	// Pages of others name the script without its hash, for years: it may never be kept for ever.
	if res := ask(h, "GET", "/actor-map.js"); res.StatusCode != 200 || res.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("actor-map.js: status %d, Cache-Control %q, want 200 and no-cache", res.StatusCode, res.Header.Get("Cache-Control"))
	}
	index, _ := io.ReadAll(ask(h, "GET", "/").Body)
	named, _ := io.ReadAll(ask(h, "GET", "/index.html").Body)
	if len(index) == 0 || !bytes.Equal(index, named) {
		t.Error("/ is not index.html")
	}
}

func TestMethods(t *testing.T) {
	h := showing(newSite(t, false), true)
	get := ask(h, "GET", "/")
	head := ask(h, "HEAD", "/")
	body, _ := io.ReadAll(head.Body)
	if head.StatusCode != 200 || len(body) != 0 || head.Header.Get("Content-Length") != get.Header.Get("Content-Length") {
		t.Errorf("HEAD: status %d, %d bytes, length %q", head.StatusCode, len(body), head.Header.Get("Content-Length"))
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "get", "X"} {
		res := ask(h, method, "/")
		if res.StatusCode != 405 || res.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d, Allow %q, want 405 and GET, HEAD", method, res.StatusCode, res.Header.Get("Allow"))
		}
	}
}

func TestEncodings(t *testing.T) {
	s := newSite(t, true)
	h := showing(s, true)
	wasm := find(t, s, "map.", ".wasm")
	for accept, want := range map[string]string{
		"": "", "br": "br", "gzip": "gzip", "gzip, deflate, br, zstd": "br", "BR": "br", "br;q=0, gzip": "gzip", "br;q=0.000": "", "*": "br",
		"*;q=0": "", "*;q=0, gzip;q=0.1": "gzip", "gzip;q=1.0, br; q=0.1": "br", "br;q=nonsense": "", "br;q=-1": "", "br;q=NaN": "", "brr": "",
		"identity": "", "deflate": "", "x;br": "", ",,": "",
	} {
		res := ask(h, "GET", wasm, "Accept-Encoding", accept)
		if got := res.Header.Get("Content-Encoding"); got != want {
			t.Errorf("Accept-Encoding %q: got %q, want %q", accept, got, want)
		}
		if res.Header.Get("Vary") != "Accept-Encoding" || res.Header.Get("Content-Type") != "application/wasm" {
			t.Errorf("Accept-Encoding %q: Vary %q, Content-Type %q", accept, res.Header.Get("Vary"), res.Header.Get("Content-Type"))
		}
		body, _ := io.ReadAll(res.Body)
		if res.Header.Get("Content-Length") != strconv.Itoa(len(body)) {
			t.Errorf("Accept-Encoding %q: Content-Length %s for %d bytes", accept, res.Header.Get("Content-Length"), len(body))
		}
		if plain := unpacked(t, want, body); !bytes.HasPrefix(plain, []byte("the program ")) {
			t.Errorf("Accept-Encoding %q: the body is not the program", accept)
		}
	}
	if got := ask(h, "GET", wasm, "Accept-Encoding", "gzip", "Accept-Encoding", "br").Header.Get("Content-Encoding"); got != "br" {
		t.Errorf("two Accept-Encoding lines: %q, want br", got)
	}
}

func unpacked(t *testing.T, encoding string, body []byte) []byte {
	t.Helper()
	var r io.Reader = bytes.NewReader(body)
	switch encoding {
	case "br":
		r = brotli.NewReader(r)
	case "gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			t.Fatal(err)
		}
		r = z
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

func TestServesBeforeCompressionIsDone(t *testing.T) {
	res := ask(showing(newSite(t, false), true), "GET", "/", "Accept-Encoding", "br, gzip")
	if res.StatusCode != 200 || res.Header.Get("Content-Encoding") != "" || res.Header.Get("Vary") != "Accept-Encoding" {
		t.Errorf("status %d, encoding %q, Vary %q", res.StatusCode, res.Header.Get("Content-Encoding"), res.Header.Get("Vary"))
	}
}

func TestRevalidation(t *testing.T) {
	h := showing(newSite(t, true), true)
	tags := map[string]bool{}
	for _, coding := range []string{"", "gzip", "br"} {
		tag := ask(h, "GET", "/", "Accept-Encoding", coding).Header.Get("ETag")
		if tags[tag] || len(tag) < 3 || tag[0] != '"' {
			t.Errorf("coding %q: the tag %s is no strong tag of its own", coding, tag)
		}
		tags[tag] = true
		for header, want := range map[string]int{
			tag: 304, "W/" + tag: 304, `"other", ` + tag: 304, "*": 304, `"other"`: 200, "": 200, strings.Trim(tag, `"`): 200,
		} {
			res := ask(h, "GET", "/", "Accept-Encoding", coding, "If-None-Match", header)
			body, _ := io.ReadAll(res.Body)
			if res.StatusCode != want || want == 304 && len(body) > 0 {
				t.Errorf("coding %q, If-None-Match %s: status %d with %d bytes, want %d", coding, header, res.StatusCode, len(body), want)
			}
			if res.Header.Get("ETag") != tag || res.Header.Get("Cache-Control") == "" || res.Header.Get("Vary") == "" {
				t.Errorf("coding %q, If-None-Match %s: a header is missing: %v", coding, header, res.Header)
			}
		}
	}
}

func TestCaching(t *testing.T) {
	s := newSite(t, false)
	h := showing(s, true)
	for _, f := range unmoved(s) {
		want := "no-cache"
		if f.Hashed {
			want = "public, max-age=31536000, immutable"
		}
		if got := ask(h, "GET", "/"+f.Path).Header.Get("Cache-Control"); got != want {
			t.Errorf("%s: Cache-Control %q, want %q", f.Path, got, want)
		}
	}
}

func TestSafetyHeaders(t *testing.T) {
	s := newSite(t, false)
	h := showing(s, true)
	for _, f := range s.Files() {
		header := ask(h, "GET", "/"+f.Path).Header
		csp := header.Get("Content-Security-Policy")
		for _, word := range []string{"'unsafe-inline'", "'unsafe-eval'", "http:", "https:"} {
			if strings.Contains(csp, word) {
				t.Errorf("%s: the policy holds %q: %s", f.Path, word, csp)
			}
		}
		if header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Referrer-Policy") == "" || header.Get("Permissions-Policy") == "" {
			t.Errorf("%s: a safety header is missing: %v", f.Path, header)
		}
		if f.Moved != "" {
			continue
		}
		if got := header.Get("Access-Control-Allow-Origin"); (got == "*") != (f.Hashed || f.Lasts) {
			t.Errorf("%s: Access-Control-Allow-Origin %q", f.Path, got)
		}
	}
	for file, want := range map[string]string{"/": "'self'", "/index.html": "'self'", "/embed.html": "*"} {
		csp := ask(h, "GET", file).Header.Get("Content-Security-Policy")
		for _, part := range []string{"script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self' blob:", "style-src 'self'", "img-src 'self' data: blob:",
			"connect-src 'self'", "require-trusted-types-for 'script'", "trusted-types actor-map", "frame-ancestors " + want} {
			if !strings.Contains(csp+";", part+";") {
				t.Errorf("%s: the policy lacks %q: %s", file, part, csp)
			}
		}
	}
	for _, res := range []*http.Response{ask(h, "GET", "/none"), ask(h, "POST", "/")} {
		if res.Header.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(res.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("status %d lacks the safety headers: %v", res.StatusCode, res.Header)
		}
	}
}

// TestNoOtherDoor tries paths that lead out of a folder, to the neighbours of a file, or
// around the exact name.
func TestNoOtherDoor(t *testing.T) {
	s := newSite(t, true)
	h := showing(s, true)
	wasm := find(t, s, "map.", ".wasm")
	for _, target := range []string{
		wasm + ".br", wasm + ".gz", "/index.html.br", "/index.html.gz", "/index.html/", "/index.html/x", "//index.html", "/./index.html", "/x/../index.html",
		"/../index.html", "/../../etc/passwd", "/..%2fetc/passwd", "/%2e%2e/etc/passwd", `/..\..\etc\passwd`, `\index.html`, "index.html", "/index.html\x00", "/index.html\x00.svg",
		"/INDEX.HTML", "/index.html ", "/ index.html", "/index.html.", "/index.html::$DATA", "/n", "/n/", "/n/../index.html", "/web/page.html", "/page.html", "/parts.html",
		"/.keep", "/dist/", "/go.mod", "/licenses/go-bsd.txt", "/map.wasm", "/" + strings.Repeat("a/", 4000), "/con", "//example.org/", "/favicon.ico", "",
	} {
		res := ask(h, "GET", target)
		if res.StatusCode != 404 || res.Header.Get("Location") != "" {
			t.Errorf("%.60q: status %d, Location %q, want 404", target, res.StatusCode, res.Header.Get("Location"))
		}
	}
}

// TestDoorsOverTheWire sends raw request lines, which the client of package net/http
// would tidy up.
func TestDoorsOverTheWire(t *testing.T) {
	server := httptest.NewServer(showing(newSite(t, true), true))
	defer server.Close()
	for _, target := range []string{"/../index.html", "/%2e%2e/index.html", "/..%2findex.html", "//index.html", "/x/%2e%2e/index.html", "/index.html%00", "/index.html.br"} {
		if status := rawStatus(t, server.Listener.Addr().String(), target); status != 404 && status != 400 {
			t.Errorf("%s: status %d, want 404 or 400", target, status)
		}
	}
	if status := rawStatus(t, server.Listener.Addr().String(), "/%69ndex.html"); status != 200 {
		t.Errorf("an escaped letter: status %d, want 200", status)
	}
}

func TestHostOnLoopback(t *testing.T) {
	s := newSite(t, false)
	for host, ok := range map[string]bool{
		"localhost": true, "localhost:8080": true, "LOCALHOST:1": true, "localhost.": true, "map.localhost:8080": true, "127.0.0.1": true, "127.0.0.1:8080": true,
		"127.9.9.9:1": true, "[::1]": true, "[::1]:8080": true, "::1": true,
		"": false, "example.org": false, "example.org:8080": false, "localhost.example.org": false, "notlocalhost": false, "127.0.0.1.example.org": false,
		"192.168.0.1": false, "0.0.0.0:8080": false, "[2001:db8::1]:80": false, "localhost:8080@example.org": false,
	} {
		want := 421
		if ok {
			want = 200
		}
		if got := ask(showing(s, true), "GET", "/", "Host", host).StatusCode; got != want {
			t.Errorf("on the loopback, Host %q: status %d, want %d", host, got, want)
		}
		if got := ask(showing(s, false), "GET", "/", "Host", host).StatusCode; got != 200 {
			t.Errorf("on another interface, Host %q: status %d, want 200", host, got)
		}
	}
}

func TestTimeoutsAreSet(t *testing.T) {
	srv := New(showing(newSite(t, false), true))
	if srv.ReadHeaderTimeout <= 0 || srv.ReadTimeout <= 0 || srv.WriteTimeout <= 0 || srv.IdleTimeout <= 0 || srv.MaxHeaderBytes <= 0 {
		t.Errorf("a limit is missing: %+v", srv)
	}
}

// TestErrorsDoNotEcho keeps what was asked for out of the answer.
func TestErrorsDoNotEcho(t *testing.T) {
	res := ask(showing(newSite(t, false), true), "GET", "/<script>alert(1)</script>")
	body, _ := io.ReadAll(res.Body)
	if strings.Contains(string(body), "script") {
		t.Errorf("the error repeats the request: %s", body)
	}
}
