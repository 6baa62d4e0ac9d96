package page

import "fmt"

// conditionalPicture is a picture with the condition under which it is shown.
type conditionalPicture struct {
	Picture
	Media string
}

// conditional gives every picture but the last the widest viewport at which the next one
// does not fit yet: its frame plus the page's least margins on both sides. The same
// numbers stand in the style sheets.
func conditional(pictures []Picture) []conditionalPicture {
	var list []conditionalPicture
	for i := 0; i+1 < len(pictures); i++ {
		next := pictures[i+1].W + leastMargins(pictures[i+1].W)
		list = append(list, conditionalPicture{pictures[i], fmt.Sprintf("(max-width: %d.98px)", next-1)})
	}
	return list
}

// leastMargins is what the page needs beside a frame of the width given, both sides
// together, in CSS pixels. The widest frame has the panel beside it.
func leastMargins(frameWidth int) int {
	switch {
	case frameWidth >= 1040:
		return 360
	case frameWidth >= 736:
		return 32
	}
	return 16
}
