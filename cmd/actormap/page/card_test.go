package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"actormap/data"
)

func TestCard(t *testing.T) {
	ds, words := tiny(), english(t)
	got := NewCard(ds, words)
	want := Card{
		Title:       "Tiny & all · as of 27 February 2025 · corrected March 2025",
		Description: "Everything once.",
		Lang:        "en", SiteName: "Actor map", Open: "Open the map",
		Brief: "Tiny & all, as of 27 February 2025, corrected March 2025. Everything once.",
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	ds.Summary, ds.Updated, ds.Corrections, ds.Publisher = data.Text{}, "", nil, data.Plain("The Press")
	ds.Title = data.InLanguages(data.Tagged{Tag: "ar", Text: "خريطة"})
	got = NewCard(ds, words)
	want = Card{
		Title:       "\u2068خريطة\u2069",
		Description: "5 actors, 2 issues and 6 relations, from 2 sources.",
		Lang:        "ar", SiteName: "The Press", Open: "Open the map",
		Brief: "\u2068خريطة\u2069. " + words.Say("card.what"),
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestBrief(t *testing.T) {
	v := vocabulary{english(t)}
	long := strings.Repeat("Ten chars ", 30)
	for _, c := range []struct{ name, title, asOf, summary, want string }{
		{"long enough", "A title", "2025", "A summary that is long enough to need nothing after it.", "A title, as of 2025. A summary that is long enough to need nothing after it."},
		{"a question", "Who?", "", long[:60], "Who? " + strings.TrimSpace(long[:60])},
		{"a long summary", "Who", "", long, "Who. " + long[:199] + "…"},
		{"a long title", long, "", "", long[:119] + "…"},
		{"line breaks", "A\n title", "", "two\r\n\r\nlines, and then enough of them to fill sixty characters", "A title. two lines, and then enough of them to fill sixty characters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := v.brief(c.title, c.asOf, c.summary); !strings.HasPrefix(got, c.want) || len(c.want) >= BriefLeast && got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestShortened(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"short", "  a   b ", "a b"},
		{"as long as may be", "abcdefghij", "abcdefghij"},
		{"between words", "abcd efg, hijk", "abcd efg…"},
		{"no words", "abcdefghijklm", "abcdefghi…"},
		{"an accent is kept on its letter", "abcdefghi\u0301jkl", "abcdefgh…"},
		{"a joined emoji is whole or gone", "abcdefg👩\u200d👩xyz", "abcdefg…"},
		{"directions that are cut off", "\u202eabcdefghijklm\u202c", "abcdefghi…"},
		{"directions that are not", "\u202eabc\u202c", "\u202eabc\u202c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shortened(c.in, 10); got != c.want || utf8.RuneCountInString(got) > 10 {
				t.Errorf("shortened(%q, 10) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestLocale(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en", "en-gb": "en_GB", "pt-BR": "pt_BR", "zh-Hant": "zh", "zh-Hant-TW": "zh_TW", "DE-at": "de_AT", "en-x-us": "en", "es-419": "es", "de-CH-1996": "de_CH",
	} {
		if got := locale(tag); got != want {
			t.Errorf("locale(%q) = %q, want %q", tag, got, want)
		}
	}
}
