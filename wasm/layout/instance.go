package layout

import (
	"cmp"
	"math"
	"slices"

	"actormap/wasm/geom"
)

// maxAllPairs is the largest number of nodes for which an instance keeps matrices of all pairs.
const maxAllPairs = 800

// maxExtent bounds every length of the input, px, so that sums of squares stay finite.
const maxExtent = 1e6

// An instance is a Problem prepared for the algorithms: lengths clamped, parallel links merged,
// graph distances and components known.
type instance struct {
	n                int
	frame            geom.Rect
	gap              float64
	lane             float64
	loose            bool
	shapes           []shape
	feasible         []geom.Rect // positions of each node's centre that keep the node in the frame
	pinned           []bool
	pinAt            Placement     // where pinned nodes are, px
	edges            []edge        // drawn, one for each adjacent pair
	incident         [][]int       // edges incident to each node
	adjacent         [][]neighbour // neighbours of each node, over drawn and undrawn links
	distance         []float64     // n x n graph distances, steps; +Inf between components; nil if sparseOnly
	weight           []float64     // n x n stress weights; 0 between components and on the diagonal; nil if sparseOnly
	weightedDistance []float64     // n x n weight times distance, 0 between components; nil if sparseOnly
	sparseOnly       bool          // too many nodes for n x n matrices
	components       [][]int       // connected components of two nodes or more, by falling size
	isolated         []int         // nodes without a neighbour
}

// A shape is the extent of a node around its centre, px.
type shape struct {
	halfW, halfH float64 // of the shape itself
	labelW       float64 // half width of the label box; 0: no label
	labelTop     float64 // from the middle down to the label box
	labelBottom  float64
	left, down   float64 // extents of both together; right is left, up is halfH
	reach        float64 // radius of the circle around the centre that holds shape and label
	area         float64 // px², of the box with half a gap around it
}

// box returns the box around shape and label for a centre p.
func (s *shape) box(p geom.Vec) geom.Rect {
	return geom.Rect{Min: geom.Vec{X: p.X - s.left, Y: p.Y - s.halfH}, Max: geom.Vec{X: p.X + s.left, Y: p.Y + s.down}}
}

// An edge is a pair of nodes joined by drawn links.
type edge struct {
	a, b           int
	multiplicity   int     // number of parallel links
	crossingWeight float64 // sum over the parallel links
}

// other returns the end that is not i.
func (e *edge) other(i int) int {
	if e.a == i {
		return e.b
	}
	return e.a
}

// A neighbour is the other end of a link.
type neighbour struct {
	to             int
	length, weight float64
}

// newInstance prepares a problem.
func newInstance(p *Problem) *instance {
	n := len(p.Nodes)
	m := &instance{n: n, gap: clamp(finite(p.Gap, 0), 0, maxExtent), lane: clamp(finite(p.ParallelGap, 0), 0, maxExtent), loose: p.FreeAspect}
	m.frame = safeFrame(p.Frame)
	m.setNodes(p)
	m.setLinks(p.Links)
	m.findComponents()
	if m.sparseOnly = n > maxAllPairs; !m.sparseOnly {
		m.setDistances()
	}
	return m
}

func (m *instance) setNodes(p *Problem) {
	m.shapes = make([]shape, m.n)
	m.feasible = make([]geom.Rect, m.n)
	m.pinned = make([]bool, m.n)
	m.pinAt = make(Placement, m.n)
	for i := range p.Nodes {
		m.setNode(i, &p.Nodes[i])
	}
}

// withNodes returns an instance with the same frame and links and the nodes of p, which has the
// same number of nodes.
func (m *instance) withNodes(p *Problem) *instance {
	other := *m
	other.setNodes(p)
	return &other
}

