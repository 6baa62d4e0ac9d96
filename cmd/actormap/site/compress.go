package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
)

// An Effort is how hard Compress tries.
type Effort struct{ gzip, brotli int }

// Quick is for serving at once; Best is for publishing, and takes a minute for the
// program.
func Quick() Effort { return Effort{gzip: gzip.BestSpeed, brotli: 4} }

// Best gives the smallest files.
func Best() Effort { return Effort{gzip: gzip.BestCompression, brotli: brotli.BestCompression} }

// Compress makes the compressed forms of every file that is worth it. It may run beside
// readers of the site, who see a form once it is complete, and it ends early, with the
// context's error, when ctx does.
func (s *Site) Compress(ctx context.Context, effort Effort) error {
	for _, f := range s.sorted {
		if !f.Compressible() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		p, err := pack(f.Body, effort)
		if err != nil {
			return fmt.Errorf("site: compressing %s: %w", f.Path, err)
		}
		f.packed.Store(p)
	}
	return nil
}

// pack compresses a body both ways. No time and no name stands in the result.
func pack(body []byte, effort Effort) (*packed, error) {
	zipped, err := squeeze(body, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, effort.gzip) })
	if err != nil {
		return nil, err
	}
	br, err := squeeze(body, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriterLevel(w, effort.brotli), nil })
	if err != nil {
		return nil, err
	}
	return &packed{gzip: zipped, brotli: br}, nil
}

// squeeze runs a compressor over body; nil when the result is not smaller.
func squeeze(body []byte, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := compressor(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if out.Len() >= len(body) {
		return nil, nil
	}
	return out.Bytes(), nil
}
