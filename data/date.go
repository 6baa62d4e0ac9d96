package data

import (
	"strconv"
	"strings"
)

// A Date is an ISO 8601 date as precise as known: "2025", "2025-02" or "2025-02-27".
// The empty Date is unknown.
type Date string

// Parts returns year, month and day; what is not known is 0.
func (d Date) Parts() (year, month, day int) {
	year, _ = strconv.Atoi(string(d[:min(4, len(d))]))
	if len(d) >= 7 {
		month, _ = strconv.Atoi(string(d[5:7]))
	}
	if len(d) == 10 {
		day, _ = strconv.Atoi(string(d[8:10]))
	}
	return year, month, day
}

// Before reports whether d lies wholly before e. Dates of different precision are compared
// as far as both go: 2025 is neither before nor after 2025-02-27.
func (d Date) Before(e Date) bool {
	n := min(len(d), len(e))
	return d[:n] < e[:n]
}

// Valid reports whether d is written as Date describes, and there is such a day.
func (d Date) Valid() bool {
	_, ok := parseDate(string(d))
	return ok
}

// parseDate accepts what Date describes, if such a day exists. There is no year 0.
func parseDate(s string) (d Date, ok bool) {
	const shape = "0000-00-00"
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return "", false
	}
	for i := range len(s) {
		if digit := s[i] >= '0' && s[i] <= '9'; digit != (shape[i] == '0') || !digit && s[i] != '-' {
			return "", false
		}
	}
	d = Date(s)
	year, month, day := d.Parts()
	ok = year > 0 &&
		(len(s) < 7 || month >= 1 && month <= 12) &&
		(len(s) < 10 || day >= 1 && day <= daysIn(year, month))
	return d, ok
}

// isBeforeYear1 reports whether s means the year 0 or one before the common era: in ISO 8601, where
// such years are 0000 and negative, or in words.
func isBeforeYear1(s string) bool {
	if strings.HasPrefix(s, "0000") || len(s) > 4 && s[0] == '-' && s[1] >= '0' && s[1] <= '9' {
		return true
	}
	upper := strings.ToUpper(strings.ReplaceAll(s, ".", ""))
	return strings.HasSuffix(upper, " BC") || strings.HasSuffix(upper, " BCE")
}

// daysIn returns the length of a month of the Gregorian calendar, month 1 to 12.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
