package instance

import (
	"cmp"
	"math"
	"slices"

	"actormap/wasm/geom"
)

// MaxAllPairs is the largest number of nodes for which an instance keeps matrices of all pairs.
const MaxAllPairs = 800

// MaxExtent bounds every length of the input, px, so that sums of squares stay finite.
const MaxExtent = 1e6

// An Instance is a Problem prepared for the algorithms: lengths clamped, parallel links merged,
// graph distances and components known.
type Instance struct {
	N                int
	Frame            geom.Rect
	Gap              float64
	ParallelGap      float64
	FreeAspect       bool
	Shapes           []Shape
	Feasible         []geom.Rect // positions of each node's centre that keep the node in the frame
	Pinned           []bool
	PinAt            []geom.Vec    // where pinned nodes are, px
	Edges            []Edge        // drawn, one for each adjacent pair
	Incident         [][]int       // edges incident to each node
	Adjacent         [][]neighbour // neighbours of each node, over drawn and undrawn links
	Distance         []float64     // n x n graph distances, steps; +Inf between components; nil if sparseOnly
	Weight           []float64     // n x n stress weights; 0 between components and on the diagonal; nil if sparseOnly
	WeightedDistance []float64     // n x n weight times distance, 0 between components; nil if sparseOnly
	SparseOnly       bool          // too many nodes for n x n matrices
	Components       [][]int       // connected components of two nodes or more, by falling size
	Isolated         []int         // nodes without a neighbour
}

// A Shape is the extent of a node around its centre, px.
type Shape struct {
	HalfW, HalfH float64 // of the shape itself
	LabelW       float64 // half width of the label box; 0: no label
	LabelTop     float64 // from the middle down to the label box
	LabelBottom  float64
	Left, Down   float64 // extents of both together; right is left, up is halfH
	reach        float64 // radius of the circle around the centre that holds shape and label
	Area         float64 // px², of the box with half a gap around it
}

// Box returns the box around shape and label for a centre p.
func (s *Shape) Box(p geom.Vec) geom.Rect {
	return geom.Rect{Min: geom.Vec{X: p.X - s.Left, Y: p.Y - s.HalfH}, Max: geom.Vec{X: p.X + s.Left, Y: p.Y + s.Down}}
}

// An Edge is a pair of nodes joined by drawn links.
type Edge struct {
	A, B           int
	Multiplicity   int     // number of parallel links
	CrossingWeight float64 // sum over the parallel links
}

// Other returns the end that is not i.
func (e *Edge) Other(i int) int {
	if e.A == i {
		return e.B
	}
	return e.A
}

// A neighbour is the other end of a link.
type neighbour struct {
	To             int
	length, Weight float64
}

// New prepares a problem.
func New(p *Problem) *Instance {
	n := len(p.Nodes)
	m := &Instance{N: n, Gap: Clamp(Finite(p.Gap, 0), 0, MaxExtent), ParallelGap: Clamp(Finite(p.ParallelGap, 0), 0, MaxExtent), FreeAspect: p.FreeAspect}
	m.Frame = SafeFrame(p.Frame)
	m.setNodes(p)
	m.setLinks(p.Links)
	m.findComponents()
	if m.SparseOnly = n > MaxAllPairs; !m.SparseOnly {
		m.setDistances()
	}
	return m
}

// setNodes prepares the nodes of a problem.
func (m *Instance) setNodes(p *Problem) {
	m.Shapes = make([]Shape, m.N)
	m.Feasible = make([]geom.Rect, m.N)
	m.Pinned = make([]bool, m.N)
	m.PinAt = make([]geom.Vec, m.N)
	for i := range p.Nodes {
		m.setNode(i, &p.Nodes[i])
	}
}

// WithNodes returns an instance with the same frame and links and the nodes of p, which has the
// same number of nodes.
func (m *Instance) WithNodes(p *Problem) *Instance {
	other := *m
	other.setNodes(p)
	return &other
}

// SafeFrame returns a frame with finite numbers and a positive area.
func SafeFrame(f geom.Rect) geom.Rect {
	safe := func(x float64) float64 { return Clamp(Finite(x, 0), -MaxExtent, MaxExtent) }
	f.Min, f.Max = geom.Vec{X: safe(f.Min.X), Y: safe(f.Min.Y)}, geom.Vec{X: safe(f.Max.X), Y: safe(f.Max.Y)}
	if f.Max.X <= f.Min.X {
		f.Max.X = f.Min.X + 1
	}
	if f.Max.Y <= f.Min.Y {
		f.Max.Y = f.Min.Y + 1
	}
	return f
}

