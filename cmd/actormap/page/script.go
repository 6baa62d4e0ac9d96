package page

import "actormap/cmd/actormap/lang"

// script is what the page tells its script, as JSON in the document: the strings that it says
// itself, in the page's language alone, and nothing else of the catalogue.
type script struct {
	Lang   string                `json:"lang"`
	Locale string                `json:"locale"`
	Dir    string                `json:"dir"`
	Words  map[string]lang.Entry `json:"words"`
}

func (v vocabulary) script() script {
	return script{Lang: v.Tag, Locale: v.Locale, Dir: v.Dir, Words: v.Catalogue.Script}
}
