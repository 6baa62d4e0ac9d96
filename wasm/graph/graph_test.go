package graph

import (
	"slices"
	"testing"

	"actormap/data"
)

// relation types of known score: support 5, accuse -3, consult 2.5, request 0, state 0,
// aid 10 (deeds), coerce -7 (deeds), affect 0 (deeds), differ -1, include (structure).
func TestStyleFollowsTheVocabulary(t *testing.T) {
	plus := Style{Polarity: Cooperation, Glyph: Plus, Arrow: true}
	minus := Style{Polarity: Conflict, Glyph: Minus, Arrow: true}
	with := func(s Style, change func(*Style)) Style { change(&s); return s }
	tests := []struct {
		name     string
		from, to Kind
		r        data.Relation
		want     Style
	}{
		{"support between actors", Person, State, data.Relation{Type: "support"}, plus},
		{"accuse between actors", Person, Person, data.Relation{Type: "accuse"}, minus},
		{"aid is thick", State, State, data.Relation{Type: "aid"}, with(plus, func(s *Style) { s.Weight = Thick })},
		{"coerce is thick", State, Group, data.Relation{Type: "coerce"}, with(minus, func(s *Style) { s.Weight = Thick })},
		{"differ is mutual", Person, Person, data.Relation{Type: "differ", Mutual: true}, Style{Polarity: Conflict, Glyph: Minus}},
		{"discussing a war is not supporting it", Person, Issue, data.Relation{Type: "consult"}, Style{Arrow: true}},
		{"accusing words about an issue are not against it", Person, Issue, data.Relation{Type: "accuse"}, Style{Arrow: true}},
		{"stance for", Person, Issue, data.Relation{Type: "state", Stance: data.For}, plus},
		{"stance against beats the score", Person, Issue, data.Relation{Type: "agree", Stance: data.Against}, minus},
		{"request", Person, State, data.Relation{Type: "request"}, Style{Glyph: Question, Arrow: true}},
		{"request of an issue", Person, Issue, data.Relation{Type: "request"}, Style{Glyph: Question, Arrow: true}},
		{"state is neutral", Person, Person, data.Relation{Type: "state"}, Style{Arrow: true}},
		{"affect is thick and neutral", Person, Group, data.Relation{Type: "affect"}, Style{Weight: Thick, Arrow: true}},
		{"include is structure", Issue, Issue, data.Relation{Type: "include"}, Style{Weight: Pale, Arrow: true}},
		{"future", Person, Person, data.Relation{Type: "support", Status: data.Future}, with(plus, func(s *Style) { s.Pattern = Dashes })},
		{"hypothetical", Person, Person, data.Relation{Type: "support", Status: data.Hypothetical}, with(plus, func(s *Style) { s.Pattern = Dots })},
		{"negated is never blue", Person, Person, data.Relation{Type: "support", Status: data.Negated},
			Style{Polarity: Grey, Glyph: Plus, Struck: true, Arrow: true}},
		{"negated is never vermillion", Person, Person, data.Relation{Type: "coerce", Status: data.Negated},
			Style{Polarity: Grey, Glyph: Minus, Struck: true, Weight: Thick, Arrow: true}},
		{"negated structure", Issue, Issue, data.Relation{Type: "include", Status: data.Negated},
			Style{Polarity: Grey, Struck: true, Weight: Pale, Arrow: true}},
		{"an issue acts on an actor without a sign", Issue, Person, data.Relation{Type: "support"}, Style{Arrow: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.r.Evidence = []data.Evidence{{}}
			if got := styleOf(&tt.r, tt.from, tt.to); got != tt.want {
				t.Errorf("styleOf(%s) = %+v, want %+v", tt.r.Type, got, tt.want)
			}
		})
	}
}

// The evidence of each standing.
var (
	stated   = []data.Evidence{{}}
	alleged  = []data.Evidence{{Alleged: data.Yes}}
	disputed = []data.Evidence{{Alleged: data.Yes}, {Denies: true}}
)

