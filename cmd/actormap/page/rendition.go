package page

import (
	"slices"
	"strings"

	"actormap/cmd/actormap/lang"
	"actormap/data"
)

// A Rendition is the documents of a site with the interface in one language. A static host
// cannot choose by the reader's language, so that each has a folder of its own; the first one,
// in the dataset's language, stands at the site's own address, and from there alone the script
// sends a reader on whose browser asks for another one that is reviewed.
type Rendition struct {
	Words  *lang.Catalogue
	Folder string // "" or a tag with a slash
}

// Renditions lists the first rendition and those in the other languages that the dataset has texts in or that
// are wanted by their tags: the reviewed ones, then those that are not. What is wanted beside its own languages
// a dataset of a document for each node does not get: that would be thousands of files.
func Renditions(ds *data.Dataset, wanted []string) ([]Rendition, error) {
	first, err := lang.For(ds)
	if err != nil {
		return nil, err
	}
	catalogues, err := lang.All()
	if err != nil {
		return nil, err
	}
	list := []Rendition{{Words: first}}
	for _, c := range catalogues {
		asked := slices.Contains(wanted, c.Tag) && len(ds.Relations) <= SplitAbove
		if c.Tag != first.Tag && (asked || Speaks(ds, c.Tag)) {
			list = append(list, Rendition{c, c.Tag + "/"})
		}
	}
	return list, nil
}

// Speaks reports whether a dataset has texts in a language: its title says so.
func Speaks(ds *data.Dataset, tag string) bool {
	for _, version := range ds.Title.All() {
		own := version.Tag
		if own == "" {
			own = ds.Language
		}
		if language, _, _ := strings.Cut(own, "-"); strings.EqualFold(language, tag) {
			return true
		}
	}
	return false
}

// Languages lists the dataset's own language and those of the renditions that it has texts in:
// the languages that the map is drawn in.
func Languages(ds *data.Dataset) ([]string, error) {
	renditions, err := Renditions(ds, nil)
	if err != nil {
		return nil, err
	}
	own, _, _ := strings.Cut(ds.Language, "-")
	list := []string{ds.Language}
	for _, r := range renditions {
		if tag := r.Words.Tag; !strings.EqualFold(tag, own) && Speaks(ds, tag) {
			list = append(list, tag)
		}
	}
	return list, nil
}

// languageLink leads to another rendition.
type languageLink struct {
	Tag, Name, Href string
	Current         bool
	Reviewed        bool
}

// languages lists the links to every rendition from a document whose prefix to the root of
// the site is root.
func (b *builder) languages(root string) []languageLink {
	if len(b.renditions) < 2 {
		return nil
	}
	var list []languageLink
	for _, r := range b.renditions {
		list = append(list, languageLink{
			Tag: r.Words.Tag, Name: r.Words.Name, Href: root + r.Folder + indexPath,
			Current: r.Words.Tag == b.Tag, Reviewed: r.Words.Reviewed,
		})
	}
	return list
}

// alternate is a document of the same content in another language, for search engines.
type alternate struct{ Tag, Href string }

// alternates lists the reviewed renditions of a document, itself included, where there are
// several. The others are not offered to search engines: nobody is to be led there.
func (b *builder) alternates(root, href string) []alternate {
	var list []alternate
	for _, r := range b.renditions {
		if r.Words.Reviewed {
			list = append(list, alternate{r.Words.Tag, b.absolute(root, r.Folder, href)})
		}
	}
	if len(list) < 2 {
		return nil
	}
	return append(list, alternate{"x-default", b.absolute(root, "", href)})
}

// absolute is the address of a rendition's document; relative where the site's is not known.
func (b *builder) absolute(root, folder, href string) string {
	base := b.assets.Public.Base
	switch {
	case !base.Known():
		return root + folder + href
	case href == indexPath:
		return base.String() + folder
	}
	return base.File(folder + href)
}
