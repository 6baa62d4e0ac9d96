package lang

import (
	"strings"

	"actormap/data"
)

// Claim tells who says a relation that is a claim and who denies it, "says Politician D; denied by
// the Treasurer", with names in the language asked for; empty for what is no claim. web/src/reader/claim-words.js
// says the same.
func (c *Catalogue) Claim(ds *data.Dataset, r *data.Relation, language string) string {
	if !r.Standing().Claim() {
		return ""
	}
	var parts []string
	if says := c.names(ds, ds.Says(r), language); len(says) > 0 {
		parts = append(parts, c.Say("claim.says", "n", len(says), "names", strings.Join(says, c.Say("list.comma"))))
	}
	if denies := c.names(ds, ds.Denies(r), language); len(denies) > 0 {
		parts = append(parts, c.Say("claim.denied", "names", strings.Join(denies, c.Say("list.comma"))))
	}
	return strings.Join(parts, c.Say("list.semicolon"))
}

// names lists what those are called who say or deny something.
func (c *Catalogue) names(ds *data.Dataset, vouchers []data.Voucher, language string) (list []string) {
	for _, v := range vouchers {
		name := nameOf(ds, v, language)
		if v.Unnamed {
			name = c.Say("claim.unnamed", "source", name)
		}
		list = append(list, name)
	}
	return list
}

// nameOf is what somebody is called in a language.
func nameOf(ds *data.Dataset, v data.Voucher, language string) string {
	name, _, id := ds.NameOf(v)
	if words, _ := name.In(language, ds.Language); words != "" {
		return words
	}
	return id
}
