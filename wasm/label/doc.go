// Package label measures, breaks and places the names on the map without any font: the
// build that writes the picture and the browser that draws it must agree to the pixel
// though neither knows which sans-serif face the reader has. So Width is an upper bound
// over the common faces, and a painter makes a text narrower where its face is wider.
//
// All lengths are CSS pixels, y down. Everything is deterministic.
package label
