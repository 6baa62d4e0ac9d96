package page

import (
	"slices"
	"strings"

	"actormap/data"
)

// evidence builds the proofs.
func (b *builder) evidence(list []data.Evidence, at place) []evidence {
	var out []evidence
	for _, e := range list {
		v := evidence{
			Source: words{Text: e.Source}, SourceHref: "#s-" + e.Source,
			Voice: b.voiceWords(e.Voice, e.Speaker != "" || !e.Attributed.Empty()), Reported: b.dated(e.Reported),
			Denies: e.Denies, Alleged: e.Alleged == data.Yes && !e.Denies, Attributed: b.words(e.Attributed),
		}
		plainLang := ""
		if s, ok := b.sources[e.Source]; ok {
			v.Source = b.sourceName(s)
			plainLang = s.Language
			if e.Reported == "" {
				v.Reported = b.dated(s.Published)
			}
		}
		v.Quote = b.wordsIn(e.Quote, plainLang)
		if t := b.words(e.Translation); t.Text != "" && t.Lang != v.Quote.Lang {
			v.Translation = t // another language than the quote's: the page's own, or the dataset's
		}
		if e.Speaker != "" {
			speaker := b.nodeLink(e.Speaker, at)
			v.Speaker = &speaker
		}
		out = append(out, v)
	}
	return out
}

// newestFirst sorts proofs by the day on which each was said or printed. What has no day comes
// last; proofs of one day stay in the order of the dataset.
func newestFirst(list []evidence) []evidence {
	slices.SortStableFunc(list, func(a, b evidence) int { return strings.Compare(b.Reported.ISO, a.Reported.ISO) })
	return list
}

// sidesOf parts the proofs of a disputed relation; where none denies it, or all do, there are
// no sides to show.
func (b *builder) sidesOf(list []evidence) []side {
	says, denies := side{Title: b.Tell("contrasts.says")}, side{Title: b.Tell("contrasts.denies")}
	for _, e := range list {
		if e.Denies {
			denies.Evidence = append(denies.Evidence, e)
		} else {
			says.Evidence = append(says.Evidence, e)
		}
	}
	if len(says.Evidence) == 0 || len(denies.Evidence) == 0 {
		return nil
	}
	return []side{says, denies}
}
