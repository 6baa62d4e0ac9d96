package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"actormap/cmd/actormap/markup"
	"actormap/data"
)

// TestClaimsLookLikeClaims: wherever the page names what is only claimed, or denied, it says so, and
// says who says it and who denies it.
func TestClaimsLookLikeClaims(t *testing.T) {
	tree := treesOf(t, "dispute")["index.html"]
	for _, row := range []struct {
		relation string
		want     []string
	}{
		{"b-gave-c", []string{"disputed: gave 40,000 (EUR\u00a040\u202f000)", "disputed", "says Politician D; denied by Treasurer of Party C, The Auditor"}},
		{"b-met-mayor", []string{"claim: met in private", "only claimed", "says two people familiar with the talks", "Reported as a claim."}},
		{"b-will-pay", []string{"claim: will pay for the campaign of", "only claimed", "announced", "says Politician D"}},
		{"c-asked-nobody", []string{"negated"}},
		{"d-criticises-b", []string{"Corrected 9 April 2025: An earlier version said"}},
		{"d-accuses-mayor", []string{"The Mayor answered", "I have taken nothing from anybody.", "What became of it", "The council has closed the matter.", "the matter is closed"}},
	} {
		article := tree.ByID("r-" + row.relation)
		for _, want := range append(row.want, "Report an error") {
			if !strings.Contains(article.Words(), words1(want)) {
				t.Errorf("%s does not say %q: %s", row.relation, want, article.Words())
			}
		}
	}
	for _, a := range tree.All("a") {
		if a.Attributes["href"] == "#r-b-gave-c" && !strings.Contains(a.Words(), "disputed: gave") {
			t.Errorf("a link to the disputed relation says %q", a.Words())
		}
	}
}

