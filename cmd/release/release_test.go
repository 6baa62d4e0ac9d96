package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/buildinfo"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

func TestArchivesHoldTheFilesAndNoTime(t *testing.T) {
	dir := t.TempDir()
	files := []file{{"actormap", []byte("program"), true}, {"LICENSE", []byte("text"), false}}
	for range 2 {
		tarPath, zipPath := filepath.Join(dir, "a.tar.gz"), filepath.Join(dir, "a.zip")
		before, _ := os.ReadFile(tarPath)
		zipBefore, _ := os.ReadFile(zipPath)
		if err := writeTar(tarPath, "a", files); err != nil {
			t.Fatal(err)
		}
		if err := writeZip(zipPath, "a", files); err != nil {
			t.Fatal(err)
		}
		after, _ := os.ReadFile(tarPath)
		zipAfter, _ := os.ReadFile(zipPath)
		if before != nil && (!bytes.Equal(before, after) || !bytes.Equal(zipBefore, zipAfter)) {
			t.Error("the same files make two archives")
		}
		wantTar(t, after)
		wantZip(t, zipAfter)
	}
}

func wantTar(t *testing.T, archive []byte) {
	t.Helper()
	unpacked, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(unpacked)
	first, err := r.Next()
	if err != nil || first.Name != "a/actormap" || first.Mode != 0o755 || !first.ModTime.Equal(epoch()) {
		t.Errorf("first: %+v, %v", first, err)
	}
	if body, err := io.ReadAll(r); err != nil || string(body) != "program" {
		t.Errorf("%q, %v", body, err)
	}
	if second, err := r.Next(); err != nil || second.Name != "a/LICENSE" || second.Mode != 0o644 {
		t.Errorf("second: %+v, %v", second, err)
	}
}

func wantZip(t *testing.T, archive []byte) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != 2 || r.File[0].Name != "a/actormap" || r.File[0].Mode().Perm() != 0o755 {
		t.Errorf("the zip holds %+v", r.File)
	}
}

func TestSumsAreOfAllFiles(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{"b": "", "a": "x"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeSums(dir); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	const want = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  a\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
	if string(got) != want {
		t.Errorf("%s", got)
	}
}

// TestBillListsBothPrograms: every part that something depends on is listed, once.
func TestBillListsBothPrograms(t *testing.T) {
	t.Chdir("../..")
	info := &buildinfo.BuildInfo{GoVersion: "go1.26.0", Deps: []*debug.Module{{Path: "github.com/tidwall/gjson", Version: "v1.20.1"}}}
	out, err := billOfMaterials("1.0", system{"linux", "amd64"}, info)
	if err != nil {
		t.Fatal(err)
	}
	var b bill
	if err := json.Unmarshal(out, &b); err != nil {
		t.Fatal(err)
	}
	listed := map[string]int{b.Metadata.Component.Ref: 1}
	for _, c := range b.Components {
		listed[c.Ref]++
	}
	for _, d := range b.Dependencies {
		for _, ref := range append(d.DependsOn, d.Ref) {
			if listed[ref] != 1 {
				t.Errorf("%s is listed %d times", ref, listed[ref])
			}
		}
	}
	for _, want := range []string{"pkg:golang/github.com/hajimehoshi/ebiten/v2@v2.10.4", "pkg:golang/github.com/tidwall/gjson@v1.20.1", "golang", "map.wasm"} {
		if listed[want] != 1 {
			t.Errorf("%s is not listed", want)
		}
	}
}

func TestCommandLineIsChecked(t *testing.T) {
	for _, args := range [][]string{{}, {"-o", "x"}, {"-version", "1"}, {"-o", "x", "-version", "../1"}, {"-o", "x", "-version", "1", "more"}} {
		if err := run(args); err == nil || !strings.Contains(err.Error(), "usage") {
			t.Errorf("%q: %v", args, err)
		}
	}
}
