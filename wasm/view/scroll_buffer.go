package view

import "image"

// A scrollBuffer is a toroidal buffer: the bookkeeping of a picture that keeps a part of a layer and is painted on where
// that part moves: what leaves at one side makes room for what comes in at the other. The pixel
// of the layer at p lies in the picture at p modulo its size.
//
// All lengths are device pixels; the layer has its own whole-numbered origin.
type scrollBuffer struct {
	size image.Point     // of the picture
	held image.Rectangle // the part of the layer that the picture holds; at most as large
}

// A piece is a part of the layer that lies in one piece in the picture.
type piece struct {
	region image.Rectangle
	at     image.Point // where its upper left corner is in the picture
}

// scrollTo makes the buffer hold view, a part of the layer as large as the picture, and returns the parts
// of it that have to be painted: none, one or two, which do not overlap.
func (r *scrollBuffer) scrollTo(view image.Rectangle) []image.Rectangle {
	kept := r.held.Intersect(view)
	r.held = view
	if kept.Empty() {
		return []image.Rectangle{view}
	}
	var missing []image.Rectangle
	for _, part := range [...]image.Rectangle{
		image.Rect(view.Min.X, view.Min.Y, kept.Min.X, view.Max.Y), // left of what is kept
		image.Rect(kept.Max.X, view.Min.Y, view.Max.X, view.Max.Y), // right
		image.Rect(kept.Min.X, view.Min.Y, kept.Max.X, kept.Min.Y), // above
		image.Rect(kept.Min.X, kept.Max.Y, kept.Max.X, view.Max.Y), // below
	} {
		if !part.Empty() {
			missing = append(missing, part)
		}
	}
	return missing
}

// pieces cuts a part of the layer, at most as large as the picture, where it is cut in the picture:
// into one, two or four.
func (r *scrollBuffer) pieces(part image.Rectangle) []piece {
	var out []piece
	for y := part.Min.Y; y < part.Max.Y; {
		nextY := min(part.Max.Y, y-modulo(y, r.size.Y)+r.size.Y)
		for x := part.Min.X; x < part.Max.X; {
			nextX := min(part.Max.X, x-modulo(x, r.size.X)+r.size.X)
			out = append(out, piece{image.Rect(x, y, nextX, nextY), image.Pt(modulo(x, r.size.X), modulo(y, r.size.Y))})
			x = nextX
		}
		y = nextY
	}
	return out
}

// modulo is the remainder of a floored division: from 0 to n-1.
func modulo(a, n int) int {
	if a %= n; a < 0 {
		a += n
	}
	return a
}
