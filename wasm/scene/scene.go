// Package scene holds the whole state of a map and draws it as a display list.
//
// A [Scene] changes only by [Scene.Apply] and [Scene.Tick]. It has no clock, no engine and
// no JavaScript: time comes in as milliseconds, text is measured by package label. World
// space is the frame as laid out, in CSS pixels; screen space is the world after the
// camera. Sizes of shapes and texts are screen pixels and do not grow with the zoom.
package scene

import (
	"math"
	"slices"

	"actormap/wasm/camera"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/gesture"
	"actormap/wasm/graph"
	"actormap/wasm/label"
	"actormap/wasm/layout"
	"actormap/wasm/query"
)

// A Size is the frame of the drawing in CSS pixels.
type Size struct{ W, H float64 }

// Frames are the sizes that a page chooses from by the width of its viewport, and that the
// pictures are laid out for at build time.
var Frames = []Size{{304, 520}, {480, 560}, {736, 620}, {1040, 740}}

// layoutSeed makes the same data give the same picture everywhere.
const layoutSeed = 1

// A TargetKind says what a Target points at.
type TargetKind uint8

// The kinds of targets.
const (
	Nothing TargetKind = iota
	Node
	Edge
)

// A Target is a node, an edge or nothing; the zero Target is nothing.
type Target struct {
	Kind  TargetKind
	Index int // of graph.Nodes or graph.Edges
}

// A Layout is where everything lies: the outcome of the layout, for one frame.
type Layout struct {
	Size        Size
	At          []geom.Vec   // world, in node order
	Slots       []label.Slot // where each node's name is
	ProblemHash string       // identifies the layout input: a rebuild reuses the layout while it is the same; may be empty
}

// A Previous layout is that of a graph before it changed, for the nodes that the graph has now.
type Previous struct {
	Layout
	New []bool // nodes that were not there; their places mean nothing
}

// A Scene is the state of one map. Make it with New or NewFromLayout.
type Scene struct {
	graph       *graph.Graph
	laneOffsets []float64         // per edge: how far it is bent from the chord, in lanes
	edgeLabels  map[int]edgeLabel // labels of the edges that have been measured, boxes unset
	all         []int             // every node

	frame
	arrangement
	motion
	theme   display.Theme
	reduced bool // no transitions
	camera  camera.Camera

	shown         query.Shown // what the query keeps
	aboutOnly     []bool      // per node: nothing but "about" ties it to what is shown
	scrubbing     bool        // the last step of undo is a time that a hand is still changing
	comparison    Comparison
	searchResults []Target // highlighted while a reader types

	hover, focus, selected Target
	cycle                  neighbourCycle
	panning                bool // the background is being dragged
	recognizer             gesture.Recognizer

	highlight            highlight  // what is highlighted
	overlay              dimOverlay // of a large map: what lies over the rest
	nodeAlpha, edgeAlpha []float64
	revision             revision
	drawn                drawn // the last picture, with its geometry for picking
	events               pendingEvents
}

// A frame is what another size of the frame replaces as a whole: where nodes lie, how large they are and which
// names they have.
type frame struct {
	size       Size
	at         []geom.Vec
	slots      []label.Slot
	pinned     []bool
	initial    Layout // as it was laid out
	nodeBoxes  []nodeBox
	fullSize   []nodeBox         // of a large map: everything at full size; nodeBoxes are as large as the zoom asks for
	nameless   []int             // nodes that the layout kept no room for the names of, see leftoverLabel
	wraps      map[int][]nodeBox // ways to break names into lines, of nodes whose names were looked for room
	large      *largeMap         // of a map of more than LargeMapThreshold nodes; else nil
	lod        levelOfDetail
	firstFrame bool // no time has passed yet: names are there at once
}

// An arrangement is what the reader has made of the map since it was laid out, and can undo.
type arrangement struct {
	query          query.Query // what the reader has asked for
	laidOut        []int       // the nodes that are laid out, when they are not all: those of query.Around
	savedPositions []geom.Vec  // where everything was before query.Around; nil: it is not narrowed so
	past, next     []snapshot
}

// A motion is what moves the nodes.
type motion struct {
	drag        drag
	dragSession *layout.Drag
	cachedDrag  *layout.Drag // the last drag session of the present frame and laid-out nodes, or nil
	transition  transition
	pending     *pendingLayout // a layout of the present frame that is not ready yet, or nil
}

