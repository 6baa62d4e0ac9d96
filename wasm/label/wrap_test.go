package label

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		maxWidth   float64
		maxLines   int
		want       string // lines joined by |
	}{
		{"empty", "", 100, 3, ""},
		{"only white space", " \t\n ", 100, 3, ""},
		{"no lines allowed", "Trade", 100, 0, ""},
		{"fits on one line", "Donald Trump", 120, 3, "Donald Trump"},
		{"white space collapses", "  Donald \n Trump ", 120, 3, "Donald Trump"},
		{"two lines", "Donald Trump", 60, 3, "Donald|Trump"},
		{"evenly filled", "US policy on the Middle East", 130, 3, "US policy on|the Middle East"},
		{"too many lines end in an ellipsis", "one two three four five six seven", 40, 2, "one|two…"},
		{"a word a little long stays whole", "Volodymyr Zelenskyy", 60, 3, "Volodymyr|Zelenskyy"},
		{"a word far too long is broken", strings.Repeat("a", 30), 60, 9, "aaaaaaaa|aaaaaaaa|aaaaaaaa|aaaaaa"},
		{"marks stay with their letter", strings.Repeat("e\u0301", 5), 5, 9, strings.TrimSuffix(strings.Repeat("e\u0301|", 5), "|")},
		{"after a hyphen", "Russia-Ukraine", 60, 3, "Russia-|Ukraine"},
		{"not between figures", "1914-1918", 50, 3, "1914-1918"},
		{"ideographs", "中华人民共和国外交部", 60, 3, "中华人民共|和国外交部"},
		{"Korean breaks at spaces", "대한민국 외교부 장관", 60, 3, "대한민국|외교부|장관"},
		{"a long Korean word stays whole", "민주사회를위한 변호사모임", 60, 3, "민주사회를위한|변호사모임"},
		{"Korean with its particle behind foreign letters", "LG전자와 中國의 협상", 48, 4, "LG전자와|中國의|협상"},
		{"a full-width sign between Korean words", "대한민국、조선민주주의", 60, 3, "대한민국、|조선민주주의"},
		{"figures and Korean", "제3차 4국회담결과", 46, 4, "제3차|4국회담결과"},
		{"letters of Korean", "ㅋㅋㅋㅋ ㅎㅎㅎㅎ", 40, 3, "ㅋㅋㅋㅋ|ㅎㅎㅎㅎ"},
		{"hyphens break Korean", "남북-고위급회담", 60, 3, "남북-|고위급회담"},
		{"a Korean word far too long is broken", "가나다라마바사아자차카타파하", 60, 3, "가나다라마|바사아자차|카타파하"},
		{"Japanese beside Korean keeps its breaks", "中华人民共和国 한국", 48, 3, "中华人|民共和|国 한국"},
		{"no line begins with a full stop", "中华人民。", 48, 3, "中华人|民。"},
		{"no room for anything", "ab", 0, 3, "a|b"},
		{"invalid bytes", "a\xffb", 100, 3, "a\uFFFDb"},
		{"flags and families are one character", strings.Repeat("🇫🇷", 3), 5, 3, "🇫🇷|🇫🇷|🇫🇷"},
		{"right to left", "محمد بن سلمان", 60, 3, "محمد بن|سلمان"},
	} {
		if got := strings.Join(Wrap(c.text, 12, 400, c.maxWidth, c.maxLines), "|"); got != c.want {
			t.Errorf("%s: Wrap(%q, %v px, %d lines) = %q, want %q", c.name, c.text, c.maxWidth, c.maxLines, got, c.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Russia's war with Ukraine", 90.0, 2)
	f.Add("a\xff\x00 \u202e中。👩\u200d👩 ", 1.0, 5)
	f.Add("\u0301\u0301 -/– ", 30.0, 1)
	f.Add("漢字かな交じり文。1914-18 e\u0301", 33.5, 4)
	f.Fuzz(func(t *testing.T, text string, maxWidth float64, maxLines int) {
		if len(text) > 2000 || maxLines > 50 {
			return
		}
		lines := Wrap(text, 12, 400, maxWidth, maxLines)
		if len(lines) > max(maxLines, 0) {
			t.Fatalf("%d lines of at most %d", len(lines), maxLines)
		}
		whole := strings.Join(strings.Fields(clean(text)), "")
		shownText := strings.Join(strings.Fields(strings.Join(lines, "")), "")
		if head, cut := strings.CutSuffix(shownText, Ellipsis); shownText != whole && (!cut || !strings.HasPrefix(whole, head)) && maxLines > 0 {
			t.Fatalf("%q shows %q", whole, shownText)
		}
		for _, l := range lines {
			if !utf8.ValidString(l) || strings.ContainsAny(l, "\n\r\t") || strings.TrimSpace(l) != l {
				t.Fatalf("bad line %q", l)
			}
			one := 2 * 12 * widestEm // a character and an ellipsis always get their room
			if w := Width(l, 12, 400); w > max(overhang*maxWidth, one)+1e-6 && strings.ContainsRune(l, ' ') {
				t.Fatalf("line %q is %v px wide, more than %v", l, w, maxWidth)
			}
		}
	})
}
