// Package protocol is the contract between the map and the page: commands come in and
// events go out as JSON, every message an object with "v" (Version) and "type".
//
// Coordinates are CSS px relative to the top left of the canvas, ids are those of the
// dataset. Unknown types and bad values are answered with a named error; nothing that
// comes in can end the program, except "crash", which is there for tests to do so.
package protocol

import (
	"fmt"
	"math"

	"github.com/tidwall/gjson"

	"actormap/wasm/camera"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/gesture"
	"actormap/wasm/query"
	"actormap/wasm/scene"
	"actormap/wasm/svg"
)

// Version is the version of every message. It changes when an old page could misread a new map.
const Version = 1

// maxMessage bounds a message in bytes: a state with a thousand places fits.
const maxMessage = 1 << 20

// A request is the envelope of a message: what to do and whom to answer.
type request struct {
	id  float64 // NaN when the page wants no answer
	run action
}

// An action carries out a command that has been decoded. Only a picture has a value to reply with.
type action func(*Session) (picture, error)

// A decoder reads the fields of one command. Its errors come before anything has changed.
type decoder func(gjson.Result) (action, error)

// commands is the table of all that a map takes: how each command is read, and what it does. The types
// of their fields stand in web/src/engine/messages.js; a unit test there compares the names.
var commands = map[string]decoder{
	"start":   decodeStart,
	"resize":  decodeResize,
	"sync":    session((*Session).sync),
	"crash":   session(func(*Session) error { panic("crash: asked for by a test") }),
	"lang":    decodeLang,
	"theme":   decodeTheme,
	"motion":  decodeMotion,
	"picture": decodePicture,

	"pointer": decodePointer,
	"wheel": command(func(j gjson.Result) scene.Command {
		return scene.Wheel{At: vec(j, "x", "y"), DY: number(j.Get("dy"))}
	}),
	"hover":  command(func(j gjson.Result) scene.Command { return scene.Hover{Target: ref(j)} }),
	"focus":  command(func(j gjson.Result) scene.Command { return scene.Focus{Target: ref(j)} }),
	"select": command(func(j gjson.Result) scene.Command { return scene.Select{Target: ref(j)} }),
	"move": command(func(j gjson.Result) scene.Command {
		return scene.Move{Node: j.Get("node").String(), By: vec(j, "dx", "dy")}
	}),
	"place": command(func(j gjson.Result) scene.Command {
		return scene.Place{Node: j.Get("node").String(), X: number(j.Get("x")), Y: number(j.Get("y"))}
	}),
	"pin":      command(func(j gjson.Result) scene.Command { return scene.Pin{Node: j.Get("node").String()} }),
	"unpin":    command(func(j gjson.Result) scene.Command { return scene.Unpin{Node: j.Get("node").String()} }),
	"unpinAll": command(func(gjson.Result) scene.Command { return scene.UnpinAll{} }),
	"zoom":     command(readZoom),
	"pan":      command(func(j gjson.Result) scene.Command { return scene.Pan{By: vec(j, "dx", "dy")} }),
	"fit":      command(func(gjson.Result) scene.Command { return scene.Fit{} }),
	"undo":     command(func(gjson.Result) scene.Command { return scene.Undo{} }),
	"redo":     command(func(gjson.Result) scene.Command { return scene.Redo{} }),
	"reset":    command(func(gjson.Result) scene.Command { return scene.Reset{} }),
	"restore": command(func(j gjson.Result) scene.Command {
		return scene.Restore{State: readState(j.Get("state"))}
	}),
	"recall": command(func(j gjson.Result) scene.Command {
		return scene.RestoreHistory{Past: readStates(j.Get("past")), Next: readStates(j.Get("next"))}
	}),
	"filter":  command(func(j gjson.Result) scene.Command { return scene.Filter{Kept: readFilter(j.Get("filter"))} }),
	"time":    command(func(j gjson.Result) scene.Command { return scene.SetTime{Time: readTime(j.Get("time"))} }),
	"around":  command(func(j gjson.Result) scene.Command { return scene.Around{Around: readAround(j.Get("around"))} }),
	"showAll": command(func(gjson.Result) scene.Command { return scene.ShowAll{} }),
	"trail": command(func(j gjson.Result) scene.Command {
		return scene.HighlightPath{Comparison: readComparison(j.Get("trail"))}
	}),
	"hits":   command(readSearchResults),
	"reveal": command(func(j gjson.Result) scene.Command { return scene.Reveal{Target: ref(j)} }),
	"walk": command(func(j gjson.Result) scene.Command {
		return scene.Walk{To: scene.Direction(j.Get("dir").String())}
	}),
}

// command is a row whose command of the scene is made of the message's fields alone; the scene refuses
// what is wrong with them.
func command(read func(gjson.Result) scene.Command) decoder {
	return func(j gjson.Result) (action, error) { return apply(read(j)), nil }
}

