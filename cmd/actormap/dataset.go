package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/page"
	"actormap/cmd/actormap/raster"
	"actormap/cmd/actormap/site"
	"actormap/data"
	"actormap/data/fold"
	"actormap/web"
)

// load reads the dataset of the one file given, or the one that is built in.
func load(files []string) (*data.Dataset, error) {
	found, err := loadMaps(files)
	if err != nil {
		return nil, err
	}
	if n := len(found.maps) + len(found.bad); n > 1 {
		return nil, fmt.Errorf("one dataset is needed, and there are %d: name one of %s", n, strings.Join(found.meant(), ", "))
	}
	return found.maps[0].Dataset, nil
}

// A collection is what the files of a command line hold.
type collection struct {
	files   []string // that are meant as datasets
	maps    []site.Map
	bad     []badFile
	foreign []string // files in folders that hold something else
}

// A badFile is a dataset that cannot be used, and why.
type badFile struct {
	name string
	err  error
}

// loadMaps reads the datasets of the files given, and of the *.json in the folders given, or
// the one that is built in. A bad one of several is left out; it is an error if none is left.
func loadMaps(args []string) (collection, error) {
	if len(args) == 0 {
		name, src := data.Default()
		m, err := parseMap(name, src)
		return collection{maps: []site.Map{m}}, err
	}
	files, inFolder, err := datasetFiles(args)
	if err != nil {
		return collection{}, err
	}
	c := collection{files: files}
	foreign := map[string][]byte{}
	for _, name := range files {
		src, err := readDataset(name)
		if err == nil && inFolder[name] && isForeign(src) {
			c.foreign, foreign[name] = append(c.foreign, name), src
			continue
		}
		c.read(name, src, err)
	}
	if len(c.foreign) == len(files) { // then one of them is meant: what it lacks is told
		for _, name := range files {
			c.read(name, foreign[name], nil)
		}
		c.foreign = nil
	}
	return c, c.failure()
}

// meant lists the files that are not of something else.
func (c *collection) meant() []string {
	return slices.DeleteFunc(slices.Clone(c.files), func(name string) bool { return slices.Contains(c.foreign, name) })
}

// read takes in a file, or why it could not be read.
func (c *collection) read(name string, src []byte, err error) {
	var m site.Map
	if err == nil {
		m, err = parseMap(name, src)
	}
	if err == nil {
		err = c.add(m)
	}
	if err != nil {
		c.bad = append(c.bad, badFile{name, err})
	}
}

// add takes in a map, in the order of the files. Its id must be its own, as it names its folder.
func (c *collection) add(m site.Map) error {
	for _, other := range c.maps {
		if site.Folder(other.Dataset) == site.Folder(m.Dataset) {
			return data.Problems{sameID(m.File, other.File, m.Dataset.ID)}
		}
	}
	c.maps = append(c.maps, m)
	slices.SortStableFunc(c.maps, func(a, b site.Map) int {
		return cmp.Compare(slices.Index(c.files, a.File), slices.Index(c.files, b.File))
	})
	return nil
}

// sameID says that the dataset of a file has the id of another's.
func sameID(file, other, id string) data.Problem {
	return data.Problem{File: file, Cause: fmt.Sprintf("two datasets have the id %q, the other is %s", id, filepath.Base(other)),
		Cure: "give each its own, it names their folder"}
}

// failure is why there is nothing to show.
func (c *collection) failure() error {
	if len(c.maps) > 0 {
		return nil
	}
	var all []error
	for _, b := range c.bad {
		all = append(all, b.err)
	}
	return fmt.Errorf("the dataset cannot be used:\n%w", errors.Join(all...))
}

// keep puts earlier maps in the place of those whose files have become bad.
func (c *collection) keep(earlier []site.Map) {
	for _, m := range earlier {
		if slices.ContainsFunc(c.bad, func(b badFile) bool { return b.name == m.File }) {
			_ = c.add(m) // if another file has taken its id, that one is shown
		}
	}
}

// has reports whether the map of a file is there.
func (c *collection) has(file string) bool {
	return slices.ContainsFunc(c.maps, func(m site.Map) bool { return m.File == file })
}

// missing tells readers of the list of maps which are not there as their files are.
func (c *collection) missing() []page.Missing {
	var list []page.Missing
	for _, b := range c.bad {
		m := page.Missing{File: filepath.Base(b.name), Why: b.err.Error()}
		m.Kept = c.has(b.name)
		var problems data.Problems
		if errors.As(b.err, &problems) {
			first := problems[0]
			first.File = m.File // where it lies on this machine is nobody's business
			m.Why, m.More = first.String(), len(problems)-1
		}
		list = append(list, m)
	}
	return list
}

// report tells the author what is left out.
func (c *collection) report(s streams) {
	for _, name := range c.foreign {
		fmt.Fprintf(s.err, "actormap: %s\n", leftOut(name))
	}
	for _, b := range c.bad {
		what := "is left out"
		if c.has(b.name) {
			what = "stays as it was"
		}
		fmt.Fprintf(s.err, "actormap: %s cannot be used, and its map %s:\n%v\n", b.name, what, b.err)
	}
}

// leftOut says that a file of a folder is no dataset.
func leftOut(name string) string {
	return name + " is left out: it is JSON, but has none of a dataset's lists (actors, issues, relations, sources)"
}

// reader reads datasets and proposes spellings and types that may have been meant. A day has begun once it
// has anywhere on earth (UTC+14).
func reader() data.Reader {
	today := data.Date(time.Now().UTC().Add(14 * time.Hour).Format(time.DateOnly))
	return data.Reader{Folding: fold.New(), Meaning: data.NearestInMeaning, Today: today}
}

func parseMap(name string, src []byte) (site.Map, error) {
	ds, err := reader().Parse(name, src)
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF")) // it is published, and not everybody expects a mark there
	return site.Map{Dataset: ds, Source: src, File: name}, err
}

// fontsFor finds the fonts for cards, which need the address that was given.
func fontsFor(base address.Base) (*raster.Fonts, error) {
	if !base.Known() {
		return nil, nil
	}
	return raster.SystemFonts()
}

// assemble makes the site of datasets, with the program that is built in, and says on
// s.err what it has to do without.
func assemble(in site.Input, s streams) (*site.Site, error) {
	in.Dist = web.Dist()
	made, err := site.Assemble(in)
	if err != nil {
		return nil, err
	}
	if !in.Base.Known() {
		fmt.Fprintln(s.err, "actormap: no oEmbed, canonical link and card address, as the site's address is not known; --base-url https://example.org/map/ adds them")
	}
	if n := len(made.Unwritten()); n > 0 {
		fmt.Fprintf(s.err, "actormap: no font of this machine can write %d texts of the cards, which are left out: %q\n", n, made.Unwritten())
	}
	if !made.Live() {
		fmt.Fprintln(s.err, "actormap: the live map is not built in, so the page has the picture and the text only; `make build` adds it")
	}
	return made, nil
}
