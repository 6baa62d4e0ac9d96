package page

import (
	"testing"

	"actormap/cmd/actormap/lang"
)

func TestIsolated(t *testing.T) {
	v := vocabulary{english(t)}
	for _, text := range []string{"", "Plain", "“Quoted” – and more…", "漢字", "กรุงเทพ", "👩‍👩‍👧"} {
		if got := v.isolated(text); got != text {
			t.Errorf("isolated(%q) = %q", text, got)
		}
	}
	for _, text := range []string{"שלום", "abc العربية", "ﷺ", "\u202eabc\u202c", "a\u200fb", "\u2067a\u2069", "𐤀", "𞤀"} {
		if got := v.isolated(text); got != "\u2068"+text+"\u2069" {
			t.Errorf("isolated(%q) = %q, want it isolated", text, got)
		}
	}
	ar, err := lang.Load("ar")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"": "", "خريطة 2025": "خريطة 2025", "Map": "\u2068Map\u2069", "خريطة NATO": "\u2068خريطة NATO\u2069", "\u2067a\u2069": "\u2068\u2067a\u2069\u2069"} {
		if got := (vocabulary{ar}).isolated(text); got != want {
			t.Errorf("in Arabic, isolated(%q) = %q, want %q", text, got, want)
		}
	}
}
