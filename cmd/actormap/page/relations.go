package page

import (
	"strings"

	"actormap/data"
)

// relation builds the article of a relation.
func (b *builder) relation(r *data.Relation, at place) relation {
	m := b.relationMark(r)
	proofs := newestFirst(b.evidence(r.Evidence, at))
	address, line := b.report(r)
	return relation{
		ID: r.ID, Type: r.Type, Mark: m,
		TypeWords:   b.typeWords(r, m),
		StatusWords: b.statusNote(r.Status),
		Standing:    b.standingNote(r.Standing()),
		Disputed:    r.Standing() == data.Disputed,
		Who:         b.who(r, at),
		From:        b.nodeLink(r.From, at), To: b.nodeLink(r.To, at),
		Label: b.label(r),
		Span:  span{b.dated(r.Date), b.dated(r.Until)}, When: b.words(r.When),
		Facts:    b.facts(r, at),
		Mixed:    b.mixedWith(r, at),
		Evidence: proofs,
		Sides:    b.sidesOf(proofs),

		Corrections: b.correctionsOf(r.ID, at),
		Reply:       b.reply(r.Reply, at),
		Outcome:     b.outcome(r.Outcome, at),
		Reviewed:    b.dated(r.Reviewed),
		Report:      address,
		ReportLine:  line,
	}
}

// facts lists what a relation has beyond its headline.
func (b *builder) facts(r *data.Relation, at place) []fact {
	var list []fact
	if len(r.About) > 0 {
		about := fact{Term: b.Tell("relation.about")}
		for _, id := range r.About {
			about.Links = append(about.Links, b.nodeLink(id, at))
		}
		list = append(list, about)
	}
	if !r.If.Empty() {
		list = append(list, fact{Term: b.Tell("relation.if"), Words: b.words(r.If)})
	}
	if len(r.DependsOn) > 0 {
		hinges := fact{Term: b.Tell("relation.hinges")}
		for _, id := range r.DependsOn {
			hinges.Links = append(hinges.Links, b.anyLink(id, at))
		}
		list = append(list, hinges)
	}
	if !r.Place.Empty() {
		list = append(list, fact{Term: b.Tell("relation.place"), Words: b.words(r.Place)})
	}
	return list
}

// anyLink points to a node or to a relation, which may be what another hinges on.
func (b *builder) anyLink(id string, at place) nodeLink {
	r, ok := b.relations[id]
	if _, isNode := b.kinds[id]; isNode || !ok {
		return b.nodeLink(id, at)
	}
	label := b.label(r)
	label.Before, label.Text = "", b.names[r.From].Text+" "+label.Before+label.Text+label.After+" "+b.names[r.To].Text
	label.After = ""
	return nodeLink{ID: id, Name: label, Href: at.relation(r)}
}

// ref links to a relation whose article stands elsewhere.
func (b *builder) ref(r *data.Relation, at place) ref {
	return ref{ID: r.ID, Href: at.relation(r), From: b.names[r.From], Label: b.label(r), To: b.names[r.To], Mutual: r.Mutual, Notes: strings.Join(b.notes(r), " · ")}
}

// sourceName is what a source is called.
func (b *builder) sourceName(s *data.Source) words {
	name, language := s.Name()
	return b.named(name, language, s.ID)
}

// named picks the version of a name, which where it is plain is in the language given; id stands for one that
// has no text.
func (b *builder) named(name data.Text, language, id string) words {
	if name.Empty() {
		return words{Text: id}
	}
	return b.wordsIn(name, language)
}

// sourceList lists the sources with the number of quotes taken from each.
func (b *builder) sourceList(sources []data.Source) []source {
	var list []source
	for i := range sources {
		s := &sources[i]
		v := source{
			ID: s.ID, Name: b.sourceName(s), Author: b.words(s.Author),
			Published: b.dated(s.Published), CountWords: b.Say("n.quotes", "n", b.quotes[s.ID]),
		}
		for _, r := range b.uses[s.ID] {
			v.Uses = append(v.Uses, b.ref(r, place{}))
		}
		if !s.Title.Empty() {
			v.Publisher = b.words(s.Publisher)
		}
		if s.URL != "" {
			v.Links = append(v.Links, link{s.URL, b.Tell("link.original")})
		}
		if s.Archive != "" {
			v.Links = append(v.Links, link{s.Archive, b.Tell("link.archive")})
		}
		list = append(list, v)
	}
	return list
}
