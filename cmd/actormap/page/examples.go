package page

import (
	"fmt"
	"io/fs"

	"actormap/data"
	"actormap/web"
)

// ExamplesPath is the page that shows what other pages can do with the map.
const ExamplesPath = "examples.html"

// mostSentences keeps the example a text that is read, not a list of everything.
const mostSentences = 24

// examplesDocument is the page of examples: a text made of the first quotes of the dataset.
type examplesDocument struct {
	document
	Pictures  []Picture
	Sentences []sentence
	Code      string // of the script that joins text and map
}

// Discovery tells that nothing is known to embed it.
func (examplesDocument) Discovery() Public { return Public{} }

// Picture is what the map's element encloses: a middle-sized one, or nil.
func (d examplesDocument) Picture() *Picture {
	pictures := d.Pictures
	for i := len(pictures) - 1; i >= 0; i-- {
		if pictures[i].W <= articleWidth || i == 0 {
			return &pictures[i]
		}
	}
	return nil
}

// articleWidth is the width in px that columns of articles do not exceed.
const articleWidth = 760

// A sentence is a quote that belongs to a line of the map.
type sentence struct {
	Lines         string // ids of the relations that the quote proves, with spaces between
	From, To      string // of the first of them
	Href          string // of the same in the text
	Quote, Source words
	Speaker       *words
}

// examples builds the page of examples.
func (b *builder) examples() (examplesDocument, error) {
	d := examplesDocument{document: b.document(b.root, ExamplesPath, b.ds.Sources), Pictures: b.pictures}
	at := place{split: b.split}
	byQuote := map[string]int{}
	for i := range b.ds.Relations {
		r := &b.ds.Relations[i]
		proofs := b.evidence(r.Evidence, at)
		if len(proofs) == 0 {
			continue
		}
		if k, ok := byQuote[proofs[0].Quote.Text]; ok {
			d.Sentences[k].Lines += " " + r.ID
			continue
		}
		if len(d.Sentences) == mostSentences {
			continue
		}
		byQuote[proofs[0].Quote.Text] = len(d.Sentences)
		d.Sentences = append(d.Sentences, b.sentence(r, proofs[0], at))
	}
	d.Assets.Script = b.assets.PublicScript // as on the pages that it is an example of
	code, err := fs.ReadFile(web.Files(), "embedding/example.js")
	if err != nil {
		return d, fmt.Errorf("page: %w", err)
	}
	d.Code = string(code)
	return d, nil
}

// sentence makes a sentence of the proof of a relation.
func (b *builder) sentence(r *data.Relation, proof evidence, at place) sentence {
	s := sentence{Lines: r.ID, From: r.From, To: r.To, Href: at.relation(r), Quote: proof.Quote, Source: proof.Source}
	if !b.split {
		s.Href = indexPath + s.Href // an anchor of the page of everything
	}
	if proof.Speaker != nil {
		s.Speaker = &proof.Speaker.Name
	}
	return s
}
