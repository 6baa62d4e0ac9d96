package protocol

import (
	"math"
	"strconv"
	"unicode/utf8"

	"actormap/wasm/gesture"
	"actormap/wasm/graph"
	"actormap/wasm/scene"
)

// A writer appends JSON. It is here so that the program does without encoding/json, whose
// reflection would weigh on every reader's download.
type writer struct {
	b     []byte
	comma bool // the next value needs one before it
}

func (w *writer) sep() {
	if w.comma {
		w.b = append(w.b, ',')
	}
	w.comma = true
}

func (w *writer) open(c byte) {
	w.sep()
	w.b = append(w.b, c)
	w.comma = false
}

func (w *writer) close(c byte) {
	w.b = append(w.b, c)
	w.comma = true
}

func (w *writer) key(k string) {
	w.str(k)
	w.b = append(w.b, ':')
	w.comma = false
}

func (w *writer) str(s string) {
	w.sep()
	w.b = appendString(w.b, s)
}

// centi writes a number as short as it reads back to the same hundredth; positions need no
// more. What is not finite becomes null.
func (w *writer) centi(v float64) { w.fixed(v, 100) }

// exact writes a number so that it reads back the same to the bit.
func (w *writer) exact(v float64) {
	w.sep()
	w.b = strconv.AppendFloat(w.b, v, 'g', -1, 64)
}

// micro writes a fraction of the frame: a millionth is far below a px.
func (w *writer) micro(v float64) { w.fixed(v, 1e6) }

func (w *writer) fixed(v, unit float64) {
	w.sep()
	if math.IsNaN(v) || math.IsInf(v, 0) {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = strconv.AppendFloat(w.b, math.Round(v*unit)/unit, 'f', -1, 64)
}

func (w *writer) bool(v bool) {
	w.sep()
	w.b = strconv.AppendBool(w.b, v)
}

// message opens an object with version and type; the caller closes it.
func (w *writer) message(kind string) {
	w.open('{')
	w.key("v")
	w.centi(Version)
	w.key("type")
	w.str(kind)
}

// appendString appends a JSON string. Invalid UTF-8 becomes U+FFFD; <, > and & are escaped so
// that a message is inert wherever it is printed, U+2028 and U+2029 for old JavaScript.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < 0x20 || r == '<' || r == '>' || r == '&' || r == 0x2028 || r == 0x2029:
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}

func (w *writer) ref(r scene.Ref) {
	if r.Node != "" {
		w.key("node")
		w.str(r.Node)
	}
	if r.Edge != "" {
		w.key("line")
		w.str(r.Edge)
	}
}

// event writes one event of the scene.
func (w *writer) event(e scene.Event) {
	switch e := e.(type) {
	case scene.Ready:
		w.ready(&e)
	case scene.Places:
		w.message("places")
		w.key("nodes")
		w.open('[')
		for _, n := range e.Nodes {
			w.extent(n)
		}
		w.close(']')
		w.names(e.Names)
	case scene.Hovered:
		w.message("hover")
		w.ref(e.Target)
		w.point(e.At.X, e.At.Y)
	case scene.Focused:
		w.focused(e)
	case scene.Selected:
		w.message("select")
		w.ref(e.Target)
	case scene.Changed:
		w.message("state")
		w.key("state")
		w.state(e.State)
	case scene.Remembered:
		w.history(e)
	case scene.Cursor:
		w.message("cursor")
		w.key("cursor")
		w.str(e.Name)
	case scene.Settled:
		w.message("settled")
	}
	w.close('}')
}

// names writes the boxes of the names, 0 for a node that has none.
func (w *writer) names(boxes []scene.Extent) {
	w.key("names")
	w.open('[')
	for _, b := range boxes {
		if b == (scene.Extent{}) {
			w.centi(0)
		} else {
			w.extent(b)
		}
	}
	w.close(']')
}

func (w *writer) point(x, y float64) {
	w.key("x")
	w.centi(x)
	w.key("y")
	w.centi(y)
}

func (w *writer) extent(n scene.Extent) {
	w.open('[')
	w.centi(n.X)
	w.centi(n.Y)
	w.centi(n.HalfW)
	w.centi(n.HalfH)
	w.close(']')
}

