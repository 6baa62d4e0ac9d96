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

// A message is one decoded command with what goes beside it.
type message struct {
	kind    string
	id      float64 // of the request; NaN when the page wants no answer
	command scene.Command
	size    scene.Size // of start and resize
	lang    string
	caption svg.Caption    // of picture
	theme   *display.Theme // of picture; nil: as on the screen
}

// decode reads one command. The error is always a *scene.Error.
func decode(src []byte) (message, error) {
	m := message{id: math.NaN()}
	if len(src) > maxMessage {
		return m, bad("BadMessage", "a message has at most %d bytes, this one has %d", maxMessage, len(src))
	}
	if !gjson.ValidBytes(src) {
		return m, bad("BadMessage", "a message must be JSON")
	}
	j := gjson.ParseBytes(src)
	if !j.IsObject() {
		return m, bad("BadMessage", "a message must be an object")
	}
	if id := j.Get("id"); id.Type == gjson.Number {
		m.id = id.Num
	}
	if v := j.Get("v"); v.Exists() && v.Num != Version {
		return m, bad("BadVersion", "this map speaks version %d, not %s", Version, v.Raw)
	}
	m.kind = j.Get("type").String()
	read, ok := readers[m.kind]
	if !ok {
		return m, bad("UnknownType", "there is no command %q", m.kind)
	}
	return m, read(&m, j)
}

func bad(name, format string, args ...any) error {
	return &scene.Error{Name: name, Message: fmt.Sprintf(format, args...)}
}

// readers has one function a command type; it fills the message in.
var readers = map[string]func(*message, gjson.Result) error{
	"start":   readFrame,
	"resize":  readFrame,
	"sync":    nothing,
	"crash":   nothing,
	"lang":    func(m *message, j gjson.Result) error { m.lang = j.Get("lang").String(); return nil },
	"theme":   readTheme,
	"picture": readPicture,
	"motion":  simple(func(j gjson.Result) scene.Command { return scene.SetMotion{Reduced: j.Get("reduced").Bool()} }),

	"pointer": readPointer,
	"wheel": simple(func(j gjson.Result) scene.Command {
		return scene.Wheel{At: vec(j, "x", "y"), DY: number(j.Get("dy"))}
	}),
	"hover":  simple(func(j gjson.Result) scene.Command { return scene.Hover{Target: ref(j)} }),
	"focus":  simple(func(j gjson.Result) scene.Command { return scene.Focus{Target: ref(j)} }),
	"select": simple(func(j gjson.Result) scene.Command { return scene.Select{Target: ref(j)} }),
	"move": simple(func(j gjson.Result) scene.Command {
		return scene.Move{Node: j.Get("node").String(), By: vec(j, "dx", "dy")}
	}),
	"place": simple(func(j gjson.Result) scene.Command {
		return scene.Place{Node: j.Get("node").String(), X: number(j.Get("x")), Y: number(j.Get("y"))}
	}),
	"pin":      simple(func(j gjson.Result) scene.Command { return scene.Pin{Node: j.Get("node").String()} }),
	"unpin":    simple(func(j gjson.Result) scene.Command { return scene.Unpin{Node: j.Get("node").String()} }),
	"unpinAll": simple(func(gjson.Result) scene.Command { return scene.UnpinAll{} }),
	"zoom":     simple(readZoom),
	"pan":      simple(func(j gjson.Result) scene.Command { return scene.Pan{By: vec(j, "dx", "dy")} }),
	"fit":      simple(func(gjson.Result) scene.Command { return scene.Fit{} }),
	"undo":     simple(func(gjson.Result) scene.Command { return scene.Undo{} }),
	"redo":     simple(func(gjson.Result) scene.Command { return scene.Redo{} }),
	"reset":    simple(func(gjson.Result) scene.Command { return scene.Reset{} }),
	"restore": simple(func(j gjson.Result) scene.Command {
		return scene.Restore{State: readState(j.Get("state"))}
	}),
	"recall": simple(func(j gjson.Result) scene.Command {
		return scene.RestoreHistory{Past: readStates(j.Get("past")), Next: readStates(j.Get("next"))}
	}),
	"filter":  simple(func(j gjson.Result) scene.Command { return scene.Filter{Kept: readFilter(j.Get("filter"))} }),
	"time":    simple(func(j gjson.Result) scene.Command { return scene.SetTime{Time: readTime(j.Get("time"))} }),
	"around":  simple(func(j gjson.Result) scene.Command { return scene.Around{Around: readAround(j.Get("around"))} }),
	"showAll": simple(func(gjson.Result) scene.Command { return scene.ShowAll{} }),
	"trail": simple(func(j gjson.Result) scene.Command {
		return scene.HighlightPath{Comparison: readComparison(j.Get("trail"))}
	}),
	"hits":   simple(readSearchResults),
	"reveal": simple(func(j gjson.Result) scene.Command { return scene.Reveal{Target: ref(j)} }),
	"walk": simple(func(j gjson.Result) scene.Command {
		return scene.Walk{To: scene.Direction(j.Get("dir").String())}
	}),
}

// mostCaptionLines bounds the paragraphs of a caption: date, sources, licence, address, and as many again.
const mostCaptionLines = 8

// readPicture reads what shall stand around the picture, and its palette if it is not that of
// the screen: paper is light.
func readPicture(m *message, j gjson.Result) error {
	m.caption = readCaption(j)
	if !j.Get("theme").Exists() {
		return nil
	}
	t, err := themeOf(j)
	m.theme = &t
	return err
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

func nothing(*message, gjson.Result) error { return nil }

// simple wraps a command that is made of the message's fields alone.
func simple(read func(gjson.Result) scene.Command) func(*message, gjson.Result) error {
	return func(m *message, j gjson.Result) error {
		m.command = read(j)
		return nil
	}
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

// readFrame reads start and resize; start carries theme and motion too.
func readFrame(m *message, j gjson.Result) error {
	m.size = scene.Size{W: number(j.Get("width")), H: number(j.Get("height"))}
	dpr := number(j.Get("dpr")) // the painter takes the canvas's own; a message without one is a page's mistake
	m.lang = j.Get("lang").String()
	if !(dpr >= 0.25 && dpr <= 8) {
		return bad("BadNumber", "dpr must be a number from 0.25 to 8, not %s", j.Get("dpr").Raw)
	}
	return nil
}

func readPointer(m *message, j gjson.Result) error {
	e := gesture.Event{
		Pointer: int(j.Get("pointer").Int()), At: vec(j, "x", "y"), Buttons: int(j.Get("buttons").Int()),
		Ctrl: j.Get("ctrl").Bool(), Shift: j.Get("shift").Bool(), Pan: j.Get("pan").Bool(), TimeMS: j.Get("t").Float(),
	}
	phase, ok := phases[j.Get("phase").String()]
	if !ok {
		return bad("BadMessage", "phase must be down, move, up, cancel or leave, not %s", j.Get("phase").Raw)
	}
	e.Phase = phase
	if e.Kind, ok = pointers[j.Get("kind").String()]; !ok {
		return bad("BadMessage", "kind must be mouse, touch or pen, not %s", j.Get("kind").Raw)
	}
	if math.IsNaN(e.At.X) || math.IsNaN(e.At.Y) {
		return bad("BadNumber", "a pointer needs x and y")
	}
	m.command = scene.Pointer{Event: e}
	return nil
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

// readTheme reads the palette: light, dark, or forced with the system's colours.
func readTheme(m *message, j gjson.Result) error {
	t, err := themeOf(j)
	m.command = scene.SetTheme{Theme: t}
	return err
}

func themeOf(j gjson.Result) (display.Theme, error) {
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
