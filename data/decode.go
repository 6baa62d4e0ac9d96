package data

import (
	"fmt"
	"slices"
)

// dataset reads the whole document.
func (d *decoder) dataset(v value) *Dataset {
	ds := &Dataset{}
	got := d.object(v, "a dataset", []field{
		{"$schema", optional, func(v value) { d.str(v, MaxURLLength) }},
		{"id", required, func(v value) { ds.ID = d.id(v) }},
		{"title", required, func(v value) { ds.Title = d.text(v, MaxTitleLength) }},
		{"summary", optional, func(v value) { ds.Summary = d.text(v, MaxNoteLength) }},
		{"language", required, func(v value) { ds.Language = d.languageTag(v) }},
		{"updated", required, func(v value) { ds.Updated = d.date(v) }},
		{"license", optional, func(v value) { ds.License = d.str(v, MaxNoteLength) }},
		{"corrections", optional, func(v value) { ds.Corrections = list(d, v, MaxCorrections, d.correction) }},
		{"sources", optional, func(v value) { ds.Sources = list(d, v, MaxSources, d.source) }},
		{"actors", required, func(v value) { ds.Actors = list(d, v, MaxNodes, d.actor) }},
		{"issues", optional, func(v value) { ds.Issues = list(d, v, MaxNodes, d.issue) }},
		{"relations", optional, func(v value) { ds.Relations = list(d, v, MaxRelations, d.relation) }},
	})
	nodes := len(ds.Actors) + len(ds.Issues)
	if actors := got["actors"]; actors.IsArray() && len(ds.Actors) == 0 {
		d.fault(actors.spot(), "there is no actor", "a map needs at least one")
	}
	if nodes > MaxNodes && len(ds.Actors) <= MaxNodes && len(ds.Issues) <= MaxNodes {
		d.fault(got["issues"].spot(), fmt.Sprintf("%d actors and issues together are more than the %d allowed", nodes, MaxNodes), "")
	}
	return ds
}

// list reads an array of things.
func list[T any](d *decoder, v value, most int, read func(value) T) []T {
	var all []T
	d.array(v, most, func(item value) { all = append(all, read(item)) })
	return all
}

// distinct reads an array of references of which none may come twice.
func (d *decoder) distinct(v value, most int, allowed what) []string {
	seen := map[string]bool{}
	return list(d, v, most, func(item value) string {
		id := d.reference(item, allowed)
		if seen[id] && id != "" {
			d.fault(item.spot(), quoted(id)+" is listed twice", "keep one of them")
		}
		seen[id] = true
		return id
	})
}

func (d *decoder) correction(v value) (c Correction) {
	d.object(v, "a correction", []field{
		{"date", required, func(v value) { c.Date = d.date(v) }},
		{"text", required, func(v value) { c.Text = d.text(v, MaxNoteLength) }},
	})
	return c
}

func (d *decoder) source(v value) (s Source) {
	got := d.object(v, "a source", []field{
		{"id", required, func(v value) { s.ID = d.define(v, aSource) }},
		{"title", optional, func(v value) { s.Title = d.text(v, MaxTitleLength) }},
		{"publisher", optional, func(v value) { s.Publisher = d.text(v, MaxTitleLength) }},
		{"author", optional, func(v value) { s.Author = d.text(v, MaxTitleLength) }},
		{"published", optional, func(v value) { s.Published = d.date(v) }},
		{"url", optional, func(v value) { s.URL = d.address(v) }},
		{"archive", optional, func(v value) { s.Archive = d.address(v) }},
		{"language", optional, func(v value) { s.Language = d.languageTag(v) }},
	})
	if got != nil && !got.any("title", "publisher", "published") {
		d.fault(v.spot(), "a source needs a title, a publisher or a published date", "add what is known of it")
	}
	return s
}

func (d *decoder) actor(v value) (a Actor) {
	var of value
	got := d.object(v, "an actor", []field{
		{"id", required, func(v value) { a.ID = d.define(v, anActor) }},
		{"name", required, func(v value) { a.Name = d.name(v) }},
		{"kind", required, func(v value) { a.Kind = oneOf(d, v, "a kind of actor", Person, State, Organisation, Group) }},
		{"of", optional, func(v value) { of, a.Of = v, list(d, v, MaxMemberships, d.membership) }},
		{"aliases", optional, func(v value) { a.Aliases = list(d, v, MaxAliases, d.name) }},
		{"note", optional, func(v value) { a.Note = d.text(v, MaxNoteLength) }},
		{"url", optional, func(v value) { a.URL = d.address(v) }},
		{"wikidata", optional, func(v value) { a.Wikidata = d.wikidata(v) }},
		{"x", optional, func(value) {}}, // both by place
		{"y", optional, func(value) {}},
	})
	a.Place = d.place(v, got)
	if a.ID != "" && slices.ContainsFunc(a.Of, func(m Membership) bool { return m.To == a.ID }) {
		d.fault(of.spot(), quoted(a.ID)+" belongs to itself", "name the body it belongs to")
	}
	return a
}

func (d *decoder) issue(v value) (i Issue) {
	var partOf spot
	got := d.object(v, "an issue", []field{
		{"id", required, func(v value) { i.ID = d.define(v, anIssue) }},
		{"name", required, func(v value) { i.Name = d.name(v) }},
		{"part_of", optional, func(v value) { partOf, i.PartOf = v.spot(), d.reference(v, anIssue) }},
		{"aliases", optional, func(v value) { i.Aliases = list(d, v, MaxAliases, d.name) }},
		{"note", optional, func(v value) { i.Note = d.text(v, MaxNoteLength) }},
		{"url", optional, func(v value) { i.URL = d.address(v) }},
		{"wikidata", optional, func(v value) { i.Wikidata = d.wikidata(v) }},
		{"x", optional, func(value) {}}, // both by place
		{"y", optional, func(value) {}},
	})
	i.Place = d.place(v, got)
	d.written.partOf = append(d.written.partOf, partOf)
	return i
}

// name reads a name.
func (d *decoder) name(v value) Text { return d.text(v, MaxNameLength) }

// place reads the fixed position of a node, which has both coordinates or none.
func (d *decoder) place(v value, got present) *Place {
	var at Place
	x, hasX := got["x"]
	y, hasY := got["y"]
	if hasX {
		at.X = d.fraction(x)
	}
	if hasY {
		at.Y = d.fraction(y)
	}
	if hasX != hasY {
		d.fault(v.spot(), "x and y come together", "give both, or leave the place to the layout")
	}
	if !hasX || !hasY {
		return nil
	}
	return &at
}

// any reports whether one of the fields is there.
func (p present) any(names ...string) bool {
	for _, n := range names {
		if _, ok := p[n]; ok {
			return true
		}
	}
	return false
}
