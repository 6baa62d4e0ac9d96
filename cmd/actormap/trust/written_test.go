package trust_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"actormap/cmd/actormap/markup"
	"actormap/cmd/actormap/page"
	"actormap/data"
	"actormap/wasm/graph"
	"actormap/wasm/protocol"
	"actormap/wasm/query"
)

// pageOf renders the page of a dataset and reads it back.
func pageOf(t *testing.T, ds *data.Dataset) *markup.Node {
	t.Helper()
	documents, err := page.Render(ds, page.Assets{Card: page.Picture{Href: "card.png", W: 1200, H: 630}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range documents {
		if d.Path == "index.html" {
			tree, err := markup.Parse(d.HTML)
			if err != nil {
				t.Fatal(err)
			}
			return tree
		}
	}
	t.Fatal("no page")
	return nil
}

// meta returns the content of a meta element by its property.
func meta(tree *markup.Node, property string) string {
	for _, m := range tree.All("meta") {
		if m.Attributes["property"] == property {
			return m.Attributes["content"]
		}
	}
	return ""
}

// inText reads the article of a relation: its label, and what of it is no plain fact.
func inText(t *testing.T, ds *data.Dataset, row string) string {
	article := pageOf(t, ds).ByID("r-" + row + "-pays")
	parts := texts(article, "relation-label", "relation-type", "relation-status", "relation-standing", "relation-who", "relation-corrected", "relation-reply")
	return strings.Join(parts, "; ")
}

// texts lists the texts of the elements of some classes, in the order of the classes.
func texts(n *markup.Node, classes ...string) (found []string) {
	for _, class := range classes {
		n.Walk(func(m *markup.Node) {
			if slices.Contains(strings.Fields(m.Attributes["class"]), class) {
				found = append(found, m.Words())
			}
		})
	}
	return found
}

// inListOfFrom reads the section of the node that the relation starts from: its sum, and the headlines of its articles.
func inListOfFrom(t *testing.T, ds *data.Dataset, row string) string {
	section := pageOf(t, ds).ByID("n-" + row + "-one")
	return strings.Join(append(texts(section, "node-sum"), texts(section.ByID("r-"+row+"-pays"), "relation-headline", "relation-status", "relation-standing")...), " ")
}

// inListOfTo reads how the other end names the relation.
func inListOfTo(t *testing.T, ds *data.Dataset, row string) string {
	return item(pageOf(t, ds).ByID("n-club"), row+"-pays")
}

// item is the entry of a list that leads to a relation.
func item(n *markup.Node, relation string) string {
	var found string
	for _, li := range n.All("li") {
		for _, a := range li.All("a") {
			if a.Attributes["href"] == "#r-"+relation {
				found = li.Words()
			}
		}
	}
	return found
}

// inSums reads what the relation counts as.
func inSums(t *testing.T, ds *data.Dataset, row string) string {
	return strings.Join(texts(pageOf(t, only(ds, row+"-pays")).ByID("n-club"), "node-sum"), "")
}

// withWhom reads under which heading of the map in words the relation stands.
func withWhom(t *testing.T, ds *data.Dataset, row string) string {
	heading, found := "", "in no list"
	pageOf(t, ds).ByID("in-words").Walk(func(n *markup.Node) {
		switch {
		case n.Name == "p":
			heading = n.Words()
		case n.Name == "ul" && item(n, row+"-pays") != "":
			found = heading
		}
	})
	return found
}

// inStory reads a step that shows the relation, and whether one that asks for claims alone does.
func inStory(t *testing.T, ds *data.Dataset, row string) string {
	step := pageOf(t, ds).ByID("step-claims")
	var asked query.Query
	var view struct{ Filter map[query.Facet][]string }
	if err := json.Unmarshal([]byte(step.Attributes["data-reading"]), &view); err != nil {
		t.Fatal(err)
	}
	asked.Filter = view.Filter
	shown := "left out by a view of claims"
	if g := graph.New(ds, "en"); query.Apply(g, &asked).Edges[g.EdgeByID(row+"-pays")] {
		shown = "shown by a view of claims"
	}
	return item(pageOf(t, ds).ByID("step-payments"), row+"-pays") + "; " + shown
}

// underFilter lists the values of two facets that keep the relation.
func underFilter(_ *testing.T, ds *data.Dataset, row string) string {
	g := graph.New(ds, "en")
	var kept []string
	for _, facet := range []struct {
		name   query.Facet
		values string
	}{{query.Standing, "stated alleged disputed no-proof"}, {query.Status, "happened future hypothetical negated"}} {
		for value := range strings.FieldsSeq(facet.values) {
			q := query.Query{Filter: map[query.Facet][]string{facet.name: {value}}}
			if query.Apply(g, &q).Edges[g.EdgeByID(row+"-pays")] {
				kept = append(kept, fmt.Sprintf("%s %s", facet.name, value))
			}
		}
	}
	return strings.Join(kept, ", ")
}

// inLegend finds the look of the relation among the signs of the legend, and says its words.
func inLegend(t *testing.T, ds *data.Dataset, row string) string {
	tree := pageOf(t, ds)
	look := lookOf(tree.ByID("r-" + row + "-backs"))
	var found []string
	tree.Walk(func(n *markup.Node) {
		if n.Attributes["class"] != "am-legend" {
			return
		}
		for _, li := range n.All("li") {
			if lookOf(li) == look {
				found = append(found, li.Words())
			}
		}
	})
	return strings.Join(found, " | ")
}

// lookOf writes the sample of a line in an element: its tone, and every shape of it.
func lookOf(n *markup.Node) string {
	var b strings.Builder
	for _, svg := range n.All("svg") {
		if !slices.Contains(strings.Fields(svg.Attributes["class"]), "mark") {
			continue
		}
		b.WriteString(svg.Attributes["class"])
		svg.Walk(func(m *markup.Node) { fmt.Fprint(&b, m.Name, m.Attributes) })
		break
	}
	return b.String()
}

// inEvents reads what the running map tells a page about the line, beside its ends.
func inEvents(t *testing.T, _ *data.Dataset, row string) string {
	src, err := os.ReadFile(folder + "trust.json")
	if err != nil {
		t.Fatal(err)
	}
	s, err := protocol.NewSession(src, nil, []byte(`{"v":1,"type":"start","width":736,"height":620,"dpr":1,"theme":"light","lang":"en","reducedMotion":true}`))
	if err != nil {
		t.Fatal(err)
	}
	s.Ready()
	var events []struct {
		Type  string
		Lines []struct{ ID, Label, Standing, Status, Corrected, Reply string }
	}
	if err := json.Unmarshal(s.Send(), &events); err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		for _, l := range e.Lines {
			if l.ID == row+"-pays" {
				return strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", l.Standing, l.Status, l.Corrected, l.Reply)), ", ")
			}
		}
	}
	return "not told"
}
