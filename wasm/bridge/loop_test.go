package bridge

import (
	"fmt"
	"strings"
	"testing"

	"actormap/wasm/display"
)

// A diary is a session and a page that write down what happens, in order.
type diary struct {
	lines  []string
	moving bool
	events string // what Send returns next
}

func (d *diary) note(format string, args ...any) {
	d.lines = append(d.lines, fmt.Sprintf(format, args...))
}
func (d *diary) Receive(m []byte)      { d.note("receive %s", m) }
func (d *diary) Frame() *display.Frame { return nil }
func (d *diary) Ready()                { d.note("ready") }
func (d *diary) Wake()                 { d.note("wake") }
func (d *diary) Emit(e []byte)         { d.note("emit %s", e) }
func (d *diary) Tick(ms float64) bool {
	d.note("tick %v", ms)
	return d.moving
}
func (d *diary) Send() []byte {
	if d.events == "" {
		return nil
	}
	e := d.events
	d.events = ""
	return []byte(e)
}

// said returns what was written since the last call.
func (d *diary) said() string {
	s := strings.Join(d.lines, ", ")
	d.lines = nil
	return s
}

func TestMessagesWaitForTheFrameInOrder(t *testing.T) {
	d := &diary{}
	l := NewLoop(d, d, func() float64 { return 0 })
	l.Take([]byte("a"))
	l.Take([]byte("b"))
	if got := d.said(); got != "" {
		t.Fatalf("before the frame: %s", got)
	}
	l.Update()
	if got, want := d.said(), "receive a, receive b, tick 16"; got != want {
		t.Errorf("first frame: %s, want %s", got, want)
	}
	l.Update()
	if got, want := d.said(), "tick 16"; got != want {
		t.Errorf("second frame: %s, want %s", got, want)
	}
}

func TestMotionAsksForFramesAndRestDoesNot(t *testing.T) {
	d := &diary{moving: true}
	l := NewLoop(d, d, func() float64 { return 0 })
	l.Update()
	if got, want := d.said(), "tick 16, wake"; got != want {
		t.Errorf("in motion: %s, want %s", got, want)
	}
	d.moving = false
	l.Update()
	if got, want := d.said(), "tick 1"; got != want {
		t.Errorf("coming to rest: %s, want %s", got, want)
	}
}

func TestTimeOfAFrame(t *testing.T) {
	tests := []struct {
		name       string
		wasMoving  bool
		passed, ms float64
	}{
		{"ordinary", true, 20, 20},
		{"as fast as no screen is", true, 0.01, shortestFrameMS},
		{"clock stands", true, 0, shortestFrameMS},
		{"tab was hidden", true, 90_000, longestFrameMS},
		{"after rest", false, 90_000, firstFrameMS},
	}
	for _, test := range tests {
		now := 1000.0
		d := &diary{moving: test.wasMoving}
		l := NewLoop(d, d, func() float64 { return now })
		l.Update()
		d.said()
		now += test.passed
		d.moving = false
		l.Update()
		if got, want := d.said(), fmt.Sprintf("tick %v", test.ms); got != want {
			t.Errorf("%s: %s, want %s", test.name, got, want)
		}
	}
}

func TestReadyIsSaidOnceWithTheFirstPicture(t *testing.T) {
	d := &diary{events: "[1]"}
	l := NewLoop(d, d, func() float64 { return 0 })
	l.Drawn()
	if got, want := d.said(), "ready, emit [1]"; got != want {
		t.Errorf("first picture: %s, want %s", got, want)
	}
	l.Drawn()
	if got := d.said(); got != "" {
		t.Errorf("a picture without news: %s, want nothing", got)
	}
	d.events = "[2]"
	l.Drawn()
	if got, want := d.said(), "emit [2]"; got != want {
		t.Errorf("later picture: %s, want %s", got, want)
	}
}
