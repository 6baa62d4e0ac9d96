package sample

import (
	"fmt"
	"strings"

	"actormap/data"
)

type actor struct {
	ID   string         `json:"id"`
	Name string         `json:"name"`
	Kind data.ActorKind `json:"kind"`
	Of   []membership   `json:"of,omitempty"`
}

type membership struct {
	To       string     `json:"to"`
	Evidence []evidence `json:"evidence"`
}

type theIssue struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	PartOf string `json:"part_of,omitempty"`
	Common bool   `json:"common,omitempty"`
}

// share is how many in a hundred nodes are of each kind, and how many there are at least;
// what is missing are issues.
var share = []struct {
	kind           data.ActorKind
	percent, least int
}{{data.State, 4, 2}, {data.Organisation, 8, 1}, {data.Group, 6, 1}, {data.Person, 52, 1}}

// nodesPerCamp is how many nodes a camp has on average: as many as a reader can hold in view.
const nodesPerCamp = 40

// nodes makes all actors, then all issues, in camps of unlike size.
func (m *maker) nodes() {
	n := m.size.Nodes
	camps := max(2, n/nodesPerCamp)
	m.urn = make([][]int, camps)
	for _, s := range share {
		for range max(s.least, n*s.percent/100) {
			if len(m.ids) < n-1 { // the last is an issue
				m.add(s.kind)
			}
		}
	}
	for len(m.ids) < n {
		m.add(issue)
	}
}

// add makes one node and puts it into a camp: the lower the number the larger the camp.
func (m *maker) add(kind data.ActorKind) {
	i := len(m.ids)
	camp := min(m.chance.IntN(len(m.urn)), m.chance.IntN(len(m.urn)))
	name := m.name(kind)
	m.ids = append(m.ids, fmt.Sprintf("%s-%d", kind, i))
	m.names, m.kinds, m.camp = append(m.names, name), append(m.kinds, kind), append(m.camp, camp)
	m.whole = append(m.whole, m.wholeOf(kind, camp))
	m.urn[camp] = append(m.urn[camp], i)
	if kind == data.State {
		m.states = append(m.states, i)
	}
}

// wholeOf picks what a new node belongs to: most people and organisations a state, every
// third issue an earlier issue of its camp.
func (m *maker) wholeOf(kind data.ActorKind, camp int) int {
	switch {
	case (kind == data.Person || kind == data.Organisation) && m.chance.IntN(10) < 7:
		return m.states[camp%len(m.states)]
	case kind == issue && m.chance.IntN(3) == 0:
		for _, j := range m.urn[camp] {
			if m.kinds[j] == issue {
				return j
			}
		}
	}
	return -1
}

func (m *maker) actors() []actor {
	var out []actor
	for i, kind := range m.kinds {
		if kind == issue {
			continue
		}
		a := actor{ID: m.ids[i], Name: m.names[i], Kind: kind}
		if w := m.whole[i]; w >= 0 {
			quote := fmt.Sprintf("generated: %s of %s", m.names[i], m.names[w])
			a.Of = []membership{{m.ids[w], []evidence{{Source: sourceID(0), Quote: quote}}}}
		}
		out = append(out, a)
	}
	return out
}

func (m *maker) issues() []theIssue {
	out := []theIssue{}
	for i, kind := range m.kinds {
		if kind != issue {
			continue
		}
		s := theIssue{ID: m.ids[i], Name: m.names[i]}
		if w := m.whole[i]; w >= 0 {
			s.PartOf, s.Common = m.ids[w], true
		}
		out = append(out, s)
	}
	return out
}

// What names are made of. No combination is meant; the syllables are those of no one language.
var (
	onsets = strings.Fields("b br d dr f g gl h j k kl l m n p pl r s st t tr v z")
	vowels = strings.Fields("a e i o u ai ea io ou")
	codas  = strings.Fields("- - - n r l s nd rt m")
	nouns  = strings.Fields("water fishing rail border grain tariff school energy harbour visa forest mining data housing pension")
	forms  = strings.Fields("talks law treaty reform quota dispute fund plan vote pact")
	bodies = strings.Fields("Council Union Bank Agency Assembly Court Institute Alliance")
	crowds = strings.Fields("farmers dockers teachers voters miners students traders pilots")
)

// name makes a name that no other node has.
func (m *maker) name(kind data.ActorKind) string {
	for {
		name := m.tryName(kind)
		if !m.taken[name] {
			m.taken[name] = true
			return name
		}
	}
}

func (m *maker) tryName(kind data.ActorKind) string {
	switch kind {
	case data.Person:
		return m.word(1) + " " + m.word(2)
	case data.State:
		return m.word(2) + "ia"
	case data.Organisation:
		return m.word(2) + " " + pick(m, bodies)
	case data.Group:
		return m.word(2) + " " + pick(m, crowds)
	}
	return m.word(2) + " " + pick(m, nouns) + " " + pick(m, forms)
}

// word makes a capitalised word of some syllables.
func (m *maker) word(syllables int) string {
	var b strings.Builder
	for range syllables {
		b.WriteString(pick(m, onsets) + pick(m, vowels) + strings.Trim(pick(m, codas), "-"))
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

func pick(m *maker, from []string) string { return from[m.chance.IntN(len(from))] }
