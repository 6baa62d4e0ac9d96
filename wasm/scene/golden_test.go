package scene

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/label"
)

var update = flag.Bool("update", false, "write the golden files again")

// dump writes a display list as text, a figure an edge.
func dump(f *display.Frame) string {
	var b strings.Builder
	rgba := func(c display.Color) string { return fmt.Sprintf("%02x%02x%02x%02x", c.R, c.G, c.B, c.A) }
	p := func(v geom.Vec) string { return fmt.Sprintf("%.2f,%.2f", v.X, v.Y) }
	fmt.Fprintf(&b, "frame %vx%v paper %s\n", f.Width, f.Height, rgba(f.Paper))
	for _, s := range f.Shapes {
		switch s.Kind {
		case display.Stroke:
			fmt.Fprintf(&b, "stroke %s %s %s width %v dash %s round %v %s\n",
				p(s.Curve.A), p(s.Curve.C), p(s.Curve.B), s.Width, dashText(s.Dash), s.Round, rgba(s.Line))
		case display.Triangle:
			fmt.Fprintf(&b, "triangle %s %s %s %s\n", p(s.Points[0]), p(s.Points[1]), p(s.Points[2]), rgba(s.Fill))
		default:
			fmt.Fprintf(&b, "%s %s half %.2f,%.2f corner %v fill %s line %s width %v\n",
				[...]string{display.Disc: "disc", display.Box: "box", display.Hexagon: "hexagon", display.HalfDisc: "half disc", display.Overlay: "overlay"}[s.Kind], p(s.At), s.HalfW, s.HalfH, s.Corner, rgba(s.Fill), rgba(s.Line), s.Width)
		}
	}
	for _, t := range f.Texts {
		fmt.Fprintf(&b, "text %s %q %v/%d max %v %s halo %s\n", p(t.At), t.Text, t.Size, t.Weight, t.MaxWidth, rgba(t.Ink), rgba(t.Halo))
	}
	return b.String()
}

// dashText writes a pattern; a mix of marks is told only where there is one.
func dashText(d display.Dash) string {
	text := fmt.Sprintf("{%v %v}", d.On, d.Off)
	if dashes, dots := d.Mix.Marks(); dots > 0 {
		text += fmt.Sprintf(" %d-%d", dashes, dots)
	}
	return text
}

// rows is a layout of the sample by hand, so that these goldens change with the drawing only
// and not with the layout engine, which has its own.
func rows(size Size) Layout {
	l := Layout{Size: size}
	for i := range sample().Nodes {
		l.At = append(l.At, geom.Vec{X: 70 + 110*float64(i%4) + 13*float64(i/4), Y: 60 + 130*float64(i/4)})
		l.Slots = append(l.Slots, label.Below)
	}
	return l
}

