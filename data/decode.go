package data

import (
	"fmt"
	"slices"
)

// dataset reads the whole document.
func (d *decoder) dataset(v value) *Dataset {
	ds := &Dataset{}
	got := d.object(v, "a dataset", form{
		may("$schema", func(v value) { d.str(v, MaxURLLength) }),
		needs("id", func(v value) { ds.ID = d.id(v) }),
		needs("title", func(v value) { ds.Title = d.text(v, MaxTitleLength) }),
		may("summary", func(v value) { ds.Summary = d.text(v, MaxNoteLength) }),
		needs("language", func(v value) { ds.Language = d.languageTag(v) }),
		needs("updated", func(v value) { ds.Updated = d.date(v) }),
		may("license", func(v value) { ds.License = d.str(v, MaxNoteLength) }),
		may("byline", func(v value) { ds.Byline = d.text(v, MaxTitleLength) }),
		may("publisher", func(v value) { ds.Publisher = d.text(v, MaxTitleLength) }),
		may("contact", func(v value) { ds.Contact = d.contact(v) }),
		may("corrections", func(v value) { ds.Corrections = list(d, v, MaxCorrections, d.correction) }),
		may("sources", func(v value) { ds.Sources = list(d, v, MaxSources, d.source) }),
		needs("actors", func(v value) { ds.Actors = d.actors(v) }),
		may("issues", func(v value) { ds.Issues = list(d, v, MaxNodes, d.issue) }),
		may("relations", func(v value) { ds.Relations = list(d, v, MaxRelations, d.relation) }),
		may("steps", func(v value) { ds.Steps = list(d, v, MaxSteps, d.step) }),
	})
	nodes := len(ds.Actors) + len(ds.Issues)
	if nodes > MaxNodes && len(ds.Actors) <= MaxNodes && len(ds.Issues) <= MaxNodes {
		d.fault(got.spot("issues"), fmt.Sprintf("%d actors and issues together are more than the %d allowed", nodes, MaxNodes), "")
	}
	return ds
}

// actors reads the list of actors, which has at least one.
func (d *decoder) actors(v value) []Actor {
	all := list(d, v, MaxNodes, d.actor)
	if v.IsArray() && len(all) == 0 {
		d.fault(v.spot(), "there is no actor", "a map needs at least one")
	}
	return all
}

// list reads an array of things.
func list[T any](d *decoder, v value, most int, read func(value) T) []T {
	var all []T
	d.array(v, most, func(item value) { all = append(all, read(item)) })
	return all
}

// distinct reads an array of references of which none may come twice.
func (d *decoder) distinct(v value, most int, allowed what) []string {
	return d.once(v, most, func(item value) string { return d.reference(item, allowed) })
}

// once reads an array of ids of which none may come twice.
func (d *decoder) once(v value, most int, read func(value) string) []string {
	seen := map[string]bool{}
	return list(d, v, most, func(item value) string {
		id := read(item)
		if seen[id] && id != "" {
			d.fault(item.spot(), quoted(id)+" is listed twice", "keep one of them")
		}
		seen[id] = true
		return id
	})
}

func (d *decoder) correction(v value) (c Correction) {
	d.object(v, "a correction", form{
		needs("date", func(v value) { c.Date = d.date(v) }),
		needs("text", func(v value) { c.Text = d.text(v, MaxNoteLength) }),
		may("about", func(v value) { c.About = d.corrected(v) }),
		may("removed", func(v value) { c.Removed = d.once(v, MaxCorrected, d.removed) }),
	})
	return c
}

func (d *decoder) source(v value) (s Source) {
	got := d.object(v, "a source", form{
		needs("id", func(v value) { s.ID = d.define(v, aSource) }),
		may("title", func(v value) { s.Title = d.text(v, MaxTitleLength) }),
		may("publisher", func(v value) { s.Publisher = d.text(v, MaxTitleLength) }),
		may("author", func(v value) { s.Author = d.text(v, MaxTitleLength) }),
		may("published", func(v value) { s.Published = d.date(v) }),
		may("url", func(v value) { s.URL = d.address(v) }),
		may("archive", func(v value) { s.Archive = d.address(v) }),
		may("language", func(v value) { s.Language = d.languageTag(v) }),
	})
	if got != nil && !got.has("title", "publisher", "published") {
		d.fault(v.spot(), "a source needs a title, a publisher or a published date", "add what is known of it")
	}
	return s
}

