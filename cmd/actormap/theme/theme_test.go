package theme

import (
	"bytes"
	"image"
	"image/png"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"actormap/wasm/display"
)

const plain = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 16"><path d="M0 0h9" fill="url(#a)"/></svg>`

// read reads a theme beside which there are some logos.
func read(t *testing.T, theme string) (*Theme, error) {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	svg := func(body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Replace(body, "<svg ", `<svg xmlns="http://www.w3.org/2000/svg" `, 1))}
	}
	return Read(fstest.MapFS{
		"theme.json":   {Data: []byte(theme)},
		"art/mark.svg": {Data: []byte(plain)}, "bare.svg": {Data: []byte(`<svg viewBox="0 0 1 1"></svg>`)}, "mark.png": {Data: out.Bytes()}, "mark.gif": {}, "text.png": {Data: []byte("text")},
		"script.svg":    svg(`<svg viewBox="0 0 1 1"><script>1</script></svg>`),
		"click.svg":     svg(`<svg viewBox="0 0 1 1" onload="go()"></svg>`),
		"linked.svg":    svg(`<svg viewBox="0 0 1 1"><use href="https://example.org/#a"/></svg>`),
		"loads.svg":     svg(`<svg viewBox="0 0 1 1"><path fill="url(#a) url(x)"/></svg>`),
		"escaped.svg":   svg(`<svg viewBox="0 0 1 1"><path style="fill:\75rl(x)"/></svg>`),
		"entity.svg":    svg(`<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"></svg>`),
		"shapeless.svg": svg(`<svg width="8"></svg>`), "page.svg": svg(`<html viewBox="0 0 1 1"></html>`), "long.svg": svg(`<svg viewBox="0 0 90 1"></svg>`),
	}, "theme.json")
}

func TestAThemeIsVariablesAndALogo(t *testing.T) {
	th, err := read(t, `{"serif": "Iowan Old Style, '微软雅黑', serif", "sans": "\"My Sans\", system-ui",
		"accent": {"light": "#0A6B3D", "dark": "#6fd3a1"}, "logo": {"file": "art/mark.svg", "alt": "The  Paper"}}`)
	if err != nil {
		t.Fatal(err)
	}
	css := string(th.CSS())
	for _, want := range []string{
		`:root { --serif: "Iowan Old Style", "\5fae \8f6f \96c5 \9ed1 ", serif; }`, `:root { --sans: "My Sans", system-ui; }`,
		`:root { --accent: #0a6b3d; }`, `@supports (color: light-dark(#000, #fff)) { :root { --accent: light-dark(#0a6b3d, #6fd3a1); } }`,
	} {
		if !strings.Contains(css, want) {
			t.Errorf("the style sheet lacks %s:\n%s", want, css)
		}
	}
	for _, name := range regexp.MustCompile(`--[a-z]+`).FindAllString(css, -1) {
		if name != "--serif" && name != "--sans" && name != "--accent" {
			t.Errorf("the style sheet sets %s: a theme has faces and an accent alone", name)
		}
	}
	if l := th.Logo; l.Name != "logo.svg" || l.Alt != "The Paper" || l.Width != 160 || string(l.Body) != plain {
		t.Errorf("the logo is %+v", l)
	}
	th, err = read(t, "\xEF\xBB\xBF"+`{"logo": {"file": "mark.png", "alt": "A mark"}}`)
	if err != nil || th.Logo.Name != "logo.png" || th.Logo.Width != 48 || len(th.CSS()) != 0 {
		t.Errorf("a theme of a PNG alone is %+v, %v", th, err)
	}
}

