package page

import (
	"strings"

	"actormap/data"
	"actormap/wasm/graph"
)

// sum counts relations. Each one counts once, so that the parts add up to All: a claim as a
// claim, else by whether it has happened, and what has happened by its sign.
type sum struct {
	All                                                int
	Cooperative, Conflictual, Neutral                  int // stated and happened
	Announced, Hypothetical, Negated, Claims, Unproved int
}

// sumOf counts relations by what they are drawn as.
func (b *builder) sumOf(relations []*data.Relation) sum {
	s := sum{All: len(relations)}
	for _, r := range relations {
		*s.partOf(b, r)++
	}
	return s
}

// partOf returns the part of s that a relation counts in.
func (s *sum) partOf(b *builder, r *data.Relation) *int {
	switch standing := r.Standing(); {
	case standing == data.NoProof:
		return &s.Unproved
	case standing.Claim():
		return &s.Claims
	}
	switch r.Status {
	case data.Future:
		return &s.Announced
	case data.Hypothetical:
		return &s.Hypothetical
	case data.Negated:
		return &s.Negated
	}
	switch ink, _ := b.inkOf(r); ink {
	case graph.Cooperation:
		return &s.Cooperative
	case graph.Conflict:
		return &s.Conflictual
	}
	return &s.Neutral
}

// countWords says how many relations there are, claims apart, so that the parts add up: "2 relations, 3 claims".
func (v vocabulary) countWords(all, claims int) string {
	facts := v.Say("n.relations", "n", all-claims)
	switch {
	case claims == 0:
		return facts
	case claims == all:
		return v.Say("n.claims", "n", claims)
	}
	return facts + v.Say("list.comma") + v.Say("n.claims", "n", claims)
}

// sumWords says a sum: how many statements, then each part that is not empty.
func (v vocabulary) sumWords(s sum) string {
	var parts []string
	for _, part := range []struct {
		key string
		n   int
	}{
		{"sum.cooperative", s.Cooperative}, {"sum.conflictual", s.Conflictual}, {"sum.neutral", s.Neutral},
		{"sum.announced", s.Announced}, {"sum.hypothetical", s.Hypothetical}, {"sum.negated", s.Negated},
		{"n.claims", s.Claims}, {"sum.unproved", s.Unproved},
	} {
		if part.n > 0 {
			parts = append(parts, v.Say(part.key, "n", part.n))
		}
	}
	return v.Say("sum.said", "all", v.Say("sum.all", "n", s.All), "parts", strings.Join(parts, v.Say("list.comma")))
}
