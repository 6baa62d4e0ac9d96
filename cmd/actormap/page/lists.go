package page

import (
	"cmp"
	"slices"
	"strings"
)

// listDocuments builds the lists of all actors and issues of each kind, by name, for a
// dataset with too many of them for the page; else none.
func (b *builder) listDocuments() []listDocument {
	if b.most == nil {
		return nil
	}
	at := place{split: true}
	entries := map[string][]listEntry{}
	for i := range b.graph.Nodes {
		id := b.graph.Nodes[i].ID
		link := b.nodeLink(id, at)
		link.Href = "../" + link.Href
		kind := b.kinds[id]
		entries[kind] = append(entries[kind], listEntry{link, b.degree[id], b.countWords(b.degree[id], b.claims[id])})
	}
	var list []listDocument
	for _, g := range b.groups(at) {
		d := listDocument{b.document(b.root+"../", g.Page, nil), g.Page, g.Heading, g.All, entries[strings.TrimPrefix(g.ID, "g-")]}
		d.HeadTitle = b.known("kinds.", strings.TrimPrefix(g.ID, "g-")) + " · " + d.HeadTitle
		slices.SortStableFunc(d.Entries, func(x, y listEntry) int {
			return cmp.Compare(strings.ToLower(x.Node.Name.Text), strings.ToLower(y.Node.Name.Text))
		})
		list = append(list, d)
	}
	return list
}
