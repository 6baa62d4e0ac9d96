package page

import (
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"testing"

	"actormap/cmd/actormap/lang"
	"actormap/wasm/display"
	"actormap/web"
)

// TestPaletteIsThatOfTheMap: the legend and the samples beside each relation are drawn in CSS
// and the map in scene; a line of the legend must have the colour of the line that it explains.
func TestPaletteIsThatOfTheMap(t *testing.T) {
	light, dark := display.Light(), display.Dark()
	want := map[string][2]display.Color{
		"paper": {light.Paper, dark.Paper}, "raised": {light.Pill, dark.Pill}, "ink": {light.Ink, dark.Ink},
		"muted":       {light.Muted, dark.Muted},
		"cooperation": {light.Cooperation, dark.Cooperation}, "conflict": {light.Conflict, dark.Conflict},
		"grey": {light.Grey, dark.Grey}, "structure": {light.Structure, dark.Structure},
		"hairline": {{R: 0xE4, G: 0xDF, B: 0xD5}, {R: 0x33, G: 0x39, B: 0x44}}, // on pages only: both sheets have it
		"band":     {light.Band, dark.Band}, "accent": {light.Accent, dark.Accent},
	}
	property := regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6});`)
	for _, file := range []string{"palette.css", "map/theme.css"} {
		css, err := fs.ReadFile(web.Files(), "styles/"+file)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string][]string{}
		for _, m := range property.FindAllStringSubmatch(string(css), -1) {
			got[m[1]] = append(got[m[1]], m[2])
		}
		for name, themes := range want {
			hex := []string{hexOf(themes[0]), hexOf(themes[1])}
			if !slices.Equal(got[name], hex) {
				t.Errorf("%s: --%s is %v, the map has %v (light, dark)", file, name, got[name], hex)
			}
		}
	}
}

func hexOf(c display.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// TestQuotesAreThoseOfTheLanguage: a style sheet writes the marks around quotes, and scripts those of what is copied.
func TestQuotesAreThoseOfTheLanguage(t *testing.T) {
	css, err := fs.ReadFile(web.Files(), "styles/page/base.css")
	if err != nil {
		t.Fatal(err)
	}
	inSheet := map[string]string{}
	for _, rule := range regexp.MustCompile(`([^{}]*)\{\s*quotes: "([^"]+)" "([^"]+)" "[^"]+" "[^"]+";`).FindAllStringSubmatch(string(css), -1) {
		tags := regexp.MustCompile(`:lang\(([a-z]+)\)`).FindAllStringSubmatch(rule[1], -1)
		if tags == nil {
			inSheet[""] = rule[2] + "{text}" + rule[3]
		}
		for _, tag := range tags {
			inSheet[tag[1]] = rule[2] + "{text}" + rule[3]
		}
	}
	catalogues, err := lang.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range catalogues {
		if got, want := cmp.Or(inSheet[c.Tag], inSheet[""]), c.Script["quoted"].Text; got != want {
			t.Errorf("%s: the style sheet has %q, the catalogue %q", c.Tag, got, want)
		}
	}
}
