package lang

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// A Category is a plural category of Unicode CLDR.
type Category string

// The categories; every language has Other.
const (
	Zero  Category = "zero"
	One   Category = "one"
	Two   Category = "two"
	Few   Category = "few"
	Many  Category = "many"
	Other Category = "other"
)

// categories lists them in the order in which a catalogue does.
func categories() []Category { return []Category{Zero, One, Two, Few, Many, Other} }

// A pluralRule picks the category of a whole number in one language.
type pluralRule struct {
	tag      language.Tag
	millions bool // whole millions are many
}

// ruleOf returns the rule of a language by its BCP 47 tag. The tables of x/text are those of CLDR 32. Since CLDR 38
// French and Spanish say "many" of whole millions ("un million de relations"), and so do browsers; a test holds every
// catalogue's language against them, and finds the next language for which that is so.
func ruleOf(tag string) pluralRule {
	return pluralRule{language.Make(tag), tag == "fr" || tag == "es"}
}

// pick returns the category of a whole number, zero or more.
func (r pluralRule) pick(n int) Category {
	if r.millions && n > 0 && n%1_000_000 == 0 {
		return Many
	}
	switch plural.Cardinal.MatchPlural(r.tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		return Zero
	case plural.One:
		return One
	case plural.Two:
		return Two
	case plural.Few:
		return Few
	case plural.Many:
		return Many
	}
	return Other
}
