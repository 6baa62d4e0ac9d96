package data

import (
	"strings"
	"testing"
)

func TestIsID(t *testing.T) {
	for _, row := range []struct {
		s    string
		want bool
	}{
		{"a", true},
		{"trump", true},
		{"us-2025", true},
		{"a.b_c-d", true},
		{strings.Repeat("a", MaxIDLength), true},
		{"", false},
		{strings.Repeat("a", MaxIDLength+1), false},
		{"Trump", false},
		{"2025", false},
		{"a b", false},
		{"a--b", false},
		{"a._b", false},
		{"-a", false},
		{"a-", false},
		{".", false},
		{"..", false},
		{"a/b", false},
		{"a%2fb", false},
		{"é", false},
		{"a\x00", false},
		{"a\n", false},
	} {
		if got := isID(row.s); got != row.want {
			t.Errorf("isID(%q) = %t, want %t", row.s, got, row.want)
		}
	}
}

func TestIsReserved(t *testing.T) {
	for s, want := range map[string]bool{
		"constructor": true, "prototype": true, "con": true, "nul.txt": true, "com1": true, "lpt9.a": true,
		"constructors": false, "com": false, "com10": false, "coma": false, "console": false, "a.con": false, "con-1": false,
	} {
		if got := isReserved(s); got != want {
			t.Errorf("isReserved(%q) = %t, want %t", s, got, want)
		}
	}
}

// TestSlugIsAnID checks that the id which a message suggests is one.
func TestSlugIsAnID(t *testing.T) {
	for name, want := range map[string]string{
		"Vladimir Putin": "vladimir-putin", "US": "us", "2025 tariffs": "tariffs", "a--b": "a-b", " -a- ": "a", "Zelenskyy's aid": "zelenskyy-s-aid",
		"Россия": "", "": "", "2025": "", "CON": "", strings.Repeat("x", 99): "",
	} {
		got := slug(name)
		if got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
		if got != "" && (!isID(got) || isReserved(got)) {
			t.Errorf("slug(%q) = %q, which is no id", name, got)
		}
	}
}
