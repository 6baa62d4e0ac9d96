package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"actormap/cmd/actormap/picture"
)

func TestIsDatasetName(t *testing.T) {
	dir := t.TempDir()
	watched := placesOf([]string{dir})
	for name, want := range map[string]bool{"one.json": true, "X.JSON": true, "a b.Json": true, "договор.json": true,
		".#one.json": false, "._one.json": false, ".json": false, ".one.json.swp": false, "#one.json#": false, "one.json~": false,
		"one.json.bak": false, "one.jsonc": false, "schema.json": false, "Schema.JSON": false, "json": false} {
		if got := isDatasetName(name); got != want {
			t.Errorf("%s is meant as a dataset: %v", name, got)
		}
		if got := watched.concern(filepath.Join(dir, name)); got != want {
			t.Errorf("a change of %s concerns the maps of its folder: %v", name, got)
		}
	}
}

func TestIsForeign(t *testing.T) {
	for src, want := range map[string]bool{`{"name": "scripts"}`: true, `{}`: true, `[{"actors": []}]`: true, `1`: true, `null`: true,
		`{"actors": []}`: false, `{"issues": 1}`: false, `{"sources": []}`: false, `{"name": "scripts"`: false, ``: false, "\xff": false} {
		if got := isForeign([]byte(src)); got != want {
			t.Errorf("%s holds something else: %v", src, got)
		}
	}
}

// datasetNamed is the smallest dataset of an id and title.
func datasetNamed(id, title string) []byte {
	return []byte(`{"id": "` + id + `", "title": "` + title + `", "language": "en", "updated": "2025-02-27", "license": "MIT",
		"sources": [], "actors": [{"id": "ada", "name": "Ada", "kind": "person"}], "issues": [], "relations": []}`)
}

// TestServeStopsTheMapOfABadFileOnly: from the start and, with --watch, after a change.
func TestServeStopsTheMapOfABadFileOnly(t *testing.T) {
	dir := t.TempDir()
	save := func(name string, src []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("one.json", datasetNamed("one", "One"))
	save("two.json", []byte("{"))
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	stdout, out := io.Pipe()
	stderr, told := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- serve(ctx, []string{"--addr", "127.0.0.1:0", "--watch", dir}, picture.Sketch(), streams{out, told})
		out.Close()
		told.Close()
	}()
	lines := make(chan string, 100)
	go func() {
		for s := bufio.NewScanner(stderr); s.Scan(); {
			lines <- s.Text()
		}
		close(lines)
	}()
	waitFor(t, lines, "two.json cannot be used, and its map is left out")
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v", err)
	}
	here := strings.TrimSpace(line)
	wantTitle(t, here+"one/", "One")
	wantOnList(t, here, "<bdi>two.json</bdi>: The file has an error, so its map is not shown.", "two.json:1:2: ")

	save("two.json", datasetNamed("two", "Two"))
	waitFor(t, lines, "changed, and shown")
	wantTitle(t, here+"two/", "Two")

	save("one.json", []byte("{"))
	waitFor(t, lines, "one.json cannot be used, and its map stays as it was")
	waitFor(t, lines, "changed, and shown")
	save("two.json", datasetNamed("two", "Two, later"))
	waitFor(t, lines, "changed, and shown")
	wantTitle(t, here+"one/", "One")
	wantTitle(t, here+"two/", "Two, later")
	wantOnList(t, here, "<bdi>one.json</bdi>: The file has an error, so its map is shown as it was before.", "one.json:1:2: ")
	interrupt()
	if got := <-code; got != exitOK {
		t.Errorf("interrupted, it ended with %d", got)
	}
}

// TestWatchFollowsLinks: a change tells itself where the name of a dataset stays and a link on the way to it leads elsewhere.
func TestWatchFollowsLinks(t *testing.T) {
	for _, c := range []struct {
		name, dataset, moves, later string // dataset: what is watched, in the folder "maps"; moves: the link that is replaced
		links                       map[string]string
	}{
		{"a mounted ConfigMap, its folder", "", "..data", "..2", map[string]string{"map.json": "..data/map.json", "..data": "..1"}},
		{"a mounted ConfigMap, its file", "map.json", "..data", "..2", map[string]string{"map.json": "..data/map.json", "..data": "..1"}},
		{"a link to the present release", "current", "current", "..2", map[string]string{"current": "..1"}},
		{"a file behind such a link", "current/map.json", "current", "..2", map[string]string{"current": "..1"}},
		{"a file that is a link itself", "map.json", "map.json", "..2/map.json", map[string]string{"map.json": "..1/map.json"}},
		{"a link by an absolute path", "map.json", "..data", "..2", map[string]string{"map.json": "/..data/map.json", "..data": "..1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "maps")
			for _, release := range []string{"..1", "..2"} {
				mustDo(t, os.MkdirAll(filepath.Join(dir, release), 0o755))
				mustDo(t, os.WriteFile(filepath.Join(dir, release, "map.json"), datasetNamed("map", release), 0o644))
			}
			for link, target := range c.links {
				if rest, absolute := strings.CutPrefix(target, "/"); absolute {
					target = filepath.Join(dir, rest)
				}
				mustDo(t, os.Symlink(target, filepath.Join(dir, link)))
			}
			ctx, end := context.WithCancel(context.Background())
			defer end()
			changes, err := watch(ctx, []string{filepath.Join(dir, c.dataset)})
			mustDo(t, err)
			move := func(to string) {
				mustDo(t, os.Symlink(to, filepath.Join(dir, "..tmp")))
				mustDo(t, os.Rename(filepath.Join(dir, "..tmp"), filepath.Join(dir, c.moves)))
			}
			move(c.later)
			<-changes
			// What it leads to now is watched, too.
			mustDo(t, os.WriteFile(filepath.Join(dir, "..2", "map.json"), datasetNamed("map", "saved"), 0o644))
			<-changes
		})
	}
}

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestOneDatasetIsNamed: what takes one dataset takes none of several by itself.
func TestOneDatasetIsNamed(t *testing.T) {
	dir := t.TempDir()
	for name, src := range map[string][]byte{"package.json": []byte(`{"name": "x"}`), "one.json": datasetNamed("one", "One"), "two.json": []byte("{")} {
		mustDo(t, os.WriteFile(filepath.Join(dir, name), src, 0o644))
	}
	one, two := filepath.Join(dir, "one.json"), filepath.Join(dir, "two.json")
	for _, run := range []func([]string, streams) int{drawSVG, lay} {
		var out, told bytes.Buffer
		if code := run([]string{dir}, streams{&out, &told}); code == exitOK || out.Len() > 0 {
			t.Errorf("it ends with %d and prints %d bytes", code, out.Len())
		}
		if want := "one dataset is needed, and there are 2: name one of " + one + ", " + two; !strings.Contains(told.String(), want) {
			t.Errorf("it says %q, not %q", told.String(), want)
		}
	}
	mustDo(t, os.Remove(two))
	if ds, err := load([]string{dir}); err != nil || ds.ID != "one" {
		t.Errorf("the only dataset of a folder: %v, %v", ds, err)
	}
}

// wantOnList asks for the list of maps and looks for words in it.
func wantOnList(t *testing.T, target string, words ...string) {
	t.Helper()
	res, err := http.Get(target)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words {
		if !bytes.Contains(body, []byte(w)) {
			t.Errorf("%s is without %q", target, w)
		}
	}
}
