package page

import (
	"slices"
	"strings"

	"actormap/data"
	"actormap/wasm/graph"
)

// pairID is the anchor of a pair of nodes. No id holds two hyphens in a row, so that no other
// pair has the same.
func pairID(a, b string) string { return "p-" + min(a, b) + "--" + max(a, b) }

// inkOf returns the ink that a relation is drawn with, and whether its pair has both signs.
func (b *builder) inkOf(r *data.Relation) (ink graph.Polarity, mixed bool) {
	i := b.graph.EdgeByID(r.ID)
	if i < 0 {
		return graph.Neutral, false
	}
	return b.graph.Edges[i].Style.Polarity, b.graph.Edges[i].Mixed
}

// mixedWith links a relation of a mixed pair that has a side itself to what the pair has of
// both; nil for others.
func (b *builder) mixedWith(r *data.Relation, at place) *pairLink {
	ink, mixed := b.inkOf(r)
	if !mixed || ink != graph.Cooperation && ink != graph.Conflict {
		return nil
	}
	return &pairLink{"#" + pairID(r.From, r.To), b.mixedWords(ink)}
}

// contrasts collects the pairs and the disputes among relations.
func (b *builder) contrasts(relations []*data.Relation, at place) contrasts {
	var c contrasts
	index := map[string]int{} // of c.Pairs
	for _, r := range relations {
		if slices.ContainsFunc(r.Evidence, func(e data.Evidence) bool { return e.Denies }) {
			c.Disputes = append(c.Disputes, dispute{b.ref(r, at), b.disputeWords(r.Evidence)})
		}
		ink, mixed := b.inkOf(r)
		if !mixed || ink != graph.Cooperation && ink != graph.Conflict {
			continue
		}
		id := pairID(r.From, r.To)
		i, known := index[id]
		if !known {
			i = len(c.Pairs)
			index[id] = i
			c.Pairs = append(c.Pairs, pair{ID: id, A: b.nodeLink(r.From, at), B: b.nodeLink(r.To, at),
				Sides: []side{{Title: b.Tell("contrasts.cooperation")}, {Title: b.Tell("contrasts.conflict")}}})
		}
		half := &c.Pairs[i].Sides[0]
		if ink == graph.Conflict {
			half = &c.Pairs[i].Sides[1]
		}
		c := b.claim(r, at)
		if proofs := newestFirst(b.evidence(r.Evidence, at)); len(proofs) > 0 {
			c.Evidence = &proofs[0]
		}
		half.Claims = append(half.Claims, c)
	}
	return c
}

// claim builds a relation in short, without a quote.
func (b *builder) claim(r *data.Relation, at place) claim {
	return claim{Ref: b.ref(r, at), Span: span{b.dated(r.Date), b.dated(r.Until)}, Who: b.who(r, at)}
}

// allRelations lists the relations of the dataset.
func (b *builder) allRelations() []*data.Relation {
	list := make([]*data.Relation, len(b.ds.Relations))
	for i := range b.ds.Relations {
		list[i] = &b.ds.Relations[i]
	}
	return list
}

// relationsAt lists the relations that end at a node.
func (b *builder) relationsAt(id string) []*data.Relation {
	return slices.DeleteFunc(slices.Clone(b.around[id]), func(r *data.Relation) bool { return r.From != id && r.To != id })
}

// mixedWords says of a relation that there is the opposite too.
func (b *builder) mixedWords(ink graph.Polarity) string {
	if ink == graph.Cooperation {
		return b.Say("contrasts.alsoConflict")
	}
	return b.Say("contrasts.alsoCooperation")
}

// disputeWords counts the two sides of a disputed relation.
func (b *builder) disputeWords(list []data.Evidence) string {
	denials := 0
	for _, e := range list {
		if e.Denies {
			denials++
		}
	}
	parts := []string{b.Say("n.denials", "n", denials)}
	if says := len(list) - denials; says > 0 {
		parts = []string{b.Say("n.says", "n", says), parts[0]}
	}
	return strings.Join(parts, b.Say("list.comma"))
}
