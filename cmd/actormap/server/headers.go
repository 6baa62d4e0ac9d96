package server

import (
	"net/http"
	"strings"

	"actormap/cmd/actormap/page"
	"actormap/cmd/actormap/site"
)

// contentPolicy is the Content-Security-Policy but for who may frame the document. It
// allows neither inline nor evaluated script; WebAssembly needs the one word
// 'wasm-unsafe-eval', a Worker of a sandboxed frame a blob: address.
const contentPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; " +
	"style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
	"require-trusted-types-for 'script'; trusted-types actor-map; frame-ancestors "

// lockedPolicy is for an answer that is no document: it loads nothing and stands in no
// frame.
const lockedPolicy = "default-src 'none'; frame-ancestors 'none'"

// setHeaders says everything about a file but its encoding and length.
func setHeaders(h http.Header, f *site.File) {
	setSafety(h)
	h.Set("Content-Type", f.Type)
	h.Set("Content-Security-Policy", contentPolicy+frameAncestors(f.Path))
	if f.Compressible() {
		h.Set("Vary", "Accept-Encoding")
	}
	if f.Hashed {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	if f.Hashed || f.Lasts || isNodePage(f.Path) {
		// A sandboxed embed has an opaque origin: even its own site is another one.
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	}
}

// setSafety sets what every answer has, errors included.
func setSafety(h http.Header) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")
}

// frameAncestors says who may show a document in a frame: the embed, and the documents
// that it links to, everybody; the rest this site only.
func frameAncestors(path string) string {
	if path == page.EmbedPath || strings.HasSuffix(path, "/"+page.EmbedPath) || isNodePage(path) {
		return "*"
	}
	return "'self'"
}

// isNodePage reports whether a file is the document of one node, in any language.
func isNodePage(path string) bool {
	return strings.HasPrefix(path, "n/") || strings.Contains(path, "/n/")
}
