package theme

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
)

// maxLogo is the largest file of a logo, bytes: it is loaded with every document.
const maxLogo = 200 << 10

// readLogo reads a logo and finds how wide it is.
func readLogo(folder fs.FS, file, alt string) (*Logo, error) {
	if !fs.ValidPath(file) {
		return nil, fmt.Errorf("logo.file: %q is no path to a file beside the theme or in a folder there, such as logo.svg", file)
	}
	body, err := fs.ReadFile(folder, file)
	if err != nil {
		return nil, fmt.Errorf("logo.file: %s: %w", file, unread(folder, file, err, "an .svg or .png in it"))
	}
	if len(body) > maxLogo {
		return nil, fmt.Errorf("logo.file: %s has %d bytes; a logo has at most %d", file, len(body), maxLogo)
	}
	var ratio float64 // width to height
	kind := strings.ToLower(path.Ext(file))
	switch kind {
	case ".svg":
		ratio, err = ratioOfSVG(body)
	case ".png":
		ratio, err = ratioOfPNG(body)
	default:
		err = errors.New("a logo is an .svg or a .png")
	}
	if err != nil {
		return nil, fmt.Errorf("logo.file: %s: %w", file, err)
	}
	width := math.Round(ratio * LogoHeight)
	if width < 1 || width > LogoWidth {
		return nil, fmt.Errorf("logo.file: %s would be %.0f px wide at a height of %d px; it may be 1 to %d", file, width, LogoHeight, LogoWidth)
	}
	return &Logo{Name: "logo" + kind, Alt: strings.Join(strings.Fields(alt), " "), Body: body, Width: int(width)}, nil
}

func ratioOfPNG(body []byte) (float64, error) {
	c, err := png.DecodeConfig(bytes.NewReader(body))
	if err != nil {
		return 0, fmt.Errorf("it is no PNG: %w", err)
	}
	return float64(c.Width) / float64(c.Height), nil
}

// ratioOfSVG reads the viewBox. A picture that could run or load something is refused: opened by
// itself, it would do so in the name of the site.
func ratioOfSVG(body []byte) (float64, error) {
	ratio := 0.0
	decoder := xml.NewDecoder(bytes.NewReader(body))
	for first := true; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, fmt.Errorf("it is no SVG: %w", err)
		}
		switch token := token.(type) {
		case xml.Directive, xml.ProcInst:
			if p, ok := token.(xml.ProcInst); !ok || p.Target != "xml" {
				return 0, errors.New("it has a declaration that may load something: take out all lines that begin with <! or <? but the first")
			}
		case xml.StartElement:
			if first {
				if first = false; token.Name.Local != "svg" {
					return 0, fmt.Errorf("it begins with <%s>, not with <svg>", token.Name.Local)
				}
				if token.Name.Space != svgSpace {
					return 0, errors.New(`no browser shows it as a picture: write xmlns="http://www.w3.org/2000/svg" into its <svg>`)
				}
				ratio = ratioOfBox(token)
			}
			if err := harmless(token); err != nil {
				return 0, err
			}
		}
	}
	if ratio == 0 {
		return 0, errors.New(`its <svg> needs a viewBox="0 0 WIDTH HEIGHT", which says what shape it has`)
	}
	return ratio, nil
}

// svgSpace is the namespace of SVG: without it a file is XML of no kind, and <img> stays empty.
const svgSpace = "http://www.w3.org/2000/svg"

// still are the elements of SVG that draw and do nothing else.
var still = strings.Fields("svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient radialGradient stop clipPath mask use symbol")

// harmless refuses what runs, loads or links.
func harmless(e xml.StartElement) error {
	if !slices.Contains(still, e.Name.Local) {
		return fmt.Errorf("it has a <%s>: a logo draws, it neither runs, loads nor links; save it as plain SVG", e.Name.Local)
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(a.Value)
		switch {
		case a.Name.Space == "xmlns" || name == "xmlns":
		case strings.HasPrefix(name, "on"):
			return fmt.Errorf("<%s> has the attribute %s, which runs a script: take it out", e.Name.Local, a.Name.Local)
		case name == "href" && !strings.HasPrefix(value, "#"), strings.Count(value, "url(") != strings.Count(value, "url(#"), strings.ContainsAny(value, `\@`):
			return fmt.Errorf("<%s> loads %q: a logo has everything in itself", e.Name.Local, a.Value)
		}
	}
	return nil
}

// ratioOfBox returns the width to the height of a viewBox, 0 where it has none that makes sense.
func ratioOfBox(e xml.StartElement) float64 {
	for _, a := range e.Attr {
		if a.Name.Local != "viewBox" {
			continue
		}
		numbers := strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' })
		if len(numbers) != 4 {
			return 0
		}
		w, errW := strconv.ParseFloat(numbers[2], 64)
		h, errH := strconv.ParseFloat(numbers[3], 64)
		if errW != nil || errH != nil || !(w > 0) || !(h > 0) || math.IsInf(w/h, 0) {
			return 0
		}
		return w / h
	}
	return 0
}
