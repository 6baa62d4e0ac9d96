// Package camera maps the frame as laid out (world) onto the canvas (screen). Both spaces
// are CSS pixels. Only positions pass through a camera: shapes and texts keep their size at
// every zoom, so whoever fits or clamps reserves room for them around the positions.
package camera

import (
	"math"

	"actormap/wasm/geom"
)

// A Camera turns world into screen: screen = world*Zoom + Offset. The zero Camera is the
// identity. Cameras are values; each method returns a new one.
type Camera struct {
	Zoom   float64  // screen px a world px; 0 is read as 1
	Offset geom.Vec // screen px
}

// The range of the zoom. At 1 the map fills its frame. MaxZoom is enough for a
// map that a reader can take in at once; larger ones need more.
const (
	MinZoom = 1.0
	MaxZoom = 8.0
)

// zoom returns the factor from world to screen, never 0.
func (c Camera) zoom() float64 {
	if c.Zoom == 0 {
		return 1
	}
	return c.Zoom
}

// ToScreen returns where the world point p is seen.
func (c Camera) ToScreen(p geom.Vec) geom.Vec { return p.Mul(c.zoom()).Add(c.Offset) }

// ToWorld returns the world point that is seen at p.
func (c Camera) ToWorld(p geom.Vec) geom.Vec {
	d := p.Sub(c.Offset)
	return geom.Vec{X: d.X / c.zoom(), Y: d.Y / c.zoom()}
}

// ZoomAt multiplies the zoom by factor and keeps the world point under at (screen) where it
// is. The zoom stays within MinZoom and most; a camera outside of that range is not thrown back
// to it, it only goes no farther. A factor that is not a positive number
// changes nothing.
func (c Camera) ZoomAt(at geom.Vec, factor, most float64) Camera {
	if !(factor > 0) || math.IsInf(factor, 0) || !finite(at) {
		return c
	}
	old := c.zoom()
	next := min(max(float64(old*factor), min(MinZoom, old)), max(most, old))
	if next == old {
		return c
	}
	return Camera{next, at.Sub(at.Sub(c.Offset).Mul(next / old))}
}

// Pan moves the picture by d (screen). A displacement that is not finite changes nothing.
func (c Camera) Pan(d geom.Vec) Camera {
	if !finite(d) {
		return c
	}
	c.Offset = c.Offset.Add(d)
	return c
}

// Clamp keeps the map in reach: it moves the picture as little as needed for the middle of
// frame (screen) to see a point of bounds (world). So a part of the map is always in view,
// every point of it can be brought to the middle, and a press on "fit" is never the only
// way back. Boxes that are turned over or not finite change nothing.
func (c Camera) Clamp(bounds, frame geom.Rect) Camera {
	if !proper(bounds) || !proper(frame) {
		return c
	}
	middle, lo, hi := frame.Centre(), c.ToScreen(bounds.Min), c.ToScreen(bounds.Max)
	c.Offset.X += inward(lo.X, hi.X, middle.X)
	c.Offset.Y += inward(lo.Y, hi.Y, middle.Y)
	return c
}

// inward returns the smallest move of the interval from lo to hi that makes it hold x.
func inward(lo, hi, x float64) float64 {
	switch {
	case x < lo:
		return x - lo
	case x > hi:
		return x - hi
	}
	return 0
}

// finite reports whether both coordinates are numbers.
func finite(v geom.Vec) bool {
	return !math.IsNaN(v.X) && !math.IsInf(v.X, 0) && !math.IsNaN(v.Y) && !math.IsInf(v.Y, 0)
}

// proper reports whether r is finite and not turned over; it may be a line or a point.
func proper(r geom.Rect) bool {
	return finite(r.Min) && finite(r.Max) && r.Min.X <= r.Max.X && r.Min.Y <= r.Max.Y
}
