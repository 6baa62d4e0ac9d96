package page

import (
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
