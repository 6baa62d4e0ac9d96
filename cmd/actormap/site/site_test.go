package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"

	"actormap/cmd/actormap/markup"
	"actormap/data"
)

// builtDist is what make build leaves, in small.
func builtDist() fs.FS {
	return fstest.MapFS{
		"actor-map.js":     {Data: []byte("element")},
		"engine-worker.js": {Data: []byte("worker")},
		"engine-main.js":   {Data: []byte("main")},
		"map.wasm":         {Data: bytes.Repeat([]byte("\x00asm"), 4096)},
	}
}

// assembleSmall makes the site of a dataset that is laid out in no time.
func assembleSmall(t *testing.T, dist fs.FS) *Site {
	t.Helper()
	ds := &data.Dataset{ID: "small", Title: data.Plain("Small"), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
	s, err := Assemble(Input{Maps: []Map{{Dataset: ds, Source: []byte(`{"id":"small"}`)}}, Dist: dist})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSameInputSameBytes(t *testing.T) {
	a, b := assembleSmall(t, builtDist()), assembleSmall(t, builtDist())
	for _, s := range []*Site{a, b} {
		if err := s.Compress(context.Background(), Quick()); err != nil {
			t.Fatal(err)
		}
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

// assembleTwo makes a site of two maps.
func assembleTwo(t *testing.T) *Site {
	t.Helper()
	var maps []Map
	for _, id := range []string{"one", "two"} {
		ds := &data.Dataset{ID: id, Title: data.Plain(id), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
		maps = append(maps, Map{Dataset: ds, Source: []byte(`{"id":"` + id + `"}`)})
	}
	s, err := Assemble(Input{Maps: maps, Dist: builtDist()})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSeveralMapsShareTheProgram(t *testing.T) {
	s := assembleTwo(t)
	programs := 0
	for _, f := range s.Files() {
		if path.Ext(f.Path) == ".wasm" {
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
	small := func(id string) Map {
		ds := &data.Dataset{ID: id, Title: data.Plain(id), Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("A"), Kind: data.Person}}}
		return Map{Dataset: ds, Source: []byte(`{}`)}
	}
	for _, maps := range [][]Map{{small("one")}, {small("one"), small("two")}} {
		s, err := Assemble(Input{Maps: maps, Dist: builtDist()})
		if err != nil {
			t.Fatal(err)
		}
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
		again, err := Assemble(Input{Maps: maps, Dist: builtDist(), Earlier: layouts})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again.Layouts()["one"], layouts["one"]) {
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

func TestDocumentsReferToFilesOnly(t *testing.T) {
	referToFilesOnly(t, assembleSmall(t, builtDist()))
	referToFilesOnly(t, assembleTwo(t))
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
			for _, key := range []string{"href", "src", "srcset", "data-src", "data-layout", "data-wasm", "data-worker", "data-main"} {
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
	if s := assembleSmall(t, builtDist()); !s.Live() {
		t.Error("a site with every part is not live")
	}
	for _, missing := range []string{"actor-map.js", "engine-worker.js", "engine-main.js", "map.wasm"} {
		dist := builtDist().(fstest.MapFS)
		delete(dist, missing)
		s := assembleSmall(t, dist)
		if s.Live() {
			t.Errorf("a site without %s is live", missing)
		}
		for _, f := range s.Files() {
			if ext := path.Ext(f.Path); ext == ".js" || ext == ".wasm" {
				t.Errorf("without %s the site still carries %s", missing, f.Path)
			}
		}
	}
}

func TestHashedNamesTellTheContent(t *testing.T) {
	hashed := 0
	for _, f := range assembleSmall(t, builtDist()).Files() {
		if f.Hashed != strings.Contains(f.Path, "."+f.Hash+".") {
			t.Errorf("%s: Hashed is %v", f.Path, f.Hashed)
		}
		if f.Hashed {
			hashed++
		}
	}
	if hashed < 10 {
		t.Errorf("%d hashed names, want 4 pictures, 4 program parts, dataset, layout, styles", hashed)
	}
	if a, b := newHashedFile("a.js", []byte("1")), newHashedFile("a.js", []byte("2")); a.Path == b.Path {
		t.Errorf("two contents share the name %s", a.Path)
	}
}

func TestCompressedFormsAreTheBody(t *testing.T) {
	s := assembleSmall(t, builtDist())
	if err := s.Compress(context.Background(), Quick()); err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Files() {
		if !f.Compressible() {
			if f.Gzip() != nil || f.Brotli() != nil {
				t.Errorf("%s is compressed without need", f.Path)
			}
			continue
		}
		zipped, err := gzip.NewReader(bytes.NewReader(f.Gzip()))
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		wantBody(t, f, "gzip", zipped)
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
	if err := assembleSmall(t, builtDist()).Compress(ctx, Quick()); err == nil {
		t.Error("Compress went on after its context had ended")
	}
}

func TestWritePutsEachFormBesideItsFile(t *testing.T) {
	s := assembleSmall(t, builtDist())
	if err := s.Compress(context.Background(), Quick()); err != nil {
		t.Fatal(err)
	}
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
