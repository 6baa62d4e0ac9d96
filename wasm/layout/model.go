package layout

import (
	"cmp"
	"slices"

	"actormap/wasm/geom"
)

// maxExact is up to how many bodies a model knows all pairs.
const maxExact = MaxWarm

// maxExtent bounds every length of the input, px: sums of squares stay finite.
const maxExtent = 1e6

// A model is a problem made safe and looked up: numbers finite, links without doubles,
// distances and components known.
type model struct {
	n      int
	frame  geom.Rect
	gap    float64
	lane   float64
	loose  bool
	shapes []shape
	room   []geom.Rect // where the middle of each body may be
	pinned []bool
	pin    Placement // of the pinned
	edges  []edge    // drawn, one for each tied pair
	at     [][]int   // edges at each body
	ties   [][]tie   // of each body, whether drawn or not
	steps  []float64 // n x n shortest ways; +Inf between components; none when coarse
	weight []float64 // n x n of the stress; 0 between components and on the diagonal; none when coarse
	pull   []float64 // n x n weight times steps, 0 between components; none when coarse
	coarse bool      // too many bodies for what needs all pairs
	parts  [][]int   // components with two bodies or more, the largest first
	alone  []int     // bodies without a tie
}

// A shape is what a body covers around its middle.
type shape struct {
	halfW, halfH float64 // of the shape itself
	labelW       float64 // half width of the label box; 0: no label
	labelTop     float64 // from the middle down to the label box
	labelBottom  float64
	left, down   float64 // extents of both together; right is left, up is halfH
	reach        float64 // radius around the middle that holds all of it
	area         float64 // px², gap included
}

// box returns the box around the shape and its label when its middle is at p.
func (s *shape) box(p geom.Vec) geom.Rect {
	return geom.Rect{Min: geom.Vec{X: p.X - s.left, Y: p.Y - s.halfH}, Max: geom.Vec{X: p.X + s.left, Y: p.Y + s.down}}
}

// An edge is a drawn tie of two bodies.
type edge struct {
	a, b  int
	lanes int     // parallel links
	ink   float64 // of all of them
}

// other returns the end that is not i.
func (e *edge) other(i int) int {
	if e.a == i {
		return e.b
	}
	return e.a
}

// A tie is one end of a link as its other end sees it.
type tie struct {
	to             int
	length, weight float64
}

func newModel(p *Problem) *model {
	n := len(p.Bodies)
	m := &model{n: n, gap: clamp(finite(p.Gap, 0), 0, maxExtent), lane: clamp(finite(p.Lane, 0), 0, maxExtent), loose: p.Loose}
	m.frame = safeFrame(p.Frame)
	m.setBodies(p)
	m.setLinks(p.Links)
	m.setParts()
	if m.coarse = n > maxExact; !m.coarse {
		m.setDistances()
	}
	return m
}

func (m *model) setBodies(p *Problem) {
	m.shapes = make([]shape, m.n)
	m.room = make([]geom.Rect, m.n)
	m.pinned = make([]bool, m.n)
	m.pin = make(Placement, m.n)
	for i := range p.Bodies {
		m.setBody(i, &p.Bodies[i])
	}
}

// with returns the model of the same frame and links with other bodies, as many.
func (m *model) with(p *Problem) *model {
	other := *m
	other.setBodies(p)
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

func (m *model) setBody(i int, b *Body) {
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
	m.room[i] = geom.Rect{
		Min: geom.Vec{X: f.Min.X + s.left, Y: f.Min.Y + s.halfH},
		Max: geom.Vec{X: f.Max.X - s.left, Y: f.Max.Y - s.down},
	}
	at := b.At
	m.pinned[i] = b.Pinned && finite(at.X, maxExtent) < maxExtent && finite(at.Y, maxExtent) < maxExtent &&
		at.X > -maxExtent && at.Y > -maxExtent
	if m.pinned[i] {
		m.pin[i] = at
	}
}

// inside returns p moved to where the middle of body i may be. A body larger than the frame
// is centred in it.
func (m *model) inside(i int, p geom.Vec) geom.Vec {
	r := &m.room[i]
	return geom.Vec{X: clamp(p.X, r.Min.X, r.Max.X), Y: clamp(p.Y, r.Min.Y, r.Max.Y)}
}

// setLinks merges parallel links: the weights add up, the length is their weighted mean.
// Links are taken in an order of their own, so that the order and the direction in which
// they are given changes nothing, not even the last bit.
func (m *model) setLinks(links []Link) {
	m.at = make([][]int, m.n)
	m.ties = make([][]tie, m.n)
	for _, l := range m.sorted(links) {
		m.addTie(l.A, tie{l.B, l.Length, l.Weight})
		m.addTie(l.B, tie{l.A, l.Length, l.Weight})
		if l.Drawn {
			m.addEdge(l)
		}
	}
}

// sorted returns the links that count, made safe, from the lower to the higher body.
func (m *model) sorted(links []Link) []Link {
	var out []Link
	for _, l := range links {
		if l.A == l.B || l.A < 0 || l.B < 0 || l.A >= m.n || l.B >= m.n {
			continue
		}
		out = append(out, Link{min(l.A, l.B), max(l.A, l.B), positive(l.Length), positive(l.Weight), l.Drawn, positive(l.Ink)})
	}
	slices.SortFunc(out, func(k, l Link) int {
		return cmp.Or(cmp.Compare(k.A, l.A), cmp.Compare(k.B, l.B), cmp.Compare(k.Length, l.Length), cmp.Compare(k.Weight, l.Weight), cmp.Compare(k.Ink, l.Ink))
	})
	return out
}

func positive(x float64) float64 {
	if x = finite(x, 1); x <= 0 {
		return 1
	}
	return clamp(x, 1e-3, 1e3)
}

func (m *model) addTie(from int, t tie) {
	for k := range m.ties[from] {
		if old := &m.ties[from][k]; old.to == t.to {
			sum := old.weight + t.weight
			old.length = (float64(old.length*old.weight) + float64(t.length*t.weight)) / sum
			old.weight = sum
			return
		}
	}
	m.ties[from] = append(m.ties[from], t)
}

func (m *model) addEdge(l Link) {
	for _, e := range m.at[l.A] {
		if old := &m.edges[e]; old.a == l.A && old.b == l.B {
			old.lanes++
			old.ink += l.Ink
			return
		}
	}
	m.at[l.A] = append(m.at[l.A], len(m.edges))
	m.at[l.B] = append(m.at[l.B], len(m.edges))
	m.edges = append(m.edges, edge{l.A, l.B, 1, l.Ink})
}

// setParts finds the components: parts by falling size, ties by their first body.
func (m *model) setParts() {
	seen := make([]bool, m.n)
	for i := range m.n {
		if seen[i] {
			continue
		}
		part := []int{i}
		seen[i] = true
		for k := 0; k < len(part); k++ {
			for _, t := range m.ties[part[k]] {
				if !seen[t.to] {
					seen[t.to] = true
					part = append(part, t.to)
				}
			}
		}
		if len(part) == 1 {
			m.alone = append(m.alone, i)
			continue
		}
		m.parts = append(m.parts, part)
	}
	slices.SortStableFunc(m.parts, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
}
