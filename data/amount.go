package data

import (
	"strconv"
	"strings"
)

// String writes an amount the same in every language: the currency's code, then the value with at
// most two decimals and thousands parted by narrow no-break spaces, as ISO 80000-1 recommends.
func (a Amount) String() string {
	whole, cents, _ := strings.Cut(strconv.FormatFloat(a.Value, 'f', 2, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u202f" + whole[i:]
	}
	if cents != "00" {
		whole += "." + cents
	}
	return a.Currency + "\u00a0" + whole
}
