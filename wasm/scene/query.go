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

// offFrame is where what is not shown lies on the screen: no label, no pointer and no edge
// finds it there, px.
var offFrame = geom.Vec{X: -1e5, Y: -1e5}

func (c Filter) apply(s *Scene) error {
	q := s.query.Clone()
	q.Filter = c.Kept
	return s.changeQuery(q)
}

func (c SetTime) apply(s *Scene) error {
	q := s.query.Clone()
	q.Time = c.Time
	scrubbing := s.scrubbing
	if err := s.checkQuery(&q); err != nil || q.Equal(&s.query) {
		return err
	}
	s.cancelGestures()
	s.stopMotion()
	if !scrubbing {
		s.pushHistory()
	}
	s.showQuery(q)
	s.scrubbing = true
	return nil
}

func (c Around) apply(s *Scene) error {
	q := s.query.Clone()
	q.Around = c.Around
	return s.changeQuery(q)
}

func (ShowAll) apply(s *Scene) error { return s.changeQuery(query.Query{}) }

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

// changeQuery narrows the map by another query, as one step of undo.
func (s *Scene) changeQuery(q query.Query) error {
	if err := s.checkQuery(&q); err != nil || q.Equal(&s.query) {
		return err
	}
	s.cancelGestures()
	s.stopMotion()
	s.pushHistory()
	s.showQuery(q)
	return nil
}

// showQuery shows what another query keeps. Only steps around a node move anything: what they
// keep gets the whole frame, and when they end each node goes back to where it was, except for
// those that the reader has moved meanwhile.
func (s *Scene) showQuery(q query.Query) {
	s.cancelGestures()
	s.stopMotion()
	s.setHover(Target{})
	s.query = q.Clone()
	s.applyFilter()
	switch {
	case q.Around.Node != "":
		if s.savedPositions == nil {
			s.savedPositions = slices.Clone(s.at)
		}
		s.startTransition(s.expandSelection())
	case s.savedPositions != nil:
		to := s.savedPositions
		for i := range to {
			if s.isPinned(i) {
				to[i] = s.at[i]
			}
		}
		s.savedPositions = nil
		s.startTransition(to)
	}
}

// resumeQuery shows what a query keeps on a map that was laid out again.
func (s *Scene) resumeQuery(q query.Query) {
	if q.Around.Node != "" {
		s.showQuery(q)
		return
	}
	s.query = q
	if q.Narrows() {
		s.applyFilter()
	}
}

// applyFilter settles what the query keeps. What comes fades in; what goes is gone at once.
func (s *Scene) applyFilter() {
	s.show(query.Apply(s.graph, &s.query))
	s.laidOut, s.cachedDrag = nil, nil
	if s.query.Around.Node != "" {
		s.laidOut = indices(s.shown.Nodes)
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
			s.edgeAlpha[e] = 0
		}
	}
	s.aboutOnly = aboutOnlyNodes(s.graph, &s.shown)
	s.changeHighlight()
	s.changePlaces()
	s.events.state = true
}

// isShown reports whether a target is part of the picture; nothing is.
func (s *Scene) isShown(t Target) bool {
	return t.Kind == Nothing || t.Kind == Node && s.shown.Nodes[t.Index] || t.Kind == Edge && s.shown.Edges[t.Index]
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

// maxExpansion bounds how far a few nodes are drawn apart: beyond it they seem unrelated.
const maxExpansion = 3.0

// expansionLeash is how far a node may move from there, as a share of the frame's width.
const expansionLeash = 0.12

// expandSelection returns the places of a map that is narrowed to a few nodes: as they lay to each
// other (so that the reader knows them again), drawn apart to fill the frame, and then cleared
// of overlaps and of edges, on leashes. The others stay where they are.
func (s *Scene) expandSelection() []geom.Vec {
	to := slices.Clone(s.savedPositions)
	box, free := geom.Rect{}, 0
	for _, i := range s.laidOut {
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
	kx, ky := expansion(box.W(), room.W()), expansion(box.H(), room.H())
	for _, i := range s.laidOut {
		if !s.pinned[i] {
			d := to[i].Sub(box.Centre())
			to[i] = room.Centre().Add(geom.Vec{X: float64(d.X * kx), Y: float64(d.Y * ky)})
		}
	}
	at := make([]geom.Vec, len(s.laidOut))
	for k, i := range s.laidOut {
		at[k] = to[i]
	}
	change := layout.Relayout{Problem: s.layoutProblem(), Previous: at, MaxDisplacement: float64(expansionLeash * s.size.W)}
	at = change.Solve(layoutSeed, layout.DefaultBudget/3)
	for k, i := range s.laidOut {
		to[i] = at[k]
		if !s.pinned[i] {
			to[i] = snapped(to[i])
		}
	}
	return to
}

func expansion(have, room float64) float64 {
	if have <= 0 {
		return 1
	}
	return max(1, min(room/have, maxExpansion))
}

// aboutOnlyNodes finds the nodes that only "about" joins to what is shown: their about lines are drawn at
// rest, or they would seem to have nothing to do with it.
func aboutOnlyNodes(g *graph.Graph, shown *query.Shown) []bool {
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

func allShown(g *graph.Graph) query.Shown {
	return query.Apply(g, &query.Query{})
}

// checkRestored refuses a state whose query, comparison or places behind mean nothing on this map.
func (s *Scene) checkRestored(st *State) error {
	for _, p := range st.SavedPositions {
		if _, err := s.node(p.Node); err != nil {
			return err
		}
		if err := finite(p.X, p.Y); err != nil {
			return err
		}
	}
	if err := s.checkComparison(st.Comparison); err != nil {
		return err
	}
	return s.checkQuery(&st.Query)
}

// restorePositions puts every node to where it was before steps around a node moved it, at once.
func (s *Scene) restorePositions() {
	if s.savedPositions != nil {
		copy(s.at, s.savedPositions)
		s.savedPositions = nil
	}
}

// restoreQuery takes the query and the comparison of a state over, after its places. A state that has
// steps around a node but no places is laid out.
func (s *Scene) restoreQuery(st *State) {
	s.query, s.comparison, s.scrubbing = st.Query.Clone(), st.Comparison, false
	s.applyFilter()
	if s.query.Around.Node == "" {
		return
	}
	s.savedPositions = slices.Clone(s.at)
	for _, p := range st.SavedPositions {
		s.savedPositions[s.graph.NodeByID(p.Node)] = snapped(geom.Vec{X: p.X * s.size.W, Y: p.Y * s.size.H})
	}
	if len(st.Places)+len(st.SavedPositions) == 0 {
		copy(s.at, s.expandSelection())
	}
}
