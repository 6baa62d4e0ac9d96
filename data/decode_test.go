package data

import (
	"reflect"
	"testing"
)

// TestParseReadsEveryField compares the dataset that has every field with what it must
// become.
func TestParseReadsEveryField(t *testing.T) {
	got, err := Parse("complete.json", readTestdata(t, "complete.json"))
	if err != nil {
		t.Fatal(err)
	}
	want := &Dataset{
		ID: "complete", Title: Plain("A dataset that has every field"),
		Summary:  Plain("For tests: no field of the format is missing."),
		Language: "en", Updated: "2025-03-01", License: "MIT",
		Byline: Plain("A. Maker"), Publisher: Plain("A desk"), Contact: "mailto:desk@example.org",
		Corrections: []Correction{{"2025-03-02", Plain("The date of the talks was wrong."), []string{"backs-tariffs", "us"}, []string{"old-line"}}},
		Sources: []Source{{
			ID: "report", Title: Plain("A report"), Publisher: Plain("A newspaper"), Author: Plain("A. Writer"),
			Published: "2025-02-27", URL: "https://example.org/report", Archive: "https://example.com/archive/1", Language: "en",
		}},
		Actors: []Actor{
			{
				ID: "trump", Name: Plain("Donald Trump"), Kind: Person,
				Of: []Membership{
					{To: "us", Since: "2025-01-20", Until: "2029-01", Common: true},
					{To: "us", Role: Plain("President"), Evidence: []Evidence{{Source: "report", Quote: Plain("US President Donald Trump"), Voice: Narrator}}},
				},
				Aliases: []Text{Plain("The President"), InLanguages(Tagged{"ar", "الرئيس"})},
				Note:    Plain("A note."), Evidence: []Evidence{{Source: "report", Quote: Plain("A note"), Voice: Narrator}},
				URL: "https://example.org/trump", Wikidata: "Q22686", Place: &Place{0.25, 0.5},
			},
			{ID: "us", Name: Plain("United States"), Kind: State},
		},
		Issues: []Issue{
			{ID: "trade", Name: InLanguages(Tagged{"en", "Trade"}, Tagged{"ar", "تجارة"})},
			{
				ID: "tariffs", Name: Plain("Tariffs"), PartOf: "trade",
				Evidence: []Evidence{{Source: "report", Quote: Plain("trade and its tariffs"), Voice: Narrator}}, Aliases: []Text{Plain("Duties")},
				Note: Plain("A note."), URL: "https://example.org/tariffs", Wikidata: "Q8161", Place: &Place{0, 1},
			},
		},
		Relations: []Relation{
			{
				ID: "backs-tariffs", From: "trump", To: "tariffs", About: []string{"us", "trade"}, Type: "support", Stance: For,
				Label: Plain("backs"), Date: "2025-02-26", Until: "2025-02-27", When: Plain("this week"), Place: Plain("Washington"),
				Status: Happened, If: Plain("the talks fail"), DependsOn: []string{"trade"},
				Amount: &Amount{40000.5, "USD"}, Reviewed: "2025-02-28",
				Reply:   &Reply{"trump", Statement, "2025-02-28", Plain("That is so.")},
				Outcome: &Outcome{Plain("The tariffs were withdrawn."), "2025-03-01", []Evidence{{Source: "report", Quote: Plain("withdrawn"), Voice: Narrator}}},
				Evidence: []Evidence{
					{Source: "report", Quote: Plain("He backs tariffs"), Translation: InLanguages(Tagged{"ar", "إنه يؤيد الرسوم"}), Speaker: "trump", Voice: Direct, Reported: "2025-02-27", Alleged: No},
					{Source: "report", Quote: Plain("He backs them, two people familiar with the talks said"), Attributed: Plain("two people familiar with the talks"), Voice: Reported, Alleged: Yes},
				},
			},
			{
				ID: "differ", From: "trump", To: "us", Type: "differ", Label: Plain("differ"), Status: Happened, Mutual: true,
				Evidence: []Evidence{{Source: "report", Quote: Plain("They differ"), Voice: Narrator}},
			},
		},
		Steps: []Step{{
			ID: "beginning", Title: Plain("How it began"), Text: InLanguages(Tagged{"en", "He backs tariffs."}, Tagged{"ar", "إنه يؤيد الرسوم."}),
			Relations: []string{"backs-tariffs", "differ"}, View: View{Select: "backs-tariffs", Camera: &Camera{0.25, 0, 1.5},
				Filter: &Filter{Kind: []string{"person", "issue"}, Class: []Class{Words}, Status: []Status{Happened}, Speaker: []string{"trump", NoSpeaker}, Issue: []string{"trade"}, Source: []string{"report"}, Standing: []Standing{Stated, NoProof}},
				Time:   &Period{"event", "2025-02-26", "2025-02"}, Around: &Around{"trump", 2, "along"}},
		}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Parse(complete.json) =\n%+v\nwant\n%+v", got, want)
	}
}

// TestParseDecodesEscapes checks that what is written with escapes is the character itself.
func TestParseDecodesEscapes(t *testing.T) {
	const src = `{"id": "e", "title": "\u0041\/\\\"\u00e9\ud83d\ude00", "language": "en", "updated": "2025",
		"\u0061ctors": [{"id": "\u0061", "name": "A", "kind": "group"}]}`
	ds, err := Parse("escapes.json", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ds.Title, Plain(`A/\"é😀`); !reflect.DeepEqual(got, want) {
		t.Errorf("title = %v, want %v", got, want)
	}
	if got := ds.Actors[0].ID; got != "a" {
		t.Errorf("id = %q, want %q", got, "a")
	}
}
