package main

import (
	"fmt"
	"os"
	"slices"

	"actormap/cmd/actormap/site"
	"actormap/data"
)

// demands are what a desk asks of its datasets before it publishes them.
type demands struct {
	strict   bool // a warning is an error
	reviewed bool // somebody has compared each relation with its evidence
}

// met tells what the datasets lack, and reports whether they may be published. after is the folder of the
// site that they follow, "" for none.
func (d demands) met(maps []site.Map, after string, s streams) bool {
	ok := true
	published, err := publishedBefore(after)
	if err != nil {
		s.fail(err)
		return false
	}
	for _, id := range dropped(published, maps) {
		fmt.Fprintf(s.err, "actormap: warning: the map %q was published in %s and is not among those built: links to it will lead nowhere\n", id, after)
	}
	for _, m := range maps {
		problems := append(reader().Validate(m.File, m.Source).Warnings(), withoutContact(m)...)
		if d.strict {
			problems = problems.Strict()
		}
		if d.reviewed {
			problems = append(problems, data.Unreviewed(m.File, m.Source)...)
		}
		if was := published[m.Dataset.ID]; was != nil {
			problems = append(problems, data.Uncorrected(m.File, was, m.Dataset)...)
		}
		if len(problems) > 0 {
			fmt.Fprintln(s.err, problems.Error())
		}
		ok = ok && len(problems.Errors()) == 0
	}
	return ok
}

// dropped lists the ids of the maps that were published and are not built now, sorted.
func dropped(published map[string]*data.Dataset, built []site.Map) (ids []string) {
	for id := range published {
		if !slices.ContainsFunc(built, func(m site.Map) bool { return m.Dataset.ID == id }) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// withoutContact warns of a map whose readers do not learn where they can report an error.
func withoutContact(m site.Map) data.Problems {
	if m.Dataset.Contact != "" {
		return nil
	}
	return data.Problems{{File: m.File, Severity: data.Warning, Cause: "readers do not learn where to report an error",
		Cure: `add "contact": "mailto:..." or an https address`}}
}

// publishedBefore reads the datasets of the site in a folder, by their ids.
func publishedBefore(dir string) (map[string]*data.Dataset, error) {
	if dir == "" {
		return nil, nil
	}
	sources, err := site.ReadDatasets(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("-after %s: %w", dir, err)
	}
	published := map[string]*data.Dataset{}
	for id, src := range sources {
		if published[id] = data.ReadPublished(src); published[id] == nil {
			return nil, fmt.Errorf("-after %s: the dataset %s there is not JSON", dir, id)
		}
	}
	return published, nil
}
