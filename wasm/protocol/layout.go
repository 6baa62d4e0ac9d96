package protocol

import (
	"fmt"
	"math"

	"github.com/tidwall/gjson"

	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
	"actormap/wasm/scene"
)

// MarshalLayouts writes the layouts of one dataset, so that the live map starts from
// exactly the places of the picture:
//
//	{"v":1,"dataset":"id","frames":[{"w":1040,"h":740,"of":"...","nodes":{"id":[x,y,slot], ...}}]}
//
// x and y are world px, exact to the bit; slot is a label.Slot; of is left out where it is empty.
func MarshalLayouts(g *graph.Graph, layouts ...scene.Layout) []byte {
	w := &writer{}
	w.open('{')
	w.key("v")
	w.centi(Version)
	w.key("dataset")
	w.str(g.Dataset.ID)
	w.key("frames")
	w.open('[')
	for _, l := range layouts {
		w.open('{')
		w.key("w")
		w.centi(l.Size.W)
		w.key("h")
		w.centi(l.Size.H)
		if l.ProblemHash != "" {
			w.key("of")
			w.str(l.ProblemHash)
		}
		w.key("nodes")
		w.open('{')
		for i, at := range l.At {
			w.key(g.Nodes[i].ID)
			w.open('[')
			w.exact(at.X)
			w.exact(at.Y)
			w.centi(float64(l.Slots[i]))
			w.close(']')
		}
		w.close('}')
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return append(w.b, '\n')
}

// ParseLayouts reads what MarshalLayouts has written for the same graph.
func ParseLayouts(g *graph.Graph, src []byte) ([]scene.Layout, error) {
	var out []scene.Layout
	err := eachFrame(g, src, func(e scene.Previous, strangers int) error {
		known := 0
		for _, isNew := range e.New {
			if !isNew {
				known++
			}
		}
		if strangers > 0 || known != len(g.Nodes) {
			return fmt.Errorf("%d of %d nodes have a place, and %d that are not of this dataset (build it again)", known, len(g.Nodes), strangers)
		}
		out = append(out, e.Layout)
		return nil
	})
	return out, err
}

// ParseEarlier reads what MarshalLayouts has written for the graph as it was earlier: nodes may have
// come and gone.
func ParseEarlier(g *graph.Graph, src []byte) ([]scene.Previous, error) {
	var out []scene.Previous
	err := eachFrame(g, src, func(e scene.Previous, _ int) error {
		out = append(out, e)
		return nil
	})
	return out, err
}

// eachFrame reads layouts of a dataset and calls yield for each frame, with the number of nodes in it
// that are not of the graph.
func eachFrame(g *graph.Graph, src []byte, yield func(e scene.Previous, strangers int) error) error {
	if !gjson.ValidBytes(src) {
		return fmt.Errorf("protocol: layout: this is not JSON (build it again)")
	}
	j := gjson.ParseBytes(src)
	if j.Get("v").Num != Version {
		return fmt.Errorf("protocol: layout: version %s is not %d (build it again)", j.Get("v").Raw, Version)
	}
	if id := j.Get("dataset").String(); id != g.Dataset.ID {
		return fmt.Errorf("protocol: layout: it is of dataset %q, not %q (build it again)", id, g.Dataset.ID)
	}
	for k, f := range j.Get("frames").Array() {
		e, strangers, err := readEarlier(g, f)
		if err == nil {
			err = yield(e, strangers)
		}
		if err != nil {
			return fmt.Errorf("protocol: layout: frames[%d]: %w", k, err)
		}
	}
	return nil
}

func readEarlier(g *graph.Graph, f gjson.Result) (e scene.Previous, strangers int, err error) {
	n := len(g.Nodes)
	e.Layout = scene.Layout{Size: scene.Size{W: number(f.Get("w")), H: number(f.Get("h"))}, ProblemHash: f.Get("of").String(),
		At: make([]geom.Vec, n), Slots: make([]label.Slot, n)}
	e.New = make([]bool, n)
	for i := range e.New {
		e.New[i] = true
	}
	f.Get("nodes").ForEach(func(id, v gjson.Result) bool {
		xys := v.Array()
		if len(xys) != 3 {
			err = fmt.Errorf("node %q has not [x, y, slot] (build it again)", id.String())
			return false
		}
		i := g.NodeByID(id.String())
		if i < 0 {
			strangers++
			return true
		}
		e.At[i] = geom.Vec{X: number(xys[0]), Y: number(xys[1])}
		e.Slots[i] = label.Slot(xys[2].Uint())
		if math.IsNaN(e.At[i].X) || math.IsNaN(e.At[i].Y) {
			err = fmt.Errorf("node %q has no numbers for a place (build it again)", id.String())
			return false
		}
		e.New[i] = false
		return true
	})
	return e, strangers, err
}
