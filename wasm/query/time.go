package query

import "actormap/data"

// dates returns the first and the last day of a relation by a date basis; both are empty where
// they are not known.
func dates(ds *data.Dataset, r *data.Relation, by DateBasis) (from, until data.Date) {
	if by != Report {
		if r.Until == "" {
			return r.Date, r.Date
		}
		return r.Date, r.Until
	}
	for i := range r.Evidence {
		if d := ds.SaidOn(&r.Evidence[i]); d != "" && (from == "" || d < from) {
			from = d
		}
	}
	return from, from
}

// contains reports whether a relation of these days falls into the time: part of it is enough,
// and so is part of a date that is known to the month only. What has no date stays. What is
// known stays known: by report, only the end counts.
func (t *Time) contains(from, until data.Date) bool {
	if t.By == "" || from == "" {
		return true
	}
	if t.Until != "" && t.Until.Before(from) {
		return false
	}
	return t.From == "" || t.By == Report || !until.Before(t.From)
}
