package page

import (
	"net/url"

	"actormap/data"
)

// place is where a link stands; it decides what the link has to say.
type place struct {
	split bool   // nodes have documents of their own
	node  string // id of the node whose own document this is; empty on the page
}

// nodePath is the path of a node's own document from the root of the site.
func nodePath(id string) string { return "n/" + id + ".html" }

// nodeHref is the relative address of a node's document as a link needs it.
func nodeHref(id string) string { return "n/" + url.PathEscape(id) + ".html" }

// listHref is the address of the list of all nodes of a kind, from the root of the site.
func listHref(kind string) string { return "k/" + kind + ".html" }

// toNode is the address of an actor or issue.
func (p place) toNode(id string) string {
	switch {
	case !p.split || p.node == id:
		return "#n-" + id
	case p.node != "":
		return "../" + nodeHref(id)
	}
	return nodeHref(id)
}

// relation is the address of a relation's article.
func (p place) relation(r *data.Relation) string {
	switch {
	case !p.split || p.node == r.From || p.node != "" && p.node == r.To:
		return "#r-" + r.ID
	case p.node != "":
		return "../" + nodeHref(r.From) + "#r-" + r.ID
	}
	return nodeHref(r.From) + "#r-" + r.ID
}
