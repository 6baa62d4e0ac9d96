package site

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
)

// sumsFile lists the SHA-256 of every other file, as `sha256sum -c` reads it.
const sumsFile = "SHA256SUMS"

// Write puts the files into dir, which is made if it does not exist, each compressed form
// beside its file as name.br and name.gz, and the list of their hashes. Other files in dir
// are left alone. Nothing is written outside dir, whatever a path says.
func (s *Site) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the output folder cannot be made: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("the output folder cannot be opened: %w", err)
	}
	defer root.Close()
	for _, o := range s.outputs() {
		if err := writeFile(root, o); err != nil {
			return fmt.Errorf("%s cannot be written: %w", path.Join(dir, o.path), err)
		}
	}
	return nil
}

// An output is one file on a disk.
type output struct {
	path string
	body []byte
}

// outputs lists what is written: every file and its forms by path, and last their hashes.
func (s *Site) outputs() []output {
	var list []output
	for _, f := range s.sorted {
		list = append(list, output{f.Path, f.Body})
		if body := f.Brotli(); body != nil {
			list = append(list, output{f.Path + ".br", body})
		}
		if body := f.Gzip(); body != nil {
			list = append(list, output{f.Path + ".gz", body})
		}
	}
	slices.SortFunc(list, func(a, b output) int { return strings.Compare(a.path, b.path) })
	var sums strings.Builder
	for _, o := range list {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(o.body), o.path)
	}
	return append(list, output{sumsFile, []byte(sums.String())})
}

func writeFile(root *os.Root, o output) error {
	if parent := path.Dir(o.path); parent != "." {
		if err := root.MkdirAll(parent, 0o755); err != nil {
			return err
		}
	}
	return root.WriteFile(o.path, o.body, 0o644)
}
