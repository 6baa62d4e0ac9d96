package data

// A Type is a kind of relation, from PLOVER 0.8 (Open Event Data Alliance,
// CC BY-SA 4.0) or, where Ours is set in its TypeInfo, of this project.
type Type string

// A Class says whether a relation consists of words, of deeds, or of structure.
type Class string

// The classes of relation types.
const (
	Words     Class = "words"
	Deeds     Class = "deeds"
	Structure Class = "structure"
)

// A TypeInfo describes one relation type.
type TypeInfo struct {
	Type  Type
	Class Class
	Score float64 // PLOVER's Goldstein-like score, -10 to 10; above 0.5 cooperation, below -0.5 conflict
	Ours  bool
	Means string // in English, for schema, documentation and legend
	CAMEO string // root codes; empty where there is none
}

// Vocabulary lists every relation type in the order of the documentation.
// Attribution: types that are not Ours come from the PLOVER manual 0.8.
// (The manual prints 3 for ACCUSE with modes of -2 and -3.5: -3 is meant.)
var Vocabulary = []TypeInfo{
	{"agree", Words, 2.5, false, "agrees to, offers, promises, pledges, accepts, intends to cooperate", "03"},
	{"consult", Words, 2.5, false, "meets, visits, calls, holds talks, discusses", "04"},
	{"support", Words, 5, false, "praises, endorses, draws closer, is pleased with, signs, recognises", "05"},
	{"concede", Words, 4.5, false, "yields in words: eases, declares a ceasefire or withdrawal", "08"},
	{"cooperate", Deeds, 9.5, false, "trades, exercises, shares, exchanges, to the benefit of both", "06"},
	{"aid", Deeds, 10, false, "gives money, arms, relief, asylum, protection", "07"},
	{"retreat", Deeds, 6.5, false, "releases, returns, withdraws, disarms, observes a ceasefire, admits observers", "084-087"},
	{"request", Words, 0, false, "urges, asks, demands, orders", "10"},
	{"accuse", Words, -3, false, "criticises, denounces, insults, blames, investigates", "09, 11"},
	{"reject", Words, -2, false, "refuses, declines, vetoes, defies", "12"},
	{"threaten", Words, -3.5, false, "warns of sanctions, force, a break of relations; gives an ultimatum", "13"},
	{"sanction", Deeds, -6, false, "cuts ties or aid, expels, halts talks", "16"},
	{"protest", Deeds, -5, false, "demonstrates, strikes, boycotts, obstructs, riots", "14"},
	{"mobilize", Deeds, -5.5, false, "raises the alert, moves troops, police, weapons", "15"},
	{"coerce", Deeds, -7, false, "seizes, arrests, deports, censors, blockades, attacks in cyberspace", "17"},
	{"assault", Deeds, -9, false, "uses force", "18-20"},
	{"state", Words, 0, true, "says, comments, describes, portrays, expresses hope", "01"},
	{"affect", Deeds, 0, true, "changes, upends, shocks, surprises, without a side being stated", ""},
	{"differ", Words, -1, true, "two actors hold different positions; says nothing of who holds which", ""},
	{"include", Structure, 0, true, "an issue contains or, negated, does not contain another", ""},
	{"depend", Structure, 0, true, "an issue or relation hinges on another", ""},
}

// Info looks t up in the Vocabulary; ok is false for an unknown type.
func (t Type) Info() (info TypeInfo, ok bool) {
	for _, info := range Vocabulary {
		if info.Type == t {
			return info, true
		}
	}
	return TypeInfo{}, false
}
