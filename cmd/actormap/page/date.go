package page

import (
	"strconv"
	"strings"
	"time"

	"actormap/data"
)

// dated prepares a date for the templates. What is no ISO 8601 date is shown as it is and
// not offered to machines.
func dated(d data.Date) date {
	text, ok := dateWords(d)
	if !ok {
		return date{Words: text}
	}
	return date{ISO: string(d), Words: text}
}

// dateWords writes a date as precisely as it is known: "2025", "February 2025" or
// "27 February 2025". ok is false, and the text unchanged, for anything else.
func dateWords(d data.Date) (text string, ok bool) {
	parts := strings.Split(string(d), "-")
	if len(parts[0]) != 4 || len(parts) > 3 {
		return string(d), false
	}
	layout := "2006-01-02"[:4+3*(len(parts)-1)]
	t, err := time.Parse(layout, string(d))
	if err != nil {
		return string(d), false
	}
	year := strconv.Itoa(t.Year())
	switch len(parts) {
	case 1:
		return year, true
	case 2:
		return t.Month().String() + " " + year, true
	}
	return strconv.Itoa(t.Day()) + " " + t.Month().String() + " " + year, true
}
