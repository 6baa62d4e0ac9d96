package data

import (
	"fmt"
	"strings"
)

// review adds the warnings: what may be as it is, and that somebody should look at all the
// same. It reads along the file once more, as only checkers ask for it: the viewer's program
// is the lighter for it.
func review(d *decoder, ds *Dataset, root value) {
	w := reviewer{d: d, ds: ds, sound: len(d.found.kept) == 0, used: map[reference]bool{}, removed: map[string]bool{}}
	for _, r := range d.written.references {
		w.used[reference{id: r.id, allowed: r.allowed & aSource}] = true
	}
	w.texts(root, "")
	along(member(root, "corrections"), ds.Corrections, w.correction)
	along(member(root, "sources"), ds.Sources, w.source)
	along(member(root, "actors"), ds.Actors, w.actor)
	along(member(root, "issues"), ds.Issues, w.issue)
	along(member(root, "relations"), ds.Relations, w.relation)
	w.namesakes(member(root, "actors"))
	w.pins(member(root, "actors"), member(root, "issues"))
}

// A reviewer warns of what is in a dataset.
type reviewer struct {
	d     *decoder
	ds    *Dataset
	sound bool               // there is no error
	used  map[reference]bool // without spots; allowed is aSource or none

	removed map[string]bool // ids, by the corrections so far
}

// warn reports what somebody should look at.
func (w *reviewer) warn(at spot, cause, cure string) {
	w.d.found.add(fault{offset: at.offset, at: at.at, cause: cause, cure: cure, severity: Warning})
}

// member returns the first field of that name, a value that does not exist where there is none.
func member(v value, name string) (found value) {
	if !v.IsObject() {
		return value{}
	}
	v.fields(func(key, field value) {
		if key.Str == name && !found.Exists() {
			found = field
		}
	})
	return found
}

// along calls visit with each element of an array and what has been read of it.
func along[T any](v value, read []T, visit func(value, *T)) {
	if !v.IsArray() {
		return
	}
	i := 0
	v.items(func(item value) {
		if i < len(read) {
			visit(item, &read[i])
		}
		i++
	})
}

func (w *reviewer) source(v value, s *Source) {
	if w.sound && !w.used[reference{id: s.ID, allowed: aSource}] {
		w.warn(member(v, "id").spot(), "nothing is taken from the source "+quoted(s.ID), "remove it, or name it in the evidence that is taken from it")
	}
}

func (w *reviewer) actor(v value, a *Actor) {
	if a.Kind == Person && !a.Note.Empty() && len(a.Evidence) == 0 {
		w.warn(member(v, "note").spot(), "nothing proves this note on a person, and readers see it as the editor's", `add "evidence", or look at it once more`)
	}
	w.proofs(member(v, "evidence"), a.Evidence)
	along(member(v, "of"), a.Of, func(v value, m *Membership) {
		w.membership(v, a, m)
		w.proofs(member(v, "evidence"), m.Evidence)
	})
}

// membership warns of what is called common knowledge and can be disputed.
func (w *reviewer) membership(v value, a *Actor, m *Membership) {
	if !m.Common || len(m.Evidence) > 0 {
		return
	}
	at := member(v, "common").spot()
	if !m.Role.Empty() {
		w.warn(at, "a role is said to be common knowledge", "add the evidence that proves it, or leave the role out")
		return
	}
	for i := range w.ds.Actors {
		if to := &w.ds.Actors[i]; a.Kind == Person && to.ID == m.To && (to.Kind == Group || to.Kind == Organisation) {
			w.warn(at, fmt.Sprintf("that %s belongs to %s is said to be common knowledge", quoted(a.ID), quoted(to.ID)), "add the evidence that proves it")
		}
	}
}

func (w *reviewer) issue(v value, i *Issue) {
	if w.sound && !w.used[reference{id: i.ID}] {
		w.warn(member(v, "id").spot(), "nothing is about the issue "+quoted(i.ID), "remove it, or add what is about it")
	}
	if i.PartOf != "" && !i.Common && len(i.Evidence) == 0 {
		w.warn(member(v, "part_of").spot(), "nothing proves that the issue is part of "+quoted(i.PartOf), `add "evidence", or "common": true if everybody knows it`)
	}
	w.proofs(member(v, "evidence"), i.Evidence)
}

// proofs warns of quotes by language.
func (w *reviewer) proofs(v value, evidence []Evidence) {
	along(v, evidence, func(v value, e *Evidence) {
		quote := member(v, "quote")
		if !quote.IsObject() {
			return
		}
		cure := "`actormap check -fix` moves the others into \"translation\""
		beside := member(v, "translation")
		switch version := doubled(quote, beside); {
		case len(e.Quote.tagged) > 0:
			cure = `none is in the language of its source: give the source its "language"`
		case beside.Exists() && !beside.IsObject():
			cure = `give the translation its language, {"de": "..."}: then ` + cure
		case version != "":
			cure = fmt.Sprintf("the translation has %s, too: remove one of the two, then %s", quoted(version), cure)
		}
		w.warn(quote.spot(), "a quote is one text in its source's language, and this one has a version for each language", cure)
	})
}

// doubled returns the first language that a quote and its translation both have a version for; "" for none.
func doubled(quote, translation value) (tag string) {
	quote.fields(func(key, _ value) {
		if tag == "" && member(translation, key.Str).Exists() {
			tag = key.Str
		}
	})
	return tag
}

// namesakes warns of actors that a reader cannot tell apart.
func (w *reviewer) namesakes(actors value) {
	type name struct{ tag, text string }
	first := map[name]string{}
	along(actors, w.ds.Actors, func(v value, a *Actor) {
		for _, version := range a.Name.All() {
			n := name{strings.ToLower(version.Tag), strings.TrimSpace(version.Text)}
			other, taken := first[n]
			if !taken {
				first[n] = a.ID
			} else if other != a.ID {
				w.warn(member(v, "name").spot(), fmt.Sprintf("%s and %s are both named %s", quoted(other), quoted(a.ID), quoted(n.text)),
					"if they are one, make them one; else add to the names what tells them apart")
				return
			}
		}
	})
}

// pins warns of nodes that cover each other.
func (w *reviewer) pins(actors, issues value) {
	first := map[Place]string{}
	look := func(v value, id string, at *Place) {
		if at == nil {
			return
		}
		if other, taken := first[*at]; taken {
			w.warn(member(v, "x").spot(), fmt.Sprintf("%s and %s are pinned at one place, and one covers the other", quoted(other), quoted(id)), "move one of them, or leave its place to the layout")
			return
		}
		first[*at] = id
	}
	along(actors, w.ds.Actors, func(v value, a *Actor) { look(v, a.ID, a.Place) })
	along(issues, w.ds.Issues, func(v value, i *Issue) { look(v, i.ID, i.Place) })
}
