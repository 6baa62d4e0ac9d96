// Package view paints a scene.Frame with Ebitengine. It decides nothing: colours, places and
// sizes all come with the frame. Files ending in _js.go see the engine; everything that
// can be computed without it (vertices of a frame, packing of the label atlas) is pure and
// tested natively.
package view
