package data

import (
	"embed"
	"flag"
	"io/fs"
	"os"
	"testing"
)

// The files that tests read. They are embedded so that the tests run wherever the test
// binary does, a browser included.
//
//go:embed testdata
var testdata embed.FS

var update = flag.Bool("update", false, "write the golden files anew")

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
	if want := string(readTestdata(t, name)); got != want {
		t.Errorf("%s: run go test -update and look at the difference\n got:\n%s\nwant:\n%s", name, got, want)
	}
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
