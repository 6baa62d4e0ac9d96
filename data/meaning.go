package data

import (
	"slices"
	"strings"

	"github.com/tidwall/gjson"
)

// meanings lists words that authors write for a type of relation, in the form that stems cuts
// them down to, with the type that is nearest in meaning. Where the Vocabulary does not have
// the type, instead says what comes closest, and why. A word stands once.
var meanings = []struct {
	nearest Type
	words   string
	instead string
}{
	{"agree", "accept promise pledge offer commit consent approve sign-up intend vow", ""},
	{"consult", "meet talk visit call discuss negotiate speak phone confer host mediate", ""},
	{"support", "back endorse praise favour favor welcome recognise recognize thank like ally defend sign", ""},
	{"concede", "yield compromise ease apologise apologize", ""},
	{"cooperate", "trade work collaborate partner exercise share exchange help", ""},
	{"aid", "give arm supply shelter protect relieve assist", ""},
	{"retreat", "withdraw release return disarm free", ""},
	{"request", "ask urge demand order want appeal beg call-for press push", ""},
	{"accuse", "criticise criticize blame denounce condemn insult attack-verbally investigate sue charge allege slander", ""},
	{"reject", "oppose refuse decline veto defy deny dismiss resist block disagree", ""},
	{"threaten", "warn intimidate menace", ""},
	{"sanction", "expel cut embargo suspend break-with punish fine", ""},
	{"protest", "demonstrate strike boycott riot obstruct march", ""},
	{"mobilize", "mobilise deploy move-troops alert", ""},
	{"coerce", "seize arrest deport detain blockade censor hack ban", ""},
	{"assault", "attack kill bomb invade fight shoot hit wound war", ""},
	{"state", "say comment describe announce declare tell claim explain mention hope", ""},
	{"affect", "change influence impact shock surprise upend cause", ""},
	{"differ", "clash diverge conflict", ""},
	{"include", "contain comprise", ""},
	{"depend", "hinge require need", ""},
	{"funds", "fund donate pay finance sponsor contract payment donation", `"aid" comes closest where money was given once, as it is a deed; no type says that somebody pays regularly`},
	{"owns", "own buy possess acquire ownership shareholder", `an actor's "of" comes closest, as it says to whom somebody belongs; no type says what somebody owns`},
	{"holds", "hold employ hire work-for head lead direct employment job position", `an actor's "of" with a "role" comes closest, as it says for whom somebody works; no type says it`},
	{"member", "belong join membership", `an actor's "of" comes closest, as it says to what somebody belongs; no type says it`},
	{"family", "marry relative spouse wife husband child parent sibling brother sister mother father son daughter kin", `an actor's "note" with its "evidence" comes closest, as no type says who is related to whom`},
	{"represents", "represent lobby plead", `an actor's "of" with a "role" comes closest, as it says for whom somebody acts; no type says it`},
	{"associate", "friend colleague acquaintance", `an actor's "note" with its "evidence" comes closest, as no type says who is acquainted with whom`},
	{"tie", "connect link relate relation", `say how they are connected: a type says what one does to the other`},
}

// relationType reads the type of a relation.
func (d *decoder) relationType(v value) Type {
	t := Type(v.Str)
	if _, known := t.Info(); known && v.Type == gjson.String {
		return t
	}
	if d.meaning != nil && v.Type == gjson.String {
		if cure := d.meaning(v.Str); cure != "" {
			d.fault(v.spot(), shown(v)+" is not a type of relation", cure)
			return ""
		}
	}
	return oneOf(d, v, "a type of relation", vocabularyTypes()...)
}

// NearestInMeaning returns what to write in the place of a type that does not exist, or "".
func NearestInMeaning(word string) string {
	for _, stem := range stems(word) {
		for _, m := range meanings {
			isIts := string(m.nearest) == stem || slices.Contains(strings.Fields(m.words), stem)
			if _, known := m.nearest.Info(); isIts && known {
				return "the nearest in meaning is " + quoted(string(m.nearest))
			} else if isIts {
				return m.instead
			}
		}
	}
	return ""
}

// stems returns a word in lower case, with hyphens for blanks, and what is left of it
// without an English ending: "opposes" and "opposed" are "oppose".
func stems(word string) []string {
	word = strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(strings.TrimSpace(word)))
	all := []string{word}
	for _, ending := range [...][2]string{{"s", ""}, {"d", ""}, {"ed", ""}, {"es", ""}, {"ing", ""}, {"ing", "e"}, {"ies", "y"}, {"ied", "y"}} {
		if stem, ok := strings.CutSuffix(word, ending[0]); ok {
			all = append(all, stem+ending[1])
		}
	}
	return all
}
