package view

import (
	"image"
	"testing"
)

func FuzzAtlas(f *testing.F) {
	f.Add([]byte{200, 40, 180, 40, 10, 10})
	f.Add([]byte{255, 255, 255, 255, 255, 255, 1, 1})
	f.Add([]byte{0, 9, 9, 0, 128, 255, 255, 128})
	f.Fuzz(func(t *testing.T, sizes []byte) {
		var a atlas
		taken := map[int][]image.Rectangle{}
		for ; len(sizes) >= 2; sizes = sizes[2:] {
			w, h := int(sizes[0])*9, int(sizes[1])*9
			at, ok := a.place(w, h)
			if !ok {
				if w > 0 && h > 0 && w < maxPagePX-gapPX && h < maxPagePX-gapPX && len(a.pages) < maxPages {
					t.Fatalf("no room for %d x %d on %d pages", w, h, len(a.pages))
				}
				continue
			}
			r := image.Rect(at.x, at.y, at.x+w, at.y+h)
			size := a.pages[at.page].size
			if !r.In(image.Rect(0, 0, size, size)) {
				t.Fatalf("%v leaves its page of %d px", r, size)
			}
			for _, other := range taken[at.page] {
				if r.Inset(-gapPX).Overlaps(other) {
					t.Fatalf("%v and %v are closer than %d px on page %d", r, other, gapPX, at.page)
				}
			}
			taken[at.page] = append(taken[at.page], r)
		}
		if len(a.pages) > maxPages {
			t.Fatalf("%d pages, want at most %d", len(a.pages), maxPages)
		}
	})
}

func TestAtlasRefuses(t *testing.T) {
	tests := map[string]struct{ w, h int }{
		"nothing":       {0, 20},
		"less":          {20, -1},
		"wider than":    {maxPagePX, 20},
		"higher than":   {20, maxPagePX},
		"beyond number": {1 << 40, 1 << 40},
	}
	for name, size := range tests {
		var a atlas
		if at, ok := a.place(size.w, size.h); ok {
			t.Errorf("%s: %d x %d is placed at %v", name, size.w, size.h, at)
		}
		if len(a.pages) != 0 {
			t.Errorf("%s: a page was opened for it", name)
		}
	}
}

func TestLargeSpriteGetsALargePage(t *testing.T) {
	var a atlas
	if _, ok := a.place(pagePX+10, 20); !ok {
		t.Fatal("a sprite between the two page sizes is refused")
	}
	if a.pages[0].size != maxPagePX {
		t.Errorf("page of %d px, want %d", a.pages[0].size, maxPagePX)
	}
}

func TestLabelsOfAMapShareOnePage(t *testing.T) {
	var a atlas
	for i := range 100 {
		if _, ok := a.place(60+i%90, 18+i%3); !ok {
			t.Fatalf("label %d has no place", i)
		}
	}
	if len(a.pages) != 1 {
		t.Errorf("100 labels take %d pages, want 1", len(a.pages))
	}
}
