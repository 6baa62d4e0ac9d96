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
