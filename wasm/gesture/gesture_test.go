package gesture_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/gesture"
)

const golden = "testdata/gestures.txt"

// TestGestures plays the events of the golden file and compares what they cause.
func TestGestures(t *testing.T) {
	src, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got, err := play(string(src))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := sections(string(src))
	for i, section := range sections(got) {
		name, _, _ := strings.Cut(section, "\n")
		t.Run(name, func(t *testing.T) {
			if section != want[i] {
				t.Errorf("got\n%s\nwant\n%s", section, want[i])
			}
		})
	}
}

func sections(s string) []string { return strings.Split(s, "\n== ")[1:] }

// play returns the script with its actions replaced by those that its events cause; each
// section has a Recognizer of its own.
func play(script string) (string, error) {
	var b strings.Builder
	var r gesture.Recognizer
	for n, line := range strings.Split(strings.TrimSuffix(script, "\n"), "\n") {
		event, isEvent := strings.CutPrefix(line, "> ")
		if strings.HasPrefix(line, "== ") {
			r = gesture.Recognizer{}
		}
		if !strings.HasPrefix(line, "  ") {
			b.WriteString(line + "\n")
		}
		if !isEvent {
			continue
		}
		actions, err := feed(&r, event)
		if err != nil {
			return "", fmt.Errorf("%s:%d: %w", golden, n+1, err)
		}
		for _, a := range actions {
			b.WriteString("  " + describe(a) + "\n")
		}
	}
	return b.String(), nil
}

func feed(r *gesture.Recognizer, line string) ([]gesture.Action, error) {
	if line == "Cancel()" {
		return r.Cancel(), nil
	}
	e, err := readEvent(line)
	if err != nil {
		return nil, err
	}
	return r.Feed(e), nil
}

// readEvent reads "phase pointer kind x,y name=value...".
func readEvent(line string) (e gesture.Event, err error) {
	words := strings.Fields(line)
	if len(words) < 4 {
		return e, fmt.Errorf("%q: want phase, pointer, kind and place", line)
	}
	var phase, kind string
	if _, err = fmt.Sscan(strings.Join(words[:3], " "), &phase, &e.Pointer, &kind); err != nil {
		return e, err
	}
	phases := map[string]gesture.Phase{"down": gesture.Down, "move": gesture.Move, "up": gesture.Up, "cancel": gesture.Cancel, "out": gesture.Out}
	kinds := map[string]gesture.Kind{"mouse": gesture.Mouse, "touch": gesture.Touch, "pen": gesture.Pen}
	var okPhase, okKind bool
	e.Phase, okPhase = phases[phase]
	e.Kind, okKind = kinds[kind]
	if !okPhase || !okKind {
		return e, fmt.Errorf("%q: unknown phase or kind", line)
	}
	x, y, _ := strings.Cut(words[3], ",")
	if e.At.X, err = strconv.ParseFloat(x, 64); err != nil {
		return e, err
	}
	if e.At.Y, err = strconv.ParseFloat(y, 64); err != nil {
		return e, err
	}
	e.OnNode = -1
	return e, readFields(&e, words[4:])
}

func readFields(e *gesture.Event, words []string) error {
	for _, w := range words {
		name, text, _ := strings.Cut(w, "=")
		value, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("%q: %w", w, err)
		}
		switch name {
		case "buttons":
			e.Buttons = value
		case "node":
			e.OnNode = value
		case "t":
			e.TimeMS = float64(value)
		case "pan":
			e.Pan = value == 1
		case "ctrl":
			e.Ctrl = value == 1
		case "shift":
			e.Shift = value == 1
		default:
			return fmt.Errorf("%q: unknown field", w)
		}
	}
	return nil
}

func describe(a gesture.Action) string {
	s := fmt.Sprintf("%v %s %g,%g", a.Kind, [...]string{"mouse", "touch", "pen"}[a.Pointer], a.At.X, a.At.Y)
	if a.Delta != (geom.Vec{}) {
		s += fmt.Sprintf(" by %g,%g", a.Delta.X, a.Delta.Y)
	}
	if a.Factor != 0 {
		s += fmt.Sprintf(" times %.4g", a.Factor)
	}
	if a.Node >= 0 {
		s += fmt.Sprintf(" node=%d", a.Node)
	}
	if a.Ctrl {
		s += " ctrl"
	}
	if a.Shift {
		s += " shift"
	}
	return s
}
