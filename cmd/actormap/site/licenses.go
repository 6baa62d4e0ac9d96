package site

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed licenses/*.txt
var licenseTexts embed.FS

// A component is something of others' that a site carries.
type component struct {
	name, what string
	module     string   // Go module path; empty where it is none
	texts      []string // files in licenses/
}

// components lists what a site is made of. A test holds the modules against those that
// are linked into the WebAssembly program.
func components() []component {
	return []component{
		{"Actor map", "page, scripts and map program", "actormap", []string{"actormap-mit.txt"}},
		{"Go", "run-time system and standard library in the map program; wasm_exec.js", "std", []string{"go-bsd.txt"}},
		{"golang.org/x/sync", "in the map program", "golang.org/x/sync", []string{"go-bsd.txt"}},
		{"Ebitengine 2.10.4, changed", "draws the live map", "github.com/hajimehoshi/ebiten/v2", []string{"apache-2.0.txt", "ebiten-notice.txt"}},
		{"hideconsole", "in the map program, as part of Ebitengine", "github.com/ebitengine/hideconsole", []string{"apache-2.0.txt"}},
		{"GJSON 1.20.1, match 1.1.1", "read the dataset", "github.com/tidwall/gjson github.com/tidwall/match", []string{"tidwall-2016-mit.txt"}},
		{"pretty 1.2.0", "in the map program, as part of GJSON", "github.com/tidwall/pretty", []string{"tidwall-2017-mit.txt"}},
	}
}

// engineNotice tells of the changes, as section 4 of the Apache licence asks. A program that
// is built with the stock engine carries it as well: it is true of none of its files then.
const engineNotice = `Ebitengine as it is in the map program was changed by the authors of the actor map: files that
serve debugging, the dump of images, virtual machines and the compilation of shaders at
start-up are replaced, cut or left out, and the shaders are compiled beforehand. Each of
these files says so at its head.

`

// ploverNotice attributes the vocabulary, which is no software but stands in the page and
// in the dataset.
const ploverNotice = `The types of relations follow PLOVER, the Political Language Ontology for Verifiable
Event Records, manual 0.8, Open Event Data Alliance, licensed under CC BY-SA 4.0,
https://creativecommons.org/licenses/by-sa/4.0/ . Changes: descriptions shortened; the
types state, affect, differ, include and depend added by this project.

The licence of a dataset covers its coding. Quotes remain their owners'.
`

// licenses writes the notices and then each text once.
func licenses() ([]byte, error) {
	var out strings.Builder
	out.WriteString("Licences and notices of what this site is made of\n\n")
	var order []string
	seen := map[string]bool{}
	for _, c := range components() {
		fmt.Fprintf(&out, "- %s: %s. See %s\n", c.name, c.what, strings.Join(c.texts, ", "))
		for _, text := range c.texts {
			if !seen[text] {
				seen[text] = true
				order = append(order, text)
			}
		}
	}
	out.WriteString("\n" + engineNotice + ploverNotice)
	for _, name := range order {
		text, err := licenseTexts.ReadFile("licenses/" + name)
		if err != nil {
			return nil, fmt.Errorf("site: licence text %s is not embedded: %w", name, err)
		}
		fmt.Fprintf(&out, "\n%s\n%s\n\n%s", strings.Repeat("=", 72), name, text)
	}
	return []byte(out.String()), nil
}
