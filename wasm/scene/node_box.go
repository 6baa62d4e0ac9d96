package scene

import (
	"math"
	"slices"
	"sort"
	"strings"

	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
	"actormap/wasm/layout"
)

// Sizes in px. Labels are never smaller than 12 px (legibility at arm's length on a phone).
const (
	actorText     = 13.0
	actorWeight   = 600
	pillText      = 12.0
	pillWeight    = 400
	lineHeight    = 1.25 // times the text size
	baseRadius    = 7.5  // of an actor without relations
	radiusGrowth  = 1.5  // times the root of the degree: area grows with the number of relations
	maxRadius     = 16.0
	pillPadX      = 9.0
	pillPadY      = 5.0
	namelessHalfW = 9.0 // a pill without room for its name
	namelessHalfH = 6.0
	minWrap       = 76.0
	bodyGap       = 10.0
	frameMargin   = 10.0
)

// maxCover is the share of the frame that shapes and names may take. Above it, edges have no
// room to be followed by eye: the least connected nodes give up their names first. Tried on
// the first dataset at the four frames: up to 0.45 no edge runs over a foreign shape or name,
// at 0.5 five do.
const maxCover = 0.45

// sparseCover is maxCover where edges and memberships are few: at one a node they need no more room than that. Between few
// and many it changes evenly.
const (
	sparseCover = 0.7
	fewEdges    = 1.0 // a node
	manyEdges   = 2.0
)

// mostNameLines is in how many lines a name is broken at most.
const mostNameLines = 3

// A nodeBox is the shape and the wrapped name of a node.
type nodeBox struct {
	halfW, halfH float64  // of the shape
	nameLines    []string // a string a line
	rtl          bool     // the direction of the name and of each of its lines
	nameW, nameH float64  // of the lines together
	named        bool     // the name is part of the resting picture
}

// newNodeBoxes sizes every node for a frame, in which the laid-out nodes have to find room.
func newNodeBoxes(g *graph.Graph, size Size, cast []int) []nodeBox {
	out := make([]nodeBox, len(g.Nodes))
	for i := range g.Nodes {
		out[i] = newNodeBox(&g.Nodes[i], size)
	}
	if len(cast) <= LargeMapThreshold {
		dropNames(g, size, out, slices.Clone(cast))
		return out
	}
	for i := range out { // names appear as the zoom has room for them: see large_map.go
		if g.Nodes[i].Kind == graph.Issue {
			out[i].halfW, out[i].halfH = namelessHalfW, namelessHalfH
		}
	}
	return out
}

func allNodes(g *graph.Graph) []int {
	out := make([]int, len(g.Nodes))
	for i := range out {
		out[i] = i
	}
	return out
}

func newNodeBox(n *graph.Node, size Size) nodeBox {
	l := nodeBox{named: true}
	if n.Kind == graph.Issue {
		l.wrap(n.Name, pillText, pillWeight, wrapWidth(n.Name, pillText, pillWeight, size, 132))
		l.halfW = l.nameW/2 + pillPadX
		l.halfH = l.nameH/2 + pillPadY
		return l
	}
	l.wrap(n.Name, actorText, actorWeight, wrapWidth(n.Name, actorText, actorWeight, size, 120))
	r := min(baseRadius+float64(radiusGrowth*math.Sqrt(float64(n.Degree))), maxRadius)
	l.halfW, l.halfH = r, r
	return l
}

// wrapWidth narrows names on narrow frames, but never breaks a word that fits full, the
// width for a frame of 736 px or more.
func wrapWidth(name string, px float64, weight int, size Size, full float64) float64 {
	narrow := min(full, max(minWrap, full*size.W/736))
	if narrow == full {
		return full
	}
	for _, word := range strings.Fields(name) {
		narrow = max(narrow, min(full, math.Ceil(label.Width(word, px, weight))))
	}
	return narrow
}

// wrap breaks a name into at most three lines and measures them in whole px, so that
// centred text falls on whole px too.
func (l *nodeBox) wrap(name string, px float64, weight int, width float64) {
	l.wrapInto(mostNameLines, name, px, weight, width)
}

