package scene

import (
	"math"
	"slices"

	"actormap/wasm/camera"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
	"actormap/wasm/layout"
)

// LargeMapThreshold is up to how many nodes a map shows all there is of it, at full size and at
// every zoom. A larger one is drawn as fine as its frame asks for: from dots and hairlines,
// when all of it is in view, to full size, names, arrows and glyphs on the way in. The layout draws the same line.
const LargeMapThreshold = layout.SmallMax

const (
	finestLine         = 0.6  // px: below it an edge breaks up into dots
	plainDisc          = 4.0  // px of radius: below it no eye tells a square from a disc
	inkCover           = 0.30 // share of the frame that edges cover at most, as far as inkLeast allows
	inkLeast           = 0.10 // of an edge's full ink
	maxHighlightGlyphs = 200  // highlighted edges up to which those have glyphs at any zoom
	nameAirPx          = 3.0  // around the names of a large map
	levelStep          = 1.4142135623730951
)

// largeMap is what a scene of more than LargeMapThreshold nodes keeps.
type largeMap struct {
	zooms       []float64 // at which further names appear
	levels      []uint8   // of each node's name, see label.Levels
	levelsStale bool      // levels are those of former places

	fading       bool         // names are on their way
	panRemainder geom.Vec     // px that pans have left over, see Scene.pan
	lengthPx     float64      // of all edges together at zoom 1
	shown        []float64    // of each node's name: from 0, hidden, to 1
	slot         []label.Slot // where it was last
	wanted       []bool
	named        []int // the nodes whose name is not wholly hidden, ascending
}

// measureNodes sizes every node for the present frame and laid-out nodes.
func (s *Scene) measureNodes() {
	cast := s.laidOutNodes()
	s.large, s.nameless, s.wraps = nil, s.nameless[:0], map[int][]nodeBox{}
	s.lod = s.levelOfDetailAt(1)
	if len(cast) <= LargeMapThreshold {
		s.nodeBoxes = newNodeBoxes(s.graph, s.size, cast)
		s.rankNameless()
		return
	}
	if s.fullSize == nil {
		s.fullSize = newNodeBoxes(s.graph, s.size, cast)
	}
	s.nodeBoxes = slices.Clone(s.fullSize)
	n := len(s.graph.Nodes)
	s.large = &largeMap{levelsStale: true, shown: make([]float64, n), slot: make([]label.Slot, n), wanted: make([]bool, n)}
	for z := 1.0; z < s.MaxZoom()*levelStep; z = float64(z * levelStep) {
		s.large.zooms = append(s.large.zooms, z)
	}
	s.measureEdges()
	s.firstFrame = true
	s.resize()
}

// largestZoom is that of any map; links keep no more (web/src/url/view-url.js).
const largestZoom = 64

// mostZoom lets a reader come as close to the nodes of a large map as to those of a small map.
func mostZoom(nodes int) float64 {
	if nodes <= LargeMapThreshold {
		return camera.MaxZoom
	}
	return min(largestZoom, float64(camera.MaxZoom*math.Sqrt(float64(nodes)/LargeMapThreshold)))
}

// MaxZoom returns how far the map can be zoomed in.
func (s *Scene) MaxZoom() float64 { return mostZoom(len(s.graph.Nodes)) }

// measureEdges takes the length of all edges, which says how much ink each may have, and
// marks the levels of the names as those of former places.
func (s *Scene) measureEdges() {
	if s.large == nil {
		return
	}
	sum := 0.0
	for e := range s.graph.Edges {
		if !s.shown.Edges[e] {
			continue
		}
		sum += s.at[s.graph.Edges[e].To].Sub(s.at[s.graph.Edges[e].From]).Len()
	}
	s.large.lengthPx, s.large.levelsStale = sum, true
}

// edgeInk returns the share of its full ink that an edge has which nothing highlights: where edges
// would cover the paper each is fainter. Closer, there is room for more.
func (s *Scene) edgeInk() float64 {
	if s.large == nil || s.large.lengthPx == 0 {
		return 1
	}
	cover := s.large.lengthPx * max(finestLine, thinLine*s.lod.scale) / (s.size.W * s.size.H) / s.camera.Zoom
	return max(inkLeast, min(1, inkCover/cover))
}

// edgeWidth is that of edge e of a large map, px.
func (s *Scene) edgeWidth(e int) float64 {
	return max(finestLine, styleWidth(s.graph.Edges[e].Style)*s.lod.scale)
}

// isHighlighted reports whether edge e is one of not too many that are highlighted.
func (s *Scene) isHighlighted(e int) bool {
	return s.highlight.count > 0 && s.highlight.count <= maxHighlightGlyphs && s.highlight.edges[e]
}

// level returns which names may be shown at the present zoom.
func (c *largeMap) level(zoom float64) uint8 {
	level := 0
	for level+1 < len(c.zooms) && c.zooms[level+1] <= zoom*(1+1e-9) {
		level++
	}
	return uint8(level)
}

