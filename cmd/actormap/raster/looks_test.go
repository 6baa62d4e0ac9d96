package raster

import (
	"fmt"
	"math"
	"testing"

	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/scene"
)

// Of a specimen of a line, px: how long it is, which part of it is compared as a line and which as
// the sign in its middle; and how fine it is painted.
const (
	specimenLength = 160.0
	specimenHeight = 20.0
	stretchFrom    = 2.0
	stretchLength  = 32.0 // a turn of the longest pattern, and its gap
	stretchSide    = 2.0
	signSide       = 7.5
	looksScale     = 4
)

// mostShift is how far one line is moved along another to lie on it as well as it can, px: a turn of
// the longest pattern.
const mostShift = 34.0

// leastContrast is what sets a part of a picture off from what is beside it (WCAG 2.2, 1.4.11).
const leastContrast = 3.0

// leastApart is how much of two looks must be told apart, px of area: a dot of a thin dotted line,
// which is the smallest mark that a reader of the map has to see.
var leastApart = math.Pi * 0.75 * 0.75

// A look is a specimen in lightness alone.
type look struct {
	name      string
	style     graph.Style
	luminance []float64
	width     int
}

// looks paints a specimen of every style that a relation can have in any class, with any sign and
// status and of any standing.
func looks(t *testing.T, th *display.Theme) []look {
	t.Helper()
	standings := map[string][]data.Evidence{"stated": {{}}, "alleged": {{Alleged: data.Yes}}, "disputed": {{}, {Denies: true}}, "no proof": nil}
	known := map[graph.Style]bool{}
	var out []look
	for _, info := range data.Vocabulary {
		for _, status := range []data.Status{data.Happened, data.Future, data.Hypothetical, data.Negated} {
			for standing, evidence := range standings {
				for _, r := range []data.Relation{{To: "b"}, {To: "i"}, {To: "i", Stance: data.For}, {To: "i", Stance: data.Against}} {
					r.From, r.Type, r.Status, r.Evidence = "a", info.Type, status, evidence
					st := styleOf(r)
					if !known[st] {
						known[st] = true
						name := fmt.Sprintf("%s, %s, %s, %s, to %s, %s", info.Type, info.Class, status, standing, r.To, r.Stance)
						out = append(out, specimen(t, name, st, th))
					}
				}
			}
		}
	}
	return out
}

// styleOf is how the map draws a relation from the actor a to the actor b or to the issue i.
func styleOf(r data.Relation) graph.Style {
	actor := func(id string) data.Actor { return data.Actor{ID: id, Kind: data.Person} }
	ds := data.Dataset{Actors: []data.Actor{actor("a"), actor("b")}, Issues: []data.Issue{{ID: "i"}}, Relations: []data.Relation{r}}
	return graph.New(&ds, "en").Edges[0].Style
}