// TestGoldenFrames plays scripts of commands and compares the display list that they lead to.
// It runs natively and as wasm: the same bits are promised on both.
func TestGoldenFrames(t *testing.T) {
	tests := []struct {
		name   string
		script []Command
	}{
		{"rest", nil},
		{"selected-dark", []Command{SetTheme{display.Dark()}, Select{Ref{Edge: "r8"}}}},
		{"zoomed", []Command{Zoom{Factor: 2, At: &geom.Vec{X: 100, Y: 100}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := NewFromLayout(sample(), rows(Size{480, 560}))
			apply(t, s, tt.script...)
			rest(t, s)
			got, file := dump(s.Frame()), "testdata/"+tt.name+".txt"
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the display list differs from %s (go test ./wasm/scene -update writes it again):\n%s", file, firstDifference(got, string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for k := range min(len(g), len(w)) {
		if g[k] != w[k] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", k+1, g[k], w[k])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func defaultGraph(t *testing.T) *graph.Graph {
	t.Helper()
	name, src := data.Default()
	ds, err := data.Parse(name, src)
	if err != nil {
		t.Fatal(err)
	}
	return graph.New(ds, ds.Language)
}

// TestPictureAndLiveMapAgree: the scene of a layout that was written down draws what the scene
// that it was taken from draws, also where names and glyphs are in each other's way.
func TestPictureAndLiveMapAgree(t *testing.T) {
	graphs := map[string]*graph.Graph{"sample": sample(), "first dataset": defaultGraph(t)}
	for _, file := range []string{"hostile.json", "bilingual.json", "complete.json"} {
		src, err := os.ReadFile("../../data/testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		ds, err := data.Parse(file, src)
		if err != nil {
			t.Fatal(err)
		}
		graphs[file] = graph.New(ds, ds.Language)
	}
	for name, g := range graphs {
		for _, size := range Frames {
			s := New(g, size)
			if got, want := dump(NewFromLayout(g, s.Layout()).Frame()), dump(s.Frame()); got != want {
				t.Errorf("%s, %v: %s", name, size, firstDifference(got, want))
			}
		}
	}
}

// TestTheFirstDatasetStaysLegible drags nodes of the real map onto the worst places, each
// other's included, in every frame: names and edge labels never overlap anything.
func TestTheFirstDatasetStaysLegible(t *testing.T) {
	g := defaultGraph(t)
	for _, size := range Frames {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			s := New(g, size)
			checkNames(t, s)
			checkTags(t, s)
			for k := range 6 {
				i := (k * 7) % len(g.Nodes)
				onto := s.toScreen((k*5 + 3) % len(g.Nodes))
				dragTo(t, s, g.Nodes[i].ID, onto)
				rest(t, s)
				checkNames(t, s)
				checkTags(t, s)
				checkShapes(t, s)
				checkLeftovers(t, s)
			}
		})
	}
}

// checkShapes allows only two nodes that are both pinned to cover each other.
func checkShapes(t *testing.T, s *Scene) {
	t.Helper()
	s.Frame()
	for i, a := range s.drawn.shapes {
		for j, b := range s.drawn.shapes[:i] {
			if a.Overlaps(b) && !(s.pinned[i] && s.pinned[j]) {
				t.Errorf("%s lies on %s", s.graph.Nodes[i].ID, s.graph.Nodes[j].ID)
			}
		}
	}
}

func checkTags(t *testing.T, s *Scene) {
	t.Helper()
	s.Frame()
	d := &s.drawn
	for k, a := range d.edgeLabels {
		for _, b := range d.edgeLabels[:k] {
			if a.box.Overlaps(b.box) {
				t.Errorf("the labels of %s and %s overlap", s.graph.Edges[a.edge].ID, s.graph.Edges[b.edge].ID)
			}
		}
		for i, shape := range d.shapes {
			if a.box.Overlaps(shape) {
				t.Errorf("the label of %s lies on %s", s.graph.Edges[a.edge].ID, s.graph.Nodes[i].ID)
			}
		}
		for _, box := range d.boxes {
			if a.box.Overlaps(box) {
				t.Errorf("the label of %s lies on a name", s.graph.Edges[a.edge].ID)
			}
		}
		for e := range d.paths {
			disc := geom.RectAt(s.edgePath(e).glyph, glyphRadius, glyphRadius)
			if s.edgePath(e).shown && hasGlyph(s.graph.Edges[e].Style) && a.box.Overlaps(disc) {
				t.Errorf("the label of %s lies on the glyph of %s", s.graph.Edges[a.edge].ID, s.graph.Edges[e].ID)
			}
		}
	}
}

// TestTextsFitTheirBoxes holds every drawn text against the upper bound of its width: the
// painters must never have to squeeze a name of the first dataset.
func TestTextsFitTheirBoxes(t *testing.T) {
	for _, size := range Frames {
		for _, txt := range New(defaultGraph(t), size).Frame().Texts {
			if w := label.Width(txt.Text, txt.Size, txt.Weight); w > txt.MaxWidth {
				t.Errorf("%v: %q may be %v px wide, its box is %v", size, txt.Text, w, txt.MaxWidth)
			}
		}
	}
}
