package raster

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// text writes one text, its halo first; false where no font can.
func (p *painter) text(t *display.Text, fonts *Fonts) bool {
	runs, width, ok := fonts.line(t.Text, t.Lang, t.RTL, t.Size, t.Weight)
	if !ok {
		return false
	}
	narrow := 1.0
	if t.MaxWidth > 0 && width > t.MaxWidth {
		narrow = t.MaxWidth / width
	}
	var glyphs contours
	pen := t.At.X - width*narrow/2
	for _, r := range runs {
		unit := t.Size / float64(r.face.Upem())
		for _, g := range r.glyphs {
			at := geom.Vec{X: pen + float64(g.XOffset)/64*narrow, Y: t.At.Y - float64(g.YOffset)/64}
			if !glyphs.glyph(r.face.GlyphData(g.GlyphID), at, unit*narrow, unit) {
				return false
			}
			pen += float64(g.Advance) / 64 * narrow
		}
	}
	if t.Halo.A > 0 && t.HaloWidth > 0 {
		p.fill(t.Halo, glyphs.halo(2*t.HaloWidth)...)
	}
	p.paint(t.Ink, &glyphs)
	return true
}

// glyph adds the outline of a glyph at a place, in units of its font; false where it is a
// picture, as those of emoji are.
func (c *contours) glyph(shape font.GlyphData, at geom.Vec, unitX, unitY float64) bool {
	outline, ok := shape.(font.GlyphOutline)
	if !ok {
		return shape == nil // a blank
	}
	open := false
	for _, s := range outline.Segments {
		var to [3]geom.Vec
		for i, v := range s.Args {
			to[i] = geom.Vec{X: at.X + float64(v.X)*unitX, Y: at.Y - float64(v.Y)*unitY}
		}
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if open {
				c.add(closePath)
			}
			c.add(moveTo, to[0])
			open = true
		case opentype.SegmentOpLineTo:
			c.add(lineTo, to[0])
		case opentype.SegmentOpQuadTo:
			c.add(quadTo, to[0], to[1])
		case opentype.SegmentOpCubeTo:
			c.add(cubeTo, to[0], to[1], to[2])
		}
	}
	if open {
		c.add(closePath)
	}
	return true
}

// bends is how many straight pieces stand for a curve of a glyph, under a halo.
const bends = 4

// halo returns the pieces of a line of a width along the contours, with round joins.
func (c *contours) halo(width float64) [][]geom.Vec {
	var out [][]geom.Vec
	var line []geom.Vec
	for _, s := range c.segments {
		switch s.kind {
		case moveTo:
			line = []geom.Vec{s.to[0]}
		case lineTo:
			line = append(line, s.to[0])
		case quadTo:
			line = geom.Curve{A: line[len(line)-1], C: s.to[0], B: s.to[1]}.Points(line, bends)
		case cubeTo:
			from := line[len(line)-1]
			for k := 1; k <= bends; k++ {
				t := float64(k) / bends
				a, b, d := from.Lerp(s.to[0], t), s.to[0].Lerp(s.to[1], t), s.to[1].Lerp(s.to[2], t)
				line = append(line, a.Lerp(b, t).Lerp(b.Lerp(d, t), t))
			}
		case closePath:
			out = append(out, thick(append(line, line[0]), width)...)
		}
	}
	return out
}
