package page

import (
	"strings"
	"testing"

	"actormap/cmd/actormap/markup"
	"actormap/data"
	"actormap/wasm/graph"
)

// TestMixedPairsStandSideBySide: every coloured line of a mixed pair stands on its side of the
// pair, once, and its article leads there.
func TestMixedPairsStandSideBySide(t *testing.T) {
	for name, ds := range everyDataset(t) {
		t.Run(name, func(t *testing.T) {
			tree := treesOf(t, name)["index.html"]
			g, mixed := graph.New(ds, ds.Language), 0
			for _, l := range g.Edges {
				side := map[graph.Polarity]int{graph.Cooperation: 0, graph.Conflict: 1}
				half, coloured := side[l.Style.Polarity]
				if !l.Mixed || !coloured {
					continue
				}
				mixed++
				pair := tree.ByID(pairID(g.Nodes[l.From].ID, g.Nodes[l.To].ID))
				if pair == nil {
					t.Fatalf("no pair of %s", l.ID)
				}
				sides := withClass(pair, "side")
				if len(sides) != 2 || linksTo(sides[half], "#r-"+l.ID) != 1 || linksTo(sides[1-half], "#r-"+l.ID) != 0 {
					t.Errorf("%s does not stand on its side of the pair alone", l.ID)
				}
				if linksTo(tree.ByID("r-"+l.ID), "#"+pair.Attributes["id"]) != 1 {
					t.Errorf("the article of %s does not lead to its pair", l.ID)
				}
			}
			if name == "first" && mixed == 0 {
				t.Error("the first dataset has mixed pairs: Macron and Trump meet, and differ")
			}
		})
	}
}

func TestDisputedIsShownWithBothSides(t *testing.T) {
	tree := treesOf(t, "tiny")["index.html"]
	sides := withClass(tree.ByID("r-talk"), "side")
	if len(sides) != 2 || !strings.Contains(sides[0].Words(), "we will talk") || !strings.Contains(sides[1].Words(), "that is not so") {
		t.Fatal("what says that they talk and what denies it do not stand side by side")
	}
	if words := tree.ByID("contrasts").Words(); !strings.Contains(words, "1 quote says it, 1 quote denies it") {
		t.Errorf("the disputes are not counted: %q", words)
	}
}

func TestDisputeWords(t *testing.T) {
	evidence := func(says, denies int) []data.Evidence {
		list := make([]data.Evidence, says+denies)
		for i := range denies {
			list[i].Denies = true
		}
		return list
	}
	b := newBuilder(tiny(), Rendition{Words: english(t)}, nil, tinyAssets())
	for _, c := range []struct {
		says, denies int
		want         string
	}{
		{0, 1, "1 quote denies it"}, {0, 2, "2 quotes deny it"}, {1, 1, "1 quote says it, 1 quote denies it"}, {3, 2, "3 quotes say it, 2 quotes deny it"},
	} {
		if got := b.disputeWords(evidence(c.says, c.denies)); got != c.want {
			t.Errorf("disputeWords of %d and %d = %q, want %q", c.says, c.denies, got, c.want)
		}
	}
}

// withClass lists the elements of a class below n.
func withClass(n *markup.Node, class string) (found []*markup.Node) {
	n.Walk(func(e *markup.Node) {
		for _, c := range strings.Fields(e.Attributes["class"]) {
			if c == class {
				found = append(found, e)
			}
		}
	})
	return found
}

// linksTo counts the links below n that lead to href.
func linksTo(n *markup.Node, href string) (count int) {
	for _, a := range n.All("a") {
		if a.Attributes["href"] == href {
			count++
		}
	}
	return count
}
