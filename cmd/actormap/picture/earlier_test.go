package picture

import (
	"bytes"
	"slices"
	"sync"
	"testing"

	"actormap/cmd/actormap/sample"
	"actormap/data"
	"actormap/wasm/graph"
	"actormap/wasm/layout"
	"actormap/wasm/protocol"
	"actormap/wasm/scene"
)

// A laidOut dataset has the layout of its pictures.
type laidOut struct {
	ds     *data.Dataset
	layout []byte
}

// story is a dataset of some nodes in the frames of a sketch. Tests share it: who changes it takes a copy.
var story = sync.OnceValues(func() (laidOut, error) {
	src, err := sample.Make(sample.Size{Nodes: 9, Relations: 14, Seed: 3})
	if err != nil {
		return laidOut{}, err
	}
	ds, err := data.Parse("story.json", src)
	if err != nil {
		return laidOut{}, err
	}
	_, layout, err := Sketch().Draw(ds, "en")
	return laidOut{ds, layout}, err
})

// layoutsOf reads the layouts of a dataset by the ids of its nodes.
func layoutsOf(t *testing.T, ds *data.Dataset, src []byte) (*graph.Graph, []scene.Layout) {
	t.Helper()
	g := graph.New(ds, ds.Language)
	layouts, err := protocol.ParseLayouts(g, src)
	if err != nil {
		t.Fatal(err)
	}
	return g, layouts
}

func TestWhoWasThereStaysWhenAMapChanges(t *testing.T) {
	ds, before := must(t, story).ds, must(t, story).layout
	g, was := layoutsOf(t, ds, before)
	hub := ds.Relations[0].From
	for name, change := range map[string]func(*data.Dataset){
		"a new actor": func(d *data.Dataset) {
			d.Actors = append(slices.Clone(d.Actors), data.Actor{ID: "newcomer", Name: data.Plain("A newcomer"), Kind: data.Person})
			d.Relations = append(slices.Clone(d.Relations), data.Relation{ID: "new", From: "newcomer", To: hub, Type: "consult", Label: data.Plain("met"), Status: data.Happened, Evidence: []data.Evidence{{}}})
		},
		"another relation": func(d *data.Dataset) {
			d.Relations = append(slices.Clone(d.Relations[1:]), data.Relation{ID: "new", From: d.Actors[0].ID, To: d.Actors[len(d.Actors)-1].ID, Type: "consult", Label: data.Plain("met"), Status: data.Happened, Evidence: []data.Evidence{{}}})
		},
	} {
		changed := *ds
		change(&changed)
		_, after, err := Sketch().DrawAfter(&changed, before, "en")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		h, is := layoutsOf(t, &changed, after)
		if bytes.Equal(before, after) {
			t.Errorf("%s: nothing has changed", name)
		}
		for k := range is {
			const rounding = 1 // px: everybody stands on whole px
			most := layout.DefaultDisplacement*is[k].Size.W + rounding
			for i := range g.Nodes {
				j := h.NodeByID(g.Nodes[i].ID)
				if moved := is[k].At[j].Sub(was[k].At[i]).Len(); moved > most {
					t.Errorf("%s, frame %v: %s has moved %.1f px, at most %.1f are meant", name, is[k].Size, g.Nodes[i].ID, moved, most)
				}
			}
		}
	}
}

func TestAMapAfterItselfIsTheSame(t *testing.T) {
	ds, before := must(t, story).ds, must(t, story).layout
	changed := *ds
	changed.Title = data.Plain("Another title, which moves nothing")
	_, after, err := Sketch().DrawAfter(&changed, before, "en")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("a map that has not changed is laid out otherwise")
	}
}

func TestAnEarlierLayoutMustBeOfTheMap(t *testing.T) {
	ds, before := few(), must(t, fewDrawn).layout
	for name, earlier := range map[string][]byte{
		"of another map": bytes.Replace(before, []byte(ds.ID), []byte("other"), 1),
		"no JSON":        []byte("{"),
	} {
		if _, _, err := Sketch().DrawAfter(ds, earlier, "en"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
