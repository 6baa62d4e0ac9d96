package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"actormap/data"
	"actormap/wasm/graph"
	"actormap/wasm/scene"
)

// builder turns a dataset into what the templates see. It reads the dataset only.
type builder struct {
	vocabulary
	ds     *data.Dataset
	graph  *graph.Graph // how each line is drawn
	assets Assets
	split  bool            // each node has a document of its own
	most   map[string]bool // ids of the nodes that have a place on the page; nil: all

	folder     string // of this rendition, from the root of the site
	root       string // the way back
	renditions []Rendition
	pictures   []Picture

	kinds     map[string]string // node id -> kind
	actors    map[string]*data.Actor
	names     map[string]words
	relations map[string]*data.Relation
	sources   map[string]*data.Source
	around    map[string][]*data.Relation // node id -> relations that end at it or are about it
	spoken    map[string][]*data.Relation // actor id -> relations of which a piece of evidence is in its words
	degree    map[string]int              // node id -> relations that end at it
	claims    map[string]int              // node id -> those of them that are claims
	members   map[string][]string         // node id -> nodes that belong to it
	quotes    map[string]int              // source id -> number of quotes
	uses      map[string][]*data.Relation // source id -> relations that it proves, unless the documents are split
}

// newBuilder indexes a dataset.
func newBuilder(ds *data.Dataset, r Rendition, all []Rendition, assets Assets) *builder {
	b := &builder{
		vocabulary: vocabulary{r.Words}, folder: r.Folder, root: strings.Repeat("../", strings.Count(r.Folder, "/")), renditions: all,
		ds: ds, graph: graph.New(ds, ds.Language), assets: assets, split: len(ds.Relations) > SplitAbove,
		kinds: map[string]string{}, actors: map[string]*data.Actor{}, names: map[string]words{},
		relations: map[string]*data.Relation{}, sources: map[string]*data.Source{},
		around: map[string][]*data.Relation{}, spoken: map[string][]*data.Relation{}, degree: map[string]int{}, claims: map[string]int{},
		members: map[string][]string{}, quotes: map[string]int{}, uses: map[string][]*data.Relation{},
	}
	b.pictures = assets.Pictures[r.Words.Tag]
	if b.pictures == nil {
		b.pictures = assets.Pictures[ds.Language]
	}
	b.chooseNodes()
	b.indexNodes()
	for i := range ds.Sources {
		b.sources[ds.Sources[i].ID] = &ds.Sources[i]
	}
	for i := range ds.Relations {
		b.indexRelation(&ds.Relations[i])
	}
	return b
}

func (b *builder) indexNodes() {
	for i := range b.ds.Actors {
		a := &b.ds.Actors[i]
		b.actors[a.ID] = a
		b.kinds[a.ID], b.names[a.ID] = string(a.Kind), b.words(a.Name)
		for _, of := range a.Of {
			if !slices.Contains(b.members[of.To], a.ID) {
				b.members[of.To] = append(b.members[of.To], a.ID)
			}
			b.countQuotes(of.Evidence)
		}
	}
	for i := range b.ds.Issues {
		s := &b.ds.Issues[i]
		b.kinds[s.ID], b.names[s.ID] = issueKind, b.words(s.Name)
		if s.PartOf != "" {
			b.members[s.PartOf] = append(b.members[s.PartOf], s.ID)
		}
	}
}

func (b *builder) indexRelation(r *data.Relation) {
	b.relations[r.ID] = r
	b.degree[r.From]++
	b.degree[r.To]++
	if r.Standing().Claim() {
		b.claims[r.From]++
		b.claims[r.To]++
	}
	b.countQuotes(r.Evidence)
	for _, e := range r.Evidence {
		if u := b.uses[e.Source]; !b.split && !slices.Contains(u, r) {
			b.uses[e.Source] = append(u, r)
		}
		if s := b.spoken[e.Speaker]; e.Speaker != "" && !slices.Contains(s, r) {
			b.spoken[e.Speaker] = append(s, r)
		}
	}
	ids := []string{r.From}
	for _, id := range append([]string{r.To}, r.About...) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		b.around[id] = append(b.around[id], r)
	}
}

func (b *builder) countQuotes(list []data.Evidence) {
	for _, e := range list {
		b.quotes[e.Source]++
	}
}

// index builds the page.
func (b *builder) index() indexDocument {
	at := place{split: b.split}
	d := indexDocument{
		document: b.document(b.root, indexPath, b.ds.Sources),
		Summary:  b.words(b.ds.Summary),
		Pictures: b.pictures,
		InWords:  b.inWords(at),
		Legend:   b.legend(),
		Groups:   b.groups(at),
		License:  b.ds.License,
		Types:    b.types(),
		Script:   b.script(b.root),
	}
	d.Alt = strings.Join(append([]string{b.Say("page.alt", "counts", d.InWords.Counts)}, b.claimsTold()...), " ")
	d.Caption = b.Tell("page.caption")
	d.Story = b.story(at)
	if b.split {
		d.Caption = b.Tell("page.caption.split")
	} else {
		d.Rows = b.rows(at)
		d.Contrasts = b.contrasts(b.allRelations(), at)
	}
	if len(b.graph.Nodes) > scene.LargeMapThreshold {
		d.Caption += " " + b.Tell("page.caption.most", "shown", scene.LargeMapThreshold, "all", len(b.graph.Nodes))
	}
	if b.most != nil {
		d.Most = b.Tell("most.why", "shown", len(b.most), "all", len(b.graph.Nodes))
	}
	d.TableCaption = b.Say("relations.caption", "relations", capital(b.Say("n.relations", "n", len(d.Rows))))
	if more := len(d.Sources) - 3; more > 0 {
		d.MoreSources = b.Tell("n.more", "n", more)
	}
	d.Corrections = b.corrections(at, func(*data.Correction) bool { return true })
	return d
}

