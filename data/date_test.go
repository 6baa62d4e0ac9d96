package data

import "testing"

func TestParseDate(t *testing.T) {
	for _, row := range []struct {
		s                string
		ok               bool
		year, month, day int
	}{
		{"2025", true, 2025, 0, 0},
		{"2025-02", true, 2025, 2, 0},
		{"2025-02-27", true, 2025, 2, 27},
		{"0001-01-01", true, 1, 1, 1},
		{"9999-12-31", true, 9999, 12, 31},
		{"2024-02-29", true, 2024, 2, 29},
		{"2000-02-29", true, 2000, 2, 29},
		{"1900-02-29", false, 0, 0, 0},
		{"2025-02-29", false, 0, 0, 0},
		{"2025-04-31", false, 0, 0, 0},
		{"2025-00", false, 0, 0, 0},
		{"2025-13", false, 0, 0, 0},
		{"2025-01-00", false, 0, 0, 0},
		{"2025-01-32", false, 0, 0, 0},
		{"0000", false, 0, 0, 0},
		{"", false, 0, 0, 0},
		{"25", false, 0, 0, 0},
		{"2025-2-7", false, 0, 0, 0},
		{"2025/02/27", false, 0, 0, 0},
		{"20250227", false, 0, 0, 0},
		{"2025-02-27T10:00", false, 0, 0, 0},
		{"２０２５", false, 0, 0, 0},
		{"-202", false, 0, 0, 0},
	} {
		d, ok := parseDate(row.s)
		if ok != row.ok {
			t.Errorf("parseDate(%q) ok = %t, want %t", row.s, ok, row.ok)
			continue
		}
		if y, m, day := d.Parts(); ok && (y != row.year || m != row.month || day != row.day) {
			t.Errorf("parseDate(%q).Parts() = %d, %d, %d, want %d, %d, %d", row.s, y, m, day, row.year, row.month, row.day)
		}
	}
}

func TestUnknownDateHasNoParts(t *testing.T) {
	if y, m, d := Date("").Parts(); y != 0 || m != 0 || d != 0 {
		t.Errorf(`Date("").Parts() = %d, %d, %d, want zeros`, y, m, d)
	}
}

func TestDateBefore(t *testing.T) {
	for _, row := range []struct {
		d, e Date
		want bool
	}{
		{"2025-02-26", "2025-02-27", true},
		{"2025-02-27", "2025-02-27", false},
		{"2024-12-31", "2025-01-01", true},
		{"2025", "2025-02-27", false},
		{"2024", "2025-02-27", true},
		{"2025-02", "2025-03-01", true},
		{"2025-02", "2025", false},
	} {
		if got := row.d.Before(row.e); got != row.want {
			t.Errorf("%s.Before(%s) = %t, want %t", row.d, row.e, got, row.want)
		}
		if row.want && row.e.Before(row.d) {
			t.Errorf("%s and %s are each before the other", row.d, row.e)
		}
	}
}
