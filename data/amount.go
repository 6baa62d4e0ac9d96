package data

import (
	"strconv"
	"strings"
)

// String writes an amount the same in every language: the currency's code, then the value with all its
// decimals, two at least where it has any, and thousands parted by narrow no-break spaces, as ISO 80000-1 recommends.
func (a Amount) String() string {
	whole, cents, _ := strings.Cut(strconv.FormatFloat(a.Value, 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u202f" + whole[i:]
	}
	if len(cents) == 1 {
		cents += "0"
	}
	if cents != "" {
		whole += "." + cents
	}
	return a.Currency + "\u00a0" + whole
}
