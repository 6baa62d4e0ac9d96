package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/graph"
	"actormap/wasm/label"
)

// TestLinesOfANameHaveItsDirection: an edge of a wrapped name runs as the name does, also where its own first letter is
// of another script.
func TestLinesOfANameHaveItsDirection(t *testing.T) {
	const arabic, latin = "حزب العمال الكردستاني PKK في العراق", "Ali علي 123 (ب) x"
	ds := &data.Dataset{ID: "directions", Language: "en", Actors: []data.Actor{
		{ID: "a", Name: data.Plain(arabic), Kind: data.Organisation}, {ID: "b", Name: data.Plain(latin + " علي علي علي"), Kind: data.Person}},
		Issues:    []data.Issue{{ID: "i", Name: data.Plain("PKK (حزب العمال الكردستاني) العراق")}, {ID: "j", Name: data.Plain("قضية PKK — Kurdistan Workers’ Party")}},
		Relations: []data.Relation{{ID: "r", From: "a", To: "b", Type: "consult", Label: data.Plain("اجتمع في لندن مع PKK and other people of the party"), Date: "2025-01-01", Evidence: proof()}}}
	s := New(graph.New(ds, "en"), Size{736, 620})
	want := map[string]bool{"a": true, "b": false, "i": false, "j": true, "r": true}
	lines, foreign := map[string]int{}, 0
	for _, text := range s.Frame().Texts {
		id := ownerID(s, text.Owner)
		lines[id]++
		if text.RTL != want[id] {
			t.Errorf("%q of %q runs from right to left: %t, want %t", text.Text, id, text.RTL, want[id])
		}
		if letter := []rune(text.Text)[0]; (letter >= 'ا' && letter <= 'ي') != text.RTL {
			foreign++
		}
	}
	for id := range want {
		if lines[id] < 2 {
			t.Errorf("%q has %d lines, too few to tell", id, lines[id])
		}
	}
	if foreign == 0 {
		t.Error("no line begins with a letter of the other direction: nothing is tested")
	}
}

// TestPinsAtTheEdgesStayInTheFrame: 0 and 1 are the edges of the frame, not places of a node's middle. Its name is seen, too.
func TestPinsAtTheEdgesStayInTheFrame(t *testing.T) {
	for _, size := range Frames {
		ds := &data.Dataset{ID: "pins", Language: "en"}
		for _, x := range []float64{0, 0.5, 1} {
			for _, y := range []float64{0, 0.5, 1} {
				id := fmt.Sprintf("p%v-%v", x, y)
				ds.Actors = append(ds.Actors, data.Actor{ID: id, Name: data.Plain("Named One"), Kind: data.Group, Place: &data.Place{X: x, Y: y}})
			}
		}
		s := New(graph.New(ds, "en"), size)
		s.Frame()
		for i := range s.at {
			if box := s.shapeBox(i); !box.Inside(s.world()) {
				t.Errorf("%vx%v: %s reaches out of the frame: %v", size.W, size.H, s.graph.Nodes[i].ID, box)
			}
			if !s.hasName(i) {
				t.Errorf("%vx%v: %s has no name", size.W, size.H, s.graph.Nodes[i].ID)
			}
		}
	}
}

// TestASingleNodeStandsInTheMiddle of every frame: shape and name together.
func TestASingleNodeStandsInTheMiddle(t *testing.T) {
	actor := &data.Dataset{ID: "one", Language: "en", Actors: []data.Actor{{ID: "a", Name: data.Plain("The Only One"), Kind: data.Person}}}
	issue := &data.Dataset{ID: "one", Language: "en", Issues: []data.Issue{{ID: "a", Name: data.Plain("The only issue")}}}
	for name, ds := range map[string]*data.Dataset{"actor": actor, "issue": issue} {
		for _, size := range Frames {
			s := New(graph.New(ds, "en"), size)
			s.Frame()
			box := s.shapeBox(0)
			for _, b := range s.drawn.boxes {
				box = box.Union(b)
			}
			if off := box.Centre().Sub(s.world().Centre()); math.Abs(off.X) > 1 || math.Abs(off.Y) > 1 { // whole px
				t.Errorf("%s at %vx%v: the middle of its box is %v px off", name, size.W, size.H, off)
			}
		}
	}
}

// TestTwoWhoAreComparedHaveAllTheirLinesLit: the way between two is one of their relations; the others are not faded.
func TestTwoWhoAreComparedHaveAllTheirLinesLit(t *testing.T) {
	for _, c := range []struct {
		name         string
		trail        Comparison
		lit, marked  []string
		faded, plain []string
	}{
		{"by the friendly one", Comparison{"a0", "a1", []string{"a0", "r9", "a1"}}, []string{"r0", "r8", "r9"}, []string{"r0", "r8", "r9"}, []string{"r1", "r10"}, []string{"r1", "r10"}},
		{"from the other side", Comparison{"a1", "a0", []string{"a1", "r0", "a0"}}, []string{"r0", "r8", "r9"}, []string{"r0", "r8", "r9"}, []string{"r1", "r10"}, []string{"r1"}},
		{"without a way", Comparison{From: "a0", To: "a1"}, []string{"r0", "r8", "r9"}, []string{"r0", "r8", "r9"}, []string{"r1", "r10"}, []string{"r1"}},
		{"by a way round, which alone is marked", Comparison{"a0", "a1", []string{"a0", "r7", "a7", "r6", "a6", "r5", "a5", "r4", "a4", "r3", "a3", "r2", "a2", "r1", "a1"}},
			[]string{"r0", "r8", "r9", "r7", "r1"}, []string{"r7", "r1"}, []string{"r10"}, []string{"r0", "r8", "r9"}},
	} {
		s := newSample(t)
		apply(t, s, HighlightPath{c.trail})
		rest(t, s)
		check := func(want bool, what string, ids []string, is func(e int) bool) {
			for _, id := range ids {
				if got := is(s.graph.EdgeByID(id)); got != want {
					t.Errorf("%s: %s %s: %t, want %t", c.name, id, what, got, want)
				}
			}
		}
		isLit := func(e int) bool { return s.edgeAlpha[e] == 1 }
		isMarked := func(e int) bool { return s.marked(Target{Edge, e}) }
		check(true, "lit", c.lit, isLit)
		check(false, "lit", c.faded, isLit)
		check(true, "marked", c.marked, isMarked)
		check(false, "marked", c.plain, isMarked)
	}
}

