package oembed

import (
	"encoding/json"
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/markup"
	"actormap/cmd/actormap/page"
	"actormap/data"
)

var update = flag.Bool("update", false, "write the golden files again")

// newProvider answers for a card at https://example.org/map/.
func newProvider(t *testing.T, card page.Card) *Provider {
	t.Helper()
	base, err := address.Parse("https://example.org/map/")
	if err != nil {
		t.Fatal(err)
	}
	return NewProvider(base, base.File(EndpointName), card)
}

// titled is the card of a dataset with nothing but texts of its own.
func titled(t *testing.T, title, summary string) page.Card {
	t.Helper()
	words, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return page.NewCard(&data.Dataset{Title: data.Plain(title), Summary: data.Plain(summary), Language: "en", Updated: "2025-02-27"}, words)
}

func TestGolden(t *testing.T) {
	answer, err := newProvider(t, titled(t, "Tiny & all", "Everything <once>.")).Static()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []Format{JSON, XML} {
		got, err := answer.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join("testdata", "answer."+string(f))
		if *update {
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s differs: run go test -update and look at the difference", name)
		}
	}
}

func TestDiscoveryIsAnAddressOfItsOwn(t *testing.T) {
	p := newProvider(t, titled(t, "T", ""))
	if got, want := p.Discovery(XML), "https://example.org/map/oembed?format=xml&url=https%3A%2F%2Fexample.org%2Fmap%2F"; got != want {
		t.Errorf("Discovery(XML) = %q, want %q", got, want)
	}
}

func TestAnswerIsForTheMapOnly(t *testing.T) {
	p := newProvider(t, titled(t, "T", ""))
	for addr, query := range map[string]string{
		"https://example.org/map/": "", "https://example.org/map": "", "https://example.org/map/index.html": "", "https://example.org/map/embed.html": "",
		"https://example.org/map/?select=ada&v=1#r-talk": "?select=ada&v=1", `https://example.org/map/embed.html?a="><b>'`: "?a=%22%3E%3Cb%3E%27",
	} {
		a, ok, err := p.Answer(addr, Limits{})
		if !ok || err != nil {
			t.Errorf("no answer for %s: %v", addr, err)
			continue
		}
		quote, frame := wantMarkup(t, a)
		if got := quote.All("a")[0].Attributes["href"]; got != "https://example.org/map/"+query {
			t.Errorf("%s: it links to %q", addr, got)
		}
		if got := frame.Attributes["src"]; got != "https://example.org/map/embed.html"+query {
			t.Errorf("%s: it frames %q", addr, got)
		}
	}
	for _, addr := range []string{"", "https://example.org/", "https://example.org/map/n/a.html", "https://example.org/map/oembed.json", "https://example.org/map/embed.html/",
		"https://example.org/map//embed.html", "http://example.org/map/", "https://evil.example/map/", "javascript:alert(1)", "https://example.org/map/%zz"} {
		if a, ok, err := p.Answer(addr, Limits{}); ok || err != nil {
			t.Errorf("%q is answered: %v, %v", addr, a, err)
		}
	}
}

// wantMarkup holds the html of an answer to its form and returns its two parts.
func wantMarkup(t *testing.T, a Answer) (quote, frame *markup.Node) {
	t.Helper()
	if !strings.HasPrefix(a.HTML, "<blockquote>") || !strings.HasSuffix(a.HTML, "></iframe>") || !strings.Contains(a.HTML, "</blockquote><iframe ") {
		t.Fatalf("not a quotation and then an iframe: %s", a.HTML)
	}
	tree, err := markup.Parse([]byte(a.HTML))
	if err != nil {
		t.Fatalf("%v: %s", err, a.HTML)
	}
	var names []string
	tree.Walk(func(n *markup.Node) {
		if n.Name != "" {
			names = append(names, n.Name)
		}
	})
	if got := strings.Join(names, " "); got != "blockquote a iframe" || len(tree.Children) != 2 {
		t.Fatalf("the elements are %q: %s", got, a.HTML)
	}
	quote, frame = tree.Children[0], tree.Children[1]
	link := quote.All("a")[0]
	if len(quote.Attributes) != 0 || len(link.Attributes) != 1 || len(frame.Attributes) != 6 || frame.Attributes["style"] != "height:"+frame.Attributes["height"]+"px" || frame.Attributes["frameborder"] != "0" {
		t.Errorf("other attributes than asked for: %s", a.HTML)
	}
	for _, href := range []string{link.Attributes["href"], frame.Attributes["src"]} {
		if !strings.HasPrefix(href, "https://example.org/map/") {
			t.Errorf("it leads to %q", href)
		}
	}
	if text := strings.TrimSuffix(quote.Words(), link.Words()); utf8.RuneCountInString(text) < page.BriefLeast || strings.ContainsAny(a.HTML, "\n\r\t") {
		t.Errorf("%d characters of text, want %d or more in one line: %q", utf8.RuneCountInString(text), page.BriefLeast, a.HTML)
	}
	return quote, frame
}

