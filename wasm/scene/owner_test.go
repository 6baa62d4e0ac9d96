package scene

import (
	"slices"
	"testing"

	"actormap/wasm/display"
	"actormap/wasm/geom"
)

// ownerID names an owner by its id in the dataset; a membership has none.
func ownerID(s *Scene, o display.Owner) string {
	switch o.Thing {
	case display.Node:
		return s.graph.Nodes[o.Index].ID
	case display.Edge:
		return s.graph.Edges[o.Index].ID
	}
	return ""
}

// checkOwners holds that every shape and text names an owner that lies where it is drawn.
func checkOwners(t *testing.T, s *Scene, name string) {
	t.Helper()
	parts := map[display.Part]int{}
	for _, sh := range s.Frame().Shapes {
		parts[sh.Owner.Part]++
		at, reach := middle(&sh), 0.0
		var box geom.Rect
		switch o := sh.Owner; o.Thing {
		case display.None:
			if sh.Kind != display.Overlay {
				t.Errorf("%s: nobody owns %+v", name, sh)
			}
			continue
		case display.Node:
			box, reach = s.drawn.shapes[o.Index], shapeReach
			if o.Part == display.Callout {
				reach += 60
			}
		case display.Edge:
			l := &s.graph.Edges[o.Index]
			box, reach = between(s.drawn.at[l.From], s.drawn.at[l.To]), s.edgeExtent(int(o.Index))
			for _, i := range l.About {
				if o.Part == display.About {
					box = box.Union(s.drawn.shapes[i])
				}
			}
		case display.Membership:
			b := &s.graph.Memberships[o.Index]
			box, reach = between(s.drawn.at[b.Part], s.drawn.at[b.Whole]), bandWidth
		}
		if !box.Grow(reach).Contains(at) {
			t.Errorf("%s: %+v lies at %v, its owner in %v", name, sh.Owner, at, box)
		}
	}
	for _, text := range s.Frame().Texts {
		o := text.Owner
		parts[o.Part]++
		lines := wrapsOfOwner(s, o)
		if !slices.Contains(lines, text.Text) {
			t.Errorf("%s: %q is no line of its owner %s: %q", name, text.Text, ownerID(s, o), lines)
		}
	}
	for _, part := range []display.Part{display.Body, display.Arrowhead, display.Glyph, display.Highlight, display.Label} {
		if parts[part] == 0 {
			t.Errorf("%s: nothing is drawn of part %d, so nothing is tested", name, part)
		}
	}
}

// middle is a point of a shape.
func middle(sh *display.Shape) geom.Vec {
	switch sh.Kind {
	case display.Stroke:
		return sh.Curve.At(0.5)
	case display.Triangle:
		return sh.Points[0]
	}
	return sh.At
}

// wrapsOfOwner lists the edges into which the text of an owner may be broken.
func wrapsOfOwner(s *Scene, o display.Owner) (lines []string) {
	if o.Thing == display.Edge {
		return s.edgeLabelOf(int(o.Index)).lines
	}
	whole, short := s.wrapsOf(int(o.Index))
	for _, w := range append(slices.Clone(whole), short...) {
		lines = append(lines, w.nameLines...)
	}
	return lines
}

func TestEveryShapeAndTextNamesItsOwner(t *testing.T) {
	small := NewFromLayout(sample(), rows(Size{480, 560}))
	apply(t, small, Select{Ref{Edge: "r8"}}, Pin{small.graph.Nodes[1].ID})
	rest(t, small)
	checkOwners(t, small, "small")

	large := largeScene(t, 900)
	apply(t, large, Zoom{Factor: 30}, Select{Ref{Node: large.graph.Nodes[7].ID}})
	rest(t, large)
	apply(t, large, Focus{Ref{Node: large.graph.Nodes[large.drawn.nodes[0]].ID}})
	rest(t, large)
	checkOwners(t, large, "large")
}