// safeFrame returns a frame with finite numbers and a positive area.
func safeFrame(f geom.Rect) geom.Rect {
	safe := func(x float64) float64 { return clamp(finite(x, 0), -maxExtent, maxExtent) }
	f.Min, f.Max = geom.Vec{X: safe(f.Min.X), Y: safe(f.Min.Y)}, geom.Vec{X: safe(f.Max.X), Y: safe(f.Max.Y)}
	if f.Max.X <= f.Min.X {
		f.Max.X = f.Min.X + 1
	}
	if f.Max.Y <= f.Min.Y {
		f.Max.Y = f.Min.Y + 1
	}
	return f
}

func (m *instance) setNode(i int, b *NodeBox) {
	length := func(x float64) float64 { return clamp(finite(x, 0), 0, maxExtent) }
	s := shape{halfW: length(b.HalfW), halfH: length(b.HalfH)}
	if b.Round {
		s.halfH = s.halfW
	}
	s.left, s.down = s.halfW, s.halfH
	if w, h := length(b.LabelW), length(b.LabelH); w > 0 && h > 0 {
		s.labelW, s.labelTop, s.labelBottom = w/2, s.halfH+LabelGap, s.halfH+LabelGap+h
		s.left, s.down = max(s.halfW, s.labelW), s.labelBottom
	}
	s.reach = geom.Vec{X: s.left, Y: s.down}.Len()
	s.area = float64((2*s.left + m.gap) * (s.halfH + s.down + m.gap))
	m.shapes[i] = s
	f := m.frame
	m.feasible[i] = geom.Rect{
		Min: geom.Vec{X: f.Min.X + s.left, Y: f.Min.Y + s.halfH},
		Max: geom.Vec{X: f.Max.X - s.left, Y: f.Max.Y - s.down},
	}
	at := b.At
	m.pinned[i] = b.Pinned && finite(at.X, maxExtent) < maxExtent && finite(at.Y, maxExtent) < maxExtent &&
		at.X > -maxExtent && at.Y > -maxExtent
	if m.pinned[i] {
		m.pinAt[i] = at
	}
}

// inside returns the nearest point to p at which node i lies in the frame. A node larger than the
// frame is centred.
func (m *instance) inside(i int, p geom.Vec) geom.Vec {
	r := &m.feasible[i]
	return geom.Vec{X: clamp(p.X, r.Min.X, r.Max.X), Y: clamp(p.Y, r.Min.Y, r.Max.Y)}
}

