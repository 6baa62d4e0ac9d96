// Package web embeds the static part of the page: the document templates, the style
// sheets, the icon, the types of the script's interface, and what `make build` puts into dist (scripts and the WebAssembly
// program). dist may be empty: the page, the picture and the text work without it.
package web

import (
	"embed"
	"io/fs"
)

//go:embed pages/*.html pages/moved.js styles embedding/actor-map.d.ts embedding/example.js icon.svg lang/*.json all:dist
var files embed.FS

// Files returns the templates and the script of a document that leads to another (pages), the style sheets (styles), the
// icon (icon.svg), the words of the interface in each language (lang), and what is for those who embed a map (embedding):
// the types of the script and the script of the page of examples.
func Files() fs.FS { return files }

// Dist returns the built scripts and the WebAssembly program by their plain names, such
// as "actor-map.js" and "map.wasm". Before any build it holds nothing but ".keep".
func Dist() fs.FS {
	dist, err := fs.Sub(files, "dist")
	if err != nil {
		panic("web: dist is not embedded: " + err.Error()) // "dist" is a valid path: cannot happen
	}
	return dist
}
