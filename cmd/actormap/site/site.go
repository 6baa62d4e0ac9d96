// Package site assembles the files of a map's site in memory: documents, pictures, the
// dataset, scripts, style and the WebAssembly program. The same input gives the same
// bytes under the same names.
package site

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/oembed"
	"actormap/cmd/actormap/page"
	"actormap/cmd/actormap/picture"
	"actormap/cmd/actormap/raster"
	"actormap/cmd/actormap/theme"
	"actormap/data"
	"actormap/web"
)

// A Site is a set of files. It is read-only but for Compress.
type Site struct {
	files     map[string]*File
	sorted    []*File
	live      bool
	unwritten []string
	layouts   map[string][]byte

	base      address.Base
	providers []*oembed.Provider
}

// A Map is a dataset and the bytes that it was parsed from.
type Map struct {
	Dataset *data.Dataset
	Source  []byte
	File    string // that it came from, for messages; may be empty
}

// Input is what a site is made from.
type Input struct {
	// Maps are what the site shows. One stands at the root of the site; several stand each
	// in a folder named by the dataset's id, and a page at the root lists them, in this order.
	Maps []Map
	// Missing are the maps beside Maps whose files are bad; the page that lists the maps says why.
	Missing []page.Missing
	Dist    fs.FS // the built scripts and program, as web.Dist returns them; may be empty

	// Base is where the site will stand on the web; if it is not known, everything that
	// needs an absolute address is left out.
	Base address.Base
	// Served says that a server answers for the site: it answers oEmbed requests, and sends
	// each file in the form that a reader takes. If none does, the oEmbed answer is a file,
	// if Base is known, and the program is a compressed file that scripts unzip: many hosts
	// compress nothing, and by itself it is larger than the rest of the site.
	Served bool
	// Languages are the tags of catalogues that the maps' documents are wanted in, beside the languages of each.
	Languages []string
	// Earlier are the layouts of a site of the same maps before they changed, as Layouts returns them:
	// what was there stays near where it was. May be nil.
	Earlier map[string][]byte
	// Theme is the publisher's look; nil: the site's own.
	Theme *theme.Theme
	// Pictures says which pictures are made and how well; the zero Effort makes what readers get.
	Pictures picture.Effort
	// Fonts write on the cards of the maps, which link previews show if Base is known; nil for
	// no cards.
	Fonts *raster.Fonts
}

