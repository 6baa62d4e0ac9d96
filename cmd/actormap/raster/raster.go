// Package raster paints a scene's display list as pixels, for whoever takes neither SVG nor
// a script: the card that a link to the map is shown with. It shapes its own text, with the
// fonts of this machine.
package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// maxSide is the longest side of an image, in pixels.
const maxSide = 8192

// Paint draws a frame, scale pixels to each of its own. It returns the texts that no font
// could write: they are left out.
func Paint(f *display.Frame, scale float64, fonts *Fonts) (img *image.RGBA, unwritten []string, err error) {
	w, h := int(math.Round(f.Width*scale)), int(math.Round(f.Height*scale))
	if w < 1 || h < 1 || w > maxSide || h > maxSide {
		return nil, nil, fmt.Errorf("raster: an image of %d by %d pixels; each side must be from 1 to %d", w, h, maxSide)
	}
	p := &painter{img: image.NewRGBA(image.Rect(0, 0, w, h)), scale: scale}
	draw.Draw(p.img, p.img.Bounds(), image.NewUniform(nrgba(f.Paper)), image.Point{}, draw.Src)
	for i := range f.Shapes {
		p.shape(&f.Shapes[i])
	}
	for i := range f.Texts {
		if !p.text(&f.Texts[i], fonts) {
			unwritten = append(unwritten, f.Texts[i].Text)
		}
	}
	return p.img, unwritten, nil
}

func nrgba(c display.Color) color.NRGBA { return color.NRGBA(c) }

// A painter paints onto an image.
type painter struct {
	img   *image.RGBA
	scale float64 // pixels of the image to one of the frame
}

// shape paints one shape: its fill, then its line.
func (p *painter) shape(s *display.Shape) {
	switch s.Kind {
	case display.Stroke:
		p.fill(s.Line, strokes(s)...)
		return
	case display.Triangle:
		p.fill(s.Fill, s.Points[:])
		return
	case display.HalfDisc:
		p.fill(s.Fill, circle(s.At, s.HalfW)[chords/4:3*chords/4+1])
		return
	}
	p.fill(s.Fill, outline(s))
	if s.Width > 0 && s.Line.A > 0 {
		var path contours
		for _, edge := range ring(s, s.Width) {
			path.polygon(edge)
		}
		p.paint(s.Line, &path)
	}
}

// fill paints the union of figures, given by their corners in the frame's own pixels.
func (p *painter) fill(c display.Color, figures ...[]geom.Vec) {
	if c.A == 0 {
		return
	}
	var path contours
	for _, f := range figures {
		if len(f) == 0 {
			continue
		}
		if area(f) < 0 { // all turn the same way, so that where they overlap they do not cancel
			f = reversed(f)
		}
		path.polygon(f)
	}
	p.paint(c, &path)
}

// paint fills contours, by the rule that what is wound around is inside.
func (p *painter) paint(c display.Color, path *contours) {
	box := path.bounds(p.scale).Intersect(p.img.Bounds())
	if box.Empty() {
		return
	}
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(v geom.Vec) (x, y float32) {
		return float32(v.X*p.scale - float64(box.Min.X)), float32(v.Y*p.scale - float64(box.Min.Y))
	}
	for _, s := range path.segments {
		x0, y0 := at(s.to[0])
		switch s.kind {
		case moveTo:
			z.MoveTo(x0, y0)
		case lineTo:
			z.LineTo(x0, y0)
		case quadTo:
			x1, y1 := at(s.to[1])
			z.QuadTo(x0, y0, x1, y1)
		case cubeTo:
			x1, y1 := at(s.to[1])
			x2, y2 := at(s.to[2])
			z.CubeTo(x0, y0, x1, y1, x2, y2)
		case closePath:
			z.ClosePath()
		}
	}
	z.Draw(p.img, box, image.NewUniform(nrgba(c)), image.Point{})
}

// A segment goes on with a contour.
type segment struct {
	kind segmentKind
	to   [3]geom.Vec
}

type segmentKind uint8

const (
	moveTo segmentKind = iota
	lineTo
	quadTo
	cubeTo
	closePath
)

// contours are closed lines in the frame's own pixels.
type contours struct{ segments []segment }

func (c *contours) add(kind segmentKind, to ...geom.Vec) {
	s := segment{kind: kind}
	copy(s.to[:], to)
	c.segments = append(c.segments, s)
}

func (c *contours) polygon(corners []geom.Vec) {
	for i, v := range corners {
		if i == 0 {
			c.add(moveTo, v)
		} else {
			c.add(lineTo, v)
		}
	}
	c.add(closePath)
}

// count is how many of the points of a segment are its own.
func (k segmentKind) count() int { return [...]int{1, 1, 2, 3, 0}[k] }

// bounds returns the pixels that the contours may touch.
func (c *contours) bounds(scale float64) image.Rectangle {
	min, max := geom.Vec{X: math.Inf(1), Y: math.Inf(1)}, geom.Vec{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, s := range c.segments {
		for _, v := range s.to[:s.kind.count()] {
			min = geom.Vec{X: math.Min(min.X, v.X), Y: math.Min(min.Y, v.Y)}
			max = geom.Vec{X: math.Max(max.X, v.X), Y: math.Max(max.Y, v.Y)}
		}
	}
	const far = 2 * maxSide // beyond every image, and within every int
	clamp := func(x float64) int { return int(math.Max(-far, math.Min(far, x))) }
	if len(c.segments) == 0 {
		return image.Rectangle{}
	}
	return image.Rect(clamp(math.Floor(min.X*scale)), clamp(math.Floor(min.Y*scale)), clamp(math.Ceil(max.X*scale)), clamp(math.Ceil(max.Y*scale)))
}
