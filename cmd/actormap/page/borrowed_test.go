package page

import (
	"encoding/json"
	"strings"
	"testing"

	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/markup"
)

// TestWhatACatalogueLeavesOutIsMarkedAsEnglish renders the documents in a language that nobody has reviewed, with strings left
// out that stand in texts, in attributes and in the script, and looks for them in the page and the embed document.
func TestWhatACatalogueLeavesOutIsMarkedAsEnglish(t *testing.T) {
	for _, tt := range []struct{ tag, dir string }{{"uk", ""}, {"ar", "ltr"}} {
		t.Run(tt.tag, func(t *testing.T) {
			c, err := lang.Load(tt.tag)
			if err != nil {
				t.Fatal(err)
			}
			texts := []string{"legend.person", "sources.title", "how.lines", "page.caption", "kinds.person"}
			for _, key := range append(texts, "contents.title", "embed.sources") {
				delete(c.Page, key)
				delete(c.Script, key)
			}
			delete(c.Script, "story.close")
			ds, r := tiny(), Rendition{Words: c, Folder: tt.tag + "/"}
			documents, err := newBuilder(ds, r, []Rendition{r}, tinyAssets()).documents()
			if err != nil {
				t.Fatal(err)
			}
			trees := parseAll(t, documents)
			en := english(t)
			for _, key := range texts {
				if !saysMarked(trees[tt.tag+"/"+indexPath], en.Say(key), tt.dir) {
					t.Errorf("%s is not marked as English in the page", key)
				}
			}
			if !saysMarked(trees[tt.tag+"/"+EmbedPath], en.Say("sources.title"), tt.dir) {
				t.Error("sources.title is not marked as English in the embed document")
			}
			for _, nav := range trees[tt.tag+"/"+indexPath].All("nav") {
				if nav.Attributes["class"] == "contents" && nav.Attributes["aria-label"] != en.Say("contents.title") {
					t.Errorf("the name of the contents is %q", nav.Attributes["aria-label"])
				}
			}
			checkScript(t, documents, tt.tag, en.Say("story.close"))
		})
	}
}

// saysMarked reports whether a text stands in an element that says it is English, and which way it runs if that differs.
func saysMarked(tree *markup.Node, text, dir string) (found bool) {
	tree.Walk(func(n *markup.Node) {
		found = found || n.Name == "span" && n.Attributes["lang"] == lang.Fallback && n.Attributes["dir"] == dir && n.Words() == text
	})
	return found
}

// checkScript holds that the script is given what it has to say in English, and nothing else of it.
func checkScript(t *testing.T, documents []Document, tag, want string) {
	t.Helper()
	for _, d := range documents {
		if d.Path != tag+"/"+indexPath {
			continue
		}
		_, rest, _ := strings.Cut(string(d.HTML), `class="am-words">`)
		src, _, _ := strings.Cut(rest, "</script>")
		var words struct {
			Words   map[string]string
			English *struct {
				Lang, Dir string
				Words     map[string]string
			}
		}
		if err := json.Unmarshal([]byte(src), &words); err != nil {
			t.Fatal(err)
		}
		if words.English == nil || words.English.Lang != lang.Fallback || len(words.English.Words) != 1 || words.English.Words["story.close"] != want {
			t.Errorf("English for the script: %+v", words.English)
		}
		if _, ok := words.Words["story.close"]; ok || len(words.Words) < 200 {
			t.Errorf("the script has %d strings of its own, story.close %t", len(words.Words), ok)
		}
	}
}
