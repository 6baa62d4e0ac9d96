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
//	{"v":1,"dataset":"id","frames":[{"w":1040,"h":740,"nodes":{"id":[x,y,slot], ...}}]}
//
// x and y are world px, exact to the bit; slot is a label.Slot.
func MarshalLayouts(g *graph.Graph, layouts ...scene.Layout) []byte {
	w := &writer{}
	w.open('{')
	w.key("v")
	w.num(Version)
	w.key("dataset")
	w.str(g.Dataset.ID)
	w.key("frames")
	w.open('[')
	for _, l := range layouts {
		w.open('{')
		w.key("w")
		w.num(l.Size.W)
		w.key("h")
		w.num(l.Size.H)
		w.key("nodes")
		w.open('{')
		for i, at := range l.At {
			w.key(g.Nodes[i].ID)
			w.open('[')
			w.bits(at.X)
			w.bits(at.Y)
			w.num(float64(l.Slots[i]))
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
	if !gjson.ValidBytes(src) {
		return nil, fmt.Errorf("protocol: layout: this is not JSON (build it again)")
	}
	j := gjson.ParseBytes(src)
	if j.Get("v").Num != Version {
		return nil, fmt.Errorf("protocol: layout: version %s is not %d (build it again)", j.Get("v").Raw, Version)
	}
	if id := j.Get("dataset").String(); id != g.Dataset.ID {
		return nil, fmt.Errorf("protocol: layout: it is of dataset %q, not %q (build it again)", id, g.Dataset.ID)
	}
	var out []scene.Layout
	for k, f := range j.Get("frames").Array() {
		l, err := readLayout(g, f)
		if err != nil {
			return nil, fmt.Errorf("protocol: layout: frames[%d]: %w", k, err)
		}
		out = append(out, l)
	}
	return out, nil
}

func readLayout(g *graph.Graph, f gjson.Result) (scene.Layout, error) {
	n := len(g.Nodes)
	l := scene.Layout{Size: scene.Size{W: number(f.Get("w")), H: number(f.Get("h"))},
		At: make([]geom.Vec, n), Slots: make([]label.Slot, n)}
	found := 0
	var err error
	f.Get("nodes").ForEach(func(id, v gjson.Result) bool {
		i, xys := g.NodeByID(id.String()), v.Array()
		if i < 0 || len(xys) != 3 {
			err = fmt.Errorf("node %q is not of this dataset, or not [x, y, slot] (build it again)", id.String())
			return false
		}
		l.At[i] = geom.Vec{X: number(xys[0]), Y: number(xys[1])}
		l.Slots[i] = label.Slot(xys[2].Uint())
		if math.IsNaN(l.At[i].X) || math.IsNaN(l.At[i].Y) {
			err = fmt.Errorf("node %q has no numbers for a place (build it again)", id.String())
			return false
		}
		found++
		return true
	})
	if err == nil && found != n {
		err = fmt.Errorf("%d of %d nodes have a place (build it again)", found, n)
	}
	return l, err
}
