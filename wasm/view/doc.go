// Package view paints a display.Frame with Ebitengine. It decides nothing: colours, places
// and sizes all come with the frame.
//
// A frame is one painter-ordered batch of shapes, drawn by one signed-distance shader
// (shape.kage, [Mesh]), and above them one batch of labels for each page of an atlas
// ([Labels]), whose sprites the browser shapes. A frame is given in CSS pixels; view
// works in device pixels, which are CSS pixels times the device pixel ratio. [Game] is
// the only part that draws; all others are pure and tested natively.
package view
