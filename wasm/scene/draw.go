package scene

import (
	"math"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
)

// drawn is the last picture with the geometry that picking needs. Its slices are reused.
type drawn struct {
	made       revision // that the rest was made at
	frame      display.Frame
	static     staticLayer
	list       *[]display.Shape // that shapes are being drawn into: those of frame, or of static
	at         []geom.Vec       // screen, in node order
	moved      []bool           // in node order: it lies elsewhere than in the picture before, or all is new
	routeKey   routeKey
	nodes      []int       // those of which something is on the screen, in node order
	edges      []int       // likewise, in edge order
	seen       []bool      // of each edge: it may be seen
	paths      []edgePath  // see Scene.edgePath
	pathKnown  []bool      // of each edge: its path is known
	shapes     []geom.Rect // boxes of the shapes, in node order
	items      []label.Item
	named      []int       // the node of each item
	boxes      []geom.Rect // of the names beside nodes that are shown
	leftovers  []leftoverLabel
	near       []geom.Rect // what is taken around one of them
	edgeLabels []edgeLabel
	order      []int // of edges, in which edge labels get room

	blocked []geom.Rect // what no name may cover
	placer  label.Placer
	bodies  label.Index // of shapes, names and glyphs in turn
	names   label.Index
	glyphs  label.Index
	spots   []geom.Vec // of the glyphs in the index
	found   []int
}

// A routeKey is everything besides endpoint positions that cached edge paths of a large map depend on; the cache is
// valid while it is equal.
type routeKey struct {
	nodeBoxes *nodeBox // the first: an array of node boxes, or of edges shown, is never changed in place
	edges     *bool
	lod       float64
	size      Size
}

// currentRouteKey returns the key of the present edge paths, and whether they may be cached: not where glyphs are moved along their edges, which are few then.
func (s *Scene) currentRouteKey() (now routeKey, keeps bool) {
	if !s.isZoomedOut() || len(s.graph.Edges) == 0 {
		return routeKey{}, false
	}
	return routeKey{&s.nodeBoxes[0], &s.shown.Edges[0], s.lod.scale, s.size}, true
}

// draw builds the display list, back to front: bands, about lines, edges with arrowheads, glyphs,
// nodes, marks; on a large map what is highlighted over the rest; then names and edge labels.
func (s *Scene) draw() {
	s.prepare()
	s.drawn.frame.Static = nil
	s.drawStaticLayer(s.world())
	s.drawAbove()
}

// prepare settles all that a display list is made from, and begins an empty one.
func (s *Scene) prepare() {
	d := &s.drawn
	s.ensureGeometry()
	if d.made.list != s.revision.list {
		d.static.serial++
	}
	d.made.list, d.made.above = s.revision.list, s.revision.above
	s.updateHighlight()
	d.frame.Width, d.frame.Height, d.frame.Paper = s.size.W, s.size.H, s.theme.Paper
	d.frame.Shapes, d.frame.Texts = d.frame.Shapes[:0], d.frame.Texts[:0]
	d.list = &d.frame.Shapes
}

// drawAbove draws what lies above the static layer: of a large map glyphs and what is highlighted; node and edge
// labels.
func (s *Scene) drawAbove() {
	if s.lod.layered {
		s.drawGlyphs()
		s.drawHighlighted()
	}
	s.drawNames()
	s.drawEdgeLabels()
}

// ensureGeometry makes sure that the geometry on the screen is up to date.
func (s *Scene) ensureGeometry() {
	if s.isGeometryStale() {
		s.computeGeometry()
		s.drawn.made.geometry = s.revision.geometry
	}
}

// computeGeometry settles the geometry on the screen: where shapes, edges, glyphs and texts lie. It
// is kept while only alphas and marks change, so that nothing moves under the pointer.
func (s *Scene) computeGeometry() {
	d := &s.drawn
	s.resize()
	d.shapes, d.nodes = d.shapes[:0], d.nodes[:0]
	now, keeps := s.currentRouteKey()
	all := !keeps || now != d.routeKey || len(d.at) != len(s.at)
	if d.routeKey = now; len(d.at) != len(s.at) {
		d.at, d.moved = make([]geom.Vec, len(s.at)), make([]bool, len(s.at))
	}
	view := s.world()
	for i := range s.at {
		at := offFrame
		if s.shown.Nodes[i] {
			at = s.toScreen(i)
		}
		d.moved[i] = all || at != d.at[i]
		d.at[i] = at
		box := s.shapeBox(i)
		d.shapes = append(d.shapes, box)
		if box.Overlaps(view) {
			d.nodes = append(d.nodes, i)
		}
	}
	s.placeEdges(view)
	if s.lod.leveledNames {
		s.placeLargeMapNames()
	} else {
		s.placeNames()
	}
	s.placeGlyphs()
	s.hideNamesUnderGlyphs()
	s.placeLeftovers()
	s.placeEdgeLabels()
}

