package label

import (
	"testing"
	"unicode/utf8"
)

// A measurement is the width of a text in em as Chromium measured it: the widest of DejaVu
// Sans, Liberation Sans and Noto Sans with the Noto faces of the other scripts.
type measurement struct {
	text          string
	regular, bold float64
}

func measured() []measurement {
	return []measurement{
		{"Donald Trump", 6.977, 7.846},
		{"Volodymyr Zelenskyy", 10.705, 12.039},
		{"Russia’s war with Ukraine", 12.834, 14.636},
		{"WWW @ 100 % — “quoted”", 13.973, 15.440},
		{"Åse Øvergård-Çelik", 9.611, 10.846},
		{"Łódź, Žižkov & Škoda", 10.657, 11.986},
		{"Ελληνική Δημοκρατία", 10.936, 12.239},
		{"Владимир Путин", 8.866, 9.720},
		{"Міністерство щастя", 10.395, 11.373},
		{"Հայաստան Բանակ", 10.417, 10.258},
		{"בנימין נתניהו", 5.419, 5.981},
		{"محمد بن سلمان آل سعود", 10.668, 12.445},
		{"جمهوری اسلامی ایران", 9.277, 11.120},
		{"नरेन्द्र मोदी प्रधानमंत्री", 7.471, 8.184},
		{"นายกรัฐมนตรี", 5.599, 5.881},
		{"საქართველო", 7.006, 7.316},
		{"中华人民共和国", 7.000, 7.000},
		{"日本国政府カナ", 7.000, 7.000},
		{"대한민국 정부", 5.838, 5.868},
		{"👩\u200d👩\u200d👧\u200d👦🏳\ufe0f\u200d🌈🇫🇷", 4.801, 4.801},
		{"éäo̧", 1.840, 2.040},
		{"Tiếng Việt Nguyễn", 9.182, 10.389},
		{"বাংলাদেশ সরকার", 7.188, 7.678},
		{"தமிழ்நாடு அரசு", 8.133, 8.990},
	}
}

// wastefulFactor is how far above the measurement a bound may lie: kerning, ligatures and
// joined letters make real texts narrower than the sum of their letters.
const wastefulFactor = 1.55 // Devanagari conjuncts; Latin has its own, closer test

func TestWidthBounds(t *testing.T) {
	for _, m := range measured() {
		for _, c := range []struct {
			weight int
			em     float64
		}{{400, m.regular}, {600, m.bold}} {
			got := Width(m.text, 100, c.weight) / 100
			if got < c.em {
				t.Errorf("Width(%q, weight %d) = %.3f em, below the measured %.3f", m.text, c.weight, got, c.em)
			}
			if got > c.em*wastefulFactor && m.text[0] < 0xF0 { // emoji that do not join in every face
				t.Errorf("Width(%q, weight %d) = %.3f em, wasteful: measured %.3f", m.text, c.weight, got, c.em)
			}
		}
	}
}

func TestWidthIsTightForLatin(t *testing.T) {
	const text, regular = "Russia’s war with Ukraine", 12.834
	if got := Width(text, 1, 400); got > regular*1.03 {
		t.Errorf("Width(%q) = %.3f em, more than 3 %% above the widest face's %.3f", text, got, regular)
	}
}

func TestWidthOfSigns(t *testing.T) {
	for _, c := range []struct {
		name, text string
		em         float64
	}{
		{"empty", "", 0},
		{"combining marks take nothing", "\u0301\u0302", 0},
		{"controls of direction take nothing", "\u200e\u202b\u2066", 0},
		{"joiners take nothing", "\u200c\u200d\ufe0f", 0},
		{"an ideograph is the em square", "漢", 1},
		{"a newline is a space", "\n", Width(" ", 1, 400)},
		{"an emoji", "🌍", 1.4},
		{"a modifier merges", "👍🏽", 1.4},
	} {
		if got := Width(c.text, 1, 400); got != c.em {
			t.Errorf("%s: Width(%q) = %v em, want %v", c.name, c.text, got, c.em)
		}
	}
}

func TestTablesAreWhole(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		for _, bold := range []bool{false, true} {
			if em := advanceEm(r, bold); em < 0 || em > widestEm {
				t.Fatalf("advance of %U = %v em, outside 0 to %v", r, em, widestEm)
			}
		}
	}
	for _, c := range []struct {
		name           string
		regular, bold  string
		first, another rune
	}{
		{"basic", regularBasic, boldBasic, 0x20, 0x700},
		{"indic", regularIndic, boldIndic, 0x900, 0xF00},
		{"georgian", regularGeorgian, boldGeorgian, 0x10A0, 0x1100},
		{"latin more", regularLatinMore, boldLatinMore, 0x1E00, 0x2000},
		{"punctuation", regularPunctuation, boldPunctuation, 0x2000, 0x2070},
		{"currency", regularCurrency, boldCurrency, 0x20A0, 0x20D0},
		{"letterlike", regularLetterlike, boldLetterlike, 0x2100, 0x2150},
	} {
		if want := int(c.another - c.first); len(c.regular) != want || len(c.bold) != want {
			t.Errorf("%s: %d and %d entries, want %d each", c.name, len(c.regular), len(c.bold), want)
		}
	}
}

func TestWidthAdds(t *testing.T) {
	// Cutting a text anywhere between characters divides its width: Wrap relies on it.
	const text = "Żelazko أهلا 漢字 -"
	for i := range text {
		whole, parts := Width(text, 12, 600), Width(text[:i], 12, 600)+Width(text[i:], 12, 600)
		if d := whole - parts; d > 1e-9 || d < -1e-9 {
			t.Errorf("cut at %d: %v + rest = %v, whole %v", i, Width(text[:i], 12, 600), parts, whole)
		}
	}
}
