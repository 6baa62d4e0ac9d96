package main

import (
	"fmt"
	"strconv"
	"strings"

	"actormap/cmd/actormap/picture"
)

// drawSVG prints the picture of a map, laid out for a frame.
func drawSVG(args []string, s streams) int {
	flags := newFlags("svg")
	frame := flags.String("frame", "1040x740", "")
	files, code, done := parse(flags, args, s)
	if done {
		return code
	}
	if len(files) > 1 {
		return s.misuse("svg takes one dataset, not %d", len(files))
	}
	w, h, err := frameSize("-frame", *frame)
	if err != nil {
		return s.misuse("svg: %v", err)
	}
	ds, err := load(files)
	if err != nil {
		return s.fail(err)
	}
	p, err := picture.DrawFrame(ds, w, h)
	if err != nil {
		return s.fail(err)
	}
	if _, err := s.out.Write(p.SVG); err != nil {
		return s.fail(err)
	}
	return exitOK
}

// frameSize reads "1040x740", in CSS pixels, as the value of a flag.
func frameSize(flag, text string) (w, h int, err error) {
	const least, most = 200, 8000
	wText, hText, _ := strings.Cut(text, "x")
	w, errW := strconv.Atoi(wText)
	h, errH := strconv.Atoi(hText)
	if errW != nil || errH != nil || w < least || h < least || w > most || h > most {
		return 0, 0, fmt.Errorf("%s %q is not WIDTHxHEIGHT with %d to %d pixels each, such as 1040x740", flag, text, least, most)
	}
	return w, h, nil
}
