package lang

import "testing"

func TestDate(t *testing.T) {
	c := load(t, "en")
	for _, d := range []struct {
		date string
		want string
		ok   bool
	}{
		{"2025-02-26", "26 February 2025", true},
		{"2025-02-01", "1 February 2025", true},
		{"2024-02-29", "29 February 2024", true},
		{"2025-12", "December 2025", true},
		{"1066", "1066", true},
		{"0999-01", "January 999", true},
		{"", "", false},
		{"2025-13", "2025-13", false},
		{"2025-02-30", "2025-02-30", false},
		{"25-02", "25-02", false},
		{"2025-2-3", "2025-2-3", false},
		{"2025-02-26-01", "2025-02-26-01", false},
		{"last week", "last week", false},
	} {
		if got, ok := c.Date(d.date); got != d.want || ok != d.ok {
			t.Errorf("Date(%q) = %q, %v, want %q, %v", d.date, got, ok, d.want, d.ok)
		}
	}
}
