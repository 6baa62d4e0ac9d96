package layout

import (
	_ "embed"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout/internal/fixtures"
)

// The bits of golden.txt prove that nothing has changed, but nobody can read them. Beside them a reviewer of a
// change finds the same layouts as drawings, and a table of their qualities.
//
//go:embed testdata/drawings.svg
var goldenDrawings string

//go:embed testdata/metrics.txt
var goldenMetrics string

// goldenLayouts returns the layouts of golden.txt, and those of largeGolden that have all pairs.
func goldenLayouts() (list []fixture, at []Placement) {
	for _, frame := range []int{0, 3} {
		for _, f := range all(fixtures.Frames()[frame]) {
			if f.name == "clustered77" {
				f = fixture{"clustered40", clustered(40, fixtures.Frames()[frame])}
			}
			list = append(list, f)
		}
	}
	for _, f := range large(fixtures.Frames()[1]) {
		if len(f.problem.Nodes) <= MaxDragNodes {
			list = append(list, f)
		}
	}
	for _, f := range list {
		at = append(at, Solve(f.problem, goldenSeed, goldenBudget))
	}
	return list, at
}

// metricsTable is a line for each layout.
func metricsTable(list []fixture, at []Placement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-14s %9s %6s %9s %8s %13s %14s %7s %12s\n", "layout", "frame", "stress", "crossings", "overlaps", "edges on node", "edges on label", "outside", "empty circle")
	for k, f := range list {
		m := Measure(f.problem, at[k])
		frame := fmt.Sprintf("%.0fx%.0f", f.problem.Frame.W(), f.problem.Frame.H())
		fmt.Fprintf(&b, "%-14s %9s %6.3f %9d %8d %13d %14d %7d %12.2f\n", f.name, frame, m.Stress, m.Crossings, m.Overlaps, m.EdgesOnNodes, m.EdgesOnLabels, m.Outside, m.EmptyCircle)
	}
	return b.String()
}

// contactSheet draws the layouts beside one another, at a third of their size and to the px.
func contactSheet(list []fixture, at []Placement) string {
	const cell, cols = 360.0, 4
	var b strings.Builder
	rows := (len(list) + cols - 1) / cols
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n", int(cols*cell), int(float64(rows)*cell))
	for k, f := range list {
		corner := geom.Vec{X: float64(k%cols) * cell, Y: float64(k/cols) * cell}
		fmt.Fprintf(&b, "<g transform=\"translate(%.0f %.0f)\">\n<text x=\"8\" y=\"18\">%s %.0fx%.0f</text>\n", corner.X, corner.Y, f.name, f.problem.Frame.W(), f.problem.Frame.H())
		draw(&b, f.problem, at[k], cell-30)
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// draw draws one layout, its longer side being size, below a title.
func draw(b *strings.Builder, p *Problem, at Placement, size float64) {
	scale := size / max(p.Frame.W(), p.Frame.H())
	px := func(v float64) int { return int(math.Round(v * scale)) }
	place := func(i int) (int, int) {
		return 8 + px(at[i].X-p.Frame.Min.X), 26 + px(at[i].Y-p.Frame.Min.Y)
	}
	fmt.Fprintf(b, "<rect x=\"8\" y=\"26\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#ccc\"/>\n<path stroke=\"#888\" stroke-width=\".7\" d=\"", px(p.Frame.W()), px(p.Frame.H()))
	for _, l := range p.Links {
		x1, y1 := place(l.A)
		x2, y2 := place(l.B)
		fmt.Fprintf(b, "M%d %dL%d %d", x1, y1, x2, y2)
	}
	b.WriteString("\"/>\n")
	var marks strokes
	for i, n := range p.Nodes {
		x, y := place(i)
		if n.Round {
			marks.add("#000\" stroke-linecap=\"round", 2*max(px(n.HalfW), 1), "M%d %dh0", x, y)
		} else {
			marks.add("#68a", 2*max(px(n.HalfH), 1), "M%d %dh%d", x-px(n.HalfW), y, 2*px(n.HalfW))
		}
		if n.LabelW > 0 {
			marks.add("#bcc", max(px(n.LabelH), 1), "M%d %dh%d", x-px(n.LabelW/2), y+px(n.HalfH+LabelGap+n.LabelH/2), px(n.LabelW))
		}
	}
	for _, m := range marks {
		fmt.Fprintf(b, "<path stroke=\"%s\" stroke-width=\"%d\" d=\"%s\"/>\n", m.colour, m.width, m.d)
	}
}

// strokes are marks of one colour and height each, so that a drawing of hundreds of nodes stays small.
type strokes []struct {
	colour string
	width  int
	d      string
}

// add adds a mark to the stroke of its colour and width.
func (s *strokes) add(colour string, width int, format string, args ...any) {
	mark := fmt.Sprintf(format, args...)
	for k := range *s {
		if m := &(*s)[k]; m.colour == colour && m.width == width {
			m.d += mark
			return
		}
	}
	*s = append(*s, strokes{{colour, width, mark}}...)
}

func TestGoldenForReview(t *testing.T) {
	list, at := goldenLayouts()
	for _, c := range []struct{ name, got, want string }{
		{"testdata/drawings.svg", contactSheet(list, at), goldenDrawings},
		{"testdata/metrics.txt", metricsTable(list, at), goldenMetrics},
	} {
		if *update {
			if err := os.WriteFile(c.name, []byte(c.got), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if c.got != c.want {
			t.Errorf("%s is not what the layouts are now; if the change is meant, run go test ./wasm/layout -run Golden -update and look at it", c.name)
		}
	}
}
