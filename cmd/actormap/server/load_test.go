package server

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// readers is how many ask at once, each over a connection of its own: one goroutine serves it, and two of
// the client read and write.
const (
	readers              = 100
	goroutinesConnection = 3
)

// TestLoad lets many readers take the pages of a site over the loopback, a bounded number of
// requests in bounded time. Every answer is right, and afterwards nothing is left behind:
// neither memory nor goroutines grow with the number of requests.
func TestLoad(t *testing.T) {
	requests := 2000
	if text := os.Getenv("LOAD_REQUESTS"); text != "" {
		var err error
		if requests, err = strconv.Atoi(text); err != nil {
			t.Fatalf("LOAD_REQUESTS: %v", err)
		}
	}
	s := twoMaps(t)
	var logged atomic.Int64
	h := NewHandler(Options{Log: func(Entry) { logged.Add(1) }})
	h.Show(s)
	server := httptest.NewServer(h)
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers, MaxConnsPerHost: readers}}
	paths := []string{"/", "/one/", "/two/", "/one/embed.html", "/licenses.txt", "/nothing", "/oembed?url=https://example.org/maps/one/"}

	goroutines := runtime.NumGoroutine()
	load(t, client, server.URL, paths, readers) // buffers and pools are there now
	heap := heapInUse()
	began := time.Now()
	load(t, client, server.URL, paths, requests)
	took := time.Since(began)
	grown := int64(heapInUse()) - int64(heap)
	t.Logf("%d requests of %d readers in %v, %.0f a second; the heap went from %d to %d KiB",
		requests, readers, took.Round(time.Millisecond), float64(requests)/took.Seconds(), heap>>10, (int64(heap)+grown)>>10)
	if grown > 8<<20 {
		t.Errorf("the heap grew by %d KiB", grown>>10)
	}
	if got := runtime.NumGoroutine(); got > goroutines+goroutinesConnection*readers {
		t.Errorf("%d goroutines, then %d", goroutines, got)
	}
	if got := logged.Load(); got != int64(requests+readers) {
		t.Errorf("%d answers are logged, want %d", got, requests+readers)
	}
}

func heapInUse() uint64 {
	runtime.GC()
	runtime.GC() // what only a finalizer held
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// load asks for the paths in turn, from all readers, until so many requests are answered.
func load(t *testing.T, client *http.Client, url string, paths []string, requests int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	var next atomic.Int64
	var group sync.WaitGroup
	for range readers {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < requests; i = int(next.Add(1)) - 1 {
				path := paths[i%len(paths)]
				want := http.StatusOK
				if path == "/nothing" {
					want = http.StatusNotFound
				}
				if status, err := get(ctx, client, url+path); err != nil || status != want {
					t.Errorf("%s: status %d, %v", path, status, err)
					return
				}
			}
		})
	}
	group.Wait()
}

func get(ctx context.Context, client *http.Client, url string) (status int, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, err
	}
	res, err := client.Do(r)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	return res.StatusCode, err
}
