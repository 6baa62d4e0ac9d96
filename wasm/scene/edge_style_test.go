package scene

import (
	"strings"
	"testing"

	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
)

// TestTheMapDrawsItsSpecimens: what a map draws of an edge, its glyph included, is the specimen of the
// line's style between the same ends.
func TestTheMapDrawsItsSpecimens(t *testing.T) {
	s := newSample(t)
	s.Frame()
	n := 0
	for e := range s.graph.Edges {
		r, st := s.edgePath(e), s.graph.Edges[e].Style
		if c := r.curve; !r.shown || c.A.Lerp(c.B, 0.5).Sub(c.C).Len() > 1e-9 || c.At(0.5) != r.glyph {
			continue // bent, or its glyph has made room
		}
		s.drawn.frame.Shapes = s.drawn.frame.Shapes[:0]
		s.drawEdge(e, 1, styleWidth(st), true)
		s.drawGlyph(e, r.glyph, 1)
		line, sign := Specimen(st, r.curve.A, r.curve.B, &s.theme)
		want := append(line, sign...)
		if got := s.drawn.frame.Shapes; len(got) != len(want) {
			t.Errorf("%s: %d shapes, the specimen has %d", s.graph.Edges[e].ID, len(got), len(want))
		} else {
			for k := range got {
				want[k].Owner.Thing, want[k].Owner.Index = display.Edge, int32(e) // a specimen is no edge of the map
				if got[k] != want[k] {
					t.Errorf("%s: shape %d is %+v, of the specimen %+v", s.graph.Edges[e].ID, k, got[k], want[k])
				}
			}
		}
		n++
	}
	if n < 3 {
		t.Errorf("only %d lines were looked at", n)
	}
}

// TestMarksOfALineFollowItsStyle: each pattern is one of its own, a claim has dots among its dashes,
// and nothing else has.
func TestMarksOfALineFollowItsStyle(t *testing.T) {
	seen := map[display.Dash]graph.Pattern{}
	for p := graph.Solid; p <= graph.Sparse; p++ {
		d := dashOf(graph.Style{Pattern: p}, thinLine)
		if other, taken := seen[d]; taken {
			t.Errorf("patterns %d and %d have the same marks", p, other)
		}
		seen[d] = p
		_, dots := d.Mix.Marks()
		if claim := p == graph.DashDot || p == graph.DashDashDot || p == graph.DashDotDot; claim != (dots > 0) {
			t.Errorf("pattern %d: %d dots among its dashes", p, dots)
		}
	}
}

func TestATurnOfMarksAndGaps(t *testing.T) {
	for _, tt := range []struct {
		mix  display.Mix
		want []float64
	}{
		{display.OnlyDashes, []float64{9, 4}},
		{display.DashDot, []float64{9, 4, 3, 4}},
		{display.DashDashDot, []float64{9, 4, 9, 4, 3, 4}},
		{display.DashDotDot, []float64{9, 4, 3, 4, 3, 4}},
	} {
		got := display.Dash{On: 9, Off: 4, Mix: tt.mix}.Turn(3)
		if len(got) != len(tt.want) {
			t.Fatalf("mix %d: %v, want %v", tt.mix, got, tt.want)
		}
		for k := range got {
			if got[k] != tt.want[k] {
				t.Errorf("mix %d: %v, want %v", tt.mix, got, tt.want)
			}
		}
	}
}

// TestAHalfFilledSignIsStruckVisibly: the stroke of what is negated lies on paper, not on the ink of
// the half that is filled.
func TestAHalfFilledSignIsStruckVisibly(t *testing.T) {
	th := display.Light()
	_, sign := Specimen(graph.Style{Glyph: graph.Half, Struck: true, Polarity: graph.Grey}, geom.Vec{}, geom.Vec{X: 40}, &th)
	last := sign[len(sign)-1]
	under := sign[len(sign)-2]
	if under.Line != th.Paper || under.Width <= last.Width || under.Curve != last.Curve {
		t.Errorf("under the stroke %+v lies %+v", last, under)
	}
}

// TestNoTagLosesWhatMakesItAClaim: however long a label is, and in whichever language, the first line of
// its edge label begins with the words that say what it rests on.
func TestNoTagLosesWhatMakesItAClaim(t *testing.T) {
	for _, lang := range []string{"en", "ar", "fr"} {
		for _, label := range []string{"paid", "gave 40,000 in three parts over two years to the local branch of", strings.Repeat("unbreakable", 12), "習近平" + strings.Repeat("會談", 30)} {
			for standing, evidence := range map[data.Standing][]data.Evidence{data.Alleged: {{Alleged: data.Yes}}, data.Disputed: {{Denies: true}}, data.NoProof: nil} {
				ds := &data.Dataset{Language: "en", Actors: []data.Actor{{ID: "a"}, {ID: "b"}}}
				ds.Relations = []data.Relation{{ID: "r", From: "a", To: "b", Type: "aid", Label: data.Plain(label), Evidence: evidence}}
				s := newScene(graph.New(ds, lang), Size{736, 620})
				prefix := strings.TrimSpace(graph.Prefix(standing, data.Happened, lang))
				if lines := s.edgeLabelOf(0).lines; len(lines) == 0 || !strings.HasPrefix(lines[0], prefix) {
					t.Errorf("%s, %s, %.20s: the tag is %q", lang, standing, label, lines)
				}
			}
		}
	}
}

// TestAnAmountIsNeverCut: however long the label before it is, the edge label of an edge ends with the whole sum.
func TestAnAmountIsNeverCut(t *testing.T) {
	for label, want := range map[string]string{
		"pays": "pays|(EUR 1 234 567.50)",
		"":     "(EUR 1 234 567.50)",
		"gave in three parts over two years to the local branch of the party of the man": "gave in three parts over|two years to the local…|(EUR 1 234 567.50)",
	} {
		ds := &data.Dataset{Language: "en", Actors: []data.Actor{{ID: "a"}, {ID: "b"}}}
		ds.Relations = []data.Relation{{ID: "r", From: "a", To: "b", Type: "aid", Label: data.Plain(label), Amount: &data.Amount{Value: 1234567.5, Currency: "EUR"},
			Evidence: []data.Evidence{{}}}}
		s := newScene(graph.New(ds, "en"), Size{736, 620})
		if got := strings.Join(s.edgeLabelOf(0).lines, "|"); got != want {
			t.Errorf("%q: the tag is %q, want %q", label, got, want)
		}
	}
}
