// Package page renders a dataset as HTML documents that are complete without scripts:
// the page with the picture, the legend and every actor, issue, relation, quote and
// source as text, and the small document for an iframe.
//
// The markup is a contract: the panel of the live map clones <section id="n-ID"> and
// <article id="r-ID">, so that there is one renderer of a relation only.
package page

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/lang"
	"actormap/data"
	"actormap/web"
)

// SplitAbove is the number of relations above which the page holds only the actors and
// issues with their counts, and each of them has a document of its own.
const SplitAbove = 300

// A Picture is one drawing of the map: its size in CSS pixels and its address relative to
// the root of the site.
type Picture struct {
	W, H int
	Href string
}

// Assets are the addresses, relative to the root of the site, of what a document refers
// to. An empty address leaves out the element that would need it.
type Assets struct {
	Root          string // from the folder of the documents to the root of the site: "" or "../"
	OwnPolicy     bool   // documents say themselves what they may load, as no server does
	Styles        []string
	Logo          Logo // of the publisher; the zero Logo for none
	Icon          string
	Script        string // the element and the live map; without it the picture stays
	PublicScript  string // the element alone, for pages of other sites
	WasmBytes     int    // size of the program before compression, for the progress bar
	Data, Layout  string
	Licenses      string
	Types         string // of the script's interface
	ExampleStyle  string // of the page of examples
	ExampleScript string
	MovedScript   string   // of a document that leads to another
	Languages     []string // tags of catalogues that documents are wanted in beside the dataset's own
	// Pictures are by width, narrowest first, with names in a language that the dataset has;
	// those of its own language are taken where it has not the page's.
	Pictures map[string][]Picture
	Card     Picture // what a link is shown with; the zero Picture for none
	Public   Public
}

// A Logo stands at the head of each document.
type Logo struct {
	Href, Alt string
	W, H      int // px
}

// Public says where the site stands on the web. The zero Public means that it is not
// known, and leaves out what needs an absolute address.
type Public struct {
	Site                  address.Base // the root of the site
	Base                  address.Base // the folder of the map
	OEmbedJSON, OEmbedXML string       // absolute addresses of the oEmbed answers; may be empty
}

// indexPath and EmbedPath are the page and its form for an iframe, from the root of the
// site.
const (
	indexPath = "index.html"
	EmbedPath = "embed.html"
)

// A Document is one HTML file of the site.
type Document struct {
	Path  string // relative to the root of the site, with slashes
	HTML  []byte
	Moved string // address, relative to this one, of the document that it leads to; empty for all others
}

// Render returns index.html, embed.html, with a live map examples.html and, for a dataset of
// more than SplitAbove relations, n/ID.html for each actor and issue, and for what a correction has removed, and, where there are too
// many of them for the page, k/KIND.html for each kind: once for each of the renditions, in
// its folder. From the addresses of the languages that there is no rendition in, small documents
// lead to the first one. The same input gives the same bytes.
func Render(ds *data.Dataset, assets Assets) ([]Document, error) {
	renditions, err := Renditions(ds, assets.Languages)
	if err != nil {
		return nil, err
	}
	var documents []Document
	for i, r := range renditions {
		b := newBuilder(ds, r, renditions, assets)
		list, err := b.documents()
		if err == nil && i == 0 {
			var moved []Document
			moved, err = movedDocuments(b)
			list = append(list, moved...)
		}
		if err != nil {
			return nil, err
		}
		documents = append(documents, list...)
	}
	return documents, nil
}

// documents returns those of one rendition.
func (b *builder) documents() ([]Document, error) {
	templates, err := parse(b.Catalogue, "")
	if err != nil {
		return nil, err
	}
	framed, err := parse(b.Catalogue, inFrame)
	if err != nil {
		return nil, err
	}
	jobs, err := b.jobs()
	if err != nil {
		return nil, err
	}
	documents := make([]Document, 0, len(jobs))
	for _, j := range jobs {
		var out bytes.Buffer
		use := templates
		if j.path == EmbedPath {
			use = framed
		}
		if err := use.ExecuteTemplate(&out, j.template, j.view); err != nil {
			return nil, fmt.Errorf("page: rendering %s: %w", j.path, err)
		}
		documents = append(documents, Document{Path: b.folder + j.path, HTML: out.Bytes()})
	}
	return documents, nil
}

// jobs lists the documents of one rendition.
func (b *builder) jobs() ([]job, error) {
	index := b.index()
	embed := index
	embed.Policy = b.policy(EmbedPath)
	jobs := []job{{indexPath, "page", index}, {EmbedPath, "embed", embed}}
	if b.assets.ExampleScript != "" {
		examples, err := b.examples()
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, job{ExamplesPath, "examples", examples})
	}
	if b.split {
		for _, d := range b.nodeDocuments() {
			jobs = append(jobs, job{d.path(), "node-page", d})
		}
		for _, d := range b.goneDocuments() {
			jobs = append(jobs, job{d.path(), "gone-page", d})
		}
	}
	for _, d := range b.listDocuments() {
		jobs = append(jobs, job{d.Path, "list-page", d})
	}
	return jobs, nil
}

// inFrame is what a link out of a document in a frame has: most pages refuse to be shown there, and a mailbox
// opens from a sandboxed frame in a window of its own, if at all.
const inFrame template.HTMLAttr = ` target="_blank"`

// parse reads the templates, which say and tell what is in a catalogue. What render returns
// of another template may be filled into what is told. Links to other sites have outside as an attribute.
func parse(c *lang.Catalogue, outside template.HTMLAttr) (*template.Template, error) {
	var templates *template.Template
	render := func(name string, view any) (template.HTML, error) {
		var out strings.Builder
		err := templates.ExecuteTemplate(&out, name, view)
		return template.HTML(out.String()), err
	}
	templates, err := template.New("").Funcs(template.FuncMap{
		"say": c.Put, "tell": c.Tell, "render": render, "outside": func() template.HTMLAttr { return outside },
	}).ParseFS(web.Files(), "pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("page: the templates of package web do not parse: %w", err)
	}
	return templates, nil
}

// A job is one document to render.
type job struct {
	path, template string
	view           any
}
