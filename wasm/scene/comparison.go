package scene

import (
	"fmt"
	"slices"

	"actormap/wasm/camera"
	"actormap/wasm/graph"
)

// A Comparison is two nodes whose connection is being read, and the path between them that is highlighted.
// The zero Comparison is none.
type Comparison struct {
	From, To string   // nodes
	Path     []string // node, edge, node, edge, ..., node; an empty edge is a membership. May be empty
}

// More commands that say what the reader is looking at.
type (
	// HighlightPath highlights a path between two nodes; the zero Comparison ends that. It can be undone.
	HighlightPath struct{ Comparison Comparison }
	// SearchResults highlights what a search has found while the reader types; none: nothing is highlighted.
	// It is no state: it ends with the typing.
	SearchResults struct{ Targets []Ref }
	// Reveal moves the picture so far that a target is in view.
	Reveal struct{ Target Ref }
)

func (c HighlightPath) apply(s *Scene) error {
	if err := s.checkComparison(c.Comparison); err != nil {
		return err
	}
	t := c.Comparison
	if t.From == s.comparison.From && t.To == s.comparison.To && slices.Equal(t.Path, s.comparison.Path) {
		return nil
	}
	s.cancelGestures()
	s.stopMotion()
	s.pushHistory()
	t.Path = slices.Clone(t.Path)
	s.comparison = t
	s.changeHighlight()
	return nil
}

// checkComparison refuses a comparison that this map does not have.
func (s *Scene) checkComparison(t Comparison) error {
	if t.From == "" && t.To == "" && len(t.Path) == 0 {
		return nil
	}
	for _, id := range [2]string{t.From, t.To} {
		if _, err := s.node(id); err != nil {
			return err
		}
	}
	if n := len(t.Path); n > 0 && (n%2 == 0 || t.Path[0] != t.From || t.Path[n-1] != t.To) {
		return &Error{"BadQuery", "a path goes node, line, node from the first node to the second"}
	}
	for k := 1; k < len(t.Path); k += 2 {
		if err := s.checkStep(t.Path[k-1], t.Path[k], t.Path[k+1]); err != nil {
			return err
		}
	}
	return nil
}

// checkStep refuses a step between two nodes that no edge of that id, or no membership, joins.
func (s *Scene) checkStep(from, line, to string) error {
	i, err := s.node(from)
	if err != nil {
		return err
	}
	j, err := s.node(to)
	if err != nil {
		return err
	}
	if line == "" {
		if membershipBetween(s.graph, i, j) < 0 {
			return &Error{"BadQuery", fmt.Sprintf("%q and %q do not belong together", from, to)}
		}
		return nil
	}
	t, err := s.target(Ref{Edge: line})
	if err != nil {
		return err
	}
	if l := &s.graph.Edges[t.Index]; !(l.From == i && l.To == j || l.From == j && l.To == i) {
		return &Error{"BadQuery", fmt.Sprintf("%q does not join %q and %q", line, from, to)}
	}
	return nil
}

// membershipBetween returns the membership that joins two nodes, or -1.
func membershipBetween(g *graph.Graph, i, j int) int {
	return slices.IndexFunc(g.Memberships, func(b graph.Membership) bool {
		return b.Part == i && b.Whole == j || b.Part == j && b.Whole == i
	})
}

func (t *Comparison) empty() bool { return t.From == "" }

// joins reports whether an edge goes from one of the two nodes to the other: it is read where they
// are compared.
func (t *Comparison) joins(g *graph.Graph, e int) bool {
	from, to := g.Nodes[g.Edges[e].From].ID, g.Nodes[g.Edges[e].To].ID
	return from == t.From && to == t.To || from == t.To && to == t.From
}

// isDirect reports whether no other node is on the way.
func (t *Comparison) isDirect() bool { return len(t.Path) <= 3 }

// marks reports whether the comparison marks a target: its two ends, and the edges of its path; where it
// goes straight from one to the other, all edges that do.
func (t *Comparison) marks(g *graph.Graph, at Target) bool {
	switch at.Kind {
	case Node:
		id := g.Nodes[at.Index].ID
		return id == t.From || id == t.To
	case Edge:
		if t.isDirect() && t.joins(g, at.Index) {
			return true
		}
		for k := 1; k < len(t.Path); k += 2 {
			if t.Path[k] == g.Edges[at.Index].ID {
				return true
			}
		}
	}
	return false
}

// hasMembership reports whether membership k is a step of the path.
func (t *Comparison) hasMembership(g *graph.Graph, k int) bool {
	for at := 1; at < len(t.Path); at += 2 {
		if t.Path[at] == "" && membershipBetween(g, g.NodeByID(t.Path[at-1]), g.NodeByID(t.Path[at+1])) == k {
			return true
		}
	}
	return false
}

// highlightOfPath marks the nodes and edges of the comparison, and every shown edge that joins its two nodes: the
// path alone would be one of several relations, be it the only friendly one.
func (s *Scene) highlightOfPath() (nodes, lines []bool) {
	g, t := s.graph, &s.comparison
	nodes, lines = make([]bool, len(g.Nodes)), make([]bool, len(g.Edges))
	for i := range g.Nodes {
		id := g.Nodes[i].ID
		nodes[i] = t.marks(g, Target{Node, i}) || id != "" && slices.Contains(t.Path, id)
	}
	for e := range g.Edges {
		lines[e] = s.shown.Edges[e] && (t.marks(g, Target{Edge, e}) || t.joins(g, e))
	}
	return nodes, lines
}

func (c SearchResults) apply(s *Scene) error {
	hits := make([]Target, 0, len(c.Targets))
	for _, ref := range c.Targets {
		t, err := s.target(ref)
		if err != nil {
			return err
		}
		hits = append(hits, t)
	}
	s.searchResults = hits
	s.changeHighlight()
	return nil
}

// highlightOfSearch marks what a search has found, with the ends of edges.
func (s *Scene) highlightOfSearch() (nodes, lines []bool) {
	nodes, lines = make([]bool, len(s.graph.Nodes)), make([]bool, len(s.graph.Edges))
	for _, t := range s.searchResults {
		switch t.Kind {
		case Node:
			nodes[t.Index] = true
		case Edge:
			l := &s.graph.Edges[t.Index]
			lines[t.Index], nodes[l.From], nodes[l.To] = true, true, true
		}
	}
	return nodes, lines
}

// revealMargin is how near to the frame's edge a revealed target may stay, px.
const revealMargin = 48.0

func (c Reveal) apply(s *Scene) error {
	t, err := s.target(c.Target)
	if err != nil || t.Kind == Nothing || s.camera.Zoom == camera.MinZoom {
		return err
	}
	at := s.anchor(t)
	if at != offFrame && !s.world().Grow(-revealMargin).Contains(at) {
		s.setCamera(s.camera.Pan(s.world().Centre().Sub(at)))
	}
	return nil
}
