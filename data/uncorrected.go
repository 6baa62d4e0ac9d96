package data

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
)

// ReadPublished reads a dataset as far as that goes, as it may be of an older form of the format; nil
// if it is not JSON. It is for [Uncorrected] only: what Parse refuses is not mended.
func ReadPublished(src []byte) *Dataset {
	ds, _ := newDecoder(false).read(src)
	return ds
}

// Unreviewed reports each relation that nobody has compared with its evidence, or of which the dataset
// does not say so.
func Unreviewed(file string, src []byte) Problems {
	d := newDecoder(false)
	ds, root := d.read(src)
	if ds == nil {
		return nil
	}
	d.found = faults{}
	along(member(root, "relations"), ds.Relations, func(v value, r *Relation) {
		if r.Reviewed == "" {
			d.fault(v.spot(), quoted(r.ID)+" is not reviewed", `let somebody else compare it with its evidence, and add "reviewed" with the day`)
		}
	})
	return d.found.problems(file, src)
}

// Uncorrected reports what was published and now reads otherwise or has gone, without a correction
// that names it: nodes and relations that are no longer there; the ends, the type, the status, the stance and the
// amount of relations; a claim that has become a fact, or is disputed no more; replies and outcomes that have gone, and statements that read
// otherwise; and quotes and speakers of whatever has evidence, and whether it proves or denies. It reports corrections that have gone, too. What is new needs no correction, and a correction that
// was published with the earlier dataset counts no more. file names the dataset in messages.
func Uncorrected(file string, was, now *Dataset) Problems {
	c := comparison{file: file, was: was, now: now, named: map[string]bool{}}
	for i := range now.Corrections {
		correction := &now.Corrections[i]
		if slices.ContainsFunc(was.Corrections, func(old Correction) bool { return reflect.DeepEqual(old, *correction) }) {
			continue
		}
		for _, id := range slices.Concat(correction.About, correction.Removed) {
			c.named[id] = true
		}
	}
	c.actors()
	c.issues()
	c.relations()
	c.corrections()
	return c.found
}

// A comparison collects what differs between two versions of a dataset.
type comparison struct {
	file     string
	was, now *Dataset
	named    map[string]bool // by the new corrections
	found    Problems
}

// changed reports a change, unless a correction names it. where is its path in the new dataset, "" for what
// has gone.
func (c *comparison) changed(id, where, cause string) {
	if c.named[id] {
		return
	}
	list := "about"
	if where == "" {
		list = "removed"
	}
	c.found = append(c.found, Problem{File: c.file, Path: where, Cause: cause + ", and no new correction names it",
		Cure: fmt.Sprintf(`tell readers in "corrections", with %q: [%q]`, list, id)})
}

func (c *comparison) actors() {
	for _, old := range c.was.Actors {
		i := slices.IndexFunc(c.now.Actors, func(a Actor) bool { return a.ID == old.ID })
		if i < 0 {
			c.changed(old.ID, "", "the actor "+quoted(old.ID)+" was published and has gone")
			continue
		}
		where := fmt.Sprintf("actors[%d]", i)
		c.proofs(old.ID, where, "its note", old.Evidence, c.now.Actors[i].Evidence)
		for _, of := range old.Of {
			var proofs []Evidence
			there := false
			for _, m := range c.now.Actors[i].Of {
				if m.To == of.To {
					proofs, there = append(proofs, m.Evidence...), true
				}
			}
			if !there {
				c.changed(old.ID, where, quoted(old.ID)+" was published as belonging to "+quoted(of.To)+" and does no more")
				continue
			}
			c.proofs(old.ID, where, "its membership of "+quoted(of.To), of.Evidence, proofs)
		}
	}
}

func (c *comparison) issues() {
	for _, old := range c.was.Issues {
		i := slices.IndexFunc(c.now.Issues, func(issue Issue) bool { return issue.ID == old.ID })
		if i < 0 {
			c.changed(old.ID, "", "the issue "+quoted(old.ID)+" was published and has gone")
			continue
		}
		where := fmt.Sprintf("issues[%d]", i)
		if now := c.now.Issues[i].PartOf; old.PartOf != "" && now != old.PartOf {
			c.changed(old.ID, where, "it was published as part of "+quoted(old.PartOf)+" and is no more")
			continue
		}
		c.proofs(old.ID, where, "what it is part of", old.Evidence, c.now.Issues[i].Evidence)
	}
}

