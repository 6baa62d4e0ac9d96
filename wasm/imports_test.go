//go:build !js

// The rules are about the source, which a native run reads as well as a run as wasm would;
// and as wasm this package is the browser program, whose engine starts only in a page.

package main_test

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "actormap/"

const noRow = "the folder has no row: add one to the table in wasm/imports_test.go and tell of it in wasm/doc.go"

// A row says what the files of one folder may import beside the standard library.
type row struct {
	project []string // packages of this project; "x/..." is every package below x
	modules []string // other modules, any package of them
	inTests []string // more modules, for tests only
	pure    bool     // runs natively and in the browser alike: see impure
}

const (
	gjson      = "github.com/tidwall/gjson"
	ebitengine = "github.com/hajimehoshi/ebiten/v2"
	brotli     = "github.com/andybalholm/brotli"
	fsnotify   = "github.com/fsnotify/fsnotify"
	goText     = "github.com/go-text/typesetting"
	xImage     = "golang.org/x/image"
	xText      = "golang.org/x/text"
	jsonSchema = "github.com/santhosh-tekuri/jsonschema/v6"
	testScript = "github.com/rogpeppe/go-internal"
)

// inLayout is the folder of the layout's algorithms.
const inLayout = "wasm/layout/internal/"

// pure lists the packages that know neither the engine nor a browser.
func pure() []string {
	return []string{"data", "wasm/geom", "wasm/layout", "wasm/layout/internal/...", "wasm/camera", "wasm/gesture", "wasm/label",
		"wasm/display", "wasm/graph", "wasm/query", "wasm/scene", "wasm/svg", "wasm/protocol"}
}

// table holds a row for each folder, from the bottom up; "x/..." is for every folder below
// x that has none. wasm/doc.go tells the same in words.
func table() map[string]row {
	return map[string]row{
		"data":                {modules: []string{gjson}, inTests: []string{jsonSchema}, pure: true},
		"data/fold":           {modules: []string{xText}},
		"wasm/geom":           {pure: true},
		"wasm/layout":         {project: []string{"wasm/geom", "wasm/layout/internal/..."}, pure: true},
		inLayout + "instance": {project: []string{"wasm/geom"}, pure: true},
		inLayout + "netgraph": {project: []string{"wasm/geom", inLayout + "instance"}, pure: true},
		inLayout + "stress":   {project: []string{"wasm/geom", inLayout + "instance", inLayout + "netgraph"}, pure: true},
		inLayout + "force":    {project: []string{inLayout + "netgraph"}, pure: true},
		inLayout + "overlap":  {project: []string{"wasm/geom", inLayout + "instance"}, pure: true},
		inLayout + "anneal":   {project: []string{"wasm/geom", inLayout + "instance", inLayout + "netgraph", inLayout + "overlap"}, pure: true},
		inLayout + "fixtures": {project: []string{"wasm/geom", inLayout + "instance", inLayout + "netgraph"}, pure: true},
		"wasm/camera":         {project: []string{"wasm/geom"}, pure: true},
		"wasm/gesture":        {project: []string{"wasm/geom"}, pure: true},
		"wasm/label":          {project: []string{"wasm/geom"}, inTests: []string{xText}, pure: true},
		"wasm/display":        {project: []string{"wasm/geom"}, pure: true},
		"wasm/graph":          {project: []string{"data"}, pure: true},
		"wasm/query":          {project: []string{"data", "wasm/graph"}, pure: true},
		"wasm/scene": {project: []string{"wasm/geom", "wasm/layout", "wasm/camera", "wasm/gesture",
			"wasm/label", "wasm/display", "wasm/graph", "wasm/query"}, pure: true},
		"wasm/svg": {project: []string{"wasm/geom", "wasm/label", "wasm/display"}, pure: true},
		"wasm/protocol": {project: []string{"data", "wasm/geom", "wasm/camera", "wasm/gesture",
			"wasm/label", "wasm/display", "wasm/graph", "wasm/query", "wasm/scene", "wasm/svg"}, modules: []string{gjson}, pure: true},
		"wasm/view":   {project: []string{"wasm/geom", "wasm/display"}, modules: []string{ebitengine}},
		"wasm/bridge": {project: []string{"wasm/geom", "wasm/display", "wasm/protocol", "wasm/view"}},
		"wasm":        {project: []string{"data", "wasm/..."}, modules: []string{ebitengine}},
		"web":         {},
		"cmd/...": {project: append(pure(), "data/fold", "web", "cmd/..."), modules: []string{brotli, fsnotify, goText, xImage, xText},
			inTests: []string{jsonSchema, testScript}},
	}
}

// impure says why a package that runs everywhere alike does without a part of the standard
// library. Tests are free of it.
func impure(imported string) string {
	switch imported {
	case "time":
		return "it would bring in a clock: time comes with the command or the tick"
	case "math/rand", "math/rand/v2", "crypto/rand":
		return "the same input gives the same bits: take the project's seeded generator"
	case "os", "os/exec", "os/signal", "io/ioutil", "path/filepath", "net", "net/http", "log", "log/slog":
		return "it reaches outside: the caller hands over bytes and gets errors"
	case "unsafe", "runtime", "syscall":
		return "it depends on the machine"
	case "encoding/json", "encoding/gob", "html/template", "text/template", "regexp":
		return "it makes the program that readers download larger: JSON is read with gjson"
	}
	return ""
}

