// Package display is the display list: the finished picture as a list of shapes and texts, which
// painters (svg, view, the cards) paint without deciding anything. Its types hold numbers and
// colours and know nothing of actors, relations or the state that the picture was made from.
//
// All lengths are CSS pixels in screen space: origin at the top left of the frame, y down.
package display

import "actormap/wasm/geom"

// A Frame is the display list of one picture: what to draw, back to front. Texts lie above all
// shapes. The slices belong to whoever made the frame and are valid until it makes the next one.
type Frame struct {
	Width, Height float64
	Paper         Color
	Shapes        []Shape
	Texts         []Text
	Static        Layer // lies below Shapes; nil: they are all there is
}

// A Layer is a part of the picture that stays the same over several frames, or is only shifted as
// a whole. A painter that keeps a copy of it paints only what comes into view.
type Layer interface {
	// Serial is another number whenever the layer looks different from before.
	Serial() int
	// Offset is where the layer's own origin lies on the screen, px: while Serial is the same, a
	// copy may be shifted by the difference of two offsets. Offsets differ by whole px.
	Offset() geom.Vec
	// Stable reports that the layer will not change during the current drag, so that a copy pays.
	Stable() bool
	// Shapes returns the shapes that may be seen in a part of the screen, back to front. The
	// slice is valid until the next call.
	Shapes(part geom.Rect) []Shape
}

// An Owner names what a Shape or a Text belongs to: Index counts the nodes, edges or memberships
// of the graph that is drawn. The zero Owner is none.
type Owner struct {
	Index int32
	Thing Thing
	Part  Part
}

// A Thing is a kind of owner.
type Thing uint8

// The things. The dim overlay, and samples outside of a map, belong to none of them.
const (
	None Thing = iota
	Node
	Edge
	Membership
)

// A Part says which part of its owner a Shape or a Text is.
type Part uint8

// The parts.
const (
	Body      Part = iota // a node's shape, an edge's line, a membership's band
	Arrowhead             // of an edge
	Glyph                 // of an edge: the disc on it and the sign within
	About                 // of an edge: the dotted line to a node that it is about
	Highlight             // the accent around a node, or under an edge or a membership
	PinMark               // of a node that the reader has put somewhere
	Label                 // a node's or an edge's text
	Callout               // the box and the name of a node that has no other visible name
)