// TestWhatIsNoThemeIsRefused: each error says where, what and how to mend it.
func TestWhatIsNoThemeIsRefused(t *testing.T) {
	logo := func(file string) string { return `{"logo": {"file": "` + file + `", "alt": "x"}}` }
	for _, tt := range []struct{ theme, want string }{
		{`[]`, "the file: it is no JSON object of accent, logo, sans, serif"},
		{`{"serif": }`, "the file: it is no JSON object of accent, logo, sans, serif (byte 11:"},
		{`{"cooperation": "#ff0000"}`, "cooperation: a theme has no such key: there are accent, logo, sans, serif (the colours of lines are the same on every site)"},
		{`{"accent": {"light": "#000000", "dark": "#ffffff", "paper": "#fff"}}`, "accent.paper: a theme has no such key: there are dark, light"},
		{`{"accent": {"light": "#000000"}}`, `accent: "dark" is missing: give it`},
		{`{"accent": {"light": "#ffff00", "dark": "#ffff00"}}`, "accent.light: #ffff00 has a contrast of 1.0 to the paper #fcfbf8, which is too little to see a mark by: take a darker colour with 3 or more"},
		{`{"accent": {"light": "#000000", "dark": "#333333"}}`, "accent.dark: #333333 has a contrast of 1.4 to the paper #14171c, which is too little to see a mark by: take a lighter colour"},
		{`{"accent": {"light": "red", "dark": "#ffffff"}}`, `accent.light: "red" is no colour such as #8a3fc7`},
		{`{"accent": {"light": "#000000;}", "dark": "#ffffff"}}`, "is no colour such as #8a3fc7"},
		{`{"serif": 3}`, "serif: 3 is no text in quotation marks"},
		{`{"serif": ""}`, `serif: "" is no text in quotation marks, or an empty one`},
		{`{"serif": "Georgia"}`, `serif: the list ends with "Georgia", which not every machine has: end it with serif`},
		{`{"sans": "Arial,,sans-serif"}`, "sans: a face has no name: take out the comma"},
		{`{"sans": "url(x), sans-serif"}`, `sans: url(x) holds '(': the name of a face has letters, digits`},
		{`{"sans": "a;b, sans-serif"}`, `holds ';'`},
		{`{"sans": "a}b, sans-serif"}`, `holds '}'`},
		{`{"sans": "a\\62, sans-serif"}`, `holds '\\'`},
		{`{"sans": "'a\" b', sans-serif"}`, `holds '"'`},
		{`{"sans": "a\nb, sans-serif"}`, `holds '\n'`},
		{`{"sans": "` + strings.Repeat("a,", 12) + `serif"}`, "sans: a list has at most 12 faces, not 13"},
		{`{"sans": "` + strings.Repeat("a", 65) + `, serif"}`, "the name of a face has at most 64 letters, not 65"},
		{`{"logo": {"file": "art/mark.svg"}}`, `logo: "alt" is missing`},
		{logo("../mark.svg"), `logo.file: "../mark.svg" is no path to a file beside the theme`},
		{logo("https://example.org/a.svg"), "is no path to a file beside the theme"},
		{logo("none.svg"), "logo.file: none.svg: there is no such file (is it spelt like this, capital letters included?)"},
		{logo("art"), "logo.file: art: it is a folder: name an .svg or .png in it"},
		{logo("bare.svg"), `logo.file: bare.svg: no browser shows it as a picture: write xmlns="http://www.w3.org/2000/svg" into its <svg>`},
		{logo("mark.gif"), "logo.file: mark.gif: a logo is an .svg or a .png"},
		{logo("text.png"), "logo.file: text.png: it is no PNG"},
		{logo("script.svg"), "it has a <script>: a logo draws, it neither runs, loads nor links"},
		{logo("click.svg"), "<svg> has the attribute onload, which runs a script: take it out"},
		{logo("linked.svg"), `<use> loads "https://example.org/#a": a logo has everything in itself`},
		{logo("loads.svg"), "<path> loads"},
		{logo("escaped.svg"), "<path> loads"},
		{logo("entity.svg"), "it has a declaration that may load something"},
		{logo("shapeless.svg"), `its <svg> needs a viewBox="0 0 WIDTH HEIGHT"`},
		{logo("page.svg"), "it begins with <html>, not with <svg>"},
		{logo("long.svg"), "logo.file: long.svg would be 2880 px wide at a height of 32 px; it may be 1 to 240"},
		{strings.Repeat(" ", maxTheme+1), "a theme has at most 16384 bytes, not 16385"},
	} {
		if _, err := read(t, tt.theme); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s:\n got %v\nwant %s", tt.theme[:min(80, len(tt.theme))], err, tt.want)
		}
	}
	folder := fstest.MapFS{"look/theme.json": {Data: []byte("{}")}}
	for name, want := range map[string]string{
		"none.json": "there is no such file (is it spelt like this, capital letters included?)",
		"look":      "it is a folder: name the file of the theme in it, such as theme.json",
	} {
		if _, err := Read(folder, name); err == nil || err.Error() != want {
			t.Errorf("%s as a theme: %v, want %s", name, err, want)
		}
	}
}

// TestTheSitesOwnAccentPasses: the rule is the one that the site itself keeps, and the contrast is that of the standard.
func TestTheSitesOwnAccentPasses(t *testing.T) {
	light, dark := display.Light(), display.Dark()
	if _, err := read(t, `{"accent": {"light": "`+written(light.Accent)+`", "dark": "`+written(dark.Accent)+`"}}`); err != nil {
		t.Error(err)
	}
	black, white := display.Color{A: 255}, display.Color{R: 255, G: 255, B: 255, A: 255}
	if c := contrast(black, white); c < 20.99 || c > 21.01 {
		t.Errorf("black on white has a contrast of %v, want 21", c)
	}
}
