package fold

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

const unspacedScripts = `\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々`

var (
	// Scripts that put no blanks between words.
	beginsUnspaced = regexp.MustCompile(`^[` + unspacedScripts + `]`)
	endsUnspaced   = regexp.MustCompile(`[` + unspacedScripts + `]$`)

	// What Arabic writes together with the next word: and, so; with, like, for; the.
	arabicProclitics = regexp.MustCompile(`^[وف]?(?:[بك]?ال|لل|[بكل])?$`)
	// The same of Hebrew: and; when, that; in, like, for, from; the.
	hebrewProclitics = regexp.MustCompile(`^ו?(?:כש|מש|ש)?[בכלמ]?ה?$`)
	// An article before a word that is looked for; without one the letter may well belong to the word.
	article = regexp.MustCompile(`(^| )(?:[وف]?[بك]?ال|[وف]?لل)([^ ]{2})`)

	// Korean has compounds whatever the language of the text; folded, it is in letters, not
	// syllables.
	hangul = regexp.MustCompile(`^\p{Hangul}`)
)

const (
	shortestWord = 2 // looked for behind what is written together with it, in UTF-16 units as in JavaScript
	shortestEnd  = 4 // that counts as the end of a compound
	shortestRest = 3 // before it
)

// A Match says how well a word is found.
type Match uint8

// From worst to best.
const (
	NotFound    Match = iota
	AtEnd             // as the end of a compound
	AtBeginning       // at the beginning of what its readers take for a word
)

// HasCompounds reports whether a language, given by its BCP 47 tag, writes compounds as one
// word: their last part says what a thing is.
func HasCompounds(tag string) bool {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return slices.Contains([]string{"de", "nl", "fy", "lb", "af", "sv", "da", "nb", "nn", "no", "is", "fo", "fi", "et", "hu"}, language)
}

// Find returns how well the words of a query are found in a text, the worst of them in the
// best way to read the query.
func (f *Folder) Find(text, query string, compounds bool) Match {
	folded := strings.Join(f.Readings(text), " ")
	best := NotFound
	for _, words := range f.waysToRead(query) {
		worst := AtBeginning
		for _, word := range words {
			worst = min(worst, match(folded, word, compounds))
		}
		best = max(best, worst)
	}
	return best
}

// Means reports whether somebody who writes word where an id should be may mean a name: it is
// the same when folded, or begins a word of it, of three letters of Latin or one of Han.
func (f *Folder) Means(name, word string) bool {
	readings := f.Readings(word)
	for _, reading := range f.Readings(name) {
		if reading != "" && slices.Contains(readings, reading) {
			return true
		}
	}
	const shortest = 3 // bytes of UTF-8
	return len(readings[0]) >= shortest && f.Find(name, word, true) == AtBeginning
}

// waysToRead returns the words of each way to read a query, none without a word.
func (f *Folder) waysToRead(query string) [][]string {
	var ways [][]string
	for _, reading := range f.Readings(query) {
		for _, way := range []string{reading, article.ReplaceAllString(reading, "$1$2")} {
			if words := strings.Fields(way); len(words) > 0 {
				ways = append(ways, words)
			}
		}
	}
	return ways
}

// match returns how well a folded word is found in a folded text.
func match(text, word string, compounds bool) Match {
	best := NotFound
	for from := 0; best < AtBeginning; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			break
		}
		at := from + i
		best = max(best, matchAt(text[:at], word, text[at+len(word):], compounds))
		from = at + 1
	}
	return best
}

// matchAt judges one place of a word, between what is before and after it.
func matchAt(before, word, after string, compounds bool) Match {
	if before == "" || strings.HasSuffix(before, " ") {
		return AtBeginning
	}
	before = before[strings.LastIndexByte(before, ' ')+1:]
	if beginsUnspaced.MatchString(word) || endsUnspaced.MatchString(before) {
		return AtBeginning
	}
	if units(word) >= shortestWord && (arabicProclitics.MatchString(before) || hebrewProclitics.MatchString(before)) {
		return AtBeginning
	}
	ends := (after == "" || after[0] == ' ') && units(word) >= shortestEnd && units(before) >= shortestRest
	if ends && (compounds || hangul.MatchString(word)) {
		return AtEnd
	}
	return NotFound
}

// units counts as JavaScript does.
func units(s string) int { return len(utf16.Encode([]rune(s))) }
