package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
)

// layoutOf finds the address of the layout in the page of a map.
var layoutOf = regexp.MustCompile(` data-layout="([^"]+)"`)

// ReadLayouts reads the layouts of a site that was written earlier, as Layouts returns them.
func ReadLayouts(dir fs.FS) (map[string][]byte, error) {
	pages, err := fs.Glob(dir, "*/index.html")
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	layouts := map[string][]byte{}
	for _, name := range append(pages, "index.html") {
		html, err := fs.ReadFile(dir, name)
		if err != nil {
			continue // no page
		}
		found := layoutOf.FindSubmatch(html)
		if found == nil {
			continue // a list of maps, or something else
		}
		layout, err := fs.ReadFile(dir, path.Join(path.Dir(name), string(found[1])))
		var head struct{ Dataset string }
		if err == nil {
			err = json.Unmarshal(layout, &head)
		}
		if err != nil {
			return nil, fmt.Errorf("%s names a layout that cannot be read (build the site anew, without -after): %w", name, err)
		}
		layouts[head.Dataset] = layout
	}
	if len(layouts) == 0 {
		return nil, fmt.Errorf("there is no map: name a folder that actormap build has written")
	}
	return layouts, nil
}