// setNode computes the shape of node i, where it may be, and its pin.
func (m *Instance) setNode(i int, b *NodeBox) {
	length := func(x float64) float64 { return Clamp(Finite(x, 0), 0, MaxExtent) }
	s := Shape{HalfW: length(b.HalfW), HalfH: length(b.HalfH)}
	if b.Round {
		s.HalfH = s.HalfW
	}
	s.Left, s.Down = s.HalfW, s.HalfH
	if w, h := length(b.LabelW), length(b.LabelH); w > 0 && h > 0 {
		s.LabelW, s.LabelTop, s.LabelBottom = w/2, s.HalfH+LabelGap, s.HalfH+LabelGap+h
		s.Left, s.Down = max(s.HalfW, s.LabelW), s.LabelBottom
	}
	s.reach = geom.Vec{X: s.Left, Y: s.Down}.Len()
	s.Area = float64((2*s.Left + m.Gap) * (s.HalfH + s.Down + m.Gap))
	m.Shapes[i] = s
	f := m.Frame
	m.Feasible[i] = geom.Rect{
		Min: geom.Vec{X: f.Min.X + s.Left, Y: f.Min.Y + s.HalfH},
		Max: geom.Vec{X: f.Max.X - s.Left, Y: f.Max.Y - s.Down},
	}
	at := b.At
	m.Pinned[i] = b.Pinned && Finite(at.X, MaxExtent) < MaxExtent && Finite(at.Y, MaxExtent) < MaxExtent &&
		at.X > -MaxExtent && at.Y > -MaxExtent
	if m.Pinned[i] {
		m.PinAt[i] = at
	}
}

// Inside returns the nearest point to p at which node i lies in the frame. A node larger than the
// frame is centred.
func (m *Instance) Inside(i int, p geom.Vec) geom.Vec {
	r := &m.Feasible[i]
	return geom.Vec{X: Clamp(p.X, r.Min.X, r.Max.X), Y: Clamp(p.Y, r.Min.Y, r.Max.Y)}
}

// setLinks merges parallel links: weights add up, the length is the weighted mean. Links are sorted
// first, so that their order and direction do not change a bit of the result.
func (m *Instance) setLinks(links []Link) {
	m.Incident = make([][]int, m.N)
	m.Adjacent = make([][]neighbour, m.N)
	for _, l := range m.sortedLinks(links) {
		m.addNeighbour(l.A, neighbour{l.B, l.Length, l.Weight})
		m.addNeighbour(l.B, neighbour{l.A, l.Length, l.Weight})
		if l.Drawn {
			m.addEdge(l)
		}
	}
}

// sortedLinks returns the valid links, sanitised, directed from the lower to the higher node and
// sorted.
func (m *Instance) sortedLinks(links []Link) []Link {
	var out []Link
	for _, l := range links {
		if l.A == l.B || l.A < 0 || l.B < 0 || l.A >= m.N || l.B >= m.N {
			continue
		}
		out = append(out, Link{min(l.A, l.B), max(l.A, l.B), Positive(l.Length), Positive(l.Weight), l.Drawn, Positive(l.CrossingWeight)})
	}
	slices.SortFunc(out, func(k, l Link) int {
		return cmp.Or(cmp.Compare(k.A, l.A), cmp.Compare(k.B, l.B), cmp.Compare(k.Length, l.Length), cmp.Compare(k.Weight, l.Weight), cmp.Compare(k.CrossingWeight, l.CrossingWeight))
	})
	return out
}

// Positive returns x clamped to 1e-3..1e3, or 1 if x is not positive.
func Positive(x float64) float64 {
	if x = Finite(x, 1); x <= 0 {
		return 1
	}
	return Clamp(x, 1e-3, 1e3)
}

// addNeighbour adds a link as seen from one end, or merges it with a parallel one.
func (m *Instance) addNeighbour(from int, t neighbour) {
	for k := range m.Adjacent[from] {
		if old := &m.Adjacent[from][k]; old.To == t.To {
			sum := old.Weight + t.Weight
			old.length = (float64(old.length*old.Weight) + float64(t.length*t.Weight)) / sum
			old.Weight = sum
			return
		}
	}
	m.Adjacent[from] = append(m.Adjacent[from], t)
}

