package bridge

import (
	"actormap/wasm/display"
)

// A Session is the running map; protocol.Session is one.
type Session interface {
	Receive(message []byte)
	Tick(ms float64) (moving bool)
	Frame() *display.Frame
	Ready()
	Send() []byte
}

// A Page is where events go and frames come from; Host is one.
type Page interface {
	Emit(events []byte)
	Wake()
}

// A Loop turns frames into time and messages: it is the stage that view paints. Between
// frames it only queues.
type Loop struct {
	session Session
	page    Page
	nowMS   func() float64 // a clock that only goes forward

	inbox  [][]byte
	lastMS float64
	moving bool // the last frame left something moving
	ready  bool // the page has been told so
}

// NewLoop returns a loop at rest.
func NewLoop(session Session, page Page, nowMS func() float64) *Loop {
	return &Loop{session: session, page: page, nowMS: nowMS}
}

// Take queues a message for the next frame.
func (l *Loop) Take(message []byte) { l.inbox = append(l.inbox, message) }

// How long a frame may be said to have taken, in milliseconds. The first frame after a rest
// counts as an ordinary one: the time at rest is nobody's motion.
const (
	shortestFrameMS = 1
	longestFrameMS  = 50
	firstFrameMS    = 16
)

// Update takes in what was queued, in order, and lets the time since the last frame pass.
func (l *Loop) Update() {
	for i, message := range l.inbox {
		l.inbox[i] = nil
		l.session.Receive(message)
	}
	l.inbox = l.inbox[:0]
	now := l.nowMS()
	step := float64(firstFrameMS)
	if l.moving {
		step = min(max(now-l.lastMS, shortestFrameMS), longestFrameMS)
	}
	l.lastMS = now
	if l.moving = l.session.Tick(step); l.moving {
		l.page.Wake()
	}
}

// Frame returns the present picture.
func (l *Loop) Frame() *display.Frame { return l.session.Frame() }

// Drawn sends what has happened, once the page can see it. The first complete picture makes
// the map ready.
func (l *Loop) Drawn() {
	if !l.ready {
		l.ready = true
		l.session.Ready()
	}
	if events := l.session.Send(); events != nil {
		l.page.Emit(events)
	}
}