// setLinks merges parallel links: weights add up, the length is the weighted mean. Links are sorted
// first, so that their order and direction do not change a bit of the result.
func (m *instance) setLinks(links []Link) {
	m.incident = make([][]int, m.n)
	m.adjacent = make([][]neighbour, m.n)
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
func (m *instance) sortedLinks(links []Link) []Link {
	var out []Link
	for _, l := range links {
		if l.A == l.B || l.A < 0 || l.B < 0 || l.A >= m.n || l.B >= m.n {
			continue
		}
		out = append(out, Link{min(l.A, l.B), max(l.A, l.B), positive(l.Length), positive(l.Weight), l.Drawn, positive(l.CrossingWeight)})
	}
	slices.SortFunc(out, func(k, l Link) int {
		return cmp.Or(cmp.Compare(k.A, l.A), cmp.Compare(k.B, l.B), cmp.Compare(k.Length, l.Length), cmp.Compare(k.Weight, l.Weight), cmp.Compare(k.CrossingWeight, l.CrossingWeight))
	})
	return out
}

// positive returns x clamped to 1e-3..1e3, or 1 if x is not positive.
func positive(x float64) float64 {
	if x = finite(x, 1); x <= 0 {
		return 1
	}
	return clamp(x, 1e-3, 1e3)
}

func (m *instance) addNeighbour(from int, t neighbour) {
	for k := range m.adjacent[from] {
		if old := &m.adjacent[from][k]; old.to == t.to {
			sum := old.weight + t.weight
			old.length = (float64(old.length*old.weight) + float64(t.length*t.weight)) / sum
			old.weight = sum
			return
		}
	}
	m.adjacent[from] = append(m.adjacent[from], t)
}

func (m *instance) addEdge(l Link) {
	for _, e := range m.incident[l.A] {
		if old := &m.edges[e]; old.a == l.A && old.b == l.B {
			old.multiplicity++
			old.crossingWeight += l.CrossingWeight
			return
		}
	}
	m.incident[l.A] = append(m.incident[l.A], len(m.edges))
	m.incident[l.B] = append(m.incident[l.B], len(m.edges))
	m.edges = append(m.edges, edge{l.A, l.B, 1, l.CrossingWeight})
}

// findComponents finds the connected components by breadth-first search: by falling size, then by
// lowest node.
func (m *instance) findComponents() {
	seen := make([]bool, m.n)
	for i := range m.n {
		if seen[i] {
			continue
		}
		component := []int{i}
		seen[i] = true
		for k := 0; k < len(component); k++ {
			for _, t := range m.adjacent[component[k]] {
				if !seen[t.to] {
					seen[t.to] = true
					component = append(component, t.to)
				}
			}
		}
		if len(component) == 1 {
			m.isolated = append(m.isolated, i)
			continue
		}
		m.components = append(m.components, component)
	}
	slices.SortStableFunc(m.components, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
}

// spacing is the ideal length of one step: the side of the square that each node would have if all
// shared the frame evenly, px.
func (m *instance) spacing() float64 {
	return math.Sqrt(m.frame.W() * m.frame.H() / float64(max(m.n, 1)))
}

// commonFeasible returns where the centre of every one of the nodes may be, or the inner half of
// the frame if there is no such region.
func (m *instance) commonFeasible(bodies []int) geom.Rect {
	half := geom.Rect{Min: m.frame.Min.Lerp(m.frame.Max, 0.25), Max: m.frame.Min.Lerp(m.frame.Max, 0.75)}
	room := m.frame
	for _, i := range bodies {
		r := m.feasible[i]
		room.Min = geom.Vec{X: max(room.Min.X, r.Min.X), Y: max(room.Min.Y, r.Min.Y)}
		room.Max = geom.Vec{X: min(room.Max.X, r.Max.X), Y: min(room.Max.Y, r.Max.Y)}
	}
	return room.Union(half)
}

// boxes returns the shape and, if there is one, the label box of node i at p.
func (m *instance) boxes(i int, p geom.Vec) ([2]geom.Rect, int) {
	s := &m.shapes[i]
	out := [2]geom.Rect{geom.RectAt(p, s.halfW, s.halfH)}
	if s.labelW == 0 {
		return out, 1
	}
	out[1] = geom.Rect{
		Min: geom.Vec{X: p.X - s.labelW, Y: p.Y + s.labelTop},
		Max: geom.Vec{X: p.X + s.labelW, Y: p.Y + s.labelBottom},
	}
	return out, 2
}

// newUnlinked prepares the nodes of a problem without its links: enough to remove overlaps.
func newUnlinked(p *Problem) *instance {
	n := len(p.Nodes)
	m := &instance{n: n, gap: clamp(finite(p.Gap, 0), 0, maxExtent), frame: safeFrame(p.Frame), sparseOnly: true,
		shapes: make([]shape, n), feasible: make([]geom.Rect, n), pinned: make([]bool, n), pinAt: make(Placement, n)}
	for i := range p.Nodes {
		m.setNode(i, &p.Nodes[i])
	}
	return m
}

// withoutLabels returns the instance with shapes only.
func (m *instance) withoutLabels() *instance {
	b := *m
	b.shapes = append([]shape(nil), m.shapes...)
	for i := range b.shapes {
		s := &b.shapes[i]
		s.labelW, s.left, s.down = 0, s.halfW, s.halfH
		s.reach = geom.Vec{X: s.left, Y: s.down}.Len()
		s.area = float64((2*s.left + b.gap) * (s.halfH + s.down + b.gap))
	}
	return &b
}

// fillRatio returns the area of all nodes with their gaps as a share of the frame.
func (m *instance) fillRatio() float64 {
	area := 0.0
	for i := range m.shapes {
		area += m.shapes[i].area
	}
	return area / (m.frame.W() * m.frame.H())
}

// unbounded is larger than any energy.
const unbounded = 1e300
