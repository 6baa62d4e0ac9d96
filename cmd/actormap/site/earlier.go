package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
)

// layoutOf and datasetOf find the addresses of the layout and of the dataset in the page of a map.
var (
	layoutOf  = regexp.MustCompile(` data-layout="([^"]+)"`)
	datasetOf = regexp.MustCompile(` data-src="([^"]+)"`)
)

// ReadLayouts reads the layouts of a site that was written earlier, as Layouts returns them.
func ReadLayouts(dir fs.FS) (map[string][]byte, error) {
	return readNamed(dir, layoutOf, "layout", func(layout []byte) (string, error) {
		var head struct{ Dataset string }
		err := json.Unmarshal(layout, &head)
		return head.Dataset, err
	})
}

// ReadDatasets reads the datasets of a site that was written earlier, by their ids.
func ReadDatasets(dir fs.FS) (map[string][]byte, error) {
	return readNamed(dir, datasetOf, "dataset", func(dataset []byte) (string, error) {
		var head struct{ ID string }
		err := json.Unmarshal(dataset, &head)
		return head.ID, err
	})
}

// readNamed reads the files that the pages of maps name, each by the id that idOf finds in it. what
// they are is for messages.
func readNamed(dir fs.FS, address *regexp.Regexp, what string, idOf func([]byte) (string, error)) (map[string][]byte, error) {
	pages, err := fs.Glob(dir, "*/index.html")
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	files := map[string][]byte{}
	for _, name := range append(pages, "index.html") {
		html, err := fs.ReadFile(dir, name)
		if err != nil {
			continue // no page
		}
		found := address.FindSubmatch(html)
		if found == nil {
			continue // a list of maps, or something else
		}
		var id string
		src, err := fs.ReadFile(dir, path.Join(path.Dir(name), string(found[1])))
		if err == nil {
			id, err = idOf(src)
		}
		if err != nil {
			return nil, fmt.Errorf("%s names a %s that cannot be read (build the site once more, without -after): %w", name, what, err)
		}
		files[id] = src
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("there is no map: name a folder that actormap build has written")
	}
	return files, nil
}