// document builds what all documents share. href is its own address from the root of the
// site, or that of the document that it is a form of; its source list is of those given.
func (b *builder) document(root, href string, sources []data.Source) document {
	card := b.card()
	d := document{
		Lang: b.Tag, Dir: b.Dir, Root: b.assets.Root + root, Assets: b.assets, Title: b.words(b.ds.Title),
		Policy:      b.policy(href),
		HeadTitle:   card.Title,
		Description: card.Description,
		SiteName:    card.SiteName,
		Locale:      locale(card.Lang),
		AsOf:        b.dated(b.ds.Updated),
		Corrected:   b.corrected(),
		Desk:        b.desk(),
		Sources:     b.sourceList(sources),
	}
	d.Languages, d.Alternates, d.Unreviewed = b.languages(root), b.alternates(root, href), !b.Reviewed
	if b.assets.Public.Base.Known() {
		d.Address = b.absolute(root, b.folder, href)
	}
	if d.Card = b.assets.Card; d.Card.Href != "" {
		d.Card.Href = b.assets.Public.Site.File(d.Card.Href)
		d.CardAlt = strings.Join(append([]string{card.Title + ": " + b.counts()}, b.claimsTold()...), " ")
	}
	return d
}

// counts says in a sentence how much is on the map.
func (b *builder) counts() string {
	return capital(b.Say("counts", "actors", b.Say("n.actors", "n", len(b.ds.Actors)), "issues", b.Say("n.issues", "n", len(b.ds.Issues)),
		"relations", b.Say("n.relations", "n", len(b.ds.Relations)), "sources", b.Say("n.sources", "n", len(b.ds.Sources))))
}

// capital raises the first letter of a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// groups lists actors by kind, then issues; empty groups are left out.
func (b *builder) groups(at place) []group {
	order := []data.ActorKind{data.Person, data.State, data.Organisation, data.Group}
	byKind := make([]group, len(order)+1)
	for i, kind := range order {
		byKind[i] = group{ID: "g-" + string(kind), Heading: b.knownTold("kinds.", string(kind))}
	}
	byKind[len(order)] = group{ID: "g-" + issueKind, Heading: b.Tell("kinds.issue")}
	for i := range b.ds.Actors {
		if k := slices.Index(order, b.ds.Actors[i].Kind); k >= 0 && b.onPage(b.ds.Actors[i].ID, &byKind[k]) {
			byKind[k].Nodes = append(byKind[k].Nodes, b.actor(&b.ds.Actors[i], at))
		}
	}
	for i := range b.ds.Issues {
		if last := &byKind[len(order)]; b.onPage(b.ds.Issues[i].ID, last) {
			last.Nodes = append(last.Nodes, b.issue(&b.ds.Issues[i], at))
		}
	}
	return slices.DeleteFunc(byKind, func(g group) bool { return g.All == 0 })
}

// chooseNodes settles which nodes have a place on the page.
func (b *builder) chooseNodes() {
	if !b.split || len(b.graph.Nodes) <= scene.LargeMapThreshold {
		return
	}
	b.most = map[string]bool{}
	for _, i := range b.graph.MostConnected(scene.LargeMapThreshold) {
		b.most[b.graph.Nodes[i].ID] = true
	}
}

// onPage reports whether a node has a place on the page; either way its group counts it, and
// has a document of its own where some have none.
func (b *builder) onPage(id string, g *group) bool {
	g.All++
	if b.most != nil {
		g.Page = listHref(b.kinds[id])
	}
	return b.most == nil || b.most[id]
}

// rows lists every relation for the table.
func (b *builder) rows(at place) []row {
	rows := make([]row, 0, len(b.ds.Relations))
	for i := range b.ds.Relations {
		r := &b.ds.Relations[i]
		rows = append(rows, row{
			From: b.nodeLink(r.From, at), To: b.nodeLink(r.To, at),
			Href: at.relation(r), Label: b.label(r),
			Span: span{b.dated(r.Date), b.dated(r.Until)}, When: b.words(r.When),
			Status: b.statusCell(r),
		})
	}
	return rows
}

// types lists the types that occur, in the order of the vocabulary.
func (b *builder) types() []typeUse {
	used, claims := map[data.Type]int{}, map[data.Type]int{}
	for _, r := range b.allRelations() {
		used[r.Type]++
		if r.Standing().Claim() {
			claims[r.Type]++
		}
	}
	var list []typeUse
	for _, info := range data.Vocabulary {
		if n := used[info.Type]; n > 0 {
			where := b.Say("types.where.ours")
			if !info.Ours {
				where = b.Say("types.where.plover", "type", strings.ToUpper(string(info.Type)))
			}
			list = append(list, typeUse{b.typeNoun(info.Type), b.known("means.", string(info.Type)), where, b.countWords(n, claims[info.Type])})
		}
	}
	return list
}
