package data

import (
	"fmt"

	"github.com/tidwall/gjson"
)

// written remembers, for the rules that join several things, where each of them stands.
type written struct {
	ids        map[what][]string // in the order of the file
	references []reference
	removed    []reference
	partOf     []spot          // along Dataset.Issues
	ends       []relationSpots // along Dataset.Relations
}

// A reference is the use of an id.
type reference struct {
	id      string
	spot    spot
	allowed what
	gone    bool // what the id named may have been removed since
}

// relationSpots is where the fields of a relation stand that its ends are held against.
type relationSpots struct{ typ, stance spot }

// reference reads the id of something else, which check will look up.
func (d *decoder) reference(v value, allowed what) string {
	if v.Type != gjson.String {
		cure := `such as "united-states"`
		if v.IsArray() {
			cure = "one id without brackets; where several belong, each has an entry of its own"
		}
		d.fault(v.spot(), fmt.Sprintf("found %s where the id of %s should be", v.shape(), allowed), cure)
		return ""
	}
	d.written.references = append(d.written.references, reference{id: v.Str, spot: v.spot(), allowed: allowed})
	return v.Str
}

// check applies the rules that need the whole document.
func (d *decoder) check(ds *Dataset) {
	for _, r := range d.written.references {
		d.lookUp(ds, r)
	}
	for _, r := range d.written.removed {
		d.checkRemoved(r)
	}
	d.checkPartOf(ds.Issues)
	for i, spots := range d.written.ends {
		d.checkEnds(&ds.Relations[i], spots)
	}
}

// lookUp reports a reference to nothing, or to the wrong sort of thing.
func (d *decoder) lookUp(ds *Dataset, r reference) {
	space := d.nodes
	if r.allowed == aSource {
		space = d.sources
	}
	found, ok := space[r.id]
	switch {
	case !ok:
		cure := ""
		for _, kind := range r.allowed.kinds() {
			if cure == "" {
				cure = d.hints.nearest(r.id, d.written.ids[kind])
			}
		}
		if cure == "" {
			cure = d.hints.meant(r.id, calledNodes(ds, r.allowed))
		}
		if cure == "" {
			cure = "the id of " + r.allowed.String() + " of this file"
			if r.gone {
				cure += `; what is in it no more belongs into "removed"`
			}
		}
		d.fault(r.spot, "unknown id "+quoted(r.id), cure)
	case found.what&r.allowed == 0:
		d.fault(r.spot, fmt.Sprintf("%q is %s", r.id, found.what), "the id of "+r.allowed.String()+" belongs here")
	}
}

// checkRemoved reports an id that a correction calls removed while the file still has it.
func (d *decoder) checkRemoved(r reference) {
	if found, ok := d.nodes[r.id]; ok {
		d.fault(r.spot, fmt.Sprintf("%q was removed, but %s has the id", r.id, found.at.parent.path()), "remove it, or put the id into about")
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
		d.fault(d.written.partOf[first], cause, "remove one part_of of the circle")
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
func (d *decoder) checkEnds(r *Relation, at relationSpots) {
	from, fromKnown := d.nodes[r.From]
	to, toKnown := d.nodes[r.To]
	if !fromKnown || !toKnown {
		return
	}
	if r.Stance != "" && (from.what != anActor || to.what != anIssue) {
		d.fault(at.stance, fmt.Sprintf("a stance is an actor's side on an issue, but this relation goes from %s to %s", from.what, to.what),
			"leave it out; the type says how actors stand to each other")
	}
	switch {
	case (r.Type == "include" || r.Type == "depend") && (from.what != anIssue || to.what != anIssue):
		d.fault(at.typ, fmt.Sprintf("%q joins two issues", r.Type), "choose another type, or other ends")
	case r.Type == "differ" && (from.what != anActor || to.what != anActor):
		d.fault(at.typ, `"differ" joins two actors`, "put what they differ about into about")
	}
}
