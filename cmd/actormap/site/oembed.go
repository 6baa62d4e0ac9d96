package site

import (
	"fmt"

	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/oembed"
	"actormap/cmd/actormap/page"
	"actormap/data"
)

// addOEmbed adds the provider of a map in a site that is served, or else the answer as a
// file, and returns where the map's pages are to point to. A file cannot answer in two formats by one
// address; JSON is the one that every reader takes.
func (s *Site) addOEmbed(in Input, ds *data.Dataset, folder string) (page.Public, error) {
	public := page.Public{Site: in.Base, Base: in.Base.Folder(folder)}
	words, err := lang.For(ds)
	if err != nil {
		return public, err
	}
	provider := oembed.NewProvider(public.Base, in.Base.File(oembed.EndpointName), page.NewCard(ds, words))
	if in.Served {
		s.providers = append(s.providers, provider)
		public.OEmbedJSON, public.OEmbedXML = provider.Discovery(oembed.JSON), provider.Discovery(oembed.XML)
		return public, nil
	}
	answer, err := provider.Static()
	if err != nil {
		return public, fmt.Errorf("site: the oEmbed answer: %w", err)
	}
	body, err := answer.Encode(oembed.JSON)
	if err != nil {
		return public, fmt.Errorf("site: the oEmbed answer: %w", err)
	}
	public.OEmbedJSON = in.Base.File(s.add(newFile(folder+oembed.FileName, body)))
	return public, nil
}
