package page

import (
	"slices"

	"actormap/data"
	"actormap/wasm/graph"
)

// How much the map in words names: as much as is heard in about a minute.
const (
	mostNamed  = 5  // nodes
	standsTold = 10 // relations of each side
)

// inWords is the map for those who do not see it: how much is on it, who is most connected,
// and who stands against whom, and with whom, by what the sources say.
type inWords struct {
	Counts        string
	Sum           string // what the relations are; empty without any
	Most          []listEntry
	Against, With stands
	Claims        stands // what is only claimed, or denied: no part of the others
}

// stands are relations between actors that have a side, in short; More counts those left out.
type stands struct {
	Claims []claim
	More   string
}

// inWords builds the map in words.
func (b *builder) inWords(at place) inWords {
	w := inWords{Counts: b.counts(), Against: b.stands(at, b.between(graph.Conflict)), With: b.stands(at, b.between(graph.Cooperation))}
	w.Claims = b.stands(at, func(r *data.Relation) bool { return r.Standing().Claim() })
	if len(b.ds.Relations) > 0 {
		w.Sum = b.sumWords(b.sumOf(b.allRelations()))
	}
	for _, i := range b.graph.MostConnected(mostNamed) {
		id := b.graph.Nodes[i].ID
		if n := b.degree[id]; n > 0 {
			w.Most = append(w.Most, listEntry{b.nodeLink(id, at), n, b.countWords(n, b.claims[id])})
		}
	}
	slices.SortStableFunc(w.Most, func(x, y listEntry) int { return y.Count - x.Count })
	return w
}

// between returns whether a relation joins two actors and is drawn with an ink. What did not
// happen is no stand.
func (b *builder) between(ink graph.Polarity) func(r *data.Relation) bool {
	return func(r *data.Relation) bool {
		drawn, _ := b.inkOf(r)
		return drawn == ink && r.Status != data.Negated && b.actors[r.From] != nil && b.actors[r.To] != nil
	}
}

// stands lists the relations that keep says yes to, those of the most connected actors first.
func (b *builder) stands(at place, keep func(r *data.Relation) bool) stands {
	list := slices.DeleteFunc(b.allRelations(), func(r *data.Relation) bool { return !keep(r) })
	slices.SortStableFunc(list, func(x, y *data.Relation) int { return b.degree[y.From] - b.degree[x.From] })
	var s stands
	if more := len(list) - standsTold; more > 0 {
		s.More = b.Say("n.more", "n", more)
		list = list[:standsTold]
	}
	for _, r := range list {
		s.Claims = append(s.Claims, b.claim(r, at))
	}
	return s
}
