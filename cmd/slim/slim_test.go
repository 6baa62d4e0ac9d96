package main

import (
	"bytes"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestChangesAreForThePinnedEngine fails when go.mod moves to another Ebitengine, or a file
// of it is not as it was: before anybody builds with it.
func TestChangesAreForThePinnedEngine(t *testing.T) {
	m, err := download(ebitengine)
	if err != nil {
		t.Fatal(err)
	}
	if m.Version != version {
		t.Fatalf("go.mod asks for %s, the changes are for %s", m.Version, version)
	}
	engine := filepath.Join(t.TempDir(), "ebiten")
	if err := copyEngine(engine, m.Dir); err != nil {
		t.Fatal(err)
	}
	if err := apply(engine, changes()); err != nil {
		t.Fatal(err)
	}
	for _, c := range changes() {
		body, err := os.ReadFile(filepath.Join(engine, c.file))
		switch {
		case c.kind == remove:
			if err == nil {
				t.Errorf("%s is still there", c.file)
			}
		case err != nil:
			t.Error(err)
		case c.kind != add && hash(body) == c.was:
			t.Errorf("%s has not changed", c.file)
		case !bytes.Contains(body, []byte("CHANGED by the authors")) && !bytes.Contains(body, []byte("the actor map's own")):
			t.Errorf("%s does not say that it was changed", c.file)
		}
	}
}

func TestChangeRefusesAnotherFile(t *testing.T) {
	for _, k := range []kind{replace, remove, redirect, cut, uncover} {
		dir := t.TempDir()
		name := filepath.Join(dir, "internal", "debug", "caller.go")
		if err := writeFile(name, []byte("package debug\n")); err != nil {
			t.Fatal(err)
		}
		err := apply(dir, []change{{"internal/debug/caller.go", hash([]byte("package other\n")), k, "package"}})
		if err == nil || !strings.Contains(err.Error(), "internal/debug/caller.go") || !strings.Contains(err.Error(), "ENGINE=stock") {
			t.Errorf("kind %d: the error is %v", k, err)
		}
		if body, _ := os.ReadFile(name); string(body) != "package debug\n" {
			t.Errorf("kind %d: the file was touched", k)
		}
	}
}

func TestChangesWantTheirText(t *testing.T) {
	if _, err := redirected([]byte("package a\n")); err == nil {
		t.Error("a file that does not import log/slog was redirected")
	}
	if _, err := cutFrom([]byte("package a\n"), "func b"); err == nil {
		t.Error("a file without the line was cut")
	}
	got, err := cutFrom([]byte("package a\n\nfunc a() {}\n\nfunc b() {}\nvar c int\n"), "func b")
	if err != nil || !strings.HasSuffix(string(got), "package a\n\nfunc a() {}\n\n") {
		t.Errorf("cut: %q, %v", got, err)
	}
	const question = "covers() bool {\n\treturn true\n"
	if _, err := uncovered([]byte("package a\n"), question); err == nil {
		t.Error("a file that does not ask was answered")
	}
	got, err = uncovered([]byte("package a\n\nfunc covers() bool {\n\treturn true\n}\n"), question)
	if err != nil || !strings.HasSuffix(string(got), "package a\n\nfunc covers() bool {\n\treturn false\n}\n") {
		t.Errorf("uncover: %q, %v", got, err)
	}
}

// TestStandInsAreUsedAndFormatted: no stand-in without a change, and each as gofmt has it.
func TestStandInsAreUsedAndFormatted(t *testing.T) {
	used := map[string]bool{"standins/pretty/pretty.go.txt": true, "standins/precompile/main.go.txt": true}
	for _, c := range changes() {
		if c.kind == replace || c.kind == add {
			used["standins/ebiten/"+c.file+".txt"] = true
		}
	}
	err := fs.WalkDir(standins, "standins", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if !used[name] {
			t.Errorf("%s is used by no change", name)
		}
		body, err := standins.ReadFile(name)
		if err != nil {
			return err
		}
		if tidy, err := format.Source(body); err != nil || !bytes.Equal(tidy, body) {
			t.Errorf("%s is not formatted: %v", name, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestModFileIsTheModulesOwn: the copies take the place of the originals, and nothing else
// differs, so that both engines are built with the same versions.
func TestModFileIsTheModulesOwn(t *testing.T) {
	t.Chdir("../..")
	own, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "go.mod")
	if err := writeModFile(name, "bin/slim"); err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	more, ok := bytes.CutPrefix(mod, own)
	want := "\nreplace github.com/hajimehoshi/ebiten/v2 => ./bin/slim/ebiten\n\nreplace github.com/tidwall/pretty => ./bin/slim/pretty\n"
	if !ok || string(more) != want {
		t.Errorf("the go.mod has %q", more)
	}
}

func TestJudgeAllowsThreePercent(t *testing.T) {
	for _, c := range []struct {
		wire int
		ok   bool
	}{{reached / 2, true}, {reached, true}, {reached * 103 / 100, true}, {reached*103/100 + 1, false}, {most, false}, {2 * reached, false}} {
		if err := judge(c.wire); (err == nil) != c.ok {
			t.Errorf("%d bytes: %v", c.wire, err)
		}
	}
}
