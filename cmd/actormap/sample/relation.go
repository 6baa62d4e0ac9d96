package sample

import (
	"fmt"
	"time"

	"actormap/data"
)

// A line is one relation of the file.
type line struct {
	ID       string      `json:"id"`
	From     string      `json:"from"`
	To       string      `json:"to"`
	About    []string    `json:"about,omitempty"`
	Type     data.Type   `json:"type"`
	Stance   data.Stance `json:"stance,omitempty"`
	Label    string      `json:"label"`
	Date     string      `json:"date"`
	Status   data.Status `json:"status,omitempty"`
	Mutual   bool        `json:"mutual,omitempty"`
	Evidence []evidence  `json:"evidence"`
}

type evidence struct {
	Source   string `json:"source"`
	Quote    string `json:"quote"`
	Reported string `json:"reported,omitempty"`
}

type source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Published string `json:"published"`
}

// The days that are written about, and of the last report.
const (
	firstDay = "2024-01-01"
	lastDay  = "2025-12-31"
	days     = 730
)

const sourceCount = 12

func sourceID(k int) string { return fmt.Sprintf("source-%d", k+1) }

func sources() []source {
	out := make([]source, sourceCount)
	for k := range out {
		out[k] = source{sourceID(k), fmt.Sprintf("Generated source %d", k+1), dayAfter((k + 1) * days / sourceCount)}
	}
	return out
}

// dayAfter returns the date so many days after the first, the last at most.
func dayAfter(day int) string {
	first, err := time.Parse(time.DateOnly, firstDay)
	if err != nil {
		panic(err)
	}
	return first.AddDate(0, 0, min(day, days)).Format(time.DateOnly)
}

// A verb is a type of relation with a phrase for it.
type verb struct {
	kind   data.Type
	phrase string
	mutual bool
}

// verbs are what actors do to each other; those that are frequent in the news stand twice.
var verbs = []verb{
	{"consult", "met", true}, {"consult", "called", false}, {"agree", "agreed with", true}, {"agree", "promised help to", false},
	{"support", "praised", false}, {"support", "endorsed", false}, {"cooperate", "trades with", true}, {"aid", "gave money to", false},
	{"request", "urged", false}, {"request", "asked", false}, {"accuse", "criticised", false}, {"accuse", "blamed", false},
	{"reject", "refused", false}, {"threaten", "warned", false}, {"sanction", "cut ties with", false}, {"differ", "differs with", true},
	{"concede", "yielded to", false}, {"coerce", "seized ships of", false},
}

// Shares in a hundred.
const (
	acrossCamps = 15 // relations that leave their camp
	withStance  = 40 // relations to an issue whose quote takes a side
	withIssue   = 25 // relations between actors that are about an issue
	announced   = 8
	supposed    = 5
	denied      = 3
)

// relations makes all relations.
func (m *maker) relations() {
	m.lines = make([]line, 0, m.size.Relations)
	for len(m.lines) < m.size.Relations {
		from := m.draw(m.chance.IntN(len(m.urn)))
		to := m.partner(from)
		if from == to || m.kinds[from] == issue {
			continue
		}
		m.relate(from, to)
	}
}

// draw draws a ticket from a camp's urn, or from the whole map's where the camp is empty.
func (m *maker) draw(camp int) int {
	if len(m.urn[camp]) == 0 {
		return m.chance.IntN(len(m.ids))
	}
	return m.urn[camp][m.chance.IntN(len(m.urn[camp]))]
}

// partner draws the other end of a relation.
func (m *maker) partner(from int) int {
	if m.chance.IntN(100) < acrossCamps {
		return m.draw(m.chance.IntN(len(m.urn)))
	}
	return m.draw(m.camp[from])
}

// relate adds one relation, and a ticket for each of its ends.
func (m *maker) relate(from, to int) {
	for _, i := range [2]int{from, to} {
		m.urn[m.camp[i]] = append(m.urn[m.camp[i]], i)
	}
	v := verbs[m.chance.IntN(len(verbs))]
	l := line{ID: fmt.Sprintf("relation-%d", len(m.lines)+1), From: m.ids[from], To: m.ids[to], Type: v.kind, Label: v.phrase, Mutual: v.mutual}
	if m.kinds[to] == issue {
		m.aboutIssue(&l)
	} else if about := m.draw(m.camp[from]); m.kinds[about] == issue && m.chance.IntN(100) < withIssue {
		l.About = []string{m.ids[about]}
	}
	day := m.chance.IntN(days)
	l.Date = dayAfter(day)
	switch k := m.chance.IntN(100); {
	case k < announced:
		l.Status = data.Future
	case k < announced+supposed:
		l.Status = data.Hypothetical
	case k < announced+supposed+denied:
		l.Status = data.Negated
	}
	quote := fmt.Sprintf("generated: %s %s %s", m.names[from], l.Label, m.names[to])
	proof := evidence{Source: sourceID(min(day*sourceCount/days, sourceCount-1)), Quote: quote}
	if l.Status == data.Future {
		proof.Reported = l.Date // announced on its day, in a made-up story
	}
	l.Evidence = []evidence{proof}
	m.lines = append(m.lines, l)
}

// aboutIssue turns a relation into one of an actor to an issue.
func (m *maker) aboutIssue(l *line) {
	l.Type, l.Label, l.Mutual = "state", "spoke about", false
	if m.chance.IntN(100) < withStance {
		l.Stance, l.Label = data.For, "spoke for"
		if m.chance.IntN(2) == 0 {
			l.Stance, l.Label = data.Against, "spoke against"
		}
	}
}