// judge returns why a file in dir may not import a package; empty if it may.
func judge(dir string, isTest bool, imported string) string {
	r, ok := rowOf(dir)
	own, inProject := strings.CutPrefix(imported, module)
	switch {
	case !ok:
		return noRow
	case imported == "syscall/js":
		if dir != "wasm/bridge" {
			return "only wasm/bridge speaks to JavaScript"
		}
	case inProject:
		if matches(own, r.project) || isTest && (own == dir || matches(own, pure())) {
			return ""
		}
		return "it points the wrong way: " + dir + " imports " + list(r.project)
	case strings.Contains(imported, "."):
		if matches(imported, below(r.modules)) || isTest && matches(imported, below(r.inTests)) {
			return ""
		}
		return "the modules of " + dir + " are " + list(r.modules) + ", and in tests " + list(r.inTests)
	case r.pure && !isTest:
		return impure(imported)
	}
	return ""
}

// rowOf returns the row of a folder, or the one for all folders around it.
func rowOf(dir string) (row, bool) {
	rows := table()
	if r, ok := rows[dir]; ok {
		return r, true
	}
	for up := path.Dir(dir); up != "."; up = path.Dir(up) {
		if r, ok := rows[up+"/..."]; ok {
			return r, true
		}
	}
	return row{}, false
}

// matches reports whether one of the patterns, as in a row, means p.
func matches(p string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		prefix, open := strings.CutSuffix(pattern, "...")
		return p == strings.TrimSuffix(prefix, "/") || open && strings.HasPrefix(p, prefix)
	})
}

// below turns modules into patterns for their packages.
func below(modules []string) []string {
	var out []string
	for _, m := range modules {
		out = append(out, m+"/...")
	}
	return out
}

func list(s []string) string {
	if len(s) == 0 {
		return "nothing"
	}
	return strings.Join(s, ", ")
}

// sources calls visit for each Go file of the project, with its path from the root and what
// it imports.
func sources(visit func(file string, imported []string)) error {
	root := os.DirFS("..")
	return fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // a file of another tool that came and went
		}
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (d.Name()[0] == '.' || slices.Contains(notOurs(), d.Name())) {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(p) != ".go" {
			return nil
		}
		imported, err := importsOf(root, p)
		if err == nil {
			visit(p, imported)
		}
		return err
	})
}

// notOurs lists folders whose Go files, if any, are made or fetched, or are test material.
func notOurs() []string { return []string{"node_modules", "testdata", "dist", "public", "bin"} }

func importsOf(root fs.FS, file string) ([]string, error) {
	src, err := fs.ReadFile(root, file)
	if err != nil {
		return nil, err
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, fmt.Errorf("%s: import %s: %w", file, spec.Path.Value, err)
		}
		out = append(out, imported)
	}
	return out, nil
}

func TestImportsPointOneWay(t *testing.T) {
	used := map[string]bool{}
	err := sources(func(file string, imported []string) {
		dir := path.Dir(file)
		used[dir] = true
		if _, ok := rowOf(dir); !ok {
			t.Errorf("%s: %s", file, noRow)
			return
		}
		for _, i := range imported {
			if why := judge(dir, strings.HasSuffix(file, "_test.go"), i); why != "" {
				t.Errorf("%s: import %q: %s", file, i, why)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range slices.Sorted(maps.Keys(table())) {
		inUse := func(u string) bool { return matches(u, []string{dir}) }
		if !slices.ContainsFunc(slices.Collect(maps.Keys(used)), inUse) {
			t.Errorf("the table has a row for %s, where no Go file is: take it out", dir)
		}
	}
}

// TestJudge shows that each rule refuses what it is for.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		name, dir, imported string
		inTest, allowed     bool
	}{
		{"down", "wasm/scene", "actormap/wasm/geom", false, true},
		{"up", "wasm/geom", "actormap/wasm/scene", false, false},
		{"sideways", "wasm/layout", "actormap/wasm/label", false, false},
		{"layout knows no leaders", "wasm/layout", "actormap/data", false, false},
		{"but its tests may", "wasm/layout", "actormap/data", true, true},
		{"a painter knows no state", "wasm/svg", "actormap/wasm/scene", false, false},
		{"a painter reads no dataset", "wasm/svg", "actormap/data", false, false},
		{"tests stay off the engine", "wasm/scene", "actormap/wasm/view", true, false},
		{"the command draws without an engine", "cmd/actormap", "actormap/wasm/view", false, false},
		{"the command and its parts", "cmd/actormap", "actormap/cmd/actormap/page", false, true},
		{"a part deep below", "cmd/actormap/page", "actormap/wasm/graph", false, true},
		{"the page imports nothing", "web", "actormap/data", false, false},
		{"the engine in its place", "wasm/view", ebitengine + "/inpututil", false, true},
		{"the engine elsewhere", "wasm/scene", ebitengine, false, false},
		{"a name that only begins alike", "wasm/view", ebitengine + "x", false, false},
		{"JavaScript in its place", "wasm/bridge", "syscall/js", false, true},
		{"JavaScript in the painter", "wasm/view", "syscall/js", false, false},
		{"JavaScript in a test", "wasm/camera", "syscall/js", true, false},
		{"a module for tests, in a test", "cmd/actormap", testScript + "/testscript", true, true},
		{"a module for tests, in the program", "cmd/actormap", testScript + "/testscript", false, false},
		{"an unknown module", "data", "example.org/x", true, false},
		{"a clock in a pure package", "wasm/gesture", "time", false, false},
		{"a clock in its test", "wasm/gesture", "time", true, true},
		{"chance in a pure package", "wasm/layout", "math/rand/v2", false, false},
		{"a clock in the command", "cmd/actormap", "time", false, true},
		{"arithmetic", "wasm/geom", "math", false, true},
		{"a new folder", "wasm/sound", "math", false, false},
		{"a new top", "tools", "fmt", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			why := judge(c.dir, c.inTest, c.imported)
			if (why == "") != c.allowed {
				t.Errorf("%s imports %s: %q, want allowed = %t", c.dir, c.imported, why, c.allowed)
			}
		})
	}
}