// longNamed is a map of 38 actors with names of 20 to 80 letters, each with one or two relations.
func longNamed(arrangement string, seed uint64) *graph.Graph {
	words := []string{"ministry", "of", "foreign", "affairs", "and", "the", "international", "committee", "for", "cooperation",
		"national", "assembly", "democratic", "republic", "union", "trade", "union's", "development", "regional", "council"}
	kinds := []data.ActorKind{data.Person, data.State, data.Organisation, data.Group}
	const n = 38
	r := rand.New(rand.NewPCG(seed, 1))
	ds := &data.Dataset{ID: "long", Language: "en"}
	for i := range n {
		name := ""
		for len(name) < 80 {
			name += words[r.IntN(len(words))] + " "
		}
		name = strings.TrimSpace(name[:20+i*60/(n-1)])
		ds.Actors = append(ds.Actors, data.Actor{ID: fmt.Sprintf("a%d", i), Name: data.Plain(name), Kind: kinds[i%4]})
	}
	for i := range n {
		j := map[string]int{"pairs": i ^ 1, "threes": i + 1, "chain": i + 1, "ring": (i + 1) % n}[arrangement]
		if j >= n || arrangement == "pairs" && j < i || arrangement == "threes" && i%3 == 2 {
			continue
		}
		ds.Relations = append(ds.Relations, data.Relation{ID: fmt.Sprintf("r%d", i), From: fmt.Sprintf("a%d", i), To: fmt.Sprintf("a%d", j),
			Type: "consult", Label: data.Plain("meets"), Date: "2025-01-01", Evidence: proof()})
	}
	return graph.New(ds, "en")
}

// TestLongNamesGetTheirRoom: where edges are few, names may fill the frame; none is left out, and none covers anything,
// whatever the names are.
func TestLongNamesGetTheirRoom(t *testing.T) {
	seeds := uint64(20)
	if testing.Short() {
		seeds = 3
	}
	for _, arrangement := range []string{"pairs", "threes", "chain", "ring"} {
		t.Run(arrangement, func(t *testing.T) {
			t.Parallel()
			for seed := uint64(1); seed <= seeds; seed++ {
				s := SolveForPicture(longNamed(arrangement, seed), Size{736, 620}, PictureBudget)
				checkLeftovers(t, s)
				checkNames(t, s)
				for i, name := range s.Places().Names {
					if name == (Extent{}) {
						t.Errorf("seed %d: %q has no name", seed, s.graph.Nodes[i].Name)
					}
				}
			}
		})
	}
}

// TestNamesPushedAside: a name that leaves its slot for another is written, found and told where it stands then, and
// stays there.
func TestNamesPushedAside(t *testing.T) {
	s := SolveForPicture(longNamed("ring", 3), Size{736, 620}, PictureBudget)
	aside := 0
	for k, i := range s.drawn.named {
		sp := s.leftoverOf(i)
		if sp == nil || s.slots[i] == label.Hidden {
			continue
		}
		aside++
		if got := s.Places().Names[i]; got != extentOf(sp.box) {
			t.Errorf("%s: its name is told at %v, not at %v", s.graph.Nodes[i].ID, got, sp.box)
		}
		if got := s.nodeAt(sp.box.Centre(), 0); got != i {
			t.Errorf("%s: in the middle of its name stands node %d", s.graph.Nodes[i].ID, got)
		}
		if got := s.nodeAt(s.drawn.items[k].Box(s.slots[i]).Centre(), 0); got == i {
			t.Errorf("%s: it is found where its name was", s.graph.Nodes[i].ID)
		}
		written := 0
		for _, text := range s.Frame().Texts {
			if text.Owner == nodePart(i, display.Label) {
				written++
			}
		}
		if written != len(sp.lines) {
			t.Errorf("%s: %d lines of its name are written, want %d", s.graph.Nodes[i].ID, written, len(sp.lines))
		}
	}
	if aside == 0 {
		t.Fatal("no name was pushed aside")
	}
	before := s.Places()
	s.computeGeometry()
	if !reflect.DeepEqual(before, s.Places()) {
		t.Error("placed again, names stand elsewhere")
	}
}

// proof is what makes a relation one that is stated.
func proof() []data.Evidence {
	return []data.Evidence{{Source: "report", Quote: data.Plain("They met."), Voice: data.Narrator}}
}
