package site

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"sync/atomic"
)

// hashDigits is how much of a content's SHA-256 stands in a name: 48 bits, enough that
// two versions of one file never meet.
const hashDigits = 12

// A File is one file of a site, held in memory.
type File struct {
	Path   string // from the root of the site, with slashes, no leading one
	Type   string // media type
	Body   []byte
	Hash   string // hexadecimal SHA-256 of Body, shortened
	Hashed bool   // Path holds Hash: the content under this name never changes
	Moved  string // where the document leads to, relative to its own address; empty for all others
	Lasts  bool   // other people's pages keep the address for years: the name stays, the content may change

	gzip, brotli atomic.Pointer[[]byte] // to nil bytes where the form is not smaller
}

// Gzip returns the body compressed by gzip, or nil while or because there is none.
func (f *File) Gzip() []byte { return form(&f.gzip) }

// Brotli returns the body compressed by Brotli, or nil while or because there is none.
func (f *File) Brotli() []byte { return form(&f.brotli) }

func form(p *atomic.Pointer[[]byte]) []byte {
	if body := p.Load(); body != nil {
		return *body
	}
	return nil
}

// Compressible reports whether the file is worth compressing: large enough, and of a
// type that is not compressed already.
func (f *File) Compressible() bool {
	const worthwhile = 1024 // below, the header eats the gain
	if len(f.Body) < worthwhile {
		return false
	}
	return strings.HasPrefix(f.Type, "text/") || f.Type == "application/json" ||
		f.Type == "application/wasm" || f.Type == "image/svg+xml"
}

// newFile makes a file whose name stays as it is.
func newFile(name string, body []byte) *File {
	body = readable(mediaType(name), body)
	sum := sha256.Sum256(body)
	return &File{Path: name, Type: mediaType(name), Body: body, Hash: hex.EncodeToString(sum[:])[:hashDigits]}
}

// newLastingFile makes a file for other people's pages.
func newLastingFile(name string, body []byte) *File {
	f := newFile(name, body)
	f.Lasts = true
	return f
}

// newHashedFile makes a file whose name tells its content: name.HASH.ext.
func newHashedFile(name string, body []byte) *File {
	f := newFile(name, body)
	ext := path.Ext(name)
	f.Path = strings.TrimSuffix(name, ext) + "." + f.Hash + ext
	f.Hashed = true
	return f
}

// mediaType knows the types of a site's files; the system's own table would differ from
// machine to machine.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".txt", ".ts":
		return "text/plain; charset=utf-8"
	case ".json":
		return "application/json"
	case ".wasm":
		return "application/wasm"
	case ".gz":
		return "application/gzip"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	}
	return "application/octet-stream"
}
