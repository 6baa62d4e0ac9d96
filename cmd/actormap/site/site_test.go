package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/markup"
	"actormap/cmd/actormap/page"
	"actormap/cmd/actormap/picture"
	"actormap/data"
	"actormap/wasm/scene"
)

// builtDist is what make build leaves, in small.
func builtDist() fs.FS {
	return fstest.MapFS{
		"actor-map.js":     {Data: []byte("framed")},
		"page.js":          {Data: []byte(`{worker:"engine-worker.js",main:"engine-main.js",wasm:"map.wasm"}`)},
		"engine-worker.js": {Data: []byte("worker")},
		"engine-main.js":   {Data: []byte("main")},
		"map.wasm":         {Data: bytes.Repeat([]byte("\x00asm"), 4096)},
	}
}

// oneActor is a map that is laid out in no time.
func oneActor(id string) Map {
	ds := &data.Dataset{ID: id, Title: data.Plain(id), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
	return Map{Dataset: ds, Source: []byte(`{"id":"` + id + `"}`)}
}

// assembleSmall makes a site of one map with sketches of its pictures. Most tests take one that they share: see shared.
func assembleSmall(dist fs.FS) (*Site, error) {
	return Assemble(Input{Maps: []Map{oneActor("small")}, Dist: dist, Pictures: picture.Sketch()})
}

// Sites that tests share: they are read-only. Who compresses a site makes one of its own.
var (
	smallSite      = sync.OnceValues(func() (*Site, error) { return assembleSmall(builtDist()) })
	compressedSite = sync.OnceValues(func() (*Site, error) {
		s, err := assembleSmall(builtDist())
		if err == nil {
			err = s.Compress(context.Background(), Quick())
		}
		return s, err
	})
	twoMapsSite = sync.OnceValues(func() (*Site, error) {
		return Assemble(Input{Maps: []Map{oneActor("one"), oneActor("two")}, Dist: builtDist(), Pictures: picture.Sketch()})
	})
)

// shared returns one of these sites.
func shared(t *testing.T, made func() (*Site, error)) *Site {
	t.Helper()
	s, err := made()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// policiesOf are the policies that the documents of a site say themselves, by path; "" for none.
func policiesOf(t *testing.T, s *Site) map[string]string {
	t.Helper()
	policies := map[string]string{}
	for _, f := range s.Files() {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		head, _, _ := bytes.Cut(f.Body, []byte("</head>"))
		tree, err := markup.Parse(append(slices.Clip(head), "</head></html>"...))
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		policies[f.Path] = ""
		tree.Walk(func(n *markup.Node) {
			if n.Attributes["src"] != "" || n.Attributes["rel"] == "stylesheet" {
				if policies[f.Path] == "" {
					policies[f.Path] = "(behind what it is for)"
				}
			}
			if n.Attributes["http-equiv"] == "Content-Security-Policy" && policies[f.Path] == "" {
				policies[f.Path] = n.Attributes["content"]
			}
		})
	}
	return policies
}

// TestDocumentsSayTheirPolicyWhereNoServerDoes: what other sites show in their frames says none where it could name nothing
// but 'self', which WebKit takes for nobody in a sandboxed frame.
func TestDocumentsSayTheirPolicyWhereNoServerDoes(t *testing.T) {
	maps := []Map{oneActor("one"), oneActor("two")}
	base, err := address.Parse("https://example.org/maps/")
	if err != nil {
		t.Fatal(err)
	}
	const none = "(behind what it is for)"
	for _, c := range []struct {
		name        string
		in          Input
		page, frame string
	}{
		{"a folder of files", Input{}, page.ContentPolicy(address.Base{}), none},
		{"the same at a known address", Input{Base: base}, page.ContentPolicy(base), page.ContentPolicy(base)},
		{"a server that says it", Input{Served: true}, none, none},
	} {
		c.in.Maps, c.in.Dist, c.in.Pictures = maps, builtDist(), picture.Sketch()
		s, err := Assemble(c.in)
		if err != nil {
			t.Fatal(err)
		}
		policies := policiesOf(t, s)
		for _, file := range []string{"index.html", "one/index.html", "two/examples.html", "two/de/index.html"} {
			if policies[file] != c.page {
				t.Errorf("%s: %s says %q, want %q", c.name, file, policies[file], c.page)
			}
		}
		for _, file := range []string{"one/embed.html", "one/de/embed.html"} {
			if policies[file] != c.frame {
				t.Errorf("%s: %s says %q, want %q", c.name, file, policies[file], c.frame)
			}
		}
	}
}

// TestASiteHasAPictureForEveryFrame: unless it is told otherwise.
func TestASiteHasAPictureForEveryFrame(t *testing.T) {
	s, err := Assemble(Input{Maps: []Map{oneActor("small")}, Dist: fstest.MapFS{}})
	if err != nil {
		t.Fatal(err)
	}
	sketched := shared(t, smallSite)
	for i, size := range scene.Frames {
		name := fmt.Sprintf("map-%vx%v.svg", size.W, size.H)
		if _, ok := s.Lookup(name); !ok {
			t.Errorf("%s is missing", name)
		}
		if _, ok := sketched.Lookup(name); ok != (i < len(picture.Sketch().Frames)) {
			t.Errorf("%s is among the sketches: %v", name, ok)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	a := shared(t, compressedSite)
	b, err := assembleSmall(builtDist())
	if err == nil {
		err = b.Compress(context.Background(), Quick())
	}
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files()) != len(b.Files()) {
		t.Fatalf("%d files, then %d", len(a.Files()), len(b.Files()))
	}
	for i, f := range a.Files() {
		g := b.Files()[i]
		if f.Path != g.Path || !bytes.Equal(f.Body, g.Body) || !bytes.Equal(f.Brotli(), g.Brotli()) || !bytes.Equal(f.Gzip(), g.Gzip()) {
			t.Errorf("%s and %s differ", f.Path, g.Path)
		}
	}
}

func TestSeveralMapsShareTheProgram(t *testing.T) {
	s := shared(t, twoMapsSite)
	programs := 0
	for _, f := range s.Files() {
		if strings.HasSuffix(f.Path, ".wasm.gz") {
			programs++
		}
	}
	if programs != 1 {
		t.Errorf("%d programs, want 1", programs)
	}
	for _, name := range []string{"index.html", "one/index.html", "one/embed.html", "two/index.html", "two/embed.html"} {
		if _, ok := s.Lookup(name); !ok {
			t.Errorf("%s is missing", name)
		}
	}
	if _, ok := s.Lookup("embed.html"); ok {
		t.Error("a list of maps has an embed")
	}
}

// TestASiteTellsALaterOneWhereEverythingLies: as it is and as it was written, alone or beside others.
func TestASiteTellsALaterOneWhereEverythingLies(t *testing.T) {
	for _, c := range []struct {
		site *Site
		maps []Map
	}{{shared(t, smallSite), []Map{oneActor("small")}}, {shared(t, twoMapsSite), []Map{oneActor("one"), oneActor("two")}}} {
		s, maps := c.site, c.maps
		dir := t.TempDir()
		if err := s.Write(dir); err != nil {
			t.Fatal(err)
		}
		layouts, err := ReadLayouts(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		if len(layouts) != len(maps) || len(s.Layouts()) != len(maps) {
			t.Errorf("%d maps: %d layouts, %d of them written", len(maps), len(s.Layouts()), len(layouts))
		}
		for id, layout := range s.Layouts() {
			if !bytes.Equal(layouts[id], layout) {
				t.Errorf("%s: another layout was written", id)
			}
		}
		again, err := Assemble(Input{Maps: maps, Dist: builtDist(), Earlier: layouts, Pictures: picture.Sketch()})
		if err != nil {
			t.Fatal(err)
		}
		if first := maps[0].Dataset.ID; len(layouts[first]) == 0 || !bytes.Equal(again.Layouts()[first], layouts[first]) {
			t.Error("a map that has not changed is laid out otherwise")
		}
	}
	for name, dir := range map[string]fstest.MapFS{
		"empty":            {},
		"another page":     {"index.html": {Data: []byte("<html>")}},
		"a broken layout":  {"index.html": {Data: []byte(`<actor-map data-layout="layout.1.json">`)}, "layout.1.json": {Data: []byte("{")}},
		"its layout gone":  {"index.html": {Data: []byte(`<actor-map data-layout="layout.1.json">`)}},
		"a way out of it":  {"m/index.html": {Data: []byte(`<actor-map data-layout="../../etc/passwd">`)}},
		"an absolute path": {"index.html": {Data: []byte(`<actor-map data-layout="/etc/passwd">`)}},
	} {
		if _, err := ReadLayouts(dir); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestTextsAreUTF8WhateverTheHostSays: documents and pictures are ASCII, other texts with more begin with a byte-order
// mark, JSON never does.
func TestTextsAreUTF8WhateverTheHostSays(t *testing.T) {
	ds := &data.Dataset{ID: "small", Title: data.Plain("Kärtchen 地图"), Language: "de", Actors: []data.Actor{{ID: "a", Name: data.Plain("Ä"), Kind: data.Person}}}
	dist := builtDist().(fstest.MapFS)
	dist["page.js"].Data = append(dist["page.js"].Data, `t("ä")`...)
	base, err := address.Parse("https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Assemble(Input{Maps: []Map{{Dataset: ds, Source: []byte(`{"title": "Kärtchen"}`)}}, Dist: dist, Base: base})
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string]int{}
	for _, f := range s.Files() {
		mark := bytes.HasPrefix(f.Body, []byte("\ufeff"))
		switch ext := path.Ext(f.Path); ext {
		case ".html", ".svg":
			if !isASCII(f.Body) {
				t.Errorf("%s has letters beyond ASCII", f.Path)
			}
		case ".json":
			if mark {
				t.Errorf("%s begins with a byte-order mark", f.Path)
			}
		case ".js", ".css", ".txt", ".ts":
			if mark == isASCII(f.Body) {
				t.Errorf("%s: a byte-order mark is there: %v", f.Path, mark)
			}
			if mark {
				marks[ext]++
			}
		}
	}
	if marks[".js"] == 0 {
		t.Error("no script has a letter beyond ASCII: nothing was tried")
	}
	index, _ := s.Lookup("index.html")
	tree, err := markup.Parse(index.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got := tree.All("h1")[0].Words(); got != "Kärtchen 地图" {
		t.Errorf("the title is %q", got)
	}
}

func TestReadable(t *testing.T) {
	for _, c := range []struct{ mediaType, text, want string }{
		{"text/html; charset=utf-8", `<p title="ä">地 😀</p><script type="application/json">{"a":"ä😀"}</script><p>é</p>`,
			`<p title="&#xe4;">&#x5730; &#x1f600;</p><script type="application/json">{"a":"\u00e4\ud83d\ude00"}</script><p>&#xe9;</p>`},
		{"text/html; charset=utf-8", "<p>plain</p>", "<p>plain</p>"},
		{"image/svg+xml", `<text>ä</text>`, `<text>&#xe4;</text>`},
		{"text/css; charset=utf-8", `a{content:"ä"}`, "\ufeffa{content:\"ä\"}"},
		{"text/css; charset=utf-8", "\ufeffä", "\ufeffä"},
		{"application/json", `"ä"`, `"ä"`},
	} {
		if got := string(readable(c.mediaType, []byte(c.text))); got != c.want {
			t.Errorf("%s %q is written %q, want %q", c.mediaType, c.text, got, c.want)
		}
	}
}

func TestDocumentsReferToFilesOnly(t *testing.T) {
	referToFilesOnly(t, shared(t, smallSite))
	referToFilesOnly(t, shared(t, twoMapsSite))
}

func referToFilesOnly(t *testing.T, s *Site) {
	t.Helper()
	for _, f := range s.Files() {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		tree, err := markup.Parse(f.Body)
		if err != nil {
			t.Fatal(err)
		}
		tree.Walk(func(n *markup.Node) {
			for _, key := range []string{"href", "src", "srcset", "data-src", "data-layout"} {
				target, _, _ := strings.Cut(n.Attributes[key], "#")
				if target == "" || strings.HasPrefix(target, "https://") {
					continue
				}
				if _, ok := s.Lookup(path.Join(path.Dir(f.Path), target)); !ok {
					t.Errorf("%s: %s=%q is no file of the site", f.Path, key, target)
				}
			}
		})
	}
}

func TestLiveNeedsEveryPart(t *testing.T) {
	if s := shared(t, smallSite); !s.Live() {
		t.Error("a site with every part is not live")
	}
	for _, missing := range []string{"actor-map.js", "page.js", "engine-worker.js", "engine-main.js", "map.wasm"} {
		dist := builtDist().(fstest.MapFS)
		delete(dist, missing)
		s, err := assembleSmall(dist)
		if err != nil {
			t.Fatal(err)
		}
		if s.Live() {
			t.Errorf("a site without %s is live", missing)
		}
		for _, f := range s.Files() {
			if strings.Contains(f.Path, ".wasm") || path.Ext(f.Path) == ".js" && !strings.HasPrefix(f.Path, "moved.") {
				t.Errorf("without %s the site still carries %s", missing, f.Path)
			}
		}
	}
}

// TestTheScriptNamesTheProgram: the script of a site, not its pages, says which files the program is.
func TestTheScriptNamesTheProgram(t *testing.T) {
	s := shared(t, twoMapsSite)
	program := regexp.MustCompile(`engine-|\.wasm`)
	for _, f := range s.Files() {
		switch path.Ext(f.Path) {
		case ".html":
			if named := program.Find(f.Body); named != nil {
				t.Errorf("%s names %s", f.Path, named)
			}
		case ".js":
			if !strings.HasPrefix(f.Path, "page.") {
				continue
			}
			named := regexp.MustCompile(`"[^"]+"`).FindAllString(string(f.Body), -1)
			if len(named) != len(programFiles) {
				t.Errorf("%s names %q", f.Path, named)
			}
			for _, name := range named {
				if beside, ok := s.Lookup(strings.Trim(name, `"`)); !ok || !beside.Hashed {
					t.Errorf("%s names %s, which is no hashed file beside it", f.Path, name)
				}
			}
		}
	}
}

// TestAPageHasOneOfTheTwoScripts: the first one makes the element known, and the other would be of no use.
func TestAPageHasOneOfTheTwoScripts(t *testing.T) {
	s := shared(t, twoMapsSite)
	for _, f := range s.Files() {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		var ours []string
		for _, m := range regexp.MustCompile(`<script src="(?:\.\./)*((?:page|actor-map)[^"]*\.js)"`).FindAllSubmatch(f.Body, -1) {
			ours = append(ours, string(m[1]))
		}
		switch script, _ := s.Lookup(strings.Join(ours, " and ")); {
		case !bytes.Contains(f.Body, []byte("<actor-map")):
			if len(ours) > 1 {
				t.Errorf("%s loads %q", f.Path, ours)
			}
		case script == nil:
			t.Errorf("%s loads %q, want one script of the site", f.Path, ours)
		case path.Base(f.Path) == "examples.html" && script.Path != publicScript, path.Base(f.Path) != "examples.html" && !script.Hashed:
			t.Errorf("%s loads %s", f.Path, script.Path)
		}
	}
	for _, name := range []string{publicScript, ownScript} {
		if f, ok := s.Lookup(name); !ok || !f.Lasts {
			t.Errorf("no lasting %s", name)
		}
	}
}

func TestAScriptThatDoesNotNameTheProgramIsRefused(t *testing.T) {
	for _, script := range []string{
		`{worker:"engine-worker.js",main:"engine-main.js"}`,
		`{worker:"engine-worker.js",main:"engine-main.js",wasm:"map.wasm",again:"map.wasm"}`,
	} {
		dist := builtDist().(fstest.MapFS)
		dist["page.js"] = &fstest.MapFile{Data: []byte(script)}
		_, err := assembleSmall(dist)
		if err == nil || !strings.Contains(err.Error(), "map.wasm") || !strings.Contains(err.Error(), "make build") {
			t.Errorf("%s: error %v, want one that names map.wasm and make build", script, err)
		}
	}
}

func TestHashedNamesTellTheContent(t *testing.T) {
	hashed := 0
	for _, f := range shared(t, smallSite).Files() {
		if f.Hashed != strings.Contains(f.Path, "."+f.Hash+".") {
			t.Errorf("%s: Hashed is %v", f.Path, f.Hashed)
		}
		if f.Hashed {
			hashed++
		}
	}
	if hashed < 8 {
		t.Errorf("%d hashed names, want 2 pictures, 4 program parts, dataset, layout, styles", hashed)
	}
	if a, b := newHashedFile("a.js", []byte("1")), newHashedFile("a.js", []byte("2")); a.Path == b.Path {
		t.Errorf("two contents share the name %s", a.Path)
	}
}

func TestCompressedFormsAreTheBody(t *testing.T) {
	for _, f := range shared(t, compressedSite).Files() {
		if !f.Compressible() {
			if f.Gzip() != nil || f.Brotli() != nil {
				t.Errorf("%s is compressed without need", f.Path)
			}
			continue
		}
		wantZipped(t, f, f.Gzip())
		wantBody(t, f, "brotli", brotli.NewReader(bytes.NewReader(f.Brotli())))
	}
}

func wantBody(t *testing.T, f *File, coding string, r io.Reader) {
	t.Helper()
	body, err := io.ReadAll(r)
	if err != nil || !bytes.Equal(body, f.Body) {
		t.Errorf("%s: the %s form is not the body (%v)", f.Path, coding, err)
	}
}

func TestCompressEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := &Site{sorted: []*File{newFile("index.html", bytes.Repeat([]byte("a text "), 1000))}}
	if err := s.Compress(ctx, Quick()); err == nil || s.sorted[0].Gzip() != nil || s.sorted[0].Brotli() != nil {
		t.Error("Compress went on after its context had ended")
	}
}

// TestRaceCompressBesideReaders: who reads a site while it is compressed sees no form, or the whole of it.
func TestRaceCompressBesideReaders(t *testing.T) {
	s := &Site{}
	for i := range 20 {
		s.sorted = append(s.sorted, newFile(fmt.Sprint(i, ".html"), bytes.Repeat([]byte("a text "), 500*(i+1))))
	}
	done := make(chan error)
	go func() { done <- s.Compress(context.Background(), Quick()) }()
	for compressing := true; compressing; {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			compressing = false
		default:
		}
		for _, f := range s.Files() {
			if form := f.Gzip(); form != nil {
				wantZipped(t, f, form)
			}
			if form := f.Brotli(); form != nil {
				wantBody(t, f, "brotli", brotli.NewReader(bytes.NewReader(form)))
			}
		}
	}
	for _, f := range s.Files() {
		if f.Gzip() == nil || f.Brotli() == nil {
			t.Errorf("%s has no compressed forms", f.Path)
		}
	}
}

func wantZipped(t *testing.T, f *File, form []byte) {
	t.Helper()
	zipped, err := gzip.NewReader(bytes.NewReader(form))
	if err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	wantBody(t, f, "gzip", zipped)
}

func TestWritePutsEachFormBesideItsFile(t *testing.T) {
	s := shared(t, compressedSite)
	dir := filepath.Join(t.TempDir(), "new", "folder")
	if err := s.Write(dir); err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Files() {
		for suffix, want := range map[string][]byte{"": f.Body, ".gz": f.Gzip(), ".br": f.Brotli()} {
			got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)+suffix))
			if want == nil && err == nil || want != nil && !bytes.Equal(got, want) {
				t.Errorf("%s%s: %v", f.Path, suffix, err)
			}
		}
	}
}

func TestWriteStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	bad := newFile("../outside.txt", []byte("x"))
	s := &Site{sorted: []*File{bad}}
	if err := s.Write(filepath.Join(dir, "in")); err == nil {
		t.Error("a path with .. was written")
	}
	if _, err := os.Stat(filepath.Join(dir, "outside.txt")); err == nil {
		t.Error("a file was written outside the folder")
	}
}

func TestFileNameIsSafe(t *testing.T) {
	for in, want := range map[string]string{"": "dataset", "a.b": "a-b", "../x": "---x", "white-house_1": "white-house_1", "é": "-"} {
		if got := fileName(in); got != want {
			t.Errorf("fileName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOwnLicenceIsTheProjects(t *testing.T) {
	want, err := os.ReadFile("../../../LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	got, err := licenseTexts.ReadFile("licenses/actormap-mit.txt")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("licenses/actormap-mit.txt is not the LICENSE of the project")
	}
}

// TestLicencesCoverTheProgram lists the modules that are linked into the WebAssembly
// program: each must have its notice, and each notice its module.
func TestLicencesCoverTheProgram(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "actormap/wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	linked := slices.Compact(slices.Sorted(slices.Values(strings.Fields(string(out)))))
	var listed []string
	for _, c := range components() {
		listed = append(listed, strings.Fields(c.module)...)
	}
	for _, module := range linked {
		if !slices.Contains(listed, module) {
			t.Errorf("%s is linked into the program but has no notice: add it to components and its text to licenses/", module)
		}
	}
	for _, module := range listed {
		if module != "std" && !slices.Contains(linked, module) {
			t.Errorf("%s has a notice but is not linked into the program: remove it from components", module)
		}
	}
}

func TestEveryLicenceTextIsUsed(t *testing.T) {
	notices, err := licenses()
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(licenseTexts, "licenses/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := licenseTexts.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(notices, text) != 1 {
			t.Errorf("%s stands %d times in the notices, want once", name, bytes.Count(notices, text))
		}
	}
}
