package server

import (
	"fmt"
	"net/http"
	"time"
)

// An Entry is one answer. Who asked is not in it: behind a proxy it is the proxy, and before
// one it is nobody's business.
type Entry struct {
	Time         time.Time
	Method, Path string
	Status       int
	Bytes        int64
	Took         time.Duration
}

// String writes an entry as one line, whatever the path holds.
func (e Entry) String() string {
	return fmt.Sprintf("%s %s %q %d %d %s", e.Time.UTC().Format(time.RFC3339), e.Method, e.Path, e.Status, e.Bytes, e.Took.Round(10*time.Microsecond))
}

// countingWriter remembers what went through it.
type countingWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (w *countingWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *countingWriter) Write(p []byte) (int, error) {
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}
