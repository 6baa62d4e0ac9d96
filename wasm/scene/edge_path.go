package scene

import (
	"math"

	"actormap/wasm/geom"
	"actormap/wasm/graph"
)

const (
	lanePx    = 17.0 // between parallel edges at their middles: a glyph disc and a little air
	maxBend   = 0.45 // of the chord; more looks like a loop
	minBendPx = 34.0 // allowed however short the chord is
	edgeGap   = 1.5  // between a shape's outline and the edge's end

	// straightLane is how far beside the chord, in px, an edge runs straight in its lane instead of
	// bending there: as far as that no eye tells the two apart, and a bend costs several triangles.
	straightLane = 2.0
)

// laneOffsets assigns the edges of each pair of nodes into lanes, in lanes to the left of the way
// from the lower to the higher node: symmetric about the chord, and clear of the chord
// itself when a membership lies on it. So parallel edges never coincide.
func laneOffsets(g *graph.Graph) []float64 {
	type pair struct{ low, high int }
	pairOf := func(i, j int) pair { return pair{min(i, j), max(i, j)} }
	lines, banded := map[pair]int{}, map[pair]bool{}
	for e := range g.Edges {
		lines[pairOf(g.Edges[e].From, g.Edges[e].To)]++
	}
	for _, b := range g.Memberships {
		banded[pairOf(b.Part, b.Whole)] = true
	}
	out, dealt := make([]float64, len(g.Edges)), map[pair]int{}
	for e := range g.Edges {
		p := pairOf(g.Edges[e].From, g.Edges[e].To)
		out[e] = laneOffset(dealt[p], lines[p], banded[p])
		dealt[p]++
	}
	return out
}

// laneOffset returns the k-th of n lanes around 0. With clear set, lane 0 is left free.
func laneOffset(k, n int, clear bool) float64 {
	if !clear {
		return float64(k) - float64(n-1)/2
	}
	// 1, -1, 2, -2, ...
	if k%2 == 0 {
		return float64(k/2 + 1)
	}
	return -float64(k/2 + 1)
}

// An edgePath is the drawn course of an edge in screen space.
type edgePath struct {
	curve       geom.Curve // from shape to shape; the arrowhead included
	shown       bool       // false when the shapes touch and nothing is left between them
	glyph       geom.Vec   // middle of the glyph disc, or the point nearest the middle
	noGlyphRoom bool       // there is no room for the glyph: it is drawn only while the edge is highlighted
}

// chord is the untrimmed curve of edge e, from centre to centre.
func (s *Scene) chord(e int, at []geom.Vec) geom.Curve {
	l := &s.graph.Edges[e]
	a, b := at[l.From], at[l.To]
	left := b.Sub(a).Unit().Left()
	bend := float64(s.laneOffsets[e] * s.laneGap())
	if l.From > l.To { // the lane is counted on the way from the lower to the higher node
		bend = -bend
	}
	most := max(float64(b.Sub(a).Len()*maxBend), minBendPx*s.lod.scale)
	bend = max(-most, min(most, bend))
	if math.Abs(bend) <= straightLane {
		a, b = a.Add(left.Mul(bend)), b.Add(left.Mul(bend))
		bend = 0
	}
	// A quadratic curve passes its middle at half the control point's offset.
	return geom.Curve{A: a, C: a.Lerp(b, 0.5).Add(left.Mul(2 * bend)), B: b}
}

// laneGap is the distance between parallel edges, px.
func (s *Scene) laneGap() float64 { return lanePx * s.lod.scale }

// newEdgePath trims the chord of edge e to the outlines of the two shapes.
func (s *Scene) newEdgePath(e int, at []geom.Vec) edgePath {
	l := &s.graph.Edges[e]
	c := s.chord(e, at)
	t := s.clipToShape(c, l.From, at[l.From])
	u := 1 - s.clipToShape(geom.Curve{A: c.B, C: c.C, B: c.A}, l.To, at[l.To])
	if u-t < 0.02 {
		return edgePath{curve: c, glyph: c.At(0.5)}
	}
	c = c.Part(t, u)
	return edgePath{curve: c, shown: true, glyph: c.At(0.5)}
}

