package data

import (
	"embed"
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// The files that tests read. They are embedded so that the tests run wherever the test
// binary does, a browser included.
//
//go:embed testdata
var testdata embed.FS

var update = flag.Bool("update", false, "write the golden files again")

// readTestdata returns a file of testdata.
func readTestdata(t testing.TB, name string) []byte {
	t.Helper()
	b, err := testdata.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// checkGolden compares got with the golden file, or writes it under -update.
func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile("testdata/"+name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	gotLines := strings.Split(got, "\n")
	wantLines := strings.Split(string(readTestdata(t, name)), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		gotLine, wantLine := line(gotLines, i), line(wantLines, i)
		if gotLine != wantLine {
			t.Fatalf("%s:%d differs; if that is right, run go test -update and read the difference\n got: %s\nwant: %s", name, i+1, gotLine, wantLine)
		}
	}
}

// line returns the line i, or what says that there is none.
func line(lines []string, i int) string {
	if i >= len(lines) {
		return "(the end)"
	}
	return lines[i]
}

// badFiles returns the names of the files in testdata/bad, sorted.
func badFiles(t testing.TB) []string {
	t.Helper()
	names, err := fs.Glob(testdata, "testdata/bad/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		names[i] = names[i][len("testdata/bad/"):]
	}
	return names
}
