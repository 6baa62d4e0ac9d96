package page

import "actormap/data"

// tiny is a dataset with each thing that a page can show, once.
func tiny() *data.Dataset {
	quote := func(text string) data.Evidence {
		return data.Evidence{Source: "paper", Quote: data.Plain(text), Voice: data.Narrator}
	}
	dated := func(text string, day data.Date) data.Evidence {
		e := quote(text)
		e.Reported = day
		return e
	}
	spoken := quote("we will talk")
	spoken.Speaker, spoken.Voice, spoken.Reported = "ada", data.Direct, "2025-02-26"
	denial := quote("that is not so")
	denial.Speaker, denial.Voice, denial.Denies = "bob", data.Reported, true
	return &data.Dataset{
		ID: "tiny", Title: data.Plain("Tiny & all"), Summary: data.Plain("Everything once."), Language: "en",
		Updated: "2025-02-27", License: "CC0-1.0",
		Corrections: []data.Correction{{Date: "2025-03", Text: data.Plain("A name was misspelt.")}},
		Sources: []data.Source{
			{ID: "paper", Title: data.Plain("Paper"), Publisher: data.Plain("Press"), Author: data.Plain("A. Writer"),
				Published: "2025-02-27", URL: "https://example.org/a?b=c&d", Archive: "https://archive.example/a"},
			{ID: "radio", Publisher: data.Plain("راديو"), Language: "ar"},
		},
		Actors: []data.Actor{
			{ID: "ada", Name: data.Plain("Ada"), Kind: data.Person, Wikidata: "Q7259", Aliases: []data.Text{data.Plain("A."), data.Plain("Adi")},
				Note: data.Plain("A note."), Of: []data.Membership{
					{To: "land", Role: data.Plain("President"), Since: "2025-01-20", Evidence: []data.Evidence{quote("President Ada")}},
					{To: "club", Since: "2020", Until: "2024-05", Common: true}}},
			{ID: "bob", Name: data.InLanguages(data.Tagged{Tag: "ar", Text: "بوب"}), Kind: data.Person},
			{ID: "land", Name: data.Plain("Land"), Kind: data.State, URL: "https://land.example/"},
			{ID: "club", Name: data.Plain("Club"), Kind: data.Organisation},
			{ID: "crowd", Name: data.Plain("Crowd"), Kind: data.Group},
		},
		Issues: []data.Issue{
			{ID: "peace", Name: data.Plain("Peace")},
			{ID: "truce", Name: data.Plain("Truce"), PartOf: "peace"},
		},
		Relations: []data.Relation{
			{ID: "talk", From: "ada", To: "bob", About: []string{"peace"}, Type: "consult", Label: data.Plain("will talk with"), Mutual: true,
				Status: data.Future, Date: "2025-02-28", Until: "2025-03-02", Place: data.Plain("Geneva"), Evidence: []data.Evidence{spoken, denial}},
			{ID: "back", From: "bob", To: "truce", Type: "support", Stance: data.For, Label: data.Plain("backs"),
				Status: data.Happened, When: data.Plain("for years"), Evidence: []data.Evidence{quote("Bob backs a truce")}},
			{ID: "strike", From: "land", To: "crowd", Type: "coerce", Label: data.Plain("would arrest"), If: data.Plain("it does not leave"),
				Status: data.Hypothetical, DependsOn: []string{"talk", "peace"}, Evidence: []data.Evidence{quote("Land would arrest them")}},
			{ID: "holds", From: "peace", To: "truce", Type: "include", Label: data.Plain("holds no"), Status: data.Negated,
				Evidence: []data.Evidence{{Source: "radio", Quote: data.Plain("لا هدنة"), Voice: data.Expected}}},
			{ID: "ask", From: "crowd", To: "land", Type: "request", Label: data.Plain("asked"), Status: data.Happened, Date: "2025",
				Evidence: []data.Evidence{quote("The crowd asked")}},
			{ID: "scold", From: "bob", To: "ada", Type: "accuse", Label: data.Plain("blamed"), Status: data.Happened, Date: "2025-02-26",
				Evidence: []data.Evidence{dated("he blamed her", "2025-02-01"), dated("he blamed her again", "2025-02-26"), {Source: "radio", Quote: data.Plain("لا"), Voice: data.Narrator}}},
		},
		Steps: []data.Step{{ID: "first", Title: data.Plain("First"), Text: data.Plain("They will talk."), Relations: []string{"talk", "scold"},
			View: data.View{Select: "talk", Camera: &data.Camera{X: 0.25, Y: 1, Zoom: 2}}}},
	}
}

// tinyAssets is a site with a live map.
func tinyAssets() Assets {
	return Assets{
		Styles: []string{"style.css"}, Icon: "icon.svg", Script: "page.js", PublicScript: "actor-map.js",
		WasmBytes: 1234, Data: "tiny.json", Layout: "layout.json", Licenses: "licenses.txt", Types: "actor-map.d.ts", ExampleStyle: "example.css", ExampleScript: "example.js",
		Pictures: map[string][]Picture{"en": {{304, 520, "map-304x520.svg"}, {480, 560, "map-480x560.svg"}, {736, 620, "map-736x620.svg"}, {1040, 740, "map-1040x740.svg"}}},
	}
}
