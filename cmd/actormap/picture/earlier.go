package picture

import (
	"slices"

	"actormap/wasm/graph"
	"actormap/wasm/protocol"
	"actormap/wasm/scene"
)

// framesOf reads an earlier layout, nil for none, by the sizes of its frames.
func framesOf(g *graph.Graph, earlier []byte) (map[scene.Size]*scene.Earlier, error) {
	if earlier == nil {
		return nil, nil
	}
	list, err := protocol.ParseEarlier(g, earlier)
	if err != nil {
		return nil, err
	}
	frames := map[scene.Size]*scene.Earlier{}
	for i := range list {
		frames[list[i].Size] = &list[i]
	}
	return frames, nil
}

// lay lays one frame out with the names of g, after what it was, nil for nothing.
func (e Effort) lay(g *graph.Graph, size scene.Size, was *scene.Earlier) scene.Layout {
	var layout scene.Layout
	of := digest(g, size)
	switch {
	case was == nil:
		layout = scene.ComposePicture(g, size, e.budget()).Layout()
	case was.Of == of && !slices.Contains(was.New, true):
		layout = was.Layout
	default:
		layout = scene.Recompose(g, *was, e.budget()).Layout()
	}
	layout.Of = of
	return layout
}
