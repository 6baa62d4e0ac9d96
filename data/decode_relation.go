package data

import (
	"fmt"
	"slices"
)

func (d *decoder) membership(v value) (m Membership) {
	got := d.object(v, "a membership", form{
		needs("to", func(v value) { m.To = d.reference(v, anActor) }),
		may("role", func(v value) { m.Role = d.text(v, MaxNameLength) }),
		may("since", func(v value) { m.Since = d.date(v) }),
		may("until", func(v value) { m.Until = d.date(v) }),
		may("common", func(v value) { m.Common = d.boolean(v) }),
		may("evidence", func(v value) { m.Evidence = d.facts(v, "a membership") }),
	})
	if got != nil && !m.Common && !got.has("evidence") {
		d.fault(v.spot(), "the membership has no evidence", `add the quote that proves it, or "common": true if everybody knows it`)
	}
	d.order(got.spot("until"), m.Since, m.Until)
	return m
}

func (d *decoder) relation(v value) (r Relation) {
	var proof value
	got := d.object(v, "a relation", form{
		needs("id", func(v value) { r.ID = d.define(v, aRelation) }),
		needs("from", func(v value) { r.From = d.reference(v, aNode) }),
		needs("to", func(v value) { r.To = d.reference(v, aNode) }),
		may("about", func(v value) { r.About = d.distinct(v, MaxAbout, aNode) }),
		needs("type", func(v value) { r.Type = d.relationType(v) }),
		may("stance", func(v value) { r.Stance = oneOf(d, v, "a stance", For, Against) }),
		needs("label", func(v value) { r.Label = d.text(v, MaxLabelLength) }),
		may("date", func(v value) { r.Date = d.eventDate(v) }),
		may("until", func(v value) { r.Until = d.eventDate(v) }),
		may("when", func(v value) { r.When = d.text(v, MaxPhraseLength) }),
		may("place", func(v value) { r.Place = d.name(v) }),
		may("status", func(v value) { r.Status = oneOf(d, v, "a status", Happened, Future, Hypothetical, Negated) }),
		may("if", func(v value) { r.If = d.text(v, MaxPhraseLength) }),
		may("depends_on", func(v value) { r.DependsOn = d.distinct(v, MaxDependsOn, aNode|aRelation) }),
		may("mutual", func(v value) { r.Mutual = d.boolean(v) }),
		may("amount", func(v value) { r.Amount = d.amount(v) }),
		may("reviewed", func(v value) { r.Reviewed = d.date(v) }),
		may("reply", func(v value) { r.Reply = d.reply(v) }),
		may("outcome", func(v value) { r.Outcome = d.outcome(v) }),
		needs("evidence", func(v value) { proof, r.Evidence = v, d.proofs(v) }),
	})
	if !got.has("status") {
		r.Status = Happened
	}
	if got.has("until") && !got.has("date") {
		d.fault(got.spot("until"), `"until" needs a "date"`, "add the day it began; the only date known is its date")
	}
	d.order(got.spot("until"), r.Date, r.Until)
	d.checkRelation(&r, got)
	d.checkSpeakers(&r, proof)
	d.written.ends = append(d.written.ends, relationSpots{got.spot("type"), got.spot("stance")})
	return r
}

// checkRelation applies the rules that need nothing but the relation.
func (d *decoder) checkRelation(r *Relation, got form) {
	if r.From != "" && r.From == r.To {
		d.fault(got.spot("to"), "the relation joins "+quoted(r.From)+" to itself", "name who is acted on, or put it into about")
	}
	if r.ID != "" && slices.Contains(r.DependsOn, r.ID) {
		d.fault(got.spot("depends_on"), "the relation depends on itself", "name what it hinges on")
	}
	if r.Type == "differ" && !r.Mutual {
		d.fault(got.spot("type"), `"differ" is mutual`, `add "mutual": true`)
	}
}

// checkSpeakers asks of the words of one who does not act, about a deed, a tie, an accusation or
// a threat, whether the source makes them its own.
func (d *decoder) checkSpeakers(r *Relation, proof value) {
	if !r.Type.accuses() || r.From == "" {
		return
	}
	i := 0
	proof.items(func(item value) {
		e := &r.Evidence[i]
		i++
		if e.Denies || e.Alleged != Unsaid {
			return
		}
		if !e.Attributed.Empty() || e.Speaker != "" && e.Speaker != r.From {
			d.fault(item.spot(), fmt.Sprintf(`the speaker is another than %q, who acts, and "alleged" is missing`, r.From),
				`does the source vouch for this ("alleged": false), or only report that it is said ("alleged": true)?`)
		}
	})
}

// order refuses an until that is before its beginning.
func (d *decoder) order(at spot, since, until Date) {
	if since != "" && until != "" && until.Before(since) {
		d.fault(at, fmt.Sprintf("until %s is before %s", until, since), "swap them, or mend one")
	}
}
