package page

import (
	"strings"

	"actormap/data"
)

// pageLanguage is the language of everything that does not come from the dataset.
const pageLanguage = "en"

// words picks the version of a text in the dataset's language and marks its language
// where it is not the page's.
func (b *builder) words(t data.Text) words { return b.wordsIn(t, "") }

// wordsIn is words for a text, such as a quote, whose plain version is in the language
// of its source; empty: the dataset's.
func (b *builder) wordsIn(t data.Text, plainLang string) words {
	text, tag := t.In(b.ds.Language)
	if tag == "" {
		tag = plainLang
	}
	if tag == "" {
		tag = b.ds.Language
	}
	if strings.EqualFold(tag, pageLanguage) {
		tag = ""
	}
	return words{Text: text, Lang: tag}
}

// isolated wraps a text for places that hold no markup (attributes, <title>), so that its
// direction cannot reorder what stands around it.
func isolated(s string) string {
	for _, r := range s {
		if r >= 0x0590 { // the first block that is written from right to left
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}
