package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"actormap/web"
)

// TestEachStyleIsInOneSheet: a component whose file no sheet lists would have no style at all, one in two places a cascade of its own.
func TestEachStyleIsInOneSheet(t *testing.T) {
	listed := map[string]int{}
	for _, sheet := range []sheet{documentStyle, mapStyle, exampleStyle} {
		for _, name := range sheet.files {
			listed[name]++
		}
	}
	err := fs.WalkDir(web.Files(), "styles", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name = strings.TrimPrefix(name, "styles/")
		if n := listed[name]; n != 1 {
			t.Errorf("web/styles/%s stands %d times in the sheets of styles.go, want once", name, n)
		}
		delete(listed, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range listed {
		t.Errorf("styles.go lists %s, which web/styles has not", name)
	}
}

// TestSheetsJoinTheirFilesInOrder: the order is that of the cascade, and a file that was cut would take its neighbour with it.
func TestSheetsJoinTheirFilesInOrder(t *testing.T) {
	for _, sheet := range []sheet{documentStyle, mapStyle, exampleStyle} {
		joined, err := sheet.join()
		if err != nil {
			t.Fatal(err)
		}
		rest := string(joined)
		for _, name := range sheet.files {
			body, err := fs.ReadFile(web.Files(), path.Join("styles", name))
			if err != nil {
				t.Fatal(err)
			}
			before, after, found := strings.Cut(rest, string(body))
			if !found || strings.TrimSpace(before) != "" {
				t.Errorf("%s: %s does not follow the file before it", sheet.name, name)
			}
			rest = after
		}
		if strings.TrimSpace(rest) != "" {
			t.Errorf("%s ends with what no file has: %q", sheet.name, rest)
		}
	}
	if at := slices.Index(documentStyle.files, "palette.css"); at != 0 {
		t.Errorf("the palette is file %d of %s, want the first: a theme and all rules come after it", at, documentStyle.name)
	}
}
