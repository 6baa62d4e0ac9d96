package view

// An atlas says where sprites lie on pages, each a texture. It packs by shelves: sprites
// of similar height share a row. It knows numbers only; pages become textures in [Game].
type atlas struct {
	pages []page
}

// A page is one texture and the shelves on it; all lengths are device pixels.
type page struct {
	size    int // square
	bottom  int // below the lowest shelf
	shelves []shelf
}

// A shelf is one row of sprites.
type shelf struct{ top, height, right int }

// A spot is where a sprite lies: the page and the top left corner.
type spot struct{ page, x, y int }

const (
	// pagePX is the side of a page that holds many sprites: 4 MiB on the graphics card, and
	// about 200 labels at a device pixel ratio of 2.
	pagePX = 1024
	// maxPagePX is the largest page, for a sprite that is larger than pagePX; every WebGL2
	// allows textures of this size.
	maxPagePX = 2048
	// maxPages bounds the memory. What does not fit is not drawn.
	maxPages = 16
	// gapPX keeps neighbours apart, so that no rounding shows one beside the other.
	gapPX = 1
)

// place finds room for a sprite of w by h, adding a page where needed. It fails for
// an empty sprite, for one larger than the largest page, and when all pages are full.
func (a *atlas) place(w, h int) (spot, bool) {
	if w <= 0 || h <= 0 || w+gapPX > maxPagePX || h+gapPX > maxPagePX {
		return spot{}, false
	}
	for i := range a.pages {
		if x, y, ok := a.pages[i].place(w+gapPX, h+gapPX); ok {
			return spot{i, x, y}, true
		}
	}
	if len(a.pages) == maxPages {
		return spot{}, false
	}
	size := pagePX
	if max(w, h)+gapPX > size {
		size = maxPagePX
	}
	a.pages = append(a.pages, page{size: size})
	last := len(a.pages) - 1
	x, y, ok := a.pages[last].place(w+gapPX, h+gapPX)
	return spot{last, x, y}, ok
}

// place finds room on one page: on the shelf that wastes least height, else on a new one. A
// shelf more than half again as high as the sprite is left for taller ones.
func (p *page) place(w, h int) (x, y int, ok bool) {
	best := -1
	for i, s := range p.shelves {
		fits := s.height >= h && s.height <= h+h/2 && s.right+w <= p.size
		if fits && (best < 0 || s.height < p.shelves[best].height) {
			best = i
		}
	}
	if best < 0 {
		if p.bottom+h > p.size || w > p.size {
			return 0, 0, false
		}
		p.shelves = append(p.shelves, shelf{top: p.bottom, height: h})
		p.bottom += h
		best = len(p.shelves) - 1
	}
	s := &p.shelves[best]
	x, y = s.right, s.top
	s.right += w
	return x, y, true
}

// clear takes every sprite off and keeps no page.
func (a *atlas) clear() { a.pages = a.pages[:0] }
