// Command actormap serves, builds and checks maps of political leaders and issues.
//
// It reads a dataset (see data/README.md), lays the map out, and makes a static site of
// it: the page with the map, every quote and every source as text, and the live map.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"actormap/cmd/actormap/picture"
)

// Exit codes.
const (
	exitOK      = 0
	exitProblem = 1 // a dataset is wrong, or something could not be done
	exitUsage   = 2 // the command line is wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

const usage = `actormap makes a map of political leaders and issues from a dataset.

Usage:
  actormap serve [--addr 127.0.0.1:8080] [--base-url URL] [--frame-ancestors SOURCES]
                 [--access-log] [--watch] [-languages de,fr|all] [-theme FILE]
                 [FILE|DIR...]
                                                                   serve maps
  actormap build -o DIR [-quick] [-after DIR] [-strict] [-reviewed] [--base-url URL]
                 [-languages de,fr|all] [-theme FILE] [FILE|DIR...]
                                                                   write maps as a static site
  actormap check [-strict] [-fix] FILE|DIR...                      list everything that is wrong with datasets
  actormap svg [-frame 1040x740] [FILE]                            print the picture of the map
  actormap layout [-size 1040x740] [-seed 1] [-budget 30000] [FILE]  print where the nodes belong
  actormap generate [-nodes 1000] [-relations N] [-seed 1]         print a made-up dataset of any size
  actormap version                                                 print what this program is made of

Without FILE, serve, build, svg and layout take the dataset that is built in. DIR stands for the
files *.json in it whose names do not begin with a dot. Several datasets stand each in a folder
named by its id, and the first page lists them. A bad file of several stops its own map only: the
list says which is missing and why, and build ends with the status 1 once the others are written.
build compresses as well as it can, which takes half a minute or more; with
-quick it takes seconds. -after names the site of an earlier version, which may be the folder
of -o: everybody stays near where they were, so that readers of a story that goes on find them
again. Without it the same dataset always gives the same map. With it, build refuses a published
relation that has gone, or has other ends, another type, status, quote or speaker, unless a new
correction of the dataset names it; and it says which. -reviewed refuses relations without a
"reviewed" date, -strict takes warnings for errors, in check, too.

check -fix moves what is not in its source's language from quotes by language, which older files
have, into the translation beside it, and changes nothing else.

A page stands in the languages that its dataset has texts in; -languages adds others, where the
names and quotes stay as they are. Links to a language that is not there lead to one that is.

-theme gives the site a publisher's look: a JSON file of "serif" and "sans" (faces that readers have,
the last one generic), "accent" ("light" and "dark", such as "#8a3fc7") and "logo" ("file", an SVG
or PNG beside it, and "alt"). The colours of lines and the labels of the map are the same everywhere.

serve listens at once, and draws meanwhile; /healthz answers 200 when the maps are there.
With --watch it shows changes of the files, as with -after. --frame-ancestors says who may
show the maps in frames, as in a Content-Security-Policy: "'self' https://example.org"; else
everybody may.
--access-log writes a line for each answer, without who asked.

layout prints JSON: the place of each node as fractions of the frame, the same bits for the
same seed and budget everywhere. A larger budget makes a better layout in more time; after
a second it shows on the standard error how far it has got.

--base-url is where the site will stand on the web. With it, other sites make an embed of
the address pasted into them (oEmbed), and previews and search engines learn the address;
without it, that is left out. serve on 127.0.0.1 takes the address that it prints.

Examples:
  actormap serve
  actormap serve --addr :9000 my.json
  actormap build -o public --base-url https://example.org/map/ my.json
  actormap check my.json
  actormap svg my.json > map.svg
  actormap generate -nodes 300 > made-up.json
  actormap layout -size 4000x3000 made-up.json > places.json
`

// streams are where a command writes: results to out, everything else to err.
type streams struct{ out, err io.Writer }

// fail reports an error to the person at the terminal.
func (s streams) fail(err error) int {
	fmt.Fprintf(s.err, "actormap: %v\n", err)
	return exitProblem
}

// misuse reports a wrong command line.
func (s streams) misuse(format string, args ...any) int {
	fmt.Fprintf(s.err, "actormap: "+format+"; `actormap help` shows how to use it\n", args...)
	return exitUsage
}

// run is the whole program: it ends when the work is done or ctx is, and returns the exit
// code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	s := streams{stdout, stderr}
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return exitUsage
	}
	rest := args[1:]
	switch args[0] {
	case "serve":
		return serve(ctx, rest, picture.Effort{}, s)
	case "build":
		return build(ctx, rest, s)
	case "check":
		return check(rest, s)
	case "svg":
		return drawSVG(rest, s)
	case "layout":
		return lay(rest, s)
	case "generate":
		return generate(rest, s)
	case "version", "-version", "--version":
		return version(rest, s)
	case "help", "-h", "-help", "--help":
		fmt.Fprint(stdout, usage)
		return exitOK
	}
	return s.misuse("unknown command %q", args[0])
}
