package page

import (
	"net/url"
	"slices"
	"strings"

	"actormap/cmd/actormap/lang"
	"actormap/data"
)

// corrections lists those that keep says yes to, the newest first.
func (b *builder) corrections(at place, keep func(*data.Correction) bool) []correction {
	var list []correction
	for i := range b.ds.Corrections {
		c := &b.ds.Corrections[i]
		if !keep(c) {
			continue
		}
		entry := correction{Date: b.dated(c.Date), Text: b.words(c.Text), Removed: c.Removed}
		for _, id := range c.About {
			entry.About = append(entry.About, b.anyLink(id, at))
		}
		list = append(list, entry)
	}
	slices.SortStableFunc(list, func(a, b correction) int { return strings.Compare(b.Date.ISO, a.Date.ISO) })
	return list
}

// correctionsOf lists the corrections that are about a node or relation.
func (b *builder) correctionsOf(id string, at place) []correction {
	return b.corrections(at, func(c *data.Correction) bool { return slices.Contains(c.About, id) })
}

// desk is who answers for the map.
func (b *builder) desk() desk {
	return desk{b.words(b.ds.Byline), b.words(b.ds.Publisher), b.ds.Contact}
}

// corrected is the day of the newest correction.
func (b *builder) corrected() date {
	return b.dated(lang.CorrectedOn(b.ds, func(*data.Correction) bool { return true }))
}

// reply builds what somebody answered when asked; nil where nobody was.
func (b *builder) reply(r *data.Reply, at place) *reply {
	if r == nil {
		return nil
	}
	return &reply{By: b.nodeLink(r.By, at), Kind: r.Kind, Date: b.dated(r.Date), Text: b.words(r.Text)}
}

// outcome builds what became of a matter; nil where nothing is known.
func (b *builder) outcome(o *data.Outcome, at place) *outcome {
	if o == nil {
		return nil
	}
	return &outcome{Text: b.words(o.Text), Date: b.dated(o.Date), Evidence: b.evidence(o.Evidence, at)}
}

// report is where an error in a relation is reported: the contact of the dataset, empty for none. A mail
// names the map and the relation in its subject (a contact has no query of its own, Parse refuses it); a web
// address is left as it is, as nobody knows what it takes, and the reader is told what to name there.
func (b *builder) report(r *data.Relation) (address, line string) {
	switch {
	case b.ds.Contact == "":
		return "", ""
	case !strings.HasPrefix(b.ds.Contact, "mailto:"):
		return b.ds.Contact, b.ds.ID + "#r-" + r.ID
	}
	subject := b.Say("report.subject", "map", b.ds.ID, "relation", r.ID)
	return b.ds.Contact + "?subject=" + strings.ReplaceAll(url.QueryEscape(subject), "+", "%20"), ""
}
