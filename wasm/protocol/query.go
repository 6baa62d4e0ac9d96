package protocol

import (
	"math"

	"github.com/tidwall/gjson"

	"actormap/data"
	"actormap/wasm/query"
	"actormap/wasm/scene"
)

// What a reader asks for, as messages and states write it; what is absent narrows nothing:
//
//	"filter": {"kind": ["person"], ...}
//	"time":   {"by": "event", "from": "2025-02-24", "until": "2025-02-26"}
//	"around": {"node": "trump", "steps": 2, "way": "both"}
//	"trail":  {"from": "putin", "to": "macron", "path": ["putin", "line", "trump", "", "us", ...]}

func readFilter(j gjson.Result) map[query.Facet][]string {
	out := map[query.Facet][]string{}
	for _, f := range query.Facets {
		if kept := stringList(j.Get(string(f))); len(kept) > 0 {
			out[f] = kept
		}
	}
	return out
}

func readTime(j gjson.Result) query.Time {
	return query.Time{By: query.DateBasis(j.Get("by").String()),
		From: data.Date(j.Get("from").String()), Until: data.Date(j.Get("until").String())}
}

func readAround(j gjson.Result) query.Around {
	a := query.Around{Node: j.Get("node").String(), Direction: query.Direction(j.Get("way").String())}
	if n := j.Get("steps").Num; n == math.Trunc(n) && n >= 0 && n <= query.MaxSteps {
		a.Steps = int(n)
	}
	return a
}

func readComparison(j gjson.Result) scene.Comparison {
	return scene.Comparison{From: j.Get("from").String(), To: j.Get("to").String(), Path: stringList(j.Get("path"))}
}

func readSearchResults(j gjson.Result) scene.Command {
	var hits scene.SearchResults
	for _, id := range stringList(j.Get("nodes")) {
		hits.Targets = append(hits.Targets, scene.Ref{Node: id})
	}
	for _, id := range stringList(j.Get("lines")) {
		hits.Targets = append(hits.Targets, scene.Ref{Edge: id})
	}
	return hits
}

// stringList returns the string elements of a JSON array, nil for anything else.
func stringList(j gjson.Result) (out []string) {
	if !j.IsArray() {
		return nil
	}
	for _, v := range j.Array() {
		if v.Type == gjson.String {
			out = append(out, v.Str)
		}
	}
	return out
}

// query writes what narrows the map, and the comparison.
func (w *writer) query(s *scene.State) {
	w.filter(s.Query.Filter)
	if t := s.Query.Time; t.By != "" {
		w.key("time")
		w.open('{')
		w.pair("by", string(t.By))
		w.pair("from", string(t.From))
		w.pair("until", string(t.Until))
		w.close('}')
	}
	if a := s.Query.Around; a.Node != "" {
		w.key("around")
		w.open('{')
		w.pair("node", a.Node)
		w.key("steps")
		w.centi(float64(a.Steps))
		w.pair("way", string(a.Direction))
		w.close('}')
		w.places("behind", s.SavedPositions)
	}
	if t := s.Comparison; t.From != "" {
		w.key("trail")
		w.open('{')
		w.pair("from", t.From)
		w.pair("to", t.To)
		w.list("path", t.Path)
		w.close('}')
	}
}

func (w *writer) filter(kept map[query.Facet][]string) {
	if len(kept) == 0 {
		return
	}
	w.key("filter")
	w.open('{')
	for _, f := range query.Facets {
		if len(kept[f]) > 0 {
			w.list(string(f), kept[f])
		}
	}
	w.close('}')
}

// pair writes a field of text, and nothing where it is empty.
func (w *writer) pair(key, value string) {
	if value != "" {
		w.key(key)
		w.str(value)
	}
}

func (w *writer) list(key string, values []string) {
	w.key(key)
	w.open('[')
	for _, v := range values {
		w.str(v)
	}
	w.close(']')
}
