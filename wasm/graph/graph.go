// Package graph turns a dataset into nodes and edges with dense indices, each edge already
// carrying how it is to be drawn. It knows no positions.
package graph

import (
	"cmp"
	"slices"

	"actormap/data"
)

// A Kind says what a node is; the painter gives each its own outline.
type Kind uint8

// The kinds of nodes.
const (
	Person Kind = iota
	State
	Organisation
	Group
	Issue
)

// String returns the word that datasets and messages use.
func (k Kind) String() string {
	return [...]string{"person", "state", "organisation", "group", "issue"}[k]
}

// A Node is an actor or an issue.
type Node struct {
	ID     string
	Name   string
	Lang   string // BCP 47 tag of Name
	Kind   Kind
	Degree int         // relations that end at it
	Speaks bool        // a piece of evidence is in its words
	Place  *data.Place // the dataset's own place, or nil
}

// An Edge is one relation between two nodes.
type Edge struct {
	ID        string
	From, To  int    // nodes
	About     []int  // nodes
	Label     string // verb phrase, between what says that it is no stated fact (see Prefix) and Sum
	Sum       string // the amount in brackets that Label ends with, a blank first; empty for none
	Lang      string
	Date      data.Date
	Mutual    bool
	Standing  data.Standing
	Status    data.Status
	Corrected data.Date      // of the newest correction that is about it; empty for none
	Reply     data.ReplyKind // what came of asking whom it is about; empty where the dataset tells of none
	Mixed     bool           // the pair has stated edges of both signs
	Style     Style
	Relation  int // of the dataset's Relations
}

// A Membership ties a node to the one that it belongs to, or is part of.
type Membership struct{ Part, Whole int }

// A Graph is what the map shows. Nodes are the actors in file order, then the issues;
// Edges follow the relations of the file.
type Graph struct {
	Dataset     *data.Dataset
	Nodes       []Node
	Edges       []Edge
	Memberships []Membership

	byNode map[string]int
	byEdge map[string]int
	at     [][]int // per node: see EdgesAt
}

// New builds the graph of a parsed dataset, with names and labels in the language asked for.
// Relations whose ends are no nodes are left out; Parse refuses such datasets.
func New(ds *data.Dataset, lang string) *Graph {
	g := &Graph{Dataset: ds, byNode: map[string]int{}, byEdge: map[string]int{}}
	for i := range ds.Actors {
		a := &ds.Actors[i]
		g.addNode(Node{ID: a.ID, Kind: actorKind(a.Kind), Place: a.Place}, a.Name, lang)
	}
	for i := range ds.Issues {
		s := &ds.Issues[i]
		g.addNode(Node{ID: s.ID, Kind: Issue, Place: s.Place}, s.Name, lang)
	}
	g.addMemberships()
	for i := range ds.Relations {
		g.addEdge(i, lang)
	}
	g.at = make([][]int, len(g.Nodes))
	for e := range g.Edges {
		l := &g.Edges[e]
		for _, i := range append([]int{l.From, l.To}, l.About...) {
			g.at[i] = append(g.at[i], e)
		}
		g.Nodes[l.From].Degree++
		g.Nodes[l.To].Degree++
	}
	g.markMixed()
	g.markCorrected()
	g.markSpeakers()
	return g
}

// NodeByID returns the index of a node, or -1.
func (g *Graph) NodeByID(id string) int { return lookup(g.byNode, id) }

// EdgeByID returns the index of an edge, or -1.
func (g *Graph) EdgeByID(id string) int { return lookup(g.byEdge, id) }

// MostConnected returns the n nodes with the most relations, or all where there are fewer, in
// the order of Nodes. Of equals the first come first.
func (g *Graph) MostConnected(n int) []int {
	order := make([]int, len(g.Nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(g.Nodes[j].Degree, g.Nodes[i].Degree) })
	order = order[:min(n, len(order))]
	slices.Sort(order)
	return order
}

// EdgesAt returns the edges that end at node i or are about it, in file order. The slice is the
// graph's own.
func (g *Graph) EdgesAt(i int) []int { return g.at[i] }