func atRest() motion { return motion{drag: drag{node: -1}} }

// New lays the graph out for a frame of the given size, with the effort that suits a reader
// who is waiting.
func New(g *graph.Graph, size Size) *Scene {
	return Solve(g, size, layout.DefaultBudget)
}

// PictureBudget is the effort for pictures made ahead, in evaluations of the layout: about half
// a second a frame of the first dataset, where it takes 10 crossings of drawn edges a frame on
// average down to 4 and the edges that run over names from one a frame to none.
const PictureBudget = 10 * layout.DefaultBudget

// Solve lays the graph out with a budget of evaluations.
func Solve(g *graph.Graph, size Size, budget int) *Scene {
	s := newScene(g, size)
	s.layOut(layout.Solve(s.layoutProblem(), layoutSeed, budget))
	return s
}

// layOut uses the result of a layout.
func (s *Scene) layOut(at []geom.Vec) {
	s.at = at
	s.snap()
	s.settleIn()
}

// How many layouts of a small map are made for a picture before one is accepted in which edges run over
// foreign shapes or names, and in which names find no room; from how many such edges on it is at once, as the
// map is too dense for a better one; and how many crossings one of either is worth.
const (
	pictureTries = 4
	nameTries    = 8
	hopelessHits = 8
	hitCrossings = 8
)

// SolveForPicture lays the graph out for a picture made ahead: of a few layouts the first in which no
// edge runs over what it does not belong to and every name that room was kept for is shown, or else the best.
// Each has the budget of evaluations that is given: PictureBudget for pictures that readers get.
func SolveForPicture(g *graph.Graph, size Size, budget int) *Scene {
	if len(g.Nodes) > LargeMapThreshold {
		return Solve(g, size, budget)
	}
	s := newScene(g, size)
	p, best, least, unseen := s.layoutProblem(), []geom.Vec(nil), 0, 0
	for try := range uint64(nameTries) {
		if try >= pictureTries && unseen == 0 {
			break
		}
		s.at = layout.Solve(p, layoutSeed+try, budget)
		s.snap()
		q := layout.Measure(p, s.at)
		hits := q.EdgesOnNodes + q.EdgesOnLabels
		if hits >= hopelessHits && try == 0 {
			best = s.at
			break
		}
		hidden := s.hiddenNames()
		if cost := q.Crossings + hitCrossings*(hits+hidden); try == 0 || cost < least {
			best, least, unseen = s.at, cost, hidden
			if hits+hidden == 0 {
				break
			}
		}
	}
	s.layOut(best)
	return s
}

// hiddenNames counts the names beside nodes that find no room in the present layout, though it was kept for them.
func (s *Scene) hiddenNames() (n int) {
	for i := range s.slots {
		s.slots[i] = label.Below
	}
	s.settleIn()
	for _, i := range s.drawn.named {
		if !s.hasName(i) && s.leftoverOf(i) == nil {
			n++
		}
	}
	for i := range s.slots {
		s.slots[i] = label.Below
	}
	return n
}

// SolveUpdate lays out a graph that has changed: the new nodes find their places, and the others stay within
// layout.LeashShare of the frame's width of where they were, as far as there is room.
func SolveUpdate(g *graph.Graph, was Previous, budget int) *Scene {
	s := newScene(g, was.Size)
	change := layout.Relayout{Problem: s.layoutProblem(), Previous: was.At, New: was.New}
	s.layOut(change.Solve(layoutSeed, budget))
	return s
}

// LayoutProblem states the graph in a frame of the given size as numbers for the layout. Body i is
// node i; those with a place of the dataset's are pinned to it.
func LayoutProblem(g *graph.Graph, size Size) *layout.Problem {
	return newUnplaced(g, size, nil).layoutProblem()
}

// snap puts the nodes that nobody has pinned on whole px, where shapes and texts are crisp
// and a zoom about a node does not shift it. The gaps between bodies are far larger.
//
// A large map is left as it is: its nodes are closer than a px, and would fall into rows.
func (s *Scene) snap() {
	if !s.lod.snaps {
		return
	}
	for i, at := range s.at {
		if !s.pinned[i] {
			s.at[i] = snapped(at)
		}
	}
}

