package data

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// A scanRow is a text and what scan says of it: the byte and the cause, nothing when the text
// passes.
type scanRow struct{ name, src, want string }

// checkScan fails unless scan says what the rows want, and agrees with encoding/json.
func checkScan(t *testing.T, rows []scanRow) {
	t.Helper()
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := ""
			if bad := scan([]byte(row.src)); bad != nil {
				got = fmt.Sprintf("%d: %s", bad.offset, bad.cause)
			}
			if got != row.want {
				t.Errorf("scan(%.40q) = %q, want %q", row.src, got, row.want)
			}
			checkAgainstStandardLibrary(t, []byte(row.src))
		})
	}
}

// TestScanAccepts has a row for each turn of the JSON grammar (RFC 8259). What a text means is
// not the scan's business.
func TestScanAccepts(t *testing.T) {
	checkScan(t, []scanRow{
		{"object", `{}`, ""},
		{"array", `[]`, ""},
		{"scalar alone", ` "x" `, ""},
		{"nested", `{"a": [{}, [], {"b": [1, 2]}], "c": null}`, ""},
		{"all white space", " \t\r\n[ \t\r\n1 , 2 ] \n", ""},
		{"literals", `[true, false, null]`, ""},
		{"numbers", `[0, -0, 10, -1.5, 1e9, 1E+9, 1.25e-9, 123456789012345678901234567890]`, ""},
		{"number beyond float64", `[1e999]`, ""},
		{"escapes", `["\" \\ \/ \b \f \n \r \t \u00e9 \uD83D\uDE00"]`, ""},
		{"escaped null", `["\u0000"]`, ""},
		{"lone surrogate", `["\ud800"]`, ""},
		{"duplicate keys", `{"a": 1, "a": 2}`, ""},
		{"empty key", `{"": 0}`, ""},
		{"delete and noncharacter", "[\"\x7f\uffff\U0010ffff\"]", ""},
		{"line separator", "[\"\u2028\"]", ""},
		{"depth 64", strings.Repeat("[", 64) + strings.Repeat("]", 64), ""},
	})
}

// TestScanRefusesStructure has a row for each way to get brackets, commas, literals and
// numbers wrong.
func TestScanRefusesStructure(t *testing.T) {
	checkScan(t, []scanRow{
		{"nothing", "", "0: the file is empty"},
		{"white space only", " \n", "2: the file is empty"},
		{"depth 65", strings.Repeat("[", 65), "64: brackets are nested deeper than 64"},
		{"many objects deep", strings.Repeat(`{"a":`, 100000), "320: brackets are nested deeper than 64"},
		{"array open", `[1`, `2: the file ends before the '[' of line 1 is closed`},
		{"object open", "[\n{\"a\": 1", `9: the file ends before the '{' of line 2 is closed`},
		{"comma first in array", `[,1]`, `1: found ',' where a value should be`},
		{"comma last in array", `[1,]`, `3: found ']' where a value after the comma should be`},
		{"comma last in object", `{"a":1,}`, `7: found '}' where a field's name after the comma should be`},
		{"two commas", `[1,,2]`, `3: found ',' where a value should be`},
		{"no comma", `[1 2]`, `3: found '2' where a comma or ']' should be`},
		{"no colon", `{"a" 1}`, `5: found '1' where a colon after the field's name should be`},
		{"no value", `{"a":}`, `5: found '}' where a value should be`},
		{"wrong bracket", `[1}`, `2: found '}' where a comma or ']' should be`},
		{"bracket too many", `[]]`, `2: found ']' where the end of the file should be`},
		{"bare name", `{a: 1}`, `1: found 'a' where a field's name in double quotes should be`},
		{"number as name", `{1: 1}`, `1: found '1' where a field's name in double quotes should be`},
		{"second value", `{} {}`, `3: found '{' where the end of the file should be`},
		{"page", "\n<!doctype html>", `1: this is HTML or XML where a dataset should be`},
		{"page behind a dataset", `{}<p>`, `2: found '<' where the end of the file should be`},
		{"comment", `[1 /* one */]`, `3: found '/' where a comma or ']' should be`},
		{"word", `[True]`, `1: found 'T' where a value should be`},
		{"half a literal", `[tru]`, `1: found 't' where a value should be`},
		{"literal runs on", `[nullx]`, `5: found 'x' where a comma or ']' should be`},
		{"infinity", `[Infinity]`, `1: found 'I' where a value should be`},
		{"minus infinity", `[-Infinity]`, `2: a digit is missing in this number`},
		{"leading zero", `[012]`, `2: a number starts with 0`},
		{"leading plus", `[+1]`, `1: found '+' where a value should be`},
		{"leading point", `[.5]`, `1: found '.' where a value should be`},
		{"trailing point", `[1.]`, `3: a digit is missing in this number`},
		{"empty exponent", `[1e]`, `3: a digit is missing in this number`},
		{"hexadecimal", `[0x1F]`, `2: found 'x' where a comma or ']' should be`},
		{"minus alone", `[-]`, `2: a digit is missing in this number`},
	})
}

