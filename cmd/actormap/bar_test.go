package main

import (
	"strings"
	"testing"
	"time"
)

func TestBar(t *testing.T) {
	var out strings.Builder
	begin := time.Date(2025, 2, 27, 12, 0, 0, 0, time.UTC)
	b := bar{out: &out, title: "layout", begin: begin}
	b.show(0.1, begin.Add(900*time.Millisecond))
	b.end()
	if out.Len() > 0 {
		t.Errorf("within a second it shows %q", out.String())
	}
	b.show(0.25, begin.Add(1100*time.Millisecond))
	b.show(0.3, begin.Add(1150*time.Millisecond))
	b.show(1, begin.Add(1400*time.Millisecond))
	b.end()
	want := "\rlayout [##########..............................]  25 %" +
		"\rlayout [########################################] 100 %" +
		"\r" + strings.Repeat(" ", 56) + "\r"
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}
