package data

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDefaultStoryIsProven checks that the story of the first dataset says nothing that the
// relations under each step do not: what it quotes stands in their quotes, its days are
// theirs, and whom it names is an end, the subject or a speaker of them, or is named by them.
func TestDefaultStoryIsProven(t *testing.T) {
	ds := parseDefault(t)
	if len(ds.Steps) != 5 {
		t.Errorf("the story has %d steps, want 5", len(ds.Steps))
	}
	for _, step := range ds.Steps {
		t.Run(step.ID, func(t *testing.T) {
			text, _ := step.Text.In("en")
			told := relationsOf(t, ds, step)
			checkStoryQuotes(t, text, told)
			checkStoryDays(t, text, told)
			checkStoryNames(t, ds, text, told)
		})
	}
}

// relationsOf returns the relations that a step tells of.
func relationsOf(t *testing.T, ds *Dataset, step Step) (told []Relation) {
	t.Helper()
	for _, id := range step.Relations {
		i := slices.IndexFunc(ds.Relations, func(r Relation) bool { return r.ID == id })
		if i < 0 {
			t.Fatalf("there is no relation %s", id)
		}
		told = append(told, ds.Relations[i])
	}
	return told
}

// proofOf returns the quotes of relations, one a line.
func proofOf(told []Relation) string {
	var proof strings.Builder
	for _, r := range told {
		for _, e := range r.Evidence {
			quote, _ := e.Quote.In("en")
			proof.WriteString(quote + "\n")
		}
	}
	return proof.String()
}

func checkStoryQuotes(t *testing.T, text string, told []Relation) {
	t.Helper()
	proof := proofOf(told)
	for _, m := range regexp.MustCompile("“([^”]*)”").FindAllStringSubmatch(text, -1) {
		if !strings.Contains(proof, m[1]) {
			t.Errorf("no quote of its relations says %q", m[1])
		}
	}
}

func checkStoryDays(t *testing.T, text string, told []Relation) {
	t.Helper()
	for _, m := range regexp.MustCompile(`(\d+) February`).FindAllStringSubmatch(text, -1) {
		if !slices.ContainsFunc(told, func(r Relation) bool { return r.Date == Date("2025-02-"+m[1]) }) {
			t.Errorf("none of its relations is of %s", m[0])
		}
	}
}

func checkStoryNames(t *testing.T, ds *Dataset, text string, told []Relation) {
	t.Helper()
	proof := proofOf(told)
	var theirs []string
	for _, r := range told {
		theirs = append(append(theirs, r.From, r.To), r.About...)
		for _, e := range r.Evidence {
			theirs = append(theirs, e.Speaker)
		}
	}
	for _, a := range ds.Actors {
		name, _ := a.Name.In("en")
		if a.Kind == Person && !strings.Contains(name, "official") {
			name = name[strings.LastIndex(name, " ")+1:]
		}
		if strings.Contains(text, name) && !slices.Contains(theirs, a.ID) && !strings.Contains(proof, name) {
			t.Errorf("it names %s, whom none of its relations knows", name)
		}
	}
}
