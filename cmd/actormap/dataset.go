package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/raster"
	"actormap/cmd/actormap/site"
	"actormap/data"
	"actormap/web"
)

// load reads the dataset of the one file given, or the one that is built in.
func load(files []string) (*data.Dataset, error) {
	maps, err := loadMaps(files)
	if err != nil {
		return nil, err
	}
	return maps[0].Dataset, nil
}

// loadMaps reads the datasets of the files given, and of the *.json in the folders given, or
// the one that is built in.
func loadMaps(args []string) ([]site.Map, error) {
	if len(args) == 0 {
		name, src := data.Default()
		m, err := parseMap(name, src)
		return []site.Map{m}, err
	}
	files, err := datasetFiles(args)
	if err != nil {
		return nil, err
	}
	var maps []site.Map
	var problems []error
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		m, err := parseMap(name, src)
		problems = append(problems, err)
		maps = append(maps, m)
	}
	return maps, errors.Join(problems...)
}

func parseMap(name string, src []byte) (site.Map, error) {
	ds, err := data.Parse(name, src)
	if err != nil {
		return site.Map{}, fmt.Errorf("the dataset cannot be used:\n%w", err)
	}
	return site.Map{Dataset: ds, Source: src}, nil
}

// datasetFiles puts in the place of each folder the datasets in it, by name. The schema that
// may lie beside them is none.
func datasetFiles(args []string) ([]string, error) {
	var files []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			return nil, err
		case !info.IsDir():
			files = append(files, arg)
			continue
		}
		found, err := os.ReadDir(arg) // sorted
		if err != nil {
			return nil, err
		}
		before := len(files)
		for _, f := range found {
			if !f.IsDir() && filepath.Ext(f.Name()) == ".json" && f.Name() != "schema.json" {
				files = append(files, filepath.Join(arg, f.Name()))
			}
		}
		if len(files) == before {
			return nil, fmt.Errorf("%s holds no dataset: a folder's datasets are its files *.json", arg)
		}
	}
	return files, nil
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