func TestStyleOfWhatIsNotStated(t *testing.T) {
	tests := []struct {
		name string
		r    data.Relation
		want Style
	}{
		{"alleged words", data.Relation{Type: "support", Evidence: alleged}, Style{Pattern: DashDot, Arrow: true}},
		{"alleged deeds", data.Relation{Type: "aid", Evidence: alleged}, Style{Weight: Thick, Pattern: DashDot, Arrow: true}},
		{"alleged conflict", data.Relation{Type: "coerce", Evidence: alleged}, Style{Weight: Thick, Pattern: DashDot, Arrow: true}},
		{"alleged request", data.Relation{Type: "request", Evidence: alleged}, Style{Pattern: DashDot, Arrow: true}},
		{"alleged and mutual", data.Relation{Type: "consult", Mutual: true, Evidence: alleged}, Style{Pattern: DashDot}},
		{"alleged and future", data.Relation{Type: "aid", Status: data.Future, Evidence: alleged}, Style{Weight: Thick, Pattern: DashDashDot, Arrow: true}},
		{"alleged and hypothetical", data.Relation{Type: "aid", Status: data.Hypothetical, Evidence: alleged}, Style{Weight: Thick, Pattern: DashDotDot, Arrow: true}},
		{"alleged and negated", data.Relation{Type: "aid", Status: data.Negated, Evidence: alleged},
			Style{Polarity: Grey, Struck: true, Weight: Thick, Pattern: DashDot, Arrow: true}},
		{"disputed", data.Relation{Type: "aid", Evidence: disputed}, Style{Glyph: Half, Weight: Thick, Pattern: DashDot, Arrow: true}},
		{"stated and denied", data.Relation{Type: "accuse", Evidence: []data.Evidence{{}, {Denies: true}}}, Style{Glyph: Half, Pattern: DashDot, Arrow: true}},
		{"disputed and future", data.Relation{Type: "support", Status: data.Future, Evidence: disputed}, Style{Glyph: Half, Pattern: DashDashDot, Arrow: true}},
		{"disputed and negated", data.Relation{Type: "support", Status: data.Negated, Evidence: disputed},
			Style{Polarity: Grey, Glyph: Half, Struck: true, Pattern: DashDot, Arrow: true}},
		{"no proof", data.Relation{Type: "coerce"}, Style{Polarity: Grey, Glyph: Ring, Pattern: Sparse, Arrow: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := styleOf(&tt.r, Person, Person); got != tt.want {
				t.Errorf("styleOf(%s) = %+v, want %+v", tt.r.Type, got, tt.want)
			}
		})
	}
}

// TestNoClaimHasASide goes through every type, status and pair of kinds: a claim is never blue or
// vermillion, has no sign, and is never drawn as what is stated is.
func TestNoClaimHasASide(t *testing.T) {
	kinds := []Kind{Person, Organisation, Issue}
	statuses := []data.Status{data.Happened, data.Future, data.Hypothetical, data.Negated}
	facts, claims := map[Style]bool{}, map[Style]bool{}
	for _, info := range data.Vocabulary {
		for _, status := range statuses {
			for _, stance := range []data.Stance{"", data.For, data.Against} {
				for _, from := range kinds {
					for _, to := range kinds {
						r := data.Relation{Type: info.Type, Status: status, Stance: stance, Evidence: stated}
						facts[styleOf(&r, from, to)] = true
						for _, r.Evidence = range [][]data.Evidence{alleged, disputed, nil} {
							s := styleOf(&r, from, to)
							claims[s] = true
							if s.Polarity == Cooperation || s.Polarity == Conflict || s.Glyph == Plus || s.Glyph == Minus || s.Glyph == Question {
								t.Errorf("%s, %s, %s: %+v", info.Type, status, r.Standing(), s)
							}
						}
					}
				}
			}
		}
	}
	for s := range claims {
		if facts[s] {
			t.Errorf("%+v is the look of a fact too", s)
		}
	}
}

func TestLabelsSayWhatIsNotStated(t *testing.T) {
	label := data.InLanguages(data.Tagged{Tag: "en", Text: "gave 40,000"}, data.Tagged{Tag: "ar", Text: "أعطى"}, data.Tagged{Tag: "de", Text: "gab"})
	for _, tt := range []struct {
		lang     string
		evidence []data.Evidence
		status   data.Status
		amount   *data.Amount
		want     string
	}{
		{"en", stated, data.Negated, nil, "negated: gave 40,000"},
		{"en", alleged, data.Negated, &data.Amount{Value: 5, Currency: "EUR"}, "claim: negated: gave 40,000 (EUR\u00a05)"},
		{"ar", disputed, data.Negated, nil, "محل خلاف: منفي: أعطى"},
		{"de", stated, data.Negated, nil, "negated: gab"},
		{"en", stated, data.Future, &data.Amount{Value: 5, Currency: "EUR"}, "gave 40,000 (EUR\u00a05)"},
		{"en", stated, data.Happened, nil, "gave 40,000"},
		{"en", alleged, data.Happened, nil, "claim: gave 40,000"},
		{"en-GB", disputed, data.Happened, nil, "disputed: gave 40,000"},
		{"en", nil, data.Happened, nil, "[no proof yet] gave 40,000"},
		{"ar", alleged, data.Happened, nil, "ادعاء: أعطى"},
		{"AR-EG", disputed, data.Happened, nil, "محل خلاف: أعطى"},
		{"de", alleged, data.Happened, nil, "claim: gab"}, // nobody has reviewed the German words
		{"de", stated, data.Happened, nil, "gab"},
	} {
		ds := &data.Dataset{Language: "en"}
		if got, _, _ := labelOf(ds, &data.Relation{Label: label, Status: tt.status, Amount: tt.amount, Evidence: tt.evidence}, tt.lang); got != tt.want {
			t.Errorf("in %q: %q, want %q", tt.lang, got, tt.want)
		}
	}
}