func lookup(m map[string]int, id string) int {
	if i, ok := m[id]; ok {
		return i
	}
	return -1
}

func actorKind(k data.ActorKind) Kind {
	switch k {
	case data.State:
		return State
	case data.Organisation:
		return Organisation
	case data.Group:
		return Group
	}
	return Person
}

func (g *Graph) addNode(n Node, name data.Text, lang string) {
	n.Name, n.Lang = inLanguage(g.Dataset, name, lang)
	g.byNode[n.ID] = len(g.Nodes)
	g.Nodes = append(g.Nodes, n)
}

// inLanguage returns the text and the tag of the language that it is really in.
func inLanguage(ds *data.Dataset, t data.Text, lang string) (text, tag string) {
	text, tag = t.In(lang, ds.Language)
	if tag == "" {
		tag = ds.Language
	}
	return text, tag
}

func (g *Graph) addMemberships() {
	for i := range g.Dataset.Actors {
		for _, of := range g.Dataset.Actors[i].Of {
			if whole := g.NodeByID(of.To); whole >= 0 {
				g.Memberships = append(g.Memberships, Membership{i, whole})
			}
		}
	}
	for i := range g.Dataset.Issues {
		if whole := g.NodeByID(g.Dataset.Issues[i].PartOf); whole >= 0 {
			g.Memberships = append(g.Memberships, Membership{len(g.Dataset.Actors) + i, whole})
		}
	}
}

func (g *Graph) addEdge(relation int, lang string) {
	r := &g.Dataset.Relations[relation]
	from, to := g.NodeByID(r.From), g.NodeByID(r.To)
	if from < 0 || to < 0 || from == to {
		return
	}
	l := Edge{ID: r.ID, From: from, To: to, Date: r.Date, Mutual: r.Mutual, Relation: relation, Standing: r.Standing(), Status: r.Status}
	if r.Reply != nil {
		l.Reply = r.Reply.Kind
	}
	l.Label, l.Sum, l.Lang = labelOf(g.Dataset, r, lang)
	for _, id := range r.About {
		if i := g.NodeByID(id); i >= 0 && i != from && i != to {
			l.About = append(l.About, i)
		}
	}
	l.Style = styleOf(r, g.Nodes[from].Kind, g.Nodes[to].Kind)
	g.byEdge[l.ID] = len(g.Edges)
	g.Edges = append(g.Edges, l)
}

// markMixed finds the pairs that have an edge of cooperation and one of conflict.
func (g *Graph) markMixed() {
	type signs struct{ plus, minus bool }
	pairs := map[[2]int]signs{}
	for e := range g.Edges {
		s := pairs[g.endpoints(e)]
		s.plus = s.plus || g.Edges[e].Style.Polarity == Cooperation
		s.minus = s.minus || g.Edges[e].Style.Polarity == Conflict
		pairs[g.endpoints(e)] = s
	}
	for e := range g.Edges {
		s := pairs[g.endpoints(e)]
		g.Edges[e].Mixed = s.plus && s.minus
	}
}

// markCorrected dates the edges that corrections are about.
func (g *Graph) markCorrected() {
	for i := range g.Dataset.Corrections {
		c := &g.Dataset.Corrections[i]
		for _, id := range c.About {
			if e := g.EdgeByID(id); e >= 0 {
				g.Edges[e].Corrected = max(g.Edges[e].Corrected, c.Date)
			}
		}
	}
}

// markSpeakers finds who says or denies something, be it of others only.
func (g *Graph) markSpeakers() {
	for i := range g.Dataset.Relations {
		for _, e := range g.Dataset.Relations[i].Evidence {
			if n := g.NodeByID(e.Speaker); n >= 0 {
				g.Nodes[n].Speaks = true
			}
		}
	}
}

// endpoints names the two ends of an edge, whichever way it points.
func (g *Graph) endpoints(e int) [2]int {
	l := &g.Edges[e]
	return [2]int{min(l.From, l.To), max(l.From, l.To)}
}
