package data

import (
	"fmt"
	"slices"

	"github.com/tidwall/gjson"
)

// written remembers, for the rules that join several things, where each of them stands.
// The slices of present run along those of the Dataset.
type written struct {
	ids        [4][]string // by what, in the order of the file
	references []reference
	actors     []present
	issues     []present
	relations  []present
}

// A reference is the use of an id.
type reference struct {
	id      value
	allowed []what
}

// reference reads the id of something else, which check will look up.
func (d *decoder) reference(v value, allowed ...what) string {
	if v.Type != gjson.String {
		d.fault(v, fmt.Sprintf("found %s where the id of %s should be", v.shape(), listedWhat(allowed)), `such as "united-states"`)
		return ""
	}
	d.written.references = append(d.written.references, reference{v, allowed})
	return v.Str
}

// check applies the rules that need the whole document.
func (d *decoder) check(ds *Dataset) {
	for _, r := range d.written.references {
		d.lookUp(r)
	}
	for i, got := range d.written.actors {
		d.checkMemberships(ds.Actors[i], got)
	}
	d.checkPartOf(ds.Issues)
	for i, got := range d.written.relations {
		d.checkEnds(ds.Relations[i], got)
	}
}

// lookUp reports a reference to nothing, or to the wrong sort of thing.
func (d *decoder) lookUp(r reference) {
	id := r.id.Str
	space := d.nodes
	if slices.Contains(r.allowed, aSource) {
		space = d.sources
	}
	found, ok := space[id]
	switch {
	case !ok:
		cure := ""
		for _, w := range r.allowed {
			if cure == "" {
				cure = d.hints.nearest(id, d.written.ids[w])
			}
		}
		if cure == "" {
			cure = "the id of " + listedWhat(r.allowed) + " of this file"
		}
		d.fault(r.id, "unknown id "+quoted(id), cure)
	case !slices.Contains(r.allowed, found.what):
		d.fault(r.id, fmt.Sprintf("%q is %s", id, found.what), "the id of "+listedWhat(r.allowed)+" belongs here")
	}
}

// listedWhat joins what to `an actor or an issue`.
func listedWhat(ws []what) string {
	names := make([]string, len(ws))
	for i, w := range ws {
		names[i] = w.String()
	}
	return listed(names)
}

// checkMemberships refuses an actor that belongs to itself.
func (d *decoder) checkMemberships(a Actor, got present) {
	i := 0
	got["of"].each(func(membership value) {
		if i < len(a.Of) && a.ID != "" && a.Of[i].To == a.ID {
			d.fault(membership, quoted(a.ID)+" belongs to itself", "name the body it belongs to")
		}
		i++
	})
}

// each calls yield with each element, where v is an array.
func (v value) each(yield func(value)) {
	if v.IsArray() {
		v.items(yield)
	}
}

// checkPartOf refuses issues that are part of themselves, at once or through others. Each
// circle is reported once, where its first issue in the file says what it is part of.
func (d *decoder) checkPartOf(issues []Issue) {
	parent := parents(issues)
	walk := make([]int, len(issues)) // the walk that came by: 1 for the one that started at issue 0
	for i := range issues {
		at := i
		for at >= 0 && walk[at] == 0 {
			walk[at] = i + 1
			at = parent[at]
		}
		if at < 0 || walk[at] != i+1 {
			continue
		}
		first, length := at, 1
		for j := parent[at]; j != at; j = parent[j] {
			first = min(first, j)
			length++
		}
		cause := quoted(issues[first].ID) + " is part of itself"
		if length > 1 {
			cause += fmt.Sprintf(", in a circle of %d issues", length)
		}
		d.fault(d.written.issues[first]["part_of"], cause, "remove one part_of of the circle")
	}
}

// parents returns for each issue the index of the one that it is part of, -1 for none.
func parents(issues []Issue) []int {
	index := map[string]int{}
	for i, issue := range issues {
		index[issue.ID] = i
	}
	parent := make([]int, len(issues))
	for i, issue := range issues {
		parent[i] = -1
		if j, ok := index[issue.PartOf]; ok && issue.PartOf != "" {
			parent[i] = j
		}
	}
	return parent
}

// checkEnds applies what a relation's type and stance ask of its ends.
func (d *decoder) checkEnds(r Relation, got present) {
	if r.From != "" && r.From == r.To {
		d.fault(got["to"], "the relation joins "+quoted(r.From)+" to itself", "name who is acted on, or put it into about")
	}
	if slices.Contains(r.DependsOn, r.ID) && r.ID != "" {
		d.fault(got["depends_on"], "the relation depends on itself", "name what it hinges on")
	}
	if r.Type == "differ" && !r.Mutual {
		d.fault(got["type"], `"differ" is mutual`, `add "mutual": true`)
	}
	from, fromKnown := d.nodes[r.From]
	to, toKnown := d.nodes[r.To]
	if !fromKnown || !toKnown {
		return
	}
	if r.Stance != "" && (from.what != anActor || to.what != anIssue) {
		d.fault(got["stance"], "a stance is an actor's side on an issue, but this relation goes from "+from.what.String()+" to "+to.what.String(),
			"leave it out; the type says how actors stand to each other")
	}
	switch {
	case (r.Type == "include" || r.Type == "depend") && (from.what != anIssue || to.what != anIssue):
		d.fault(got["type"], fmt.Sprintf("%q joins two issues", r.Type), "choose another type, or other ends")
	case r.Type == "differ" && (from.what != anActor || to.what != anActor):
		d.fault(got["type"], `"differ" joins two actors`, "put what they differ about into about")
	}
}
