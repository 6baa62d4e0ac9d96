package data

// A hinter finds the spelling that somebody may have meant. It stops after a fixed amount
// of work, so that a file of nothing but unknown names does not take minutes.
type hinter struct{ compared int }

// maxCompared bounds the comparisons of one validation; each takes some microseconds.
const maxCompared = 200_000

// nearest returns `did you mean "..."?` for the first word of candidates that is nearest to
// word, or "" when none is near: at most one edit for each three letters of the longer one.
func (h *hinter) nearest(word string, candidates []string) string {
	best, bestEdits := "", MaxIDLength
	if len(word) > MaxIDLength {
		return ""
	}
	for _, c := range candidates {
		most := min(bestEdits-1, max(len(word), len(c))/3)
		if len(c)-len(word) > most || len(word)-len(c) > most {
			continue
		}
		if h.compared == maxCompared {
			break
		}
		h.compared++
		if n := edits(word, c); n <= most {
			best, bestEdits = c, n
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + quoted(best) + "?"
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