// session is a row without fields.
func session(run func(*Session) error) decoder {
	return func(gjson.Result) (action, error) { return plain(run), nil }
}

// apply is the action of a command of the scene.
func apply(c scene.Command) action {
	return plain(func(s *Session) error { return s.scene.Apply(c) })
}

// plain is an action without a value to reply with.
func plain(run func(*Session) error) action {
	return func(s *Session) (picture, error) { return picture{}, run(s) }
}

// readMessage reads a message as far as its type. The error is always a *scene.Error; the result has the id also
// beside an error, and is an object otherwise.
func readMessage(src []byte) (j gjson.Result, id float64, err error) {
	id = math.NaN()
	if len(src) > maxMessage {
		return j, id, bad("BadMessage", "a message has at most %d bytes, this one has %d", maxMessage, len(src))
	}
	if !gjson.ValidBytes(src) {
		return j, id, bad("BadMessage", "a message must be JSON")
	}
	if j = gjson.ParseBytes(src); !j.IsObject() {
		return j, id, bad("BadMessage", "a message must be an object")
	}
	if asked := j.Get("id"); asked.Type == gjson.Number {
		id = asked.Num
	}
	if v := j.Get("v"); v.Exists() && v.Num != Version {
		return j, id, bad("BadVersion", "this map speaks version %d, not %s", Version, v.Raw)
	}
	return j, id, nil
}

// decode reads one message by the table.
func decode(src []byte) (request, error) {
	j, id, err := readMessage(src)
	r := request{id: id}
	if err != nil {
		return r, err
	}
	kind := j.Get("type").String()
	read, ok := commands[kind]
	if !ok {
		return r, bad("UnknownType", "there is no command %q", kind)
	}
	r.run, err = read(j)
	return r, err
}

func bad(name, format string, args ...any) error {
	return &scene.Error{Name: name, Message: fmt.Sprintf(format, args...)}
}

// A startMessage says how a map begins: frame, language, palette, motion.
type startMessage struct {
	size    scene.Size
	lang    string
	theme   display.Theme
	reduced bool
}

func readStart(j gjson.Result) (st startMessage, err error) {
	if st.size, err = readFrame(j); err != nil {
		return st, err
	}
	st.lang, st.reduced = j.Get("lang").String(), j.Get("reducedMotion").Bool()
	st.theme, err = readTheme(j)
	return st, err
}

// readFrame reads the size of start and resize. The painter takes the pixel ratio from the canvas, but
// a message without one is a page's mistake.
func readFrame(j gjson.Result) (scene.Size, error) {
	size := scene.Size{W: number(j.Get("width")), H: number(j.Get("height"))}
	if dpr := number(j.Get("dpr")); !(dpr >= 0.25 && dpr <= 8) {
		return size, bad("BadNumber", "dpr must be a number from 0.25 to 8, not %s", j.Get("dpr").Raw)
	}
	return size, nil
}

func decodeStart(j gjson.Result) (action, error) {
	st, err := readStart(j)
	return plain(func(s *Session) error { return s.restart(&st) }), err
}

func decodeResize(j gjson.Result) (action, error) {
	size, err := readFrame(j)
	return plain(func(s *Session) error { return s.resize(size) }), err
}

func decodeLang(j gjson.Result) (action, error) {
	lang := j.Get("lang").String()
	return plain(func(s *Session) error { return s.translate(lang) }), nil
}

func decodeTheme(j gjson.Result) (action, error) {
	t, err := readTheme(j)
	return plain(func(s *Session) error {
		s.theme = t
		return s.scene.Apply(scene.SetTheme{Theme: t})
	}), err
}

func decodeMotion(j gjson.Result) (action, error) {
	reduced := j.Get("reduced").Bool()
	return plain(func(s *Session) error {
		s.reduced = reduced
		return s.scene.Apply(scene.SetMotion{Reduced: reduced})
	}), nil
}

// mostCaptionLines bounds the paragraphs of a caption: date, sources, licence, address, and as many again.
const mostCaptionLines = 8

// decodePicture reads what shall stand around the picture, and its palette if it is not that of
// the screen: paper is light.
func decodePicture(j gjson.Result) (action, error) {
	c := readCaption(j)
	if !j.Get("theme").Exists() {
		return func(s *Session) (picture, error) { return s.draw(c, &s.theme) }, nil
	}
	t, err := readTheme(j)
	return func(s *Session) (picture, error) { return s.draw(c, &t) }, err
}

func readCaption(j gjson.Result) svg.Caption {
	c := svg.Caption{Title: j.Get("title").String(), Notes: stringList(j.Get("notes")), Lang: j.Get("lang").String()}
	for _, l := range j.Get("lines").Array() {
		if l.String() != "" && len(c.Lines) < mostCaptionLines {
			c.Lines = append(c.Lines, l.String())
		}
	}
	return c
}

// number returns a JSON number, or NaN, which the scene refuses by name.
func number(j gjson.Result) float64 {
	if j.Type != gjson.Number {
		return math.NaN()
	}
	return j.Num
}