func (d *decoder) actor(v value) (a Actor) {
	var at Place
	got := d.object(v, "an actor", form{
		needs("id", func(v value) { a.ID = d.define(v, anActor) }),
		needs("name", func(v value) { a.Name = d.name(v) }),
		needs("kind", func(v value) { a.Kind = oneOf(d, v, "a kind of actor", Person, State, Organisation, Group) }),
		may("of", func(v value) { a.Of = list(d, v, MaxMemberships, d.membership) }),
		may("aliases", func(v value) { a.Aliases = list(d, v, MaxAliases, d.name) }),
		may("note", func(v value) { a.Note = d.text(v, MaxNoteLength) }),
		may("evidence", func(v value) { a.Evidence = d.facts(v, "a note") }),
		may("url", func(v value) { a.URL = d.address(v) }),
		may("wikidata", func(v value) { a.Wikidata = d.wikidata(v) }),
		may("x", func(v value) { at.X = d.fraction(v) }),
		may("y", func(v value) { at.Y = d.fraction(v) }),
	})
	a.Place = d.place(v, got, at)
	if got.has("evidence") && !got.has("note") {
		d.fault(got.spot("evidence"), "an actor's evidence proves its note, but there is no note", "add the note, or put the evidence into of or into a relation")
	}
	if a.ID != "" && slices.ContainsFunc(a.Of, func(m Membership) bool { return m.To == a.ID }) {
		d.fault(got.spot("of"), quoted(a.ID)+" belongs to itself", "name the body it belongs to")
	}
	return a
}

func (d *decoder) issue(v value) (i Issue) {
	var at Place
	got := d.object(v, "an issue", form{
		needs("id", func(v value) { i.ID = d.define(v, anIssue) }),
		needs("name", func(v value) { i.Name = d.name(v) }),
		may("part_of", func(v value) { i.PartOf = d.reference(v, anIssue) }),
		may("common", func(v value) { i.Common = d.boolean(v) }),
		may("evidence", func(v value) { i.Evidence = d.facts(v, "what an issue is part of") }),
		may("aliases", func(v value) { i.Aliases = list(d, v, MaxAliases, d.name) }),
		may("note", func(v value) { i.Note = d.text(v, MaxNoteLength) }),
		may("url", func(v value) { i.URL = d.address(v) }),
		may("wikidata", func(v value) { i.Wikidata = d.wikidata(v) }),
		may("x", func(v value) { at.X = d.fraction(v) }),
		may("y", func(v value) { at.Y = d.fraction(v) }),
	})
	i.Place = d.place(v, got, at)
	for _, proof := range [...]string{"common", "evidence"} {
		if got.has(proof) && !got.has("part_of") {
			d.fault(got.spot(proof), fmt.Sprintf("%q says that the issue is part of another, but there is no part_of", proof), "name the issue in part_of, or leave it out")
		}
	}
	d.written.partOf = append(d.written.partOf, got.spot("part_of"))
	return i
}

// corrected reads what a correction is about.
func (d *decoder) corrected(v value) []string {
	first := len(d.written.references)
	all := d.distinct(v, MaxCorrected, aNode|aRelation)
	for i := first; i < len(d.written.references); i++ {
		d.written.references[i].gone = true
	}
	return all
}

// removed reads the id of something that earlier versions of the file had.
func (d *decoder) removed(v value) string {
	id := d.id(v)
	d.written.removed = append(d.written.removed, reference{id: id, spot: v.spot()})
	return id
}

// name reads a name.
func (d *decoder) name(v value) Text { return d.text(v, MaxNameLength) }

// place returns the fixed position of a node, which has both coordinates or none.
func (d *decoder) place(v value, got form, at Place) *Place {
	hasX, hasY := got.has("x"), got.has("y")
	if hasX != hasY {
		d.fault(v.spot(), "x and y come together", "give both, or leave the place to the layout")
	}
	if !hasX || !hasY {
		return nil
	}
	return &at
}
