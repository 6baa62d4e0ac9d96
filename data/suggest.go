package data

import "strings"

// A Folding knows what somebody may write for a name: fold.Folder is one. It proposes, and
// never says that two names are one.
type Folding interface {
	// Fold returns a text without accents and case, in one script, words apart by one space.
	Fold(text string) string
	// Means reports whether somebody who writes word may mean a name.
	Means(name, word string) bool
}

// A hinter finds the spelling that somebody may have meant. It stops after a fixed amount
// of work, so that a file of nothing but unknown names does not take minutes.
type hinter struct {
	compared int
	folding  Folding // nil: spellings are compared as they are
	folded   map[string]string
}

const (
	// maxCompared bounds the comparisons of one validation; each takes some microseconds.
	maxCompared = 200_000
	// nameCost is how many of them reading a name in all its ways takes.
	nameCost = 20
	// maxMeant is how many nodes are named that may have been meant.
	maxMeant = 3
)

// fold returns a spelling in the form that is compared.
func (h *hinter) fold(word string) string {
	if h.folding == nil {
		return word
	}
	folded, known := h.folded[word]
	if !known {
		if h.folded == nil {
			h.folded = map[string]string{}
		}
		folded = h.folding.Fold(word)
		h.folded[word] = folded
	}
	return folded
}

// nearest returns `did you mean "..."?` for the first word of candidates that is nearest to
// word, or "" when none is near: at most one edit for each three letters of the longer one.
func (h *hinter) nearest(word string, candidates []string) string {
	best, bestEdits := "", MaxIDLength
	if len(word) > MaxIDLength {
		return ""
	}
	word = h.fold(word)
	for _, c := range candidates {
		if h.compared == maxCompared {
			break
		}
		spelling := h.fold(c)
		most := min(bestEdits-1, max(len(word), len(spelling))/3)
		if len(spelling)-len(word) > most || len(word)-len(spelling) > most {
			continue
		}
		h.compared++
		if n := edits(word, spelling); n <= most {
			best, bestEdits = c, n
		}
	}
	if best == "" {
		return ""
	}
	return didYouMean(best)
}

// meant returns the hint for a word that stands where an id should be and finds the name or
// an alias of nodes; "" where it finds none.
func (h *hinter) meant(word string, nodes []called) string {
	if h.folding == nil || word == "" || len(word) > MaxIDLength {
		return ""
	}
	var ids []string
	for _, node := range nodes {
		if len(ids) == maxMeant || h.compared > maxCompared-nameCost*len(node.names) {
			break
		}
		h.compared += nameCost * len(node.names)
		for _, name := range node.names {
			if h.folding.Means(name, word) {
				ids = append(ids, node.id)
				break
			}
		}
	}
	return didYouMean(ids...)
}

// didYouMean proposes ids; none is "".
func didYouMean(ids ...string) string {
	if len(ids) == 0 {
		return ""
	}
	proposed := make([]string, len(ids))
	for i, id := range ids {
		proposed[i] = quoted(id)
	}
	return "did you mean " + strings.Join(proposed, " or ") + "?"
}

// called is a node with its names, in all languages.
type called struct {
	id    string
	names []string
}

// calledNodes returns the actors or issues of a dataset that a reference may mean.
func calledNodes(ds *Dataset, allowed what) []called {
	var all []called
	add := func(id string, name Text, aliases []Text) {
		node := called{id: id}
		for _, text := range append([]Text{name}, aliases...) {
			for _, version := range text.All() {
				node.names = append(node.names, version.Text)
			}
		}
		all = append(all, node)
	}
	if allowed&anActor != 0 {
		for _, a := range ds.Actors {
			add(a.ID, a.Name, a.Aliases)
		}
	}
	if allowed&anIssue != 0 {
		for _, i := range ds.Issues {
			add(i.ID, i.Name, i.Aliases)
		}
	}
	return all
}

// edits counts the bytes to insert, remove, replace, or swap with their neighbour, to make
// b out of a (optimal string alignment).
func edits(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			differ := 1
			if a[i-1] == b[j-1] {
				differ = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+differ)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
