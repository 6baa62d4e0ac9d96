// Package theme reads the look that a publisher gives a site: faces, an accent and a logo. It knows
// no colours of lines and no faces of the map's labels: what a line means is the same on every site,
// and the labels have the room that label.Width measures for the faces of scene.FontFamily.
package theme

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"actormap/wasm/display"
)

// A Theme is a checked look: everything in it may stand in a style sheet as it is. The zero Theme
// changes nothing.
type Theme struct {
	Serif, Sans string // font-family lists in ASCII; empty: those of the site
	Light, Dark string // accents, #rrggbb; empty: those of the site
	Logo        *Logo  // nil: none
}

// A Logo stands at the head of each document, LogoHeight px high.
type Logo struct {
	Name  string // of the file: logo.svg or logo.png
	Alt   string // what it shows, for those who do not see it
	Body  []byte
	Width int // px at LogoHeight
}

// LogoHeight is how high a logo stands, px; LogoWidth is the most that it is wide.
const (
	LogoHeight = 32
	LogoWidth  = 240
)

// maxTheme is the largest file of a theme, bytes; a logo has maxLogo.
const maxTheme = 16 << 10

// Read reads the theme of a file in a folder, and the logo that it names in the same folder or below.
// The error says where in the file, what and how to mend it; the caller names the file.
func Read(folder fs.FS, name string) (*Theme, error) {
	src, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, unread(folder, name, err, "the file of the theme in it, such as theme.json")
	}
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF")) // some editors write a byte-order mark
	if len(src) > maxTheme {
		return nil, fmt.Errorf("a theme has at most %d bytes, not %d", maxTheme, len(src))
	}
	t := &Theme{}
	r := reader{folder: folder, theme: t}
	if err := r.read(src); err != nil {
		return nil, err
	}
	return t, nil
}

// unread says why a file cannot be read. meant is what should be named in the place of a folder.
func unread(folder fs.FS, name string, err error, meant string) error {
	if info, found := fs.Stat(folder, name); found == nil && info.IsDir() {
		return errors.New("it is a folder: name " + meant)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("there is no such file (is it spelt like this, capital letters included?)")
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("it cannot be read: %w", err)
}

// A reader fills a theme.
type reader struct {
	folder fs.FS
	theme  *Theme
}

func (r *reader) read(src []byte) error {
	return object("", src, map[string]func(where string, value json.RawMessage) error{
		"serif": r.face(&r.theme.Serif, "serif"),
		"sans":  r.face(&r.theme.Sans, "sans-serif"),
		"accent": func(where string, value json.RawMessage) error {
			light, dark := display.Light(), display.Dark()
			return object(where+".", value, map[string]func(string, json.RawMessage) error{
				"light": accent(&r.theme.Light, light.Paper, light.Pill),
				"dark":  accent(&r.theme.Dark, dark.Paper, dark.Pill),
			}, "light", "dark")
		},
		"logo": func(where string, value json.RawMessage) error {
			var file, alt string
			err := object(where+".", value, map[string]func(string, json.RawMessage) error{"file": text(&file), "alt": text(&alt)}, "file", "alt")
			if err == nil {
				r.theme.Logo, err = readLogo(r.folder, file, alt)
			}
			return err
		},
	})
}

// object reads a JSON object: each key by its own function, no other, and those that are required.
func object(where string, src []byte, keys map[string]func(where string, value json.RawMessage) error, required ...string) error {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(src, &values); err != nil || values == nil {
		return fmt.Errorf("%s it is no JSON object of %s%s", place(where), list(keys), reason(err))
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		read, known := keys[name]
		if !known {
			return fmt.Errorf("%s%s: a theme has no such key: there are %s (the colours of lines are the same on every site)", where, name, list(keys))
		}
		if err := read(where+name, values[name]); err != nil {
			return err
		}
	}
	for _, name := range required {
		if _, there := values[name]; !there {
			return fmt.Errorf("%s %q is missing: give it, or leave the whole out", place(where), name)
		}
	}
	return nil
}

func place(where string) string {
	if where == "" {
		return "the file:"
	}
	return strings.TrimSuffix(where, ".") + ":"
}

func list[V any](keys map[string]V) string {
	var names []string
	for name := range keys {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func reason(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf(" (byte %d: %v)", syntax.Offset, syntax)
	}
	return ""
}

// text reads a string that says something.
func text(into *string) func(where string, value json.RawMessage) error {
	return func(where string, value json.RawMessage) error {
		if err := json.Unmarshal(value, into); err != nil || strings.TrimSpace(*into) == "" {
			return fmt.Errorf("%s: %s is no text in quotation marks, or an empty one", where, bytes.TrimSpace(value))
		}
		return nil
	}
}

// face reads a list of faces; generic is the one to end with.
func (r *reader) face(into *string, generic string) func(where string, value json.RawMessage) error {
	return func(where string, value json.RawMessage) error {
		var stack string
		if err := text(&stack)(where, value); err != nil {
			return err
		}
		safe, err := faces(stack, generic)
		if err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
		*into = safe
		return nil
	}
}

// accent reads a colour that stands out from every ground that it is drawn on.
func accent(into *string, grounds ...display.Color) func(where string, value json.RawMessage) error {
	return func(where string, value json.RawMessage) error {
		var hex string
		if err := text(&hex)(where, value); err != nil {
			return err
		}
		c, err := colour(hex)
		if err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
		for _, ground := range grounds {
			if got := contrast(c, ground); got < leastContrast {
				return fmt.Errorf("%s: %s has a contrast of %.1f to the paper %s, which is too little to see a mark by: take a %s colour with %.0f or more",
					where, hex, got, written(ground), darker(ground), leastContrast)
			}
		}
		*into = written(c)
		return nil
	}
}

// CSS returns the style sheet of a theme, in ASCII: only the site's own variables. It stands behind
// the site's. Where the system's colours are forced, the accent stays theirs. A browser that does not
// know light-dark() has the light accent, as it has the light colours of the site.
func (t *Theme) CSS() []byte {
	var b bytes.Buffer
	for _, face := range []struct{ name, stack string }{{"--serif", t.Serif}, {"--sans", t.Sans}} {
		if face.stack != "" {
			fmt.Fprintf(&b, ":root { %s: %s; }\n", face.name, face.stack)
		}
	}
	if t.Light != "" {
		fmt.Fprintf(&b, `@media (forced-colors: none) {
  :root { --accent: %[1]s; }
  @supports (color: light-dark(#000, #fff)) { :root { --accent: light-dark(%[1]s, %[2]s); } }
}
`, t.Light, t.Dark)
	}
	return b.Bytes()
}
