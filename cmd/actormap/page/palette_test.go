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
	css, err := fs.ReadFile(web.Files(), "styles/palette.css")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, m := range regexp.MustCompile(`--([a-z]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));`).FindAllStringSubmatch(string(css), -1) {
		got[m[1]] = append(got[m[1]], m[2:]...)
	}
	for name, hex := range got {
		// Once as a pair, and the light one again for browsers that know no pairs.
		if !slices.Equal(hex, []string{hex[0], hex[1], "", "", "", hex[0]}) {
			t.Errorf("palette.css: --%s is %q, want a pair, and its light one alone", name, hex)
		}
	}
	for name, themes := range want {
		if hex := []string{hexOf(themes[0]), hexOf(themes[1])}; len(got[name]) < 2 || !slices.Equal(got[name][:2], hex) {
			t.Errorf("palette.css: --%s is %q, the map has %q (light, dark)", name, got[name], hex)
		}
	}
}

// TestColoursStandInThePaletteAlone: a colour that a component wrote for itself would be that of one theme in both.
func TestColoursStandInThePaletteAlone(t *testing.T) {
	colour := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\b(?:hsla?|oklch|lab)\(|prefers-color-scheme`)
	err := fs.WalkDir(web.Files(), "styles", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == "styles/palette.css" {
			return err
		}
		css, err := fs.ReadFile(web.Files(), name)
		if found := colour.Find(css); found != nil {
			t.Errorf("web/%s has %s: colours stand in palette.css", name, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
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
