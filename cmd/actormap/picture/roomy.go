package picture

import (
	"slices"

	"actormap/data"
	"actormap/wasm/label"
)

// nameSizePx is a size to compare names at; any would do.
const nameSizePx = 12

// roomy returns the dataset with the widest version of each name: a layout that has room for
// that has room for the others, so that a node stays where it is when the language changes.
func roomy(ds *data.Dataset, languages []string) *data.Dataset {
	if len(languages) < 2 {
		return ds
	}
	wide := *ds
	wide.Actors, wide.Issues = slices.Clone(ds.Actors), slices.Clone(ds.Issues)
	for i := range wide.Actors {
		wide.Actors[i].Name = widest(ds, wide.Actors[i].Name, languages)
	}
	for i := range wide.Issues {
		wide.Issues[i].Name = widest(ds, wide.Issues[i].Name, languages)
	}
	return &wide
}

func widest(ds *data.Dataset, name data.Text, languages []string) data.Text {
	var best string
	var most float64
	for _, language := range languages {
		text, _ := name.In(language, ds.Language)
		if w := label.Width(text, nameSizePx, 400); w > most {
			best, most = text, w
		}
	}
	return data.Plain(best)
}
