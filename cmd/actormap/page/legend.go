package page

import (
	"html/template"

	"actormap/data"
	"actormap/wasm/graph"
)

// legendGroup is one part of the legend; every sign of it stands beside words.
type legendGroup struct {
	Heading template.HTML
	Items   []legendItem
}

// legendItem is a shape or, where Shape is empty, a line.
type legendItem struct {
	Shape string
	Mark  mark
	Words template.HTML
}

// legend explains every sign of the map, also those that this dataset does not use: the
// live map is one click from others. Each line is drawn as the map draws a relation that
// the words fit.
func (v vocabulary) legend() []legendGroup {
	shape := func(name string) legendItem { return legendItem{Shape: name, Words: v.Tell("legend." + name)} }
	fact, claim, denied := data.Evidence{}, data.Evidence{Alleged: data.Yes}, data.Evidence{Denies: true}
	line := func(key string, r data.Relation, evidence ...data.Evidence) legendItem {
		r.Evidence = evidence
		return legendItem{Mark: mark{Style: graph.StyleBetweenActors(&r)}, Words: v.Tell("legend." + key)}
	}
	return []legendGroup{
		{v.Tell("legend.who"), []legendItem{
			shape("person"), shape("state"), shape("organisation"), shape("group"), shape("issue"), shape("band"),
		}},
		{v.Tell("legend.said"), []legendItem{
			line("cooperation", data.Relation{Type: "support"}, fact),
			line("conflict", data.Relation{Type: "accuse"}, fact),
			line("asks", data.Relation{Type: "request"}, fact),
			line("noSide", data.Relation{Type: "state"}, fact),
			line("mutual", data.Relation{Type: "state", Mutual: true}, fact),
		}},
		{v.Tell("legend.how"), []legendItem{
			line("thin", data.Relation{Type: "state"}, fact),
			line("thick", data.Relation{Type: "affect"}, fact),
			line("pale", data.Relation{Type: "include"}, fact),
			line("dashes", data.Relation{Type: "state", Status: data.Future}, fact),
			line("dots", data.Relation{Type: "state", Status: data.Hypothetical}, fact),
			line("struck", data.Relation{Type: "support", Status: data.Negated}, fact),
		}},
		{v.Tell("legend.claims"), []legendItem{
			line("alleged", data.Relation{Type: "state"}, claim),
			line("disputed", data.Relation{Type: "state"}, claim, denied),
			line("allegedFuture", data.Relation{Type: "state", Status: data.Future}, claim),
			line("allegedHypothetical", data.Relation{Type: "state", Status: data.Hypothetical}, claim),
			line("noProof", data.Relation{Type: "state"}),
		}},
	}
}
