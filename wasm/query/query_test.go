package query

import (
	"embed"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"actormap/data"
	"actormap/wasm/graph"
)

//go:embed testdata/shown.txt
var golden embed.FS

var update = flag.Bool("update", false, "write the golden file again")

const goldenFile = "testdata/shown.txt"

// datasets are those that the table asks about; web/test/unit/model/map-query.test.js reads the same.
func datasets(t *testing.T) map[string]*graph.Graph {
	t.Helper()
	out := map[string]*graph.Graph{}
	for name, file := range map[string]string{"three-days": "three-days.json", "bilingual": "bilingual.json", "dispute": "dispute.json"} {
		src, err := os.ReadFile("../../data/testdata/" + file)
		if err != nil {
			t.Skipf("%v: run natively", err) // as wasm under Node there is no such folder
		}
		ds, err := data.Parse(file, src)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = graph.New(ds, "en")
	}
	return out
}

// asked is a query as messages write it.
type asked struct {
	Filter map[Facet][]string
	Time   struct {
		By          DateBasis
		From, Until data.Date
	}
	Around struct {
		Node      string
		Steps     int
		Direction Direction `json:"way"`
	}
}

func TestShownIsWhatTheTableSays(t *testing.T) {
	graphs := datasets(t)
	src, err := golden.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	rows := 0
	for _, line := range strings.Split(strings.TrimSuffix(string(src), "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			out = append(out, line)
			continue
		}
		question, _, _ := strings.Cut(line, " -> ")
		name, query, _ := strings.Cut(question, " ")
		var q asked
		if err := json.Unmarshal([]byte(query), &q); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		got := question + " -> " + tell(graphs[name], &Query{q.Filter, Time(q.Time), Around(q.Around)})
		if out = append(out, got); got != line && !*update {
			t.Errorf("if that is right, run go test -update\n got: %s\nwant: %s", got, line)
		}
		rows++
	}
	if rows < 20 {
		t.Errorf("only %d rows", rows)
	}
	if *update {
		if err := os.WriteFile(goldenFile, []byte(strings.Join(out, "\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// tell writes what is shown: relations, the fresh ones with a star, then nodes.
func tell(g *graph.Graph, q *Query) string {
	s := Apply(g, q)
	var lines, nodes []string
	for e, on := range s.Edges {
		if on && s.Latest[e] {
			lines = append(lines, g.Edges[e].ID+"*")
		} else if on {
			lines = append(lines, g.Edges[e].ID)
		}
	}
	for i, on := range s.Nodes {
		if on {
			nodes = append(nodes, g.Nodes[i].ID)
		}
	}
	return fmt.Sprintf("%s | %s", strings.Join(lines, " "), strings.Join(nodes, " "))
}

func TestTheZeroQueryShowsEverything(t *testing.T) {
	for name, g := range datasets(t) {
		var q Query
		s := Apply(g, &q)
		for i, on := range s.Nodes {
			if !on {
				t.Errorf("%s: %s is hidden", name, g.Nodes[i].ID)
			}
		}
		for e, on := range s.Edges {
			if !on || s.Latest[e] {
				t.Errorf("%s: %s: shown %v, fresh %v", name, g.Edges[e].ID, on, s.Latest[e])
			}
		}
		if q.Narrows() {
			t.Error("the zero query narrows")
		}
	}
}

func TestACloneIsEqualAndSharesNothing(t *testing.T) {
	q := Query{Filter: map[Facet][]string{Kind: {"person"}, Class: nil}, Time: Time{By: Event}, Around: Around{"a", 1, Both}}
	c := q.Clone()
	if !c.Equal(&q) || !q.Equal(&c) {
		t.Errorf("%v is not equal to %v", c, q)
	}
	c.Filter[Kind][0] = "state"
	if q.Filter[Kind][0] != "person" || c.Equal(&q) {
		t.Error("a change of the clone changes the original")
	}
}
