package data

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParse checks what must hold for any bytes: no panic; a dataset or an error, never
// both; Validate finds all that Parse refuses; each problem stands inside the file and its
// message can be printed; the same again gives the same.
func FuzzParse(f *testing.F) {
	for _, name := range goodFiles {
		f.Add(readTestdata(f, name))
	}
	for _, name := range badFiles(f) {
		f.Add(readTestdata(f, "bad/"+name))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		problems := Validate("f.json", src)
		ds, err := Parse("f.json", src)
		if (ds == nil) == (err == nil) {
			t.Fatalf("Parse returned dataset %v beside error %v", ds, err)
		}
		if len(problems.Errors()) == 0 && err != nil {
			t.Fatalf("Validate finds nothing wrong, Parse says %v", err)
		}
		for _, p := range problems {
			checkProblem(t, p, src)
		}
		again, _ := Parse("f.json", src)
		if !reflect.DeepEqual(ds, again) {
			t.Errorf("Parse gives %+v, then %+v", ds, again)
		}
	})
}

// checkProblem fails unless p stands inside src and its message is one line of plain text.
func checkProblem(t *testing.T, p Problem, src []byte) {
	t.Helper()
	lines := strings.Split(string(src), "\n")
	switch {
	case p.Line == 0 && strings.Contains(p.Cause, "more problems"):
	case p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len(lines[p.Line-1])+1:
		t.Errorf("%s: no such place in a file of %d lines", p, len(lines))
	}
	message := p.String()
	if !utf8.ValidString(message) || p.Cause == "" || len(message) > 10_000 {
		t.Errorf("not a message: %q", message)
	}
	for _, r := range message {
		if r < ' ' || r == 0x7F || closerOf(r) != 0 || r == popFormatting || r == popIsolate {
			t.Errorf("the message %q holds %U", message, r)
		}
	}
}

// FuzzScan checks scan, and the strings that gjson makes of what it accepts, against
// encoding/json.
func FuzzScan(f *testing.F) {
	for _, s := range []string{`{"a": [1, -0.5e+3, true, null, "\u00e9\ud83d\ude00\/"]}`, `[1,]`, `"\ud800"`, "\"\xff\"", `{"a":1,"a":2}`, `[0.1e]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		checkAgainstStandardLibrary(t, src)
		if scan(src) != nil {
			return
		}
		d := newDecoder(false)
		root := rootValue(src)
		d.lint(root)
		var want any
		if err := json.Unmarshal(src, &want); err != nil || len(d.found.kept) > 0 {
			return // numbers beyond float64, and what a dataset may not hold
		}
		if got := root.Value(); !reflect.DeepEqual(got, want) {
			t.Errorf("gjson reads %q as %#v, want %#v", src, got, want)
		}
	})
}