func vec(j gjson.Result, x, y string) geom.Vec {
	return geom.Vec{X: number(j.Get(x)), Y: number(j.Get(y))}
}

func ref(j gjson.Result) scene.Ref {
	return scene.Ref{Node: j.Get("node").String(), Edge: j.Get("line").String()}
}

func readZoom(j gjson.Result) scene.Command {
	z := scene.Zoom{Factor: number(j.Get("factor"))}
	if j.Get("x").Exists() || j.Get("y").Exists() {
		at := vec(j, "x", "y")
		z.At = &at
	}
	return z
}

func decodePointer(j gjson.Result) (action, error) {
	e := gesture.Event{
		Pointer: int(j.Get("pointer").Int()), At: vec(j, "x", "y"), Buttons: int(j.Get("buttons").Int()),
		Ctrl: j.Get("ctrl").Bool(), Shift: j.Get("shift").Bool(), Pan: j.Get("pan").Bool(), TimeMS: j.Get("t").Float(),
	}
	phase, ok := phases[j.Get("phase").String()]
	if !ok {
		return nil, bad("BadMessage", "phase must be down, move, up, cancel or leave, not %s", j.Get("phase").Raw)
	}
	e.Phase = phase
	if e.Kind, ok = pointers[j.Get("kind").String()]; !ok {
		return nil, bad("BadMessage", "kind must be mouse, touch or pen, not %s", j.Get("kind").Raw)
	}
	if math.IsNaN(e.At.X) || math.IsNaN(e.At.Y) {
		return nil, bad("BadNumber", "a pointer needs x and y")
	}
	return apply(scene.Pointer{Event: e}), nil
}

var phases = map[string]gesture.Phase{
	"down": gesture.Down, "move": gesture.Move, "up": gesture.Up, "cancel": gesture.Cancel, "leave": gesture.Out,
}

var pointers = map[string]gesture.Kind{
	gesture.Mouse.String(): gesture.Mouse, gesture.Touch.String(): gesture.Touch, gesture.Pen.String(): gesture.Pen,
}

func readState(j gjson.Result) scene.State {
	s := scene.State{Selected: ref(j.Get("selected")), Focus: ref(j.Get("focus"))}
	if c := j.Get("camera"); c.Exists() {
		s.Camera = camera.Camera{Zoom: c.Get("zoom").Float(), Offset: geom.Vec{X: c.Get("x").Float(), Y: c.Get("y").Float()}}
	}
	s.Pinned = readPlaces(j.Get("pinned"))
	s.Places = readPlaces(j.Get("places"))
	s.Query = query.Query{Filter: readFilter(j.Get("filter")), Time: readTime(j.Get("time")), Around: readAround(j.Get("around"))}
	s.SavedPositions, s.Comparison = readPlaces(j.Get("behind")), readComparison(j.Get("trail"))
	return s
}

func readStates(j gjson.Result) (out []scene.State) {
	for _, st := range j.Array() {
		out = append(out, readState(st))
	}
	return out
}

// readPlaces reads {"id": [x, y], ...}.
func readPlaces(j gjson.Result) (out []scene.Placed) {
	if !j.IsObject() {
		return nil
	}
	j.ForEach(func(id, at gjson.Result) bool {
		xy := at.Array()
		p := scene.Placed{Node: id.String(), X: math.NaN(), Y: math.NaN()}
		if len(xy) == 2 {
			p.X, p.Y = number(xy[0]), number(xy[1])
		}
		out = append(out, p)
		return true
	})
	return out
}

// readTheme reads a palette: light, dark, or forced with the system's colours.
func readTheme(j gjson.Result) (display.Theme, error) {
	switch name := j.Get("theme").String(); name {
	case "light", "":
		return display.Light(), nil
	case "dark":
		return display.Dark(), nil
	case "forced":
		var c [4]display.Color
		for k, key := range [4]string{"paper", "ink", "highlight", "gray"} {
			var ok bool
			if c[k], ok = color(j.Get("colors." + key).String()); !ok {
				return display.Theme{}, bad("BadMessage", "colors.%s must be #rrggbb", key)
			}
		}
		return display.Forced(c[0], c[1], c[2], c[3]), nil
	default:
		return display.Theme{}, bad("BadMessage", "theme must be light, dark or forced, not %q", name)
	}
}

func color(s string) (display.Color, bool) {
	var c display.Color
	if len(s) != 7 || s[0] != '#' {
		return c, false
	}
	var v [6]uint8
	for k := range v {
		switch b := s[k+1]; {
		case b >= '0' && b <= '9':
			v[k] = b - '0'
		case b|0x20 >= 'a' && b|0x20 <= 'f':
			v[k] = b | 0x20 - 'a' + 10
		default:
			return c, false
		}
	}
	return display.Color{R: v[0]<<4 | v[1], G: v[2]<<4 | v[3], B: v[4]<<4 | v[5], A: 255}, true
}
