package scene

import (
	"slices"
	"sort"

	"actormap/wasm/geom"
)

// A Direction is where the keyboard's mark goes.
type Direction string

// The directions. The four of the compass go along a relation to the neighbour that lies
// most that way; next and prev go through all nodes in their stable order, so that every
// node can be reached.
const (
	Left  Direction = "left"
	Right Direction = "right"
	Up    Direction = "up"
	Down  Direction = "down"
	Next  Direction = "next"
	Prev  Direction = "prev"
	First Direction = "first"
	Last  Direction = "last"

	// Through the neighbours of one node in their stable order, wherever they lie. The node stays
	// the same until the mark goes elsewhere or a neighbour is selected.
	NextNeighbour Direction = "next-neighbour"
	PrevNeighbour Direction = "prev-neighbour"
)

// A neighbourCycle is a walk through the neighbours of a node: where it is, if the mark is still there.
type neighbourCycle struct{ hub, current int }

// minAlong is the cosine below which a neighbour does not lie "that way": 75 degrees off,
// so that the four directions overlap and every neighbour lies in at least one.
const minAlong = 0.26

func (c Walk) apply(s *Scene) error {
	all := indices(s.shown.Nodes)
	n := len(all)
	if n == 0 {
		s.setFocus(Target{})
		return nil
	}
	i := s.walkFrom()
	if i < 0 || !s.shown.Nodes[i] {
		s.setFocus(Target{Node, s.mostConnected()})
		return nil
	}
	k := slices.Index(all, i)
	switch c.To {
	case First:
		i = all[0]
	case Last:
		i = all[n-1]
	case Next:
		i = all[(k+1)%n]
	case Prev:
		i = all[(k+n-1)%n]
	case NextNeighbour:
		i = s.cycleNeighbours(i, 1)
	case PrevNeighbour:
		i = s.cycleNeighbours(i, -1)
	case Left:
		i = s.neighbour(i, geom.Vec{X: -1})
	case Right:
		i = s.neighbour(i, geom.Vec{X: 1})
	case Up:
		i = s.neighbour(i, geom.Vec{Y: -1})
	case Down:
		i = s.neighbour(i, geom.Vec{Y: 1})
	default:
		return &Error{"UnknownDirection", "walk goes left, right, up, down, next, prev, next-neighbour, prev-neighbour, first or last"}
	}
	s.setFocus(Target{Node, i})
	return nil
}

// cycleNeighbours returns the neighbour after or before i in the ring that i is in; else the
// first or last neighbour of i itself, or i if it has none.
func (s *Scene) cycleNeighbours(i, by int) int {
	opened := s.selected == Target{Node, i}
	if s.cycle.current != i || s.cycle.hub == i || opened {
		s.cycle = neighbourCycle{hub: i, current: -1}
	}
	all := s.neighbours(s.cycle.hub)
	n := len(all)
	if n == 0 {
		return i
	}
	k := slices.Index(all, s.cycle.current)
	switch {
	case k >= 0:
		k = (k + n + by) % n
	case by < 0:
		k = n - 1
	default:
		k = 0
	}
	s.cycle.current = all[k]
	return all[k]
}

// walkFrom returns the node to walk from: the focused one, else the selected one, else -1.
func (s *Scene) walkFrom() int {
	for _, t := range [2]Target{s.focus, s.selected} {
		switch t.Kind {
		case Node:
			return t.Index
		case Edge:
			return s.graph.Edges[t.Index].From
		}
	}
	return -1
}

// mostConnected is where a walk begins: among what is shown, or -1.
func (s *Scene) mostConnected() int {
	best := -1
	for i := range s.graph.Nodes {
		if s.shown.Nodes[i] && (best < 0 || s.graph.Nodes[i].Degree > s.graph.Nodes[best].Degree) {
			best = i
		}
	}
	return best
}

// neighbour returns the neighbour of i that lies most in a direction, or i itself.
func (s *Scene) neighbour(i int, dir geom.Vec) int {
	best, most := i, 0.0
	for _, j := range s.neighbours(i) {
		d := s.at[j].Sub(s.at[i])
		along := d.Unit().Dot(dir)
		if along < minAlong {
			continue
		}
		// Straight ahead counts more than near; nearness breaks near ties.
		if score := along*along/(1+d.Len()/400) + 1e-9; score > most {
			best, most = j, score
		}
	}
	return best
}

// neighbours returns the nodes that an edge, a membership or an "about" joins with i, in order.
func (s *Scene) neighbours(i int) []int {
	found := map[int]bool{}
	for _, e := range s.graph.EdgesAt(i) {
		l := &s.graph.Edges[e]
		switch {
		case !s.shown.Edges[e]:
			continue
		case l.From == i:
			found[l.To] = true
		case l.To == i:
			found[l.From] = true
		default: // it is about i
			found[l.From], found[l.To] = true, true
		}
		if l.From == i || l.To == i {
			for _, a := range l.About {
				found[a] = true
			}
		}
	}
	for _, b := range s.graph.Memberships {
		if b.Part == i {
			found[b.Whole] = true
		}
		if b.Whole == i {
			found[b.Part] = true
		}
	}
	out := make([]int, 0, len(found))
	for j := range found {
		if j != i && s.shown.Nodes[j] {
			out = append(out, j)
		}
	}
	sort.Ints(out)
	return out
}