func small() *data.Dataset {
	return &data.Dataset{
		ID: "small", Language: "en",
		Actors: []data.Actor{
			{ID: "a", Name: data.Plain("A"), Kind: data.Person, Of: []data.Membership{{To: "s"}, {To: "nobody"}}},
			{ID: "b", Name: data.InLanguages(data.Tagged{Tag: "en", Text: "B"}, data.Tagged{Tag: "ar", Text: "ب"}), Kind: data.Group},
			{ID: "s", Name: data.Plain("S"), Kind: data.State},
		},
		Issues: []data.Issue{{ID: "i", Name: data.Plain("I")}, {ID: "j", Name: data.Plain("J"), PartOf: "i"}},
		Relations: []data.Relation{
			{ID: "r1", From: "a", To: "b", Type: "support", About: []string{"i", "a", "nothing"}, Evidence: stated},
			{ID: "r2", From: "b", To: "a", Type: "accuse", Evidence: stated},
			{ID: "r3", From: "a", To: "i", Type: "state", Evidence: stated},
			{ID: "r4", From: "a", To: "gone", Type: "state", Evidence: stated},
		},
	}
}

func TestNewReadsNodesLinesAndBands(t *testing.T) {
	g := New(small(), "ar")
	if len(g.Nodes) != 5 || len(g.Edges) != 3 || len(g.Memberships) != 2 {
		t.Fatalf("%d nodes, %d lines, %d bands, want 5, 3, 2", len(g.Nodes), len(g.Edges), len(g.Memberships))
	}
	a, b := g.NodeByID("a"), g.NodeByID("b")
	if g.Nodes[a].Degree != 3 || g.Nodes[b].Degree != 2 {
		t.Errorf("degrees %d and %d, want 3 and 2", g.Nodes[a].Degree, g.Nodes[b].Degree)
	}
	if n := g.Nodes[b]; n.Name != "ب" || n.Lang != "ar" {
		t.Errorf("name %q in %q, want the Arabic one", n.Name, n.Lang)
	}
	if n := g.Nodes[a]; n.Lang != "en" {
		t.Errorf("a plain name is in %q, want the dataset's language", n.Lang)
	}
	if got := g.Edges[0].About; len(got) != 1 || g.Nodes[got[0]].ID != "i" {
		t.Errorf("about = %v, want only the issue: ends and unknown ids do not count", got)
	}
	if !g.Edges[0].Mixed || !g.Edges[1].Mixed || g.Edges[2].Mixed {
		t.Error("the pair with both signs is mixed, the other line is not")
	}
	if g.NodeByID("nobody") != -1 || g.EdgeByID("r4") != -1 {
		t.Error("what is not there has index -1")
	}
	for e := range g.Edges {
		l := &g.Edges[e]
		for n := range g.Nodes {
			touches := l.From == n || l.To == n || slices.Contains(l.About, n)
			if got := slices.Contains(g.EdgesAt(n), e); got != touches {
				t.Errorf("line %s is at %s: %t, want %t", l.ID, g.Nodes[n].ID, got, touches)
			}
		}
	}
}

// TestAClaimMixesNoPair: two allies of whom somebody claims a quarrel are no mixed pair.
func TestAClaimMixesNoPair(t *testing.T) {
	for _, evidence := range [][]data.Evidence{alleged, disputed, nil} {
		ds := small()
		ds.Relations[1].Evidence = evidence
		g := New(ds, "en")
		if g.Edges[0].Mixed || g.Edges[1].Mixed {
			t.Errorf("%s: the pair is mixed", g.Edges[1].Standing)
		}
		if want := ds.Relations[1].Standing(); g.Edges[1].Standing != want {
			t.Errorf("standing %s, want %s", g.Edges[1].Standing, want)
		}
	}
}
