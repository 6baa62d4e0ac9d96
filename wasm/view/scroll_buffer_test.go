package view

import (
	"image"
	"math/rand/v2"
	"testing"
)

// A sheetOfLayer is a picture whose pixels say which pixel of the layer was painted there.
type sheetOfLayer map[image.Point]image.Point

func (s sheetOfLayer) paint(r *scrollBuffer, part image.Rectangle) {
	for _, p := range r.pieces(part) {
		for y := range p.region.Dy() {
			for x := range p.region.Dx() {
				s[p.at.Add(image.Pt(x, y))] = p.region.Min.Add(image.Pt(x, y))
			}
		}
	}
}

// wrong counts the pixels of the view that the picture has otherwise.
func (s sheetOfLayer) wrong(r *scrollBuffer, view image.Rectangle) (n int) {
	for _, p := range r.pieces(view) {
		for y := range p.region.Dy() {
			for x := range p.region.Dx() {
				if s[p.at.Add(image.Pt(x, y))] != p.region.Min.Add(image.Pt(x, y)) {
					n++
				}
			}
		}
	}
	return n
}

func TestWhereverTheViewGoesThePictureHoldsIt(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	size := image.Pt(17, 11)
	r, picture := &scrollBuffer{size: size}, sheetOfLayer{}
	at := image.Pt(-5, 40)
	for step := range 500 {
		view := image.Rectangle{at, at.Add(size)}
		area := 0
		for _, part := range r.scrollTo(view) {
			area += part.Dx() * part.Dy()
			picture.paint(r, part)
		}
		if n := picture.wrong(r, view); n > 0 {
			t.Fatalf("step %d: %d pixels of %v are not what lies there", step, n, view)
		}
		if step > 0 && area > size.X*size.Y {
			t.Fatalf("step %d: %d pixels painted for a picture of %d", step, area, size.X*size.Y)
		}
		far := 4
		if step%50 == 49 {
			far = 100
		}
		at = at.Add(image.Pt(chance.IntN(2*far+1)-far, chance.IntN(2*far+1)-far))
	}
}

func TestOnlyWhatComesIntoViewIsPainted(t *testing.T) {
	for _, test := range []struct {
		by   image.Point
		want int // pixels of 10 x 8
	}{{image.Pt(0, 0), 0}, {image.Pt(3, 0), 3 * 8}, {image.Pt(-3, 0), 3 * 8}, {image.Pt(0, 2), 2 * 10}, {image.Pt(3, -2), 3*8 + 2*7}, {image.Pt(10, 0), 80}} {
		r := &scrollBuffer{size: image.Pt(10, 8)}
		r.scrollTo(image.Rect(0, 0, 10, 8))
		got := 0
		for _, part := range r.scrollTo(image.Rect(0, 0, 10, 8).Add(test.by)) {
			got += part.Dx() * part.Dy()
		}
		if got != test.want {
			t.Errorf("by %v: %d pixels, want %d", test.by, got, test.want)
		}
	}
}

func TestPiecesCoverTheirPartOnce(t *testing.T) {
	r := &scrollBuffer{size: image.Pt(10, 8)}
	for _, part := range []image.Rectangle{image.Rect(0, 0, 10, 8), image.Rect(3, 5, 13, 13), image.Rect(-14, -3, -4, 5), image.Rect(7, 0, 9, 1)} {
		area := 0
		for _, p := range r.pieces(part) {
			area += p.region.Dx() * p.region.Dy()
			if !(image.Rectangle{p.at, p.at.Add(p.region.Size())}).In(image.Rectangle{Max: r.size}) {
				t.Errorf("%v: the piece %v at %v leaves the picture", part, p.region, p.at)
			}
		}
		if area != part.Dx()*part.Dy() {
			t.Errorf("%v: pieces of %d pixels, want %d", part, area, part.Dx()*part.Dy())
		}
	}
}
