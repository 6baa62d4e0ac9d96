package data

import "testing"

// TestVocabulary checks the table against its own rules: one row a type, sixteen from PLOVER,
// scores that fit, and a CAMEO code wherever it comes from there.
func TestVocabulary(t *testing.T) {
	seen := map[Type]bool{}
	ours := 0
	for _, info := range Vocabulary {
		if seen[info.Type] {
			t.Errorf("%s stands twice in the vocabulary", info.Type)
		}
		seen[info.Type] = true
		if info.Ours {
			ours++
		}
		if info.Score < -10 || info.Score > 10 {
			t.Errorf("%s has the score %v, want -10 to 10", info.Type, info.Score)
		}
		if !info.Ours && info.CAMEO == "" || info.Means == "" {
			t.Errorf("%s lacks its CAMEO code or its meaning", info.Type)
		}
		if got, ok := info.Type.Info(); !ok || got != info {
			t.Errorf("Type(%q).Info() = %v, %t, want its row", info.Type, got, ok)
		}
	}
	if len(Vocabulary)-ours != 16 || ours != 5 {
		t.Errorf("the vocabulary has %d types of PLOVER and %d of ours, want 16 and 5", len(Vocabulary)-ours, ours)
	}
	if _, ok := Type("praise").Info(); ok {
		t.Error(`Type("praise").Info() is known, want unknown`)
	}
}
