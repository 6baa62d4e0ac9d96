package protocol

import (
	"bytes"
	"errors"
	"math"

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
	j, _, err := readMessage(start)
	if err != nil {
		return nil, err
	}
	st, err := readStart(j)
	if err != nil {
		return nil, err
	}
	s := &Session{dataset: ds, lang: st.lang, theme: st.theme, reduced: st.reduced}
	g := graph.New(ds, s.language())
	if layouts != nil {
		if s.layouts, err = ParseLayouts(g, layouts); err != nil {
			return nil, err
		}
	}
	if err := s.open(g, st.size); err != nil {
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

// Frame returns the present picture.
func (s *Session) Frame() *display.Frame { return s.scene.LiveFrame() }

// Tick lets time pass and reports whether anything still moves.
func (s *Session) Tick(ms float64) bool { return s.scene.Tick(ms) }

// Ready announces the map; call it when the first complete picture is drawn.
func (s *Session) Ready() { s.out.event(s.scene.Ready()) }

// Receive carries out one message, and answers it when it has an id or an error.
func (s *Session) Receive(src []byte) {
	var value picture
	r, err := decode(src)
	if err == nil {
		value, err = r.run(s)
	}
	s.reply(r.id, value, err)
}

// A picture is the answer to the request for one; its size is in px.
type picture struct {
	svg           []byte
	width, height float64
}

// draw paints what is seen now in a palette, with a caption, so that it can leave the page.
func (s *Session) draw(c svg.Caption, theme *display.Theme) (picture, error) {
	s.scene.SetTheme(*theme)
	defer s.scene.SetTheme(s.theme)
	var b bytes.Buffer
	w, h, err := svg.WriteCaptioned(&b, s.scene.Frame(), theme, c)
	return picture{b.Bytes(), w, h}, err
}

// sync tells the page all that it keeps a copy of.
func (s *Session) sync() error {
	s.flushScene()
	s.out.event(s.scene.Places())
	s.out.event(scene.Changed{State: s.scene.State()})
	return nil
}

// restart takes frame, palette and motion from another start message; the language has a command of its own.
func (s *Session) restart(st *startMessage) error {
	if err := scene.CheckSize(st.size); err != nil {
		return err
	}
	s.theme, s.reduced = st.theme, st.reduced
	s.scene.SetTheme(s.theme)
	if err := s.scene.Apply(scene.SetMotion{Reduced: s.reduced}); err != nil {
		return err
	}
	return s.resize(st.size)
}

// resize changes the frame; ready-made layouts come before solving.
func (s *Session) resize(size scene.Size) error {
	if err := scene.CheckSize(size); err != nil {
		return err
	}
	if size == s.scene.Size() {
		s.scene.SetTheme(s.theme) // another pixel ratio: paint again
		return nil
	}
	if l, ok := s.layoutFor(size); ok {
		s.scene.UseLayout(l)
		return nil
	}
	return s.scene.Apply(scene.Resize{Size: size})
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

// reply answers a request by its id; an error without one becomes an "error" event. What the
// request has brought about goes before the answer: whoever asked can tell it from what comes later.
func (s *Session) reply(id float64, value picture, err error) {
	s.emit(s.scene.TakeOneOff())
	var named *scene.Error
	if err != nil && !errors.As(err, &named) {
		named = &scene.Error{Name: "Failed", Message: err.Error()}
	}
	w := &s.out
	switch {
	case !math.IsNaN(id):
		w.message("reply")
		w.key("id")
		w.centi(id)
		if named != nil {
			w.key("error")
			w.open('{')
			w.named(named)
			w.close('}')
		}
		if value.svg != nil {
			w.picture(value)
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
