package page

import (
	"maps"
	"strings"
	"testing"
	"unicode"

	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/markup"
)

// bracketed is English with every string in brackets.
func bracketed(t *testing.T) *lang.Catalogue {
	t.Helper()
	c := *english(t)
	mark := func(part map[string]lang.Entry) map[string]lang.Entry {
		part = maps.Clone(part)
		for key, e := range part {
			e.Text = "⟦" + e.Text + "⟧"
			part[key] = e
		}
		return part
	}
	c.Page, c.Script = mark(c.Page), mark(c.Script)
	return &c
}

// TestEveryWordIsInTheCatalogue renders all there is and looks for words outside of brackets
// that are not the dataset's: in texts, and in what attributes say.
func TestEveryWordIsInTheCatalogue(t *testing.T) {
	for name, ds := range everyDataset(t) {
		r := Rendition{Words: bracketed(t)}
		documents, err := newBuilder(ds, r, []Rendition{r}, tinyAssets()).documents()
		if err != nil {
			t.Fatal(err)
		}
		for file, tree := range parseAll(t, documents) {
			body := tree.All("body")[0]
			var text strings.Builder
			ownText(body, &text)
			if words := outside(text.String()); words != "" {
				t.Errorf("%s, %s: not in the catalogue: %q", name, file, words)
			}
			body.Walk(func(n *markup.Node) {
				for _, key := range []string{"alt", "aria-label", "title"} {
					if words := outside(n.Attributes[key]); words != "" && n.Name != "iframe" && n.Name != "actor-map" && !isPictureOfDataset(n) {
						t.Errorf("%s, %s: %s of <%s> is not in the catalogue: %q", name, file, key, n.Name, words)
					}
				}
			})
		}
	}
}

// isPictureOfDataset reports whether a picture is named by the title alone, as in the examples.
func isPictureOfDataset(n *markup.Node) bool {
	return n.Name == "img" && !strings.HasPrefix(n.Attributes["alt"], "⟦")
}

// ownText collects the text of n but for what is the dataset's or a machine's.
func ownText(n *markup.Node, out *strings.Builder) {
	switch n.Name {
	case "bdi", "time", "blockquote", "script", "code":
		return
	}
	out.WriteString(n.Text + " ")
	for _, child := range n.Children {
		ownText(child, out)
	}
}

// outside returns the words that stand outside of all brackets; initials of licences and the
// like are none.
func outside(text string) string {
	depth, out := 0, strings.Builder{}
	for _, r := range text {
		switch r {
		case '⟦':
			depth++
		case '⟧':
			depth--
		default:
			if depth == 0 {
				out.WriteRune(r)
			}
		}
	}
	var words []string
	for _, word := range strings.Fields(out.String()) {
		if strings.ContainsFunc(word, unicode.IsLower) {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}
