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
