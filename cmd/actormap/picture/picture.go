// Package picture draws the map of a dataset as standalone SVG files, one for each frame
// that a page chooses from, and tells the live map where everything lies in them.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"actormap/cmd/actormap/lang"
	"actormap/data"
	"actormap/wasm/display"
	"actormap/wasm/graph"
	"actormap/wasm/protocol"
	"actormap/wasm/scene"
	"actormap/wasm/svg"
)

// A Picture is one drawing, with the colours of light and of dark pages in one file. Its
// size is in CSS pixels.
type Picture struct {
	W, H int
	SVG  []byte
}

// Draw lays the map out for every frame of the effort and draws it with names in each of
// the languages: a list of pictures in the order of the frames, by language. Everything lies
// in the same place in each. layout is the JSON that the live map reads, so that it starts
// where the pictures are, in any language.
func (e Effort) Draw(ds *data.Dataset, languages ...string) (pictures map[string][]Picture, layout []byte, err error) {
	return e.DrawAfter(ds, nil, languages...)
}

// DrawAfter is Draw for a dataset that has changed: what was there stays near where it lies in the earlier
// layout, nil for none. If nothing has changed that a layout depends on, all stays where it is.
func (e Effort) DrawAfter(ds *data.Dataset, earlier []byte, languages ...string) (pictures map[string][]Picture, layout []byte, err error) {
	sizes := e.sizes()
	n := len(sizes)
	layouts, drawn, errs := make([]scene.Layout, n), make([][]Picture, n), make([]error, n)
	g := graph.New(roomy(ds, languages), ds.Language)
	was, err := framesOf(g, earlier)
	if err != nil {
		return nil, nil, err
	}
	var frames sync.WaitGroup
	for i, size := range sizes {
		frames.Go(func() {
			layouts[i] = e.lay(g, size, was[size])
			drawn[i], errs[i] = drawIn(ds, layouts[i], languages)
		})
	}
	frames.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, nil, err
	}
	pictures = map[string][]Picture{}
	for k, language := range languages {
		for i := range drawn {
			pictures[language] = append(pictures[language], drawn[i][k])
		}
	}
	return pictures, protocol.MarshalLayouts(g, layouts...), nil
}

// drawIn draws one layout in each language.
func drawIn(ds *data.Dataset, layout scene.Layout, languages []string) ([]Picture, error) {
	var pictures []Picture
	for _, language := range languages {
		p, err := draw(ds, scene.NewFromLayout(graph.New(ds, language), layout), layout.Size, language)
		if err != nil {
			return nil, err
		}
		pictures = append(pictures, p)
	}
	return pictures, nil
}

// DrawFrame lays the map out for one frame of any size.
func DrawFrame(ds *data.Dataset, w, h int) (Picture, error) {
	size := scene.Size{W: float64(w), H: float64(h)}
	return draw(ds, scene.SolveForPicture(graph.New(ds, ds.Language), size, scene.PictureBudget), size, ds.Language)
}

// draw makes one picture from one state in two themes. A display list belongs to its scene
// until the next one, so that the light one is kept as a copy.
func draw(ds *data.Dataset, s *scene.Scene, size scene.Size, language string) (Picture, error) {
	s.MostConnectedOnly()
	s.SetTheme(display.Light())
	light := *s.Frame()
	light.Shapes, light.Texts = slices.Clone(light.Shapes), slices.Clone(light.Texts)
	s.SetTheme(display.Dark())
	about, err := meta(ds, s.Graph(), language)
	if err != nil {
		return Picture{}, err
	}
	var out bytes.Buffer
	if err := svg.Write(&out, &light, s.Frame(), about); err != nil {
		return Picture{}, fmt.Errorf("picture: the %vx%v frame: %w", size.W, size.H, err)
	}
	return Picture{int(size.W), int(size.H), out.Bytes()}, nil
}

// meta names the picture, with its date: it will be seen without its page. The description says who
// answers for it and of each claim that is drawn who says it and who denies it.
func meta(ds *data.Dataset, g *graph.Graph, language string) (svg.Meta, error) {
	title, tag := ds.Title.In(language, ds.Language)
	if tag == "" {
		tag = ds.Language
	}
	if ds.Updated != "" {
		title += " (" + string(ds.Updated) + ")"
	}
	words, err := lang.In(language)
	if err != nil {
		return svg.Meta{}, err
	}
	var description []string
	if summary, _ := ds.Summary.In(language, ds.Language); summary != "" {
		description = append(description, summary)
	}
	description = append(append(description, deskOf(ds, words, language)...), notesOf(ds, g, words, language)...)
	return svg.Meta{Title: title, Description: strings.Join(description, "\n"), Lang: tag}, nil
}

// deskOf says who answers for the map and where errors are reported, and when it was last corrected.
func deskOf(ds *data.Dataset, words *lang.Catalogue, language string) []string {
	lines := words.Desk(ds, language)
	corrected := lang.CorrectedOn(ds, func(*data.Correction) bool { return true })
	if day, _ := words.Date(string(corrected)); day != "" {
		lines = append(lines, words.Say("corrected", "date", day))
	}
	return lines
}

// notesOf tells each line of a picture that must not be read as what is so: a claim, with who says it and
// who denies it, "Company B → Party C: disputed: gave 40,000; says Politician D; denied by the Treasurer",
// and what is negated, announced, corrected or answered.
func notesOf(ds *data.Dataset, g *graph.Graph, words *lang.Catalogue, language string) (told []string) {
	drawn := map[int]bool{}
	for _, i := range g.MostConnected(scene.LargeMapThreshold) {
		drawn[i] = true
	}
	for e := range g.Edges {
		l := &g.Edges[e]
		if !drawn[l.From] || !drawn[l.To] {
			continue
		}
		r := &ds.Relations[l.Relation]
		notes := words.Notes(ds, r, language)
		if claim := words.Claim(ds, r, language); claim != "" {
			notes = append([]string{claim}, notes...)
		}
		if len(notes) > 0 {
			sentence := words.Say("line.sentence", "from", g.Nodes[l.From].Name, "to", g.Nodes[l.To].Name, "label", l.Label)
			told = append(told, strings.Join(append([]string{sentence}, notes...), words.Say("list.semicolon")))
		}
	}
	return told
}