// wantSameBack decodes both forms of an answer.
func wantSameBack(t *testing.T, a Answer) {
	t.Helper()
	for _, f := range []Format{JSON, XML} {
		body, err := a.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		var back Answer
		if f == XML {
			err = xml.Unmarshal(body, &back)
		} else {
			err = json.Unmarshal(body, &back)
		}
		back.XMLName = a.XMLName
		if err != nil || back != a {
			t.Errorf("%s: %v, %+v became %+v", f, err, a, back)
		}
	}
}

// hostileTexts are the names, titles and notes of the hostile dataset.
func hostileTexts(t *testing.T) []string {
	t.Helper()
	name := filepath.Join("..", "..", "..", "data", "testdata", "hostile.json")
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := data.Parse(name, src)
	if err != nil {
		t.Fatal(err)
	}
	texts := []data.Text{ds.Title, ds.Summary}
	for _, a := range ds.Actors {
		texts = append(append(texts, a.Name, a.Note), a.Aliases...)
	}
	for _, s := range ds.Issues {
		texts = append(texts, s.Name, s.Note)
	}
	var out []string
	for _, text := range texts {
		for _, version := range text.All() {
			out = append(out, version.Text)
		}
	}
	return out
}

func TestHostileTextsStayText(t *testing.T) {
	for _, text := range hostileTexts(t) {
		for _, card := range []page.Card{titled(t, text, "Harmless."), titled(t, "Harmless", text), titled(t, text, strings.Repeat(text+" ", 30))} {
			wantInert(t, card)
		}
	}
}

// wantInert holds an answer to its form and its texts to those of the card.
func wantInert(t *testing.T, card page.Card) {
	t.Helper()
	a, err := newProvider(t, card).Static()
	if err != nil {
		t.Fatal(err)
	}
	quote, frame := wantMarkup(t, a)
	if got, want := quote.Words(), strings.Join(strings.Fields(card.Brief), " ")+" Open the map"; got != want {
		t.Errorf("the quotation is %q, want %q", got, want)
	}
	if got := frame.Attributes["title"]; got != card.Title {
		t.Errorf("the iframe's title is %q, want %q", got, card.Title)
	}
	wantSameBack(t, a)
}

// refused reports whether package data, as XML, refuses a character.
func refused(r rune) bool { return r < ' ' || r == utf8.RuneError || r == 0xfffe || r == 0xffff }

// FuzzText holds the same for whatever text there is.
func FuzzText(f *testing.F) {
	for _, text := range []string{"", " ", "</blockquote><script>", `" onload="x`, "\u202eabc\u202c", "שלום", strings.Repeat("e\u0301", 300), strings.Repeat("👩‍👩‍👧", 80), "]]>&amp;"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, title, summary string) {
		if strings.ContainsFunc(title, refused) || strings.ContainsFunc(summary, refused) {
			return
		}
		wantInert(t, titled(t, title, summary))
	})
}

func TestSizes(t *testing.T) {
	for _, c := range []struct{ maxWidth, maxHeight, want string }{
		{"", "", "800x600"}, {"0800", "", "800x600"}, {"5000", "5000", "800x600"}, {"99999999999999999999", "", "800x600"}, {"4294967300", "", "800x600"},
		{"500", "750", "500x375"}, {"600", "400", "532x399"}, {"", "100", "132x99"}, {"799", "", "796x597"}, {"4", "3", "4x3"}, {"7", "", "4x3"},
	} {
		limits, err := NewLimits(c.maxWidth, c.maxHeight)
		if err != nil {
			t.Fatal(err)
		}
		if s := limits.size(); s.String() != c.want {
			t.Errorf("within %q by %q: %v, want %s", c.maxWidth, c.maxHeight, s, c.want)
		}
	}
	for _, text := range []string{"0", "3", "-1", "+9", "1e3", "500px", " 500", "50.5", "NaN", "٥٠٠", "-99999999999999999999"} {
		if limits, err := NewLimits(text, ""); err == nil {
			t.Errorf("maxwidth=%q is taken as %+v", text, limits)
		}
		if limits, err := NewLimits("", text); err == nil && text != "3" {
			t.Errorf("maxheight=%q is taken as %+v", text, limits)
		}
	}
}

// TestSizeLaws: within the limits, of the ratio, and no larger one would do.
func TestSizeLaws(t *testing.T) {
	for width := 4; width < 900; width += 7 {
		for height := 3; height < 700; height += 5 {
			s := Limits{width, height}.size()
			full := s.width == 800 || s.width+4 > width || s.height+3 > height
			if s.width > width || s.height > height || s.width*3 != s.height*4 || s.width < 4 || !full {
				t.Fatalf("within %dx%d: %v", width, height, s)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	for name, want := range map[string]Format{"": JSON, "json": JSON, "xml": XML} {
		if f, ok := FormatNamed(name); !ok || f != want {
			t.Errorf("FormatNamed(%q) = %q, %v", name, f, ok)
		}
	}
	for _, name := range []string{"JSON", "yaml", "json ", "xml,json"} {
		if f, ok := FormatNamed(name); ok {
			t.Errorf("FormatNamed(%q) = %q", name, f)
		}
	}
}
