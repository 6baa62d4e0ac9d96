// Package server serves a site from memory. There is no file system behind it: a request
// names a key of a map or nothing, so that no path can leave the site, and the compressed
// form of a file has no door of its own.
package server

import (
	"fmt"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"actormap/cmd/actormap/oembed"
	"actormap/cmd/actormap/site"
)

// Limits of a connection. A page of a map is small; whoever needs longer is stuck, or
// holds connections on purpose.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 10 * time.Second
	writeTimeout      = 2 * time.Minute // the program over a slow line
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 16 << 10
)

// patience is how long a request waits for the first site; whoever waits longer is asked to
// come again.
const patience = 30 * time.Second

// HealthPath answers 200 once there is a site, and 503 before: for whoever watches over the
// server or sends readers to it.
const HealthPath = "/healthz"

// Options say how a site is served.
type Options struct {
	// With LoopbackOnly, requests must name this machine, or the host of the site's public
	// address, in their Host header: a page elsewhere whose name was turned to 127.0.0.1 (DNS
	// rebinding) gets nothing, and a proxy on this machine that passes on what it was asked
	// for gets the site.
	LoopbackOnly bool
	// FrameAncestors are the sources of a Content-Security-Policy, see ParseAncestors, that
	// may show the documents for frames; empty for everybody.
	FrameAncestors string
	// Log is told of every answer; nil for nobody.
	Log func(Entry)
}

// A Handler answers requests for the files of a site, and for its oEmbed answers. Before
// Show, requests wait.
type Handler struct {
	options Options
	site    atomic.Pointer[site.Site]
	shown   chan struct{} // closed by the first Show
	once    sync.Once
}

// NewHandler makes a handler that has no site yet.
func NewHandler(o Options) *Handler { return &Handler{options: o, shown: make(chan struct{})} }

// Show puts a site in the place of the last. Requests that are being answered end as they
// began.
func (h *Handler) Show(s *site.Site) {
	h.site.Store(s)
	h.once.Do(func() { close(h.shown) })
}

// New returns a server with the handler and the limits of a connection.
func New(h *Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
	}
}

// ServeHTTP answers one request, and tells the log.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h.options.Log == nil {
		h.answer(w, r)
		return
	}
	began := time.Now()
	counting := &countingWriter{ResponseWriter: w, status: http.StatusOK}
	h.answer(counting, r)
	h.options.Log(Entry{Time: began, Method: r.Method, Path: r.URL.Path, Status: counting.status, Bytes: counting.bytes, Took: time.Since(began)})
}

func (h *Handler) answer(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed, "only GET and HEAD are served")
	case r.URL.Path == HealthPath:
		h.tellHealth(w)
	default:
		s := h.await(r)
		switch {
		case s == nil:
			w.Header().Set("Retry-After", "5")
			refuse(w, http.StatusServiceUnavailable, "the map is being drawn; try again")
		case h.options.LoopbackOnly && !isLoopbackHost(r.Host) && !isOwnHost(r.Host, s):
			refuse(w, http.StatusMisdirectedRequest, "this server answers to localhost only; use --addr to serve others")
		case len(s.Providers()) > 0 && h.nameIn(r, s) == oembed.EndpointName:
			serveOEmbed(w, r, s.Providers())
		default:
			h.serveFile(w, r, s)
		}
	}
}

// await returns the site, or nil if there is none in time.
func (h *Handler) await(r *http.Request) *site.Site {
	if s := h.site.Load(); s != nil {
		return s
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-h.shown:
	case <-timer.C:
	case <-r.Context().Done():
	}
	return h.site.Load()
}

// tellHealth answers whoever watches.
func (h *Handler) tellHealth(w http.ResponseWriter) {
	if h.site.Load() == nil {
		refuse(w, http.StatusServiceUnavailable, "starting")
		return
	}
	refuse(w, http.StatusOK, "serving")
}

// isOwnHost reports whether a Host header names the host of the site's public address.
func isOwnHost(host string, s *site.Site) bool {
	return s.Base().Known() && strings.EqualFold(host, s.Base().Host())
}

// nameIn is what a request names from the root of the site. A proxy may pass on the path of
// the site's public address or take it off.
func (h *Handler) nameIn(r *http.Request, s *site.Site) string {
	if base := s.Base(); base.Known() {
		if name, ok := strings.CutPrefix(r.URL.Path, base.Path()); ok {
			return name
		}
	}
	return strings.TrimPrefix(r.URL.Path, "/")
}

// serveFile sends the file that the path names, exactly; for a folder that is its index.
func (h *Handler) serveFile(w http.ResponseWriter, r *http.Request, s *site.Site) {
	name := h.nameIn(r, s)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f, found := s.Lookup(name)
	if !found || !strings.HasPrefix(r.URL.Path, "/") {
		if _, folder := s.Lookup(name + "/index.html"); folder {
			redirectToFolder(w, r)
			return
		}
		refuse(w, http.StatusNotFound, "no such file; the map is at /")
		return
	}
	if f.Moved != "" {
		redirectOn(w, r, f)
		return
	}
	h.setHeaders(w.Header(), s, f)
	out := choose(f, strings.Join(r.Header.Values("Accept-Encoding"), ","))
	w.Header().Set("ETag", out.tag)
	if matches(strings.Join(r.Header.Values("If-None-Match"), ","), out.tag) {
		w.Header().Del("Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if out.encoding != "" {
		w.Header().Set("Content-Encoding", out.encoding)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(out.body)))
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodGet {
		_, _ = w.Write(out.body) // a client that went away is none of our errors
	}
}

// redirectToFolder adds the slash without which the documents of a folder would look for
// their neighbours beside it. The address is relative, as a proxy may have another path.
func redirectToFolder(w http.ResponseWriter, r *http.Request) {
	target := "./" + path.Base(r.URL.EscapedPath()) + "/"
	if r.URL.RawQuery != "" {
		target += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", target)
	refuse(w, http.StatusPermanentRedirect, "the folder is at its name with a slash")
}

// redirectOn leads from a document that has moved to the one that there is, with the query; the fragment is kept
// by whoever asks (RFC 9110, 10.2.2). It may come back some day.
func redirectOn(w http.ResponseWriter, r *http.Request, f *site.File) {
	target := f.Moved
	if r.URL.RawQuery != "" {
		target += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", target)
	allowIsolated(w.Header())
	refuse(w, http.StatusTemporaryRedirect, "the map is not in this language; it is at "+f.Moved)
}

// refuse sends a short plain text. What was asked for is not repeated.
func refuse(w http.ResponseWriter, status int, why string) {
	setSafety(w.Header())
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Security-Policy", lockedPolicy)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	fmt.Fprintf(w, "%d: %s\n", status, why)
}
