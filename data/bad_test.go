package data

import (
	"errors"
	"strings"
	"testing"
)

// TestBadFiles holds the message for every class of bad input. The golden file is one page,
// so that the messages can be read as prose.
func TestBadFiles(t *testing.T) {
	var all strings.Builder
	for _, name := range badFiles(t) {
		src := readTestdata(t, "bad/"+name)
		problems := Validate(name, src).Errors()
		if len(problems) == 0 {
			t.Errorf("%s: Validate found nothing wrong", name)
		}
		all.WriteString(problems.Error() + "\n\n")
	}
	checkGolden(t, "bad/messages.txt", all.String())
}

// TestParseIgnoresOnlyUnknownFields checks that Parse refuses what Validate refuses, for the
// same reasons, unknown fields apart.
func TestParseIgnoresOnlyUnknownFields(t *testing.T) {
	for _, name := range badFiles(t) {
		src := readTestdata(t, "bad/"+name)
		var want Problems
		for _, p := range Validate(name, src).Errors() {
			if !strings.HasPrefix(p.Cause, "unknown field") {
				want = append(want, p)
			}
		}
		ds, err := Parse(name, src)
		var got Problems
		if err != nil && !errors.As(err, &got) {
			t.Errorf("%s: Parse returned an error of type %T", name, err)
		}
		if got.Error() != want.Error() {
			t.Errorf("%s: Parse reports\n%v\nwant\n%v", name, got, want)
		}
		if (ds == nil) != (err != nil) {
			t.Errorf("%s: Parse returned dataset %v beside error %v", name, ds, err)
		}
	}
}