func (c *comparison) relations() {
	index := map[string]int{}
	for i := range c.now.Relations {
		index[c.now.Relations[i].ID] = i
	}
	for i := range c.was.Relations {
		old := &c.was.Relations[i]
		if at, there := index[old.ID]; there {
			c.relation(old, &c.now.Relations[at], fmt.Sprintf("relations[%d]", at))
		} else {
			c.changed(old.ID, "", "the relation "+quoted(old.ID)+" was published and has gone")
		}
	}
}

// relation reports what of one relation reads otherwise. where is its path in the new dataset.
func (c *comparison) relation(old, now *Relation, where string) {
	for _, f := range [...]struct{ name, was, now string }{
		{"from", old.From, now.From}, {"to", old.To, now.To}, {"type", string(old.Type), string(now.Type)}, {"status", string(old.Status), string(now.Status)},
		{"stance", string(old.Stance), string(now.Stance)}, {"amount", amountOf(old), amountOf(now)},
	} {
		if f.was != f.now {
			c.changed(old.ID, where+"."+f.name, fmt.Sprintf("it was published as %q and is now %q", f.was, f.now))
		}
	}
	if was, is := old.Standing(), now.Standing(); was == Disputed && is != Disputed || was == Alleged && is == Stated {
		c.changed(old.ID, where+".evidence", fmt.Sprintf("it was published as %s and is now %s", was, is))
	}
	switch {
	case old.Reply == nil:
	case now.Reply == nil:
		c.changed(old.ID, where, "it was published with a reply of "+quoted(old.Reply.By)+", which has gone")
	case old.Reply.By != now.Reply.By || old.Reply.Kind == Statement && old.Reply.Text.joined() != now.Reply.Text.joined():
		c.changed(old.ID, where+".reply", "it was published with a reply of "+quoted(old.Reply.By)+", which reads otherwise now")
	}
	if old.Outcome != nil && now.Outcome == nil {
		c.changed(old.ID, where, "it was published with an outcome, which has gone")
	}
	c.proofs(old.ID, where, "it", old.Evidence, now.Evidence)
}

// amountOf writes the amount of a relation for machines; empty for none.
func amountOf(r *Relation) string {
	if r.Amount == nil {
		return ""
	}
	return r.Amount.Currency + " " + strconv.FormatFloat(r.Amount.Value, 'f', -1, 64)
}

// corrections reports those that were published and have gone: what they removed is looked for under them.
func (c *comparison) corrections() {
	for _, old := range c.was.Corrections {
		if !slices.ContainsFunc(c.now.Corrections, func(n Correction) bool { return n.Date == old.Date && reflect.DeepEqual(n.Removed, old.Removed) }) {
			c.found = append(c.found, Problem{File: c.file, Path: "corrections", Cause: "the correction of " + string(old.Date) + " was published and has gone",
				Cure: "keep it: readers look there for what it is about"})
		}
	}
}

// proofs reports the quotes that are no longer there, and those that others speak now. A quote that is given
// twice must be there twice. what they prove is for messages.
func (c *comparison) proofs(id, where, what string, was, now []Evidence) {
	type words struct{ source, quote string }
	said := func(e Evidence) words { return words{e.Source, e.Quote.joined()} }
	says := func(e, n Evidence) bool { return said(n) == said(e) && n.Denies == e.Denies }
	speaker := func(e Evidence) string { return e.Speaker + "\x00" + e.Attributed.joined() }
	left := slices.Clone(now)
	take := func(fits func(Evidence) bool) bool {
		i := slices.IndexFunc(left, fits)
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
		return i >= 0
	}
	var missed []Evidence
	for _, e := range was {
		if !take(func(n Evidence) bool { return says(e, n) && speaker(n) == speaker(e) }) {
			missed = append(missed, e)
		}
	}
	for _, e := range missed {
		quote, _ := e.Quote.In()
		switch {
		case take(func(n Evidence) bool { return says(e, n) }):
			c.changed(id, where, fmt.Sprintf("another speaks the words %s now, which were published as proof of %s", quoted(quote), what))
		case take(func(n Evidence) bool { return said(n) == said(e) && e.Denies }):
			c.changed(id, where, fmt.Sprintf("the words %s were published as a denial of %s and prove it now", quoted(quote), what))
		case take(func(n Evidence) bool { return said(n) == said(e) }):
			c.changed(id, where, fmt.Sprintf("the words %s were published as proof of %s and deny it now", quoted(quote), what))
		default:
			c.changed(id, where, fmt.Sprintf("the quote %s was published as proof of %s and has gone or reads otherwise", quoted(quote), what))
		}
	}
}
