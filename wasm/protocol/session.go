package protocol

import (
	"bytes"
	"errors"
	"math"

	"github.com/tidwall/gjson"

	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/graph"
	"actormap/wasm/scene"
	"actormap/wasm/svg"
)

// A Session is one running map: it turns messages into commands, time into motion, and what
// happened into messages. It is all of the program but painting, and runs anywhere.
type Session struct {
	dataset *data.Dataset
	lang    string
	layouts []scene.Layout
	scene   *scene.Scene
	theme   display.Theme
	reduced bool
	out     writer
}

// NewSession reads the dataset and starts the map as the start message asks. layouts may
// be nil: then the map is laid out on the spot, as it is for frames that layouts lacks.
func NewSession(dataset, layouts, start []byte) (*Session, error) {
	ds, err := data.Parse("dataset", dataset)
	if err != nil {
		return nil, err
	}
	m, err := decode(start)
	if err != nil {
		return nil, err
	}
	s := &Session{dataset: ds, lang: m.lang}
	if err := s.readLook(start); err != nil {
		return nil, err
	}
	g := graph.New(ds, s.language())
	if layouts != nil {
		if s.layouts, err = ParseLayouts(g, layouts); err != nil {
			return nil, err
		}
	}
	if err := s.open(g, m.size); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Session) language() string {
	if s.lang == "" {
		return s.dataset.Language
	}
	return s.lang
}

// open shows the graph in a frame.
func (s *Session) open(g *graph.Graph, size scene.Size) error {
	if l, ok := s.layoutFor(size); ok {
		s.scene = scene.NewFromLayout(g, l)
	} else {
		if err := scene.CheckSize(size); err != nil {
			return err
		}
		s.scene = scene.New(g, size)
	}
	s.scene.SetTheme(s.theme)
	return s.scene.Apply(scene.SetMotion{Reduced: s.reduced})
}

func (s *Session) layoutFor(size scene.Size) (scene.Layout, bool) {
	for _, l := range s.layouts {
		if l.Size == size {
			return l, true
		}
	}
	return scene.Layout{}, false
}

// readLook takes theme and motion from a start message.
func (s *Session) readLook(start []byte) (err error) {
	j := gjson.ParseBytes(start)
	s.theme, err = themeOf(j)
	s.reduced = j.Get("reducedMotion").Bool()
	return err
}

// Frame returns the present picture.
func (s *Session) Frame() *display.Frame { return s.scene.LiveFrame() }

// Tick lets time pass and reports whether anything still moves.
func (s *Session) Tick(ms float64) bool { return s.scene.Tick(ms) }

// Ready announces the map; call it when the first complete picture is drawn.
func (s *Session) Ready() { s.out.event(scene.Ready{Scene: s.scene}) }

// Receive carries out one message, and answers it when it has an id or an error.
func (s *Session) Receive(src []byte) {
	m, err := decode(src)
	var made picture
	switch {
	case err != nil:
	case m.kind == "picture":
		made, err = s.draw(m.caption, m.theme)
	default:
		err = s.execute(m, src)
	}
	s.reply(m, made, err)
}

// A picture is the answer to the request for one; its size is in px.
type picture struct {
	svg           []byte
	width, height float64
}

// draw paints what is seen now, with a caption, so that it can leave the page; in another
// palette than that of the screen if one is given.
func (s *Session) draw(c svg.Caption, theme *display.Theme) (picture, error) {
	if theme == nil {
		theme = &s.theme
	}
	s.scene.SetTheme(*theme)
	defer s.scene.SetTheme(s.theme)
	var b bytes.Buffer
	w, h, err := svg.WriteCaptioned(&b, s.scene.Frame(), theme, c)
	return picture{b.Bytes(), w, h}, err
}

func (s *Session) execute(m message, src []byte) error {
	switch m.kind {
	case "start", "resize":
		return s.resize(m, src)
	case "lang":
		return s.translate(m.lang)
	case "sync":
		s.flushScene()
		s.out.event(s.scene.Places())
		s.out.event(scene.Changed{State: s.scene.State()})
		return nil
	case "crash":
		panic("crash: asked for by a test")
	case "theme":
		s.theme = m.command.(scene.SetTheme).Theme
	case "motion":
		s.reduced = m.command.(scene.SetMotion).Reduced
	}
	return s.scene.Apply(m.command)
}

// resize changes the frame; ready-made layouts come before solving.
func (s *Session) resize(m message, src []byte) error {
	if err := scene.CheckSize(m.size); err != nil {
		return err
	}
	if m.kind == "start" {
		if err := s.readLook(src); err != nil {
			return err
		}
		s.scene.SetTheme(s.theme)
	}
	if m.size == s.scene.Size() {
		s.scene.SetTheme(s.theme) // another pixel ratio: paint anew
		return nil
	}
	if l, ok := s.layoutFor(m.size); ok {
		s.scene.UseLayout(l)
		return nil
	}
	return s.scene.Apply(scene.Resize{Size: m.size})
}

// translate shows the names in another language, everything else as it was.
func (s *Session) translate(lang string) error {
	state := s.scene.State()
	past, next := s.scene.History()
	s.lang = lang
	if err := s.open(graph.New(s.dataset, s.language()), s.scene.Size()); err != nil {
		return err
	}
	s.Ready()
	if err := s.scene.Apply(scene.Restore{State: state}); err != nil {
		return err
	}
	return s.scene.Apply(scene.RestoreHistory{Past: past, Next: next})
}

// flushScene moves the scene's events into the outgoing messages.
func (s *Session) flushScene() {
	s.emit(s.scene.Events())
}

func (s *Session) emit(events []scene.Event) {
	for _, e := range events {
		s.out.event(e)
	}
}

// Send returns what has happened since the last call as a JSON array, nil when nothing has.
func (s *Session) Send() []byte {
	s.flushScene()
	if len(s.out.b) == 0 {
		return nil
	}
	out := append(append([]byte{'['}, s.out.b...), ']')
	s.out = writer{b: s.out.b[:0]}
	return out
}

// answer replies to a request by its id; an error without one becomes an "error" event. What the
// request has brought about goes before the answer: whoever asked can tell it from what comes later.
func (s *Session) reply(m message, made picture, err error) {
	s.emit(s.scene.TakeOneOff())
	var named *scene.Error
	if err != nil && !errors.As(err, &named) {
		named = &scene.Error{Name: "Failed", Message: err.Error()}
	}
	w := &s.out
	switch {
	case !math.IsNaN(m.id):
		w.message("reply")
		w.key("id")
		w.centi(m.id)
		if named != nil {
			w.key("error")
			w.open('{')
			w.named(named)
			w.close('}')
		}
		if made.svg != nil {
			w.picture(made)
		}
		w.close('}')
	case named != nil:
		w.message("error")
		w.named(named)
		w.close('}')
	}
}

func (w *writer) picture(p picture) {
	w.key("value")
	w.open('{')
	w.key("svg")
	w.str(string(p.svg))
	w.key("width")
	w.centi(p.width)
	w.key("height")
	w.centi(p.height)
	w.close('}')
}

func (w *writer) named(e *scene.Error) {
	w.key("name")
	w.str(e.Name)
	w.key("message")
	w.str(e.Message)
}
