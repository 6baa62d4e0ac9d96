package data

// A Standing says what a relation rests on. It is independent of the Status: that somebody
// will pay can be alleged, too.
type Standing string

// The standings.
const (
	Stated   Standing = "stated"   // by a source, or by whom it is about
	Alleged  Standing = "alleged"  // the sources only report that somebody says so
	Disputed Standing = "disputed" // somebody denies it
	NoProof  Standing = "no-proof" // no evidence at all, as a draft allows; spelt so that a link can carry it
)

// Standing returns what r rests on: no proof without evidence; disputed when a piece denies
// it, whatever the others are; alleged when every piece is; else stated.
func (r *Relation) Standing() Standing {
	if len(r.Evidence) == 0 {
		return NoProof
	}
	standing := Alleged
	for i := range r.Evidence {
		switch e := &r.Evidence[i]; {
		case e.Denies:
			return Disputed
		case e.Alleged != Yes:
			standing = Stated
		}
	}
	return standing
}

// Claim reports whether a relation of this standing is a claim: neither drawn nor listed,
// summed or exported as a fact, and no part of cooperation or conflict.
func (s Standing) Claim() bool { return s == Alleged || s == Disputed }

// A Voucher is somebody who says or denies a relation, and since when.
type Voucher struct {
	Speaker    string // actor id
	Attributed Text   // words for somebody who is no actor; empty with a Speaker
	Source     string // source id of the first of the pieces; where there is no speaker, the source itself says it
	Date       Date   // the first day on which it was said or printed; empty: not known
	Unnamed    bool   // the source only reports that somebody says it, and not who
}

// Says returns who says that r is so, each once, in the order of the evidence.
func (ds *Dataset) Says(r *Relation) []Voucher { return ds.vouchers(r, false) }

// Denies returns who denies r, each once, in the order of the evidence.
func (ds *Dataset) Denies(r *Relation) []Voucher { return ds.vouchers(r, true) }

// vouchers lists whose words the pieces on one side are. Words for a speaker who has no name
// are one speaker where they are equal; a source itself is a speaker of its own.
func (ds *Dataset) vouchers(r *Relation, denies bool) []Voucher {
	type key struct{ speaker, attributed, source string }
	var all []Voucher
	index := map[key]int{}
	for i := range r.Evidence {
		e := &r.Evidence[i]
		if e.Denies != denies {
			continue
		}
		k := key{speaker: e.Speaker, attributed: e.Attributed.joined()}
		if k == (key{}) {
			k.source = e.Source
		}
		date := ds.SaidOn(e)
		unnamed := k.source != "" && e.Alleged == Yes
		j, ok := index[k]
		if ok {
			all[j].Unnamed = all[j].Unnamed && unnamed // the source says it in another piece
		}
		if !ok {
			index[k] = len(all)
			all = append(all, Voucher{e.Speaker, e.Attributed, e.Source, date, unnamed})
		} else if all[j].Date == "" || date != "" && date < all[j].Date {
			all[j].Date = date
		}
	}
	return all
}

// NameOf returns what v is called, and the language of a plain text, empty where that is the dataset's. Where
// there is no text, id is what there is.
func (ds *Dataset) NameOf(v Voucher) (name Text, language, id string) {
	switch {
	case v.Speaker != "":
		for i := range ds.Actors {
			if ds.Actors[i].ID == v.Speaker {
				return ds.Actors[i].Name, "", v.Speaker
			}
		}
		return Text{}, "", v.Speaker
	case !v.Attributed.Empty():
		return v.Attributed, "", ""
	}
	for i := range ds.Sources {
		if s := &ds.Sources[i]; s.ID == v.Source {
			name, language = s.Name()
			return name, language, v.Source
		}
	}
	return Text{}, "", v.Source
}

// Name is the title of s or, where it has none, what else names it, and the language of a plain text, empty
// where that is the dataset's.
func (s *Source) Name() (name Text, language string) {
	if s.Title.Empty() {
		return s.Publisher, ""
	}
	return s.Title, s.Language
}

// SaidOn returns when the words of e became known: the day on which they were reported, else
// that on which their source was published, else "".
func (ds *Dataset) SaidOn(e *Evidence) Date {
	if e.Reported != "" {
		return e.Reported
	}
	for i := range ds.Sources {
		if ds.Sources[i].ID == e.Source {
			return ds.Sources[i].Published
		}
	}
	return ""
}
