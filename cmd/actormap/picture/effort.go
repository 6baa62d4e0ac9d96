package picture

import (
	"actormap/wasm/layout"
	"actormap/wasm/scene"
)

// An Effort says which pictures of a map are made, and how long their layouts are searched for.
// The zero Effort makes what readers get.
type Effort struct {
	Frames []scene.Size // the frames that are drawn, narrowest first; none for all of scene.Frames
	Budget int          // evaluations for each layout, see layout.Solve; 0 for scene.PictureBudget
}

// Sketch draws the two narrowest frames with the effort for a reader who is waiting. It is for
// whoever needs a whole site soon and looks at something else than its pictures.
func Sketch() Effort { return Effort{Frames: scene.Frames[:2], Budget: layout.DefaultBudget} }

func (e Effort) sizes() []scene.Size {
	if len(e.Frames) == 0 {
		return scene.Frames
	}
	return e.Frames
}

func (e Effort) budget() int {
	if e.Budget == 0 {
		return scene.PictureBudget
	}
	return e.Budget
}
