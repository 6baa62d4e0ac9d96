package lang

import (
	"slices"
	"strings"

	"actormap/data"
)

// Notes lists in a few words each what must stand beside a relation wherever it is named in one line:
// that it has not happened, when it was corrected, and that whom it is about was asked, with names in
// the language asked for. That it is a claim, its label says. web/src/reader/relation-notes.js says the same.
func (c *Catalogue) Notes(ds *data.Dataset, r *data.Relation, language string) []string {
	notes := c.DeskNotes(ds, r, language)
	if key := "note." + string(r.Status); c.Has(key) {
		notes = append([]string{c.Say(key)}, notes...)
	}
	return notes
}

// DeskNotes says of a relation when it was last corrected, and that whom it is about was asked.
func (c *Catalogue) DeskNotes(ds *data.Dataset, r *data.Relation, language string) (notes []string) {
	corrected := CorrectedOn(ds, func(n *data.Correction) bool { return slices.Contains(n.About, r.ID) })
	if day, _ := c.Date(string(corrected)); day != "" {
		notes = append(notes, c.Say("corrected", "date", day))
	}
	if r.Reply != nil {
		notes = append(notes, c.Say(replyKey(r.Reply.Kind), "name", nameOf(ds, data.Voucher{Speaker: r.Reply.By}, language)))
	}
	return notes
}

// Desk says in a line each who made the map, who publishes it and where errors are reported, with names in
// the language asked for.
func (c *Catalogue) Desk(ds *data.Dataset, language string) (lines []string) {
	if byline, _ := ds.Byline.In(language, ds.Language); byline != "" {
		lines = append(lines, c.Say("desk.byline", "name", byline))
	}
	if publisher, _ := ds.Publisher.In(language, ds.Language); publisher != "" {
		lines = append(lines, c.Say("desk.publisher", "name", publisher))
	}
	if ds.Contact != "" {
		lines = append(lines, c.Say("report.to", "address", strings.TrimPrefix(ds.Contact, "mailto:")))
	}
	return lines
}

// CorrectedOn returns the day of the newest correction that counts says yes to; empty for none.
func CorrectedOn(ds *data.Dataset, counts func(*data.Correction) bool) (newest data.Date) {
	for i := range ds.Corrections {
		if c := &ds.Corrections[i]; counts(c) {
			newest = max(newest, c.Date)
		}
	}
	return newest
}

// replyKey names what the catalogue says of an answer.
func replyKey(kind data.ReplyKind) string {
	switch kind {
	case data.Declined:
		return "reply.declined"
	case data.NoAnswer:
		return "reply.none"
	}
	return "reply.statement"
}
