// Package server serves a site from memory. There is no file system behind it: a request
// names a key of a map or nothing, so that no path can leave the site, and the compressed
// form of a file has no door of its own.
package server

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
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

// New returns a server of the site. With loopbackOnly, requests must name this machine, or
// the host of the site's public address, in their Host header: a page elsewhere whose name
// was turned to 127.0.0.1 (DNS rebinding) gets nothing, and a proxy on this machine that
// passes on what it was asked for gets the site.
func New(s *site.Site, loopbackOnly bool) *http.Server {
	return &http.Server{
		Handler:           Handler(s, loopbackOnly),
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
	}
}

// isOwnHost reports whether a Host header names the host of the site's public address.
func isOwnHost(host string, s *site.Site) bool {
	return s.Provider() != nil && strings.EqualFold(host, s.Provider().Base().Host())
}

// Handler answers requests for the files of a site, and for its oEmbed answers.
func Handler(s *site.Site, loopbackOnly bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed, "only GET and HEAD are served")
		case loopbackOnly && !isLoopbackHost(r.Host) && !isOwnHost(r.Host, s):
			refuse(w, http.StatusMisdirectedRequest, "this server answers to localhost only; use --addr to serve others")
		case s.Provider() != nil && r.URL.Path == "/"+oembed.EndpointName:
			serveOEmbed(w, r, s.Provider())
		default:
			serveFile(w, r, s)
		}
	})
}

// serveFile sends the file that the path names, exactly.
func serveFile(w http.ResponseWriter, r *http.Request, s *site.Site) {
	name, ok := strings.CutPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f, found := s.Lookup(name)
	if !ok || !found {
		refuse(w, http.StatusNotFound, "no such file; the map is at /")
		return
	}
	setHeaders(w.Header(), f)
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

// refuse sends a short plain text. What was asked for is not repeated.
func refuse(w http.ResponseWriter, status int, why string) {
	setSafety(w.Header())
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Security-Policy", lockedPolicy)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	fmt.Fprintf(w, "%d: %s\n", status, why)
}
