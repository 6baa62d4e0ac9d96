package data

import (
	"fmt"
	"strings"
	"testing"
)

// writeDataset returns a valid dataset of so many actors, issues and relations: the relations
// go from actor to actor round and round, each about an issue where there is one.
func writeDataset(actors, issues, relations int) []byte {
	var b strings.Builder
	b.WriteString(`{"id": "large", "title": "Large", "language": "en", "updated": "2025", "sources": [{"id": "s", "title": "S"}], "actors": [`)
	for i := range actors {
		fmt.Fprintf(&b, "%s\n{\"id\": \"a%d\", \"name\": \"Actor %d\", \"kind\": \"person\"}", comma(i), i, i)
	}
	b.WriteString(`], "issues": [`)
	for i := range issues {
		fmt.Fprintf(&b, "%s\n{\"id\": \"i%d\", \"name\": \"Issue %d\"}", comma(i), i, i)
	}
	b.WriteString(`], "relations": [`)
	for i := range relations {
		about := ""
		if issues > 0 {
			about = fmt.Sprintf(`, "about": ["i%d"]`, i%issues)
		}
		fmt.Fprintf(&b, "%s\n{\"id\": \"r%d\", \"from\": \"a%d\", \"to\": \"a%d\"%s, \"type\": \"state\", \"label\": \"says\", \"evidence\": [{\"source\": \"s\", \"quote\": \"words\"}]}",
			comma(i), i, i%actors, (i+1+i/actors%(actors-1))%actors, about)
	}
	b.WriteString("]}\n")
	return []byte(b.String())
}

// comma returns what stands before the element i of a list.
func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

func TestLimitsOfCounts(t *testing.T) {
	for _, row := range []struct {
		name                      string
		actors, issues, relations int
		want                      string // the cause; empty: none
	}{
		{"the smallest map", 1, 0, 0, ""},
		{"as many nodes as allowed", MaxNodes - 10, 10, 10, ""},
		{"too many actors", MaxNodes + 1, 0, 0, "10001 elements are more than the 10000 allowed"},
		{"too many issues", 2, MaxNodes + 1, 0, "10001 elements are more than the 10000 allowed"},
		{"too many of both together", MaxNodes - 1, 2, 0, "10001 actors and issues together are more than the 10000 allowed"},
		{"too many relations", 9, 0, MaxRelations + 1, "40001 elements are more than the 40000 allowed"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := ""
			for i, p := range Validate("large.json", writeDataset(row.actors, row.issues, row.relations)).Errors() {
				if i > 0 {
					t.Errorf("a second problem: %s", p)
				}
				got = p.Cause
			}
			if got != row.want {
				t.Errorf("Validate reports %q, want %q", got, row.want)
			}
		})
	}
}

// TestProblemsAreCounted checks that a file of nothing but faults is answered briefly.
func TestProblemsAreCounted(t *testing.T) {
	const faults = 2*MaxProblems + 7
	src := `{"id": "f", "title": "F", "language": "en", "updated": "2025", "actors": [` + strings.Repeat("1,\n", faults-1) + `1]}`
	problems := Validate("f.json", []byte(src))
	if len(problems) != MaxProblems+1 {
		t.Fatalf("Validate reports %d problems, want %d and a count", len(problems), MaxProblems)
	}
	last := problems[MaxProblems]
	if want := fmt.Sprintf("f.json: %d more problems are not listed (mend those above first)", faults-MaxProblems); last.String() != want {
		t.Errorf("the last problem is %q, want %q", last, want)
	}
}

// TestHintsAreBounded checks that a file of unknown ids is refused without comparing each
// with every other.
func TestHintsAreBounded(t *testing.T) {
	src := string(writeDataset(2000, 0, 2000))
	src = strings.ReplaceAll(src, `"to": "a`, `"to": "b`)
	d := newDecoder(false)
	ds := d.dataset(rootValue([]byte(src)))
	d.check(ds)
	if got := len(d.found.kept) + d.found.beyond; got != 2000 {
		t.Errorf("%d problems, want 2000", got)
	}
	if d.hints.compared > maxCompared {
		t.Errorf("%d comparisons, want at most %d", d.hints.compared, maxCompared)
	}
}

// The time that the largest map takes to be read.
func BenchmarkParse(b *testing.B) {
	src := writeDataset(MaxNodes-100, 100, MaxRelations)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := Parse("large.json", src); err != nil {
			b.Fatal(err)
		}
	}
}
