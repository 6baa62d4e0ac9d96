package scene

// Fading of what is not meant, as a share of the full ink.
const (
	fadedByHover    = 0.15
	fadedBySelected = 0.35 // the panel is being read: the rest stays legible
	transitionMS    = 150.0
)

// lifted returns what is brought forward, and how far the rest fades.
func (s *Scene) lifted() (Target, float64) {
	switch {
	case s.drag.node >= 0:
		return Target{Node, s.drag.node}, fadedBySelected
	case s.hover.Kind != Nothing:
		return s.hover, fadedByHover
	case s.focus.Kind != Nothing:
		return s.focus, fadedByHover
	case len(s.hits) > 0 || !s.trail.empty():
		return Target{}, fadedBySelected // more than one target: see emphasis
	case !s.isShown(s.selected):
		return Target{}, fadedBySelected // nothing to compare the rest with
	}
	return s.selected, fadedBySelected
}

// light is the neighbourhood of what is lifted.
type light struct {
	of           Target
	rest         float64 // what the others fade to, if there are any
	dims         bool    // there are: something is lifted
	known        bool    // false: find out anew
	nodes, lines []bool
	count        int  // lines
	reached      bool // every alpha is where it shall be
}

// lightUp brings s.light up to date.
func (s *Scene) lightUp() {
	t, rest := s.lifted()
	l := &s.light
	if l.known && l.of == t && l.rest == rest {
		return
	}
	l.of, l.rest, l.dims, l.known, l.count, l.reached = t, rest, true, true, 0, false
	switch {
	case t.Kind != Nothing:
		l.nodes, l.lines = s.lit(t)
	case len(s.hits) > 0:
		l.nodes, l.lines = s.litHits()
	case !s.trail.empty():
		l.nodes, l.lines = s.litTrail()
	default:
		l.nodes, l.lines = s.lit(t)
		l.dims = false
		return
	}
	for _, lit := range l.lines {
		if lit {
			l.count++
		}
	}
}

// lit marks the neighbourhood of a target: a node with its lines, the lines about it and
// their ends; a line with its ends and what it is about. Nothing lights everything.
func (s *Scene) lit(t Target) (nodes, lines []bool) {
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
	case Line:
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
// node or a line is still on its way, and whether any of the names of a large map is.
func (s *Scene) fade(ms float64) (things, names bool) {
	s.lightUp()
	step := ms / transitionMS
	if s.reduced {
		step = 1
	}
	if l := &s.light; !l.reached {
		for i := range s.nodeAlpha {
			things = approach(&s.nodeAlpha[i], goal(l.nodes[i], l.rest), step) || things
		}
		for e := range s.lineAlpha {
			things = approach(&s.lineAlpha[e], goal(l.lines[e], l.rest), step) || things
		}
		if l.dims {
			s.veil.low = l.rest
		}
		things = approach(&s.veil.rest, goal(!l.dims, l.rest), step) || things
		l.reached = !things
	}
	if s.crowd != nil {
		names = s.crowd.fadeNames(step)
		s.crowd.fading = names
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
