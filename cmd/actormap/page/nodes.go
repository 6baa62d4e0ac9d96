package page

import "actormap/data"

// actor builds the section of an actor.
func (b *builder) actor(a *data.Actor, at place) node {
	n := b.node(a.ID, at)
	n.Aliases, n.Note, n.Links = b.wordList(a.Aliases), b.words(a.Note), b.links(a.URL, a.Wikidata)
	n.NoteProofs = b.evidence(a.Evidence, at)
	for _, of := range a.Of {
		n.Of = append(n.Of, membership{
			Node: b.nodeLink(of.To, at), Role: b.words(of.Role), Common: of.Common,
			Span:     span{b.dated(of.Since), b.dated(of.Until)},
			Evidence: b.evidence(of.Evidence, at),
		})
	}
	return n
}

// issue builds the section of an issue.
func (b *builder) issue(s *data.Issue, at place) node {
	n := b.node(s.ID, at)
	n.Aliases, n.Note, n.Links = b.wordList(s.Aliases), b.words(s.Note), b.links(s.URL, s.Wikidata)
	if s.PartOf != "" {
		n.PartOf = &partOf{b.nodeLink(s.PartOf, at), s.Common, b.evidence(s.Evidence, at)}
	}
	return n
}

// node builds what actors and issues have in common: the name, and the relations, in
// full where they belong to this place.
func (b *builder) node(id string, at place) node {
	n := node{
		ID: id, Name: b.names[id], Kind: b.kinds[id], KindWords: b.kindWords(b.kinds[id]),
		Count: b.degree[id], CountWords: b.countWords(b.degree[id], b.claims[id]), MembersKey: "node.members",
	}
	said := b.saidBy(id, at)
	if n.Count == 0 && len(said.Refs) > 0 {
		n.CountWords = "" // who only speaks is on the map for what they said
	}
	n.Corrected = b.correctionsOf(id, at)
	if n.Kind == issueKind {
		n.MembersKey = "node.parts"
	}
	if ends := b.relationsAt(id); len(ends) > 0 {
		n.SumWords = b.sumWords(b.sumOf(ends))
	}
	for _, member := range b.members[id] {
		n.Members = append(n.Members, b.nodeLink(member, at))
	}
	if at.split && at.node == "" {
		n.Page = nodeHref(id)
		return n
	}
	toIt := refs{Title: b.Tell("node.towards")}
	aboutIt := refs{Title: b.Tell("node.about")}
	for _, r := range b.around[id] {
		switch {
		case r.From == id || r.To == id && at.node == id:
			n.Relations = append(n.Relations, b.relation(r, at))
		case r.To == id:
			toIt.Refs = append(toIt.Refs, b.ref(r, at))
		default:
			aboutIt.Refs = append(aboutIt.Refs, b.ref(r, at))
		}
	}
	for _, list := range []refs{toIt, aboutIt, said} {
		if len(list.Refs) > 0 {
			n.Refs = append(n.Refs, list)
		}
	}
	return n
}

// nodeLink points to a node from the place given. The link to what does not exist, which
// the checks of package data rule out, shows the id.
func (b *builder) nodeLink(id string, at place) nodeLink {
	name, ok := b.names[id]
	if !ok {
		name = words{Text: id}
	}
	return nodeLink{ID: id, Name: name, Href: at.toNode(id)}
}

// nodeDocuments builds the document of every node of a large dataset.
func (b *builder) nodeDocuments() []nodeDocument {
	var list []nodeDocument
	add := func(build func(at place) node, id string) {
		at := place{split: true, node: id}
		d := nodeDocument{b.document(b.root+"../", nodeHref(id), b.cited(id)), build(at), b.contrasts(b.relationsAt(id), at), b.removals(at)}
		d.HeadTitle = b.isolated(d.Node.Name.Text) + " · " + d.HeadTitle
		list = append(list, d)
	}
	for i := range b.ds.Actors {
		add(func(at place) node { return b.actor(&b.ds.Actors[i], at) }, b.ds.Actors[i].ID)
	}
	for i := range b.ds.Issues {
		add(func(at place) node { return b.issue(&b.ds.Issues[i], at) }, b.ds.Issues[i].ID)
	}
	return list
}

// cited lists the sources that the document of a node quotes.
func (b *builder) cited(id string) []data.Source {
	used := map[string]bool{}
	note := func(list []data.Evidence) {
		for _, e := range list {
			used[e.Source] = true
		}
	}
	for _, r := range b.around[id] {
		if r.From == id || r.To == id {
			note(r.Evidence)
		}
	}
	if a, ok := b.actors[id]; ok {
		note(a.Evidence)
		for _, of := range a.Of {
			note(of.Evidence)
		}
	}
	for i := range b.ds.Issues {
		if b.ds.Issues[i].ID == id {
			note(b.ds.Issues[i].Evidence)
		}
	}
	var list []data.Source
	for i := range b.ds.Sources {
		if used[b.ds.Sources[i].ID] {
			list = append(list, b.ds.Sources[i])
		}
	}
	return list
}

// path is where the document is written.
func (d nodeDocument) path() string { return nodePath(d.Node.ID) }

// wordList picks the version of each text.
func (b *builder) wordList(texts []data.Text) []words {
	var list []words
	for _, t := range texts {
		list = append(list, b.words(t))
	}
	return list
}

// links lists the addresses outside that a node has.
func (v vocabulary) links(address, wikidata string) []link {
	var list []link
	if address != "" {
		list = append(list, link{address, v.Tell("link.website")})
	}
	if wikidata != "" {
		list = append(list, link{"https://www.wikidata.org/wiki/" + wikidata, v.Tell("link.wikidata", "id", wikidata)})
	}
	return list
}
