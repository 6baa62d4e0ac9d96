package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// correction warns of a day that has not come yet (one after the map's own date is right: a map as of
// February can be corrected in November), and of an id that an earlier one has removed.
func (w *reviewer) correction(v value, c *Correction) {
	w.notYet(member(v, "date"), c.Date)
	along(member(v, "removed"), c.Removed, func(v value, id *string) {
		if w.removed[*id] {
			w.warn(v.spot(), "another correction has removed "+quoted(*id)+" already", "leave it to one of them: a link to it leads there")
		}
	})
	for _, id := range c.Removed {
		w.removed[id] = true
	}
}

func (w *reviewer) relation(v value, r *Relation) {
	if r.Status == Happened {
		w.later(member(v, "date"), r.Date, "it happened on %s", `mend the date or "updated", or write "status": "future"`)
	}
	if r.Status == Future && !isReported(r.Evidence) {
		w.warn(member(v, "status").spot(), "nothing says when this was announced", `add "reported", the day on which it was said, to its evidence`)
	}
	if r.Status == Negated {
		w.negation(v, r)
	}
	w.notYet(member(v, "reviewed"), r.Reviewed)
	w.proofs(member(v, "evidence"), r.Evidence)
	const cure = `mend the date or "updated"`
	if r.Reply != nil {
		w.later(member(member(v, "reply"), "date"), r.Reply.Date, "this was answered on %s", cure)
	}
	if r.Outcome != nil {
		w.later(member(member(v, "outcome"), "date"), r.Outcome.Date, "this came out on %s", cure)
		w.proofs(member(member(v, "outcome"), "evidence"), r.Outcome.Evidence)
	}
}

// later warns of a day that lies after the date of the map. what says what was on that day.
func (w *reviewer) later(v value, day Date, what, cure string) {
	if updated := w.ds.Updated; updated != "" && day != "" && updated.Before(day) {
		w.warn(v.spot(), fmt.Sprintf(what+", after %s, the date of the map", day, updated), cure)
	}
}

// notYet warns of a day on which somebody is said to have worked on the map, and that has not come yet.
func (w *reviewer) notYet(v value, day Date) {
	if today := w.d.today; today != "" && day != "" && today.Before(day) {
		w.warn(v.spot(), fmt.Sprintf("%s has not come yet: today is %s", day, today), "mend the date")
	}
}

// isReported reports whether it is known when one of those who say it said it.
func isReported(evidence []Evidence) bool {
	for i := range evidence {
		if !evidence[i].Denies && evidence[i].Reported != "" {
			return true
		}
	}
	return false
}

// negations are words that say "not", by the language of a text.
var negations = map[string][]string{
	"en": strings.Fields("not no never nothing nobody cannot without denies denied"),
	"de": strings.Fields("nicht nie niemals kein keine keinen keinem keiner keines nichts niemand ohne"),
	"es": strings.Fields("no nunca jamás nada nadie ningún ninguna sin"),
	"fr": strings.Fields("ne pas jamais rien aucun aucune sans"),
	"ru": strings.Fields("не нет никогда ничего никто без"),
	"uk": strings.Fields("не ні ніколи нічого ніхто без"),
	"ar": strings.Fields("لا لم لن ليس ليست غير"),
}

// negation warns of the label of a negated relation that says "not" itself: it would be read twice.
func (w *reviewer) negation(v value, r *Relation) {
	for _, version := range r.Label.All() {
		primary, _, _ := strings.Cut(strings.ToLower(version.Tag), "-")
		if version.Tag == "" {
			primary, _, _ = strings.Cut(strings.ToLower(w.ds.Language), "-")
		}
		words := strings.FieldsFunc(strings.ToLower(version.Text), func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' })
		i := slices.IndexFunc(words, func(word string) bool {
			return slices.Contains(negations[primary], word) || primary == "en" && (strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t")) ||
				primary == "fr" && (strings.HasPrefix(word, "n'") || strings.HasPrefix(word, "n’"))
		})
		if i >= 0 {
			w.warn(member(v, "label").spot(), fmt.Sprintf("the label says %s, and the map writes \"negated:\" before it: two negations are none", quoted(words[i])),
				`say what is not so: "met", and "status": "negated"`)
			return
		}
	}
}
