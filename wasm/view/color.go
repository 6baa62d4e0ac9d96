package view

import (
	"image/color"

	"actormap/wasm/scene"
)

// opaque returns c without its alpha: paper hides the picture behind the canvas.
func opaque(c scene.Color) color.RGBA { return color.RGBA{c.R, c.G, c.B, 0xFF} }
