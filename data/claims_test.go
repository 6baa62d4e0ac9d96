package data

import (
	"fmt"
	"strings"
	"testing"
)

// TestClaimsAreWhatTheTableSays writes of every relation of some datasets what it rests on, who says
// it and who denies it. web/test/unit/model/claims.test.js holds the script to the same table.
func TestClaimsAreWhatTheTableSays(t *testing.T) {
	var b strings.Builder
	b.WriteString("# dataset relation -> standing | who says it | who denies it: an actor, \"words\" or (source), each with the first day\n")
	for _, name := range []string{"dispute", "three-days", "complete"} {
		ds, err := Parse(name, readTestdata(t, name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range ds.Relations {
			r := &ds.Relations[i]
			fmt.Fprintf(&b, "%s %s -> %s | %s | %s\n", name, r.ID, r.Standing(), tellVouchers(ds.Says(r)), tellVouchers(ds.Denies(r)))
		}
	}
	checkGolden(t, "claims.txt", b.String())
}

func tellVouchers(all []Voucher) string {
	var out []string
	for _, v := range all {
		who := "(" + v.Source + ")"
		if v.Speaker != "" {
			who = v.Speaker
		} else if words, _ := v.Attributed.In("en", "en"); words != "" {
			who = fmt.Sprintf("%q", words)
		}
		out = append(out, strings.TrimSpace(who+" "+string(v.Date)))
	}
	return strings.Join(out, ", ")
}
