// Package reading decides which part of a graph is shown: what passes a reader's filter,
// falls into a time, and lies within some steps of a node. web/src/model/map-query.js decides the same
// for the text of the page, where no engine may be running; testdata/shown.txt holds both to
// the same answers.
package query

import (
	"fmt"
	"slices"

	"actormap/data"
	"actormap/wasm/graph"
)

// A Facet is a side from which relations can be told apart.
type Facet string

// The facets. Kind is that of either end, Issue of an end or of what a relation is about.
const (
	Kind     Facet = "kind"
	Class    Facet = "class"
	Status   Facet = "status"
	Standing Facet = "standing" // a data.Standing
	Speaker  Facet = "speaker"
	Issue    Facet = "issue"
	Source   Facet = "source"
)

// Facets are all of them, in the order in which they are offered.
var Facets = [...]Facet{Kind, Class, Status, Standing, Speaker, Issue, Source}

// NoSpeaker stands for the source itself among the values of Speaker. No id is like it.
const NoSpeaker = data.NoSpeaker

// A DateBasis says by which of its dates a relation has its place in time.
type DateBasis string

// The date bases: when it took place, or when it was first reported.
const (
	Event  DateBasis = "event"
	Report DateBasis = "report"
)

// A Time keeps the relations of a span. The zero Time keeps all.
type Time struct {
	By          DateBasis // empty: no time is chosen
	From, Until data.Date // empty: open
}

// A Direction is how a step follows the arrows.
type Direction string

// The directions.
const (
	Both    Direction = "both"
	Along   Direction = "along"
	Against Direction = "against"
)

// Around keeps what lies within 1 to MaxSteps steps of a node. The zero Around keeps all.
type Around struct {
	Node      string
	Steps     int
	Direction Direction
}

// MaxSteps is the farthest that Around reaches: beyond it nearly every map is whole again.
const MaxSteps = data.MaxAround

// A Query is what a reader has asked for. The zero Query shows everything.
type Query struct {
	Filter map[Facet][]string // of each facet what is kept; none: everything
	Time   Time
	Around Around
}

// Shown is the part of a graph that a query keeps.
type Shown struct {
	Nodes  []bool // by index of the graph's nodes
	Edges  []bool
	Latest []bool // of the edges shown, those that belong to the last day of the time
}

// mostKept bounds the values of one facet; no dataset has more that a reader could choose.
const mostKept = 20_000

// Validate says what is wrong with a query, whatever the graph; empty: nothing.
func (q *Query) Validate() string {
	for _, f := range Facets {
		if len(q.Filter[f]) > mostKept {
			return fmt.Sprintf("a filter keeps at most %d values of %s", mostKept, f)
		}
	}
	if t := q.Time; t.By != Event && t.By != Report && t != (Time{}) {
		return fmt.Sprintf("time goes by event or report, not by %q", string(t.By))
	}
	for _, d := range [2]data.Date{q.Time.From, q.Time.Until} {
		if d != "" && !d.Valid() {
			return fmt.Sprintf("%q is no date like 2025, 2025-02 or 2025-02-27", string(d))
		}
	}
	a := q.Around
	if a.Node == "" {
		return ""
	}
	if a.Steps < 1 || a.Steps > MaxSteps {
		return fmt.Sprintf("a map reaches 1 to %d steps around a node, not %d", MaxSteps, a.Steps)
	}
	if a.Direction != Both && a.Direction != Along && a.Direction != Against {
		return fmt.Sprintf("steps go both, along or against, not %q", string(a.Direction))
	}
	return ""
}

// Narrows reports whether q could leave anything out.
func (q *Query) Narrows() bool {
	return q.filters() || q.Time.From != "" || q.Time.Until != "" || q.Around.Node != ""
}

func (q *Query) filters() bool {
	for _, f := range Facets {
		if len(q.Filter[f]) > 0 {
			return true
		}
	}
	return false
}

// Clone returns a copy that shares nothing with q.
func (q Query) Clone() Query {
	filter := map[Facet][]string{}
	for _, f := range Facets {
		if len(q.Filter[f]) > 0 {
			filter[f] = slices.Clone(q.Filter[f])
		}
	}
	q.Filter = filter
	return q
}

// Equal reports whether two queries ask for the same, in the same words.
func (q *Query) Equal(r *Query) bool {
	for _, f := range Facets {
		if !slices.Equal(q.Filter[f], r.Filter[f]) {
			return false
		}
	}
	return q.Time == r.Time && q.Around == r.Around
}

// Apply returns what a query keeps of a graph.
func Apply(g *graph.Graph, q *Query) Shown {
	s := Shown{Nodes: make([]bool, len(g.Nodes)), Edges: make([]bool, len(g.Edges)), Latest: make([]bool, len(g.Edges))}
	from, until := make([]data.Date, len(g.Edges)), make([]data.Date, len(g.Edges))
	filters := q.filters()
	for e := range g.Edges {
		r := &g.Dataset.Relations[g.Edges[e].Relation]
		from[e], until[e] = dates(g.Dataset, r, q.Time.By)
		s.Edges[e] = (!filters || q.matches(g, e, r)) && q.Time.contains(from[e], until[e])
	}
	if q.Around.Node != "" {
		s.keepNeighbourhood(g, &q.Around)
	} else {
		s.keepIncident(g, filters)
	}
	for e := range s.Latest {
		s.Latest[e] = s.Edges[e] && q.Time.Until != "" && from[e] == q.Time.Until
	}
	return s
}

// keepIncident shows the nodes that have to do with an edge that is shown. What has to do with
// none at all stays unless a filter asks for certain edges.
func (s *Shown) keepIncident(g *graph.Graph, filtered bool) {
	ever := make([]bool, len(g.Nodes))
	for e := range g.Edges {
		l, shown := &g.Edges[e], s.Edges[e]
		touch := func(i int) {
			ever[i] = true
			s.Nodes[i] = s.Nodes[i] || shown
		}
		touch(l.From)
		touch(l.To)
		for _, i := range l.About {
			touch(i)
		}
	}
	for i := range s.Nodes {
		s.Nodes[i] = s.Nodes[i] || !filtered && !ever[i]
	}
}
