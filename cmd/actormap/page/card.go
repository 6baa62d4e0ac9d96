package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"actormap/cmd/actormap/lang"
	"actormap/data"
)

// A Card is what a map says of itself, in plain text, wherever it is linked to: in a
// preview, in a list of results, under an embed. A text that runs from right to left, and
// one that directs, is isolated from its surroundings.
type Card struct {
	Title       string // with the "as of" date
	Description string // the summary; where there is none, how much is on the map
	Lang        string // BCP 47 tag of the title
	SiteName    string // who publishes the map; where the dataset does not say, the kind of thing that it is
	Open        string // what a link to the map says
	Brief       string // one line of title, date and the beginning of the summary, BriefLeast characters or more
}

// BriefLeast is how many characters of Card.Brief keep a quotation of it in reader modes,
// which throw out whatever is little but a link.
const BriefLeast = 60

// The most of a title and of a summary that Card.Brief repeats, in characters.
const (
	briefTitle   = 120
	briefSummary = 200
)

// NewCard makes the card of a dataset, with the words of a catalogue.
func NewCard(ds *data.Dataset, c *lang.Catalogue) Card {
	return (&builder{ds: ds, vocabulary: vocabulary{c}}).card()
}

// card needs nothing of the builder but the dataset and the words.
func (b *builder) card() Card {
	title, summary := b.words(b.ds.Title), b.words(b.ds.Summary)
	c := Card{
		Title:       b.isolated(title.Text),
		Description: b.isolated(summary.Text),
		Lang:        title.Lang,
		SiteName:    b.Say("site.name"),
		Open:        b.Say("card.open"),
	}
	if c.Lang == "" {
		c.Lang = b.Tag
	}
	if c.Description == "" {
		c.Description = b.counts()
	}
	if publisher := b.words(b.ds.Publisher); publisher.Text != "" {
		c.SiteName = b.isolated(publisher.Text)
	}
	asOf := b.dated(b.ds.Updated).Words
	if asOf != "" {
		c.Title += " · " + b.Say("asOf", "date", asOf)
	}
	if corrected := b.corrected().Words; corrected != "" {
		said := b.Say("corrected", "date", corrected)
		c.Title += " · " + said
		if asOf != "" {
			asOf += b.Say("list.comma") + said // the two are told together, as on the page
		}
	}
	c.Brief = b.brief(title.Text, asOf, summary.Text)
	return c
}

// brief writes the line of a Card.
func (v vocabulary) brief(title, asOf, summary string) string {
	name := shortened(title, briefTitle)
	line := v.isolated(name)
	if asOf != "" {
		line = v.Say("card.dated", "title", line, "date", asOf)
	}
	if last, _ := utf8.DecodeLastRuneInString(name); asOf != "" || !strings.ContainsRune(".!?…。！？؟", last) {
		line += v.Say("stop")
	}
	if short := shortened(summary, briefSummary); short != "" {
		line += " " + v.isolated(short)
	}
	if utf8.RuneCountInString(line) < BriefLeast {
		line += " " + v.Say("card.what")
	}
	return line
}

// shortened folds the white space of a text and cuts it to most characters, an ellipsis
// included: between words or, where a word is as long as that, between letters. A text
// that is cut loses the characters that direct it, as their counterparts may be cut off.
func shortened(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	letters := []rune(strings.Map(dropDirection, text))
	if len(letters) <= most {
		return string(letters)
	}
	end := most - 1 // where the ellipsis stands
	for end > most/2 && letters[end] != ' ' {
		end--
	}
	if letters[end] != ' ' {
		for end = most - 1; end > most/2 && belongsTogether(letters[end-1], letters[end]); end-- {
		}
	}
	return strings.TrimRight(string(letters[:end]), " ,;:–-") + "…"
}

// dropDirection leaves out the characters that direct others.
func dropDirection(r rune) rune {
	if directs(r) {
		return -1
	}
	return r
}

// belongsTogether reports whether b is written onto a: an accent, or a joined emoji.
func belongsTogether(a, b rune) bool {
	const joiner = 0x200d
	return a == joiner || b == joiner || unicode.Is(unicode.M, b) || unicode.Is(unicode.Sk, b)
}

// locale writes a language tag as Open Graph does: language, and territory where the tag
// says one. A territory is never guessed.
func locale(tag string) string {
	subtags := strings.Split(tag, "-")
	out := strings.ToLower(subtags[0])
	for _, s := range subtags[1:] {
		if len(s) == 1 {
			break // an extension, or private use
		}
		if len(s) == 2 {
			return out + "_" + strings.ToUpper(s)
		}
	}
	return out
}
