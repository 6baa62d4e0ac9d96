package page

import "actormap/cmd/actormap/lang"

// script is what the page tells its script, as JSON in the document: the strings that it says
// itself, in the page's language alone, and where the page is in another one.
type script struct {
	Lang   string                `json:"lang"`
	Locale string                `json:"locale"`
	Dir    string                `json:"dir"`
	Root   string                `json:"root"` // from the page to the root of the site
	Pages  []translation         `json:"pages"`
	Words  map[string]lang.Entry `json:"words"`
	// What is left out of Words, in English: see lang. Absent for nothing.
	English *fallback `json:"english,omitempty"`
}

// fallback is the part of the English catalogue that a script falls back to.
type fallback struct {
	Lang   string                `json:"lang"`
	Locale string                `json:"locale"`
	Dir    string                `json:"dir"`
	Words  map[string]lang.Entry `json:"words"`
}

// translation is a rendition of the page.
type translation struct {
	Lang     string `json:"lang"`
	Folder   string `json:"folder"` // from the root of the site
	Reviewed bool   `json:"reviewed"`
}

func (b *builder) script(root string) script {
	s := script{Lang: b.Tag, Locale: b.Locale, Dir: b.Dir, Root: root, Words: b.Catalogue.Script}
	if from, words := b.Borrowed(); words != nil {
		s.English = &fallback{from.Tag, from.Locale, from.Dir, words}
	}
	for _, r := range b.renditions {
		s.Pages = append(s.Pages, translation{r.Words.Tag, r.Folder, r.Words.Reviewed})
	}
	return s
}
