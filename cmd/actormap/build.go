package main

import (
	"context"
	"fmt"
	"os"

	"actormap/cmd/actormap/site"
)

// build writes the site of datasets into a folder.
func build(ctx context.Context, args []string, s streams) int {
	flags := newFlags("build")
	dir := flags.String("o", "", "")
	quick := flags.Bool("quick", false, "")
	after := flags.String("after", "", "")
	var asked demands
	flags.BoolVar(&asked.strict, "strict", false, "")
	flags.BoolVar(&asked.reviewed, "reviewed", false, "")
	base := baseFlag(flags)
	languages := languagesFlag(flags)
	look := themeFlag(flags)
	files, code, done := parse(flags, args, s)
	switch {
	case done:
		return code
	case *dir == "":
		return s.misuse("build needs a folder to write to: -o DIR")
	}
	found, err := loadMaps(files)
	if err != nil {
		return s.fail(err)
	}
	found.report(s)
	if !asked.met(found.maps, *after, s) {
		return exitProblem
	}
	earlier, err := earlierLayouts(*after, found.maps, s)
	if err != nil {
		return s.fail(err)
	}
	fonts, err := fontsFor(*base)
	if err != nil {
		return s.fail(err)
	}
	made, err := assemble(site.Input{Maps: found.maps, Missing: found.missing(), Base: *base, Fonts: fonts, Earlier: earlier, Languages: *languages, Theme: *look}, s)
	if err != nil {
		return s.fail(err)
	}
	effort := site.Best()
	if *quick {
		effort = site.Quick()
	}
	if err := made.Compress(ctx, effort); err != nil {
		return s.fail(err)
	}
	if err := made.Write(*dir); err != nil {
		return s.fail(err)
	}
	fmt.Fprintf(s.out, "%s: %d files and their compressed forms\n", *dir, len(made.Files()))
	if len(found.bad) > 0 {
		return exitProblem // told above; the other maps are written
	}
	return exitOK
}

// earlierLayouts reads where everything lay on the site in a folder, "" for none, and says which maps
// were not there.
func earlierLayouts(dir string, maps []site.Map, s streams) (map[string][]byte, error) {
	if dir == "" {
		return nil, nil
	}
	layouts, err := site.ReadLayouts(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("-after %s: %w", dir, err)
	}
	for _, m := range maps {
		if layouts[m.Dataset.ID] == nil {
			fmt.Fprintf(s.err, "actormap: %s has no map %q, which is laid out anew\n", dir, m.Dataset.ID)
		}
	}
	return layouts, nil
}
