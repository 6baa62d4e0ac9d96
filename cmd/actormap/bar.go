package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// A bar shows on one line of the terminal how far something has got; what takes less than
// barDelay shows none.
type bar struct {
	out   io.Writer
	title string
	begin time.Time
	last  time.Time // when it was shown last
}

const (
	barDelay = time.Second
	barPause = 200 * time.Millisecond
	barWidth = 40
)

// show draws the bar for a share of the work, 0 to 1, if it is time.
func (b *bar) show(share float64, now time.Time) {
	if now.Sub(b.begin) < barDelay || now.Sub(b.last) < barPause {
		return
	}
	b.last = now
	full := min(max(int(share*barWidth), 0), barWidth)
	fmt.Fprintf(b.out, "\r%s [%s%s] %3.0f %%", b.title, strings.Repeat("#", full), strings.Repeat(".", barWidth-full), share*100)
}

// end wipes the bar, if there was one.
func (b *bar) end() {
	if !b.last.IsZero() {
		fmt.Fprintf(b.out, "\r%s\r", strings.Repeat(" ", len(b.title)+barWidth+10))
	}
}
