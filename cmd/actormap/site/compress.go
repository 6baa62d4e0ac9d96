package site

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/andybalholm/brotli"
)

// An Effort is how hard Compress tries.
type Effort struct{ gzip, brotli int }

// Quick is for serving at once; Best is for publishing, and takes a minute for the
// program.
func Quick() Effort { return Effort{gzip: gzip.BestSpeed, brotli: 4} }

// Best gives the smallest files.
func Best() Effort { return Effort{gzip: gzip.BestCompression, brotli: brotli.BestCompression} }

// Compress makes the compressed forms of every file that is worth it, the largest first and
// as many at once as there are processors. It may run beside readers of the site, who see a
// form once it is complete, and it ends early, with the context's error, when ctx does.
func (s *Site) Compress(ctx context.Context, effort Effort) error {
	var jobs []compression
	for _, f := range s.sorted {
		if f.Compressible() {
			jobs = append(jobs, compression{f, &f.brotli, effort.brotliWriter}, compression{f, &f.gzip, effort.gzipWriter})
		}
	}
	slices.SortStableFunc(jobs, func(a, b compression) int { return cmp.Compare(len(b.file.Body), len(a.file.Body)) })
	next := make(chan compression, len(jobs))
	for _, j := range jobs {
		next <- j
	}
	close(next)
	errs := make([]error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for i := range errs {
		workers.Go(func() {
			for j := range next {
				if errs[i] = j.run(ctx); errs[i] != nil {
					return
				}
			}
		})
	}
	workers.Wait()
	return errors.Join(errs...)
}

// A compression is one form of one file, to be made.
type compression struct {
	file   *File
	form   *atomic.Pointer[[]byte]
	writer func(io.Writer) (io.WriteCloser, error)
}

// run makes the form, unless it is there.
func (c compression) run(ctx context.Context) error {
	if c.form.Load() != nil {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	body, err := squeeze(ctx, c.file.Body, c.writer)
	if err != nil {
		return fmt.Errorf("site: compressing %s: %w", c.file.Path, err)
	}
	c.form.Store(&body)
	return nil
}

// zip makes a file of the compressed form of a body alone, name.HASH.ext.gz; of the body itself where that is
// not smaller.
func zip(name string, body []byte) (*File, error) {
	zipped, err := squeeze(context.Background(), body, Best().gzipWriter)
	if err != nil {
		return nil, fmt.Errorf("site: compressing %s: %w", name, err)
	}
	if zipped == nil {
		return newHashedFile(name, body), nil
	}
	ext := path.Ext(name)
	f := newHashedFile(strings.TrimSuffix(name, ext)+".gz", zipped)
	f.Path = strings.TrimSuffix(f.Path, ".gz") + ext + ".gz"
	return f, nil
}

// gzipWriter writes no time and no name.
func (e Effort) gzipWriter(w io.Writer) (io.WriteCloser, error) {
	return gzip.NewWriterLevel(w, e.gzip)
}

func (e Effort) brotliWriter(w io.Writer) (io.WriteCloser, error) {
	return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: e.brotli, LGWin: brotliWindow}), nil
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