// assignLabelLevels finds out again at which zoom each name appears.
func (s *Scene) assignLabelLevels() {
	items := make([]label.Item, len(s.graph.Nodes))
	for i := range items {
		l := &s.nodeBoxes[i]
		if s.shown.Nodes[i] {
			items[i] = label.Item{At: s.at[i], HalfW: l.halfW, HalfH: l.halfH, W: l.nameW, H: l.nameH,
				Importance: float64(s.graph.Nodes[i].Degree)}
		}
	}
	s.large.levels, s.large.levelsStale = label.Levels(items, s.large.zooms, nameAirPx), false
}

// placeLargeMapNames finds slots for the names that the zoom has room for.
func (s *Scene) placeLargeMapNames() {
	d, c := &s.drawn, s.large
	if c.levelsStale && !s.inMotion() {
		s.assignLabelLevels()
	}
	level := c.level(s.camera.Zoom)
	lifted, _ := s.highlighted()
	d.items, d.named, d.blocked = d.items[:0], d.named[:0], d.blocked[:0]
	for _, i := range c.named {
		c.wanted[i] = false
	}
	for _, i := range d.nodes {
		may := len(c.levels) > 0 && c.levels[i] <= level || lifted == (Target{Node, i})
		if l := &s.nodeBoxes[i]; l.halfW >= plainDisc || may {
			d.blocked = append(d.blocked, d.shapes[i])
		}
		if may {
			d.items = append(d.items, s.nameItem(i))
			d.named = append(d.named, i)
		}
	}
	slots := d.placer.Place(d.items, d.blocked, s.world().Grow(-2))
	d.boxes = d.boxes[:0]
	for k, i := range d.named {
		if slots[k] == label.Hidden {
			continue
		}
		c.wanted[i], c.slot[i], s.slots[i] = true, slots[k], slots[k]
		d.boxes = append(d.boxes, d.items[k].Box(slots[k]))
	}
	s.collectNamed()
}

// collectNamed lists whose name is visible or about to be.
func (s *Scene) collectNamed() {
	c := s.large
	c.named = c.named[:0]
	for i, wanted := range c.wanted {
		if s.reduced || s.firstFrame {
			c.shown[i] = 0
			if wanted {
				c.shown[i] = 1
			}
		}
		if wanted || c.shown[i] > 0 {
			c.named = append(c.named, i)
		}
	}
}

// fadeNames moves every name towards being shown or not; it reports whether any is still on
// its way.
func (c *largeMap) fadeNames(step float64) (moving bool) {
	for _, i := range c.named {
		want := 0.0
		if c.wanted[i] {
			want = 1
		}
		moving = approach(&c.shown[i], want, step) || moving
	}
	return moving
}

// drawLargeMapNames writes the names in their slots, those on their way out too.
func (s *Scene) drawLargeMapNames(callout geom.Rect, calloutNode int) {
	for _, i := range s.large.named {
		item := s.nameItem(i)
		box := item.Box(s.large.slot[i])
		if i == calloutNode || s.large.shown[i] == 0 || box.Overlaps(callout) {
			continue
		}
		s.writeLines(s.nodeBoxes[i].nameLines, box, s.nameText(i, float64(s.nodeAlpha[i]*s.large.shown[i])))
	}
}

// nameItem is the name of node i beside its shape on the screen.
func (s *Scene) nameItem(i int) label.Item {
	l, box := &s.nodeBoxes[i], s.drawn.shapes[i]
	return label.Item{At: s.drawn.at[i], HalfW: box.W() / 2, HalfH: box.H() / 2,
		W: l.nameW, H: l.nameH, Importance: float64(s.graph.Nodes[i].Degree), Want: s.wantSlot(i)}
}

// face returns the size and the weight of a node's name.
func (s *Scene) face(i int) (px float64, weight int) {
	if s.graph.Nodes[i].Kind == graph.Issue {
		return pillText, pillWeight
	}
	return actorText, actorWeight
}

// MostConnectedOnly leaves only the most connected nodes of a large map, LargeMapThreshold of them, and the
// edges between those, each where it lay: for a picture, which nobody can zoom into. It
// returns how many nodes are left; what is a small map stays whole.
func (s *Scene) MostConnectedOnly() int {
	if s.large == nil {
		return len(s.graph.Nodes)
	}
	most := s.graph.MostConnected(LargeMapThreshold)
	s.shown.Nodes = make([]bool, len(s.graph.Nodes))
	for _, i := range most {
		s.shown.Nodes[i] = true
	}
	s.shown.Edges = make([]bool, len(s.graph.Edges))
	for e := range s.graph.Edges {
		s.shown.Edges[e] = s.shown.Nodes[s.graph.Edges[e].From] && s.shown.Nodes[s.graph.Edges[e].To]
	}
	s.aboutOnly = aboutOnlyNodes(s.graph, &s.shown)
	s.measureEdges()
	s.firstFrame = true
	s.changeGeometry()
	return len(most)
}
