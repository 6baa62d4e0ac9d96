package data

import (
	"reflect"
	"slices"
	"testing"
)

// The pieces of evidence that standings are made of.
var (
	plainPiece  = Evidence{Source: "s", Quote: Plain("q"), Voice: Narrator}
	vouchedFor  = Evidence{Source: "s", Quote: Plain("q"), Speaker: "d", Voice: Reported, Alleged: No}
	onlyAlleged = Evidence{Source: "s", Quote: Plain("q"), Speaker: "d", Voice: Reported, Alleged: Yes}
	aDenial     = Evidence{Source: "s", Quote: Plain("q"), Speaker: "c", Voice: Reported, Denies: true}
)

func TestStanding(t *testing.T) {
	for _, row := range []struct {
		name     string
		evidence []Evidence
		want     Standing
	}{
		{"nothing", nil, NoProof},
		{"the source's own words", []Evidence{plainPiece}, Stated},
		{"a speaker for whom the source vouches", []Evidence{vouchedFor}, Stated},
		{"a claim", []Evidence{onlyAlleged}, Alleged},
		{"two claims", []Evidence{onlyAlleged, onlyAlleged}, Alleged},
		{"a claim that another source states", []Evidence{onlyAlleged, plainPiece}, Stated},
		{"a fact that is denied", []Evidence{plainPiece, aDenial}, Disputed},
		{"a claim that is denied", []Evidence{onlyAlleged, aDenial}, Disputed},
		{"a claim, a fact and a denial", []Evidence{onlyAlleged, plainPiece, aDenial}, Disputed},
		{"nothing but a denial", []Evidence{aDenial}, Disputed},
	} {
		for _, status := range []Status{Happened, Future, Hypothetical, Negated} {
			for range len(row.evidence) + 1 {
				r := Relation{Status: status, Evidence: row.evidence}
				if got := r.Standing(); got != row.want {
					t.Errorf("%s, %s: standing %q, want %q", row.name, status, got, row.want)
				}
				if len(row.evidence) > 1 { // the order says nothing
					row.evidence = append(slices.Clone(row.evidence[1:]), row.evidence[0])
				}
			}
		}
	}
}

func TestClaim(t *testing.T) {
	for standing, want := range map[Standing]bool{Stated: false, Alleged: true, Disputed: true, NoProof: false} {
		if got := standing.Claim(); got != want {
			t.Errorf("%s is a claim: %v, want %v", standing, got, want)
		}
	}
}

func TestWhoSaysAndWhoDenies(t *testing.T) {
	ds := &Dataset{Sources: []Source{{ID: "gazette", Published: "2025-03-03"}, {ID: "undated"}}}
	people := Plain("two people familiar with the talks")
	r := &Relation{Evidence: []Evidence{
		{Source: "gazette", Speaker: "d", Reported: "2025-03-02"},
		{Source: "undated", Speaker: "c", Denies: true},
		{Source: "gazette", Attributed: people},
		{Source: "undated", Speaker: "d"},
		{Source: "gazette", Speaker: "d", Reported: "2025-02"},
		{Source: "undated", Attributed: people},
		{Source: "undated"},
		{Source: "gazette"},
		{Source: "gazette", Speaker: "c", Denies: true},
		{Source: "gazette", Attributed: InLanguages(Tagged{"en", "two people"}, Tagged{"ar", "شخصان"}), Denies: true},
	}}
	if got, want := ds.Says(r), []Voucher{
		{Speaker: "d", Source: "gazette", Date: "2025-02"},
		{Attributed: people, Source: "gazette", Date: "2025-03-03"},
		{Source: "undated"},
		{Source: "gazette", Date: "2025-03-03"},
	}; !reflect.DeepEqual(got, want) {
		t.Errorf("Says = %+v\nwant %+v", got, want)
	}
	if got, want := ds.Denies(r), []Voucher{
		{Speaker: "c", Source: "undated", Date: "2025-03-03"},
		{Attributed: InLanguages(Tagged{"en", "two people"}, Tagged{"ar", "شخصان"}), Source: "gazette", Date: "2025-03-03"},
	}; !reflect.DeepEqual(got, want) {
		t.Errorf("Denies = %+v\nwant %+v", got, want)
	}
}

// TestQuotesByLanguageAreParted checks that of a quote by language, which files of the older
// form have, the quote is what stands in the source, and the others are translations.
func TestQuotesByLanguageAreParted(t *testing.T) {
	en, ar, de := Tagged{"en", "We reject it"}, Tagged{"ar", "نرفضه"}, Tagged{"de", "Wir lehnen es ab"}
	for _, row := range []struct {
		name               string
		quote, translation Text
		want, wantBeside   Text
	}{
		{"in the source's language", InLanguages(en, ar), Text{}, Plain(ar.Text), InLanguages(en)},
		{"in the source's language alone", InLanguages(ar), Text{}, Plain(ar.Text), Text{}},
		{"in other languages", InLanguages(en, de), Text{}, InLanguages(en), InLanguages(de)},
		{"with a translation", InLanguages(ar, en), InLanguages(de), Plain(ar.Text), InLanguages(en, de)},
		{"one string", Plain(ar.Text), InLanguages(en), Plain(ar.Text), InLanguages(en)},
	} {
		ds := &Dataset{Language: "en", Sources: []Source{{ID: "s", Language: "ar"}},
			Relations: []Relation{{Evidence: []Evidence{{Source: "s", Quote: row.quote, Translation: row.translation}}}}}
		splitQuotes(ds)
		e := ds.Relations[0].Evidence[0]
		if !slices.Equal(e.Quote.All(), row.want.All()) || !slices.Equal(e.Translation.All(), row.wantBeside.All()) {
			t.Errorf("%s: quote %v beside %v, want %v beside %v", row.name, e.Quote, e.Translation, row.want, row.wantBeside)
		}
	}
}
