package lang

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

// A rule picks the category of a whole number, zero or more.
type rule struct {
	pick       func(n int) Category
	categories []Category // that pick returns
}

// ruleOf returns the rule of a language for whole numbers, from the cardinal rules of CLDR 48
// (https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html). A test
// holds them against those of the browser, Intl.PluralRules. ok is false for a language
// without a rule here.
func ruleOf(tag string) (r rule, ok bool) {
	switch tag {
	case "en", "de":
		return rule{oneOrOther, []Category{One, Other}}, true
	case "es":
		return rule{spanish, []Category{One, Many, Other}}, true
	case "fr":
		return rule{french, []Category{One, Many, Other}}, true
	case "ru", "uk":
		return rule{eastSlavic, []Category{One, Few, Many}}, true
	case "ar":
		return rule{arabic, []Category{Zero, One, Two, Few, Many, Other}}, true
	case "zh":
		return rule{func(int) Category { return Other }, []Category{Other}}, true
	}
	return rule{}, false
}

func oneOrOther(n int) Category {
	if n == 1 {
		return One
	}
	return Other
}

func spanish(n int) Category {
	if n != 0 && n%1_000_000 == 0 {
		return Many
	}
	return oneOrOther(n)
}

func french(n int) Category {
	if n <= 1 {
		return One
	}
	return spanish(n)
}

func eastSlavic(n int) Category {
	units, tens := n%10, n%100
	switch {
	case units == 1 && tens != 11:
		return One
	case units >= 2 && units <= 4 && (tens < 12 || tens > 14):
		return Few
	}
	return Many
}

func arabic(n int) Category {
	switch tens := n % 100; {
	case n == 0:
		return Zero
	case n == 1:
		return One
	case n == 2:
		return Two
	case tens >= 3 && tens <= 10:
		return Few
	case tens >= 11:
		return Many
	}
	return Other
}