// words1 folds white space as markup.Node.Words does.
func words1(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestTheTableSaysWhoSaysAClaim: it is read without the rest.
func TestTheTableSaysWhoSaysAClaim(t *testing.T) {
	cells := texts(treesOf(t, "dispute")["index.html"].ByID("relations"), "c-status")
	for i, want := range map[int]string{
		0: "disputed; says Politician D; denied by Treasurer of Party C, The Auditor",
		2: "only claimed, announced; says Politician D",
		5: "happened, corrected 9 April 2025",
	} {
		if cells[i] != want {
			t.Errorf("row %d says %q, want %q", i, cells[i], want)
		}
	}
}

// TestVouchersHaveOneName: what names those who say and deny a claim in an article, with links, is what names
// them in one line, as for a picture.
func TestVouchersHaveOneName(t *testing.T) {
	claims := 0
	for name, ds := range everyDataset(t) {
		b := newBuilder(ds, Rendition{Words: english(t)}, nil, tinyAssets())
		for _, r := range b.allRelations() {
			w := b.who(r, place{})
			if w == nil {
				continue
			}
			claims++
			var named []string
			for _, v := range slices.Concat(w.Says, w.Denies) {
				if v.Node != nil {
					v.Words = v.Node.Name
				}
				named = append(named, v.Words.Text)
			}
			told := b.Claim(ds, r, b.Tag)
			for _, n := range named {
				if n == "" || !strings.Contains(told, n) {
					t.Errorf("%s, %s: %q is not named in %q", name, r.ID, n, told)
				}
			}
		}
	}
	if claims < 6 {
		t.Errorf("only %d claims", claims)
	}
}

// TestClaimsAreOnNoSide: they stand under claims in the map in words, and in no other list of it.
func TestClaimsAreOnNoSide(t *testing.T) {
	ds := everyDataset(t)["dispute"]
	b := newBuilder(ds, Rendition{Words: english(t)}, nil, tinyAssets())
	w := b.inWords(place{})
	claims := map[string]bool{}
	for _, c := range w.Claims.Claims {
		claims[c.Ref.ID] = true
	}
	for i := range ds.Relations {
		if r := &ds.Relations[i]; r.Standing().Claim() != claims[r.ID] {
			t.Errorf("%s is listed under claims: %v", r.ID, claims[r.ID])
		}
	}
	for name, s := range map[string]stands{"against": w.Against, "with": w.With} {
		for _, c := range s.Claims {
			if claims[c.Ref.ID] {
				t.Errorf("the claim %s is listed %s somebody", c.Ref.ID, name)
			}
		}
	}
}

// TestSumsAddUp: the parts of each sum make the whole, and say what they count.
func TestSumsAddUp(t *testing.T) {
	for name, ds := range everyDataset(t) {
		b := newBuilder(ds, Rendition{Words: english(t)}, nil, tinyAssets())
		for _, list := range append([][]*data.Relation{b.allRelations()}, perNode(b)...) {
			s := b.sumOf(list)
			if parts := s.Cooperative + s.Conflictual + s.Neutral + s.Announced + s.Hypothetical + s.Negated + s.Claims + s.Unproved; parts != s.All {
				t.Errorf("%s: the parts %+v make %d", name, s, parts)
			}
		}
	}
	tree := treesOf(t, "dispute")["index.html"]
	for id, want := range map[string]string{
		"in-words":    "11 statements: 3 cooperative, 2 conflictual, 1 negated, 5 claims.",
		"n-company-b": "5 statements: 1 conflictual, 1 negated, 3 claims.",
	} {
		if got := tree.ByID(id).Words(); !strings.Contains(got, want) {
			t.Errorf("%s does not say %q: %s", id, want, got)
		}
	}
}

// TestCountsOfClaimsStandApart: of what is only claimed no count says "relations". The page's script has the
// same rows.
func TestCountsOfClaimsStandApart(t *testing.T) {
	v := vocabulary{english(t)}
	for _, row := range []struct {
		all, claims int
		want        string
	}{{7, 3, "4 relations, 3 claims"}, {8, 0, "8 relations"}, {3, 3, "3 claims"}, {0, 0, "no relations"}} {
		if got := v.countWords(row.all, row.claims); got != row.want {
			t.Errorf("%d of %d: %q, want %q", row.claims, row.all, got, row.want)
		}
	}
	tree := treesOf(t, "dispute")["index.html"]
	for id, want := range map[string]string{
		"in-words": "Company B · 2 relations, 3 claims",
		"types":    "(PLOVER AID; 2 claims)",
	} {
		if got := tree.ByID(id).Words(); !strings.Contains(got, want) {
			t.Errorf("%s does not say %q: %s", id, want, got)
		}
	}
}

// perNode lists the relations at each node.
func perNode(b *builder) [][]*data.Relation {
	var all [][]*data.Relation
	for id := range b.around {
		all = append(all, b.relationsAt(id))
	}
	return all
}

// TestWhoOnlySpeaksIsListed: the section of one who only speaks has what they said of others.
func TestWhoOnlySpeaksIsListed(t *testing.T) {
	tree := treesOf(t, "dispute")["index.html"]
	treasurer := tree.ByID("n-treasurer")
	if got := treasurer.Words(); !strings.Contains(got, "What it says or denies of others Company B – disputed: gave 40,000") {
		t.Errorf("the treasurer's section does not list what he denies: %s", got)
	}
	ds := *everyDataset(t)["dispute"]
	ds.Relations = slices.DeleteFunc(slices.Clone(ds.Relations), func(r data.Relation) bool { return r.From == "treasurer" || r.To == "treasurer" })
	tree = parseAll(t, render(t, &ds, tinyAssets()))["index.html"]
	if got := tree.ByID("n-treasurer").Words(); strings.Contains(got, "no relations") {
		t.Errorf("who only speaks has %s", got)
	}
}

// TestRemovedIsFoundUnderItsCorrection: a link to what a correction has taken out leads to the correction.
func TestRemovedIsFoundUnderItsCorrection(t *testing.T) {
	for _, file := range []string{"index.html", "embed.html"} {
		tree := treesOf(t, "dispute")[file]
		var item *markup.Node
		for _, li := range tree.ByID("corrections").All("li") {
			if li.ByID("r-d-sues-b") != nil {
				item = li
			}
		}
		if item == nil || !strings.Contains(item.Words(), "9 April 2025: An earlier version said that Politician D had sued Company B") {
			t.Errorf("%s: no correction at the anchor of the relation that was removed", file)
		}
	}
}

// TestRemovedHasADocumentInLargeMaps: where nodes have documents of their own, old addresses of what was
// removed lead to the correction, and links to a relation that has gone, in the document of the node that it started from.
func TestRemovedHasADocumentInLargeMaps(t *testing.T) {
	ds := *everyDataset(t)["dispute"]
	ds.Relations = slices.Clone(ds.Relations)
	for i := len(ds.Relations); i <= SplitAbove; i++ {
		r := ds.Relations[0]
		r.ID = fmt.Sprintf("more-%d", i)
		ds.Relations = append(ds.Relations, r)
	}
	ds.Corrections = append(slices.Clone(ds.Corrections), data.Correction{Date: "2025-04-10", Text: data.Plain("No banker was there."), About: []string{"mayor"}, Removed: []string{"banker"}})
	documents, err := Render(&ds, tinyAssets())
	if err != nil {
		t.Fatal(err)
	}
	trees := parseAll(t, documents)
	const words = "10 April 2025: No banker was there. (The Mayor)"
	gone := trees["n/banker.html"]
	if gone == nil {
		t.Fatal("nothing stands at n/banker.html")
	}
	if item := gone.ByID("n-banker"); item == nil || !strings.Contains(gone.ByID("corrections").Words(), words) || strings.Contains(gone.Words(), "had sued") {
		t.Errorf("n/banker.html says %s", gone.Words())
	}
	if links := gone.ByID("corrections").All("a"); len(links) != 1 || links[0].Attributes["href"] != "../n/mayor.html" {
		t.Errorf("n/banker.html leads to %v", links)
	}
	if robots := gone.All("meta"); !slices.ContainsFunc(robots, func(m *markup.Node) bool { return m.Attributes["content"] == "noindex" }) {
		t.Error("n/banker.html is for search engines")
	}
	if tree := trees["n/politician-d.html"]; tree.ByID("r-d-sues-b") == nil || !strings.Contains(tree.ByID("corrections").Words(), "had sued Company B") {
		t.Errorf("n/politician-d.html does not say what became of the relation: %s", tree.Words())
	}
	if trees["index.html"].ByID("n-banker") == nil {
		t.Error("the page has no anchor for what was removed")
	}
}

// TestAnErrorIsReportedByItsLine: where the contact is a web address, which takes no subject, the reader is
// told what to name.
func TestAnErrorIsReportedByItsLine(t *testing.T) {
	ds := *everyDataset(t)["dispute"]
	ds.Contact = "https://example.org/report"
	documents, err := Render(&ds, tinyAssets())
	if err != nil {
		t.Fatal(err)
	}
	trees := parseAll(t, documents)
	for _, file := range []string{"index.html", EmbedPath} {
		desk := texts(trees[file].ByID("r-b-gave-c"), "relation-desk")
		if want := "Report an error · Name the line when you do: dispute#r-b-gave-c"; len(desk) != 1 || desk[0] != want {
			t.Errorf("%s says %q, want %q", file, desk, want)
		}
	}
	if desk := texts(treesOf(t, "dispute")["index.html"].ByID("r-b-gave-c"), "relation-desk"); desk[0] != "Report an error" {
		t.Errorf("with a mailbox, the page says %q", desk)
	}
}

// TestLinksOutOfAFrameOpenAWindow: most sites refuse to be shown in the frame, and a mailbox opens from a
// sandboxed one in a window of its own, if at all. On a page of ours they stay in the window.
func TestLinksOutOfAFrameOpenAWindow(t *testing.T) {
	outside := 0
	for file, tree := range treesOf(t, "dispute") {
		for _, a := range tree.All("a") {
			if !strings.Contains(a.Attributes["rel"], "external") {
				continue
			}
			outside++
			want := ""
			if strings.HasSuffix(file, EmbedPath) {
				want = "_blank"
			}
			if a.Attributes["target"] != want || !strings.Contains(a.Attributes["rel"], "noopener") {
				t.Errorf("%s: the link to %s has the target %q and is %s", file, a.Attributes["href"], a.Attributes["target"], a.Attributes["rel"])
			}
		}
	}
	if outside < 20 {
		t.Errorf("only %d links lead out", outside)
	}
}

// texts lists the texts of the elements of a class.
func texts(n *markup.Node, class string) (found []string) {
	n.Walk(func(m *markup.Node) {
		if slices.Contains(strings.Fields(m.Attributes["class"]), class) {
			found = append(found, m.Words())
		}
	})
	return found
}

// TestDeskAnswers: every document names who made the map and, beside "as of", the newest correction; an error
// is reported with the line's name.
func TestDeskAnswers(t *testing.T) {
	for _, file := range []string{"index.html", "embed.html"} {
		tree := treesOf(t, "dispute")[file]
		for _, want := range []string{"By A made-up desk", "Report an error", "corrected 9 April 2025"} {
			if !strings.Contains(tree.Words(), want) {
				t.Errorf("%s does not say %q", file, want)
			}
		}
		mail := "mailto:desk@example.org?subject=Error%20in%20the%20map%20dispute%2C%20relation%20b-gave-c"
		found := false
		for _, a := range tree.ByID("r-b-gave-c").All("a") {
			found = found || a.Attributes["href"] == mail
		}
		if !found {
			t.Errorf("%s: nothing in the article leads to %s", file, mail)
		}
	}
}

// TestNotesAndParts: a note without proof is the editor's, and what an issue is part of is common knowledge
// only where the dataset says so.
func TestNotesAndParts(t *testing.T) {
	tiny := treesOf(t, "tiny")["index.html"]
	if got := tiny.ByID("n-ada").Words(); !strings.Contains(got, "Editor’s note: A note.") {
		t.Errorf("a note without proof is not the editor's: %s", got)
	}
	if got := tiny.ByID("n-truce").Words(); !strings.Contains(got, "Part of Peace") || strings.Contains(got, "common knowledge") {
		t.Errorf("Truce is part of Peace, and the dataset does not call that common knowledge: %s", got)
	}
	dispute := treesOf(t, "dispute")["index.html"]
	if got := dispute.ByID("n-contract").Words(); !strings.Contains(got, "Part of The new bridge common knowledge") {
		t.Errorf("what the dataset calls common knowledge is not: %s", got)
	}
}

// TestCorrectedIsToldBesideAsOf: by what other sites quote of a map, and by the list of several.
func TestCorrectedIsToldBesideAsOf(t *testing.T) {
	ds := everyDataset(t)["dispute"]
	const told = "as of 10 April 2025, corrected 9 April 2025"
	if brief := NewCard(ds, english(t)).Brief; !strings.Contains(brief, told) {
		t.Errorf("the line below an embed says %q", brief)
	}
	listed, err := NewListed(ds, "dispute/", tinyAssets())
	if err != nil {
		t.Fatal(err)
	}
	d, err := RenderMaps([]Listed{listed}, nil, tinyAssets())
	if err != nil {
		t.Fatal(err)
	}
	tree, err := markup.Parse(d.HTML)
	if err != nil {
		t.Fatal(err)
	}
	if text := tree.Words(); !strings.Contains(text, "A"+told[1:]) {
		t.Errorf("the list of maps does not say %q: %s", told, text)
	}
}
