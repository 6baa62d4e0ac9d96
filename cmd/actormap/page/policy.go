package page

import (
	"path"
	"strings"

	"actormap/cmd/actormap/address"
)

// contentPolicy is the Content-Security-Policy of every document, without frame-ancestors: the server adds that. It
// forbids inline and evaluated scripts. WebAssembly needs the one word 'wasm-unsafe-eval', and the Worker of a
// sandboxed frame needs a blob: address.
const contentPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; " +
	"style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
	"require-trusted-types-for 'script'; trusted-types actor-map"

// ContentPolicy returns what the documents of a site may load. Where the site stands, if that is known, is
// named beside 'self': in a sandboxed frame WebKit takes 'self' for nobody.
func ContentPolicy(site address.Base) string {
	if !site.Known() {
		return contentPolicy
	}
	return strings.ReplaceAll(contentPolicy, "'self'", "'self' "+site.Origin())
}

// policy is what a document says about itself, as its server says nothing. One that other sites show in their frames,
// which are sandboxed as often as not, stays without where nothing but 'self' could be named.
func (b *builder) policy(href string) string {
	site := b.assets.Public.Site
	if !b.assets.OwnPolicy || IsFrame(href) && !site.Known() {
		return ""
	}
	return ContentPolicy(site)
}

// IsFrame reports whether a file is a document that other sites may show in a frame: the embed, and what it links to.
func IsFrame(name string) bool { return path.Base(name) == EmbedPath || IsNodePage(name) }

// IsNodePage reports whether a file is the page of an actor or issue, n/ID.html in the
// folder of its map or of a language.
func IsNodePage(name string) bool { return path.Base(path.Dir(name)) == "n" }
