package camera_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"actormap/wasm/camera"
	"actormap/wasm/geom"
)

// frame is the widest of the map's frames.
func frame() geom.Rect { return geom.Rect{Max: geom.Vec{X: 1040, Y: 740}} }

// near is the distance in px that rounding may cost.
const near = 1e-6

// cameras calls law with 2,000 cameras and points from a fixed seed; the first camera is the
// zero one.
func cameras(law func(c camera.Camera, p geom.Vec, r *rand.Rand)) {
	r := rand.New(rand.NewPCG(1, 2))
	point := func() geom.Vec { return geom.Vec{X: r.Float64()*3000 - 1000, Y: r.Float64()*3000 - 1000} }
	law(camera.Camera{}, point(), r)
	for range 2000 {
		law(camera.Camera{Zoom: 0.1 + r.Float64()*7.9, Offset: point()}, point(), r)
	}
}

func TestToWorldUndoesToScreen(t *testing.T) {
	cameras(func(c camera.Camera, p geom.Vec, _ *rand.Rand) {
		if d := c.ToWorld(c.ToScreen(p)).Sub(p).Len(); d > near {
			t.Fatalf("%+v: %v comes back %g px away", c, p, d)
		}
	})
}

func TestZeroCameraIsTheIdentity(t *testing.T) {
	p := geom.Vec{X: 12.25, Y: -7}
	if got := (camera.Camera{}).ToScreen(p); got != p {
		t.Errorf("ToScreen(%v) = %v", p, got)
	}
	if got := (camera.Camera{}).ToWorld(p); got != p {
		t.Errorf("ToWorld(%v) = %v", p, got)
	}
}

func TestZoomAtKeepsThePointUnderTheCursor(t *testing.T) {
	cameras(func(c camera.Camera, at geom.Vec, r *rand.Rand) {
		before := c.ToWorld(at)
		z := c.ZoomAt(at, 0.2+r.Float64()*4, camera.MaxZoom)
		if d := z.ToScreen(before).Sub(at).Len(); d > near {
			t.Fatalf("%+v zoomed at %v: the point moved by %g px", c, at, d)
		}
	})
}

func TestZoomAtStaysInRange(t *testing.T) {
	for _, row := range []struct {
		name              string
		zoom, factor, out float64
	}{
		{"in", 2, 1.5, 3},
		{"out", 3, 0.5, 1.5},
		{"zero camera", 0, 2, 2},
		{"past the upper end", 7, 2, camera.MaxZoom},
		{"past the lower end", 2, 0.1, camera.MinZoom},
		{"below the range, out: stays", 0.4, 0.5, 0.4},
		{"below the range, in: from where it is", 0.4, 1.5, 0.6},
		{"above the range, in: stays", 12, 2, 12},
		{"above the range, out: from where it is", 12, 0.75, 9},
		{"huge factor", 1, math.MaxFloat64, camera.MaxZoom},
		{"tiny factor", 8, math.SmallestNonzeroFloat64, camera.MinZoom},
		{"factor zero", 2, 0, 2},
		{"factor negative", 2, -3, 2},
		{"factor not a number", 2, math.NaN(), 2},
		{"factor infinite", 2, math.Inf(1), 2},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := camera.Camera{Zoom: row.zoom}.ZoomAt(geom.Vec{X: 10, Y: 10}, row.factor, camera.MaxZoom)
			if math.Abs(got.Zoom-row.out) > 1e-12 {
				t.Errorf("zoom %g times %g is %g, want %g", row.zoom, row.factor, got.Zoom, row.out)
			}
		})
	}
}

func TestPanMovesEveryPointAlike(t *testing.T) {
	cameras(func(c camera.Camera, p geom.Vec, r *rand.Rand) {
		d := geom.Vec{X: r.Float64() * 100, Y: r.Float64() * -100}
		if got := c.Pan(d).ToScreen(p).Sub(c.ToScreen(p)).Sub(d).Len(); got > near {
			t.Fatalf("%+v: a pan by %v is off by %g px", c, d, got)
		}
	})
}

