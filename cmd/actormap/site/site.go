// Package site assembles the files of a map's site in memory: documents, pictures, the
// dataset, scripts, style and the WebAssembly program. The same input gives the same
// bytes under the same names.
package site

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/oembed"
	"actormap/cmd/actormap/page"
	"actormap/cmd/actormap/picture"
	"actormap/data"
	"actormap/web"
)

// A Site is a set of files. It is read-only but for Compress.
type Site struct {
	files  map[string]*File
	sorted []*File
	live   bool

	provider *oembed.Provider
}

// Input is what a site is made from.
type Input struct {
	Dataset *data.Dataset
	Source  []byte // the bytes that Dataset was parsed from
	Dist    fs.FS  // the built scripts and program, as web.Dist returns them; may be empty

	// Base is where the site will stand on the web; if it is not known, everything that
	// needs an absolute address is left out.
	Base address.Base
	// Served says that a server answers oEmbed requests for the site. If none does, and
	// Base is known, the answer is a file of the site.
	Served bool
}

// Assemble makes the site of a dataset. Without built scripts the site has no live map;
// Live tells.
func Assemble(in Input) (*Site, error) {
	s := &Site{files: map[string]*File{}}
	assets, err := s.addAssets(in)
	if err != nil {
		return nil, err
	}
	if in.Base.Known() {
		if assets.Public, err = s.addOEmbed(in); err != nil {
			return nil, err
		}
	}
	documents, err := page.Render(in.Dataset, assets)
	if err != nil {
		return nil, err
	}
	for _, d := range documents {
		s.add(newFile(d.Path, d.HTML))
	}
	for _, f := range s.files {
		s.sorted = append(s.sorted, f)
	}
	slices.SortFunc(s.sorted, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	return s, nil
}

// Live reports whether the scripts and the program of the live map are part of the site.
func (s *Site) Live() bool { return s.live }

// Provider answers oEmbed requests for the site; nil if nobody will ask or its address is
// not known.
func (s *Site) Provider() *oembed.Provider { return s.provider }

// Files lists the files by path. The slice is the site's own.
func (s *Site) Files() []*File { return s.sorted }

// Lookup finds a file by its exact path.
func (s *Site) Lookup(path string) (f *File, ok bool) {
	f, ok = s.files[path]
	return f, ok
}

// add takes a file in and returns its path.
func (s *Site) add(f *File) string {
	s.files[f.Path] = f
	return f.Path
}

// addAssets adds everything but the documents and returns the addresses.
func (s *Site) addAssets(in Input) (page.Assets, error) {
	var a page.Assets
	notices, err := licenses()
	if err != nil {
		return a, err
	}
	a.Licenses = s.add(newFile("licenses.txt", notices))
	s.add(newFile("schema.json", data.Schema())) // "$schema" of a dataset, beside it
	a.Data = s.add(newHashedFile(fileName(in.Dataset.ID)+".json", in.Source))
	if err := s.addStatic(&a); err != nil {
		return a, err
	}
	if err := s.addPictures(&a, in.Dataset); err != nil {
		return a, err
	}
	return a, s.addProgram(&a, in.Dist)
}

// What only the page of examples needs.
const exampleStyle, exampleScript = "example.css", "example.js"

// addStatic adds the style sheets and the icon.
func (s *Site) addStatic(a *page.Assets) error {
	styles, err := fs.Glob(web.Files(), "*.css")
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	styles = slices.DeleteFunc(styles, func(name string) bool { return name == exampleStyle })
	slices.Sort(styles)
	slices.Reverse(styles) // style.css, which has the colours, before map.css
	for _, name := range styles {
		body, err := fs.ReadFile(web.Files(), name)
		if err != nil {
			return fmt.Errorf("site: %w", err)
		}
		a.Styles = append(a.Styles, s.add(newHashedFile(name, body)))
	}
	icon, err := fs.ReadFile(web.Files(), "icon.svg")
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	a.Icon = s.add(newHashedFile("icon.svg", icon))
	return nil
}

// addPictures draws the map and adds the pictures and the layout.
func (s *Site) addPictures(a *page.Assets, ds *data.Dataset) error {
	languages, err := page.Languages(ds)
	if err != nil {
		return err
	}
	pictures, layout, err := picture.Draw(ds, languages...)
	if err != nil {
		return err
	}
	a.Pictures = map[string][]page.Picture{}
	for _, language := range languages {
		for _, p := range pictures[language] {
			name := fmt.Sprintf("map-%dx%d.svg", p.W, p.H)
			if language != ds.Language {
				name = fmt.Sprintf("map-%dx%d-%s.svg", p.W, p.H, language)
			}
			s.add(newLastingFile(name, p.SVG))
			a.Pictures[language] = append(a.Pictures[language], page.Picture{W: p.W, H: p.H, Href: s.add(newHashedFile(name, p.SVG))})
		}
	}
	if len(layout) > 0 {
		a.Layout = s.add(newHashedFile("layout.json", layout))
	}
	return nil
}

// addProgram adds the scripts and the WebAssembly program, all or none: a part alone
// would load and fail.
func (s *Site) addProgram(a *page.Assets, dist fs.FS) error {
	parts := []struct {
		name string
		href *string
	}{
		{"actor-map.js", &a.Script}, {"engine-worker.js", &a.Worker}, {"engine-main.js", &a.Main}, {"map.wasm", &a.Wasm},
	}
	bodies := make([][]byte, len(parts))
	for i, part := range parts {
		body, err := fs.ReadFile(dist, part.name)
		if err != nil {
			return nil // not built: the picture and the text are the site
		}
		bodies[i] = body
	}
	for i, part := range parts {
		*part.href = s.add(newHashedFile(part.name, bodies[i]))
		a.WasmBytes = len(bodies[i]) // the program is last
	}
	s.live = true
	return s.addPublicScript(a, bodies[0])
}

// publicScript is the script's name for other people's pages.
const publicScript = "actor-map.js"

// addPublicScript adds the script that makes a frame of <actor-map src>, its types, and the
// example of a page that uses it.
func (s *Site) addPublicScript(a *page.Assets, body []byte) error {
	s.add(newLastingFile(publicScript, body))
	for _, file := range []struct {
		name string
		href *string
	}{{"actor-map.d.ts", &a.Types}, {exampleScript, &a.ExampleScript}, {exampleStyle, &a.ExampleStyle}} {
		body, err := fs.ReadFile(web.Files(), file.name)
		if err != nil {
			return fmt.Errorf("site: %w", err)
		}
		*file.href = s.add(newLastingFile(file.name, body))
	}
	return nil
}

// fileName keeps of an id what is safe in a file name everywhere.
func fileName(id string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, id)
	if name == "" {
		return "dataset"
	}
	return name
}
