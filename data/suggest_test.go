package data

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	words := []string{"putin", "trump", "starmer", "us", "uk"}
	for word, want := range map[string]string{
		"putinn": "putin", "puttin": "putin", "ptuin": "putin", "utin": "putin", "starmre": "starmer", "strmr": "starmer",
		"macron": "", "": "", "u": "", "eu": "", strings.Repeat("putin", 20): "",
	} {
		var h hinter
		if want != "" {
			want = `did you mean "` + want + `"?`
		}
		if got := h.nearest(word, words); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestEdits checks the counting against its laws and some known distances.
func TestEdits(t *testing.T) {
	words := []string{"", "a", "ab", "ba", "abc", "acb", "trump", "turmp", "starmer", "stammer"}
	for _, a := range words {
		for _, b := range words {
			n := edits(a, b)
			if n != edits(b, a) {
				t.Errorf("edits(%q, %q) = %d, the other way round %d", a, b, n, edits(b, a))
			}
			if (n == 0) != (a == b) || n < len(a)-len(b) || n > max(len(a), len(b)) {
				t.Errorf("edits(%q, %q) = %d, which cannot be", a, b, n)
			}
		}
	}
	for _, row := range []struct {
		a, b string
		want int
	}{{"ab", "ba", 1}, {"trump", "turmp", 1}, {"kitten", "sitting", 3}, {"starmer", "stammer", 1}} {
		if got := edits(row.a, row.b); got != row.want {
			t.Errorf("edits(%q, %q) = %d, want %d", row.a, row.b, got, row.want)
		}
	}
}
