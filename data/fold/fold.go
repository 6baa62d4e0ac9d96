// Package fold says what somebody may type for a name, whatever its case, accents and script,
// and whether that finds the name. It proposes, and never says that two names are one.
//
// The search of the page does the same in web/src/model/search-fold.js and search-match.js;
// testdata/search.json holds the two together.
package fold

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	// apostrophes are quotation marks too, those of Hebrew and Armenian among them.
	apostrophes = "'`´\"“”„‟«»‘’‚‛′″՚׳״"
	// zeros are the first digits of scripts that have digits of their own.
	zeros = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
)

// A Folder folds texts. It holds the tables of letters.
type Folder struct{ letters, spelled map[rune]string }

// New returns a Folder.
func New() *Folder { return &Folder{letters(), spelled()} }

// Fold takes compatible forms and accents away and returns the words in lower case and one
// script, apart by one space.
func (f *Folder) Fold(text string) string { return inWords(joinInitials(noApostrophes(f.bare(text)))) }

// Readings returns each way to read a text, folded: O'Neill as "oneill" and "o neill", Müller
// as "muller" and "mueller". The first is what Fold returns; none comes twice.
func (f *Folder) Readings(text string) []string {
	var all []string
	for _, version := range []string{text, f.spellOut(text)} {
		bare := f.bare(version)
		for _, reading := range []string{joinInitials(noApostrophes(bare)), joinParts(joinInitials(bare)), bare} {
			if words := inWords(reading); !slices.Contains(all, words) {
				all = append(all, words)
			}
		}
	}
	return all
}

// spellOut writes letters by two where some do.
func (f *Folder) spellOut(text string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		r = unicode.ToLower(r)
		if two, ok := f.spelled[r]; ok {
			b.WriteString(two)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bare returns the letters of a text and what stands between them.
func (f *Folder) bare(text string) string {
	var b strings.Builder
	// Unicode would take ´ apart into a blank and an accent.
	for _, r := range norm.NFKD.String(strings.ReplaceAll(text, "´", "'")) {
		if isAccent(r) || unicode.Is(unicode.Cf, r) || isSign(r) {
			continue
		}
		r = unicode.ToLower(r)
		if latin, ok := f.letters[r]; ok {
			b.WriteString(latin)
		} else {
			b.WriteRune(digit(hiragana(r)))
		}
	}
	return b.String()
}

// isAccent reports whether r is a mark to leave out: an accent, a vowel point or a tone. The
// vowel signs of Thai, Devanagari and their like are letters to their readers, and stay.
func isAccent(r rune) bool {
	return unicode.Is(unicode.M, r) && (!unicode.Is(unicode.Other_Alphabetic, r) ||
		unicode.In(r, unicode.Inherited, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Cyrillic))
}

// isSign reports whether r is what transliterations write for hamza, ayn, the okina or the
// soft sign: some write them, most do not.
func isSign(r rune) bool { return r >= 0x2B9 && r <= 0x2BF || r == 0xA78B || r == 0xA78C }

// hiragana returns the Hiragana for a Katakana, and everything else as it is.
func hiragana(r rune) rune {
	if r >= 'ァ' && r <= 'ヶ' {
		return r - 'ァ' + 'ぁ'
	}
	return r
}

// digit returns the European digit for one of another script, and everything else as it is.
func digit(r rune) rune {
	for _, zero := range zeros {
		if r >= zero && r <= zero+9 {
			return '0' + r - zero
		}
	}
	return r
}

// isWord reports whether words are made of r.
func isWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// inWords puts one space between words.
func inWords(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !isWord(r) }), " ")
}

func noApostrophes(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(apostrophes, r) {
			return -1
		}
		return r
	}, text)
}

// joinInitials joins single letters with dots, as in U.S. and J. D. Vance.
func joinInitials(text string) string {
	runes := []rune(text)
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return ' '
		}
		return runes[i]
	}
	var out []rune
	for i := 0; i < len(runes); i++ {
		out = append(out, runes[i])
		if !unicode.IsLetter(runes[i]) || isWord(at(i-1)) {
			continue
		}
		for at(i+1) == '.' {
			next := i + 2
			if unicode.IsSpace(at(next)) {
				next++
			}
			if !unicode.IsLetter(at(next)) || isWord(at(next+1)) {
				break
			}
			out = append(out, runes[next])
			i = next
		}
	}
	return string(out)
}

// joinParts leaves out each sign that stands alone in the middle of a word, such as a hyphen,
// a middle dot or an ampersand.
func joinParts(text string) string {
	runes := []rune(text)
	var out []rune
	for i, r := range runes {
		inside := i > 0 && i+1 < len(runes) && isWord(runes[i-1]) && unicode.In(runes[i+1], unicode.L, unicode.N)
		if !inside || isWord(r) || unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	return string(out)
}
