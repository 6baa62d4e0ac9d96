package bridge

import (
	"encoding/binary"

	"actormap/wasm/view"
)

// boxBytes is the size of one box on the wire: x, y, width, height, origin x and origin y as
// little-endian int32.
const boxBytes = 6 * 4

// decodeBoxes reads the boxes of a sheet. Bytes after the last whole box are left out.
func decodeBoxes(wire []byte) []view.SheetBox {
	boxes := make([]view.SheetBox, 0, len(wire)/boxBytes)
	for ; len(wire) >= boxBytes; wire = wire[boxBytes:] {
		number := func(i int) int { return int(int32(binary.LittleEndian.Uint32(wire[4*i:]))) }
		boxes = append(boxes, view.SheetBox{
			X: number(0), Y: number(1), W: number(2), H: number(3), OriginX: number(4), OriginY: number(5),
		})
	}
	return boxes
}

// spriteFields is how many values of the list that encodeSprites returns make one sprite.
const spriteFields = 9

// encodeSprites lists sprites for the page, flat: text, lang, whether it runs
// from right to left, size, weight, largest width, ink
// and halo as CSS colours, halo width; lengths are CSS pixels. A flat list needs no JSON
// encoder in the program and crosses in one call.
func encodeSprites(sprites []view.Sprite) []any {
	list := make([]any, 0, spriteFields*len(sprites))
	for i := range sprites {
		s := &sprites[i]
		list = append(list, s.Text, s.Lang, s.RTL, s.Size, s.Weight, s.MaxWidth,
			cssColor(s.Ink[:]), cssColor(s.Halo[:]), s.HaloWidth)
	}
	return list
}

// cssColor writes channels as #rrggbb or #rrggbbaa.
func cssColor(channels []uint8) string {
	const digits = "0123456789abcdef"
	css := make([]byte, 0, 9)
	css = append(css, '#')
	for _, c := range channels {
		css = append(css, digits[c>>4], digits[c&15])
	}
	return string(css)
}
