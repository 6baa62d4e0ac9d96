package layout

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"actormap/wasm/layout/internal/fixtures"
)

// The golden placements are embedded, so that the tests find them as wasm too. They hold
// every bit: natively and as wasm, on every machine, the same text.
//
//go:embed testdata/golden.txt
var golden string

var update = flag.Bool("update", false, "write the files of testdata again")

const (
	goldenSeed   = 20250227
	goldenBudget = 1500
)

// goldenText lays all fixtures out in two frames and drags a node, as text.
func goldenText() string {
	var b strings.Builder
	for _, frame := range []int{0, 3} {
		for _, f := range all(fixtures.Frames()[frame]) {
			if f.name == "clustered77" {
				f.problem = clustered(40, fixtures.Frames()[frame])
			}
			at := Solve(f.problem, goldenSeed, goldenBudget)
			write(&b, fmt.Sprintf("solve %s %vx%v", f.name, f.problem.Frame.W(), f.problem.Frame.H()), at)
			w := NewDrag(f.problem, at)
			w.Hold(1)
			w.MoveTo(1, at[len(at)/2])
			for range 7 {
				w.Step()
			}
			w.Release(1)
			for w.Step() > 0 {
			}
			write(&b, "drag "+f.name, w.At())
		}
	}
	return b.String()
}

func write(b *strings.Builder, title string, at Placement) {
	fmt.Fprintf(b, "%s\n", title)
	for i, v := range at {
		fmt.Fprintf(b, "%d %s %s\n", i, strconv.FormatFloat(v.X, 'g', -1, 64), strconv.FormatFloat(v.Y, 'g', -1, 64))
	}
}

func TestGolden(t *testing.T) {
	got := goldenText()
	if *update {
		if err := os.WriteFile("testdata/golden.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(golden, "\n")
	title := ""
	for k := range min(len(gotLines), len(wantLines)) {
		if strings.HasPrefix(wantLines[k], "solve") || strings.HasPrefix(wantLines[k], "drag") {
			title = wantLines[k]
		}
		if gotLines[k] != wantLines[k] {
			t.Fatalf("testdata/golden.txt:%d: %s: got %q, want %q; if the change is meant, run go test ./wasm/layout -run Golden -update", k+1, title, gotLines[k], wantLines[k])
		}
	}
	if len(gotLines) != len(wantLines) {
		t.Errorf("%d lines, want %d", len(gotLines), len(wantLines))
	}
}
