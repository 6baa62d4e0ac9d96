package data

import "testing"

func TestAmountInWords(t *testing.T) {
	for _, row := range []struct {
		amount Amount
		want   string
	}{
		{Amount{40000, "EUR"}, "EUR\u00a040\u202f000"},
		{Amount{999, "USD"}, "USD\u00a0999"},
		{Amount{1000, "USD"}, "USD\u00a01\u202f000"},
		{Amount{1234567.5, "JPY"}, "JPY\u00a01\u202f234\u202f567.50"},
		{Amount{0.25, "GBP"}, "GBP\u00a00.25"},
		{Amount{0.001, "EUR"}, "EUR\u00a00.001"},
		{Amount{1999.999, "KWD"}, "KWD\u00a01\u202f999.999"},
	} {
		if got := row.amount.String(); got != row.want {
			t.Errorf("%v %s is said %q, want %q", row.amount.Value, row.amount.Currency, got, row.want)
		}
	}
}