// Assemble makes a site. Without built scripts it has no live map; Live tells.
func Assemble(in Input) (*Site, error) {
	s := &Site{files: map[string]*File{}, base: in.Base, layouts: map[string][]byte{}}
	shared, err := s.addShared(in)
	if err != nil {
		return nil, err
	}
	if len(in.Maps) == 1 && len(in.Missing) == 0 { // a map stays in its folder while another is missing
		_, err = s.addMap(in, in.Maps[0], "", shared)
	} else {
		err = s.addMaps(in, shared)
	}
	if err != nil {
		return nil, err
	}
	for _, f := range s.files {
		s.sorted = append(s.sorted, f)
	}
	slices.SortFunc(s.sorted, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	return s, nil
}

// addMaps adds each map in a folder of its own, and the page that lists them.
func (s *Site) addMaps(in Input, shared page.Assets) error {
	var list []page.Listed
	for _, m := range in.Maps {
		folder := Folder(m.Dataset)
		if slices.ContainsFunc(list, func(l page.Listed) bool { return l.Href == folder }) {
			return fmt.Errorf("two datasets have the id %q: give each its own, it names their folder", m.Dataset.ID)
		}
		listed, err := s.addMap(in, m, folder, shared)
		if err != nil {
			return fmt.Errorf("%s: %w", m.Dataset.ID, err)
		}
		list = append(list, listed)
	}
	shared.Public.Base = in.Base
	index, err := page.RenderMaps(list, in.Missing, shared)
	if err == nil {
		s.add(newFile(index.Path, index.HTML))
	}
	return err
}

// addMap adds what belongs to one map: its documents in the folder, "" or one with a slash
// at its end, and what they show beside the shared assets.
func (s *Site) addMap(in Input, m Map, folder string, assets page.Assets) (page.Listed, error) {
	if folder != "" {
		assets.Root = "../"
	}
	assets.Data = s.add(newHashedFile(folder+fileName(m.Dataset.ID)+".json", m.Source))
	if err := s.addPictures(&assets, in, m.Dataset, folder); err != nil {
		return page.Listed{}, err
	}
	if in.Base.Known() {
		public, err := s.addOEmbed(in, m.Dataset, folder)
		if err != nil {
			return page.Listed{}, err
		}
		assets.Public = public
		if err := s.addCard(in, m.Dataset, folder, &assets); err != nil {
			return page.Listed{}, err
		}
	}
	documents, err := page.Render(m.Dataset, assets)
	if err != nil {
		return page.Listed{}, err
	}
	for _, d := range documents {
		f := newFile(folder+d.Path, d.HTML)
		f.Moved = d.Moved
		s.add(f)
	}
	return page.NewListed(m.Dataset, folder, assets)
}

// Unwritten lists the texts that are missing from the cards, as no font could write them.
func (s *Site) Unwritten() []string { return s.unwritten }

// Live reports whether the scripts and the program of the live map are part of the site.
func (s *Site) Live() bool { return s.live }

// Layouts are where everything lies on the maps, by the ids of their datasets.
func (s *Site) Layouts() map[string][]byte { return s.layouts }

// Base is where the site stands on the web, if that is known.
func (s *Site) Base() address.Base { return s.base }

// Providers answer oEmbed requests, each for one map; none if nobody will ask or the site's
// address is not known.
func (s *Site) Providers() []*oembed.Provider { return s.providers }

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

// addShared adds what all maps share and returns the addresses.
func (s *Site) addShared(in Input) (page.Assets, error) {
	a := page.Assets{Languages: in.Languages, OwnPolicy: !in.Served}
	notices, err := licenses()
	if err != nil {
		return a, err
	}
	a.Licenses = s.add(newFile("licenses.txt", notices))
	s.add(newFile("schema.json", data.Schema())) // "$schema" of a dataset, beside it
	if err := s.addStatic(&a); err != nil {
		return a, err
	}
	s.addTheme(&a, in.Theme)
	if err := s.addProgram(&a, in); err != nil {
		return a, err
	}
	return a, nil
}

// addStatic adds the style sheets, the icon and the script of documents that have moved.
func (s *Site) addStatic(a *page.Assets) error {
	for _, sheet := range []sheet{documentStyle, mapStyle} {
		href, err := s.addSheet(sheet, newHashedFile)
		if err != nil {
			return err
		}
		a.Styles = append(a.Styles, href)
	}
	var err error
	if a.Icon, err = s.addWebFile("icon.svg", newHashedFile); err != nil {
		return err
	}
	a.MovedScript, err = s.addWebFile("pages/moved.js", newHashedFile)
	return err
}

// addWebFile adds a file of package web and returns its address. It is published without its folder in package web.
func (s *Site) addWebFile(name string, file func(name string, body []byte) *File) (string, error) {
	body, err := fs.ReadFile(web.Files(), name)
	if err != nil {
		return "", fmt.Errorf("site: %w", err)
	}
	return s.add(file(path.Base(name), body)), nil
}

// addTheme adds the publisher's style sheet behind the site's, and the logo.
func (s *Site) addTheme(a *page.Assets, t *theme.Theme) {
	if t == nil {
		return
	}
	if css := t.CSS(); len(css) > 0 {
		a.Styles = append(a.Styles, s.add(newHashedFile("theme.css", css)))
	}
	if l := t.Logo; l != nil {
		a.Logo = page.Logo{Href: s.add(newHashedFile(l.Name, l.Body)), Alt: l.Alt, W: l.Width, H: theme.LogoHeight}
	}
}

// addPictures draws the map after its earlier layout, if there is one, and adds the pictures and the layout.
func (s *Site) addPictures(a *page.Assets, in Input, ds *data.Dataset, folder string) error {
	languages, err := page.Languages(ds)
	if err != nil {
		return err
	}
	pictures, layout, err := in.Pictures.DrawAfter(ds, in.Earlier[ds.ID], languages...)
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
			s.add(newLastingFile(folder+name, p.SVG))
			a.Pictures[language] = append(a.Pictures[language], page.Picture{W: p.W, H: p.H, Href: s.add(newHashedFile(folder+name, p.SVG))})
		}
	}
	if len(layout) > 0 {
		a.Layout = s.add(newHashedFile(folder+"layout.json", layout))
		s.layouts[ds.ID] = layout
	}
	return nil
}

