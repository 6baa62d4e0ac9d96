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
	Means string // in English and in this project's own words, for schema, documentation and legend
	CAMEO string // root codes; empty where there is none
}

// Vocabulary lists every relation type in the order of the documentation.
// Attribution: types that are not Ours come from the PLOVER manual 0.8.
// (The manual prints 3 for ACCUSE with modes of -2 and -3.5: -3 is meant.)
var Vocabulary = []TypeInfo{
	{"agree", Words, 2.5, false, "says yes, or promises what is still to be done", "03"},
	{"consult", Words, 2.5, false, "speaks with somebody, face to face or from afar", "04"},
	{"support", Words, 5, false, "speaks for somebody or something, or signs for it", "05"},
	{"concede", Words, 4.5, false, "yields in words, before anything has been done", "08"},
	{"cooperate", Deeds, 9.5, false, "does something with another from which both gain", "06"},
	{"aid", Deeds, 10, false, "hands over what another needs: money, weapons, food, shelter", "07"},
	{"retreat", Deeds, 6.5, false, "lets go, gives back or stands down, in deed", "084-087"},
	{"request", Words, 0, false, "wants something of somebody and says so", "10"},
	{"accuse", Words, -3, false, "finds fault with somebody, or looks into what they did", "09, 11"},
	{"reject", Words, -2, false, "says no", "12"},
	{"threaten", Words, -3.5, false, "announces harm, for certain or unless something is done", "13"},
	{"sanction", Deeds, -6, false, "takes away what there was: talks, trade, help, membership", "16"},
	{"protest", Deeds, -5, false, "shows its anger in public: in the street, by a strike, by staying away", "14"},
	{"mobilize", Deeds, -5.5, false, "makes forces ready, or moves them", "15"},
	{"coerce", Deeds, -7, false, "forces somebody without bloodshed: takes, locks up, shuts in, silences, breaks into computers", "17"},
	{"assault", Deeds, -9, false, "wounds, kills or destroys", "18-20"},
	{"state", Words, 0, true, "says, comments, describes, portrays, expresses hope", "01"},
	{"affect", Deeds, 0, true, "changes, upends, shocks, surprises, without a side being stated", ""},
	{"differ", Words, -1, true, "two actors hold different positions; says nothing of who holds which", ""},
	{"include", Structure, 0, true, "an issue contains or, negated, does not contain another", ""},
	{"depend", Structure, 0, true, "an issue or relation hinges on another", ""},
}

// accuses reports whether a relation of this type says of somebody what may be held against
// them: a deed, a tie, an accusation or a threat.
func (t Type) accuses() bool {
	info, ok := t.Info()
	return ok && info.Class != Words && info.Class != Structure || t == "accuse" || t == "threaten"
}

// vocabularyTypes returns every type of relation.
func vocabularyTypes() []Type {
	types := make([]Type, len(Vocabulary))
	for i, info := range Vocabulary {
		types[i] = info.Type
	}
	return types
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
