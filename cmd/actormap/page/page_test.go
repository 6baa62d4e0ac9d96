package page

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"actormap/cmd/actormap/markup"
	"actormap/data"
	"actormap/wasm/scene"
)

var update = flag.Bool("update", false, "write the golden files again")

func TestGolden(t *testing.T) {
	for _, d := range render(t, tiny(), tinyAssets()) {
		// What the script is told changes with each of its words, and has a test of its own.
		d.HTML = dataBlock.ReplaceAll(d.HTML, []byte("$1…$3"))
		name := filepath.Join("testdata", d.Path)
		if *update {
			if err := os.WriteFile(name, d.HTML, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != string(d.HTML) {
			t.Errorf("%s differs: run go test -update and look at the difference", name)
		}
	}
}

// everyDataset lists what the laws are tried on. Tests share it, and change nothing in it.
func everyDataset(t *testing.T) map[string]*data.Dataset {
	t.Helper()
	list, err := datasets()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

var datasets = sync.OnceValues(func() (map[string]*data.Dataset, error) {
	name, src := data.Default()
	first, err := data.Parse(name, src)
	if err != nil {
		return nil, err
	}
	src, err = os.ReadFile("../../../data/testdata/dispute.json")
	if err != nil {
		return nil, err
	}
	dispute, err := data.Parse("dispute.json", src)
	return map[string]*data.Dataset{"tiny": tiny(), "first": first, "dispute": dispute, "large": large(SplitAbove + 1), "empty": {Title: data.Plain("Nothing")}}, err
})

// treesOf returns the documents of one of everyDataset, read back. They are rendered once, with the assets of
// tinyAssets, and change in no test.
func treesOf(t *testing.T, name string) map[string]*markup.Node {
	t.Helper()
	if trees[name] == nil {
		trees[name] = parseAll(t, render(t, everyDataset(t)[name], tinyAssets()))
	}
	return trees[name]
}

var trees = map[string]map[string]*markup.Node{}

// large makes a ring of n relations between n actors, all from one source.
func large(n int) *data.Dataset {
	ds := &data.Dataset{ID: "large", Title: data.Plain("Large"), Language: "en", Sources: []data.Source{{ID: "s", Title: data.Plain("S")}, {ID: "unused", Title: data.Plain("U")}}}
	for i := range n {
		ds.Actors = append(ds.Actors, data.Actor{ID: fmt.Sprintf("a%d", i), Name: data.Plain(fmt.Sprint("Actor ", i)), Kind: data.Person})
		ds.Relations = append(ds.Relations, data.Relation{
			ID: fmt.Sprintf("r%d", i), From: fmt.Sprintf("a%d", i), To: fmt.Sprintf("a%d", (i+1)%n), About: []string{fmt.Sprintf("a%d", (i+2)%n)},
			Type: "consult", Label: data.Plain("meets"), Status: data.Happened,
			Evidence: []data.Evidence{{Source: "s", Quote: data.Plain(fmt.Sprint("quote number ", i)), Voice: data.Narrator}}})
	}
	return ds
}

// TestLargeMapsAreAbridged: the page has the most connected only and says so, the lists have everybody
// once, and everybody has a document.
func TestLargeMapsAreAbridged(t *testing.T) {
	ds := large(SplitAbove + 1)
	for i := range 5 { // the last actor is the most connected
		r := ds.Relations[0]
		r.ID, r.From, r.To = fmt.Sprint("more", i), fmt.Sprintf("a%d", i), fmt.Sprintf("a%d", SplitAbove)
		ds.Relations = append(ds.Relations, r)
	}
	trees := parseAll(t, render(t, ds, tinyAssets()))
	index, list := trees["index.html"], trees["k/person.html"]
	if list == nil {
		t.Fatal("there is no list of all people")
	}
	shown := 0
	for _, a := range ds.Actors {
		if index.ByID("n-"+a.ID) != nil {
			shown++
		}
		if trees["n/"+a.ID+".html"] == nil {
			t.Errorf("%s has no document", a.ID)
		}
		if links := strings.Count(list.Words()+" ", fmt.Sprintf("Actor %s ", a.ID[1:])); links != 1 {
			t.Errorf("%s is in the list %d times, want once", a.ID, links)
		}
	}
	if shown != scene.LargeMapThreshold || index.ByID(fmt.Sprint("n-a", SplitAbove)) == nil {
		t.Errorf("the page has %d nodes, want the %d most connected", shown, scene.LargeMapThreshold)
	}
	for _, path := range []string{"index.html", "embed.html"} {
		if text := trees[path].Words(); !strings.Contains(text, "Of 301 actors and issues the 150 most connected") ||
			!strings.Contains(text, "The picture shows the 150 most connected of 301") {
			t.Errorf("%s does not say what it leaves out", path)
		}
	}
}

func TestEveryEvidenceIsInItsArticle(t *testing.T) {
	for name, ds := range everyDataset(t) {
		t.Run(name, func(t *testing.T) {
			trees := treesOf(t, name)
			for _, r := range ds.Relations {
				article := trees["index.html"].ByID("r-" + r.ID)
				if len(ds.Relations) > SplitAbove {
					if article != nil {
						t.Fatalf("%s stands in the index of a split page", r.ID)
					}
					article = trees["n/"+r.From+".html"].ByID("r-" + r.ID)
				}
				if article == nil {
					t.Fatalf("no article of %s", r.ID)
				}
				if label, _ := r.Label.In(ds.Language); !strings.Contains(article.Words(), label) {
					t.Errorf("%s: the label %q is missing", r.ID, label)
				}
				wantQuotes(t, article, ds, r)
			}
		})
	}
}

// wantQuotes holds the blockquotes of an article against the evidence, in their order: newest
// first, and what says it before what denies it.
func wantQuotes(t *testing.T, article *markup.Node, ds *data.Dataset, r data.Relation) {
	t.Helper()
	lang := ds.Language
	quotes := article.All("blockquote")
	r.Evidence = slices.Clone(r.Evidence)
	slices.SortStableFunc(r.Evidence, func(a, b data.Evidence) int {
		if a.Denies != b.Denies {
			return map[bool]int{false: -1, true: 1}[a.Denies]
		}
		return strings.Compare(string(day(ds, b)), string(day(ds, a)))
	})
	if r.Outcome != nil {
		r.Evidence = append(r.Evidence, r.Outcome.Evidence...)
	}
	if len(quotes) != len(r.Evidence) {
		t.Fatalf("%s has %d quotes, want %d", r.ID, len(quotes), len(r.Evidence))
	}
	for i, e := range r.Evidence {
		if want, _ := e.Quote.In(lang); quotes[i].Words() != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s: quote %d is %q, want %q", r.ID, i, quotes[i].Words(), want)
		}
	}
}

// day is when evidence was said or printed: its own day, else that of its source.
func day(ds *data.Dataset, e data.Evidence) data.Date {
	if e.Reported != "" {
		return e.Reported
	}
	i := slices.IndexFunc(ds.Sources, func(s data.Source) bool { return s.ID == e.Source })
	return ds.Sources[i].Published
}

func TestLinksLead(t *testing.T) {
	for name := range everyDataset(t) {
		t.Run(name, func(t *testing.T) {
			trees := treesOf(t, name)
			ids := map[string]map[string]bool{}
			for file, tree := range trees {
				ids[file] = uniqueIDs(t, file, tree)
			}
			for file, tree := range trees {
				for _, a := range tree.All("a") {
					checkLink(t, ids, file, a)
				}
			}
		})
	}
}

// uniqueIDs lists the ids of a document; one that stands twice is an error.
func uniqueIDs(t *testing.T, file string, tree *markup.Node) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	tree.Walk(func(n *markup.Node) {
		id, ok := n.Attributes["id"]
		if ok && ids[id] {
			t.Errorf("%s: the id %q stands twice", file, id)
		}
		ids[id] = ok || ids[id]
	})
	return ids
}

func checkLink(t *testing.T, ids map[string]map[string]bool, file string, a *markup.Node) {
	t.Helper()
	href := a.Attributes["href"]
	target, fragment, _ := strings.Cut(href, "#")
	_, download := a.Attributes["download"]
	switch {
	case strings.HasPrefix(href, "https://"), strings.HasPrefix(href, "mailto:"):
		if !strings.Contains(a.Attributes["rel"], "noopener") {
			t.Errorf("%s: the link to %s lacks rel=noopener", file, href)
		}
		return
	case download || strings.HasSuffix(target, "licenses.txt"):
		return
	case target == "":
		target = file
	default:
		target = path.Join(path.Dir(file), target)
	}
	if ids[target] == nil || fragment != "" && !ids[target][fragment] {
		t.Errorf("%s: %q leads nowhere", file, href)
	}
}

func TestHeadingsAreInOrder(t *testing.T) {
	for name := range everyDataset(t) {
		t.Run(name, func(t *testing.T) {
			for file, tree := range treesOf(t, name) {
				last, firsts := 0, 0
				tree.Walk(func(n *markup.Node) {
					if len(n.Name) != 2 || n.Name[0] != 'h' || n.Name[1] < '1' || n.Name[1] > '6' {
						return
					}
					level := int(n.Name[1] - '0')
					if level == 1 {
						firsts++
					}
					if level > last+1 {
						t.Errorf("%s: %s %q follows h%d", file, n.Name, n.Words(), last)
					}
					last = level
				})
				if firsts != 1 {
					t.Errorf("%s has %d h1, want one", file, firsts)
				}
			}
		})
	}
}

// TestNothingInline keeps the documents free of what the Content-Security-Policy refuses.
func TestNothingInline(t *testing.T) {
	for name := range everyDataset(t) {
		for file, tree := range treesOf(t, name) {
			tree.Walk(func(n *markup.Node) {
				if n.Name == "style" || n.Name == "script" && n.Attributes["type"] != "application/json" && (n.Attributes["src"] == "" || n.Words() != "") {
					t.Errorf("%s, %s: inline <%s>", name, file, n.Name)
				}
				for key := range n.Attributes {
					if key == "style" || strings.HasPrefix(key, "on") {
						t.Errorf("%s, %s: attribute %s on <%s>", name, file, key, n.Name)
					}
				}
			})
		}
	}
}

func TestOtherEndLinksToTheArticle(t *testing.T) {
	tree := treesOf(t, "tiny")["index.html"]
	for _, want := range []struct{ node, relation string }{
		{"n-bob", "talk"}, {"n-peace", "talk"}, {"n-truce", "back"}, {"n-land", "ask"},
	} {
		section := tree.ByID(want.node)
		if section.ByID("r-"+want.relation) != nil {
			t.Errorf("%s holds the article of %s, which belongs under its from", want.node, want.relation)
		}
		found := false
		for _, a := range section.All("a") {
			found = found || a.Attributes["href"] == "#r-"+want.relation
		}
		if !found {
			t.Errorf("%s does not link to %s", want.node, want.relation)
		}
	}
}

func TestNodeDocumentHoldsBothDirections(t *testing.T) {
	trees := treesOf(t, "large")
	tree := trees["n/a5.html"]
	for _, id := range []string{"r-r5", "r-r4"} {
		if tree.ByID(id) == nil {
			t.Errorf("n/a5.html lacks %s", id)
		}
	}
	if tree.ByID("s-unused") != nil {
		t.Error("n/a5.html lists a source that it does not quote")
	}
}

func TestWithoutScriptsNoneIsAskedFor(t *testing.T) {
	assets := tinyAssets()
	assets.Script, assets.WasmBytes = "", 0
	assets.Types, assets.ExampleStyle, assets.ExampleScript = "", "", ""
	for file, tree := range parseAll(t, render(t, tiny(), assets)) {
		if n := len(tree.All("script")); n != 0 {
			t.Errorf("%s has %d scripts", file, n)
		}
		if file != "index.html" {
			continue
		}
		if img := tree.All("img"); len(img) != 1 || img[0].Attributes["src"] != "map-1040x740.svg" {
			t.Errorf("%s: the picture is missing", file)
		}
	}
}

// render returns the documents of one rendition, in English: the others differ in words.
func render(t *testing.T, ds *data.Dataset, assets Assets) []Document {
	t.Helper()
	only := Rendition{Words: english(t)}
	documents, err := newBuilder(ds, only, []Rendition{only}, assets).documents()
	if err != nil {
		t.Fatal(err)
	}
	return documents
}

func parseAll(t *testing.T, documents []Document) map[string]*markup.Node {
	t.Helper()
	trees := map[string]*markup.Node{}
	for _, d := range documents {
		tree, err := markup.Parse(d.HTML)
		if err != nil {
			t.Fatalf("%s: %v", d.Path, err)
		}
		trees[d.Path] = tree
	}
	return trees
}
