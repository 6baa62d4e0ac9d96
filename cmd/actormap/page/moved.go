package page

import (
	"bytes"
	"fmt"
	"slices"

	"actormap/cmd/actormap/lang"
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
	templates, err := parse(b.Catalogue)
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
