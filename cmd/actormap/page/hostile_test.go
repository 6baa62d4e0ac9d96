package page

import (
	"fmt"
	"strings"
	"testing"

	"actormap/cmd/actormap/markup"
	"actormap/data"
)

// hostileTexts are what a dataset may hold and a page must show as text.
func hostileTexts() []string {
	return []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</bdi></section></title><h1>`,
		`<!-- `, `--> `, `]]>`, `&lt;b&gt;&amp;`, `{{.Root}}`, `{{template "page" .}}`, `javascript:alert(1)`, "`${alert(1)}`", `\"\\`, `%3Cscript%3E`,
		"\u202bשלום\u202c", "zero\u200bwidth\ufeff", "👩‍👩‍👧", strings.Repeat("W", 80), "a\u0301\u0301\u0301", "=cmd|' /C calc'!A0",
	}
}

// retold returns the tiny dataset with every text replaced.
func retold(text func() data.Text) *data.Dataset {
	ds := tiny()
	replace := func(list ...*data.Text) {
		for _, t := range list {
			if !t.Empty() {
				*t = text()
			}
		}
	}
	evidence := func(list []data.Evidence) {
		for i := range list {
			replace(&list[i].Quote)
		}
	}
	replace(&ds.Title, &ds.Summary, &ds.Corrections[0].Text)
	for i := range ds.Sources {
		replace(&ds.Sources[i].Title, &ds.Sources[i].Publisher, &ds.Sources[i].Author)
	}
	for i := range ds.Actors {
		a := &ds.Actors[i]
		replace(&a.Name, &a.Note)
		for j := range a.Aliases {
			replace(&a.Aliases[j])
		}
		for j := range a.Of {
			replace(&a.Of[j].Role)
			evidence(a.Of[j].Evidence)
		}
	}
	for i := range ds.Issues {
		replace(&ds.Issues[i].Name)
	}
	for i := range ds.Relations {
		r := &ds.Relations[i]
		replace(&r.Label, &r.When, &r.Place, &r.If)
		evidence(r.Evidence)
	}
	return ds
}

// skeleton writes a document without its texts: elements, attribute names, and the values
// of attributes that lead somewhere.
func skeleton(n *markup.Node) string {
	var b strings.Builder
	n.Walk(func(m *markup.Node) {
		if m.Name == "" {
			return
		}
		fmt.Fprintf(&b, "%s/%d %s %s\n", m.Name, len(m.Attributes), m.Attributes["href"], m.Attributes["src"])
	})
	return b.String()
}

func TestHostileTextsChangeTextOnly(t *testing.T) {
	harmless := parseAll(t, render(t, retold(func() data.Text { return data.Plain("harmless") }), publicAssets(t)))
	for _, nasty := range hostileTexts() {
		hostile := parseAll(t, render(t, retold(func() data.Text { return data.Plain(nasty) }), publicAssets(t)))
		for file, tree := range hostile {
			if skeleton(tree) != skeleton(harmless[file]) {
				t.Errorf("%s: %q changed the elements", file, nasty)
			}
			if got := tree.All("h1")[0].Words(); got != strings.Join(strings.Fields(nasty), " ") {
				t.Errorf("%s: the title %q became %q", file, nasty, got)
			}
			v := vocabulary{english(t)}
			if got, want := told(t, tree)["og:title"], v.isolated(nasty)+" · as of 27 February 2025 · corrected March 2025"; got != want {
				t.Errorf("%s: the card's title is %q, want %q", file, got, want)
			}
		}
	}
}

// FuzzText holds the same for whatever text there is.
func FuzzText(f *testing.F) {
	for _, text := range hostileTexts() {
		f.Add(text)
	}
	var want string // the skeleton of the same without what is hostile
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range text {
			if r < ' ' || r == '\ufffd' || r == 0xfffe || r == 0xffff {
				return // package data refuses them, and XML, which reads the page back here
			}
		}
		if strings.TrimSpace(text) == "" {
			return
		}
		if want == "" {
			want = skeleton(parseAll(t, render(t, retold(func() data.Text { return data.Plain("harmless") }), tinyAssets()))["index.html"])
		}
		got := parseAll(t, render(t, retold(func() data.Text { return data.Plain(text) }), tinyAssets()))["index.html"]
		if skeleton(got) != want {
			t.Errorf("%q changed the elements", text)
		}
	})
}

// TestDangerousAddressesAreNoLinks holds even for a dataset that nobody has checked.
func TestDangerousAddressesAreNoLinks(t *testing.T) {
	ds := tiny()
	ds.Actors[2].URL, ds.Sources[0].URL, ds.Sources[0].Archive = "javascript:alert(1)", "data:text/html,x", "vbscript:x"
	for file, tree := range parseAll(t, render(t, ds, tinyAssets())) {
		for _, a := range tree.All("a") {
			scheme, _, ok := strings.Cut(a.Attributes["href"], ":")
			if ok && scheme != "https" && scheme != "http" {
				t.Errorf("%s: a link to %q", file, a.Attributes["href"])
			}
		}
	}
}