// placeEdges lists the edges that may be seen, and drops the cached paths of those with an end that has
// moved.
func (s *Scene) placeEdges(view geom.Rect) {
	d := &s.drawn
	if n := len(s.graph.Edges); len(d.paths) != n {
		d.paths, d.pathKnown, d.seen = make([]edgePath, n), make([]bool, n), make([]bool, n)
	}
	d.edges = d.edges[:0]
	for e := range s.graph.Edges {
		if l := &s.graph.Edges[e]; d.moved[l.From] || d.moved[l.To] {
			d.seen[e], d.pathKnown[e] = s.shown.Edges[e] && s.isNear(e, view), false
		}
		if d.seen[e] {
			d.edges = append(d.edges, e)
		}
	}
}

// isNear reports whether the box of edge e and its marks overlaps a part of the screen.
func (s *Scene) isNear(e int, part geom.Rect) bool {
	a, b := s.drawn.at[s.graph.Edges[e].From], s.drawn.at[s.graph.Edges[e].To]
	return between(a, b).Grow(s.edgeExtent(e)).Overlaps(part)
}

// edgePath returns the path of edge e; of one out of view only the middle is known. Those of a large
// map are many, and most of them are not asked for while it is panned.
func (s *Scene) edgePath(e int) *edgePath {
	d := &s.drawn
	r := &d.paths[e]
	if d.pathKnown[e] {
		return r
	}
	d.pathKnown[e] = true
	switch l := &s.graph.Edges[e]; {
	case !s.shown.Edges[e]:
		*r = edgePath{glyph: offFrame}
	case !d.seen[e]:
		*r = edgePath{glyph: d.at[l.From].Lerp(d.at[l.To], 0.5)}
	default:
		*r = s.newEdgePath(e, d.at)
	}
	return r
}

// between is the box that two points span.
func between(a, b geom.Vec) geom.Rect {
	return geom.Rect{Min: a, Max: a}.Union(geom.Rect{Min: b, Max: b})
}

// edgeReach is how far arrowheads and marks reach beside their edge, px.
const edgeReach = 12.0

// toScreen returns the middle of node i on the screen. At rest it falls on a whole px, so
// that text and borders are as crisp as the picture's.
func (s *Scene) toScreen(i int) geom.Vec {
	p := s.camera.ToScreen(s.at[i])
	if s.lod.snaps && !s.inMotion() {
		p.X, p.Y = math.Round(p.X), math.Round(p.Y)
	}
	return p
}

// inMotion reports whether nodes are on their way. On a large map one being dragged is until it is
// let go: to find out which names have room takes longer than a tick has.
func (s *Scene) inMotion() bool {
	return s.dragSession != nil || s.transition.leftMS > 0 || s.lod.leveledNames && s.drag.node >= 0
}

// add draws a shape that is a part of something.
func (s *Scene) add(owner display.Owner, sh display.Shape) {
	sh.Owner = owner
	*s.drawn.list = append(*s.drawn.list, sh)
}

func nodePart(i int, part display.Part) display.Owner {
	return display.Owner{Thing: display.Node, Index: int32(i), Part: part}
}

func edgePart(e int, part display.Part) display.Owner {
	return display.Owner{Thing: display.Edge, Index: int32(e), Part: part}
}

// partOf is another part of the same owner.
func partOf(o display.Owner, part display.Part) display.Owner {
	o.Part = part
	return o
}

func membershipPart(k int, part display.Part) display.Owner {
	return display.Owner{Thing: display.Membership, Index: int32(k), Part: part}
}

const (
	bandWidth  = 9.0
	aboutWidth = 1.0
	paleLine   = 1.0
	thinLine   = 1.5
	thickLine  = 3.0
)

