package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"slices"

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
		p, err := pack(ctx, f.Body, effort)
		if err != nil {
			return fmt.Errorf("site: compressing %s: %w", f.Path, err)
		}
		f.packed.Store(p)
	}
	return nil
}

// pack compresses a body both ways. No time and no name stands in the result.
func pack(ctx context.Context, body []byte, effort Effort) (*packed, error) {
	zipped, err := squeeze(ctx, body, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, effort.gzip) })
	if err != nil {
		return nil, err
	}
	br, err := squeeze(ctx, body, func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: effort.brotli, LGWin: brotliWindow}), nil
	})
	if err != nil {
		return nil, err
	}
	return &packed{gzip: zipped, brotli: br}, nil
}

// chunkSize is how much is compressed at once, in bytes.
const chunkSize = 64 << 10

// brotliWindow is the base-2 logarithm of the window: 16 MiB, the most that every browser
// takes, holds the whole program.
const brotliWindow = 24

// squeeze runs a compressor over body; nil when the result is not smaller. The program
// takes a minute at best effort, so that the context is asked between chunks.
func squeeze(ctx context.Context, body []byte, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := compressor(&out)
	if err != nil {
		return nil, err
	}
	for chunk := range slices.Chunk(body, chunkSize) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if _, err := w.Write(chunk); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if out.Len() >= len(body) {
		return nil, nil
	}
	return out.Bytes(), nil
}
