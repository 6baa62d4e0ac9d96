// Package picture draws the map of a dataset as standalone SVG files, one for each frame
// that a page chooses from, and tells the live map where everything lies in them.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"

	"actormap/data"
	"actormap/wasm/graph"
	"actormap/wasm/protocol"
	"actormap/wasm/scene"
	"actormap/wasm/svg"
)

// A Picture is one drawing, with the colours of light and of dark pages in one file. Its
// size is in CSS pixels.
type Picture struct {
	W, H int
	SVG  []byte
}

// Draw lays the map out for every frame of scene.Frames, in that order. layout is the
// JSON that the live map reads, so that it starts where the pictures are.
func Draw(ds *data.Dataset) (pictures []Picture, layout []byte, err error) {
	g := graph.New(ds, ds.Language)
	n := len(scene.Frames)
	pictures, layouts, errs := make([]Picture, n), make([]scene.Layout, n), make([]error, n)
	var frames sync.WaitGroup
	for i, size := range scene.Frames {
		frames.Go(func() { pictures[i], layouts[i], errs[i] = draw(ds, g, size) })
	}
	frames.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, nil, err
	}
	return pictures, protocol.MarshalLayouts(g, layouts...), nil
}

// DrawFrame lays the map out for one frame of any size.
func DrawFrame(ds *data.Dataset, w, h int) (Picture, error) {
	p, _, err := draw(ds, graph.New(ds, ds.Language), scene.Size{W: float64(w), H: float64(h)})
	return p, err
}

// draw makes one picture from one state in two themes. A display list belongs to its scene
// until the next one, so that the light one is kept as a copy.
func draw(ds *data.Dataset, g *graph.Graph, size scene.Size) (Picture, scene.Layout, error) {
	s := scene.Compose(g, size, scene.PictureBudget)
	layout := s.Layout()
	s.Abridge()
	s.Paint(scene.Light())
	light := *s.Frame()
	light.Shapes, light.Texts = slices.Clone(light.Shapes), slices.Clone(light.Texts)
	s.Paint(scene.Dark())
	var out bytes.Buffer
	if err := svg.Write(&out, &light, s.Frame(), meta(ds)); err != nil {
		return Picture{}, layout, fmt.Errorf("picture: the %vx%v frame: %w", size.W, size.H, err)
	}
	return Picture{int(size.W), int(size.H), out.Bytes()}, layout, nil
}

// meta names the picture, with its date: it will be seen without its page.
func meta(ds *data.Dataset) svg.Meta {
	title, lang := ds.Title.In(ds.Language)
	if lang == "" {
		lang = ds.Language
	}
	summary, _ := ds.Summary.In(ds.Language)
	if ds.Updated != "" {
		title += " (" + string(ds.Updated) + ")"
	}
	return svg.Meta{Title: title, Description: summary, Lang: lang}
}
