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

// StoryNodes is up to how many nodes a map shows all there is of it, at full size and at
// every zoom. A larger one is drawn as fine as its frame asks for: from dots and hairlines,
// when all of it is in view, to full size, names, arrows and signs on the way in.
const StoryNodes = layout.SmallMax

const (
	roomyPx    = 64.0 // from node to node: with so much room, everything has full size
	filled     = 0.5  // share of the frame that nodes crowd into: a large map is round, and dense within
	arrowFrom  = 0.45 // detail from which lines have arrowheads and dashes
	glyphFrom  = 0.75 // detail from which lines have their signs
	tagLines   = 150  // lines in view up to which those have labels
	finestLine = 0.6  // px: below it a line breaks up into dots
	plainDisc  = 4.0  // px of radius: below it no eye tells a square from a disc
	inkCover   = 0.30 // share of the frame that lines cover at most, as far as inkLeast allows
	inkLeast   = 0.10 // of a line's full ink
	litLines   = 200  // lifted lines up to which those have signs at any zoom
	nameAirPx  = 3.0  // around the names of a large map
	levelStep  = 1.4142135623730951
)

// crowd is what a scene of more than StoryNodes nodes keeps.
type crowd struct {
	zooms  []float64 // at which further names appear
	levels []uint8   // of each node's name, see label.Levels
	old    bool      // levels are those of former places

	fading   bool         // names are on their way
	rest     geom.Vec     // px that pans have left over, see Scene.pan
	lengthPx float64      // of all lines together at zoom 1
	shown    []float64    // of each node's name: from 0, hidden, to 1
	slot     []label.Slot // where it was last
	wanted   []bool
	named    []int // the nodes whose name is not wholly hidden, ascending
}

// measureNodes sizes every node for the present frame and cast.
func (s *Scene) measureNodes() {
	cast := s.castOf()
	s.crowd, s.detail, s.unnamed, s.wraps = nil, 1, s.unnamed[:0], map[int][]look{}
	if len(cast) <= StoryNodes {
		s.looks = looks(s.graph, s.size, cast)
		s.rankUnnamed()
		return
	}
	if s.full == nil {
		s.full = looks(s.graph, s.size, cast)
	}
	s.looks = slices.Clone(s.full)
	n := len(s.graph.Nodes)
	s.crowd = &crowd{old: true, shown: make([]float64, n), slot: make([]label.Slot, n), wanted: make([]bool, n)}
	for z := 1.0; z < s.MaxZoom()*levelStep; z = float64(z * levelStep) {
		s.crowd.zooms = append(s.crowd.zooms, z)
	}
	s.measureLines()
	s.fresh = true
	s.resize()
}

// isDistant reports whether the map is a large one and seen from so far that no glyph gives way to
// a name: then a pan changes nothing but where lines and nodes lie.
func (s *Scene) isDistant() bool { return s.crowd != nil && s.detail < glyphFrom }

// largestZoom is that of any map; links keep no more (web/src/url/view-url.js).
const largestZoom = 64

// mostZoom lets a reader come as close to the nodes of a large map as to those of a story.
func mostZoom(nodes int) float64 {
	if nodes <= StoryNodes {
		return camera.MaxZoom
	}
	return min(largestZoom, float64(camera.MaxZoom*math.Sqrt(float64(nodes)/StoryNodes)))
}

// MaxZoom returns how far the map can be zoomed in.
func (s *Scene) MaxZoom() float64 { return mostZoom(len(s.graph.Nodes)) }

// detailAt returns the share of full size that there is room for at a zoom.
func (s *Scene) detailAt(zoom float64) float64 {
	if s.crowd == nil {
		return 1
	}
	apart := math.Sqrt(s.size.W * s.size.H * filled / float64(len(s.castOf())))
	return min(1, apart*zoom/roomyPx)
}

// resize gives everything the size that the present zoom asks for.
func (s *Scene) resize() {
	detail := s.detailAt(s.camera.Zoom)
	if s.crowd == nil || detail == s.detail {
		s.detail = detail
		return
	}
	s.detail = detail
	for i := range s.looks {
		s.looks[i].halfW, s.looks[i].halfH = s.full[i].halfW*detail, s.full[i].halfH*detail
	}
}

// measureLines takes the length of all lines, which says how much ink each may have, and
// marks the levels of the names as those of former places.
func (s *Scene) measureLines() {
	if s.crowd == nil {
		return
	}
	sum := 0.0
	for e := range s.graph.Edges {
		if !s.shown.Edges[e] {
			continue
		}
		sum += s.at[s.graph.Edges[e].To].Sub(s.at[s.graph.Edges[e].From]).Len()
	}
	s.crowd.lengthPx, s.crowd.old = sum, true
}

