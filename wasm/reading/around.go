package reading

import "actormap/wasm/graph"

// keepNear shows the nodes within the steps of Around, and of the lines shown so far those
// between them. A step goes along a line to its other end and to what it is about, or to what
// a node belongs to, which has no direction.
func (s *Shown) keepNear(g *graph.Graph, a *Around) {
	start := g.NodeByID(a.Node)
	if start >= 0 {
		next := s.steps(g, a.Way)
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
	for e := range s.Lines {
		s.Lines[e] = s.Lines[e] && s.Nodes[g.Lines[e].From] && s.Nodes[g.Lines[e].To]
	}
}

// steps lists where one step leads from each node.
func (s *Shown) steps(g *graph.Graph, way Way) [][]int {
	next := make([][]int, len(g.Nodes))
	join := func(from, to int, oneWay bool) {
		if !oneWay || way != Against {
			next[from] = append(next[from], to)
		}
		if !oneWay || way != Along {
			next[to] = append(next[to], from)
		}
	}
	for e := range g.Lines {
		l := &g.Lines[e]
		if !s.Lines[e] {
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
	for _, b := range g.Bands {
		join(b.Part, b.Whole, false)
	}
	return next
}