func (w *writer) focused(e scene.Focused) {
	w.message("focus")
	w.ref(e.Target)
	w.point(e.At.X, e.At.Y)
	w.key("box")
	w.extent(e.Box)
	w.key("position")
	w.centi(float64(e.Position))
	w.key("count")
	w.centi(float64(e.Count))
	w.key("degree")
	w.centi(float64(e.Degree))
	w.key("pinned")
	w.bool(e.Pinned)
}

func (w *writer) ready(e *scene.Ready) {
	w.message("ready")
	w.key("width")
	w.centi(e.Size.W)
	w.key("height")
	w.centi(e.Size.H)
	w.key("maxZoom")
	w.centi(e.MaxZoom)
	w.pointer()
	w.key("nodes")
	w.open('[')
	for i := range e.Nodes {
		n := &e.Nodes[i]
		w.open('{')
		w.key("id")
		w.str(n.ID)
		w.key("name")
		w.str(n.Name)
		w.key("lang")
		w.str(n.Lang)
		w.key("kind")
		w.str(n.Kind.String())
		w.key("degree")
		w.centi(float64(n.Degree))
		if n.Speaks {
			w.key("speaks")
			w.bool(true)
		}
		w.close('}')
	}
	w.close(']')
	w.key("lines")
	w.open('[')
	for k := range e.Edges {
		w.edge(e.Nodes, &e.Edges[k])
	}
	w.close(']')
}

// pointer writes how exact pointers are: the page has to judge a finger before the engine could answer,
// and as the engine will.
func (w *writer) pointer() {
	w.key("pointer")
	w.open('{')
	w.key("doubleTapMs")
	w.centi(gesture.DoubleTapMS)
	for _, k := range gesture.Kinds() {
		w.key(k.String())
		w.open('{')
		w.key("dragSlopPx")
		w.centi(k.DragSlopPx())
		w.key("nodeSlopPx")
		w.centi(k.NodeSlopPx())
		w.close('}')
	}
	w.close('}')
}

// edge writes what an edge of the map is. What keeps it from being read as what is so goes with it:
// only what is stated and has happened may be told as a fact.
func (w *writer) edge(nodes []graph.Node, l *graph.Edge) {
	w.open('{')
	w.key("id")
	w.str(l.ID)
	w.key("from")
	w.str(nodes[l.From].ID)
	w.key("to")
	w.str(nodes[l.To].ID)
	w.key("label")
	w.str(l.Label)
	w.key("date")
	w.str(string(l.Date))
	w.key("standing")
	w.str(string(l.Standing))
	w.key("status")
	w.str(string(l.Status))
	if l.Corrected != "" {
		w.key("corrected")
		w.str(string(l.Corrected))
	}
	if l.Reply != "" {
		w.key("reply")
		w.str(string(l.Reply))
	}
	w.close('}')
}

func (w *writer) state(s scene.State) {
	w.open('{')
	w.key("camera")
	w.open('{')
	w.key("zoom")
	w.micro(s.Camera.Zoom)
	w.point(s.Camera.Offset.X, s.Camera.Offset.Y)
	w.close('}')
	w.places("pinned", s.Pinned)
	w.places("places", s.Places)
	w.key("selected")
	w.open('{')
	w.ref(s.Selected)
	w.close('}')
	w.key("focus")
	w.open('{')
	w.ref(s.Focus)
	w.close('}')
	w.query(&s)
	w.key("canUndo")
	w.bool(s.CanUndo)
	w.key("canRedo")
	w.bool(s.CanRedo)
	w.key("moved")
	w.bool(len(s.Pinned)+len(s.Places) > 0)
	w.close('}')
}

func (w *writer) history(e scene.Remembered) {
	w.message("history")
	w.key("past")
	w.centi(float64(e.Past))
	w.key("next")
	w.centi(float64(e.Next))
	if e.Newest != nil {
		w.key("undone")
		w.bool(e.Undone)
		w.key("newest")
		w.state(*e.Newest)
	}
}

// places writes {"id": [x, y], ...}.
func (w *writer) places(key string, places []scene.Placed) {
	w.key(key)
	w.open('{')
	for _, p := range places {
		w.key(p.Node)
		w.open('[')
		w.micro(p.X)
		w.micro(p.Y)
		w.close(']')
	}
	w.close('}')
}
