// Package oembed answers in oEmbed 1.0 (https://oembed.com) how a map is embedded: what a
// site takes that makes an embed of an address pasted into it.
package oembed

import (
	"html/template"
	"net/url"
	"strings"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/page"
)

const (
	// FileName is the answer's own file, which a host without a server's help sends to
	// whoever asks, whatever the sizes asked for.
	FileName = "oembed.json"
	// EndpointName is where a server answers, from the root of the site.
	EndpointName = "oembed"
)

// A Provider answers for one map, whose address on the web is known.
type Provider struct {
	base     address.Base
	endpoint string
	card     page.Card
}

// NewProvider makes the provider of the map that stands at base, which must be known.
// endpoint is the absolute address that answers.
func NewProvider(base address.Base, endpoint string, card page.Card) *Provider {
	return &Provider{base, endpoint, card}
}

// Base is where the map stands.
func (p *Provider) Base() address.Base { return p.base }

// Discovery is the absolute address that the map's page names for the answer in a format.
func (p *Provider) Discovery(f Format) string {
	return p.endpoint + "?format=" + string(f) + "&url=" + url.QueryEscape(p.base.String())
}

// Static is the answer for the map's page where no size is asked for.
func (p *Provider) Static() (Answer, error) { return p.answer("", Limits{}) }

// Answer is the answer for an absolute address. ok is false where it is not that of the
// map's page or of its form for an iframe. The query of the address, which may say how the
// map is to be seen, goes on to the embed.
func (p *Provider) Answer(addr string, limits Limits) (a Answer, ok bool, err error) {
	file, query, ok := p.base.Locate(addr)
	if !ok || p.base.File(file) != p.base.String() && file != page.EmbedPath {
		return Answer{}, false, nil
	}
	a, err = p.answer(query, limits)
	return a, err == nil, err
}

// answer fills in the answer. The query is fit to stand in an address.
func (p *Provider) answer(query string, limits Limits) (Answer, error) {
	if query != "" {
		query = "?" + query
	}
	size := limits.size()
	html, err := p.html(query, size)
	return Answer{
		Version: "1.0", Type: "rich", Title: p.card.Title,
		ProviderName: p.card.SiteName, ProviderURL: p.base.String(),
		Width: size.width, Height: size.height, HTML: html,
	}, err
}

// snippet is what sites print. WordPress and its like keep of it what stands here and no
// more, and keep it only in this order: the quotation is the very first thing, without
// white space before it, and the one iframe follows. The quotation stands in feeds, mail
// and reader modes, which drop it unless most of it is text: so the link is short and last. Themes that say
// iframe { height: auto } mean it for pictures, and take away the attribute's height; the style's they leave, and a site
// that wraps frames may still change it.
const snippet = `<blockquote>{{.Brief}} <a href="{{.Page}}">{{.Open}}</a></blockquote>` +
	`<iframe src="{{.Embed}}" width="{{.Width}}" height="{{.Height}}" frameborder="0" style="height:{{.Height}}px" title="{{.Title}}"></iframe>`

// html writes the snippet for the map seen as the query says.
func (p *Provider) html(query string, s size) (string, error) {
	t, err := template.New(EndpointName).Parse(snippet)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = t.Execute(&out, struct {
		Brief, Page, Open, Embed, Title string
		Width, Height                   int
	}{p.card.Brief, p.base.String() + query, p.card.Open, p.base.File(page.EmbedPath) + query, p.card.Title, s.width, s.height})
	return out.String(), err
}