// lineInk returns the share of its full ink that a line has which nothing lifts: where lines
// would cover the paper each is fainter. Closer, there is room for more.
func (s *Scene) lineInk() float64 {
	if s.crowd == nil || s.crowd.lengthPx == 0 {
		return 1
	}
	cover := s.crowd.lengthPx * max(finestLine, thinLine*s.detail) / (s.size.W * s.size.H) / s.camera.Zoom
	return max(inkLeast, min(1, inkCover/cover))
}

// fineWidth is that of line e of a large map, px.
func (s *Scene) fineWidth(e int) float64 {
	return max(finestLine, widthOf(s.graph.Edges[e].Style)*s.detail)
}

// isLit reports whether line e is one of not too many that are lifted.
func (s *Scene) isLit(e int) bool {
	return s.light.count > 0 && s.light.count <= litLines && s.light.lines[e]
}

// level returns which names may be shown at the present zoom.
func (c *crowd) level(zoom float64) uint8 {
	level := 0
	for level+1 < len(c.zooms) && c.zooms[level+1] <= zoom*(1+1e-9) {
		level++
	}
	return uint8(level)
}

// relevel finds out anew at which zoom each name appears.
func (s *Scene) relevel() {
	items := make([]label.Item, len(s.graph.Nodes))
	for i := range items {
		l := &s.looks[i]
		if s.shown.Nodes[i] {
			items[i] = label.Item{At: s.at[i], HalfW: l.halfW, HalfH: l.halfH, W: l.nameW, H: l.nameH,
				Importance: float64(s.graph.Nodes[i].Degree)}
		}
	}
	s.crowd.levels, s.crowd.old = label.Levels(items, s.crowd.zooms, nameAirPx), false
}

// placeCrowdNames finds slots for the names that the zoom has room for.
func (s *Scene) placeCrowdNames() {
	d, c := &s.drawn, s.crowd
	if c.old && !s.inMotion() {
		s.relevel()
	}
	level := c.level(s.camera.Zoom)
	lifted, _ := s.lifted()
	d.items, d.named, d.blocked = d.items[:0], d.named[:0], d.blocked[:0]
	for _, i := range c.named {
		c.wanted[i] = false
	}
	for _, i := range d.nodes {
		may := len(c.levels) > 0 && c.levels[i] <= level || lifted == (Target{Node, i})
		if l := &s.looks[i]; l.halfW >= plainDisc || may {
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
	c := s.crowd
	c.named = c.named[:0]
	for i, wanted := range c.wanted {
		if s.reduced || s.fresh {
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
func (c *crowd) fadeNames(step float64) (moving bool) {
	for _, i := range c.named {
		want := 0.0
		if c.wanted[i] {
			want = 1
		}
		moving = approach(&c.shown[i], want, step) || moving
	}
	return moving
}

// drawCrowdNames writes the names in their slots, those on their way out too.
func (s *Scene) drawCrowdNames(chip geom.Rect, chipNode int) {
	for _, i := range s.crowd.named {
		item := s.nameItem(i)
		box := item.Box(s.crowd.slot[i])
		if i == chipNode || s.crowd.shown[i] == 0 || box.Overlaps(chip) {
			continue
		}
		s.writeLines(s.looks[i].name, box, s.nameText(i, float64(s.nodeAlpha[i]*s.crowd.shown[i])))
	}
}

// nameItem is the name of node i beside its shape on the screen.
func (s *Scene) nameItem(i int) label.Item {
	l, box := &s.looks[i], s.drawn.shapes[i]
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

// Abridge leaves only the most connected nodes of a large map, StoryNodes of them, and the
// lines between those, each where it lay: for a picture, which nobody can zoom into. It
// returns how many nodes are left; what is a story stays whole.
func (s *Scene) Abridge() int {
	if s.crowd == nil {
		return len(s.graph.Nodes)
	}
	most := s.graph.MostConnected(StoryNodes)
	s.shown.Nodes = make([]bool, len(s.graph.Nodes))
	for _, i := range most {
		s.shown.Nodes[i] = true
	}
	s.shown.Edges = make([]bool, len(s.graph.Edges))
	for e := range s.graph.Edges {
		s.shown.Edges[e] = s.shown.Nodes[s.graph.Edges[e].From] && s.shown.Nodes[s.graph.Edges[e].To]
	}
	s.orphan = orphans(s.graph, &s.shown)
	s.measureLines()
	s.stale, s.dirty, s.fresh = true, true, true
	return len(most)
}
