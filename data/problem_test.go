package data

import (
	"strings"
	"testing"
)

func TestProblemString(t *testing.T) {
	for _, row := range []struct {
		name    string
		problem Problem
		want    string
	}{
		{"all of it", Problem{"white-house.json", 41, 17, "relations[3].to", `unknown id "putinn"`, `did you mean "putin"?`, Error},
			`white-house.json:41:17: relations[3].to: unknown id "putinn" (did you mean "putin"?)`},
		{"a warning", Problem{"white-house.json", 41, 17, "relations[3].date", "it happened later", "mend it", Warning},
			`white-house.json:41:17: warning: relations[3].date: it happened later (mend it)`},
		{"no path, no cure", Problem{File: "a.json", Line: 1, Column: 1, Cause: "the file is empty"}, `a.json:1:1: the file is empty`},
		{"whole file", Problem{File: "a.json", Cause: "3 more problems are not listed"}, `a.json: 3 more problems are not listed`},
	} {
		if got := row.problem.String(); got != row.want {
			t.Errorf("%s: String() = %q, want %q", row.name, got, row.want)
		}
	}
}

// TestProblemPlaces checks lines and columns: bytes from 1, whatever ends the lines.
func TestProblemPlaces(t *testing.T) {
	const src = "{\"é\": 1,\r\n\"é\": 2,\n\n\t\"😀\": 3, \"e\\u00e9\": 4}"
	want := []string{
		`f:1:1: a dataset needs "actors" (add the field)`,
		`f:1:1: a dataset needs "id" (add the field)`,
		`f:1:1: a dataset needs "language" (add the field)`,
		`f:1:1: a dataset needs "title" (add the field)`,
		`f:1:1: a dataset needs "updated" (add the field)`,
		`f:1:2: ["é"]`, `f:2:1: ["é"]`, `f:2:1: ["é"]`, `f:4:2: ["😀"]`, `f:4:13: ["eé"]`,
	}
	got := Validate("f", []byte(src))
	if len(got) != len(want) {
		t.Fatalf("%d problems, want %d:\n%v", len(got), len(want), got)
	}
	for i, p := range got {
		if s := p.String(); s[:min(len(s), len(want[i]))] != want[i] {
			t.Errorf("problem %d is %q, want %q", i, s, want[i])
		}
	}
}

func TestLongPathsAreCut(t *testing.T) {
	src := strings.Repeat(`{"a":[`, 20) + `"\u0000"` + strings.Repeat("]}", 20)
	problems := Validate("f", []byte(src))
	last := problems[len(problems)-1]
	if want := "….a[0].a[0].a[0].a[0].a[0]"; last.Path != want {
		t.Errorf("the path is %q, want %q", last.Path, want)
	}
}

func TestQuoted(t *testing.T) {
	for _, row := range []struct{ name, s, want string }{
		{"plain", "trade", `"trade"`},
		{"terminal escape", "\x1b[31m", `"\x1b[31m"`},
		{"right-to-left override", "\u202egpj", `"\u202egpj"`},
		{"long", "0123456789012345678901234567890123456789012345678901234567890", `"012345678901234567890123456789012345678901234567890123456789"…`},
	} {
		if got := quoted(row.s); got != row.want {
			t.Errorf("%s: quoted(%q) = %s, want %s", row.name, row.s, got, row.want)
		}
	}
}
