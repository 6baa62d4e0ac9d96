package picture

import (
	"slices"

	"actormap/wasm/graph"
	"actormap/wasm/protocol"
	"actormap/wasm/scene"
)

// framesOf reads an earlier layout, nil for none, by the sizes of its frames.
func framesOf(g *graph.Graph, earlier []byte) (map[scene.Size]*scene.Previous, error) {
	if earlier == nil {
		return nil, nil
	}
	list, err := protocol.ParseEarlier(g, earlier)
	if err != nil {
		return nil, err
	}
	frames := map[scene.Size]*scene.Previous{}
	for i := range list {
		frames[list[i].Size] = &list[i]
	}
	return frames, nil
}

// lay lays one frame out with the names of g, after what it was, nil for nothing.
func (e Effort) lay(g *graph.Graph, size scene.Size, was *scene.Previous) scene.Layout {
	var layout scene.Layout
	of := digest(g, size)
	switch {
	case was == nil:
		layout = scene.SolveForPicture(g, size, e.budget()).Layout()
	case was.ProblemHash == of && !slices.Contains(was.New, true):
		layout = was.Layout
	default:
		layout = scene.SolveUpdate(g, *was, e.budget()).Layout()
	}
	layout.ProblemHash = of
	return layout
}
