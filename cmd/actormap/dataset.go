package main

import (
	"fmt"
	"os"

	"actormap/cmd/actormap/site"
	"actormap/data"
	"actormap/web"
)

// load reads the dataset of the one file given, or the one that is built in.
func load(files []string) (ds *data.Dataset, src []byte, err error) {
	name, src := data.Default()
	if len(files) > 0 {
		name = files[0]
		if src, err = os.ReadFile(name); err != nil {
			return nil, nil, err
		}
	}
	ds, err = data.Parse(name, src)
	if err != nil {
		return nil, nil, fmt.Errorf("the dataset cannot be used:\n%w", err)
	}
	return ds, src, nil
}

// assemble makes the site of a dataset, with the program that is built in, and says on
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
	if !made.Live() {
		fmt.Fprintln(s.err, "actormap: the live map is not built in, so the page has the picture and the text only; `make build` adds it")
	}
	return made, nil
}
