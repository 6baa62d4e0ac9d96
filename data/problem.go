package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Severity says what follows from a problem.
type Severity uint8

// The severities.
const (
	Error   Severity = iota // the dataset cannot be used
	Warning                 // it can, but somebody should look at it
)

// A Problem is one thing that is wrong with a dataset.
type Problem struct {
	File     string
	Line     int    // from 1; 0: the whole file
	Column   int    // UTF-8 bytes from 1
	Path     string // such as relations[3].to; empty for the whole document
	Cause    string
	Cure     string // may be empty
	Severity Severity
}

// String puts p on one line: file:line:column: path: cause (cure). Before the path of a warning
// stands "warning".
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	if p.Severity == Warning {
		b.WriteString(": warning")
	}
	if p.Path != "" {
		b.WriteString(": " + p.Path)
	}
	b.WriteString(": " + p.Cause)
	if p.Cure != "" {
		b.WriteString(" (" + p.Cure + ")")
	}
	return b.String()
}

// Problems is an error that holds everything found, sorted by place.
type Problems []Problem

// Error lists every problem, a line each.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

// Errors returns the problems for which the dataset cannot be used.
func (p Problems) Errors() Problems { return p.of(Error) }

// Warnings returns the problems that somebody should look at.
func (p Problems) Warnings() Problems { return p.of(Warning) }

func (p Problems) of(s Severity) (all Problems) {
	for _, problem := range p {
		if problem.Severity == s {
			all = append(all, problem)
		}
	}
	return all
}

// Strict returns the problems with every warning made an error.
func (p Problems) Strict() Problems {
	all := slices.Clone(p)
	for i := range all {
		all[i].Severity = Error
	}
	return all
}

// A fault is a Problem that still stands at a byte of the source.
type fault struct {
	offset      int
	at          *place // nil: the whole document
	cause, cure string
	severity    Severity
}

// faults collects up to MaxProblems faults and counts those beyond.
type faults struct {
	kept   []fault
	beyond int
}

// add keeps f, or counts it when there are too many.
func (fs *faults) add(f fault) {
	if len(fs.kept) == MaxProblems {
		fs.beyond++
		return
	}
	fs.kept = append(fs.kept, f)
}

// problems sorts the faults by place and works out their lines and columns.
func (fs *faults) problems(file string, src []byte) Problems {
	slices.SortStableFunc(fs.kept, func(a, b fault) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.cause, b.cause))
	})
	var all Problems
	line, lineStart, read := 1, 0, 0
	for _, f := range fs.kept {
		for ; read < f.offset && read < len(src); read++ {
			if src[read] == '\n' {
				line, lineStart = line+1, read+1
			}
		}
		all = append(all, Problem{file, line, f.offset - lineStart + 1, f.at.path(), f.cause, f.cure, f.severity})
	}
	if fs.beyond > 0 {
		all = append(all, Problem{File: file, Cause: fmt.Sprintf("%d more problems are not listed", fs.beyond),
			Cure: "mend those above first"})
	}
	return all
}
