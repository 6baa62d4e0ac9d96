package scene

import (
	"slices"

	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/layout"
	"actormap/wasm/query"
)

// The commands that narrow the map to what a reader asks for. What they leave out is gone
// from the picture, from picking and from walking; all of it can be undone.
type (
	// Filter keeps the relations that pass every facet; an empty one shows all again.
	Filter struct{ Kept map[query.Facet][]string }
	// SetTime keeps the relations of a span. Those of one hand on a slider are one step of undo.
	SetTime struct{ Time query.Time }
	// Around keeps the nodes within some steps of one and gives them the whole frame; the zero
	// Around brings the others back, and every node to where it was.
	Around struct{ Around query.Around }
	// ShowAll ends filter, time and Around together.
	ShowAll struct{}
)

// offFrame is where what is not shown lies on the screen: no label, no pointer and no line
// finds it there, px.
var offFrame = geom.Vec{X: -1e5, Y: -1e5}

func (c Filter) apply(s *Scene) error {
	q := s.query.Clone()
	q.Filter = c.Kept
	return s.ask(q)
}

func (c SetTime) apply(s *Scene) error {
	q := s.query.Clone()
	q.Time = c.Time
	scrubbing := s.scrubbing
	if err := s.checkQuery(&q); err != nil || q.Equal(&s.query) {
		return err
	}
	s.letGo()
	s.stopMotion()
	if !scrubbing {
		s.remember()
	}
	s.turnTo(q)
	s.scrubbing = true
	return nil
}

func (c Around) apply(s *Scene) error {
	q := s.query.Clone()
	q.Around = c.Around
	return s.ask(q)
}

func (ShowAll) apply(s *Scene) error { return s.ask(query.Query{}) }

// checkQuery refuses what means nothing on this map.
func (s *Scene) checkQuery(q *query.Query) error {
	if problem := q.Validate(); problem != "" {
		return &Error{"BadQuery", problem}
	}
	if q.Around.Node == "" {
		return nil
	}
	_, err := s.node(q.Around.Node)
	return err
}

// ask narrows the map by another query, as one step of undo.
func (s *Scene) ask(q query.Query) error {
	if err := s.checkQuery(&q); err != nil || q.Equal(&s.query) {
		return err
	}
	s.letGo()
	s.stopMotion()
	s.remember()
	s.turnTo(q)
	return nil
}

// turnTo shows what another query keeps. Only steps around a node move anything: what they
// keep gets the whole frame, and when they end each node goes back to where it was, but for
// those that the reader has moved meanwhile.
func (s *Scene) turnTo(q query.Query) {
	s.letGo()
	s.stopMotion()
	s.setHover(Target{})
	s.query = q.Clone()
	s.cull()
	switch {
	case q.Around.Node != "":
		if s.behind == nil {
			s.behind = slices.Clone(s.at)
		}
		s.glideTo(s.spread())
	case s.behind != nil:
		to := s.behind
		for i := range to {
			if s.isPinned(i) {
				to[i] = s.at[i]
			}
		}
		s.behind = nil
		s.glideTo(to)
	}
}

// keepAsking shows what a query keeps on a map that was laid out anew.
func (s *Scene) keepAsking(q query.Query) {
	if q.Around.Node != "" {
		s.turnTo(q)
		return
	}
	s.query = q
	if q.Narrows() {
		s.cull()
	}
}

// cull settles what the query keeps. What comes fades in; what goes is gone at once.
func (s *Scene) cull() {
	s.show(query.Apply(s.graph, &s.query))
	s.cast, s.forces = nil, nil
	if s.query.Around.Node != "" {
		s.cast = indices(s.shown.Nodes)
	}
	s.measureNodes()
}

// show makes a part of the map what is shown.
func (s *Scene) show(part query.Shown) {
	before := s.shown
	s.shown = part
	for i := range s.shown.Nodes {
		if !before.Nodes[i] {
			s.nodeAlpha[i] = 0
		}
	}
	for e := range s.shown.Edges {
		if !before.Edges[e] {
			s.lineAlpha[e] = 0
		}
	}
	s.orphan = orphans(s.graph, &s.shown)
	s.light.known = false
	s.stale, s.dirty, s.outbox.places, s.outbox.state = true, true, true, true
}

