package page

// legendGroup is one part of the legend; every sign of it stands beside words.
type legendGroup struct {
	Heading string
	Items   []legendItem
}

// legendItem is a shape or, where Shape is empty, a line.
type legendItem struct {
	Shape string
	Mark  mark
	Words string
}

// legend explains every sign of the map, also those that this dataset does not use: the
// live map is one click from others.
func legend() []legendGroup {
	line := func(ink, glyph, class, status, text string) legendItem {
		return legendItem{Mark: mark{Ink: ink, Glyph: glyph, Class: class, Status: status}, Words: text}
	}
	mutual := line("neutral", "", "words", "happened", "mutual: no arrowhead")
	mutual.Mark.Mutual = true
	return []legendGroup{
		{"Who and what", []legendItem{
			{Shape: "person", Words: "person"},
			{Shape: "state", Words: "state"},
			{Shape: "organisation", Words: "organisation"},
			{Shape: "group", Words: "group"},
			{Shape: "issue", Words: "issue"},
			{Shape: "band", Words: "belongs to, is part of"},
		}},
		{"What is said or done", []legendItem{
			line("plus", "plus", "words", "happened", "cooperation, or for an issue"),
			line("minus", "minus", "words", "happened", "conflict, or against an issue"),
			line("neutral", "ask", "words", "happened", "asks, urges, demands"),
			line("neutral", "", "words", "happened", "no side stated"),
			mutual,
		}},
		{"How", []legendItem{
			line("neutral", "", "words", "happened", "thin: words"),
			line("neutral", "", "deeds", "happened", "thick: deeds"),
			line("neutral", "", "structure", "happened", "pale: contains, hinges on"),
			line("neutral", "", "words", "future", "dashes: announced"),
			line("neutral", "", "words", "hypothetical", "dots: hypothetical"),
			line("grey", "plus", "words", "negated", "struck, grey: negated"),
		}},
	}
}
