package lang

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestPlurals tries the categories at the numbers where they change. A test of the script
// holds the same numbers against Intl.PluralRules.
func TestPlurals(t *testing.T) {
	src, err := os.ReadFile("testdata/plurals.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(src)) {
		var tag, category string
		var n int
		if _, err := fmt.Sscan(line, &tag, &n, &category); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if got := ruleOf(tag).pick(n); got != Category(category) {
			t.Errorf("%s %d: %s, want %s", tag, n, got, category)
		}
	}
}

var update = flag.Bool("update", false, "write what Go says of every number: the browser has to say the same")

// TestPluralsOfEveryNumber holds the category of each number up to two million against testdata/plural-blocks.txt.
// web/test/plurals.spec.js holds the browser's Intl.PluralRules against the same file, all of it, and
// web/test/unit/ui/plurals.test.js a part: Go and the browser say the same of each number.
func TestPluralsOfEveryNumber(t *testing.T) {
	want, err := os.ReadFile("testdata/plural-blocks.txt")
	if err != nil {
		t.Fatal(err)
	}
	catalogues := all(t)
	slices.SortFunc(catalogues, func(a, b *Catalogue) int { return strings.Compare(a.Tag, b.Tag) })
	var got strings.Builder
	for _, c := range catalogues {
		writeBlocks(&got, c.Tag)
	}
	if *update {
		if err := os.WriteFile("testdata/plural-blocks.txt", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got.String() != string(want) {
		t.Errorf("the categories are\n%swant\n%s", got.String(), want)
	}
}

// writeBlocks writes the categories of a language, of a thousand numbers at a time: a line for each run of thousands
// alike, with its first and last number and a hash of the thousand categories, each on a line of its own.
func writeBlocks(out *strings.Builder, tag string) {
	const size, end = 1000, 2_001_000
	rule := ruleOf(tag)
	var block strings.Builder
	from, before := 0, ""
	for n := 0; n < end; n += size {
		block.Reset()
		for i := n; i < n+size; i++ {
			block.WriteString(string(rule.pick(i)) + "\n")
		}
		hash := fmt.Sprintf("%x", sha256.Sum256([]byte(block.String())))[:16]
		if before != "" && hash != before {
			fmt.Fprintf(out, "%s %d %d %s\n", tag, from, n-1, before)
			from = n
		}
		before = hash
	}
	fmt.Fprintf(out, "%s %d %d %s\n", tag, from, end-1, before)
}