// addEdge adds a drawn link, or merges it with a parallel one.
func (m *Instance) addEdge(l Link) {
	for _, e := range m.Incident[l.A] {
		if old := &m.Edges[e]; old.A == l.A && old.B == l.B {
			old.Multiplicity++
			old.CrossingWeight += l.CrossingWeight
			return
		}
	}
	m.Incident[l.A] = append(m.Incident[l.A], len(m.Edges))
	m.Incident[l.B] = append(m.Incident[l.B], len(m.Edges))
	m.Edges = append(m.Edges, Edge{l.A, l.B, 1, l.CrossingWeight})
}

// findComponents finds the connected components by breadth-first search: by falling size, then by
// lowest node.
func (m *Instance) findComponents() {
	seen := make([]bool, m.N)
	for i := range m.N {
		if seen[i] {
			continue
		}
		component := []int{i}
		seen[i] = true
		for k := 0; k < len(component); k++ {
			for _, t := range m.Adjacent[component[k]] {
				if !seen[t.To] {
					seen[t.To] = true
					component = append(component, t.To)
				}
			}
		}
		if len(component) == 1 {
			m.Isolated = append(m.Isolated, i)
			continue
		}
		m.Components = append(m.Components, component)
	}
	slices.SortStableFunc(m.Components, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
}

// Spacing is the ideal length of one step: the side of the square that each node would have if all
// shared the frame evenly, px.
func (m *Instance) Spacing() float64 {
	return math.Sqrt(m.Frame.W() * m.Frame.H() / float64(max(m.N, 1)))
}

// CommonFeasible returns where the centre of every one of the nodes may be, or the inner half of
// the frame if there is no such region.
func (m *Instance) CommonFeasible(nodes []int) geom.Rect {
	half := geom.Rect{Min: m.Frame.Min.Lerp(m.Frame.Max, 0.25), Max: m.Frame.Min.Lerp(m.Frame.Max, 0.75)}
	room := m.Frame
	for _, i := range nodes {
		r := m.Feasible[i]
		room.Min = geom.Vec{X: max(room.Min.X, r.Min.X), Y: max(room.Min.Y, r.Min.Y)}
		room.Max = geom.Vec{X: min(room.Max.X, r.Max.X), Y: min(room.Max.Y, r.Max.Y)}
	}
	return room.Union(half)
}

// Boxes returns the shape and, if there is one, the label box of node i at p.
func (m *Instance) Boxes(i int, p geom.Vec) ([2]geom.Rect, int) {
	s := &m.Shapes[i]
	out := [2]geom.Rect{geom.RectAt(p, s.HalfW, s.HalfH)}
	if s.LabelW == 0 {
		return out, 1
	}
	out[1] = geom.Rect{
		Min: geom.Vec{X: p.X - s.LabelW, Y: p.Y + s.LabelTop},
		Max: geom.Vec{X: p.X + s.LabelW, Y: p.Y + s.LabelBottom},
	}
	return out, 2
}

// NewUnlinked prepares the nodes of a problem without its links: enough to remove overlaps.
func NewUnlinked(p *Problem) *Instance {
	n := len(p.Nodes)
	m := &Instance{N: n, Gap: Clamp(Finite(p.Gap, 0), 0, MaxExtent), Frame: SafeFrame(p.Frame), SparseOnly: true,
		Shapes: make([]Shape, n), Feasible: make([]geom.Rect, n), Pinned: make([]bool, n), PinAt: make([]geom.Vec, n)}
	for i := range p.Nodes {
		m.setNode(i, &p.Nodes[i])
	}
	return m
}

// WithoutLabels returns the instance with shapes only.
func (m *Instance) WithoutLabels() *Instance {
	b := *m
	b.Shapes = append([]Shape(nil), m.Shapes...)
	for i := range b.Shapes {
		s := &b.Shapes[i]
		s.LabelW, s.Left, s.Down = 0, s.HalfW, s.HalfH
		s.reach = geom.Vec{X: s.Left, Y: s.Down}.Len()
		s.Area = float64((2*s.Left + b.Gap) * (s.HalfH + s.Down + b.Gap))
	}
	return &b
}

// FillRatio returns the area of all nodes with their gaps as a share of the frame.
func (m *Instance) FillRatio() float64 {
	area := 0.0
	for i := range m.Shapes {
		area += m.Shapes[i].Area
	}
	return area / (m.Frame.W() * m.Frame.H())
}

// Unbounded is larger than any energy.
const Unbounded = 1e300
