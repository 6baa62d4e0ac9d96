// Package trust_test holds one table: what is alleged, disputed, announced by another, negated, corrected
// or answered, in every place where a reader, a listener or a program meets it. The expectations are in
// data/testdata/trust.txt. Three tests read that file, each for the columns that its language can see
// the output of: this one, web/test/unit/trust.test.js and web/test/trust.spec.js.
package trust_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"actormap/data"
)

// rows are what keeps a relation from being plain fact.
var rows = []string{"alleged", "disputed", "future", "negated", "corrected", "replied"}

// columns are all the places, with the tests that look there.
var columns = map[string]string{
	"map": "go", "svg": "go", "png": "go", "card": "go", "description": "go", "legend": "go", "filter": "go node",
	"text": "go", "list of from": "go", "list of to": "go", "sums": "go", "who with whom": "go", "story": "go", "events": "go node",
	"search": "browser", "table": "node", "csv": "node", "json": "node", "comparison": "node", "path": "node", "matrix": "node",
	"link": "node", "print": "browser", "panel": "browser",
}

const folder = "../../../data/testdata/"

// table reads the expectations: by column, then by row.
func table(t *testing.T) map[string]map[string]string {
	t.Helper()
	src, err := os.ReadFile(folder + "trust.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, column := map[string]map[string]string{}, ""
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			name, by, _ := strings.Cut(name, ": ")
			if columns[name] != by || all[name] != nil {
				t.Errorf("the column %q is for %q, want it once, for %q", name, by, columns[name])
			}
			column, all[name] = name, map[string]string{}
			continue
		}
		if row, want, ok := strings.Cut(line, " | "); ok && !strings.HasPrefix(line, "#") {
			all[column][strings.TrimSpace(row)] = want
		}
	}
	return all
}

// TestNoCellIsEmpty: each place says something of each row, and each place has a test.
func TestNoCellIsEmpty(t *testing.T) {
	all := table(t)
	for column, by := range columns {
		if len(all[column]) != len(rows) {
			t.Errorf("the column %s has %d rows, want %d", column, len(all[column]), len(rows))
		}
		for _, row := range rows {
			if all[column][row] == "" {
				t.Errorf("the cell %s, %s is empty", column, row)
			}
		}
		if slices.Contains(strings.Fields(by), "go") != (probes[column] != nil) {
			t.Errorf("the column %s is for %s; this test looks there: %v", column, by, probes[column] != nil)
		}
	}
}

// TestTrust looks at each output of the program.
func TestTrust(t *testing.T) {
	all := table(t)
	whole := parse(t)
	for column, probe := range probes {
		for _, row := range rows {
			t.Run(column+"/"+row, func(t *testing.T) {
				if got, want := folded(probe(t, whole, row)), all[column][row]; got != want {
					t.Errorf("%s of what is %s:\n got %s\nwant %s", column, row, got, want)
				}
			})
		}
	}
}

// folded puts a plain blank for each no-break one: how an amount is written has tests of its own.
func folded(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", `\u00a0`, " ", `\u202f`, " ").Replace(s)
}

func parse(t *testing.T) *data.Dataset {
	t.Helper()
	src, err := os.ReadFile(folder + "trust.json")
	if err != nil {
		t.Fatal(err)
	}
	ds, err := data.Parse("trust.json", src)
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// only returns the dataset with one relation and its two ends, so that what is drawn is that relation.
func only(ds *data.Dataset, id string) *data.Dataset {
	one := *ds
	r := relation(ds, id)
	one.Relations, one.Steps = []data.Relation{*r}, nil
	one.Actors = slices.DeleteFunc(slices.Clone(ds.Actors), func(a data.Actor) bool { return a.ID != r.From && a.ID != r.To })
	one.Issues = slices.DeleteFunc(slices.Clone(ds.Issues), func(i data.Issue) bool { return i.ID != r.From && i.ID != r.To })
	for _, id := range append(speakers(r), "auditor") { // whoever is named stays an actor
		if !slices.ContainsFunc(one.Actors, func(a data.Actor) bool { return a.ID == id }) {
			one.Actors = append(one.Actors, *actor(ds, id))
		}
	}
	return &one
}

func speakers(r *data.Relation) (ids []string) {
	for i := range r.Evidence {
		if id := r.Evidence[i].Speaker; id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

func relation(ds *data.Dataset, id string) *data.Relation {
	return &ds.Relations[slices.IndexFunc(ds.Relations, func(r data.Relation) bool { return r.ID == id })]
}

func actor(ds *data.Dataset, id string) *data.Actor {
	return &ds.Actors[slices.IndexFunc(ds.Actors, func(a data.Actor) bool { return a.ID == id })]
}
