package data

import "testing"

func TestTextIn(t *testing.T) {
	text := InLanguages(Tagged{"en", "colour"}, Tagged{"en-US", "color"}, Tagged{"zh-Hant", "顏色"}, Tagged{"de", "Farbe"})
	for _, row := range []struct {
		name, ask, text, tag string
	}{
		{"as asked", "de", "Farbe", "de"},
		{"case does not count", "EN-us", "color", "en-US"},
		{"cut from the right", "de-AT-1996", "Farbe", "de"},
		{"script kept", "zh-Hant-TW", "顏色", "zh-Hant"},
		{"single letter cut too", "en-a-bbb", "colour", "en"},
		{"longer one is not taken", "zh", "colour", "en"},
		{"unknown: the first", "fr", "colour", "en"},
		{"nothing asked: the first", "", "colour", "en"},
	} {
		if got, tag := text.In(row.ask); got != row.text || tag != row.tag {
			t.Errorf("%s: In(%q) = %q, %q, want %q, %q", row.name, row.ask, got, tag, row.text, row.tag)
		}
	}
	if got, tag := Plain("trade").In("ar"); got != "trade" || tag != "" {
		t.Errorf(`Plain("trade").In("ar") = %q, %q, want "trade" and no tag`, got, tag)
	}
}

func TestTextEmpty(t *testing.T) {
	var zero Text
	if !zero.Empty() || len(zero.All()) != 0 {
		t.Errorf("the zero Text: Empty() = %t, All() = %v, want true and none", zero.Empty(), zero.All())
	}
	for _, text := range []Text{Plain("a"), InLanguages(Tagged{"en", "a"})} {
		if text.Empty() || len(text.All()) != 1 {
			t.Errorf("%v: Empty() = %t, All() = %v, want false and one", text, text.Empty(), text.All())
		}
	}
}
