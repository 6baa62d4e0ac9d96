package bridge

import (
	"encoding/binary"
	"reflect"
	"testing"

	"actormap/wasm/view"
)

// wire writes boxes as web/src/engine/label-raster.js does.
func wire(boxes []view.SheetBox) []byte {
	var out []byte
	for _, b := range boxes {
		for _, n := range []int{b.X, b.Y, b.W, b.H, b.OriginX, b.OriginY} {
			out = binary.LittleEndian.AppendUint32(out, uint32(int32(n)))
		}
	}
	return out
}

func TestBoxesComeBack(t *testing.T) {
	boxes := []view.SheetBox{{X: 1, Y: 2, W: 30, H: 40, OriginX: 15, OriginY: 12}, {X: 2047, Y: 70000, W: 1, H: 1, OriginX: -3, OriginY: 0}}
	if got := decodeBoxes(wire(boxes)); !reflect.DeepEqual(got, boxes) {
		t.Errorf("got %v, want %v", got, boxes)
	}
}

func FuzzDecodeBoxes(f *testing.F) {
	f.Add([]byte(nil))
	f.Add(wire([]view.SheetBox{{X: 1, Y: 2, W: 3, H: 4, OriginX: 5, OriginY: 6}}))
	f.Add([]byte{1, 2, 3})
	f.Fuzz(func(t *testing.T, in []byte) {
		boxes := decodeBoxes(in)
		whole := in[:len(in)/boxBytes*boxBytes]
		if got := wire(boxes); string(got) != string(whole) {
			t.Fatalf("%x is read as %v, which is %x", in, boxes, got)
		}
	})
}

func TestSpritesAreListedFlat(t *testing.T) {
	got := encodeSprites([]view.Sprite{
		{Text: "Kyiv", Lang: "en", RTL: true, Size: 13, Weight: 600, MaxWidth: 80, Ink: [3]uint8{31, 36, 48}, Halo: [4]uint8{252, 251, 248, 255}, HaloWidth: 3},
		{Text: "</script>"},
	})
	want := []any{
		"Kyiv", "en", true, float32(13), 600, float32(80), "#1f2430", "#fcfbf8ff", float32(3),
		"</script>", "", false, float32(0), 0, float32(0), "#000000", "#00000000", float32(0),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
	if len(got) != 2*spriteFields {
		t.Errorf("%d values for two sprites, want %d each", len(got), spriteFields)
	}
}