// isShown reports whether a target is part of the picture; nothing is.
func (s *Scene) isShown(t Target) bool {
	return t.Kind == Nothing || t.Kind == Node && s.shown.Nodes[t.Index] || t.Kind == Line && s.shown.Edges[t.Index]
}

func indices(on []bool) []int {
	out := []int{}
	for i := range on {
		if on[i] {
			out = append(out, i)
		}
	}
	return out
}

// maxSpread bounds how far a few nodes are drawn apart: beyond it they seem unrelated.
const maxSpread = 3.0

// spreadLeash is how far a node may move from there, as a share of the frame's width.
const spreadLeash = 0.12

// spread returns the places of a map that is narrowed to a few nodes: as they lay to each
// other (so that the reader knows them again), drawn apart to fill the frame, and then cleared
// of overlaps and of lines, on leashes. The others stay where they are.
func (s *Scene) spread() []geom.Vec {
	to := slices.Clone(s.behind)
	box, free := geom.Rect{}, 0
	for _, i := range s.cast {
		if s.pinned[i] {
			continue
		}
		if r := geom.RectAt(to[i], 0, 0); free == 0 {
			box = r
		} else {
			box = box.Union(r)
		}
		free++
	}
	room := s.world().Grow(-frameMargin - float64(maxRadius*2))
	kx, ky := stretch(box.W(), room.W()), stretch(box.H(), room.H())
	for _, i := range s.cast {
		if !s.pinned[i] {
			d := to[i].Sub(box.Centre())
			to[i] = room.Centre().Add(geom.Vec{X: float64(d.X * kx), Y: float64(d.Y * ky)})
		}
	}
	at := make([]geom.Vec, len(s.cast))
	for k, i := range s.cast {
		at[k] = to[i]
	}
	change := layout.Relayout{Problem: s.problem(), Previous: at, MaxDisplacement: float64(spreadLeash * s.size.W)}
	at = change.Solve(layoutSeed, layout.DefaultBudget/3)
	for k, i := range s.cast {
		to[i] = at[k]
		if !s.pinned[i] {
			to[i] = snapped(to[i])
		}
	}
	return to
}

func stretch(have, room float64) float64 {
	if have <= 0 {
		return 1
	}
	return max(1, min(room/have, maxSpread))
}

// orphans finds the nodes that only "about" ties to what is shown: their ties are drawn at
// rest, or they would seem to have nothing to do with it.
func orphans(g *graph.Graph, shown *query.Shown) []bool {
	out := make([]bool, len(g.Nodes))
	fill(out, true)
	for e := range g.Edges {
		if shown.Edges[e] {
			out[g.Edges[e].From], out[g.Edges[e].To] = false, false
		}
	}
	for _, b := range g.Memberships {
		if shown.Nodes[b.Part] && shown.Nodes[b.Whole] {
			out[b.Part], out[b.Whole] = false, false
		}
	}
	return out
}

func everything(g *graph.Graph) query.Shown {
	return query.Apply(g, &query.Query{})
}

// checkAsked refuses a state whose query, trail or places behind mean nothing on this map.
func (s *Scene) checkAsked(st *State) error {
	for _, p := range st.Behind {
		if _, err := s.node(p.Node); err != nil {
			return err
		}
		if err := finite(p.X, p.Y); err != nil {
			return err
		}
	}
	if err := s.checkTrail(st.Trail); err != nil {
		return err
	}
	return s.checkQuery(&st.Query)
}

// ungather puts every node to where it was before steps around a node moved it, at once.
func (s *Scene) ungather() {
	if s.behind != nil {
		copy(s.at, s.behind)
		s.behind = nil
	}
}

// bringBack takes the query and the trail of a state over, after its places. A state that has
// steps around a node but no places is laid out.
func (s *Scene) bringBack(st *State) {
	s.query, s.trail, s.scrubbing = st.Query.Clone(), st.Trail, false
	s.cull()
	if s.query.Around.Node == "" {
		return
	}
	s.behind = slices.Clone(s.at)
	for _, p := range st.Behind {
		s.behind[s.graph.NodeByID(p.Node)] = snapped(geom.Vec{X: p.X * s.size.W, Y: p.Y * s.size.H})
	}
	if len(st.Places)+len(st.Behind) == 0 {
		copy(s.at, s.spread())
	}
}
