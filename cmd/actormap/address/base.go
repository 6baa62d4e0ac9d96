// Package address knows where on the web a site stands, and which of its files an
// absolute address means.
package address

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"

	"actormap/data"
)

// A Base is the absolute http or https address of the folder that holds a site's
// index.html. It ends with a slash and has neither query nor fragment. The zero Base means
// that the address is not known.
type Base struct {
	origin string // scheme, "://" and host, lower-case, without the scheme's own port
	path   string // percent-encoded, with a slash at both ends
}

// Parse reads the address of a site as a person writes it: a missing slash at its end, a
// host in capitals and a port that goes without saying are put right. What cannot be the
// address of a folder is refused; the error does not repeat the text.
func Parse(text string) (Base, error) {
	base, err := parse(text)
	if err != nil {
		return Base{}, fmt.Errorf("%w (write it as https://example.org/map/)", err)
	}
	return base, nil
}

func parse(text string) (Base, error) {
	if len(text) > data.MaxURLLength {
		return Base{}, fmt.Errorf("it is longer than %d bytes", data.MaxURLLength)
	}
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return Base{}, errors.Unwrap(err) // the outer error would repeat the text
	case u.Scheme != "http" && u.Scheme != "https":
		return Base{}, errors.New("it must begin with http:// or https://")
	case u.User != nil:
		return Base{}, errors.New("it must not hold a user's name")
	case strings.ContainsAny(text, "?#"): // also where nothing follows
		return Base{}, errors.New("it must not hold a query or a fragment")
	}
	host, err := hostOf(u)
	if err != nil {
		return Base{}, err
	}
	path := u.EscapedPath()
	if !strings.HasSuffix(path, "/") {
		path += "/"
	}
	return Base{u.Scheme + "://" + host, path}, checkPath(u.Path)
}

// checkPath refuses what a browser or a server would turn into another path.
func checkPath(path string) error {
	for segment := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if segment == "." || segment == ".." {
			return errors.New(`its path must not hold "." or ".."`)
		}
	}
	if strings.Contains(path, "//") || strings.Contains(path, `\`) {
		return errors.New("its path must not hold an empty step or a backslash")
	}
	return nil
}

// hostOf returns host and port of an address in their one spelling. Names must be ASCII:
// programs that read an address do not agree on any other spelling.
func hostOf(u *url.URL) (string, error) {
	name := strings.ToLower(u.Hostname())
	if name == "" {
		return "", errors.New("it has no host")
	}
	if ip := net.ParseIP(name); strings.Contains(u.Host, "[") && ip == nil {
		return "", errors.New("its host is no IP address")
	} else if ip != nil && strings.Contains(name, ":") {
		name = "[" + ip.String() + "]"
	} else if strings.ContainsFunc(name, isNotHostCharacter) {
		return "", errors.New("its host must be of ASCII letters, digits, dots and hyphens (xn--... for other scripts)")
	}
	text := u.Port()
	if text == "" {
		return name, nil
	}
	port, err := strconv.ParseUint(text, 10, 16)
	if err != nil || port == 0 {
		return "", errors.New("its port must be a number from 1 to 65535")
	}
	if u.Scheme == "http" && port == 80 || u.Scheme == "https" && port == 443 {
		return name, nil
	}
	return name + ":" + strconv.FormatUint(port, 10), nil
}

func isNotHostCharacter(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_')
}

// Known reports whether the address is known.
func (b Base) Known() bool { return b.origin != "" }

// String returns the address itself, empty if it is not known.
func (b Base) String() string { return b.origin + b.path }

// Origin returns scheme and host, as "https://example.org"; empty if the address is not known.
func (b Base) Origin() string { return b.origin }

// Host returns the host, with its port where it is not the scheme's own, as a browser
// sends it.
func (b Base) Host() string {
	_, host, _ := strings.Cut(b.origin, "://")
	return host
}

// File returns the absolute address of a file, whose path from the root of the site is
// percent-encoded. That of index.html is the address of the site.
func (b Base) File(path string) string {
	if path == indexFile {
		path = ""
	}
	return b.String() + path
}

// Folder returns the address of a folder of the site, whose path has a slash at its end and
// needs no percent-encoding; that of "" is the site.
func (b Base) Folder(path string) Base { return Base{b.origin, b.path + path} }

// Path is the path of the site on its host, percent-encoded, with a slash at both ends.
func (b Base) Path() string { return b.path }

// indexFile is what a server sends for the address of a folder.
const indexFile = "index.html"

// Locate tells which file of the site an absolute address means, by its path from the root
// of the site, and returns the query of that address, fit to stand in another: what may not
// stand in a query is percent-encoded. The fragment does not count. ok is false where the
// address is none of this site's; whether the site has such a file is not looked up.
func (b Base) Locate(address string) (path, query string, ok bool) {
	if !b.Known() || len(address) > data.MaxURLLength {
		return "", "", false
	}
	u, err := url.Parse(address)
	if err != nil || u.User != nil {
		return "", "", false
	}
	host, err := hostOf(u)
	if err != nil || u.Scheme+"://"+host != b.origin {
		return "", "", false
	}
	whole := u.EscapedPath()
	if whole+"/" == b.path {
		whole = b.path // a server sends whoever asks for the bare folder on
	}
	path, ok = strings.CutPrefix(whole, b.path)
	if path == "" {
		path = indexFile
	}
	return path, cleanQuery(u.RawQuery), ok
}

// cleanQuery percent-encodes the bytes that RFC 3986 keeps out of a query, which url.Parse
// lets pass.
func cleanQuery(query string) string {
	var out strings.Builder
	for i := range len(query) {
		c := query[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}'[]", c) >= 0 {
			fmt.Fprintf(&out, "%%%02X", c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}
