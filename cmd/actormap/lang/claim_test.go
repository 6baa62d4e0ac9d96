package lang

import (
	"os"
	"testing"

	"actormap/data"
)

// TestClaimsAreToldInWords: the same sentences stand in web/test/unit/model/claims.test.js.
func TestClaimsAreToldInWords(t *testing.T) {
	src, err := os.ReadFile("../../../data/testdata/dispute.json")
	if err != nil {
		t.Fatal(err)
	}
	ds, err := data.Parse("dispute.json", src)
	if err != nil {
		t.Fatal(err)
	}
	relations := map[string]*data.Relation{}
	for i := range ds.Relations {
		relations[ds.Relations[i].ID] = &ds.Relations[i]
	}
	for _, tt := range []struct{ tag, id, want string }{
		{"en", "b-gave-c", "says Politician D; denied by Treasurer of Party C, The Auditor"},
		{"en", "b-met-mayor", "says two people familiar with the talks"},
		{"en", "d-criticises-b", ""},
		{"ar", "b-gave-c", "يقوله السياسية د؛ ينفيه أمين صندوق الحزب ج، المدقق"},
	} {
		if got := load(t, tt.tag).Claim(ds, relations[tt.id], tt.tag); got != tt.want {
			t.Errorf("%s, %s: %q, want %q", tt.tag, tt.id, got, tt.want)
		}
	}
}

// TestASourceThatOnlyReportsIsNotWhoSaysIt: web/test/unit/model/claims.test.js has the same rows.
func TestASourceThatOnlyReportsIsNotWhoSaysIt(t *testing.T) {
	ds := &data.Dataset{Language: "en", Actors: []data.Actor{{ID: "auditor", Name: data.Plain("The Auditor")}}, Sources: []data.Source{{ID: "paper", Title: data.Plain("The Town Paper")}}}
	reports, states := data.Evidence{Source: "paper", Alleged: data.Yes}, data.Evidence{Source: "paper"}
	denial := data.Evidence{Speaker: "auditor", Denies: true}
	for _, tt := range []struct {
		evidence []data.Evidence
		want     string
	}{
		{[]data.Evidence{reports}, "says somebody whom The Town Paper does not name"},
		{[]data.Evidence{reports, denial}, "says somebody whom The Town Paper does not name; denied by The Auditor"},
		{[]data.Evidence{reports, states, denial}, "says The Town Paper; denied by The Auditor"},
	} {
		if got := load(t, "en").Claim(ds, &data.Relation{Evidence: tt.evidence}, "en"); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