// addCard adds the picture that a link to the map is shown with.
func (s *Site) addCard(in Input, ds *data.Dataset, folder string, a *page.Assets) error {
	if in.Fonts == nil {
		return nil
	}
	words, err := lang.For(ds)
	if err != nil {
		return err
	}
	card := page.NewCard(ds, words)
	body, unwritten, err := in.Pictures.Card(ds, card.Title, card.Lang, in.Fonts)
	if err != nil {
		return err
	}
	s.unwritten = append(s.unwritten, unwritten...)
	a.Card = page.Picture{W: picture.CardW, H: picture.CardH, Href: s.add(newHashedFile(folder+"card.png", body))}
	return nil
}

// The scripts: publicScript is for the pages of other sites, and shows maps in frames; ownScript is for those of
// this site, and runs the live map, too. A page has one of them.
const publicScript, ownScript = "actor-map.js", "page.js"

// programFiles are what ownScript loads from beside it, by the names that stand in it; the
// WebAssembly program is last.
var programFiles = []string{"engine-worker.js", "engine-main.js", wasmFile}

const wasmFile = "map.wasm"

// addProgram adds the scripts and the WebAssembly program, all or none: a part alone
// would load and fail.
func (s *Site) addProgram(a *page.Assets, in Input) error {
	framing, err := fs.ReadFile(in.Dist, publicScript)
	if err != nil {
		return nil // not built: the picture and the text are the site
	}
	script, err := fs.ReadFile(in.Dist, ownScript)
	if err != nil {
		return nil
	}
	var files []*File
	for _, name := range programFiles {
		body, err := fs.ReadFile(in.Dist, name)
		if err != nil {
			return nil
		}
		f := newHashedFile(name, body)
		if a.WasmBytes = len(body); name == wasmFile && !in.Served {
			if f, err = zip(name, body); err != nil {
				return err
			}
		}
		if script, err = renameIn(script, name, f.Path); err != nil {
			return err
		}
		files = append(files, f)
	}
	for _, f := range files {
		s.add(f)
	}
	a.Script = s.add(newHashedFile(ownScript, script))
	s.add(newLastingFile(ownScript, script)) // for pages of this origin that are written by hand
	s.live = true
	return s.addPublicScript(a, framing)
}

// renameIn writes the published name of a file into the script that loads it. The name stands in
// the script, not in the page, where somebody's markup could name another file.
func renameIn(script []byte, name, published string) ([]byte, error) {
	old := []byte(strconv.Quote(name))
	if n := bytes.Count(script, old); n != 1 {
		return nil, fmt.Errorf("site: %s names %s %d times, want once: run make build", ownScript, old, n)
	}
	return bytes.Replace(script, old, []byte(strconv.Quote(published)), 1), nil
}

// addPublicScript adds the script that makes a frame of <actor-map src>, its types, and the
// example of a page that uses it.
func (s *Site) addPublicScript(a *page.Assets, body []byte) error {
	a.PublicScript = s.add(newLastingFile(publicScript, body))
	for _, file := range []struct {
		name string
		href *string
	}{{"embedding/actor-map.d.ts", &a.Types}, {"embedding/example.js", &a.ExampleScript}} {
		href, err := s.addWebFile(file.name, newLastingFile)
		if err != nil {
			return err
		}
		*file.href = href
	}
	var err error
	a.ExampleStyle, err = s.addSheet(exampleStyle, newLastingFile)
	return err
}

// Folder is where the documents of a dataset's map stand in a site of several maps, from its root, with a slash.
func Folder(ds *data.Dataset) string { return fileName(ds.ID) + "/" }

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