func snapped(at geom.Vec) geom.Vec { return geom.Vec{X: math.Round(at.X), Y: math.Round(at.Y)} }

// NewFromLayout builds the scene of a layout that was made before for the same graph.
func NewFromLayout(g *graph.Graph, l Layout) *Scene {
	s := newScene(g, l.Size)
	copy(s.at, l.At)
	copy(s.slots, l.Slots)
	s.settleIn()
	return s
}

func newScene(g *graph.Graph, size Size) *Scene {
	s := newUnplaced(g, size, nil)
	s.laneOffsets, s.edgeLabels = laneOffsets(g), map[int]edgeLabel{}
	return s
}

// newUnplaced makes a scene that knows where nodes are and how large, but cannot be drawn: what
// its edges look like is the same in every frame and takes long to measure. full are the
// known node boxes of a large map in this frame, or nil.
func newUnplaced(g *graph.Graph, size Size, full []nodeBox) *Scene {
	n := len(g.Nodes)
	s := &Scene{
		graph: g, theme: display.Light(), camera: camera.Camera{Zoom: 1}, motion: atRest(),
		frame:     frame{size: size, at: make([]geom.Vec, n), pinned: make([]bool, n), slots: make([]label.Slot, n), fullSize: full},
		nodeAlpha: make([]float64, n), edgeAlpha: make([]float64, len(g.Edges)),
		shown: allShown(g), overlay: dimOverlay{dimmed: 1}, revision: revision{geometry: 1, list: 1},
	}
	s.aboutOnly = aboutOnlyNodes(g, &s.shown)
	for i := range s.slots {
		s.slots[i] = label.Below
	}
	for i := range s.nodeAlpha {
		s.nodeAlpha[i] = 1
	}
	for e := range s.edgeAlpha {
		s.edgeAlpha[e] = 1
	}
	s.all, s.firstFrame = allNodes(g), true
	s.measureNodes()
	for i := range g.Nodes {
		if p := g.Nodes[i].Place; p != nil {
			s.at[i] = s.inFrame(i, geom.Vec{X: p.X * size.W, Y: p.Y * size.H}) // 0 and 1 are its borders
			s.pinned[i] = true
		}
	}
	return s
}

// maxSettling bounds the search for slots that stay. Two rounds have been enough so far.
const maxSettling = 8

// settleIn takes the present places as those that Reset comes back to. Names and glyphs make
// room for each other, so that their places depend on where the names were before: they are
// placed until they stay, or the live map would differ from the picture that it came from.
func (s *Scene) settleIn() {
	for round := 0; s.settle(round); round++ {
	}
}

// settle is one round of settleIn, from 0 on; it reports whether there is another one.
func (s *Scene) settle(round int) (again bool) {
	switch round {
	case 0:
		s.measureEdges()
		s.resize()
		if s.large != nil {
			s.assignLabelLevels()
		}
		return true
	case 1:
		s.computeGeometry()
		return true
	}
	before := slices.Clone(s.slots)
	s.computeGeometry()
	if round <= maxSettling && !slices.Equal(before, s.slots) {
		return true
	}
	s.initial = s.Layout()
	s.changePlaces()
	s.drawn.made.geometry = s.revision.geometry // just computed
	s.events.state = true
	return false
}

// Layout returns a copy of where everything lies.
func (s *Scene) Layout() Layout {
	return Layout{Size: s.size, At: append([]geom.Vec(nil), s.at...), Slots: append([]label.Slot(nil), s.slots...)}
}

// Graph returns the graph that the scene shows.
func (s *Scene) Graph() *graph.Graph { return s.graph }

// Size returns the frame's size.
func (s *Scene) Size() Size { return s.size }

// SetTheme sets the palette.
func (s *Scene) SetTheme(t display.Theme) {
	s.theme = t
	s.changeLooks()
}

// Frame returns the display list of the present state. It is built again only after a
// change; the slices are valid until the next call.
func (s *Scene) Frame() *display.Frame {
	if s.isListStale() || s.drawn.frame.Static != nil {
		s.draw()
	}
	return &s.drawn.frame
}

// world is the frame as a box.
func (s *Scene) world() geom.Rect { return geom.Rect{Max: geom.Vec{X: s.size.W, Y: s.size.H}} }