// TestScanRefusesCharacters has a row for each way to get strings and encodings wrong.
func TestScanRefusesCharacters(t *testing.T) {
	checkScan(t, []scanRow{
		{"single quotes", `['a']`, `1: found '\'' where a value should be`},
		{"string open", `["a`, `1: this string is never closed`},
		{"string open after a backslash", `["a\`, `1: this string is never closed`},
		{"newline in a string", "[\"a\nb\"]", `3: a string holds the control character '\n'`},
		{"tab in a string", "[\"a\tb\"]", `3: a string holds the control character '\t'`},
		{"null in a string", "[\"a\x00b\"]", `3: a string holds the control character '\x00'`},
		{"unknown escape", `["\x41"]`, `2: a backslash before 'x' means nothing`},
		{"escaped emoji", `["\😀"]`, `2: a backslash before '😀' means nothing`},
		{"short \\u", `["\u12"]`, `2: \u is not followed by four hexadecimal digits`},
		{"\\u at the end", `["\u1`, `2: \u is not followed by four hexadecimal digits`},
		{"upper-case \\U", `["\U00e9"]`, `2: a backslash before 'U' means nothing`},
		{"form feed between values", "[1,\f2]", `3: found '\f' where a value should be`},
		{"no-break space between values", "[1,\u00a02]", `3: found the no-break space U+00A0 outside of a string`},
		{"byte-order mark", "\xEF\xBB\xBF{}", `0: found the invisible character U+FEFF outside of a string`},
		{"UTF-16 mark", "\xFF\xFE{\x00}\x00", `0: the file starts with a byte-order mark of UTF-16`},
		{"UTF-16 without a mark", "{\x00}\x00", `1: found '\x00' where a field's name in double quotes should be`},
		{"Latin-1 in a string", "[\"\xE9t\xE9\"]", `2: the byte 0xE9 is not UTF-8`},
		{"overlong in a string", "[\"\xC0\xAF\"]", `2: the byte 0xC0 is not UTF-8`},
		{"surrogate in UTF-8", "[\"\xED\xA0\x80\"]", `2: the byte 0xED is not UTF-8`},
		{"cut-off character", "[\"\xE2\x82\"]", `2: the byte 0xE2 is not UTF-8`},
		{"not UTF-8 after a backslash", "[\"\\\xE5\"]", `3: the byte 0xE5 is not UTF-8`},
		{"not UTF-8 between values", "[1,\xE52]", `3: the byte 0xE5 is not UTF-8`},
	})
}

// checkAgainstStandardLibrary checks scan against encoding/json: neither accepts what the
// other refuses, our own limits apart.
func checkAgainstStandardLibrary(t *testing.T, src []byte) {
	t.Helper()
	bad := scan(src)
	switch valid := json.Valid(src); {
	case bad == nil && !valid:
		t.Errorf("scan accepts %.60q, encoding/json does not", src)
	case bad != nil && valid && utf8.Valid(src) && !strings.Contains(bad.cause, "deeper"):
		t.Errorf("scan refuses %.60q: %s; encoding/json accepts it", src, bad.cause)
	}
}

func TestScanRefusesLargeFiles(t *testing.T) {
	src := append([]byte("[]"), make([]byte, MaxBytes-2)...)
	for i := 2; i < len(src); i++ {
		src[i] = ' '
	}
	if bad := scan(src); bad != nil {
		t.Errorf("scan of %d bytes = %q, want none", len(src), bad.cause)
	}
	if bad := scan(append(src, ' ')); bad == nil {
		t.Errorf("scan of %d bytes finds nothing wrong", MaxBytes+1)
	}
}
