package site

import (
	"bytes"
	"fmt"
	"io/fs"

	"actormap/web"
)

// A sheet is a style sheet of a site: the files of web/styles that it is made of, in the order of the cascade. Where two rules are
// equally specific, that of the later file holds.
type sheet struct {
	name  string // of the published file
	files []string
}

// documentStyle and mapStyle are linked by each document, in this order; exampleStyle by the page of examples, too.
var (
	documentStyle = sheet{"style.css", []string{
		"palette.css",
		"page/base.css", "page/mast.css", "page/stage.css", "page/legend.css", "page/mark.css",
		"page/text.css", "page/contents.css", "page/node.css", "page/relation.css", "page/evidence.css", "page/claims.css",
		"page/contrasts.css", "page/refs.css", "page/story.css", "page/list.css", "page/back.css",
		"page/embed.css", "page/maps.css",
	}}
	mapStyle = sheet{"map.css", []string{
		"map/frame.css", "map/stage.css",
		"ui/button.css", "ui/field.css", "ui/combobox.css", "ui/dialog.css", "ui/copy-field.css", "ui/visually-hidden.css",
		"map/toolbar.css", "map/progress.css", "map/gesture-hint.css", "map/tooltip.css",
		"reader/explore-tools.css", "reader/time-strip.css", "reader/filter-panel.css", "reader/neighbourhood-row.css",
		"reader/compare-panel.css", "reader/table-view.css", "reader/story.css",
		"map/full-screen.css", "map/sidebar.css", "map/mover.css", "map/details-panel.css",
		"share/dialog.css", "share/preview.css",
		"map/document-links.css", "reader/text-follow.css", "share/print-picture.css",
	}}
	exampleStyle = sheet{"example.css", []string{"page/examples.css"}}
)

// join returns the style sheet.
func (s sheet) join() ([]byte, error) {
	parts := make([][]byte, len(s.files))
	for i, name := range s.files {
		var err error
		if parts[i], err = fs.ReadFile(web.Files(), "styles/"+name); err != nil {
			return nil, fmt.Errorf("site: %s: %w", s.name, err)
		}
	}
	return bytes.Join(parts, []byte("\n")), nil
}

// addSheet adds a style sheet and returns its address.
func (s *Site) addSheet(sheet sheet, file func(name string, body []byte) *File) (string, error) {
	body, err := sheet.join()
	if err != nil {
		return "", err
	}
	return s.add(file(sheet.name, body)), nil
}
