package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/lang"
	"actormap/cmd/actormap/theme"
)

// newFlags makes a flag set that reports through its error only.
func newFlags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// baseFlag adds --base-url to a command; its value is not known where it is not given.
func baseFlag(flags *flag.FlagSet) *address.Base {
	base := new(address.Base)
	flags.Func("base-url", "", func(text string) (err error) {
		*base, err = address.Parse(text)
		return err
	})
	return base
}

// languagesFlag adds -languages to a command: the tags of catalogues, with commas between, or "all".
func languagesFlag(flags *flag.FlagSet) *[]string {
	var wanted []string
	flags.Func("languages", "", func(text string) error {
		all, err := lang.All()
		if err != nil {
			return err
		}
		var known []string
		for _, c := range all {
			known = append(known, c.Tag)
		}
		slices.Sort(known)
		if wanted = known; text == "all" {
			return nil
		}
		wanted = strings.Split(text, ",")
		for _, tag := range wanted {
			if !slices.Contains(known, tag) {
				return fmt.Errorf("the page is not translated into %q (there are %s, and all)", tag, strings.Join(known, ","))
			}
		}
		return nil
	})
	return &wanted
}

// themeFlag adds -theme to a command: a file with the publisher's look; nil where it is not given.
func themeFlag(flags *flag.FlagSet) **theme.Theme {
	read := new(*theme.Theme)
	flags.Func("theme", "", func(file string) (err error) {
		if *read, err = theme.Read(os.DirFS(filepath.Dir(file)), filepath.Base(file)); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		return nil
	})
	return read
}

// parse reads flags wherever they stand, before or after the files, and returns the
// files. done is true where the caller is to end with the code: help, or a wrong flag.
func parse(flags *flag.FlagSet, args []string, s streams) (files []string, code int, done bool) {
	for {
		switch err := flags.Parse(args); {
		case errors.Is(err, flag.ErrHelp):
			fmt.Fprint(s.out, usage)
			return nil, exitOK, true
		case err != nil:
			return nil, s.misuse("%s: %v", flags.Name(), err), true
		}
		if flags.NArg() == 0 {
			return files, exitOK, false
		}
		files = append(files, flags.Arg(0))
		args = flags.Args()[1:]
	}
}
