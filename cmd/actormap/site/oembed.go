package site

import (
	"fmt"

	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/oembed"
	"actormap/cmd/actormap/page"
)

// addOEmbed sets the provider of a site that is served, or else adds the answer as a file,
// and returns where the pages are to point to. A file cannot answer in two formats by one
// address; JSON is the one that every reader takes.
func (s *Site) addOEmbed(in Input) (page.Public, error) {
	public := page.Public{Base: in.Base}
	words, err := lang.For(in.Dataset)
	if err != nil {
		return public, err
	}
	provider := oembed.NewProvider(in.Base, page.NewCard(in.Dataset, words))
	if in.Served {
		s.provider = provider
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
	public.OEmbedJSON = in.Base.File(s.add(newFile(oembed.FileName, body)))
	return public, nil
}