// clipToShape returns the parameter at which c, which starts in the middle of node i, has left
// its shape by edgeGap: by bisection, as shapes are convex around their middles.
func (s *Scene) clipToShape(c geom.Curve, i int, centre geom.Vec) float64 {
	if s.lod.dots && (s.nodeBoxes[i].halfW < plainDisc || s.graph.Nodes[i].Kind == graph.Person) {
		// A disc, and the curve as good as straight so near its end.
		return min(1, (s.nodeBoxes[i].halfW+float64(edgeGap*s.lod.scale))/max(1e-9, float64(2*c.C.Sub(c.A).Len())))
	}
	if s.lod.dots {
		return s.clipApproximately(c, i, centre)
	}
	lo, hi := 0.0, 1.0
	if s.outline(i, centre, c.At(1)) < edgeGap {
		return 1
	}
	for range 20 {
		mid := (lo + hi) / 2
		if s.outline(i, centre, c.At(mid)) < edgeGap {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

// clipApproximately is clipToShape to within a quarter of a px, by sphere tracing: each step is as long as the
// outline is away, which never goes too far.
func (s *Scene) clipApproximately(c geom.Curve, i int, centre geom.Vec) float64 {
	perT := max(1e-9, float64(2*c.C.Sub(c.A).Len())) // px, near the start
	t := 0.0
	for range 12 {
		left := edgeGap - s.outline(i, centre, c.At(t))
		if left < 0.25 {
			break
		}
		if t += left / perT; t >= 1 {
			return 1
		}
	}
	return t
}

// glyphSpots are the places along an edge where its glyph may stand, best first.
var glyphSpots = [...]float64{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8}

// glyphRadius is that of the disc behind a glyph, px.
const glyphRadius = 7.0

// placeGlyphs moves each glyph along its edge to where it covers no shape, no name and no
// other glyph.
func (s *Scene) placeGlyphs() {
	d := &s.drawn
	if !s.lod.glyphs {
		return // only highlighted edges have glyphs, see drawHighlightedGlyphs
	}
	s.indexBodies()
	if s.lod.layered {
		s.placeLargeMapGlyphs()
		return
	}
	d.glyphs.Reset(s.world())
	d.spots = d.spots[:0]
	for _, e := range d.edges {
		r := s.edgePath(e)
		if !r.shown || !hasGlyph(s.graph.Edges[e].Style) {
			continue
		}
		best, least := 0.5, 1<<30
		for _, t := range glyphSpots {
			if n := s.glyphConflicts(r.curve.At(t)); n < least {
				best, least = t, n
			}
			if least == 0 {
				break
			}
		}
		r.glyph = r.curve.At(best)
		d.glyphs.Add(geom.RectAt(r.glyph, glyphRadius, glyphRadius))
		d.spots = append(d.spots, r.glyph)
	}
}

// glyphAir is the least room around a glyph of a large map, px: closer together they are a texture
// that hides the edges they stand on.
const glyphAir = 4.0

// placeLargeMapGlyphs gives each glyph the first spot that is clear of all boxes. Where there is none the
// edge goes without, until it is highlighted.
func (s *Scene) placeLargeMapGlyphs() {
	d := &s.drawn
	for _, r := range d.boxes {
		d.bodies.Add(r)
	}
	for _, e := range d.edges {
		r := s.edgePath(e)
		if !r.shown || !hasGlyph(s.graph.Edges[e].Style) {
			continue
		}
		if at, ok := s.clearSpot(r, glyphSpots[:5]); ok {
			r.glyph, r.noGlyphRoom = at, false
		} else {
			r.noGlyphRoom = true
		}
	}
}

// clearSpot returns the first of some spots along an edge on which a glyph is clear of all boxes in the
// index of bodies, and takes it.
func (s *Scene) clearSpot(r *edgePath, spots []float64) (at geom.Vec, ok bool) {
	d := &s.drawn
	for _, t := range spots {
		at = r.curve.At(t)
		box := geom.RectAt(at, glyphRadius+glyphAir/2, glyphRadius+glyphAir/2)
		if d.found = d.bodies.Hits(d.found[:0], box, 0); len(d.found) == 0 {
			d.bodies.Add(box)
			return at, true
		}
	}
	return at, false
}

// hexReach is how much farther than its shape's box a hexagon's distance field, which is not
// exact beyond its corners, may be within a glyph's radius, px.
const hexReach = 4.0

// indexBodies lists the shapes and the names in view for glyphConflicts.
func (s *Scene) indexBodies() {
	d := &s.drawn
	d.bodies.Reset(s.world())
	for _, i := range d.nodes {
		d.bodies.Add(d.shapes[i])
	}
	d.names.Reset(s.world())
	for _, r := range d.boxes {
		d.names.Add(r)
	}
}

// glyphConflicts counts what a glyph at p would cover, shapes and names counting double.
func (s *Scene) glyphConflicts(p geom.Vec) int {
	d := &s.drawn
	const near, all = glyphRadius + 1, 1 << 30
	n := 0
	d.found = d.names.Hits(d.found[:0], geom.RectAt(p, near, near).Grow(1), all)
	for _, k := range d.found {
		if d.boxes[k].Grow(near).Contains(p) {
			n += 2
		}
	}
	d.found = d.bodies.Hits(d.found[:0], geom.RectAt(p, near, near).Grow(hexReach), all)
	for _, k := range d.found {
		if i := d.nodes[k]; s.outline(i, d.at[i], p) < near {
			n += 2
		}
	}
	d.found = d.glyphs.Hits(d.found[:0], geom.RectAt(p, near, near).Grow(1), all)
	for _, k := range d.found {
		if d.spots[k].Sub(p).Len() < 2*glyphRadius+1 {
			n++
		}
	}
	return n
}
