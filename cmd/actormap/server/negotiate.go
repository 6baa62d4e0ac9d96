package server

import (
	"strconv"
	"strings"

	"actormap/cmd/actormap/site"
)

// A form is a body as it goes out.
type form struct {
	encoding string // Content-Encoding; empty for the body as it is
	body     []byte
	tag      string // entity tag, with its quotation marks
}

// choose picks the smallest form of a file that the client takes.
func choose(f *site.File, acceptEncoding string) form {
	best := form{body: f.Body, tag: `"` + f.Hash + `"`}
	for _, c := range []form{
		{"br", f.Brotli(), `"` + f.Hash + `-br"`},
		{"gzip", f.Gzip(), `"` + f.Hash + `-gz"`},
	} {
		if c.body != nil && len(c.body) < len(best.body) && accepts(acceptEncoding, c.encoding) {
			best = c
		}
	}
	return best
}

// accepts reports whether an Accept-Encoding header allows a coding: named with a weight
// above zero, or covered by a star and not named (RFC 9110, 12.5.3).
func accepts(header, coding string) bool {
	star := false
	for item := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(item, ";")
		name = strings.TrimSpace(name)
		positive := weight(parameters) > 0
		if strings.EqualFold(name, coding) {
			return positive
		}
		if name == "*" {
			star = positive
		}
	}
	return star
}

// weight reads "q=0.5"; what cannot be read counts as zero, no parameter as one.
func weight(parameters string) float64 {
	parameters = strings.TrimSpace(parameters)
	if parameters == "" {
		return 1
	}
	key, value, _ := strings.Cut(parameters, "=")
	if !strings.EqualFold(strings.TrimSpace(key), "q") {
		return 0
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || q < 0 || q > 1 {
		return 0
	}
	return q
}

// matches reports whether an If-None-Match header names the tag, or any by a star. The
// comparison is the weak one, as RFC 9110, 13.1.2 asks.
func matches(header, tag string) bool {
	for item := range strings.SplitSeq(header, ",") {
		item = strings.TrimSpace(item)
		if item == "*" || strings.TrimPrefix(item, "W/") == tag {
			return true
		}
	}
	return false
}
