package site

import (
	"fmt"
	"os"
	"path"
)

// Write puts the files into dir, which is made if it does not exist, each compressed form
// beside its file as name.br and name.gz. Other files in dir are left alone. Nothing is
// written outside dir, whatever a path says.
func (s *Site) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the output folder cannot be made: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("the output folder cannot be opened: %w", err)
	}
	defer root.Close()
	for _, f := range s.sorted {
		if err := writeFile(root, f); err != nil {
			return fmt.Errorf("%s cannot be written: %w", path.Join(dir, f.Path), err)
		}
	}
	return nil
}

// writeFile writes a file and its compressed forms.
func writeFile(root *os.Root, f *File) error {
	if parent := path.Dir(f.Path); parent != "." {
		if err := root.MkdirAll(parent, 0o755); err != nil {
			return err
		}
	}
	forms := []struct {
		suffix string
		body   []byte
	}{{"", f.Body}, {".br", f.Brotli()}, {".gz", f.Gzip()}}
	for _, form := range forms {
		if form.body == nil && form.suffix != "" {
			continue
		}
		if err := root.WriteFile(f.Path+form.suffix, form.body, 0o644); err != nil {
			return err
		}
	}
	return nil
}
