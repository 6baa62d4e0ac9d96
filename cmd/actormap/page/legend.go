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
func (v vocabulary) legend() []legendGroup {
	shape := func(name string) legendItem { return legendItem{Shape: name, Words: v.Say("legend." + name)} }
	line := func(ink, glyph, class, status, key string) legendItem {
		return legendItem{Mark: mark{Ink: ink, Glyph: glyph, Class: class, Status: status}, Words: v.Say(key)}
	}
	mutual := line("neutral", "", "words", "happened", "legend.mutual")
	mutual.Mark.Mutual = true
	return []legendGroup{
		{v.Say("legend.who"), []legendItem{
			shape("person"), shape("state"), shape("organisation"), shape("group"), shape("issue"), shape("band"),
		}},
		{v.Say("legend.said"), []legendItem{
			line("plus", "plus", "words", "happened", "legend.cooperation"),
			line("minus", "minus", "words", "happened", "legend.conflict"),
			line("neutral", "ask", "words", "happened", "legend.asks"),
			line("neutral", "", "words", "happened", "legend.noSide"),
			mutual,
		}},
		{v.Say("legend.how"), []legendItem{
			line("neutral", "", "words", "happened", "legend.thin"),
			line("neutral", "", "deeds", "happened", "legend.thick"),
			line("neutral", "", "structure", "happened", "legend.pale"),
			line("neutral", "", "words", "future", "legend.dashes"),
			line("neutral", "", "words", "hypothetical", "legend.dots"),
			line("grey", "plus", "words", "negated", "legend.struck"),
		}},
	}
}