// membershipMeets reports whether something of membership k may be seen in a part of the screen.
func (s *Scene) membershipMeets(k int, part geom.Rect) bool {
	b := &s.graph.Memberships[k]
	return s.shown.Nodes[b.Part] && s.shown.Nodes[b.Whole] &&
		between(s.drawn.at[b.Part], s.drawn.at[b.Whole]).Grow(bandWidth).Overlaps(part)
}

// membershipAlpha is that of the fainter of the two ends of membership k.
func (s *Scene) membershipAlpha(k int) float64 {
	b := &s.graph.Memberships[k]
	return min(s.nodeAlpha[b.Part], s.nodeAlpha[b.Whole])
}

// drawMembership draws the band of membership k; a marked one is a step of the comparison.
func (s *Scene) drawMembership(k int, alpha float64, marked bool) {
	from, to := s.drawn.at[s.graph.Memberships[k].Part], s.drawn.at[s.graph.Memberships[k].Whole]
	width, ink := max(1, bandWidth*s.lod.scale), max(0.5, s.edgeInk())
	c := geom.Curve{A: from, C: from.Lerp(to, 0.5), B: to}
	if marked {
		s.drawHalo(membershipPart(k, display.Highlight), c, width)
	}
	s.add(membershipPart(k, display.Body), display.Shape{Kind: display.Stroke, Curve: c, Width: width, Line: s.theme.Band.Fade(alpha * ink), Round: true})
}

// eachAbout calls yield for every edge and every node that it is about, as far as they are shown.
func (s *Scene) eachAbout(yield func(e, i int)) {
	for e := range s.graph.Edges {
		for _, i := range s.graph.Edges[e].About {
			if s.shown.Edges[e] && s.shown.Nodes[i] {
				yield(e, i)
			}
		}
	}
}

// highlightsAbout reports whether the about line of edge e with what it is about is drawn because one of them is highlighted.
func highlightsAbout(lifted Target, e, i int) bool {
	return lifted == (Target{Edge, e}) || lifted == (Target{Node, i})
}

func (s *Scene) drawAbout(e, i int, alpha float64) {
	a, b := s.edgePath(e).glyph, s.drawn.at[i]
	c := geom.Curve{A: a, C: a.Lerp(b, 0.5), B: b}
	u := 1 - s.clipToShape(geom.Curve{A: b, C: c.C, B: a}, i, b)
	if u <= 0 {
		return
	}
	c = c.Part(0, u)
	s.add(edgePart(e, display.About), display.Shape{Kind: display.Stroke, Curve: c, Width: aboutWidth, Dash: display.Dash{On: 2, Off: 3},
		Line: s.theme.Structure.Fade(alpha)})
}

// markEdge lays the accent under edge e, drawn with the given width, if it is marked.
func (s *Scene) markEdge(e int, width float64) {
	if r := s.edgePath(e); r.shown && s.marked(Target{Edge, e}) {
		s.drawHalo(edgePart(e, display.Highlight), r.curve, width)
	}
}

// drawHalo lays the accent along a curve, to both sides of a stroke of the given width.
func (s *Scene) drawHalo(owner display.Owner, c geom.Curve, width float64) {
	s.add(owner, display.Shape{Kind: display.Stroke, Curve: c, Width: width + 7, Line: s.theme.Accent.Fade(0.35), Round: true})
}

// drawEdge draws edge e, with an arrowhead where it has one and arrows are wanted.
func (s *Scene) drawEdge(e int, alpha, width float64, arrows bool) {
	r, st := s.edgePath(e), s.graph.Edges[e].Style
	if !r.shown {
		return
	}
	list := s.drawn.list
	*list = appendEdge(*list, r.curve, st, edgeColor(&s.theme, st).Fade(alpha), width, arrows, edgePart(e, display.Body))
}

// marked reports whether a target carries the accent: selected, focused by keyboard, part of
// the comparison, or new at the last day of the time.
func (s *Scene) marked(t Target) bool {
	return s.selected == t || s.focus == t || s.comparison.marks(s.graph, t) || t.Kind == Edge && s.shown.Latest[t.Index]
}

// drawGlyph draws the glyph of edge e, if it has one, around a point.
func (s *Scene) drawGlyph(e int, at geom.Vec, alpha float64) {
	st := s.graph.Edges[e].Style
	if !s.edgePath(e).shown || !hasGlyph(st) || !s.world().Grow(glyphRadius+1).Contains(at) {
		return
	}
	list := s.drawn.list
	*list = appendGlyph(*list, st, at, edgeColor(&s.theme, st).Fade(alpha), s.theme.Paper, edgePart(e, display.Body))
}

