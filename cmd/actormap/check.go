package main

import (
	"fmt"
	"os"
	"path/filepath"

	"actormap/cmd/actormap/site"
	"actormap/data"
)

// check lists what is wrong with datasets, a line each.
func check(args []string, s streams) int {
	flags := newFlags("check")
	strict := flags.Bool("strict", false, "")
	fix := flags.Bool("fix", false, "")
	args, code, done := parse(flags, args, s)
	if done {
		return code
	}
	if len(args) == 0 {
		return s.misuse("check needs a dataset")
	}
	c := checker{s: s, strict: *strict, fix: *fix, files: map[string]string{}}
	for _, arg := range args {
		c.all(arg)
	}
	return c.code
}

// A checker checks files, and remembers whether one of them was bad.
type checker struct {
	s           streams
	strict, fix bool
	files       map[string]string // of the folder, by the id of their dataset
	code        int
}

// all checks a file, or the datasets of a folder.
func (c *checker) all(arg string) {
	files, inFolder, err := datasetFiles([]string{arg})
	if err != nil {
		c.code = c.s.fail(err)
	}
	clear(c.files)
	for _, name := range files {
		src, err := readDataset(name)
		switch {
		case err != nil:
			c.code = c.s.fail(err)
		case inFolder[name] && len(files) > 1 && isForeign(src):
			fmt.Fprintf(c.s.err, "actormap: %s\n", leftOut(name))
		default:
			c.one(name, src)
		}
	}
}

// one mends a file if that is asked for, and tells what is wrong with it.
func (c *checker) one(name string, src []byte) {
	if fixed, changed, err := data.Fix(name, src); c.fix && err == nil && changed > 0 {
		if err := replaceFile(name, fixed); err != nil {
			c.code = c.s.fail(err)
			return
		}
		fmt.Fprintf(c.s.out, "%s: of %d quotes, what is not in their source's language is their translation now\n", name, changed)
		src = fixed
	}
	problems := append(reader().Validate(name, src), c.doubled(name, src)...)
	if c.strict {
		problems = problems.Strict()
	}
	errors := problems.Errors()
	if len(problems) > 0 {
		fmt.Fprintln(c.s.out, problems.Error())
	}
	switch {
	case len(errors) > 0:
		c.code = exitProblem
	case len(problems) > 0:
		fmt.Fprintf(c.s.out, "%s: no errors, %d to look at\n", name, len(problems))
	default:
		fmt.Fprintf(c.s.out, "%s: no problems\n", name)
	}
}

// doubled reports that the id of a dataset is another's of its folder: build and serve show one of the two.
func (c *checker) doubled(name string, src []byte) data.Problems {
	ds, err := reader().Parse(name, src)
	if err != nil {
		return nil
	}
	folder := site.Folder(ds)
	first, taken := c.files[folder]
	if !taken {
		c.files[folder] = name
		return nil
	}
	return data.Problems{sameID(name, first, ds.ID)}
}

// replaceFile puts new bytes in the place of a file's, all or none, with the rights that it has. Of a link
// it replaces what that leads to.
func replaceFile(name string, src []byte) (err error) {
	if name, err = filepath.EvalSymlinks(name); err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".actormap-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(src)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Chmod(f.Name(), info.Mode().Perm())
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
