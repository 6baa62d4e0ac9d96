package bridge

import (
	"errors"
	"syscall/js"

	"actormap/wasm/display"
	"actormap/wasm/view"
)

// A Host is the page's side of the map: actorMapHost.
type Host struct {
	object             js.Value
	emit, wake, raster js.Value
	dataset, layout    []byte
	settings           []byte
	receive            js.Func // kept for the life of the program
}

// Connect finds the host and takes over what it starts the map with. It fails on a page
// that is no host.
func Connect() (*Host, error) {
	o := js.Global().Get("actorMapHost")
	if !o.Truthy() {
		return nil, errors.New("bridge: no actorMapHost: this program runs only in the map's own host (web/src/engine/host.js)")
	}
	return &Host{
		object: o,
		emit:   o.Get("emit"), wake: o.Get("wake"), raster: o.Get("raster"),
		dataset: bytesOf(o.Get("dataset")), layout: bytesOf(o.Get("layout")),
		settings: []byte(o.Get("settings").String()),
	}, nil
}

// Dataset returns the bytes of the dataset's file.
func (h *Host) Dataset() []byte { return h.dataset }

// Layout returns the bytes of the layout's file, or nil when there is none.
func (h *Host) Layout() []byte { return h.layout }

// Settings returns the start message.
func (h *Host) Settings() []byte { return h.settings }

// OnReceive hands every later message to take, which must only keep it. Each asks for a
// frame.
func (h *Host) OnReceive(take func(message []byte)) {
	h.receive = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) > 0 {
			take([]byte(args[0].String()))
			h.Wake()
		}
		return nil
	})
	h.object.Set("receive", h.receive)
}

// Emit sends events to the page.
func (h *Host) Emit(events []byte) { h.emit.Invoke(string(events)) }

// Wake asks for another frame.
func (h *Host) Wake() { h.wake.Invoke() }

// PixelRatio returns device pixels per CSS pixel, as of this frame.
func (h *Host) PixelRatio() float64 {
	if r := h.object.Get("dpr").Float(); r > 0 {
		return r
	}
	return 1
}

// Raster lets the browser shape sprites. Should it fail, the sheet is empty and the labels
// stay away: the page's text has every name.
func (h *Host) Raster(sprites []view.Sprite, dpr float64) view.Sheet {
	answer := h.raster.Invoke(display.FontFamily, dpr, js.ValueOf(encodeSprites(sprites)))
	if !answer.Truthy() {
		return view.Sheet{}
	}
	return view.Sheet{
		Width: answer.Get("width").Int(), Height: answer.Get("height").Int(),
		Pixels: bytesOf(answer.Get("pixels")),
		Boxes:  decodeBoxes(bytesOf(answer.Get("boxes"))),
	}
}

// bytesOf copies a Uint8Array or Uint8ClampedArray, in one call; anything else is nil.
func bytesOf(v js.Value) []byte {
	if !v.Truthy() {
		return nil
	}
	b := make([]byte, v.Get("byteLength").Int())
	js.CopyBytesToGo(b, v)
	return b
}
