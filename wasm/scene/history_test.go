package scene

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"actormap/wasm/query"
)

// TestHistoryGoesOnInANewScene: a page that keeps what Remembered tells can bring undo and redo
// to a new instance at any moment.
func TestHistoryGoesOnInANewScene(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	s := newSample(t)
	apply(t, s, SetMotion{Reduced: true})
	var past, next []State
	for step := range 60 {
		ids := s.Graph().Nodes
		commands := []Command{
			Place{ids[random.IntN(len(ids))].ID, random.Float64(), random.Float64()}, Undo{}, Redo{}, Reset{}, UnpinAll{}, near,
			SetTime{query.Time{By: query.Report, From: "2025"}},
		}
		apply(t, s, commands[random.IntN(len(commands))])
		rest(t, s)
		for _, e := range s.Events() {
			if r, ok := e.(Remembered); ok {
				past, next = kept(past, next, r)
			}
		}
		if a, b := s.State(), (State{CanUndo: len(past) > 0, CanRedo: len(next) > 0}); a.CanUndo != b.CanUndo || a.CanRedo != b.CanRedo {
			t.Fatalf("step %d: undo and redo are %v and %v, kept %d and %d", step, a.CanUndo, a.CanRedo, len(past), len(next))
		}
		wantSameHistory(t, s, past, next)
	}
}

// kept does what a page does with what it is told.
func kept(past, next []State, r Remembered) (newPast, newNext []State) {
	switch {
	case r.Newest == nil:
	case r.Undone:
		next = append(next[:len(next):len(next)], *r.Newest)
	default:
		past = append(past[:len(past):len(past)], *r.Newest)
	}
	if r.Undone || r.Newest == nil {
		return past[:r.Past], next[len(next)-r.Next:]
	}
	return past[len(past)-r.Past:], next[:r.Next]
}

func sameState(a, b State) bool { return reflect.DeepEqual(a, b) }

// wantSameHistory holds undo and redo of a new scene against those of the old one, in copies of both.
func wantSameHistory(t *testing.T, s *Scene, past, next []State) {
	t.Helper()
	told, toldNext := s.History()
	if !slices.EqualFunc(told, past, sameState) || !slices.EqualFunc(toldNext, next, sameState) {
		t.Fatalf("the kept history is another: %d and %d steps, want %d and %d", len(past), len(next), len(told), len(toldNext))
	}
	fresh := newSample(t)
	apply(t, fresh, SetMotion{Reduced: true}, Restore{s.State()}, RestoreHistory{past, next})
	again, againNext := fresh.History()
	if len(again) != len(past) || len(againNext) != len(next) {
		t.Fatalf("recalled %d and %d steps, want %d and %d", len(again), len(againNext), len(past), len(next))
	}
	for range past {
		apply(t, fresh, Undo{})
	}
	if len(past) > 0 {
		if a, b := fresh.State(), past[0]; len(a.Pinned) != len(b.Pinned) || !a.Query.Equal(&b.Query) {
			t.Errorf("all undone: %d pinned, want %d", len(a.Pinned), len(b.Pinned))
		}
	}
}
