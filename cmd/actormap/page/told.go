package page

import (
	"slices"
	"strings"

	"actormap/data"
)

// altTold is how many claims a text names that stands in the place of a picture: a screen reader says
// the whole of it at once, and the text of the page has all.
const altTold = 3

// claimsTold says in a sentence each what is only claimed or disputed, altTold of them at the most.
func (b *builder) claimsTold() []string {
	list := slices.DeleteFunc(b.allRelations(), func(r *data.Relation) bool { return !r.Standing().Claim() })
	more := len(list) - altTold
	if more > 0 {
		list = list[:altTold]
	}
	lines := make([]string, 0, len(list)+1)
	for _, r := range list {
		parts := []string{b.Say("line.sentence", "from", b.isolated(b.names[r.From].Text), "to", b.isolated(b.names[r.To].Text), "label", b.isolated(b.label(r).All()))}
		parts = append(append(parts, b.isolated(b.Claim(b.ds, r, b.Tag))), b.notes(r)...)
		lines = append(lines, strings.Join(parts, b.Say("list.semicolon"))+b.Say("stop"))
	}
	if more > 0 {
		lines = append(lines, b.Say("n.more", "n", more))
	}
	return lines
}
