package page

import (
	"testing"

	"actormap/data"
)

// TestInWords: the map in words tells, of each side, relations between actors alone, none that
// is negated, the most connected first, and no more than can be listened to.
func TestInWords(t *testing.T) {
	for name, ds := range everyDataset(t) {
		t.Run(name, func(t *testing.T) {
			b := newBuilder(ds, Rendition{Words: english(t)}, nil, tinyAssets())
			w := b.inWords(place{})
			for i := 1; i < len(w.Most); i++ {
				if w.Most[i].Count > w.Most[i-1].Count {
					t.Errorf("%s has more relations than the one before it", w.Most[i].Node.ID)
				}
			}
			for ink, s := range map[string]stands{"minus": w.Against, "plus": w.With} {
				if n := len(s.Claims); n > standsTold || name == "first" && n == 0 {
					t.Errorf("%s: %d relations", ink, n)
				}
				for _, c := range s.Claims {
					r := b.relations[c.Ref.ID]
					if b.relationMark(r).Ink != ink || r.Status == data.Negated || b.kinds[r.From] == issueKind || b.kinds[r.To] == issueKind {
						t.Errorf("%s is none of %s", r.ID, ink)
					}
				}
			}
		})
	}
}