func specimen(t *testing.T, name string, st graph.Style, th *display.Theme) look {
	t.Helper()
	line, sign := scene.Specimen(st, geom.Vec{Y: specimenHeight / 2}, geom.Vec{X: specimenLength, Y: specimenHeight / 2}, th)
	img, _, err := Paint(&display.Frame{Width: specimenLength, Height: specimenHeight, Paper: th.Paper, Shapes: append(line, sign...)}, looksScale, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := look{name: name, style: st, width: img.Bounds().Dx()}
	for i := 0; i < len(img.Pix); i += 4 {
		l.luminance = append(l.luminance, relativeLuminance(img.Pix[i], img.Pix[i+1], img.Pix[i+2]))
	}
	return l
}

// relativeLuminance is that of an sRGB colour (WCAG 2.2).
func relativeLuminance(r, g, b uint8) float64 {
	linear := func(c uint8) float64 {
		v := float64(c) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// apart returns the area, px, in which a part of a stands out from the part of b that lies shift px
// farther along: where their lightness has leastContrast.
func apart(a, b *look, part geom.Rect, shift float64) float64 {
	n, by := 0, int(shift*looksScale)
	for y := int(part.Min.Y * looksScale); y < int(part.Max.Y*looksScale); y++ {
		for x := int(part.Min.X * looksScale); x < int(part.Max.X*looksScale); x++ {
			p, q := a.luminance[y*a.width+x], b.luminance[y*b.width+x+by]
			if max(p, q)+0.05 >= leastContrast*(min(p, q)+0.05) {
				n++
			}
		}
	}
	return float64(n) / looksScale / looksScale
}

// distance is how much two looks differ: in their lines or in their signs. One of the two is enough
// for a reader.
func distance(a, b *look) float64 { return max(lineDistance(a, b), signDistance(a, b)) }

// lineDistance is how much two lines differ however they are moved along each other.
func lineDistance(a, b *look) float64 {
	least := math.Inf(1)
	stretch := geom.Rect{
		Min: geom.Vec{X: stretchFrom, Y: specimenHeight/2 - stretchSide},
		Max: geom.Vec{X: stretchFrom + stretchLength, Y: specimenHeight/2 + stretchSide},
	}
	for shift := 0.0; shift < mostShift; shift += 1.0 / looksScale {
		least = min(least, apart(a, b, stretch, shift))
	}
	return least
}

// signDistance is how much the signs differ, none among them.
func signDistance(a, b *look) float64 {
	plain := func(st graph.Style) bool { return st.Glyph == graph.NoGlyph && !st.Struck }
	if plain(a.style) && plain(b.style) {
		return 0 // where along its marks a line is in the middle says nothing
	}
	return apart(a, b, geom.RectAt(geom.Vec{X: specimenLength / 2, Y: specimenHeight / 2}, signSide, signSide), 0)
}

// TestLooksOfLinesAreToldApartInGreyscale paints every look that a line can have: any two differ by
// what is drawn, not by hue or by a shade alone, and by no less than the smallest mark of the map.
func TestLooksOfLinesAreToldApartInGreyscale(t *testing.T) {
	for name, th := range map[string]display.Theme{"light": display.Light(), "dark": display.Dark()} {
		all := looks(t, &th)
		// Words with three signs or none, deeds and structure with two or none: 10 in 4 statuses. Claims of
		// three classes in 4 statuses, the same when denied, and what has no proof.
		if want := 10*4 + 3*4 + 3*4 + 1; len(all) != want {
			t.Errorf("%s: %d looks, want %d", name, len(all), want)
		}
		closest, pair := math.Inf(1), ""
		for i := range all {
			for j := range i {
				if d := distance(&all[i], &all[j]); d < closest {
					closest, pair = d, all[i].name+" | "+all[j].name
				}
			}
		}
		t.Logf("%s: the closest of %d looks are %.1f px of area apart: %s", name, len(all), closest, pair)
		if closest < leastApart {
			t.Errorf("%s: %.2f px of area tell two looks apart, want %.2f: %s", name, closest, leastApart, pair)
		}
	}
}

// TestArrowheadsAreSeenInGreyscale: whether a line points or is mutual is seen at its end, in every look.
func TestArrowheadsAreSeenInGreyscale(t *testing.T) {
	for name, th := range map[string]display.Theme{"light": display.Light(), "dark": display.Dark()} {
		for _, directed := range looks(t, &th) {
			mutual := directed.style
			if mutual.Arrow = !mutual.Arrow; mutual.Arrow {
				t.Fatalf("%s: the specimen does not point", directed.name)
			}
			other := specimen(t, "mutual", mutual, &th)
			end := geom.Rect{Min: geom.Vec{X: specimenLength - 8, Y: 0}, Max: geom.Vec{X: specimenLength, Y: specimenHeight}}
			if d := apart(&directed, &other, end, 0); d < leastApart {
				t.Errorf("%s: %.2f px of area tell %s from the same without its arrowhead", name, d, directed.name)
			}
		}
	}
}

// TestDistanceKnowsWhatLooksAlike: the same marks from another start on are the same line, and a
// shade alone is no other look.
func TestDistanceKnowsWhatLooksAlike(t *testing.T) {
	th := display.Light()
	whole := specimen(t, "whole", graph.Style{Pattern: graph.DashDot}, &th)
	later := whole
	const by = 5 * looksScale
	later.luminance = append(append([]float64{}, whole.luminance[by:]...), whole.luminance[:by]...)
	if d := distance(&later, &whole); d != 0 {
		t.Errorf("a line is %.2f px of area from itself", d)
	}
	shaded := th
	shaded.Muted = th.Structure
	if other := specimen(t, "another shade", whole.style, &shaded); distance(&whole, &other) >= leastApart {
		t.Error("a shade alone is taken for another look")
	}
	dashes := specimen(t, "dashes", graph.Style{Pattern: graph.Dashes}, &th)
	if d := distance(&whole, &dashes); d < leastApart {
		t.Errorf("dashes are %.2f px of area from dashes and dots", d)
	}
}
