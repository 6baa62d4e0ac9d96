package lang

import (
	"strconv"
	"strings"
	"time"
)

// Date writes an ISO 8601 date as precisely as it is known: "2025", "February 2025" or
// "27 February 2025". ok is false, and the text unchanged, for anything else.
func (c *Catalogue) Date(iso string) (text string, ok bool) {
	parts := strings.Split(iso, "-")
	if len(parts[0]) != 4 || len(parts) > 3 {
		return iso, false
	}
	layout := "2006-01-02"[:4+3*(len(parts)-1)]
	t, err := time.Parse(layout, iso)
	if err != nil {
		return iso, false
	}
	year, month := strconv.Itoa(t.Year()), int(t.Month())-1
	switch len(parts) {
	case 1:
		return year, true
	case 2:
		return c.Say("date.month", "month", c.List("date.months")[month], "year", year), true
	}
	return c.Say("date.day", "day", t.Day(), "month", c.List("date.monthsOfDays")[month], "year", year), true
}
