package scene

import (
	"actormap/wasm/camera"
	"actormap/wasm/geom"
)

// wheelStep is the zoom factor of one px of wheel travel: 100 px, one notch of a common
// mouse, give 1.25.
const wheelStep = 0.0025

// setCamera takes a camera over after keeping the map in reach.
func (s *Scene) setCamera(c camera.Camera) {
	c = c.Clamp(s.world(), s.world())
	if c.Zoom == camera.MinZoom { // nothing is gained by moving the whole map aside
		c.Offset = geom.Vec{}
	}
	if c == s.camera {
		return
	}
	panned := s.lod.layered && c.Zoom == s.camera.Zoom
	s.camera = c
	s.changeView(panned)
}

func (c Wheel) apply(s *Scene) error {
	if err := finite(c.At.X, c.At.Y, c.DY); err != nil {
		return err
	}
	factor := 1 + float64(wheelStep*max(-200, min(c.DY, 200)))
	if c.DY < 0 {
		factor = 1 / (1 - float64(wheelStep*max(-200, c.DY)))
	}
	s.setCamera(s.camera.ZoomAt(c.At, 1/factor, s.MaxZoom()))
	return nil
}

func (c Zoom) apply(s *Scene) error {
	at := s.world().Centre()
	if c.At != nil {
		at = *c.At
	}
	if err := finite(c.Factor, at.X, at.Y); err != nil {
		return err
	}
	if c.Factor <= 0 {
		return &Error{"BadNumber", "a zoom factor must be above 0"}
	}
	s.setCamera(s.camera.ZoomAt(at, c.Factor, s.MaxZoom()))
	return nil
}

func (c Pan) apply(s *Scene) error {
	if err := finite(c.By.X, c.By.Y); err != nil {
		return err
	}
	s.pan(c.By)
	return nil
}

func (Fit) apply(s *Scene) error {
	s.setCamera(camera.Camera{Zoom: 1})
	return nil
}