func TestNotFiniteMovesNothing(t *testing.T) {
	c := camera.Camera{Zoom: 2, Offset: geom.Vec{X: 3, Y: 4}}
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		v := geom.Vec{X: 1, Y: bad}
		box := geom.Rect{Max: v}
		if got := c.Pan(v); got != c {
			t.Errorf("Pan(%v) = %+v", v, got)
		}
		if got := c.ZoomAt(v, 2, camera.MaxZoom); got != c {
			t.Errorf("ZoomAt(%v) = %+v", v, got)
		}
		if got := c.Clamp(box, frame()); got != c {
			t.Errorf("Clamp(%v) = %+v", box, got)
		}
		if got := c.Fit(box, frame()); got != (camera.Camera{Zoom: 1}) {
			t.Errorf("Fit(%v) = %+v", box, got)
		}
	}
}

// seen returns the screen box of a world box.
func seen(c camera.Camera, r geom.Rect) geom.Rect {
	return geom.Rect{Min: c.ToScreen(r.Min), Max: c.ToScreen(r.Max)}
}

func TestFitShowsEverythingAndNeverMagnifies(t *testing.T) {
	cameras(func(c camera.Camera, p geom.Vec, r *rand.Rand) {
		bounds := geom.Rect{Min: p, Max: p.Add(geom.Vec{X: r.Float64() * 5000, Y: r.Float64() * 5000})}
		fit := c.Fit(bounds, frame())
		if !seen(fit, bounds).Inside(frame().Grow(near)) {
			t.Fatalf("%v fitted by %+v shows at %v", bounds, fit, seen(fit, bounds))
		}
		if fit.Zoom > 1 {
			t.Fatalf("%v fitted by zoom %g", bounds, fit.Zoom)
		}
	})
}

func TestFit(t *testing.T) {
	at := func(x, y, x2, y2 float64) geom.Rect {
		return geom.Rect{Min: geom.Vec{X: x, Y: y}, Max: geom.Vec{X: x2, Y: y2}}
	}
	for _, row := range []struct {
		name   string
		bounds geom.Rect
		want   camera.Camera
	}{
		{"inside: as laid out", at(20, 20, 1000, 700), camera.Camera{Zoom: 1}},
		{"a point inside", at(20, 20, 20, 20), camera.Camera{Zoom: 1}},
		{"a point outside comes to the middle", at(-100, 0, -100, 0), camera.Camera{Zoom: 1, Offset: geom.Vec{X: 620, Y: 370}}},
		{"small but outside: centred, not magnified", at(1040, 740, 1140, 840), camera.Camera{Zoom: 1, Offset: geom.Vec{X: -570, Y: -420}}},
		{"twice too wide", at(0, 0, 2080, 740), camera.Camera{Zoom: 0.5, Offset: geom.Vec{X: 0, Y: 185}}},
		{"turned over", at(100, 100, 0, 0), camera.Camera{Zoom: 1}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := (camera.Camera{Zoom: 3}).Fit(row.bounds, frame()); got != row.want {
				t.Errorf("Fit(%v) = %+v, want %+v", row.bounds, got, row.want)
			}
		})
	}
	if got := (camera.Camera{}).Fit(at(0, 0, 9, 9), geom.Rect{}); got != (camera.Camera{Zoom: 1}) {
		t.Errorf("Fit into a frame without size = %+v, want the identity", got)
	}
}

func TestClampKeepsTheMapInReach(t *testing.T) {
	cameras(func(c camera.Camera, p geom.Vec, r *rand.Rand) {
		bounds := geom.Rect{Min: p, Max: p.Add(geom.Vec{X: r.Float64() * 2000, Y: r.Float64() * 2000})}
		held := c.Clamp(bounds, frame())
		if !bounds.Grow(near).Contains(held.ToWorld(frame().Centre())) {
			t.Fatalf("%+v clamped to %+v: the middle sees %v, outside %v", c, held, held.ToWorld(frame().Centre()), bounds)
		}
		if d := held.Clamp(bounds, frame()).Offset.Sub(held.Offset).Len(); d > near {
			t.Fatalf("%+v: a second clamp moved by %g px", held, d)
		}
		if bounds.Contains(c.ToWorld(frame().Centre())) && held.Offset.Sub(c.Offset).Len() > near {
			t.Fatalf("%+v was in reach and moved to %+v", c, held)
		}
		if held.Zoom != c.Zoom {
			t.Fatalf("clamp changed the zoom from %g to %g", c.Zoom, held.Zoom)
		}
	})
}
