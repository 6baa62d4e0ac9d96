package page

import (
	"bytes"
	"fmt"
	"slices"

	"actormap/cmd/actormap/lang"
	"actormap/data"
)

// movedDocument leads from an address where there was a document to another one.
type movedDocument struct {
	document
	Href string // relative
}

// Discovery tells that it is not embedded.
func (movedDocument) Discovery() Public { return Public{} }

// movedDocuments are what stands at the addresses of the languages that there is no rendition in. Maps of up to
// SplitAbove relations were once built in every language, and links to those pages are still about. Each leads
// to the same document in the first rendition, which b builds; a script keeps the query and the fragment.
func movedDocuments(b *builder) ([]Document, error) {
	if b.split {
		return nil, nil
	}
	all, err := lang.All()
	if err != nil {
		return nil, err
	}
	templates, err := parse(b.Catalogue, "")
	if err != nil {
		return nil, err
	}
	files := []string{indexPath, EmbedPath}
	if b.assets.ExampleScript != "" {
		files = append(files, ExamplesPath)
	}
	var list []Document
	for _, c := range all {
		if slices.ContainsFunc(b.renditions, func(r Rendition) bool { return r.Words.Tag == c.Tag }) {
			continue
		}
		for _, file := range files {
			var out bytes.Buffer
			d := movedDocument{b.document("../", file, nil), "../" + file}
			if err := templates.ExecuteTemplate(&out, "moved", d); err != nil {
				return nil, fmt.Errorf("page: rendering %s/%s: %w", c.Tag, file, err)
			}
			list = append(list, Document{Path: c.Tag + "/" + file, HTML: out.Bytes(), Moved: d.Href})
		}
	}
	return list, nil
}

// goneDocument stands at the address of what a correction has removed from a large map.
type goneDocument struct {
	document
	ID          string
	Corrections []correction
}

// Discovery tells that it is not embedded.
func (goneDocument) Discovery() Public { return Public{} }

// path is where the document is written.
func (d goneDocument) path() string { return nodePath(d.ID) }

// goneDocuments build one for each id that was removed, be it of a node, which had its document there, or
// of a relation, which may have its node's id in links that were made by hand.
func (b *builder) goneDocuments() []goneDocument {
	var list []goneDocument
	done := map[string]bool{}
	for i := range b.ds.Corrections {
		for _, id := range b.ds.Corrections[i].Removed {
			if _, there := b.kinds[id]; there || done[id] {
				continue
			}
			done[id] = true
			at := place{split: true, node: id}
			d := goneDocument{b.document(b.root+"../", nodeHref(id), nil), id,
				b.corrections(at, func(c *data.Correction) bool { return slices.Contains(c.Removed, id) })}
			d.HeadTitle = b.Say("corrections.title") + " · " + d.HeadTitle
			d.Unlisted = true
			list = append(list, d)
		}
	}
	return list
}

// removals are the corrections that have removed something, for the document of a node: links to a relation
// lead to that of the node that it started from, and what has gone is told there.
func (b *builder) removals(at place) []correction {
	return b.corrections(at, func(c *data.Correction) bool { return len(c.Removed) > 0 })
}
