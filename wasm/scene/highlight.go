package scene

// Fading of what is not meant, as a share of the full ink.
const (
	fadedByHover    = 0.15
	fadedBySelected = 0.35 // the panel is being read: the rest stays legible
	transitionMS    = 150.0
)

// highlighted returns what is brought forward, and how far the rest fades.
func (s *Scene) highlighted() (Target, float64) {
	switch {
	case s.drag.node >= 0:
		return Target{Node, s.drag.node}, fadedBySelected
	case s.hover.Kind != Nothing:
		return s.hover, fadedByHover
	case s.focus.Kind != Nothing:
		return s.focus, fadedByHover
	case len(s.searchResults) > 0 || !s.comparison.empty():
		return Target{}, fadedBySelected // more than one target: see updateHighlight
	case !s.isShown(s.selected):
		return Target{}, fadedBySelected // nothing to compare the rest with
	}
	return s.selected, fadedBySelected
}

// A highlight is the set of nodes and edges that are highlighted.
type highlight struct {
	target       Target
	dimmed       float64 // what the others fade to, if there are any
	dims         bool    // there are: something is highlighted
	known        bool    // false: find out again
	nodes, edges []bool
	count        int  // edges
	settled      bool // every alpha is where it shall be
}

// updateHighlight brings s.highlight up to date.
func (s *Scene) updateHighlight() {
	t, rest := s.highlighted()
	l := &s.highlight
	if l.known && l.target == t && l.dimmed == rest {
		return
	}
	l.target, l.dimmed, l.dims, l.known, l.count, l.settled = t, rest, true, true, 0, false
	switch {
	case t.Kind != Nothing:
		l.nodes, l.edges = s.neighbourhoodOf(t)
	case len(s.searchResults) > 0:
		l.nodes, l.edges = s.highlightOfSearch()
	case !s.comparison.empty():
		l.nodes, l.edges = s.highlightOfPath()
	default:
		l.nodes, l.edges = s.neighbourhoodOf(t)
		l.dims = false
		return
	}
	for _, lit := range l.edges {
		if lit {
			l.count++
		}
	}
}

// neighbourhoodOf marks the neighbourhood of a target: a node with its edges, the edges about it and
// their ends; an edge with its ends and what it is about. Nothing lights everything.
func (s *Scene) neighbourhoodOf(t Target) (nodes, lines []bool) {
	g := s.graph
	nodes, lines = make([]bool, len(g.Nodes)), make([]bool, len(g.Edges))
	light := func(e int) {
		if !s.shown.Edges[e] {
			return
		}
		lines[e], nodes[g.Edges[e].From], nodes[g.Edges[e].To] = true, true, true
	}
	switch t.Kind {
	case Node:
		nodes[t.Index] = true
		for _, e := range g.EdgesAt(t.Index) {
			light(e)
		}
		for _, b := range g.Memberships {
			if b.Part == t.Index || b.Whole == t.Index {
				nodes[b.Part], nodes[b.Whole] = true, true
			}
		}
	case Edge:
		light(t.Index)
		for _, i := range g.Edges[t.Index].About {
			nodes[i] = true
		}
	default:
		fill(nodes, true)
		fill(lines, true)
	}
	return nodes, lines
}

// fade moves every alpha towards its goal by ms of a transition; it reports whether any of a
// node or an edge is still on its way, and whether any of the names of a large map is.
func (s *Scene) fade(ms float64) (things, names bool) {
	s.updateHighlight()
	step := ms / transitionMS
	if s.reduced {
		step = 1
	}
	if l := &s.highlight; !l.settled {
		for i := range s.nodeAlpha {
			things = approach(&s.nodeAlpha[i], goal(l.nodes[i], l.dimmed), step) || things
		}
		for e := range s.edgeAlpha {
			things = approach(&s.edgeAlpha[e], goal(l.edges[e], l.dimmed), step) || things
		}
		if l.dims {
			s.overlay.lowest = l.dimmed
		}
		things = approach(&s.overlay.dimmed, goal(!l.dims, l.dimmed), step) || things
		l.settled = !things
	}
	if s.large != nil {
		names = s.large.fadeNames(step)
		s.large.fading = names
	}
	return things, names
}

func goal(lit bool, rest float64) float64 {
	if lit {
		return 1
	}
	return rest
}

// approach moves v by at most step towards want and reports whether it changed.
func approach(v *float64, want, step float64) bool {
	switch {
	case *v == want:
		return false
	case *v < want:
		*v = min(*v+step, want)
	default:
		*v = max(*v-step, want)
	}
	return true
}

func fill(s []bool, v bool) {
	for i := range s {
		s[i] = v
	}
}
