package main

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

//go:embed standins
var standins embed.FS

// copyEngine copies what a program in a browser can need: the package itself and the
// internal ones, without tests.
func copyEngine(dst, src string) error {
	root := os.DirFS(src)
	for _, name := range []string{"go.mod", "LICENSE", "NOTICE.md"} {
		if err := copyFile(root, dst, name); err != nil {
			return err
		}
	}
	return fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && name != "internal" && !strings.HasPrefix(name, "internal/"):
			return fs.SkipDir
		case d.IsDir() || strings.HasSuffix(name, "_test.go"):
			return nil
		case path.Ext(name) == ".go" || path.Dir(name) != ".": // inside internal, what is embedded as well
			return copyFile(root, dst, name)
		}
		return nil
	})
}

func copyFile(root fs.FS, dst, name string) error {
	body, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dst, filepath.FromSlash(name)), body)
}

func writeFile(name string, body []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, body, 0o644)
}

// apply makes the changes in a copy of the engine.
func apply(engine string, list []change) error {
	for _, c := range list {
		if err := c.apply(engine); err != nil {
			return fmt.Errorf("%s: %w", c.file, err)
		}
	}
	return nil
}

func (c change) apply(engine string) error {
	name := filepath.Join(engine, filepath.FromSlash(c.file))
	var body []byte
	var err error
	if c.kind != add {
		if body, err = os.ReadFile(name); err != nil {
			return err
		}
		if is := hash(body); is != c.was {
			return fmt.Errorf("is not the file that the change in cmd/slim was written for (SHA-256 %s, not %s): look at what became of it, renew its stand-in and its hash, or build with ENGINE=stock", is, c.was)
		}
	}
	switch c.kind {
	case remove:
		return os.Remove(name)
	case redirect:
		body, err = redirected(body)
	case cut:
		body, err = cutFrom(body, c.text)
	case uncover:
		body, err = uncovered(body, c.text)
	default:
		body, err = standins.ReadFile("standins/ebiten/" + c.file + ".txt")
	}
	if err != nil {
		return err
	}
	return writeFile(name, body)
}

func hash(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// notice stands at the head of a file that is changed but not replaced, as section 4 (b)
// of the Apache licence asks.
const notice = "// CHANGED by the authors of the actor map: %s.\n\n"

func redirected(body []byte) ([]byte, error) {
	return substituted(body, `"log/slog"`, `"`+ebitengine+`/internal/slog"`, "log/slog is replaced by a package that logs nothing")
}

// substituted puts one text in the place of another, of which there has to be one, and notes what
// that did.
func substituted(body []byte, was, is, what string) ([]byte, error) {
	if bytes.Count(body, []byte(was)) != 1 {
		return nil, fmt.Errorf("does not have %q once", was)
	}
	head := fmt.Appendf(nil, notice, what)
	return append(head, bytes.Replace(body, []byte(was), []byte(is), 1)...), nil
}

func cutFrom(body []byte, text string) ([]byte, error) {
	i := bytes.Index(body, []byte("\n"+text))
	if i < 0 {
		return nil, fmt.Errorf("has no line that begins with %q", text)
	}
	head := fmt.Appendf(nil, notice, "functions for the compiler of shaders are taken out at the end")
	return append(head, body[:i+1]...), nil
}

// uncovered answers the question of the text with false. A map paints the whole canvas in any
// case, and without a graphics card each quad of that size is a good part of a frame.
func uncovered(body []byte, text string) ([]byte, error) {
	return substituted(body, text, strings.Replace(text, "true", "false", 1), "the screen is not cleared before it is painted")
}

// writePretty writes the stand-in for the module that GJSON formats with.
func writePretty(dir string) error {
	source, err := standins.ReadFile("standins/pretty/pretty.go.txt")
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dir, "go.mod"), []byte("module "+pretty+"\n\ngo 1.26\n")); err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, "pretty.go"), source)
}

// writeModFile writes a go.mod, and the go.sum that belongs to it, as in the current folder
// but with the copies in dir in the place of the originals.
func writeModFile(name, dir string) error {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return err
	}
	for _, r := range []struct{ module, copy string }{{ebitengine, "ebiten"}, {pretty, "pretty"}} {
		// With a path from the root of the module, the program is the same wherever it is built.
		mod = fmt.Appendf(mod, "\nreplace %s => ./%s\n", r.module, filepath.ToSlash(filepath.Join(dir, r.copy)))
	}
	if err := writeFile(name, mod); err != nil {
		return err
	}
	return writeFile(strings.TrimSuffix(name, ".mod")+".sum", sum)
}
