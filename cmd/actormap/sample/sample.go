// Package sample makes datasets of any size by chance from a seed, to try a map at a size
// that nobody has coded by hand. They are valid in every respect, and nobody can mistake
// them for facts: all names are made up, and every quote begins with "generated".
package sample

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"actormap/data"
)

// MinNodes is the least number of actors and issues: one of each kind, and two states.
const MinNodes = 6

// A Size says how much to make. The same Size gives the same bytes.
type Size struct {
	Nodes     int // actors and issues together, MinNodes to data.MaxNodes
	Relations int // 0 to data.MaxRelations
	Seed      uint64
}

// Check refuses what no dataset may have.
func (z Size) Check() error {
	if z.Nodes < MinNodes || z.Nodes > data.MaxNodes {
		return fmt.Errorf("%d nodes are not between %d and %d", z.Nodes, MinNodes, data.MaxNodes)
	}
	if z.Relations < 0 || z.Relations > data.MaxRelations {
		return fmt.Errorf("%d relations are not between 0 and %d", z.Relations, data.MaxRelations)
	}
	return nil
}

// Make returns a dataset as JSON.
func Make(z Size) ([]byte, error) {
	if err := z.Check(); err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	m := &maker{size: z, chance: rand.New(rand.NewPCG(z.Seed, 0x6163746f72)), taken: map[string]bool{}}
	m.nodes()
	m.relations()
	return m.write()
}

// A maker is a dataset in the making. Nodes belong to camps, inside which most relations
// run, and whoever has relations gets more of them, as in the news: the classic model of
// preferential attachment (Barabasi and Albert, Science 286, 1999).
type maker struct {
	size   Size
	chance *rand.Rand
	taken  map[string]bool

	ids, names []string
	kinds      []data.ActorKind // issue for issues
	camp       []int
	states     []int   // the states' nodes
	whole      []int   // of each node: what it belongs to or is part of, -1: nothing
	urn        [][]int // of each camp: a ticket for each node and for each end of a relation

	lines []line
}

// issue is the kind of issues, which data does not count among the actors.
const issue data.ActorKind = "issue"

// write assembles the file.
func (m *maker) write() ([]byte, error) {
	file := struct {
		Schema    string     `json:"$schema"`
		ID        string     `json:"id"`
		Title     string     `json:"title"`
		Summary   string     `json:"summary"`
		Language  string     `json:"language"`
		Updated   string     `json:"updated"`
		License   string     `json:"license"`
		Sources   []source   `json:"sources"`
		Actors    []actor    `json:"actors"`
		Issues    []theIssue `json:"issues"`
		Relations []line     `json:"relations"`
	}{
		Schema: "schema.json", ID: fmt.Sprintf("generated-%d-%d-%d", m.size.Nodes, m.size.Relations, m.size.Seed),
		Title:    fmt.Sprintf("Generated map: %d nodes, %d relations", m.size.Nodes, m.size.Relations),
		Summary:  "Made by a program to try a map of this size. No name, relation or quote in it is real.",
		Language: "en", Updated: lastDay, License: "MIT", Sources: sources(), Actors: m.actors(), Issues: m.issues(), Relations: m.lines,
	}
	out, err := json.MarshalIndent(file, "", " ")
	if err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return append(out, '\n'), nil
}
