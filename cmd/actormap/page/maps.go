package page

import (
	"bytes"
	"fmt"

	"actormap/cmd/actormap/lang"
	"actormap/data"
)

// A Listed map is one of several in a site, as the page at the root lists it.
type Listed struct {
	Href    string // of its folder, from the root of the site
	Title   words
	Summary words
	AsOf    date
	Counts  string
	Picture Picture // the widest; the zero Picture for none

	Corrected date // of the newest correction
	Desk      desk

	lang string
}

// NewListed describes a map whose documents are in the folder at href.
func NewListed(ds *data.Dataset, href string, assets Assets) (Listed, error) {
	c, err := lang.For(ds)
	if err != nil {
		return Listed{}, err
	}
	b := &builder{ds: ds, vocabulary: vocabulary{c}}
	l := Listed{
		Href: href, Title: b.words(ds.Title), Summary: b.words(ds.Summary),
		AsOf: b.dated(ds.Updated), Corrected: b.corrected(), Desk: b.desk(), Counts: b.counts(), lang: c.Tag,
	}
	if pictures := assets.Pictures[ds.Language]; len(pictures) > 0 {
		l.Picture = pictures[len(pictures)-1]
	}
	return l, nil
}

// A Missing map is one that is not on the list as its file is, since that cannot be used.
type Missing struct {
	File string // its name, without a folder
	Why  string // the first problem, in English: one line for the author
	More int    // further problems
	Kept bool   // the map is shown as it was before
}

// mapsDocument is the page that lists the maps of a site.
type mapsDocument struct {
	document
	Maps    []Listed
	Missing []Missing
}

// Discovery tells that a list is not embedded.
func (mapsDocument) Discovery() Public { return Public{} }

// RenderMaps returns the page that lists maps: in their language if they have one in common,
// or else in lang.Fallback. Below them it says which are missing, and why. The same input gives the same bytes.
func RenderMaps(maps []Listed, missing []Missing, assets Assets) (Document, error) {
	c, err := lang.Load(commonLang(maps))
	if err != nil {
		return Document{}, err
	}
	templates, err := parse(c, "")
	if err != nil {
		return Document{}, err
	}
	assets.Script = "" // there is no map on it
	title := c.Say("maps.title")
	d := mapsDocument{
		document: document{
			Lang: c.Tag, Dir: c.Dir, Root: assets.Root, Assets: assets, Title: words{Text: title}, HeadTitle: title,
			Description: c.Say("maps.count", "n", len(maps)), SiteName: c.Say("site.name"), Locale: locale(c.Tag),
		},
		Maps: maps, Missing: missing,
	}
	if assets.OwnPolicy {
		d.Policy = ContentPolicy(assets.Public.Base)
	}
	if assets.Public.Base.Known() {
		d.Address = assets.Public.Base.File(indexPath)
	}
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, "maps", d); err != nil {
		return Document{}, fmt.Errorf("page: rendering the list of maps: %w", err)
	}
	return Document{Path: indexPath, HTML: out.Bytes()}, nil
}

// commonLang is the language of all maps, or the fallback.
func commonLang(maps []Listed) string {
	for i := range maps {
		if maps[i].lang != maps[0].lang {
			return lang.Fallback
		}
	}
	if len(maps) == 0 {
		return lang.Fallback
	}
	return maps[0].lang
}
