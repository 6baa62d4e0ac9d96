package svg

import (
	"fmt"
	"math"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// farthestPx is beyond every screen; a coordinate past it is a mistake of whoever made
// the frame.
const farthestPx = 1e7

// checkNumbers refuses a frame with a number that a picture cannot hold.
func checkNumbers(f *display.Frame) error {
	if !sane(f.Width, f.Height) || f.Width <= 0 || f.Height <= 0 {
		return fmt.Errorf("svg: the frame is %g by %g px; give it a positive size", f.Width, f.Height)
	}
	for i := range f.Shapes {
		s := &f.Shapes[i]
		if !sane(s.HalfW, s.HalfH, s.Corner, s.Width, s.Dash.On, s.Dash.Off) ||
			!sanePoints(s.At, s.Curve.A, s.Curve.C, s.Curve.B, s.Points[0], s.Points[1], s.Points[2]) {
			return fmt.Errorf("svg: shapes[%d] has a number that is not finite or beyond %g px: %+v; mend the scene that made it", i, farthestPx, *s)
		}
	}
	for i := range f.Texts {
		t := &f.Texts[i]
		if !sane(t.Size, t.MaxWidth, t.HaloWidth) || !sanePoints(t.At) {
			return fmt.Errorf("svg: texts[%d] %q has a number that is not finite or beyond %g px; mend the scene that made it", i, t.Text, farthestPx)
		}
	}
	return nil
}

func sanePoints(points ...geom.Vec) bool {
	for _, p := range points {
		if !sane(p.X, p.Y) {
			return false
		}
	}
	return true
}

func sane(numbers ...float64) bool {
	for _, x := range numbers {
		if !(math.Abs(x) <= farthestPx) { // true for NaN
			return false
		}
	}
	return true
}

// checkSame refuses two frames that differ in more than colours.
func checkSame(light, dark *display.Frame) error {
	const cure = "the dark frame differs from the light one in more than colours; make both from one state with two themes"
	if light.Width != dark.Width || light.Height != dark.Height {
		return fmt.Errorf("svg: size %gx%g and %gx%g: %s", light.Width, light.Height, dark.Width, dark.Height, cure)
	}
	if len(light.Shapes) != len(dark.Shapes) || len(light.Texts) != len(dark.Texts) {
		return fmt.Errorf("svg: %d and %d shapes, %d and %d texts: %s",
			len(light.Shapes), len(dark.Shapes), len(light.Texts), len(dark.Texts), cure)
	}
	for i := range light.Shapes {
		a, b := light.Shapes[i], dark.Shapes[i]
		b.Fill, b.Line = a.Fill, a.Line
		if a != b {
			return fmt.Errorf("svg: shapes[%d]: %s", i, cure)
		}
	}
	for i := range light.Texts {
		a, b := light.Texts[i], dark.Texts[i]
		b.Ink, b.Halo = a.Ink, a.Halo
		if a != b {
			return fmt.Errorf("svg: texts[%d] %q: %s", i, a.Text, cure)
		}
	}
	return nil
}
