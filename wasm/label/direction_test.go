package label

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

func TestRightToLeft(t *testing.T) {
	for _, row := range []struct {
		name, text  string
		rightToLeft bool
	}{
		{"empty", "", false},
		{"latin", "Hamas", false},
		{"no letter", "2025 +1", false},
		{"hebrew", "ישראל", true},
		{"arabic", "حماس", true},
		{"arabic after digits", "7 أكتوبر", true},
		{"arabic-indic digits alone", "٧٧", false},
		{"arabic presentation form", "\uFEB3", true},
		{"hebrew presentation form", "\uFB2A", true},
		{"adlam", "\U0001E900", true},
		{"imperial aramaic", "\U00010840", true},
		{"latin first", "PLO (منظمة)", false},
		{"latin in the middle", "حزب العمال الكردستاني PKK في العراق", true},
		{"arabic in the middle", "Ali علي 123 (ب) x", false},
		{"greek", "Ελλάδα", false},
		{"devanagari, just above the range", "\u0905", false},
		{"han", "中国", false},
		{"emoji first, then arabic", "🕊 سلام", true},
		{"a prime is no letter", "\u02B9حماس", true},
		{"an ayin is one", "\u02BFAbd حماس", false},
		{"a mark decides", "\u200F2025 PLO", true},
		{"a mark of left to right decides", "\u200Eحماس", false},
		{"an isolate decides nothing", "\u2068Ali\u2069 حماس", true},
		{"isolates within isolates", "\u2067\u2068Ali\u2069 x\u2069 حماس", true},
		{"an isolate that nobody ends", "\u2068حماس", false},
		{"an end without an isolate", "\u2069حماس", true},
		{"an embedding decides nothing", "\u202Bابي", true},
	} {
		if got := RightToLeft(row.text); got != row.rightToLeft {
			t.Errorf("%s: RightToLeft(%q) = %t, want %t", row.name, row.text, got, row.rightToLeft)
		}
	}
}

// TestLettersHaveUnicodesDirection holds every letter against the table of the Unicode Character Database.
func TestLettersHaveUnicodesDirection(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.IsLetter(r) && !unicode.In(r, unicode.Mc, unicode.Nl) && r != 0x200E && r != 0x200F && r != 0x061C {
			continue
		}
		p, _ := bidi.LookupRune(r)
		class := p.Class()
		strong, rightToLeft := class == bidi.L || class == bidi.R || class == bidi.AL, class == bidi.R || class == bidi.AL
		if got := isStrong(r); got != strong {
			t.Errorf("%U is strong: %t, want %t", r, got, strong)
		}
		if got := RightToLeft(string(r)); got != rightToLeft {
			t.Errorf("%U is right to left: %t, want %t", r, got, rightToLeft)
		}
	}
}