// wrapInto is wrap for another number of lines.
func (l *nodeBox) wrapInto(lines int, name string, px float64, weight int, width float64) {
	l.nameLines, l.rtl, l.nameW = label.Wrap(name, px, weight, width, lines), label.RightToLeft(name), 0
	for _, line := range l.nameLines {
		l.nameW = max(l.nameW, label.Width(line, px, weight))
	}
	l.nameW = 2 * math.Ceil(l.nameW/2)
	l.nameH = math.Ceil(float64(len(l.nameLines)) * px * lineHeight)
}

// actorBonus is how many relations more an issue needs to keep its name before an actor:
// who comes before what.
const actorBonus = 1.5

// rankOf orders nodes by how much a picture misses without their names.
func rankOf(n *graph.Node) float64 {
	if n.Kind == graph.Issue {
		return float64(n.Degree)
	}
	return float64(n.Degree) + actorBonus
}

// dropNames takes names off until the picture has room to breathe, the least connected first. Where edges are few, so that
// names are what fills the frame, it cuts those of three lines short before.
func dropNames(g *graph.Graph, size Size, looks []nodeBox, order []int) {
	sort.SliceStable(order, func(a, b int) bool { return rankOf(&g.Nodes[order[a]]) < rankOf(&g.Nodes[order[b]]) })
	cover := coverOf(g, order)
	free := (size.W - 2*frameMargin) * (size.H - 2*frameMargin) * cover
	used := 0.0
	for _, i := range order {
		used += looks[i].area(g.Nodes[i].Kind)
	}
	less := func(take func(i int)) {
		for _, i := range order {
			if used <= free {
				return
			}
			used -= looks[i].area(g.Nodes[i].Kind)
			take(i)
			used += looks[i].area(g.Nodes[i].Kind)
		}
	}
	if cover > maxCover {
		less(func(i int) { looks[i].shorten(&g.Nodes[i], size) })
	}
	less(func(i int) { looks[i].dropName(g.Nodes[i].Kind) })
}

// dropName takes the name off.
func (l *nodeBox) dropName(k graph.Kind) {
	if l.named = false; k == graph.Issue {
		l.halfW, l.halfH = namelessHalfW, namelessHalfH
	}
}

// shorten takes an actor's name into two lines.
func (l *nodeBox) shorten(n *graph.Node, size Size) {
	if n.Kind != graph.Issue && len(l.nameLines) > 2 {
		l.wrapInto(2, n.Name, actorText, actorWeight, wrapWidth(n.Name, actorText, actorWeight, size, 120))
	}
}

// coverOf returns how much of the frame the shapes and names of the laid-out nodes may take.
func coverOf(g *graph.Graph, cast []int) float64 {
	in := make([]bool, len(g.Nodes))
	for _, i := range cast {
		in[i] = true
	}
	drawn := 0
	for e := range g.Edges {
		if in[g.Edges[e].From] && in[g.Edges[e].To] {
			drawn++
		}
	}
	for _, b := range g.Memberships {
		if in[b.Part] && in[b.Whole] {
			drawn++
		}
	}
	each := float64(drawn) / float64(max(len(cast), 1))
	return maxCover + float64((sparseCover-maxCover)*max(0, min(1, (manyEdges-each)/(manyEdges-fewEdges))))
}

// area is what the node takes of the frame, its name and half the gap around included.
func (l *nodeBox) area(k graph.Kind) float64 {
	w, h := 2*l.halfW+bodyGap, 2*l.halfH+bodyGap
	if k != graph.Issue && l.named {
		w = max(w, l.nameW+bodyGap)
		h += l.nameH + label.Gap
	}
	return w * h
}

// Lengths of links in steps: what belongs together lies close, what is merely spoken
// about lies loosely near.
const (
	membershipLength   = 0.7
	membershipWeight   = 2.0
	aboutLength        = 1.6
	aboutWeight        = 0.4
	friendly           = 0.85 // of an edge of cooperation: allies stand nearer
	hostile            = 1.2  // of an edge of conflict: opponents farther
	membershipCrossing = 0.35 // a crossing with a pale band is little against one of two edges
)

// lengthOf returns the ideal length of an edge in steps, by its polarity.
func lengthOf(s graph.Style) float64 {
	switch s.Polarity {
	case graph.Cooperation:
		return friendly
	case graph.Conflict:
		return hostile
	}
	return 1
}

