package data

import "testing"

func TestIsWebAddress(t *testing.T) {
	for s, want := range map[string]bool{
		"https://example.org":                        true,
		"http://example.org/":                        true,
		"https://example.org:8443/a/b?c=d&e=f#g":     true,
		"https://en.wikipedia.org/wiki/Rubik's_Cube": true,
		"https://example.org/(x)":                    true,
		"https://例え.jp/パス":                           true,
		"https://[2001:db8::1]/":                     true,
		"https://example.org/@user":                  true,
		"":                                           false,
		"example.org":                                false,
		"//example.org":                              false,
		"https:example.org":                          false,
		"https:///a":                                 false,
		"https://?q":                                 false,
		"HTTPS://example.org":                        false,
		"javascript:alert(1)":                        false,
		"data:text/html,x":                           false,
		"ftp://example.org":                          false,
		" https://example.org":                       false,
		"https://exa mple.org":                       false,
		"https://example.org/\u00a0":                 false,
		"https://example.org/\u200b":                 false,
		"https://example.org/\"onclick=":             false,
		"https://example.org/<b>":                    false,
		`https://example.org\@elsewhere.example`:     false,
		"https://bank.example@elsewhere.example":     false,
		"https://user:password@elsewhere.example/":   false,
	} {
		if got := isWebAddress(s); got != want {
			t.Errorf("isWebAddress(%q) = %t, want %t", s, got, want)
		}
	}
}

func TestIsLanguageTag(t *testing.T) {
	for s, want := range map[string]bool{
		"en": true, "EN": true, "haw": true, "pt-BR": true, "zh-Hant-TW": true, "de-1996": true, "en-a-bbb-x-a-ccc": true,
		"": false, "e": false, "english": false, "en_GB": false, "en-": false, "-en": false, "en--GB": false, "12": false,
		"en-toolongtag": false, "én": false, "en-abcdefgh-abcdefgh-abcdefgh-abcdefgh": false,
	} {
		if got := isLanguageTag(s); got != want {
			t.Errorf("isLanguageTag(%q) = %t, want %t", s, got, want)
		}
	}
}
