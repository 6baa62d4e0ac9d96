package address

import (
	"net/url"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org":              "https://example.org/",
		"https://example.org/":             "https://example.org/",
		"https://example.org/map":          "https://example.org/map/",
		"https://example.org/a/b/":         "https://example.org/a/b/",
		"HTTPS://Example.ORG/Map":          "https://example.org/Map/",
		"http://example.org:80/":           "http://example.org/",
		"https://example.org:443/":         "https://example.org/",
		"http://example.org:443/":          "http://example.org:443/",
		"http://example.org:08080":         "http://example.org:8080/",
		"http://127.0.0.1:8080":            "http://127.0.0.1:8080/",
		"http://[::1]:8080/":               "http://[::1]:8080/",
		"http://[0:0:0:0:0:0:0:1]/":        "http://[::1]/",
		"https://xn--bcher-kva.example/ü/": "https://xn--bcher-kva.example/%C3%BC/",
		"https://example.org/a b":          "https://example.org/a%20b/",
		"https://example.org/a%20b":        "https://example.org/a%20b/",
		`https://example.org/"><i>`:        "https://example.org/%22%3E%3Ci%3E/",
	} {
		if got, err := Parse(text); err != nil || got.String() != want {
			t.Errorf("Parse(%q) = %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ name, text, why string }{
		{"nothing", "", "http:// or https://"},
		{"no scheme", "example.org/map", "http:// or https://"},
		{"a port that looks like a scheme's rest", "localhost:8080", "http:// or https://"},
		{"no scheme, two slashes", "//example.org/", "http:// or https://"},
		{"another scheme", "ftp://example.org/", "http:// or https://"},
		{"a script", "javascript:alert(1)", "http:// or https://"},
		{"no host", "https:///map/", "no host"},
		{"no slashes", "https:example.org", "no host"},
		{"a port only", "https://:8080/", "no host"},
		{"a query", "https://example.org/?a=b", "query or a fragment"},
		{"an empty query", "https://example.org/?", "query or a fragment"},
		{"a fragment", "https://example.org/#map", "query or a fragment"},
		{"an empty fragment", "https://example.org/#", "query or a fragment"},
		{"a user", "https://user@example.org/", "user"},
		{"a password", "https://user:secret@example.org/", "user"},
		{"a host with markup", `https://exa"mple.org/`, "ASCII"},
		{"a host in another script", "https://bücher.example/", "ASCII"},
		{"brackets around a name", "http://[example.org]/", "host"},
		{"an interface", "http://[fe80::1%25eth0]/", "no IP address"},
		{"a port too high", "https://example.org:70000/", "port"},
		{"port zero", "https://example.org:0/", "port"},
		{"a port in words", "https://example.org:http/", "port"},
		{"a step up", "https://example.org/a/../b/", `"."`},
		{"a step up in disguise", "https://example.org/%2e%2e/", `"."`},
		{"an empty step", "https://example.org//", "empty step"},
		{"a backslash", `https://example.org/a\b`, "backslash"},
		{"a line break", "https://example.org/\n", "control"},
		{"a bad escape", "https://example.org/%zz", "escape"},
		{"too long", "https://example.org/" + strings.Repeat("a", 2000), "longer"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.text)
			if err == nil {
				t.Fatalf("Parse(%q) = %q, want an error", c.text, got)
			}
			if got.Known() || !strings.Contains(err.Error(), c.why) || !strings.Contains(err.Error(), "https://example.org/map/") {
				t.Errorf("Parse(%q) = %q, %q; want why (%q) and a right one", c.text, got, err, c.why)
			}
		})
	}
}

// FuzzParse: a base is its own spelling, a plain address, and finds its files again.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"https://example.org/map", "http://[::1]:8080/", `https://example.org/"><i>`, "https://example.org/%2f", "http://a_b.example/ü", "https:x", "https://h/%25"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		base, err := Parse(text)
		if err != nil {
			return
		}
		again, err := Parse(base.String())
		if err != nil || again != base {
			t.Fatalf("%q: the base %q becomes %q, %v", text, base, again, err)
		}
		u, err := url.Parse(base.String())
		if err != nil || u.Host != base.Host() || u.RawQuery != "" || u.Fragment != "" || strings.ContainsAny(base.String(), " \"<>\\") {
			t.Fatalf("%q: the base %q is no plain address: %v", text, base, err)
		}
		for _, file := range []string{"index.html", "embed.html", "n/a%20b.html"} {
			if path, query, ok := base.Locate(base.File(file) + "?a=b#c"); !ok || path != file || query != "a=b" {
				t.Fatalf("base %q: %q is located as %q, %q, %v", base, file, path, query, ok)
			}
		}
	})
}

func TestUnknownBase(t *testing.T) {
	var none Base
	if none.Known() || none.String() != "" {
		t.Errorf("the zero base is %q", none)
	}
	if _, _, ok := none.Locate("https://example.org/"); ok {
		t.Error("the zero base knows an address")
	}
}

func TestLocate(t *testing.T) {
	base, err := Parse("https://example.org/map/")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		address, path, query string
		ok                   bool
	}{
		{"https://example.org/map/", "index.html", "", true},
		{"https://example.org/map", "index.html", "", true},
		{"https://EXAMPLE.org:443/map/index.html", "index.html", "", true},
		{"https://example.org/map/embed.html", "embed.html", "", true},
		{"https://example.org/map/n/a.html", "n/a.html", "", true},
		{"https://example.org/map/?select=ada&v=1#r-talk", "index.html", "select=ada&v=1", true},
		{`https://example.org/map/?a="><script>'`, "index.html", "a=%22%3E%3Cscript%3E%27", true},
		{"https://example.org/map/?a=ü", "index.html", "a=%C3%BC", true},
		{"https://example.org/", "", "", false},
		{"https://example.org/mapx/", "", "", false},
		{"https://example.org/Map/", "", "", false},
		{"http://example.org/map/", "", "", false},
		{"https://example.org:8443/map/", "", "", false},
		{"https://user@example.org/map/", "", "", false},
		{"https://example.org.evil.example/map/", "", "", false},
		{"https://evil.example/https://example.org/map/", "", "", false},
		{"/map/", "", "", false},
		{"javascript:alert(1)", "", "", false},
		{"https://example.org/map/%zz", "", "", false},
		{"https://example.org/map/?" + strings.Repeat("a", 2000), "", "", false},
		{"", "", "", false},
	} {
		path, query, ok := base.Locate(c.address)
		if ok != c.ok || ok && (path != c.path || query != c.query) {
			t.Errorf("Locate(%.80q) = %q, %q, %v, want %q, %q, %v", c.address, path, query, ok, c.path, c.query, c.ok)
		}
	}
}
