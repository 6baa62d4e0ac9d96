package server

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"actormap/cmd/actormap/page"
	"actormap/cmd/actormap/site"
)

// lockedPolicy is for an answer that is no document: it loads nothing and stands in no
// frame.
const lockedPolicy = "default-src 'none'; frame-ancestors 'none'"

// setHeaders says everything about a file but its encoding and length.
func (handler *Handler) setHeaders(h http.Header, s *site.Site, f *site.File) {
	setSafety(h)
	h.Set("Content-Type", f.Type)
	h.Set("Content-Security-Policy", page.ContentPolicy(s.Base())+"; frame-ancestors "+handler.frameAncestors(f.Path))
	if f.Compressible() {
		h.Set("Vary", "Accept-Encoding")
	}
	if f.Hashed {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	if f.Hashed || f.Lasts || page.IsNodePage(f.Path) {
		// A sandboxed embed has an opaque origin: even its own site is another one.
		h.Set("Access-Control-Allow-Origin", "*")
		allowIsolated(h)
	}
	if page.IsFrame(f.Path) {
		allowIsolated(h)
	}
}

// allowIsolated lets pages of other sites load an answer that isolate themselves by a Cross-Origin-Embedder-Policy.
func allowIsolated(h http.Header) { h.Set("Cross-Origin-Resource-Policy", "cross-origin") }

// setSafety sets what every answer has, errors included.
func setSafety(h http.Header) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	// In a page that isolates itself, a frame and its worker must do so, too. Nothing of a map comes from elsewhere.
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	h.Set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")
}

// frameAncestors says who may show a document in a frame: the embed, and the documents
// that it links to, everybody, or whoever was named; the rest this site only.
func (handler *Handler) frameAncestors(name string) string {
	switch {
	case !page.IsFrame(name):
		return "'self'"
	case handler.options.FrameAncestors == "":
		return "*"
	}
	return handler.options.FrameAncestors
}

// ParseAncestors reads the sources that may frame a map, as they stand in a
// Content-Security-Policy: 'self', 'none', * or origins such as https://example.org, with
// blanks between them.
func ParseAncestors(text string) (string, error) {
	sources := strings.Fields(text)
	if len(sources) == 0 {
		return "", errors.New("it names nobody; 'none' keeps everybody out, * lets everybody in")
	}
	for _, s := range sources {
		if (s == "'none'" || s == "*") && len(sources) > 1 {
			return "", fmt.Errorf("%s must stand alone", s)
		}
		if s != "'none'" && s != "'self'" && s != "*" && !ancestor.MatchString(s) {
			return "", errors.New("it must hold 'self', 'none', * or origins such as https://example.org and https://*.example.org, with blanks between them")
		}
	}
	return strings.Join(sources, " "), nil
}

// ancestor is an origin as a source of a policy, where its first label may be a star.
var ancestor = regexp.MustCompile(`^https?://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:([0-9]{1,5}|\*))?$`)
