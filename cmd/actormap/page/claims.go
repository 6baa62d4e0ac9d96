package page

import (
	"slices"
	"strings"

	"actormap/data"
)

// label returns the label of a relation for every place that names the relation. The label of a claim or of a
// negated relation begins with that word, and an amount of money ends it. graph.Line.Label says the same.
func (b *builder) label(r *data.Relation) words {
	w := b.words(r.Label)
	if r.Amount != nil {
		w.After = " (" + r.Amount.String() + ")"
	}
	if r.Status == data.Negated {
		w = b.wrapped("label.negated", w)
	}
	if standing := r.Standing(); standing != data.Stated {
		w = b.wrapped("label."+string(standing), w)
	}
	return w
}

// wrapped puts what the catalogue says around a label.
func (v vocabulary) wrapped(key string, w words) words {
	const hole = "\x00"
	before, after, _ := strings.Cut(v.Say(key, "label", hole), hole)
	w.Before, w.After = before+w.Before, w.After+after
	return w
}

// standingNote returns the standing for a relation's line; empty for what is stated.
func (v vocabulary) standingNote(s data.Standing) string {
	if s == data.Stated {
		return ""
	}
	return v.Say("standing." + string(s))
}

// statusCell returns the status for the table, with the standing where it is not stated, who says and who
// denies it then, and what the desk says of the relation. Of what is only claimed nobody can say that it has happened.
func (b *builder) statusCell(r *data.Relation) string {
	var parts []string
	note := b.standingNote(r.Standing())
	if note != "" {
		parts = append(parts, note)
	}
	if note == "" || r.Status != data.Happened {
		parts = append(parts, b.statusWords(r.Status))
	}
	cell := strings.Join(append(parts, b.DeskNotes(b.ds, r, b.Tag)...), b.Say("list.comma"))
	if claim := b.Claim(b.ds, r, b.Tag); claim != "" {
		cell += b.Say("list.semicolon") + claim
	}
	return cell
}

// notes lists what must stand beside a relation wherever it is named in one line.
func (b *builder) notes(r *data.Relation) []string { return b.Notes(b.ds, r, b.Tag) }

// who says a claim and who denies it; nil for what is no claim.
func (b *builder) who(r *data.Relation, at place) *who {
	if !r.Standing().Claim() {
		return nil
	}
	return &who{Says: b.vouchers(b.ds.Says(r), at), Denies: b.vouchers(b.ds.Denies(r), at)}
}

func (b *builder) vouchers(list []data.Voucher, at place) []voucher {
	var out []voucher
	for _, v := range list {
		if v.Speaker != "" {
			link := b.nodeLink(v.Speaker, at)
			out = append(out, voucher{Node: &link})
			continue
		}
		out = append(out, voucher{Words: b.named(b.ds.NameOf(v)), Unnamed: v.Unnamed})
	}
	return out
}

// saidBy lists the relations of others that a node says or denies: one who only speaks is an end
// of none.
func (b *builder) saidBy(id string, at place) refs {
	said := refs{Title: b.Tell("node.said")}
	for _, r := range b.spoken[id] {
		if !slices.Contains(b.around[id], r) {
			said.Refs = append(said.Refs, b.ref(r, at))
		}
	}
	return said
}