// drawNode draws the shape of node i with a share of its ink.
func (s *Scene) drawNode(i int, a float64) {
	n, l, at := &s.graph.Nodes[i], &s.nodeBoxes[i], s.drawn.at[i]
	ink := s.theme.Ink.Over(s.theme.Paper, a) // opaque: edges must not shine through a faded node
	if s.lod.dots && l.halfW < plainDisc {
		s.drawDot(i, ink, s.theme.Muted.Over(s.theme.Paper, a))
		return
	}
	switch n.Kind {
	case graph.Issue:
		s.add(nodePart(i, display.Body), display.Shape{Kind: display.Box, At: at, HalfW: l.halfW, HalfH: l.halfH, Corner: pillCorner(l),
			Fill: s.theme.Pill.Over(s.theme.Paper, a), Line: s.theme.Muted.Over(s.theme.Paper, a), Width: 1})
	case graph.State:
		s.add(nodePart(i, display.Body), display.Shape{Kind: display.Box, At: at, HalfW: l.halfW * stateSide, HalfH: l.halfH * stateSide, Corner: stateCorner, Fill: ink})
	case graph.Organisation:
		s.add(nodePart(i, display.Body), display.Shape{Kind: display.Hexagon, At: at, HalfW: l.halfW * hexSide, Fill: ink})
	case graph.Group:
		s.add(nodePart(i, display.Body), display.Shape{Kind: display.Disc, At: at, HalfW: l.halfW + s.ring(), Fill: s.theme.Paper, Line: ink, Width: 1.25})
		s.add(nodePart(i, display.Body), display.Shape{Kind: display.Disc, At: at, HalfW: l.halfW, Fill: ink})
	default:
		s.add(nodePart(i, display.Body), display.Shape{Kind: display.Disc, At: at, HalfW: l.halfW, Fill: ink})
	}
	if s.pinned[i] && n.Place == nil {
		s.drawPin(i, ink)
	}
}

// drawDot draws a node that is too small for more: a disc for actors, a bar for issues.
func (s *Scene) drawDot(i int, actor, issue display.Color) {
	l, at := &s.nodeBoxes[i], s.drawn.at[i]
	if s.graph.Nodes[i].Kind == graph.Issue {
		s.add(nodePart(i, display.Body), display.Shape{Kind: display.Box, At: at, HalfW: l.halfW, HalfH: l.halfH, Corner: l.halfH, Fill: issue})
		return
	}
	s.add(nodePart(i, display.Body), display.Shape{Kind: display.Disc, At: at, HalfW: l.halfW, Fill: actor})
}

// markNode puts a ring around node i if it is marked: 2 px of the accent, 3 px off the shape.
func (s *Scene) markNode(i int) {
	if !s.marked(Target{Node, i}) {
		return
	}
	l, at := &s.nodeBoxes[i], s.drawn.at[i]
	sh := display.Shape{Kind: display.Box, At: at, HalfW: l.halfW + 5, HalfH: l.halfH + 5, Corner: 8, Line: s.theme.Accent, Width: 2}
	switch s.graph.Nodes[i].Kind {
	case graph.Issue:
		sh.Corner = pillCorner(l) + 5
	case graph.Person:
		sh.Kind = display.Disc
	case graph.Group:
		sh.Kind, sh.HalfW = display.Disc, l.halfW+s.ring()+5
	}
	s.add(nodePart(i, display.Highlight), sh)
}

// drawPin marks a node that the reader has put somewhere: a small ring at its upper right.
func (s *Scene) drawPin(i int, ink display.Color) {
	l := &s.nodeBoxes[i]
	k := 0.75
	if s.graph.Nodes[i].Kind == graph.Issue {
		k = 1
	}
	at := s.drawn.at[i].Add(geom.Vec{X: l.halfW * k, Y: -l.halfH * k})
	s.add(nodePart(i, display.PinMark), display.Shape{Kind: display.Disc, At: at, HalfW: 3.5, Fill: s.theme.Paper, Line: ink, Width: 1.25})
	s.add(nodePart(i, display.PinMark), display.Shape{Kind: display.Disc, At: at, HalfW: 1.25, Fill: ink})
}
