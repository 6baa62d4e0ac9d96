package main

import (
	"bytes"
	"strings"
	"testing"

	"actormap/cmd/actormap/site"
	"actormap/data"
)

// TestFirstDatasetFollowsItsFirstPublication builds after the site in which the first dataset was first
// published: what has changed since is named by its corrections, and by nothing else.
func TestFirstDatasetFollowsItsFirstPublication(t *testing.T) {
	name, src := data.Default()
	m, err := parseMap(name, src)
	if err != nil {
		t.Fatal(err)
	}
	met := func(m site.Map) (bool, string) {
		var told bytes.Buffer
		ok := demands{}.met([]site.Map{m}, "testdata/published", streams{&told, &told})
		return ok, told.String()
	}
	if ok, told := met(m); !ok || strings.Contains(told, "published") {
		t.Errorf("the dataset may not follow its first publication:\n%s", told)
	}
	silent := *m.Dataset
	silent.Corrections = nil
	m.Dataset = &silent
	ok, told := met(m)
	if n := strings.Count(told, "and no new correction names it"); ok || n != 7 {
		t.Errorf("without corrections it may follow: %v; %d changes are told, want 7:\n%s", ok, n, told)
	}
}