// layoutProblem states the present map as numbers for the layout; its bodies are those of laidOutNodes.
func (s *Scene) layoutProblem() *layout.Problem {
	g, cast := s.graph, s.laidOutNodes()
	detail := s.scaleAt(1) // the layout knows the map as it is at zoom 1
	p := &layout.Problem{Frame: s.world().Grow(-frameMargin), Gap: bodyGap * detail, ParallelGap: lanePx * detail}
	p.Nodes = make([]layout.NodeBox, 0, len(cast))
	p.Links = make([]layout.Link, 0, len(g.Edges)+len(g.Memberships))
	body := make([]int, len(g.Nodes)) // of each node; -1: none
	for i := range body {
		body[i] = -1
	}
	for k, i := range cast {
		body[i] = k
		p.Nodes = append(p.Nodes, s.layoutBody(i))
	}
	link := func(i, j int, l layout.Link) {
		if l.A, l.B = body[i], body[j]; l.A >= 0 && l.B >= 0 {
			p.Links = append(p.Links, l)
		}
	}
	for e := range g.Edges {
		link(g.Edges[e].From, g.Edges[e].To, layout.Link{Length: lengthOf(g.Edges[e].Style), Weight: 1, Drawn: true})
	}
	for _, b := range g.Memberships {
		link(b.Part, b.Whole, layout.Link{Length: membershipLength, Weight: membershipWeight, Drawn: true, CrossingWeight: membershipCrossing})
	}
	for e := range g.Edges {
		for _, about := range g.Edges[e].About {
			for _, end := range [2]int{g.Edges[e].From, g.Edges[e].To} {
				link(about, end, layout.Link{Length: aboutLength, Weight: aboutWeight})
			}
		}
	}
	return p
}

// laidOutNodes returns the nodes that are laid out, in order.
func (s *Scene) laidOutNodes() []int {
	if s.laidOut != nil {
		return s.laidOut
	}
	return s.all
}

func (s *Scene) layoutBody(i int) layout.NodeBox {
	l := &s.nodeBoxes[i]
	w, h := s.extent(i)
	fine := s.scaleAt(1) / s.lod.scale
	b := layout.NodeBox{HalfW: w * fine, HalfH: h * fine, Round: s.graph.Nodes[i].Kind != graph.Issue,
		At: s.at[i], Pinned: s.pinned[i]}
	if s.large == nil && l.named && s.graph.Nodes[i].Kind != graph.Issue {
		b.LabelW, b.LabelH = l.nameW, l.nameH
	}
	return b
}

// outline returns the signed distance from p to the outline of node i drawn at c, negative
// inside, in px.
func (s *Scene) outline(i int, c, p geom.Vec) float64 {
	l := &s.nodeBoxes[i]
	d := p.Sub(c)
	switch s.graph.Nodes[i].Kind {
	case graph.Issue:
		return boxDist(d, l.halfW, l.halfH, pillCorner(l))
	case graph.State:
		return boxDist(d, l.halfW*stateSide, l.halfH*stateSide, stateCorner)
	case graph.Organisation:
		return hexDist(d, l.halfW*hexSide)
	case graph.Group:
		return d.Len() - l.halfW - s.ring()
	}
	return d.Len() - l.halfW
}

// ring is the distance from the inner disc of a group to its outer ring, px.
func (s *Scene) ring() float64 { return groupRing * s.lod.scale }

// Shapes of the same degree should look equally heavy: a square of half side 0.9 r and a
// hexagon of circumradius 1.1 r have about the disc's area.
const (
	stateSide   = 0.9
	stateCorner = 3.0
	hexSide     = 1.1
	groupRing   = 3.5 // from the inner disc to the outer ring
)

func pillCorner(l *nodeBox) float64 { return min(l.halfH, 11) }

// boxDist is the signed distance to a rounded box around the origin (Quilez, "2D distance
// functions").
func boxDist(d geom.Vec, halfW, halfH, corner float64) float64 {
	q := geom.Vec{X: math.Abs(d.X) - halfW + corner, Y: math.Abs(d.Y) - halfH + corner}
	outside := geom.Vec{X: max(q.X, 0), Y: max(q.Y, 0)}.Len()
	return outside + min(max(q.X, q.Y), 0) - corner
}

// hexDist is the distance to the border of a regular hexagon of circumradius r with corners to
// the left and right, exact inside and on the edges.
func hexDist(d geom.Vec, r float64) float64 {
	const half, root3half = 0.5, 0.8660254037844386
	x, y := math.Abs(d.X), math.Abs(d.Y)
	return max(y, float64(x*root3half)+float64(y*half)) - r*root3half
}
