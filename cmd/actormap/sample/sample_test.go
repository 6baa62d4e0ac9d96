package sample_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"actormap/cmd/actormap/sample"
	"actormap/data"
)

func TestMakeIsValid(t *testing.T) {
	for _, z := range []sample.Size{{sample.MinNodes, 0, 1}, {sample.MinNodes, 200, 2}, {40, 0, 3}, {150, 450, 4}, {1000, 3000, 5}} {
		t.Run(fmt.Sprint(z), func(t *testing.T) {
			src, err := sample.Make(z)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range data.Validate("generated.json", src) {
				if !strings.HasPrefix(p.Cause, "nothing is about the issue") && !strings.HasPrefix(p.Cause, "nothing is taken from the source") { // where relations are few
					t.Fatalf("Make(%v): %v", z, p)
				}
			}
			ds, err := data.Parse("generated.json", src)
			if err != nil {
				t.Fatal(err)
			}
			if n, r := len(ds.Actors)+len(ds.Issues), len(ds.Relations); n != z.Nodes || r != z.Relations {
				t.Errorf("Make(%v) has %d nodes and %d relations", z, n, r)
			}
		})
	}
}

func TestMakeIsReproducible(t *testing.T) {
	z := sample.Size{Nodes: 200, Relations: 600, Seed: 7}
	first, err := sample.Make(z)
	if err != nil {
		t.Fatal(err)
	}
	second, err := sample.Make(z)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("the same size gave different bytes")
	}
	z.Seed++
	if other, err := sample.Make(z); err != nil || bytes.Equal(first, other) {
		t.Errorf("another seed gave the same bytes, or err = %v", err)
	}
}

func TestEveryQuoteIsMarked(t *testing.T) {
	src, err := sample.Make(sample.Size{Nodes: 60, Relations: 180, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	ds, err := data.Parse("generated.json", src)
	if err != nil {
		t.Fatal(err)
	}
	check := func(list []data.Evidence) {
		for _, e := range list {
			if quote, _ := e.Quote.In(""); !strings.HasPrefix(quote, "generated: ") {
				t.Errorf("quote %q is not marked", quote)
			}
		}
	}
	for _, r := range ds.Relations {
		check(r.Evidence)
	}
	for _, a := range ds.Actors {
		for _, of := range a.Of {
			check(of.Evidence)
		}
	}
}

func TestMakeRefuses(t *testing.T) {
	for _, z := range []sample.Size{{sample.MinNodes - 1, 0, 1}, {data.MaxNodes + 1, 0, 1}, {10, -1, 1}, {10, data.MaxRelations + 1, 1}} {
		if _, err := sample.Make(z); err == nil {
			t.Errorf("Make(%v) did not fail", z)
		}
	}
}
