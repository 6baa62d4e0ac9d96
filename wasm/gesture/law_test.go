package gesture_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/gesture"
)

// A watch checks the laws that hold for every order of events.
type watch struct {
	drag, pan, hover bool
	node             int      // that the open drag holds
	at               geom.Vec // of the open drag or pan, by its start and deltas
	lastTap          gesture.Action
}

// see returns an error for an action that may not follow those before.
func (w *watch) see(a gesture.Action) error {
	if !sound(a.At) || !sound(a.Delta) || math.IsNaN(a.Factor) || math.IsInf(a.Factor, 0) {
		return fmt.Errorf("%+v: not finite", a)
	}
	if a.Node < -1 {
		return fmt.Errorf("%+v: no node is -1", a)
	}
	switch a.Kind {
	case gesture.DragStart, gesture.PanStart:
		return w.start(a)
	case gesture.DragMove, gesture.Drop, gesture.DragCancel:
		return w.step(&w.drag, a, a.Kind != gesture.DragMove)
	case gesture.PanMove, gesture.PanEnd:
		return w.step(&w.pan, a, a.Kind == gesture.PanEnd)
	}
	return w.single(a)
}

func (w *watch) start(a gesture.Action) error {
	if w.drag || w.pan {
		return fmt.Errorf("%+v: a drag or pan is open", a)
	}
	if (a.Kind == gesture.DragStart) != (a.Node >= 0) {
		return fmt.Errorf("%+v: a drag has a node, a pan has none", a)
	}
	w.drag, w.pan = a.Kind == gesture.DragStart, a.Kind == gesture.PanStart
	w.at, w.node = a.At, a.Node
	return nil
}

func (w *watch) step(open *bool, a gesture.Action, ends bool) error {
	if !*open {
		return fmt.Errorf("%+v: nothing was started", a)
	}
	if a.Node != w.node {
		return fmt.Errorf("%+v: node %d was held", a, w.node)
	}
	w.at = w.at.Add(a.Delta)
	if w.at.Sub(a.At).Len() > 1e-6 {
		return fmt.Errorf("%+v: the deltas lead to %v", a, w.at)
	}
	*open = !ends
	return nil
}

func (w *watch) single(a gesture.Action) error {
	if w.drag || w.pan {
		if a.Kind != gesture.Leave {
			return fmt.Errorf("%+v: in the middle of a drag or pan", a)
		}
	}
	switch a.Kind {
	case gesture.Hover:
		w.hover = true
	case gesture.Leave:
		if !w.hover {
			return fmt.Errorf("%+v: nothing hovered", a)
		}
		w.hover = false
	case gesture.DoubleTap:
		if w.lastTap.Kind != gesture.Tap || w.lastTap.Node != a.Node {
			return fmt.Errorf("%+v: the tap before was %+v", a, w.lastTap)
		}
		w.lastTap = a
	case gesture.Tap:
		w.lastTap = a
	case gesture.Pinch:
		if a.Factor <= 0 {
			return fmt.Errorf("%+v: a factor is positive", a)
		}
	}
	return nil
}

func sound(v geom.Vec) bool {
	return math.Abs(v.X) <= 2e6 && math.Abs(v.Y) <= 2e6 // false for NaN
}

// events turns bytes into events of four pointers, six bytes each: a mouse, a pen, two
// fingers, and now and then a pointer that changes its kind.
func events(raw []byte) []gesture.Event {
	var out []gesture.Event
	for ; len(raw) >= 6; raw = raw[6:] {
		pointer := int(raw[1] % 4)
		kind := [...]gesture.Kind{gesture.Mouse, gesture.Pen, gesture.Touch, gesture.Touch}[pointer]
		if raw[1] >= 250 {
			kind = gesture.Kind(raw[1] % 3)
		}
		e := gesture.Event{
			Phase: gesture.Phase(raw[0] % 6), // one more than there are
			Kind:  kind, Pointer: pointer,
			At:      geom.Vec{X: coordinate(raw[2]), Y: coordinate(raw[3])},
			Buttons: int(raw[4] & 3), Pan: raw[4]&4 != 0, Ctrl: raw[4]&8 != 0,
			OnNode: int(raw[4]>>4) - 8,
			TimeMS: float64(raw[5]) * 10,
		}
		out = append(out, e)
	}
	return out
}

func coordinate(b byte) float64 {
	switch b {
	case 255:
		return math.NaN()
	case 254:
		return math.Inf(-1)
	case 253:
		return math.MaxFloat64
	}
	return float64(b) / 2
}

// FuzzAnyOrderEnds holds the laws of the package comment against any order of events, and
// then lifts every pointer: nothing may stay open.
func FuzzAnyOrderEnds(f *testing.F) {
	f.Add([]byte("\x00\x02\x10\x10\x94\x00\x01\x02\x80\x10\x94\x01\x00\x03\x10\x80\x94\x02\x01\x03\x90\x90\x94\x03"), false)
	f.Add([]byte("\x00\x00\x10\x10\x91\x00\x01\x00\x80\x10\x91\x01\x01\x00\x90\x10\x90\x02"), true)
	f.Add([]byte("\x00\x02\x10\x10\x04\x00\x01\x02\x80\x10\x04\x01\x00\x02\xff\x10\x94\x02\x04\x02\x00\x00\x00\x03"), false)
	f.Fuzz(anyOrderEnds)
}

// TestRandomOrderEnds holds the same laws against 3,000 orders from a fixed seed, so that
// a plain test run tries more than the seeds above.
func TestRandomOrderEnds(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 3000 {
		raw := make([]byte, 6*60)
		for i := range raw {
			raw[i] = byte(r.Uint32())
		}
		anyOrderEnds(t, raw, n%2 == 0)
	}
}

func anyOrderEnds(t *testing.T, raw []byte, cancelAll bool) {
	var r gesture.Recognizer
	w := watch{node: -1}
	see := func(what any, actions []gesture.Action) {
		for _, a := range actions {
			if err := w.see(a); err != nil {
				t.Fatalf("after %+v: %v", what, err)
			}
		}
	}
	for _, e := range events(raw) {
		see(e, r.Feed(e))
	}
	if cancelAll {
		see("Cancel", r.Cancel())
	}
	for pointer := range 4 {
		e := gesture.Event{Phase: gesture.Up, Pointer: pointer, Kind: gesture.Touch, OnNode: -1}
		if pointer%2 == 1 {
			e.Phase = gesture.Cancel
		}
		see(e, r.Feed(e))
	}
	if w.drag || w.pan {
		t.Fatal("a drag or pan is open and no pointer is down")
	}
	tapWorks(t, &r)
}

// tapWorks shows that the recognizer has come to rest: the next tap is heard.
func tapWorks(t *testing.T, r *gesture.Recognizer) {
	e := gesture.Event{Phase: gesture.Down, Pointer: 9, Kind: gesture.Touch, OnNode: 1, TimeMS: 1e6}
	first := r.Feed(e)
	e.Phase = gesture.Up
	second := r.Feed(e)
	if len(first) != 0 || len(second) != 1 || second[0].Kind != gesture.Tap || second[0].Node != 1 {
		t.Fatalf("a tap after all came to rest gives %v and %v", first, second)
	}
}
