package query

import (
	"slices"

	"actormap/data"
	"actormap/wasm/graph"
)

// matches reports whether edge e is kept by every facet.
func (q *Query) matches(g *graph.Graph, e int, r *data.Relation) bool {
	for _, f := range Facets {
		if kept := q.Filter[f]; len(kept) > 0 && !slices.ContainsFunc(values(g, e, r, f), func(v string) bool { return slices.Contains(kept, v) }) {
			return false
		}
	}
	return true
}

// values returns what edge e is, of one facet.
func values(g *graph.Graph, e int, r *data.Relation, f Facet) (out []string) {
	l := &g.Edges[e]
	switch f {
	case Kind:
		return []string{g.Nodes[l.From].Kind.String(), g.Nodes[l.To].Kind.String()}
	case Class:
		info, _ := r.Type.Info()
		return []string{string(info.Class)}
	case Status:
		return []string{string(r.Status)}
	case Standing:
		return []string{string(l.Standing)}
	case Issue:
		for _, i := range append([]int{l.From, l.To}, l.About...) {
			if g.Nodes[i].Kind == graph.Issue {
				out = append(out, g.Nodes[i].ID)
			}
		}
	case Speaker:
		for i := range r.Evidence {
			if r.Evidence[i].Speaker == "" {
				out = append(out, NoSpeaker)
			} else {
				out = append(out, r.Evidence[i].Speaker)
			}
		}
	case Source:
		for i := range r.Evidence {
			out = append(out, r.Evidence[i].Source)
		}
	}
	return out
}
