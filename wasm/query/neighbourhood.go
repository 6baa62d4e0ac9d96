package query

import "actormap/wasm/graph"

// keepNeighbourhood shows the nodes within the steps of Around, and of the edges shown so far those
// between them. A step goes along an edge to its other end and to what it is about, or to what
// a node belongs to, which has no direction.
func (s *Shown) keepNeighbourhood(g *graph.Graph, a *Around) {
	start := g.NodeByID(a.Node)
	if start >= 0 {
		next := s.steps(g, a.Direction)
		s.Nodes[start] = true
		edge := []int{start}
		for range min(a.Steps, MaxSteps) {
			var reached []int
			for _, i := range edge {
				for _, j := range next[i] {
					if !s.Nodes[j] {
						s.Nodes[j] = true
						reached = append(reached, j)
					}
				}
			}
			edge = reached
		}
	}
	for e := range s.Edges {
		s.Edges[e] = s.Edges[e] && s.Nodes[g.Edges[e].From] && s.Nodes[g.Edges[e].To]
	}
}

// steps lists where one step leads from each node.
func (s *Shown) steps(g *graph.Graph, way Direction) [][]int {
	next := make([][]int, len(g.Nodes))
	join := func(from, to int, oneWay bool) {
		if !oneWay || way != Against {
			next[from] = append(next[from], to)
		}
		if !oneWay || way != Along {
			next[to] = append(next[to], from)
		}
	}
	for e := range g.Edges {
		l := &g.Edges[e]
		if !s.Edges[e] {
			continue
		}
		join(l.From, l.To, !l.Mutual)
		for _, i := range l.About {
			join(l.From, i, true)
			if l.Mutual || way == Both {
				join(l.To, i, true)
			}
		}
	}
	for _, b := range g.Memberships {
		join(b.Part, b.Whole, false)
	}
	return next
}
