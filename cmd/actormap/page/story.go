package page

import (
	"encoding/json"
	"strconv"
	"strings"

	"actormap/data"
)

// story builds the steps of the dataset's story.
func (b *builder) story(at place) []step {
	var list []step
	for i := range b.ds.Steps {
		s := &b.ds.Steps[i]
		v := step{
			ID: s.ID, Title: b.words(s.Title), Text: b.words(s.Text), Lines: strings.Join(s.Relations, " "),
			ProofWords: b.Say("story.proofs", "n", len(s.Relations)), Camera: cameraWords(s.View.Camera), Reading: readingWords(s.View),
		}
		if _, isNode := b.kinds[s.View.Select]; isNode {
			v.Node = s.View.Select
		} else {
			v.Line = s.View.Select
		}
		for _, id := range s.Relations {
			if r, ok := b.relations[id]; ok {
				v.Relations = append(v.Relations, b.ref(r, at))
			}
		}
		list = append(list, v)
	}
	return list
}

// readingWords writes what of the map is shown for the script, as JSON; empty for all of it.
func readingWords(v data.View) string {
	if v.Filter == nil && v.Time == nil && v.Around == nil {
		return ""
	}
	text, err := json.Marshal(v)
	if err != nil {
		panic("page: strings and numbers that do not encode: " + err.Error())
	}
	return string(text)
}

// cameraWords writes a camera for the script: "zoom x y"; empty for the whole map.
func cameraWords(c *data.Camera) string {
	if c == nil {
		return ""
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	return number(c.Zoom) + " " + number(c.X) + " " + number(c.Y)
}
