package page

import "testing"

func TestIsolated(t *testing.T) {
	for _, text := range []string{"", "Plain", "“Quoted” – and more…", "漢字", "กรุงเทพ", "👩‍👩‍👧"} {
		if got := isolated(text); got != text {
			t.Errorf("isolated(%q) = %q", text, got)
		}
	}
	for _, text := range []string{"שלום", "abc العربية", "ﷺ", "\u202eabc\u202c", "a\u200fb", "\u2067a\u2069", "𐤀", "𞤀"} {
		if got := isolated(text); got != "\u2068"+text+"\u2069" {
			t.Errorf("isolated(%q) = %q, want it isolated", text, got)
		}
	}
}
